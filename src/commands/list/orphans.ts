import { listNotes } from '../../core/query/lists/list-notes.ts'
import { notesReport } from '../../core/query/lists/note-row.ts'
import { isOrphan } from '../../core/query/lists/stats.ts'
import type { Command } from '../command.ts'

/** `wend orphans`: notes that no other note links to. */
export const orphans: Command = {
  arguments: [],
  options: [{ flags: '--isolated', description: 'only notes that link to no other note either' }],
  examples: [
    ['wend orphans', 'notes without backlinks'],
    ['wend orphans --isolated', 'notes without any link in or out'],
    ['wend orphans --format paths', 'their paths'],
  ],
  reports: ['notes'],
  run: async (context, _args, options) => {
    const vault = await context.vault()
    const filter = options.flag('isolated')
      ? (note: (typeof vault.notes)[number]) => isOrphan(vault, note) && vault.neighbours(note.path).length === 0
      : (note: (typeof vault.notes)[number]) => isOrphan(vault, note)
    const notes = listNotes(vault, [filter], { sort: 'title', reverse: false, random: context.random })
    return {
      report: notesReport(vault, notes),
      ...(notes.length > 0 ? {} : { exit: 1, messages: ['no orphans: every note is linked from another'] }),
    }
  },
}
