import type { Note } from '../model/note.ts'
import type { TaskRow } from '../model/report.ts'
import type { BlockToken, ItemToken } from '../parse/blocks/block-token.ts'
import { oneLine, plainOf } from '../parse/plain-text.ts'
import { readDocument } from '../parse/read-document.ts'

/** The tasks of a note in the order of its text, which is given: items of lists with a box, outside code and comments. */
export function tasksIn(note: Note, text: string): readonly TaskRow[] {
  if (!/\[[^[\]]\]\s/.test(text.slice(note.bodyStart))) return []
  const items: ItemToken[] = []
  for (const token of readDocument(text, note.bodyStart)) collect(token, items)
  const placeOf = risingPlaces(text)
  return items
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ task: mark = ' ', span, children: [first] }) => ({
      path: note.path,
      ...placeOf(span.start),
      title: note.title,
      mark,
      done: mark === 'x' || mark === '-',
      text: first?.type === 'paragraph' ? oneLine(plainOf(first.children)) : '',
    }))
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
