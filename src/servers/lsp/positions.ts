import type { Span } from '../../core/model/span.ts'

/** A place as the protocol counts it: both from 0, `character` in the units of the encoding agreed on. */
export interface ClientPosition {
  readonly line: number
  readonly character: number
}

/** The units in which a client counts characters. */
export type PositionEncoding = 'utf-8' | 'utf-16' | 'utf-32'

/** Turns offsets of one text, in UTF-16 units, into the protocol's places and back. Lines end at `\n`, `\r\n` and `\r`. */
export class Positions {
  readonly #text: string
  readonly #encoding: PositionEncoding
  readonly #starts: readonly number[]

  constructor(text: string, encoding: PositionEncoding) {
    this.#text = text
    this.#encoding = encoding
    const starts = [0]
    for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length)
    this.#starts = starts
  }

  get lineCount(): number {
    return this.#starts.length
  }

  /** The offset at which a line starts, counted from 0. */
  lineStart(line: number): number {
    return this.#starts[line] ?? this.#text.length
  }

  /** A line without its end. */
  line(line: number): string {
    return this.#text.slice(this.lineStart(line), this.lineStart(line + 1)).replace(/[\r\n]+$/, '')
  }

  /** The number of the line that holds an offset. */
  lineOf(offset: number): number {
    let [low, high] = [0, this.#starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.lineStart(middle) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }

  place(offset: number): ClientPosition {
    const line = this.lineOf(offset)
    const before = this.#text.slice(this.lineStart(line), offset)
    return { line, character: lengthIn(before, this.#encoding) }
  }

  range({ start, end }: Span): { readonly start: ClientPosition; readonly end: ClientPosition } {
    return { start: this.place(start), end: this.place(end) }
  }

  /** The offset of a position; behind the end of its line it is that end, as the protocol requires, and before its start that start. */
  offset({ line: said, character: column }: ClientPosition): number {
    const [line, character] = [Math.max(0, Math.floor(said)), Math.max(0, Math.floor(column))]
    if (line >= this.#starts.length) return this.#text.length
    const text = this.line(line)
    const start = this.lineStart(line)
    if (this.#encoding === 'utf-16') return start + Math.min(character, text.length)
    let [units, at] = [0, 0]
    for (const letter of text) {
      if (units >= character) break
      units += lengthIn(letter, this.#encoding)
      at += letter.length
    }
    return start + at
  }
}

function lengthIn(text: string, encoding: PositionEncoding): number {
  if (encoding === 'utf-16') return text.length
  let length = 0
  for (const letter of text) length += encoding === 'utf-32' ? 1 : utf8Length(letter.codePointAt(0) ?? 0)
  return length
}

function utf8Length(code: number): number {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}
