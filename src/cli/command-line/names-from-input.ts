import type { Command, Context } from '../../commands/command.ts'
import { fail } from '../../core/model/failure.ts'

/**
 * The arguments of a command with `-` for a NOTE replaced by the names on standard input, one a line (or separated by NUL). Fails when
 * there are none, or several for a command that takes one note.
 */
export async function namesFromInput(
  context: Pick<Context, 'readInput'>,
  command: Command,
  args: readonly string[],
): Promise<readonly string[]> {
  const at = args.findIndex((arg, index) => arg === '-' && readsNames(command, index))
  if (at < 0) return args
  const names = (await context.readInput())
    .split(/\r?\n|\0/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (names.length === 0)
    fail({ kind: 'refused', message: 'standard input names no note', hint: 'give it a path or title a line' })
  if (names.length > 1 && argumentAt(command, at)?.name.includes('...') !== true)
    fail({
      kind: 'usage',
      message: `standard input names ${names.length} notes, and this command takes one`,
      hint: 'for each of them: … | xargs -I{} wend … {}',
    })
  return [...args.slice(0, at), ...names, ...args.slice(at + 1)]
}

function readsNames(command: Command, index: number): boolean {
  const argument = argumentAt(command, index)
  return (argument?.completes === 'note' || argument?.completes === 'task') && argument.dash !== 'own'
}

/** The argument to which the word at an index belongs; the last argument may take several words. */
function argumentAt(command: Command, index: number): Command['arguments'][number] | undefined {
  return command.arguments[index] ?? command.arguments.findLast(({ name }) => name.includes('...'))
}
