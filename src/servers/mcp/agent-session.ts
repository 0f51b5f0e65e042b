import { createHash, randomBytes } from 'node:crypto'
import { withVault } from '../../commands/arguments/with-vault.ts'
import type { Context } from '../../commands/command.ts'
import { fail } from '../../core/model/failure.ts'
import type { Touched } from '../../core/model/change.ts'
import type { Note } from '../../core/model/note.ts'
import { handOnNames } from '../../core/query/names/vault-names.ts'
import { isPrivate, visibleVault } from '../../core/vault/visible-vault.ts'
import type { Vault } from '../../core/vault/vault.ts'
import { readNoteText } from '../../io/files/read-text.ts'
import { forgetDecoded } from '../../io/cache/notes/cached-note.ts'
import { patternFinder } from '../../io/files/find-pattern.ts'
import type { VaultWatch } from '../../io/live/live-vault.ts'
import { growSlowly } from '../grow-slowly.ts'
import { touchedPaths, touchesHidden } from './touches-hidden.ts'
import { stoppable } from './stoppable.ts'
import { changedBetween, type VisibleChange } from './visible-change.ts'

/** What agents see of a vault, as it is at each call, for as long as a server runs. */
export class AgentSession {
  /** A random mark that is put before and after text from notes. Who wrote a note cannot know it, so the note cannot pretend to end there. */
  readonly mark = `notes-${randomBytes(8).toString('hex')}`
  readonly canWrite: boolean
  readonly #context: Context
  #vault: Vault | undefined
  #watch: Promise<VaultWatch> | undefined
  #seen: { readonly of: Vault; readonly hidden: string; readonly visible: Vault } | undefined
  #writing: Promise<unknown> = Promise.resolve()
  #told: Vault | undefined
  #asked = 0
  #kept: { readonly of: Vault | undefined; readonly answers: Map<string, unknown> } = {
    of: undefined,
    answers: new Map(),
  }
  readonly #listeners = new Set<(change: VisibleChange) => void>()

  constructor(context: Context, canWrite: boolean) {
    this.#context = context
    this.canWrite = canWrite
  }

  /** Calls `listener` with what agents see change, whenever that happens; gives a function that ends it. */
  onChange(listener: (change: VisibleChange) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Reads the vault and looks at it from now on; what is wrong with it is said by the first call. */
  async begin(): Promise<void> {
    await this.#visible().catch(() => undefined)
  }

  /**
   * A context in which private notes and those of `mcp.exclude` are not there; the vault is that of this moment. What reads many notes
   * stops at the next one when `signal` says so.
   */
  async context(signal?: AbortSignal): Promise<Context> {
    const visible = await this.#visible()
    const { vaultChoice } = this.#context
    return stoppable({ ...withVault(this.#ofAgent(), visible), vaultChoice, answer: this.#answersOf(visible) }, signal)
  }

  /**
   * Runs a change of the vault, one at a time. It is planned on all notes, so that links in hidden ones follow, or on those that agents
   * see, but may touch visible ones alone; `guard` sees the paths it touches before it is made or shown.
   */
  async change<T>(
    guard: (paths: ReadonlySet<string>) => void,
    work: (context: Context) => Promise<T>,
    planned: 'on all notes' | 'on visible notes' = 'on all notes',
  ): Promise<T> {
    const run = this.#writing.then(async () => {
      const visible = await this.#visible()
      const hides = await this.#hides(await this.#excluded())
      const mayChange = (touched: readonly Touched[]): void => {
        const textAt = (path: string): string | undefined => this.#textAt(path)
        if (touchesHidden(touched, { all: this.#vault, visible, hides, textAt })) refuseHidden()
        guard(touchedPaths(touched))
      }
      const vault = planned === 'on all notes' ? (this.#vault ?? visible) : visible
      const mayName = (path: string): boolean => visible.note(path) !== undefined
      const done = await work({ ...withVault(this.#ofAgent(), vault), mayChange, mayName })
      await (await this.#watch)?.flush()
      return done
    })
    this.#writing = run.catch(() => undefined)
    return run
  }

  /** The folder of the vault; undefined where none was found. */
  get root(): string | undefined {
    try {
      return this.#context.vaultChoice().root
    } catch {
      return undefined
    }
  }

  /** A hash of the text of a note: another text has another one. */
  hashOf(text: string): string {
    return createHash('sha256').update(text).digest('hex').slice(0, 16)
  }

  /** The hash of a note as it is in its file. */
  hashNow(path: string): string {
    return this.hashOf(readNoteText(this.#context.vaultChoice().root, path, { follow: true }))
  }

  async close(): Promise<void> {
    const watch = await this.#watch?.catch(() => undefined)
    watch?.close()
  }

  /** No terminal: nothing is asked, paged or drawn. Configuration and vault are those of now; each call has its own time for patterns. */
  #ofAgent(): Context {
    const { terminal, freshConfig } = this.#context
    const none = { ...terminal, stdinIsTerminal: false, stdoutIsTerminal: false }
    return {
      ...this.#context,
      // An agent stands in the root: it knows no other folder.
      cwd: this.#context.vaultChoice().root,
      terminal: none,
      pathHere: (path) => path,
      ask: undefined,
      notices: [],
      config: freshConfig,
      freshVault: () => this.#visible(),
      findPattern: ownFinder(),
    }
  }

  /** Answers that follow from the vault alone, the last few of this state of it: whoever reads a long list page by page asks again and again. */
  #answersOf(vault: Vault): Context['answer'] {
    if (this.#kept.of !== vault) this.#kept = { of: vault, answers: new Map() }
    const { answers } = this.#kept
    return async <T>({ question, make }: Parameters<Context['answer']>[0]): Promise<T> => {
      const known = answers.get(question) as T | undefined
      if (known !== undefined) return known
      const answer = (await make()) as T
      if (answers.size >= mostKept) answers.clear()
      answers.set(question, answer)
      return answer
    }
  }

  async #visible(): Promise<Vault> {
    return this.#visibleOf(await this.#now())
  }

  async #visibleOf(vault: Vault): Promise<Vault> {
    const excluded = await this.#excluded()
    const hidden = excluded.join('\n')
    const before = this.#seen
    if (before?.of === vault && before.hidden === hidden) return before.visible
    const hides = await this.#hides(excluded)
    const visible = visibleVault(vault, hides, (path) => hides({ path: path as Note['path'] }))
    handOnNames(before?.visible, visible)
    this.#seen = { of: vault, hidden, visible }
    return visible
  }

  async #tell(): Promise<void> {
    const [before, now] = [this.#told, await this.#visible().catch(() => undefined)]
    if (now === undefined || before === now) return
    this.#told = now
    const change = changedBetween(before, now)
    if (change !== undefined) for (const listener of this.#listeners) listener(change)
  }

  async #now(): Promise<Vault> {
    // One watch, however many ask at once: another would never be closed. After a failure the next call tries again.
    this.#watch ??= this.#begin().catch((error: unknown) => {
      this.#watch = undefined
      throw error
    })
    await (await this.#watch).flush()
    growSlowly(undefined, leastRoom)
    if (++this.#asked % askedBetweenRests === 0) this.#rest()
    return this.#vault as Vault
  }

  /** Links and details that were read for earlier calls make room. Who is at work meanwhile reads what it needs again, and finds the same. */
  #rest(): void {
    for (const vault of new Set([this.#vault, this.#seen?.visible])) if (vault !== undefined) forgetDecoded(vault)
  }

  async #begin(): Promise<VaultWatch> {
    const vault = await this.#context.vault()
    this.#vault = vault
    this.#told = await this.#visibleOf(vault)
    return this.#context.watchVault(vault, (next) => {
      this.#vault = next
      void this.#tell()
    })
  }

  /** What agents may not see, with what is ignored since the vault was read: such files are still among its notes. */
  async #excluded(): Promise<readonly string[]> {
    const [{ ignore: before }, { mcpExclude, ignore }] = [
      await this.#context.config(),
      await this.#context.freshConfig(),
    ]
    if (mcpExclude.length > 0) (await import('../../core/vault/hiding-rules.ts')).hidingRules('mcp.exclude', mcpExclude)
    return [...mcpExclude, ...ignore.filter((pattern) => !before.includes(pattern))]
  }

  async #hides(excluded: readonly string[]): Promise<(note: Pick<Note, 'path' | 'isPrivate'>) => boolean> {
    if (excluded.length === 0) return isPrivate
    const { IgnoreRules } = await import('../../core/vault/ignore-rules.ts')
    const rules = new IgnoreRules(excluded.join('\n'))
    return (note) => isPrivate(note) || rules.ignores(note.path)
  }

  /** The text of a file of the vault; undefined where it can't be read. */
  #textAt(path: string): string | undefined {
    try {
      return readNoteText(this.#context.vaultChoice().root, path, { follow: false })
    } catch {
      return undefined
    }
  }
}

function refuseHidden(): never {
  return fail({
    kind: 'refused',
    message: 'this would also change notes that agents may not see, or put one where they may not; nothing was written',
    hint: 'the owner of the vault can make the change with wend itself',
  })
}

/** By how much the heap may grow before it is looked through, in bytes, where a share of it is less. */
const leastRoom = 32_000_000

/** How often the vault is asked for until what was read of it is let go of. */
const askedBetweenRests = 200

/** How many answers are kept, each of which may be long. */
const mostKept = 3

/** Patterns of a call share a time of their own, so that no number of calls uses it up. */
function ownFinder(): Context['findPattern'] {
  let find: ReturnType<typeof patternFinder> | undefined
  return (pattern, texts) => Promise.resolve((find ??= patternFinder())(pattern, texts))
}
