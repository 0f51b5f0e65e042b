import { tasksIn } from '../../core/query/tasks-in.ts'
import type { TaskRow } from '../../core/model/report.ts'
import { filterOptions, readFilters } from '../arguments/note-filters.ts'
import { skippedMessages } from '../arguments/skipped-messages.ts'
import type { Command } from '../command.ts'

/** `wend tasks`: what is to do in the notes, with its line. */
export const tasks: Command = {
  arguments: [],
  options: [
    { flags: '--done', description: 'the tasks that are done, or given up with [-], instead' },
    ...filterOptions.filter(({ flags }) => !flags.startsWith('--match')),
  ],
  examples: [
    ['wend tasks', 'all tasks that are open'],
    ['wend tasks --path "projects/**" --tag work', 'those of some notes'],
    ["wend tasks --format '{{path}}:{{line}}: {{text}}'", 'one a line, for an editor'],
  ],
  reports: ['tasks'],
  run: async (context, _args, options) => {
    const vault = await context.vault()
    const messages = [...skippedMessages(vault)]
    const filters = await readFilters(context, options, messages)
    const done = options.flag('done')
    const rows: TaskRow[] = []
    for (const note of vault.notes.filter((one) => filters.every((filter) => filter(one))))
      for (const task of tasksIn(note, await context.readIfThere(note.path))) if (task.done === done) rows.push(task)
    if (rows.length === 0) messages.push(done ? 'no task is done' : 'no task is open')
    return { report: { kind: 'tasks', tasks: rows }, messages, exit: rows.length === 0 ? 1 : 0 }
  },
}
