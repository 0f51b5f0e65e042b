import { displayWidth } from '../../../view/display-width.ts'
import type { RenderedNote } from '../model.ts'

/** The control sequences that painted lines hold: styles and hyperlinks. */
const painting = /\u001b\[[\d;:]*m|\u001b\]8;[^\u001b\u0007]*(?:\u001b\\|\u0007)/g

/** A painted line as plain text. */
export function plainText(line: string): string {
  return line.replace(painting, '')
}

const plainLines = new WeakMap<RenderedNote, readonly string[]>()

function linesOf(note: RenderedNote): readonly string[] {
  const known = plainLines.get(note)
  if (known !== undefined) return known
  const lines = note.lines.map((line) => plainText(line).toLowerCase())
  plainLines.set(note, lines)
  return lines
}

/** The lines of a note that hold some words, without regard to case. */
export function findLines(note: RenderedNote, words: string): readonly number[] {
  const wanted = words.toLowerCase()
  if (wanted === '') return []
  return linesOf(note).flatMap((line, index) => (line.includes(wanted) ? [index] : []))
}

/** The columns at which words stand in a painted line, `end` exclusive. */
export function findColumns(line: string, words: string): readonly { readonly start: number; readonly end: number }[] {
  const text = plainText(line)
  const folded = text.toLowerCase()
  const wanted = words.toLowerCase()
  if (wanted === '' || folded.length !== text.length) return []
  const found: { start: number; end: number }[] = []
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
    const start = displayWidth(text.slice(0, at))
    found.push({ start, end: start + displayWidth(text.slice(at, at + wanted.length)) })
  }
  return found
}
