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

/** The view that agents have of a vault, as of each call, while a server runs. */
export class AgentSession {
  /** A random marker before and after text from notes. The writer of a note can't know it, so a note can't fake its own end. */
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

  /** Reads the vault and starts to watch it; problems are reported by the first call. */
  async begin(): Promise<void> {
    await this.#visible().catch(() => undefined)
  }

  /**
   * A context without private notes and those of `mcp.exclude`, with the vault of this moment. Reading many notes stops between two notes
   * when `signal` is aborted.
   */
  async context(signal?: AbortSignal): Promise<Context> {
    const visible = await this.#visible()
    const { vaultChoice } = this.#context
    return stoppable({ ...withVault(this.#ofAgent(), visible), vaultChoice, answer: this.#answersOf(visible) }, signal)
  }

  /**
   * Runs a change of the vault, one at a time. It is planned on all notes, so that links in hidden ones follow, or on those that agents
   * see, but may only touch visible notes; `guard` checks the touched paths before the change is made or shown.
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

  /** A hash of the text of a note. */
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

  /**
   * A context without a terminal: nothing is asked, paged or drawn. Configuration and vault are the present ones; each call has its own
   * time limit for patterns.
   */
  #ofAgent(): Context {
    const { terminal, freshConfig } = this.#context
    const none = { ...terminal, stdinIsTerminal: false, stdoutIsTerminal: false }
    return {
      ...this.#context,
      // Agents work from the root and know no other folder.
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

  /** Caches the last few answers that depend on the vault only: an agent that pages through a long list repeats the question. */
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
    // One watch even for simultaneous calls: another would never be closed. After a failure the next call tries again.
    this.#watch ??= this.#begin().catch((error: unknown) => {
      this.#watch = undefined
      throw error
    })
    await (await this.#watch).flush()
    growSlowly(undefined, leastRoom)
    if (++this.#asked % askedBetweenRests === 0) this.#rest()
    return this.#vault as Vault
  }

  /** Frees links and details that were read for earlier calls. A call in progress reads what it needs again, with the same result. */
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

  /** The paths hidden from agents, including those ignored since the vault was read, whose notes are still in it. */
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

/** How much the heap may at least grow between collections, in bytes. */
const leastRoom = 32_000_000

/** After how many uses of the vault its decoded data is freed. */
const askedBetweenRests = 200

/** How many answers are cached; each may be long. */
const mostKept = 3

/** Each call has its own time limit for patterns, so that many calls can't use it up. */
function ownFinder(): Context['findPattern'] {
  let find: ReturnType<typeof patternFinder> | undefined
  return (pattern, texts) => Promise.resolve((find ??= patternFinder())(pattern, texts))
}
