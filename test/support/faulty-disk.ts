import * as nodeFiles from 'node:fs'

/** What happens at one call: the process ends there, or the call fails with a code of the system. */
export type DiskFault = 'crash' | 'ENOSPC' | 'EACCES' | 'EIO' | 'EROFS' | 'EMFILE'

/** The calls that change something or make it lasting. */
const changing: ReadonlySet<string> = new Set([
  'fchmodSync',
  'fsyncSync',
  'linkSync',
  'mkdirSync',
  'renameSync',
  'rmSync',
  'rmdirSync',
  'unlinkSync',
  'utimesSync',
  'writeFileSync',
  'writeSync',
])

/** The calls that look at something; where one fails in Node, it can fail here. */
const looking: ReadonlySet<string> = new Set([
  'accessSync',
  'existsSync',
  'lstatSync',
  'openSync',
  'readFileSync',
  'readSync',
  'readdirSync',
  'readlinkSync',
  'realpathSync',
  'statSync',
])

type Call = (...args: readonly unknown[]) => unknown

/** The calls of `node:fs` below one folder: counted, failing where they are told to, with something done before each. */
export class FaultyDisk {
  /** All of `node:fs`, to be put in its place. */
  readonly fs: Readonly<Record<string, unknown>>
  /** The calls counted since `arm`, in words. */
  calls: string[] = []
  /** Done before each call that is counted. */
  meanwhile: ((count: number) => void) | undefined
  private at = -1
  private fault: DiskFault = 'crash'
  private crashed = false
  private folder: string | undefined
  private readonly handles = new Set<number>()

  constructor() {
    const wrapped = Object.entries(nodeFiles).map(([name, call]) => [name, this.wrap(name, call)])
    const all = Object.fromEntries(wrapped) as Record<string, unknown>
    this.fs = { ...all, default: all }
  }

  /** From now on the `at`th call below the folder fails; none does with -1. */
  arm(folder: string, at: number, fault: DiskFault): void {
    Object.assign(this, { folder, at, fault, crashed: false, calls: [] })
  }

  disarm(): void {
    this.folder = undefined
    this.meanwhile = undefined
  }

  private wrap(name: string, call: unknown): unknown {
    if (typeof call !== 'function' || !name.endsWith('Sync')) return call
    const through = call as Call
    return Object.assign((...args: readonly unknown[]) => {
      if (!this.concerns(args)) return through(...args)
      // A system gives back what a process held when it ended.
      if (name === 'closeSync') this.handles.delete(args[0] as number)
      else if (this.crashed) throw new Error('the process has ended')
      else if (this.fails(name, args)) return this.failed(name, args)
      const result = through(...args)
      if (name === 'openSync') this.handles.add(result as number)
      return result
    }, call)
  }

  private concerns(args: readonly unknown[]): boolean {
    const { folder } = this
    if (folder === undefined) return false
    const below = (arg: unknown): boolean => typeof arg === 'string' && `${arg}/`.startsWith(`${folder}/`)
    return typeof args[0] === 'number' ? this.handles.has(args[0]) : below(args[0]) || below(args[1])
  }

  private fails(name: string, args: readonly unknown[]): boolean {
    const changes = changing.has(name) || (name === 'openSync' && opensForWriting(args[1]))
    // A process that ends between two looks leaves what one leaves that ends at the next change.
    if (this.fault === 'crash' ? !changes : !changes && !looking.has(name)) return false
    if (this.fault === 'EMFILE' && !['openSync', 'readdirSync'].includes(name)) return false
    if ((this.fault === 'ENOSPC' || this.fault === 'EROFS') && !changes) return false
    this.calls.push(`${name} ${String(args[0])}`)
    this.meanwhile?.(this.calls.length)
    return this.calls.length === this.at
  }

  private failed(name: string, args: readonly unknown[]): unknown {
    if (name === 'writeSync' || name === 'writeFileSync') writeHalf(args)
    this.crashed = this.fault === 'crash'
    if (this.crashed) throw new Error('the process has ended')
    if (name === 'existsSync') return false
    // As Node says it: calls by handle name no file.
    const path = typeof args[0] === 'string' ? { path: args[0] } : {}
    throw Object.assign(new Error(`${this.fault}: injected`), {
      code: this.fault,
      syscall: name.replace('Sync', ''),
      ...path,
    })
  }
}

function opensForWriting(flags: unknown): boolean {
  if (typeof flags === 'string') return flags !== 'r'
  const { O_WRONLY, O_RDWR } = nodeFiles.constants
  return typeof flags === 'number' && (flags & (O_WRONLY | O_RDWR)) !== 0
}

function writeHalf([handle, data]: readonly unknown[]): void {
  if (typeof handle !== 'number') return
  const bytes = Buffer.from(data as Uint8Array | string)
  nodeFiles.writeSync(handle, bytes.subarray(0, Math.floor(bytes.length / 2)))
}
