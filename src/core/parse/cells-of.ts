import type { Span } from '../model/span.ts'
import { BlockScanner } from './blocks/block-scanner.ts'

/** Tells whether an offset of a note lies in the cell of a table, where a `|` must be written `\|`. `from` is where the body starts. */
export function cellsOf(text: string, from: number): (offset: number) => boolean {
  let cells: readonly Span[] | undefined
  return (offset) => {
    if (!text.includes('|', from)) return false
    cells ??= new BlockScanner(text).scan(from).leaves.filter(({ kind }) => kind === 'cell')
    return cells.some(({ start, end }) => start <= offset && offset < end)
  }
}
