import { fail } from '../../core/model/failure.ts'
import type { Context } from '../command.ts'
import { openInEditor } from '../show/open.ts'

/**
 * The text that a command writes: its arguments, else standard input, else, on a terminal, what a person types in the editor. Fails when it
 * is empty.
 */
export async function typedText(context: Context, words: readonly string[]): Promise<string> {
  const text =
    words.length > 0 && words.join('') !== '-'
      ? words.join(' ')
      : context.terminal.stdinIsTerminal
        ? await fromEditor(context)
        : await context.readInput()
  if (text.trim() === '')
    fail({ kind: 'usage', message: 'there is no text to add', hint: 'give it after the command, or by standard input' })
  return text
}

async function fromEditor(context: Context): Promise<string> {
  const { textOfScratchFile } = await import('../../io/files/scratch-file.ts')
  return textOfScratchFile((file) =>
    openInEditor(context, file, { messages: [], else: 'or give the text after the command' }),
  )
}
