import { existsSync, readdirSync, rmSync } from '../io/files/file-system.ts'
import { dirname, join } from 'node:path'
import type { Script } from 'node:vm'
import { cacheFolder } from '../io/cache/cache-folder.ts'
import { KeptFile, writeKept } from '../io/cache/kept-file.ts'

/** A hash of the packs, filled in by the build. */
declare const WEND_PROGRAM_HASH: string

const ofThisBuild = `code-${WEND_PROGRAM_HASH}`

/** Where compiled code is kept, and its key: one build of the program on one build of Node. */
export interface CodePlace {
  readonly file: string
  readonly key: string
}

/** Where the compiled code of this command is kept. `NODE_DISABLE_COMPILE_CACHE` switches it off, as it does Node's own cache. */
export function codePlace({ env, platform, version, arch, argv }: NodeJS.Process): CodePlace | undefined {
  const folder = env['NODE_DISABLE_COMPILE_CACHE'] ? undefined : cacheFolder(env, platform)
  if (folder === undefined) return undefined
  const key = `${ofThisBuild}-${version}-${arch}`
  return { file: join(folder, `${key}-${commandWord(argv.slice(2))}.code`), key }
}

/** The first word that is neither an option nor the value of a global one. */
function commandWord(args: readonly string[]): string {
  const word = args.find((arg, index) => !arg.startsWith('-') && !valued.test(args[index - 1] ?? ''))
  return word !== undefined && /^[a-z][a-z-]{1,15}$/.test(word) ? word : 'other'
}

const valued = /^(?:-C|--vault|--color|--width|--pager)$/

/** The compiled code by pack; undefined when there is none. V8 does not verify it, so the checksums of the file do. */
export function readCode({ file, key }: CodePlace): ReadonlyMap<string, Buffer> | undefined {
  const kept = KeptFile.open<readonly string[]>(file, key)
  const code = kept?.about.flatMap((pack): readonly (readonly [string, Buffer])[] => {
    const bytes = kept.read(pack)
    return bytes === undefined ? [] : [[pack, bytes]]
  })
  kept?.close()
  return code && new Map(code)
}

/**
 * Writes the code compiled by this run, but only on the second run: the first also fills the index cache, with much code that later runs
 * don't need. A failed write is ignored. Code of other builds is removed.
 */
export function keepCode({ file, key }: CodePlace, scripts: ReadonlyMap<string, Script>): void {
  const isSecond = existsSync(file)
  const parts = isSecond ? [...scripts].map(([pack, script]) => [pack, [script.createCachedData()]] as const) : []
  if (writeKept(file, { key, about: parts.map(([pack]) => pack) }, parts) && isSecond) removeOthers(dirname(file))
}

function removeOthers(folder: string): void {
  try {
    for (const name of readdirSync(folder))
      if (name.startsWith('code-') && !name.startsWith(ofThisBuild)) rmSync(join(folder, name), { force: true })
  } catch {
    return
  }
}
