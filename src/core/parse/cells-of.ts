import type { Note } from '../model/note.ts'
import type { Span } from '../model/span.ts'
import { BlockScanner } from './blocks/block-scanner.ts'

/** Tells whether an offset of a text lies in the cell of a table. `from` is where the body starts. */
function cellsOf(text: string, from: number): (offset: number) => boolean {
  let cells: readonly Span[] | undefined
  return (offset) => {
    if (!text.includes('|', from)) return false
    cells ??= new BlockScanner(text).scan(from).leaves.filter(({ kind }) => kind === 'cell')
    let [low, high] = [0, cells.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((cells[middle]?.end ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return (cells[low]?.start ?? Infinity) <= offset
  }
}

const known = new WeakMap<Note, { readonly text: string; readonly inCell: (offset: number) => boolean }>()

/**
 * Whether an offset of a note lies in the cell of a table, where a `|` must be written `\|`. The tables of a text are looked for once, however
 * many of its links are asked about.
 */
export function isInCell(note: Note, text: string, offset: number): boolean {
  const kept = known.get(note)
  const found = kept?.text === text ? kept : { text, inCell: cellsOf(text, note.bodyStart) }
  known.set(note, found)
  return found.inCell(offset)
}
