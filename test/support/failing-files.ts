import * as nodeFiles from 'node:fs'
import type { ChangeFiles } from '../../src/io/files/change-files.ts'

/** What happens at one call: the process ends there, or the call fails with a code of the system. */
export type Fault = 'crash' | 'ENOSPC' | 'EACCES' | 'EIO' | 'EROFS'

/** Thrown by every call after a crash, as a process that is gone makes none. */
export class Crash extends Error {}

/** Calls that change something or make it lasting: only these can fail for want of space or permission. */
const changing = new Set<string>([
  'openSync',
  'writeSync',
  'fsyncSync',
  'fchmodSync',
  'mkdirSync',
  'renameSync',
  'rmdirSync',
  'symlinkSync',
  'unlinkSync',
])

/** The calls of `node:fs` of which the Nth fails; a write that fails has written half. `calls` counts them. */
export function failingFiles(at: number, fault: Fault): { readonly fs: ChangeFiles; readonly calls: () => number } {
  let calls = 0
  let crashed = false
  const wrap =
    (name: string, call: (...args: never[]) => unknown) =>
    (...args: never[]): unknown => {
      if (crashed) throw new Crash()
      const counted = fault === 'crash' || changing.has(name)
      if (!counted || ++calls !== at) return call(...args)
      if (name === 'writeSync') writeHalf(args)
      if (fault !== 'crash') throw Object.assign(new Error(`${fault}: injected`), { code: fault })
      crashed = true
      throw new Crash()
    }
  const entries = Object.entries(nodeFiles).map(([name, call]) => [
    name,
    typeof call === 'function' ? wrap(name, call as never) : call,
  ])
  return { fs: Object.fromEntries(entries) as ChangeFiles, calls: () => calls }
}

function writeHalf(args: readonly unknown[]): void {
  const [descriptor, data] = args
  const bytes = Buffer.from(data as Uint8Array | string)
  nodeFiles.writeSync(descriptor as number, bytes.subarray(0, Math.floor(bytes.length / 2)))
}
