import { fail } from '../../core/model/failure.ts'
import type { Command } from '../command.ts'
import { requireTarget } from '../arguments/require-note.ts'
import { skippedMessages } from '../arguments/skipped-messages.ts'

/** `wend browse`: the full-screen reader. */
export const browse: Command = {
  arguments: [{ name: '[note]', description: 'the note to open; where you were without it', completes: 'note' }],
  options: [],
  examples: [
    ['wend browse', 'go on where you were; ? shows the keys'],
    ['wend browse attention', 'begin with a note'],
    ['wend', 'the same on a terminal; in a pipe it lists the notes'],
  ],
  run: async (context, args) => {
    const { questionPort } = await import('../../io/live/question-thread.ts')
    const port = questionPort()
    if (port !== undefined)
      return (await import('../../servers/browse/answer-searches.ts')).answerSearches(context, port)
    const { stdinIsTerminal, stdoutIsTerminal } = context.terminal
    if (!stdinIsTerminal || !stdoutIsTerminal || context.env['TERM'] === 'dumb')
      fail({
        kind: 'usage',
        message: 'browse needs a terminal that can move its cursor',
        hint: 'in a pipe use: wend list, wend show NOTE, wend wander NOTE',
      })
    const note = args[0] === undefined ? undefined : (await requireTarget(context, args[0], [])).note
    const { runBrowse } = await import('../../servers/browse/run-browse.ts')
    return {
      serve: async (terminal) => {
        const end = await runBrowse({ context, terminal, ...(note === undefined ? {} : { note: note.path }) })
        return end === 'interrupted' ? { exit: 130 } : { messages: skippedMessages(await context.vault()) }
      },
    }
  },
}
