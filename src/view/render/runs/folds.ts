import { displayWidth } from '../../display-width.ts'
import type { PlacedFold } from '../render-options.ts'
import { type Line, run, type Run } from './run.ts'

/** The mark before a title, of what is laid out unfolded; who folds it shows the other mark there. */
export const unfoldedMark = '▾'
export const foldedMark = '▸'

/** The mark before the title of what was written open or closed. */
export function foldMark(written: 'open' | 'closed', ...styles: Run['styles']): Run {
  return { ...run(`${unfoldedMark} `, ...styles), fold: written }
}

/** A title that begins with its mark, and below it what folding hides. */
export function foldable(title: readonly Line[], hidden: readonly Line[]): readonly Line[] {
  if (hidden.length === 0) return title
  const begun = hidden.with(0, [{ ...run(''), fold: 'start' }, ...(hidden[0] ?? [])])
  return [...title, ...begun.with(-1, [...(begun.at(-1) ?? []), { ...run(''), fold: 'end' }])]
}

/** Where what can be folded stands on a page, in the order of the titles. */
export function placeFolds(lines: readonly Line[]): readonly PlacedFold[] {
  const folds: PlacedFold[] = []
  const begun: Omit<PlacedFold, 'end'>[] = []
  let mark: Omit<PlacedFold, 'start' | 'end'> | undefined
  lines.forEach((line, index) => {
    let column = 0
    for (const { text, fold } of line) {
      if (fold === 'open' || fold === 'closed') mark = { line: index, column, isClosed: fold === 'closed' }
      if (fold === 'start' && mark !== undefined) begun.push({ ...mark, start: index })
      const ended = fold === 'end' ? begun.pop() : undefined
      if (ended !== undefined) folds.push({ ...ended, end: index + 1 })
      column += displayWidth(text)
    }
  })
  return folds.toSorted((a, b) => a.line - b.line)
}
