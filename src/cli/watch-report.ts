import type { Command, Context, Outcome } from '../commands/command.ts'
import { Options } from '../commands/arguments/options.ts'
import { withVault } from '../commands/arguments/with-vault.ts'
import { FailureError } from '../core/model/failure.ts'
import type { Vault } from '../core/vault/vault.ts'
import { holdInterrupts } from '../io/files/hold-interrupts.ts'
import { writeToStdout } from '../io/terminal/write-output.ts'
import { reportRows } from '../view/report-data.ts'
import { changedRows } from '../view/formats/changed-rows.ts'
import { ndjson } from '../view/formats/json.ts'
import { neutralise } from '../view/neutralise.ts'
import { withAbsolutePaths } from '../view/place-paths.ts'
import { repaint } from '../view/repaint.ts'
import { failureMessage } from '../view/failure-message.ts'
import { printFailure, printMessages } from './print-messages.ts'
import { chooseFormat, reportAsText, unwritten } from './print-report.ts'
import type { Process } from './process.ts'
import { standpointOf } from './vault/standpoint.ts'

/** The command that is run again, as it was asked for. */
interface Watched {
  readonly command: Command
  readonly args: readonly string[]
  readonly options: Readonly<Record<string, unknown>>
}

/**
 * Prints the outcome of a command now, and again whenever notes change. A terminal is cleared and redrawn; elsewhere outputs follow each
 * other, separated by an empty record; ndjson contains only rows that changed. Ends when the output is closed (0) or can't be written (2);
 * Ctrl-C ends the process.
 */
export async function watchReport(
  process: Process,
  context: Context,
  watched: Watched,
  first: Outcome,
): Promise<number> {
  const release = holdInterrupts()
  const session = new Watching(process, context, watched)
  const exit = (await session.show(first)) ?? (await session.follow())
  release()
  return exit
}

class Watching {
  readonly #process: Process
  readonly #watched: Watched
  readonly #context: Context
  readonly #paints: boolean
  #shown: string | undefined
  #rows: readonly object[] = []
  #said = ''

  constructor(process: Process, context: Context, watched: Watched) {
    this.#process = process
    this.#context = context
    this.#watched = watched
    const { format } = chooseFormat(watched.options)
    this.#paints = context.terminal.stdoutIsTerminal && format === 'text' && context.env['TERM'] !== 'dumb'
  }

  /** Shows an outcome; resolves to the exit code if it was the last. */
  async show(outcome: Outcome): Promise<number | undefined> {
    const { report, messages = [] } = outcome
    const choice = chooseFormat(this.#watched.options)
    if (report === undefined) return undefined
    const text = await reportAsText(this.#context, report, choice)
    if (typeof text !== 'string') return printFailure(this.#process, text)
    const said = [...this.#context.notices, ...messages]
    const result = await writeToStdout(this.#process, this.#outputFor(text, reportRows(report), choice, said))
    if (!this.#paints) await this.#say(said)
    if (result === undefined) return undefined
    return result === 'closed' ? 0 : printFailure(this.#process, unwritten(result.reason))
  }

  /** Shows each new state of the vault in turn; states that arrive while one is shown are skipped, except the last. */
  async follow(): Promise<number> {
    const vault = await this.#context.vault()
    return new Promise((resolve, reject) => {
      let next: Vault | undefined
      let busy = false
      const work = async (): Promise<void> => {
        if (busy) return
        busy = true
        for (; next !== undefined;) {
          const latest = next
          next = undefined
          const ended = await this.#again(latest)
          if (ended !== undefined) return resolve(ended)
        }
        busy = false
      }
      this.#context.watchVault(vault, (latest) => ((next = latest), work().catch(reject))).catch(reject)
    })
  }

  async #again(vault: Vault): Promise<number | undefined> {
    const { command, args, options } = this.#watched
    try {
      return await this.show(await command.run(withVault(this.#context, vault), args, new Options(options)))
    } catch (error) {
      if (!(error instanceof FailureError)) throw error
      // A note that a filter names may be gone for a moment.
      await this.#say([failureMessage(error.failure).lines.join('; ')])
      return undefined
    }
  }

  #outputFor(
    text: string,
    rows: readonly object[],
    { format, separator }: ReturnType<typeof chooseFormat>,
    said: readonly string[],
  ): string {
    const [before, known] = [this.#shown, this.#rows]
    this.#shown = text
    this.#rows = rows
    if (this.#paints) return this.#painted(text, said, before === undefined)
    if (before === undefined) return text
    if (format === 'ndjson') return ndjson(withAbsolutePaths(changedRows(known, rows), standpointOf(this.#context)))
    return before === text ? '' : separator + text
  }

  #painted(text: string, said: readonly string[], first: boolean): string {
    const { stdout } = this.#process
    const notes = [...said, 'watching for changes; Ctrl-C ends'].map((message) => `wend: ${neutralise(message)}`)
    return repaint(text, notes, { width: stdout.columns || 80, height: stdout.rows || 24, first })
  }

  /** Prints messages that differ from the last ones. */
  async #say(messages: readonly string[]): Promise<void> {
    const text = messages.join('\n')
    if (text === this.#said || this.#context.options.quiet) return
    this.#said = text
    await printMessages(this.#process, messages)
  }
}
