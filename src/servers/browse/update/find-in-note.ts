import { displayWidth } from '../../../view/display-width.ts'
import type { Find, RenderedNote } from '../model.ts'

/** The control sequences in styled lines: styles and hyperlinks. */
const painting = /\u001b\[[\d;:]*m|\u001b\]8;[^\u001b\u0007]*(?:\u001b\\|\u0007)/g

/** A styled line as plain text. */
export function withoutPainting(line: string): string {
  return line.replace(painting, '')
}

const plainLines = new WeakMap<RenderedNote, readonly string[]>()

function linesOf(note: RenderedNote): readonly string[] {
  const known = plainLines.get(note)
  if (known !== undefined) return known
  const lines = note.lines.map((line) => withoutPainting(line).toLowerCase())
  plainLines.set(note, lines)
  return lines
}

/** The lines of a note that match a search inside it, ignoring case. */
export function findLines(note: RenderedNote, find: Find): readonly number[] {
  const wanted = wantedOf(find)
  return linesOf(note).flatMap((line, index) => (wanted.some((words) => line.includes(words)) ? [index] : []))
}

/** The texts to look for, in lower case: the whole query, or each word of it except single letters. */
function wantedOf({ words, any, forms = [] }: Find): readonly string[] {
  const text = words.toLowerCase()
  if (any !== true) return text === '' ? [] : [text]
  const found = forms.map((form) => form.toLowerCase().trim())
  return [...text.split(/[^\p{L}\p{N}]+/u), ...found].filter((word) => word.length > 1)
}

/** The line in [from, to) that contains the words as a whole, else most of them; the first of several, undefined when none has any. */
export function bestLine(note: RenderedNote, words: string, from = 0, to = note.lines.length): number | undefined {
  if (words.trim() === '') return undefined
  const wanted = wantedOf({ words, any: true })
  let most = 0
  let best: number | undefined
  const lines = linesOf(note)
  const whole = words.trim().toLowerCase()
  for (let index = from; index < to; index++) {
    const line = lines[index] ?? ''
    const held = line.includes(whole) ? Infinity : wanted.filter((word) => line.includes(word)).length
    if (held > most) [most, best] = [held, index]
  }
  return best
}

/** Columns of a line, `end` exclusive. */
interface Columns {
  readonly start: number
  readonly end: number
}

/** The columns of the matches in a styled line; overlapping ones are merged. */
export function findColumns(line: string, find: Find): readonly Columns[] {
  const found = wantedOf(find).flatMap((words) => columnsOf(line, words))
  const apart: Columns[] = []
  for (const one of found.toSorted((a, b) => a.start - b.start)) {
    const last = apart.at(-1)
    if (last === undefined || last.end < one.start) apart.push(one)
    else apart[apart.length - 1] = { start: last.start, end: Math.max(last.end, one.end) }
  }
  return apart
}

function columnsOf(line: string, wanted: string): readonly Columns[] {
  const text = withoutPainting(line)
  const folded = text.toLowerCase()
  if (folded.length !== text.length) return []
  const found: Columns[] = []
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
    const start = displayWidth(text.slice(0, at))
    found.push({ start, end: start + displayWidth(text.slice(at, at + wanted.length)) })
  }
  return found
}
