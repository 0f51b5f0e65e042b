import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from '../io/files/file-system.ts'
import { dirname, join } from 'node:path'
import type { Script } from 'node:vm'
import { cacheFolder } from '../io/cache/cache-folder.ts'
import { checksum } from '../io/cache/checksum.ts'
import { makeFolders } from '../io/files/make-folders.ts'

/** Names the content of the packs, filled in by the build. */
declare const WEND_PROGRAM_HASH: string

const ofThisBuild = `code-${WEND_PROGRAM_HASH}`

/**
 * Where the compiled form of what this command runs is kept; it fits one build of the program on one build of Node.
 * `NODE_DISABLE_COMPILE_CACHE` switches it off, as it does Node's own.
 */
export function codeFile({ env, platform, version, arch, argv }: NodeJS.Process): string | undefined {
  const folder = env['NODE_DISABLE_COMPILE_CACHE'] ? undefined : cacheFolder(env, platform)
  if (folder === undefined) return undefined
  return join(folder, `${ofThisBuild}-${version}-${arch}-${commandWord(argv.slice(2))}.code`)
}

/** The first word that is neither an option nor the value of a global one. */
function commandWord(args: readonly string[]): string {
  const word = args.find((arg, index) => !arg.startsWith('-') && !valued.test(args[index - 1] ?? ''))
  return word !== undefined && /^[a-z][a-z-]{1,15}$/.test(word) ? word : 'other'
}

const valued = /^(?:-C|--vault|--color|--width|--pager)$/

/** Checksum, length of the contents, two unused. V8 takes code as it lies when it starts at a multiple of eight. */
const headLength = 16

const aligned = (length: number): number => Math.ceil(length / 8) * 8

/** The compiled form by pack; undefined when there is none. V8 does not check the bytes it is handed, so a checksum stands before them. */
export function readCode(file: string): ReadonlyMap<string, Buffer> | undefined {
  try {
    const bytes = readFileSync(file)
    if (bytes.readUInt32LE(0) !== checksum(bytes.subarray(4))) return undefined
    const length = bytes.readUInt32LE(4)
    let start = aligned(headLength + length)
    const code = new Map<string, Buffer>()
    for (const line of bytes.toString('latin1', headLength, headLength + length).split('\n')) {
      const [name = '', size] = line.split(' ')
      code.set(name, bytes.subarray(start, start + Number(size)))
      start += aligned(Number(size))
    }
    return code
  } catch {
    return undefined
  }
}

/**
 * Writes the compiled form, as far as this run got, at the second run: the first also fills the index cache, with much code
 * that no later run needs. What can't be written is left. Forms of other builds are removed.
 */
export function keepCode(file: string, pid: number, scripts: ReadonlyMap<string, Script>): void {
  try {
    const folder = dirname(file)
    makeFolders(folder)
    if (!existsSync(file)) return writeFileSync(file, '')
    const unfinished = `${file}.${pid}`
    writeFileSync(unfinished, bytesOf(scripts))
    renameSync(unfinished, file)
    for (const name of readdirSync(folder))
      if (name.startsWith('code-') && !name.startsWith(ofThisBuild)) rmSync(join(folder, name), { force: true })
  } catch {
    return
  }
}

function bytesOf(scripts: ReadonlyMap<string, Script>): Buffer {
  const codes = [...scripts].map(([name, script]) => ({ name, code: script.createCachedData() }))
  const contents = codes.map(({ name, code }) => `${name} ${code.length}`).join('\n')
  const start = aligned(headLength + contents.length)
  const bytes = Buffer.alloc(start + codes.reduce((sum, { code }) => sum + aligned(code.length), 0))
  bytes.writeUInt32LE(contents.length, 4)
  bytes.write(contents, headLength, 'latin1')
  let at = start
  for (const { code } of codes) {
    code.copy(bytes, at)
    at += aligned(code.length)
  }
  bytes.writeUInt32LE(checksum(bytes.subarray(4)), 0)
  return bytes
}
