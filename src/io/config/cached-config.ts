import { readFileSync, renameSync, rmSync, type Stats, statSync, writeFileSync } from '../files/file-system.ts'
import { dirname } from 'node:path'
import { type Config, defaultConfig } from '../../core/model/config.ts'
import { checksum } from '../cache/checksum.ts'
import { randomId } from '../cache/random-id.ts'
import { stampOf } from '../cache/file-stamp.ts'
import { makeFolders } from '../files/make-folders.ts'

/** The two files that make a configuration. */
export interface ConfigFiles {
  /** The vault's folder. */
  readonly root: string
  readonly vault: string
  readonly user: string
}

/**
 * Reads the configuration as `readConfig` does. Where neither file changed it comes from the cache, since the reader of YAML
 * takes 30 ms to load; where there is no file, nothing is loaded at all.
 */
export async function readCachedConfig(
  files: ConfigFiles,
  cache: { readonly file: string; readonly build: string } | undefined,
): Promise<Config> {
  const stamps = [stampFor(files.vault), stampFor(files.user)]
  if (stamps.every((stamp) => stamp === null)) return defaultConfig
  const sure = stamps.every((stamp) => stamp === null || !stamp.some(Number.isNaN))
  const key = JSON.stringify([cache?.build, files, stamps])
  const kept = cache === undefined || !sure ? undefined : readKept(cache.file, key)
  if (kept !== undefined) return kept
  const { readConfig } = await import('./config-file.ts')
  const config = readConfig(files)
  if (cache !== undefined && sure && config.cache !== 'off') keep(cache.file, key, config)
  return config
}

/** What tells that a file is as it was; null for a file that is not there. Anything odd is left to the reader to report. */
function stampFor(file: string): readonly number[] | null {
  let facts: Stats | undefined
  const now = Date.now()
  try {
    facts = statSync(file, { throwIfNoEntry: false })
  } catch {
    return [Number.NaN]
  }
  return facts === undefined ? null : stampOf(facts, now)
}

/** The file holds a checksum, the key and the configuration, a line each. */
function readKept(file: string, key: string): Config | undefined {
  try {
    const [sum, kept, config] = readFileSync(file, 'utf8').split('\n')
    if (kept !== key || config === undefined) return undefined
    return sum === String(checksum(Buffer.from(config))) ? (JSON.parse(config) as Config) : undefined
  } catch {
    return undefined
  }
}

function keep(file: string, key: string, config: Config): void {
  const unfinished = `${file}.${randomId()}`
  try {
    const text = JSON.stringify(config)
    makeFolders(dirname(file))
    writeFileSync(unfinished, `${checksum(Buffer.from(text))}\n${key}\n${text}`, { mode: 0o600, flag: 'wx' })
    renameSync(unfinished, file)
  } catch {
    rmSync(unfinished, { force: true })
  }
}
