import { type Stats, statSync } from '../files/file-system.ts'
import { type Config, defaultConfig } from '../../core/model/config.ts'
import type { KeptFolder } from '../cache/kept-folder.ts'
import type { ConfigFiles } from './config-file.ts'
import { stampOf } from '../cache/file-stamp.ts'

interface KeptConfig {
  /** The files that were read, with their stamps. */
  readonly read: string
  readonly config: Config
}

/**
 * Reads the configuration as `readConfig` does. If neither file changed it comes from the cache, since the YAML parser takes 30 ms to load;
 * if there is no file, nothing is loaded at all.
 */
export async function readCachedConfig(files: ConfigFiles, cache: KeptFolder | undefined): Promise<Config> {
  const stamps = [stampFor(files.vault), stampFor(files.user)]
  if (stamps.every((stamp) => stamp === null)) return defaultConfig
  const sure = stamps.every((stamp) => stamp === null || !stamp.some(Number.isNaN))
  const read = JSON.stringify([files, stamps])
  const kept = sure ? cache?.open<KeptConfig>('config') : undefined
  kept?.close()
  if (kept?.about.read === read) return kept.about.config
  const { readConfig } = await import('./config-file.ts')
  const config = readConfig(files)
  if (sure && config.cache !== 'off') cache?.write('config', { read, config } satisfies KeptConfig)
  return config
}

/** The stamp of a file; null when it does not exist. Anything unusual is left to the reader to report. */
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
