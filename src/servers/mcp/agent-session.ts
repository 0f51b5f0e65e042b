import { createHash, randomBytes } from 'node:crypto'
import { withVault } from '../../commands/arguments/with-vault.ts'
import type { Context } from '../../commands/command.ts'
import { fail } from '../../core/model/failure.ts'
import type { Note } from '../../core/model/note.ts'
import { isPrivate, visibleVault } from '../../core/vault/visible-vault.ts'
import type { Vault } from '../../core/vault/vault.ts'
import type { VaultWatch } from '../../io/live/live-vault.ts'

/** What agents see of a vault, as it is at each call, for as long as a server runs. */
export class AgentSession {
  /** Stands before and after what comes from notes; nobody who wrote a note can know it. */
  readonly mark = `notes-${randomBytes(8).toString('hex')}`
  readonly canWrite: boolean
  readonly #context: Context
  #vault: Vault | undefined
  #watch: Promise<VaultWatch> | undefined
  #seen: { readonly of: Vault; readonly visible: Vault } | undefined
  #writing: Promise<unknown> = Promise.resolve()
  #changed: () => void = () => undefined

  constructor(context: Context, canWrite: boolean) {
    this.#context = context
    this.canWrite = canWrite
  }

  /** Calls `changed` whenever the vault is another one. */
  onChange(changed: () => void): void {
    this.#changed = changed
  }

  /** A context in which private notes and those of `mcp.exclude` are not there; the vault is that of this moment. */
  async context(): Promise<Context> {
    const visible = await this.#visible()
    return { ...withVault(this.#ofAgent(), visible), vaultChoice: this.#context.vaultChoice }
  }

  /**
   * Runs a change of the vault, one at a time. It is planned on all notes, so that links in hidden ones follow, but may touch
   * visible ones alone; `guard` sees the paths it touches before it is made or shown.
   */
  async change<T>(guard: (paths: readonly string[]) => void, work: (context: Context) => Promise<T>): Promise<T> {
    const run = this.#writing.then(async () => {
      const visible = await this.#visible()
      const mayChange = (paths: readonly string[]): void => {
        this.#refuseHidden(visible, paths)
        guard(paths)
      }
      const done = await work({ ...withVault(this.#ofAgent(), this.#vault ?? visible), mayChange })
      await (await this.#watch)?.flush()
      return done
    })
    this.#writing = run.catch(() => undefined)
    return run
  }

  /** What names the text of a note: another text has another one. */
  hashOf(text: string): string {
    return createHash('sha256').update(text).digest('hex').slice(0, 16)
  }

  async close(): Promise<void> {
    const watch = await this.#watch?.catch(() => undefined)
    watch?.close()
  }

  /** No terminal: nothing is asked, paged or drawn. */
  #ofAgent(): Context {
    const terminal = { ...this.#context.terminal, stdinIsTerminal: false, stdoutIsTerminal: false }
    return { ...this.#context, terminal, notices: [] }
  }

  async #visible(): Promise<Vault> {
    const vault = await this.#now()
    if (this.#seen?.of !== vault) this.#seen = { of: vault, visible: visibleVault(vault, await this.#hides()) }
    return this.#seen.visible
  }

  async #now(): Promise<Vault> {
    if (this.#watch === undefined) {
      const vault = await this.#context.vault()
      this.#vault = vault
      this.#watch = this.#context.watchVault(vault, (next) => {
        this.#vault = next
        this.#changed()
      })
    }
    await (await this.#watch).flush()
    return this.#vault as Vault
  }

  async #hides(): Promise<(note: Note) => boolean> {
    const { mcpExclude } = await this.#context.config()
    if (mcpExclude.length === 0) return isPrivate
    const { IgnoreRules } = await import('../../core/vault/ignore-rules.ts')
    const excluded = new IgnoreRules(mcpExclude.join('\n'))
    return (note) => isPrivate(note) || excluded.ignores(note.path)
  }

  #refuseHidden(visible: Vault, paths: readonly string[]): void {
    if (paths.every((path) => this.#vault?.note(path) === undefined || visible.note(path) !== undefined)) return
    fail({
      kind: 'refused',
      message: 'this would also change notes that agents may not see; nothing was written',
      hint: 'the owner of the vault can make the change with wend itself',
    })
  }
}
