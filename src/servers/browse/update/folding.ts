import { foldedMark, unfoldedMark } from '../../../view/render/runs/folds.ts'
import type { Folding, NotePane, RenderedNote } from '../model.ts'

/** A note with some of its folds toggled: open where they are written closed, and the other way round. */
export function foldNote(whole: RenderedNote, turned: readonly number[]): Pick<NotePane, 'rendered' | 'folding'> {
  const { folds } = whole
  const closed = folds.filter((_fold, index) => isFolded(whole, turned, index))
  if (closed.length === 0) return { rendered: whole, folding: { whole, turned, lines: whole.lines.map((_, at) => at) } }
  const hidden = new Set(closed.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)))
  const titles = new Set(closed.map(({ line }) => line))
  const lines = whole.lines.flatMap((_line, at) => (hidden.has(at) ? [] : [at]))
  const rows = new Map(lines.map((line, row) => [line, row]))
  const shown = <T extends { readonly line: number }>(things: readonly T[]): readonly T[] =>
    things.flatMap((thing) => {
      const line = rows.get(thing.line)
      return line === undefined ? [] : [{ ...thing, line }]
    })
  const text = (line: number): string => whole.lines[line] ?? ''
  const rendered: RenderedNote = {
    ...whole,
    lines: lines.map((at) => (titles.has(at) ? text(at).replace(unfoldedMark, foldedMark) : text(at))),
    places: shown(whole.places),
    headings: shown(whole.headings),
    folds: shown(folds),
  }
  return { rendered, folding: { whole, turned, lines } }
}

/** Whether a fold of a note, by its number, is closed. */
export function isFolded(whole: RenderedNote, turned: readonly number[], fold: number): boolean {
  return whole.folds[fold]?.isClosed !== turned.includes(fold)
}

/** The row that shows a line of the unfolded note, or the title under which it is hidden. */
export function rowOfLine(folding: Folding | undefined, line: number): number {
  return folding === undefined ? line : folding.lines.findLastIndex((shown) => shown <= line)
}

/** The line of the unfolded note in a row. */
export function lineIn(folding: Folding | undefined, row: number): number {
  return folding?.lines[row] ?? row
}

/** The toggled folds after a line of the unfolded note was made visible. */
export function revealing(whole: RenderedNote, turned: readonly number[], line: number): readonly number[] {
  const around = whole.folds.flatMap(({ start, end }, fold) =>
    line >= start && line < end && isFolded(whole, turned, fold) ? [fold] : [],
  )
  return around.reduce(turning, turned)
}

/** The note with a line of the unfolded note made visible, and the row that shows it. */
export function revealed(note: NotePane, line: number): { readonly note: NotePane; readonly row: number } {
  const { folding } = note
  if (folding === undefined) return { note, row: line }
  const turned = revealing(folding.whole, folding.turned, line)
  const shown = turned === folding.turned ? note : { ...note, ...foldNote(folding.whole, turned) }
  return { note: shown, row: rowOfLine(shown.folding, line) }
}

/** The toggled folds after one more was toggled. */
export function turning(turned: readonly number[], fold: number): readonly number[] {
  return turned.includes(fold) ? turned.filter((one) => one !== fold) : [...turned, fold]
}
