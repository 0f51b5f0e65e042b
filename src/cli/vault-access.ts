import type { Context, GlobalOptions } from '../commands/command.ts'
import { fail } from '../core/model/failure.ts'
import type { SearchIndex } from '../core/search/index/search-index.ts'
import type { Vault } from '../core/vault/vault.ts'
import type { VaultChoice } from '../io/files/find-vault.ts'
import type { CacheChoice, CachedVault } from '../io/cache/notes/read-cached-vault.ts'
import { stateFolders } from '../io/changes/user-state.ts'
import { foreignState, mayBeUnfinished } from '../io/changes/vault-place.ts'
import { type Progress, showProgress } from '../io/terminal/progress.ts'
import type { TerminalFacts } from '../io/terminal/terminal.ts'
import { answerThrough, indexCache, readThrough, searchThrough, updatedThrough } from './caches.ts'
import { once } from './once.ts'
import type { Process } from './process.ts'

/** What the ways to the vault are made of. */
interface VaultSource {
  readonly process: Pick<Process, 'env' | 'stdin'>
  readonly options: GlobalOptions
  readonly config: Context['config']
  /** Told of what was recovered. */
  readonly notices: string[]
  readonly chosen: () => VaultChoice
  readonly terminal: TerminalFacts
}

/** The ways in which commands come to the vault: as it was when first asked for, as it is now, as it changes, and searched. */
export function vaultAccess(
  source: VaultSource,
): Pick<Context, 'vault' | 'freshVault' | 'watchVault' | 'searchIndex' | 'answer' | 'updatedAnswer' | 'keptList'> {
  const { process, options, config, notices, chosen, terminal } = source
  const kept = new WeakMap<Vault, CachedVault>()
  const indexes = new WeakMap<Vault, Promise<SearchIndex>>()
  const read = async (progress?: Progress): Promise<Vault> => {
    const found: CachedVault = await readThrough(chosen().root, await config(), { options, env: process.env, progress })
    kept.set(found.vault, found)
    return found.vault
  }
  const progress = options.quiet
    ? undefined
    : showProgress(() => terminal.stderrIsTerminal && process.stdin.isRaw !== true)
  const vault = once(async (): Promise<Vault> => {
    notices.push(...(await unfinished(chosen().root, process.env)))
    const found = await read(progress)
    return found.size > 0 ? found : emptyVault(found, chosen())
  })
  const cache = async (): Promise<CacheChoice | undefined> =>
    indexCache(chosen().root, await config(), options, process.env)
  const indexFor = async (of: Vault, anew: boolean): Promise<SearchIndex> =>
    searchThrough(chosen().root, kept.get(of) ?? { vault: of }, await cache(), { progress, anew })
  return {
    vault,
    freshVault: () => read(),
    watchVault: async (from, tell) => {
      const { watchVault } = await import('../io/live/live-vault.ts')
      const { outerRules } = await import('../io/files/outer-rules.ts')
      const { root } = chosen()
      const walk = { ignore: (await config()).ignore, follow: options.follow, outer: outerRules(root) }
      return watchVault(root, walk, from, tell)
    },
    searchIndex: async (asked, anew = false) => {
      const of = asked ?? (await vault())
      const index = (anew ? undefined : indexes.get(of)) ?? indexFor(of, anew)
      indexes.set(of, index)
      return index
    },
    keptList: async (list) => {
      const [store, choice] = [kept.get(await vault())?.store, await cache()]
      // Never in the vault, which may come from a stranger, since rows hold escapes of the terminal.
      if (store === undefined || choice === undefined || (await config()).cache !== 'user') return undefined
      return (await import('../io/cache/notes/kept-rows.ts')).keptRows(store, choice.file, list)
    },
    answer: async (request) => {
      const whole = await vault()
      return answerThrough(chosen().root, kept.get(whole) ?? { vault: whole }, await cache(), request)
    },
    updatedAnswer: async (request) => {
      const whole = await vault()
      return updatedThrough(chosen().root, kept.get(whole) ?? { vault: whole }, await cache(), request)
    },
  }
}

/** What was done about changes that were interrupted, and about what looks like one, as messages. */
async function unfinished(root: string, env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const states = stateFolders(root, env)
  if (!mayBeUnfinished(root, states)) return []
  const { recoverVault } = await import('../io/changes/recover-changes.ts')
  return [...foreignState(root, env), ...recoverVault(root, states)]
}

function emptyVault(vault: Vault, { root, by }: VaultChoice): Vault {
  if (by !== 'guess') return vault
  return fail({
    kind: 'refused',
    message: `no notes in ${root}`,
    hint: 'choose a folder of markdown notes with --vault DIR or $WEND_VAULT, or write the first one with: wend new "A title"',
  })
}
