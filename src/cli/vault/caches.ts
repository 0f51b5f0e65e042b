import { platform as hostPlatform } from 'node:os'
import type { GlobalOptions } from '../../commands/command.ts'
import type { Config } from '../../core/model/config.ts'
import { cacheFolder } from '../../io/cache/cache-folder.ts'
import { folderInCache, folderInVault, KeptFolder, ownSecret } from '../../io/cache/kept-folder.ts'

/** The build that runs, for which caches are kept; when run from source there is none, and so no cache. */
const build = typeof WEND_BUILD === 'string' ? WEND_BUILD : undefined

/** What decides whether caches are used, besides the configuration. */
export interface CacheOptions {
  readonly options: Pick<GlobalOptions, 'cache' | 'follow'>
  readonly env: NodeJS.ProcessEnv
}

/** What is kept for a vault in the user's cache folder; undefined where caches are off. */
export function userFiles(root: string, { options, env }: CacheOptions): KeptFolder | undefined {
  const cache = build !== undefined && options.cache ? cacheFolder(env, hostPlatform()) : undefined
  return build === undefined || cache === undefined
    ? undefined
    : new KeptFolder(folderInCache(cache, root, build), build, root)
}

/**
 * Where the index of a vault and what is derived from it are kept; undefined when caches are off or links out of the vault are followed.
 * The key of a cache inside the vault contains the user's secret, so that a stranger's cache is never taken for the user's own.
 */
export function vaultFiles(root: string, { cache: where }: Config, choice: CacheOptions): KeptFolder | undefined {
  const { options, env } = choice
  if (options.follow || where === 'off') return undefined
  if (where === 'user') return userFiles(root, choice)
  const cache = build !== undefined && options.cache ? cacheFolder(env, hostPlatform()) : undefined
  const folder = cache && folderInVault(root)
  const secret = cache && folder && ownSecret(cache)
  return folder && secret ? new KeptFolder(folder, `${build ?? ''} ${secret}`, root) : undefined
}
