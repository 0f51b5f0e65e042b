import { listNotes } from '../../core/query/lists/list-notes.ts'
import { notesReport } from '../../core/query/lists/note-row.ts'
import { seededRandom } from '../../core/query/graph/seeded-random.ts'
import type { Command } from '../command.ts'
import { filterOptions, readFilters } from '../arguments/note-filters.ts'
import { showWhole } from '../show/show-whole.ts'

/** `wend random`: a note by chance. */
export const random: Command = {
  arguments: [],
  options: [
    { flags: '--read', description: 'show the whole note, as wend show does' },
    { flags: '--seed <number>', description: 'the same note for the same number' },
    { flags: '-n, --limit <count>', description: 'so many notes (default 1)' },
    ...filterOptions.filter(({ flags }) => !flags.startsWith('--match')),
  ],
  examples: [
    ['wend random', 'title and summary of any note'],
    ['wend random --topic transformers --read', 'read one of a topic'],
    ['wend random --format paths', 'just its path, for other programs'],
  ],
  reports: ['notes', 'note'],
  run: async (context, _args, options) => {
    const messages: string[] = []
    const vault = await context.vault()
    const seed = options.count('seed')
    const notes = listNotes(vault, await readFilters(context, options, messages), {
      sort: 'random',
      reverse: false,
      limit: options.count('limit', 1) ?? 1,
      random: seed === undefined ? context.random : seededRandom(seed),
    })
    const [first] = notes
    if (first !== undefined && options.flag('read')) return showWhole(context, first.path)
    return {
      report: notesReport(vault, notes),
      messages: notes.length > 0 ? messages : [...messages, 'no note matches'],
      exit: notes.length > 0 ? 0 : 1,
    }
  },
}
