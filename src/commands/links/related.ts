import type { Command } from '../command.ts'
import { requireTarget } from '../arguments/require-note.ts'

const noteArgument = {
  name: '<note>',
  description: 'path, title, alias or the beginning of one',
  completes: 'note',
} as const
const limitOption = { flags: '-n, --limit <count>', description: 'at most so many notes (default 10)' } as const

/** `wend related`: notes close to a note that no link joins with it. */
export const related: Command = {
  arguments: [noteArgument],
  options: [limitOption],
  examples: [
    ['wend related dropout', 'close in meaning or by neighbours, not linked yet, with the reason'],
    ['wend related dropout -n 3 --format paths', 'the three closest'],
    ['wend related dropout --json', 'the same for programs'],
  ],
  reports: ['search'],
  run: async (context, args, options) => {
    const messages: string[] = []
    const { note } = await requireTarget(context, args[0] ?? '', messages)
    const { closeNotes } = await import('../../core/query/graph/close-notes.ts')
    const limit = options.count('limit', 1) ?? 10
    const hits = closeNotes(await context.vault(), await context.searchIndex(), note, limit)
    const report = { kind: 'search', query: note.title, hits } as const
    if (hits.length > 0) return { report, messages }
    return {
      report,
      messages: [...messages, `nothing is close to "${note.title}" that it is not linked with`],
      exit: 1,
    }
  },
}

/** `wend mentions`: where notes name one without linking to it. */
export const mentions: Command = {
  arguments: [noteArgument],
  options: [limitOption],
  examples: [
    ['wend mentions "KL Divergence"', 'lines that say its name, an alias or its short form without a link'],
    ['wend mentions attention -n 3', 'in three notes at most; those that never link to it come first'],
    ['wend mentions attention --format paths', 'the notes, for other programs'],
  ],
  reports: ['search'],
  run: async (context, args, options) => {
    const messages: string[] = []
    const { note } = await requireTarget(context, args[0] ?? '', messages)
    const { linesNaming } = await import('../../core/query/links/lines-naming.ts')
    const found = await linesNaming(await context.vault(), note, context.readIfThere)
    const hits = found.slice(0, options.count('limit', 1) ?? 10)
    const report = { kind: 'search', query: note.title, hits } as const
    if (hits.length > 0) return { report, messages }
    return { report, messages: [...messages, `no note names "${note.title}" without a link`], exit: 1 }
  },
}
