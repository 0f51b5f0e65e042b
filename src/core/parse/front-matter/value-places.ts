import type { Span } from '../../model/span.ts'
import { nameTable } from '../../model/name-table.ts'

/** How a string of front matter is written, as far as its escapes go: `escaped` has `\`, `quoted` doubles `'`, `plain` has neither. */
export type Escapes = 'escaped' | 'quoted' | 'plain'

/** Where the parts of a value stand in the text that writes it. */
export interface ValuePlaces {
  /** The span in the written text of a part of the value; of an empty one the end alone counts. */
  readonly spanOf: (start: number, end: number) => Span
}

/**
 * Maps a string value back to the text that writes it: escapes, doubled quotes, lines that are folded and indented. Undefined where the
 * two do not go together.
 */
export function placeValue(written: string, value: string, escapes: Escapes): ValuePlaces | undefined {
  if (written === value) return { spanOf: (start, end) => ({ start, end }) }
  const starts = new Int32Array(value.length)
  const ends = new Int32Array(value.length)
  const source: Source = { written, escapes }
  let at = 0
  for (let i = 0; i < value.length;) {
    const step = readNext(source, at, value.charAt(i))
    if (step === undefined || (step.text !== undefined && !value.startsWith(step.text, i))) return undefined
    const units = step.text?.length ?? 1
    starts.fill(step.start, i, i + units)
    ends.fill(step.end, i, i + units)
    i += units
    at = step.end
  }
  return { spanOf: (start, end) => ({ start: starts[start] ?? 0, end: ends[end - 1] ?? 0 }) }
}

interface Source {
  readonly written: string
  readonly escapes: Escapes
}

/** What stands for the next unit of a value; of an escape with what it says, which may be two units. */
interface Step {
  readonly start: number
  readonly end: number
  readonly text?: string
}

function readNext({ written, escapes }: Source, from: number, wanted: string): Step | undefined {
  const isBlank = /\s/.test(wanted)
  for (let at = from; ; at++) {
    const escape = escapes === 'plain' ? undefined : escapeAt(written, at, escapes)
    if (escape !== undefined && escape.text !== '') return { start: at, ...escape }
    if (escape !== undefined) {
      // An escaped line end says nothing.
      at = escape.end - 1
      continue
    }
    const char = written.charAt(at)
    if (char === wanted) return { start: at, end: at + 1 }
    const isFold = char !== '' && /\s/.test(char)
    // A folded line: its end stands for the blank, and what indents the next one for nothing.
    if (isBlank) return { start: at, end: isFold ? at + 1 : at }
    if (!isFold) return undefined
  }
}

const named: Readonly<Record<string, string>> = nameTable({
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
})
const digits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

function escapeAt(
  written: string,
  at: number,
  escapes: Escapes,
): { readonly text: string; readonly end: number } | undefined {
  if (escapes === 'quoted') return written.startsWith("''", at) ? { text: "'", end: at + 2 } : undefined
  return written.charAt(at) === '\\' ? readEscape(written, at) : undefined
}

/** An escape of YAML 1.2 (5.7) or TOML; an escaped line end is empty text. */
function readEscape(written: string, at: number): { readonly text: string; readonly end: number } | undefined {
  const mark = written.charAt(at + 1)
  // Of YAML an empty line below it is a line end of the value.
  const lineEnd = /^[ \t]*(?:\r\n|\r|\n)[ \t]*/.exec(written.slice(at + 1))
  if (lineEnd !== null) return { text: '', end: at + 1 + lineEnd[0].length }
  const count = digits[mark]
  if (count === undefined) return mark === '' ? undefined : { text: named[mark] ?? mark, end: at + 2 }
  const code = Number.parseInt(written.slice(at + 2, at + 2 + count), 16)
  return code <= 0x10ffff ? { text: String.fromCodePoint(code), end: at + 2 + count } : undefined
}
