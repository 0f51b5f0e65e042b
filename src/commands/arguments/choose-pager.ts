import { displayWidth } from '../../view/display-width.ts'
import type { Context } from '../command.ts'

/** The command line of the pager for a text; undefined when it fits the screen, output is no terminal, or no pager is wanted. */
export async function choosePager(context: Context, text: string): Promise<readonly string[] | undefined> {
  const { terminal, env, options } = context
  if (options.pager === false || !terminal.stdoutIsTerminal || fits(text, terminal)) return undefined
  const { splitCommand } = await import('../../io/programs/split-command.ts')
  const line =
    (typeof options.pager === 'string' ? options.pager : undefined) ??
    env['WEND_PAGER'] ??
    (await context.config()).pager ??
    env['PAGER'] ??
    'less -FRX'
  const words = splitCommand(line)
  const [command] = words
  if (command === undefined) return undefined
  if (words.length > 1) return words
  if (command === 'cat') return undefined
  return /(?:^|\/)less$/.test(command) ? [command, '-FRX'] : words
}

/** Whether text fits on the screen with a line to spare for the prompt; lines wider than the screen take several. */
function fits(text: string, { width, height }: Context['terminal']): boolean {
  const lines = text.split('\n', height + 1)
  if (lines.length > height) return false
  return lines.reduce((rows, line) => rows + Math.max(1, Math.ceil(displayWidth(line) / width)), 0) <= height
}
