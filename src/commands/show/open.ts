import { join } from 'node:path'
import { lineOfSection } from '../../core/query/note/section-of.ts'
import { fail } from '../../core/model/failure.ts'
import { splitCommand } from '../../io/programs/split-command.ts'
import type { ProgramStart } from '../../io/programs/start-program.ts'
import type { Command, Context, Outcome } from '../command.ts'
import { requireTarget } from '../arguments/require-note.ts'

/** `wend open`: a note in the editor or the system's application. */
export const open: Command = {
  arguments: [{ name: '<note>', description: 'path, title, alias or the beginning of one', completes: 'note' }],
  options: [
    { flags: '--line <number>', description: 'start at this line, where the editor can' },
    { flags: '--with-app', description: "open with the system's application for the file" },
    { flags: '--editor <command>', description: 'this editor instead of $VISUAL and $EDITOR', completes: 'command' },
  ],
  examples: [
    ['wend open attention', 'in $VISUAL, else $EDITOR'],
    ['wend open attention --line 20', 'at a line'],
    ['wend open attention --with-app', 'in the application that opens markdown files here'],
  ],
  run: async (context, args, options) => {
    const messages: string[] = []
    const { note, anchor } = await requireTarget(context, args[0] ?? '', messages)
    const file = join(context.vaultChoice().root, note.path)
    if (options.flag('withApp')) return openWithApp(context, file, messages)
    const line = options.count('line', 1) ?? (anchor === undefined ? undefined : lineOfSection(note, anchor))
    return openInEditor(context, file, { line, editor: options.text('editor'), messages, else: 'or use --with-app' })
  },
}

/**
 * Opens a file in the editor: from the option, `$VISUAL`, `$EDITOR` or the user's configuration, with `+LINE` if the editor supports it. If
 * none is set or it does not start, the messages about earlier work (such as a note that was created) are still shown.
 */
export async function openInEditor(
  context: Context,
  file: string,
  how: {
    readonly line?: number | undefined
    readonly editor?: string | undefined
    readonly messages: string[]
    /** The alternative to suggest when no editor is set. */
    readonly else?: string
  },
): Promise<Outcome> {
  const { env } = context
  const line = how.editor ?? nonEmpty(env['VISUAL']) ?? nonEmpty(env['EDITOR']) ?? (await context.config()).editor
  const [command, ...args] = splitCommand(line ?? '')
  if (command === undefined) {
    context.notices.push(...how.messages)
    return fail({
      kind: 'usage',
      message: 'no editor is set',
      hint: `set $VISUAL or $EDITOR, for example: export EDITOR=nano${how.else === undefined ? '' : `; ${how.else}`}`,
    })
  }
  const safe = file.startsWith('-') ? `./${file}` : file
  return launch(context, { sort: 'editor', command, args, given: placed(command, safe, how.line) }, how.messages)
}

/** Opens a file or an address in the system's application for it. */
export async function openWithApp(context: Context, target: string, messages: readonly string[]): Promise<Outcome> {
  return launch(context, { sort: 'opener', command: opener(context.env), args: [], given: [target] }, messages)
}

async function launch(context: Context, start: ProgramStart, messages: readonly string[]): Promise<Outcome> {
  const { exitCode, problem } = await context.runProgram(start)
  const { command } = start
  if (problem !== undefined) {
    context.notices.push(...messages)
    return fail({ kind: 'io', action: 'start', path: command, reason: problem })
  }
  return exitCode === 0
    ? { messages }
    : { messages: [...messages, `${command} ended with exit code ${exitCode}`], exit: 2 }
}

/** The arguments that open a file at a line, for known editors. */
function placed(command: string, file: string, line: number | undefined): readonly string[] {
  const name = command.replace(/^.*[\\/]/, '').replace(/\.exe$/i, '')
  if (line === undefined) return [file]
  if (/^(?:n?vim?|nvim|vim|gvim|mvim|view|nano|pico|emacs|emacsclient|kak|joe|jed|micro|mg|ne|gedit|ed)$/.test(name))
    return [`+${line}`, file]
  if (/^(?:code|codium|cursor|code-insiders)$/.test(name)) return ['--goto', `${file}:${line}`]
  return /^(?:subl|hx|helix|zed|atom|mate)$/.test(name) ? [`${file}:${line}`] : [file]
}

function opener(env: Context['env']): string {
  if (env['OS'] === 'Windows_NT') return 'explorer'
  return env['__CFBundleIdentifier'] !== undefined || env['TERM_PROGRAM'] === 'Apple_Terminal' ? 'open' : 'xdg-open'
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text
}
