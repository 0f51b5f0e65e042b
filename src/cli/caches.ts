import { platform as hostPlatform } from 'node:os'
import { join } from 'node:path'
import type { GlobalOptions } from '../commands/command.ts'
import type { Config } from '../core/model/config.ts'
import type { SearchIndex } from '../core/search/index/search-index.ts'
import { checksum } from '../io/cache/checksum.ts'
import { cacheFolder } from '../io/cache/cache-folder.ts'
import { indexFile, shortName } from '../io/cache/index-file.ts'
import { ownSecret } from '../io/cache/own-secret.ts'
import type { AnswerMaker } from '../io/cache/notes/derived-answer.ts'
import { outerRules } from '../io/files/outer-rules.ts'
import type { KeptPages } from '../io/cache/kept-pages.ts'
import type { Progress } from '../io/terminal/progress.ts'
import type { CacheChoice, CachedVault } from '../io/cache/notes/read-cached-vault.ts'

/** Caches hold what one build of the program wrote; run from source it has none. */
const build = typeof WEND_BUILD === 'string' ? WEND_BUILD : undefined

/** Where the vault's cache is, unless it is switched off or links out of the vault are followed. */
export function indexCache(
  root: string,
  config: Config,
  options: GlobalOptions,
  env: NodeJS.ProcessEnv,
): CacheChoice | undefined {
  if (build === undefined || !options.cache || options.follow) return undefined
  const file = indexFile(root, { where: config.cache, build }, env)
  const by = config.cache === 'vault' ? buildForVaults(build, env) : build
  return file === undefined || by === undefined ? undefined : { file, build: by }
}

/** The name of the build in caches that lie in vaults: no stranger can write one that is taken for the user's own. */
function buildForVaults(name: string, env: NodeJS.ProcessEnv): string | undefined {
  const folder = cacheFolder(env, hostPlatform())
  const secret = folder && ownSecret(join(folder, 'own-secret'))
  return secret && `${name} ${secret}`
}

/** How a vault is read, and who is told how far that is. */
export interface ReadChoice {
  readonly options: GlobalOptions
  readonly env: NodeJS.ProcessEnv
  readonly progress: Progress | undefined
}

/** Reads the vault through its cache. */
export async function readThrough(
  root: string,
  config: Config,
  { options, env, progress }: ReadChoice,
): Promise<CachedVault> {
  const walk = { ignore: config.ignore, follow: options.follow, outer: outerRules(root) }
  const cache = indexCache(root, config, options, env)
  if (cache === undefined) return { vault: (await import('../io/files/read-vault.ts')).readVault(root, walk, progress) }
  const { readCachedVault } = await import('../io/cache/notes/read-cached-vault.ts')
  return readCachedVault(root, walk, progress === undefined ? cache : { ...cache, progress })
}

/** How the search index is read: who is told how far that is, and whether what is kept of it turned out to be damaged. */
export interface SearchReading {
  readonly progress: Progress | undefined
  readonly anew: boolean
}

/** The search index of a vault that `readThrough` read, through its cache. */
export async function searchThrough(
  root: string,
  { vault, state }: CachedVault,
  cache: CacheChoice | undefined,
  reading: SearchReading,
): Promise<SearchIndex> {
  const { readCachedSearch, readSearchIndex } = await import('../io/cache/search/read-cached-search.ts')
  if (cache === undefined) return readSearchIndex(root, vault, reading.progress)
  return readCachedSearch(root, vault, { file: `${cache.file}-words`, build: cache.build, state, ...reading })
}

/** How an answer is made, and what it follows from. */
export interface AnswerRequest<T> {
  readonly question: string
  readonly from: 'vault' | 'question'
  /** How many answers of the vault are kept beside each other, besides the one that has a place of its own. */
  readonly places?: number
  readonly make: () => Promise<T>
}

/** An answer through the cache of the last one of its sort; made anew where nothing is kept. */
export async function answerThrough<T>(
  root: string,
  { state, asked }: CachedVault,
  cache: CacheChoice | undefined,
  { question, from, places, make }: AnswerRequest<T>,
): Promise<T> {
  if (cache === undefined || state === undefined || asked === undefined) return make()
  const { derivedAnswer } = await import('../io/cache/notes/derived-answer.ts')
  const choice =
    from === 'vault'
      ? { file: `${cache.file}-answer${placeOf(question, places)}`, state, asked }
      : { file: `${cache.file}-searches`, state: '', asked: new Map<string, boolean>() }
  return derivedAnswer({ ...choice, build: cache.build, root }, question, make)
}

/** The same for an answer that is brought up to date. */
export async function updatedThrough<T, M>(
  root: string,
  { state, asked, since }: CachedVault,
  cache: CacheChoice | undefined,
  { question, ...maker }: { readonly question: string } & AnswerMaker<T, M>,
): Promise<T> {
  if (cache === undefined || state === undefined || asked === undefined || since === undefined)
    return (await maker.make()).answer
  const { updatedAnswer } = await import('../io/cache/notes/derived-answer.ts')
  const choice = { file: `${cache.file}-answer`, build: cache.build, root, state, asked, since }
  return updatedAnswer(choice, question, maker)
}

function placeOf(question: string, places: number | undefined): string {
  return places === undefined ? '' : `-${checksum(Buffer.from(question)) % places}`
}

/** Where the configuration is kept parsed. */
export function configCache(
  root: string,
  options: GlobalOptions,
  env: NodeJS.ProcessEnv,
): { readonly file: string; readonly build: string } | undefined {
  const folder = build !== undefined && options.cache ? cacheFolder(env, hostPlatform()) : undefined
  return build === undefined || folder === undefined
    ? undefined
    : { file: join(folder, `config-${shortName(root)}`), build }
}

/**
 * Where rendered pages are kept: never in the vault, which may come from a stranger, since a page holds escapes of the
 * terminal; undefined where caches are off.
 */
export async function pagesOf(
  { cache }: Config,
  options: GlobalOptions,
  env: NodeJS.ProcessEnv,
): Promise<KeptPages | undefined> {
  const isOn = build !== undefined && options.cache && cache === 'user'
  const folder = isOn ? cacheFolder(env, hostPlatform()) : undefined
  if (build === undefined || folder === undefined) return undefined
  const { keptPages } = await import('../io/cache/kept-pages.ts')
  return keptPages(join(folder, 'pages'), build)
}
