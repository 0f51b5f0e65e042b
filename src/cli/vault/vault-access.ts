import type { Context, GlobalOptions } from '../../commands/command.ts'
import { fail } from '../../core/model/failure.ts'
import type { SearchIndex } from '../../core/search/index/search-index.ts'
import type { Vault } from '../../core/vault/vault.ts'
import type { VaultChoice } from '../../io/vault/find-vault.ts'
import type { IndexedVault } from '../../io/cache/search/read-cached-search.ts'
import type { CachedVault } from '../../io/cache/notes/read-cached-vault.ts'
import { mostUnmarkedFiles, type WalkOptions } from '../../io/vault/walk-vault.ts'
import { stateFolders } from '../../io/changes/user-state.ts'
import { foreignState, mayBeUnfinished } from '../../io/changes/vault-place.ts'
import { type Progress, showProgress } from '../../io/terminal/progress.ts'
import type { TerminalFacts } from '../../io/terminal/terminal.ts'
import { vaultFiles } from './caches.ts'
import { once } from '../once.ts'
import type { Process } from '../process.ts'

/** What access to the vault is built from. */
interface VaultSource {
  readonly process: Pick<Process, 'env' | 'stdin'>
  readonly options: GlobalOptions
  readonly config: Context['config']
  /** Receives messages about recovered changes. */
  readonly notices: string[]
  readonly chosen: () => VaultChoice
  readonly terminal: TerminalFacts
}

/** Access to the vault for commands: as first read, as it is now, as it changes, and its search index. */
export function vaultAccess(
  source: VaultSource,
): Pick<Context, 'vault' | 'vaultIfRead' | 'freshVault' | 'watchVault' | 'searchIndex' | 'answer'> {
  const { process, options, config, notices, chosen } = source
  const progress = progressOf(source)
  const walk = async (): Promise<WalkOptions> => {
    const { outerRules } = await import('../../io/vault/outer-rules.ts')
    const { vaultDialects } = await import('../../io/vault/vault-dialects.ts')
    const { tellDates } = await import('../../io/vault/vault-dates.ts')
    const [{ ignore, dialects, dates = 'file' }, { root, by }] = [await config(), chosen()]
    // Set once, for everything that reads notes of this root.
    vaultDialects(root, dialects)
    const git = dates === 'git' ? (await import('../../io/programs/git-dates.ts')).gitDates(root) : undefined
    tellDates(root, { from: dates, ...(git === undefined ? {} : { git }) })
    const most = by === 'guess' || by === 'git' ? mostUnmarkedFiles : undefined
    return { ignore, follow: options.follow, outer: outerRules(root), most }
  }
  const read = async (told?: Progress): Promise<CachedVault> => {
    const [{ root }, how] = [chosen(), await walk()]
    const files = vaultFiles(root, await config(), { options, env: process.env })
    if (files === undefined) return { vault: (await import('../../io/vault/read-vault.ts')).readVault(root, how, told) }
    return (await import('../../io/cache/notes/read-cached-vault.ts')).readCachedVault(root, how, files, told)
  }
  let readFirst: Vault | undefined
  const first = once(async (): Promise<CachedVault> => {
    notices.push(...(await unfinished(chosen().root, process.env)))
    const found = await read(progress)
    readFirst = found.vault
    return found.vault.size > 0 ? found : { ...found, vault: emptyVault(found.vault, chosen()) }
  })
  const searchIndex = searching(first, chosen, progress)
  return {
    vault: async () => (await first()).vault,
    vaultIfRead: () => readFirst,
    freshVault: async () => (await read()).vault,
    watchVault: async (from, tell, tellOfOthers) =>
      (await import('../../io/live/live-vault.ts')).watchVault(chosen().root, await walk(), from, {
        tell,
        tellOfOthers,
      }),
    searchIndex,
    answer: async (question) => {
      const { cache } = await first()
      if (cache === undefined) return question.make()
      return (await import('../../io/cache/notes/kept-answer.ts')).keptAnswer(cache, question)
    },
  }
}

function progressOf({ options, terminal, process }: VaultSource): Progress | undefined {
  return options.quiet ? undefined : showProgress(() => terminal.stderrIsTerminal && process.stdin.isRaw !== true)
}

/** The search index of the vault as first read or of a later state; the latest is kept, and later ones are updated from it. */
function searching(
  first: () => Promise<CachedVault>,
  chosen: () => VaultChoice,
  progress: Progress | undefined,
): Context['searchIndex'] {
  let base: Promise<IndexedVault> | undefined
  let last: { readonly vault: Vault; readonly found: Promise<IndexedVault> } | undefined
  const make = async (vault: Vault, anew: boolean): Promise<IndexedVault> => {
    const known = await first()
    const of = vault === known.vault ? known : { vault }
    return { vault, index: await indexOf(chosen().root, of, { progress, anew }) }
  }
  const makeAfter = async (vault: Vault, before: Promise<IndexedVault>): Promise<IndexedVault> => {
    const { searchIndexAfter } = await import('../../io/cache/search/read-cached-search.ts')
    const known = { first: await (base ??= before), last: await before }
    const index = await searchIndexAfter(chosen().root, vault, known)
    return index === undefined ? (base = make(vault, false)) : { vault, index }
  }
  return async (asked, anew = false) => {
    const known = await first()
    const vault = asked ?? known.vault
    if (anew) base = undefined
    if (anew || last?.vault !== vault) {
      // The index of the vault as first read may come from the cache; all other states are updated from it.
      base ??= make(anew ? vault : known.vault, anew)
      last = { vault, found: anew || vault === known.vault ? base : makeAfter(vault, last?.found ?? base) }
    }
    return (await last.found).index
  }
}

/** The search index of a vault, through its cache where it has one. */
async function indexOf(
  root: string,
  { vault, cache }: CachedVault,
  reading: { readonly progress: Progress | undefined; readonly anew: boolean },
): Promise<SearchIndex> {
  const { readCachedSearch, readSearchIndex } = await import('../../io/cache/search/read-cached-search.ts')
  if (cache === undefined) return readSearchIndex(root, vault, reading.progress)
  return readCachedSearch(cache, vault, reading)
}

/** Rolls back interrupted changes; gives messages about that, and about files that look like one. */
async function unfinished(root: string, env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const states = stateFolders(root, env)
  if (!mayBeUnfinished(root, states)) return []
  const { recoverVault } = await import('../../io/changes/recover-changes.ts')
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
