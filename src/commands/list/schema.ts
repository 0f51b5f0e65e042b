import { inferSchema, schemaTable } from '../../core/query/lists/infer-schema.ts'
import { filterOptions, readFilters } from '../arguments/note-filters.ts'
import { skippedMessages } from '../arguments/skipped-messages.ts'
import type { Command } from '../command.ts'

/** `wend schema`: the keys in the front matter of notes, and their values. */
export const schema: Command = {
  arguments: [],
  options: filterOptions.filter(({ flags }) => !flags.startsWith('--match')),
  examples: [
    ['wend schema', 'the keys of all notes: how many have them, what they hold'],
    ['wend schema --path "books/**"', 'those of some notes'],
    ['wend schema --json', 'the same for programs'],
  ],
  reports: ['table'],
  run: async (context, _args, options) => {
    const vault = await context.vault()
    const messages = [...skippedMessages(vault)]
    const filters = await readFilters(context, options, messages)
    const notes = vault.notes.filter((note) => filters.every((filter) => filter(note)))
    const facts = inferSchema(notes)
    const report = schemaTable(facts)
    if (facts.length > 0) return { report, messages }
    messages.push(notes.length === 0 ? 'no note matches' : 'no note has front matter')
    return { report, messages, exit: 1 }
  },
}
