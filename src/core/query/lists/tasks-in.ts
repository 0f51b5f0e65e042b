import type { Note } from '../../model/note.ts'
import type { TaskRow } from '../../model/report.ts'
import type { Span } from '../../model/span.ts'
import type { BlockToken, ItemToken } from '../../parse/blocks/block-token.ts'
import { Fields, tagList } from '../../parse/front-matter/values.ts'
import { oneLine, plainOf } from '../../parse/plain-text.ts'
import { readDocument } from '../../parse/read-document.ts'
import { dueDay } from './due-day.ts'

/** A task with where it is written. */
export interface FoundTask extends TaskRow {
  /** Its item with all that is in it. */
  readonly span: Span
  /** Its own paragraph. */
  readonly textSpan: Span
}

/** The tasks of a note in the order of its text, which is given: items of lists with a box, outside code and comments. */
export function tasksIn(note: Note, text: string): readonly FoundTask[] {
  if (!/\[[^[\]]\]\s/.test(text.slice(note.bodyStart))) return []
  const items: ItemToken[] = []
  for (const token of readDocument(text, note.bodyStart)) collect(token, items)
  const placeOf = risingPlaces(text)
  return items
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ task: mark = ' ', span, children: [first] }) => {
      const said = first?.type === 'paragraph' ? oneLine(plainOf(first.children)) : ''
      const textSpan = first?.type === 'paragraph' ? first.span : { start: span.start, end: span.start }
      const due = dueDay(said)
      return {
        path: note.path,
        ...placeOf(span.start),
        title: note.title,
        mark,
        done: isDone(mark),
        text: said,
        ...(due === undefined ? {} : { due }),
        tags: [...new Set(note.inlineTags.filter((one) => isIn(one.span, textSpan)).map(({ tag }) => tag))],
        span,
        textSpan,
      }
    })
}

/** A task as reports have it. */
export function taskRow({ span: _span, textSpan: _text, ...row }: FoundTask): TaskRow {
  return row
}

/** The tags that all tasks of a note have with it: those of its front matter, and hashtags that stand in no task. */
export function tagsForTasks(note: Note, tasks: readonly FoundTask[]): readonly string[] {
  const outside = note.inlineTags.filter(({ span }) => !tasks.some(({ textSpan }) => isIn(span, textSpan)))
  return [...tagList(new Fields(note.metadata).first('tags', 'tag')), ...outside.map(({ tag }) => tag)]
}

/** Whether a mark in a box says that a task is done, or given up. */
function isDone(mark: string): boolean {
  return mark === 'x' || mark === 'X' || mark === '-'
}

function isIn(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end
}

function collect(token: BlockToken, items: ItemToken[]): void {
  if (token.type === 'list')
    for (const item of token.items) {
      if (item.task !== undefined) items.push(item)
      for (const child of item.children) collect(child, items)
    }
  else if (token.type === 'quote' || token.type === 'footnote')
    for (const child of token.children) collect(child, items)
}

/** Lines and columns, counted from 1, of offsets that are asked for in rising order. */
function risingPlaces(text: string): (offset: number) => { readonly line: number; readonly column: number } {
  const lineEnd = /\r\n|\n|\r/g
  let line = 1
  let start = 0
  let next = lineEnd.exec(text)
  return (offset) => {
    while (next !== null && next.index + next[0].length <= offset) {
      line++
      start = next.index + next[0].length
      next = lineEnd.exec(text)
    }
    return { line, column: offset - start + 1 }
  }
}
