import type { Edit, EditFile } from '../../model/change.ts'
import { fail } from '../../model/failure.ts'
import type { Note } from '../../model/note.ts'
import { type FoundTask, tasksIn } from '../../query/lists/tasks-in.ts'
import { editAt, type PlanSource } from '../draft.ts'
import type { Plan } from '../rename/rename-note.ts'
import { repeatedDays } from './repeat-block.ts'
import { repeatTask } from './repeat-task.ts'
import { lineEnd, lineStart } from '../../model/line-ends.ts'

/** The place of a task: its note, and the line, counted from 1. */
export interface TaskPlace {
  readonly note: Note
  readonly line: number
}

/**
 * Plans to mark open tasks as done: `x` in the box, or `DONE` for Logseq's keyword. For a recurring task the next one is added above it, or
 * its days are moved. If a line holds no open task, everything is refused, with what the line holds.
 */
export function completeTasks(source: PlanSource, places: readonly TaskPlace[], today: string): Plan {
  const linesOf = new Map<Note, Set<number>>()
  for (const { note, line } of places) linesOf.set(note, (linesOf.get(note) ?? new Set()).add(line))
  const messages: string[] = []
  const changes = [...linesOf].map(([note, lines]): EditFile => {
    const original = source.textOf(note.path)
    const tasks = tasksIn(note, original)
    const edits: Edit[] = []
    for (const line of [...lines].sort((a, b) => a - b)) {
      const said = { today, messages, put: edits.filter(({ after }) => after.endsWith('\n')).length }
      edits.push(...doneEdits(original, openTask(original, tasks, { note, line }), said))
    }
    return { kind: 'edit', path: note.path, original, edits }
  })
  const count = [...linesOf.values()].reduce((sum, { size }) => sum + size, 0)
  const [first] = places
  const what = count === 1 && first !== undefined ? `the task ${first.note.path}:${first.line}` : `${count} tasks`
  return { changes: { title: `complete ${what}`, changes }, messages }
}

function openTask(text: string, tasks: readonly FoundTask[], { note, line }: TaskPlace): FoundTask {
  const task = tasks.find((one) => one.line === line)
  return task === undefined || task.done ? refuse(text, tasks, { note, line }) : task
}

/** `put` is the number of lines that were added above earlier tasks. */
function doneEdits(
  text: string,
  task: FoundTask,
  { today, messages, put }: { readonly today: string; readonly messages: string[]; readonly put: number },
): readonly Edit[] {
  const { start: at, end } = task.markSpan
  const place = `${task.path}:${task.line + put}`
  if (text[at] !== '[') return wordEdits(text, task, { today, messages })
  const line = { start: lineStart(text, at), end: lineEnd(text, end) }
  const said = text.slice(end, line.end)
  const repeated = repeatTask(said, today)
  const ticked = editAt(text, at, end, '[x]')
  if (repeated === undefined) return [ticked]
  if ('unknown' in repeated) {
    messages.push(`${place} repeats "${repeated.unknown}", which wend can't read: no next task was made`)
    return [ticked]
  }
  messages.push(`it repeats: the next one stands above it, ${place}`)
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const next = `${text.slice(line.start, at)}[ ]${repeated.next}${eol}`
  return [editAt(text, line.start, line.start, next), ticked, editAt(text, end, line.end, repeated.done)]
}

/** Marks a Logseq block as done; a recurring one stays open, with its days moved. */
function wordEdits(
  text: string,
  task: FoundTask,
  { today, messages }: { readonly today: string; readonly messages: string[] },
): readonly Edit[] {
  const { start, end } = task.markSpan
  const block = text.slice(task.textSpan.start, task.textSpan.end)
  const moved = repeatedDays(block, today)
  if (moved.length === 0) {
    const unread = /<\d{4}-\d{2}-\d{2}[^<>\r\n]* ([.+]*\+\d+[a-z]+)>/.exec(block)?.[1]
    if (unread !== undefined)
      messages.push(`${task.path}:${task.line} repeats "${unread}", which wend can't read: it is done for good`)
    return [editAt(text, start, end, 'DONE')]
  }
  messages.push(`it repeats: ${task.path}:${task.line} is to do again on ${moved.map(({ day }) => day).join(', ')}`)
  const open = task.mark === 'NOW' || task.mark === 'LATER' ? 'LATER' : 'TODO'
  return [
    ...(open === task.mark ? [] : [editAt(text, start, end, open)]),
    ...moved.map(({ at, written, now }) => {
      const place = task.textSpan.start + at
      return editAt(text, place, place + written.length, now)
    }),
  ]
}

function refuse(text: string, tasks: readonly FoundTask[], { note, line }: TaskPlace): never {
  const lines = text.replace(/\r?\n$/, '').split(/\r\n|\n|\r/)
  const said = lines[line - 1]?.trim().slice(0, 200)
  const there =
    said === undefined ? `the note has ${lines.length} lines` : said === '' ? 'it is empty' : `it says "${said}"`
  const done = tasks.some((one) => one.line === line)
  const open = tasks.filter((one) => !one.done).map((one) => one.line)
  const near = [...open].sort((a, b) => Math.abs(a - line) - Math.abs(b - line)).slice(0, 5)
  return fail({
    kind: 'refused',
    message: `${note.path}:${line} ${done ? 'is done already' : 'is no task'}: ${there}; nothing was changed`,
    hint:
      near.length === 0
        ? 'the note has no open task; see those of all with: wend tasks'
        : `open tasks of the note: line ${near.sort((a, b) => a - b).join(', ')}${open.length > near.length ? ' …' : ''}`,
  })
}
