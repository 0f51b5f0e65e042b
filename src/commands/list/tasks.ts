import { fail } from '../../core/model/failure.ts'
import type { Report, TaskRow } from '../../core/model/report.ts'
import type { TaskPlace } from '../../core/plan/tasks/complete-tasks.ts'
import { taskRow, tagsForTasks, tasksIn } from '../../core/query/lists/tasks-in.ts'
import { filterOptions, readFilters, tagsFilter } from '../arguments/note-filters.ts'
import type { Options } from '../arguments/options.ts'
import { requireExactNote } from '../arguments/require-note.ts'
import { skippedMessages } from '../arguments/skipped-messages.ts'
import { runPlan } from '../change/change-command.ts'
import { dryRunOption } from '../change/change-vault.ts'
import type { Command, Context, OptionSpec, Outcome } from '../command.ts'
import { isoDay } from '../arguments/read-date.ts'
import { dueFilter } from './due-filter.ts'
import { countReport } from './list-report.ts'

const filters: readonly OptionSpec[] = filterOptions
  .filter(({ flags }) => !flags.startsWith('--match'))
  .map((option) =>
    option.flags.startsWith('--tag ')
      ? {
          ...option,
          description: 'only tasks with tags, their own or those of the note: "a, b" both, "a OR b", "NOT c"',
        }
      : option,
  )

const filterNames = filters.map(({ flags }) => optionName(flags))

/** `wend tasks`: open tasks in notes, with their lines; `wend tasks done` ticks one off. */
export const tasks: Command = {
  arguments: [
    { name: '[action]', description: 'done: tick tasks off', choices: ['done'] },
    {
      name: '[tasks...]',
      description: 'the tasks as NOTE:LINE; - reads them from standard input',
      completes: 'task',
      picked: { of: 'task', after: ['done'] },
    },
  ],
  options: [
    { flags: '--done', description: 'the tasks that are done, or given up with [-], instead' },
    {
      flags: '--due <when>',
      description: 'only tasks due today, week, overdue, any, none, or on a day; read of an emoji, due:: or a date',
    },
    ...filters,
    { flags: '-n, --limit <count>', description: 'at most so many tasks' },
    { flags: '--count', description: 'only how many tasks there are' },
    dryRunOption,
  ],
  examples: [
    ['wend tasks', 'all tasks that are open'],
    ['wend tasks --due overdue', 'those that should be done by now; --due week: those of the next seven days'],
    ['wend tasks --path "projects/**" --tag work', 'those of some notes'],
    ['wend tasks done projects/house.md:12', 'ticks off the task of this line; undo takes it back'],
    ['wend tasks done --pick', 'ticks off what you choose from a list'],
    ["wend tasks --format '{{path}}:{{line}}: {{text}}'", 'one a line, for an editor'],
  ],
  reports: ['tasks', 'changes', 'document'],
  run: (context, [action, ...places], options) => {
    if (action === undefined) return listTasks(context, options)
    if (action === 'done') return finish(context, places, options)
    return fail({
      kind: 'usage',
      message: `"${action}" is not something to do with tasks`,
      hint: /:\d+$/.test(action) ? `wend tasks done ${action}` : 'wend tasks, or wend tasks done NOTE:LINE',
    })
  },
}

async function listTasks(context: Context, options: Options): Promise<Outcome> {
  if (options.flag('dryRun'))
    fail({ kind: 'usage', message: '--dry-run is for "tasks done"', hint: 'wend tasks done NOTE:LINE --dry-run' })
  const vault = await context.vault()
  const messages = [...skippedMessages(vault)]
  const noteHolds = await readFilters(context, options, messages, 'without tags')
  const tagsHold = options.texts('tag').map(tagsFilter)
  const when = options.text('due')
  const { weekStart = 'monday' } = await context.config()
  const isDue = when === undefined ? () => true : await dueFilter(when, context.now(), weekStart)
  const done = options.flag('done')
  const rows: TaskRow[] = []
  for (const note of vault.notes.filter((one) => noteHolds.every((filter) => filter(one)))) {
    const found = tasksIn(note, await context.readIfThere(note.path))
    const shared = tagsHold.length > 0 && found.length > 0 ? tagsForTasks(note, found) : []
    for (const task of found)
      if (task.done === done && isDue(task) && tagsHold.every((holds) => holds([...shared, ...task.tags])))
        rows.push(taskRow(task))
  }
  if (when !== undefined) rows.sort((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : a.due === b.due ? 0 : 1))
  if (rows.length === 0) messages.push(noneMessage(options))
  const shown = rows.slice(0, options.count('limit', 1))
  const report: Report = options.flag('count') ? countReport(shown.length) : { kind: 'tasks', tasks: shown }
  return { report, messages, exit: rows.length === 0 ? 1 : 0 }
}

function noneMessage(options: Options): string {
  const filtered = ['due', ...filterNames].some((name) => options.flag(name) || options.texts(name).length > 0)
  return `no ${filtered ? 'such ' : ''}task is ${options.flag('done') ? 'done' : 'open'}`
}

async function finish(context: Context, typed: readonly string[], options: Options): Promise<Outcome> {
  const odd = ['done', 'due', 'limit', 'count', ...filterNames].find(
    (name) => options.flag(name) || options.texts(name).length > 0,
  )
  if (odd !== undefined || typed.length === 0)
    fail({
      kind: 'usage',
      message: odd === undefined ? 'done with which task?' : `"tasks done" names its tasks; it takes no --${odd}`,
      hint: "wend tasks done NOTE:LINE; several at once: wend tasks --format '{{path}}:{{line}}' | wend tasks done -",
    })
  const { completeTasks } = await import('../../core/plan/tasks/complete-tasks.ts')
  const named = typed.map(readPlace)
  return runPlan(context, options, async (source) => {
    const places: TaskPlace[] = []
    for (const { name, line } of named) places.push({ note: await requireExactNote(context, name), line })
    return completeTasks(source, places, isoDay(context.now()))
  })
}

/** Reads `NOTE:LINE`, or `NOTE:LINE:COLUMN` as other programs write it. */
function readPlace(typed: string): { readonly name: string; readonly line: number } {
  const [, name = '', line = ''] = /^(.+?):(\d{1,9})(?::\d+)?:?$/s.exec(typed.trim()) ?? []
  if (name === '' || Number(line) === 0)
    fail({
      kind: 'usage',
      message: `"${typed.slice(0, 100)}" is not of the form NOTE:LINE`,
      hint: 'wend tasks shows the tasks that are open with their lines',
    })
  return { name, line: Number(line) }
}

function optionName(flags: string): string {
  return (flags.split(' ')[0] ?? '').slice(2).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
