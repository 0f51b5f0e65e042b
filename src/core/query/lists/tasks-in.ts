import type { Note } from '../../model/note.ts'
import type { TaskRow } from '../../model/report.ts'
import { isWithin, type Span } from '../../model/span.ts'
import type { BlockToken, ItemToken } from '../../parse/blocks/block-token.ts'
import { logseqMarker, logseqTaskText, mayHoldMarkers } from '../../parse/dialects/logseq-task.ts'
import { Fields, tagList } from '../../parse/front-matter/values.ts'
import { toldLine, toldText } from '../../parse/plain-text.ts'
import { readDocument } from '../../parse/read-document.ts'
import { dueDay } from './due-day.ts'

/** A task with where it is written. */
export interface FoundTask extends TaskRow {
  /** The list item with everything in it. */
  readonly span: Span
  /** Its own paragraph, or the heading that a Logseq block can be. */
  readonly textSpan: Span
  /** Its box with the brackets, or the Logseq keyword. */
  readonly markSpan: Span
}

/**
 * The tasks of a note, whose text is given, in the order of that text: list items with a box, outside code and comments; where Logseq is
 * read, also blocks that begin with one of its keywords (`TODO`, `DONE`, …).
 */
export function tasksIn(note: Note, text: string): readonly FoundTask[] {
  const withWords = note.dialects?.syntax.includes('logseq') === true && mayHoldMarkers(text)
  if (!withWords && !/\[[^[\]]\]\s/.test(text.slice(note.bodyStart))) return []
  const items: ItemToken[] = []
  for (const token of readDocument(text, note)) collect(token, items)
  const placeOf = risingPlaces(text)
  return items
    .sort((a, b) => a.span.start - b.span.start)
    .flatMap((item) => {
      const { span } = item
      const read = item.task === undefined ? (withWords ? readWord(item, text, note) : undefined) : readBox(item, text)
      if (read === undefined) return []
      const { mark, said, due, textSpan, markSpan } = read
      return {
        path: note.path,
        ...placeOf(span.start),
        title: note.title,
        mark,
        done: isDone(mark),
        text: said,
        ...(due === undefined ? {} : { due }),
        tags: [...new Set(note.inlineTags.filter((one) => isWithin(one.span, textSpan)).map(({ tag }) => tag))],
        span,
        textSpan,
        markSpan,
      }
    })
}

/** A list item read as a task. */
interface ReadTask extends Pick<FoundTask, 'mark' | 'textSpan' | 'markSpan'> {
  readonly said: string
  readonly due: string | undefined
}

function readBox({ task: mark = ' ', span, children: [first] }: ItemToken, text: string): ReadTask {
  const said = first?.type === 'paragraph' ? toldLine(first.children) : ''
  const textSpan = first?.type === 'paragraph' ? first.span : { start: span.start, end: span.start }
  const start = span.start + (/\[[^[\]]\]/.exec(text.slice(span.start))?.index ?? 0)
  return { mark, said, due: dueDay(said), textSpan, markSpan: { start, end: start + mark.length + 2 } }
}

/** A Logseq block that begins with a task keyword; undefined for others. */
function readWord({ children: [first] }: ItemToken, text: string, { dialects }: Note): ReadTask | undefined {
  if (first?.type !== 'paragraph' && first?.type !== 'heading') return undefined
  const marker = logseqMarker(text, first.span.start)
  if (marker === undefined) return undefined
  const { text: markdown, due } = logseqTaskText(text.slice(marker.span.end, first.span.end))
  const said = toldText(markdown, { dialects })
  return { mark: marker.mark, said, due: due ?? dueDay(said), textSpan: first.span, markSpan: marker.span }
}

/** A task as reports have it. */
export function taskRow({ span: _span, textSpan: _text, markSpan: _mark, ...row }: FoundTask): TaskRow {
  return row
}

/** The tags that all tasks of a note share: those of its front matter, and hashtags outside tasks. */
export function tagsForTasks(note: Note, tasks: readonly FoundTask[]): readonly string[] {
  const outside = note.inlineTags.filter(({ span }) => !tasks.some(({ textSpan }) => isWithin(span, textSpan)))
  return [...tagList(new Fields(note.metadata).first('tags', 'tag')), ...outside.map(({ tag }) => tag)]
}

/** Whether a mark in a box, or a Logseq keyword, means that a task is done or cancelled. */
function isDone(mark: string): boolean {
  return ['x', 'X', '-', 'DONE', 'CANCELED', 'CANCELLED'].includes(mark)
}

function collect(token: BlockToken, items: ItemToken[]): void {
  if (token.type === 'list')
    for (const item of token.items) {
      items.push(item)
      for (const child of item.children) collect(child, items)
    }
  else if (token.type === 'quote' || token.type === 'footnote')
    for (const child of token.children) collect(child, items)
}

/** Turns offsets, asked for in rising order, into lines and columns counted from 1. */
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
