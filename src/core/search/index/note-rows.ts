import { type SearchField, searchFields } from '../fields.ts'
import { scanWords, type TextKind, type WordSink } from '../words/scan-words.ts'
import { grown, type Spelled, WordTable } from './word-table.ts'

/** A number of a row packs three things into bits: the number of the word, the field, and how often the word stands there. */
const wordBits = 22
const fieldBits = 4
const mostWords = 2 ** wordBits
const mostTimes = 2 ** (32 - wordBits - fieldBits) - 1

/** What such a number holds: the word, the field, and the count, which is at most 63. */
export const wordOf = (number: number): number => number & (mostWords - 1)
export const fieldOf = (number: number): number => (number >>> wordBits) & (2 ** fieldBits - 1)
export const timesOf = (number: number): number => number >>> (wordBits + fieldBits)

/** How many numbers a piece of rows holds. */
const pieceSize = 1 << 18

/** Memory for numbers that can be freed at once: a buffer that is resized to 0 gives it back, others wait for the garbage collector. */
function newPiece(length: number): Uint32Array<ArrayBuffer> {
  return new Uint32Array(new ArrayBuffer(4 * length, { maxByteLength: 4 * length }))
}

/** How often each word stands in each field of each note: a row a note, a number of 32 bits for each word of a field. */
export class NoteRows {
  readonly table = new WordTable()
  /** The finished rows, in pieces that never move: an array that doubles would need three times its size while it is copied. */
  readonly #pieces: Uint32Array<ArrayBuffer>[] = [newPiece(pieceSize)]
  #used = 0
  /** For each row, its piece, and where it begins and ends in it. */
  readonly #places: { readonly piece: number[]; readonly start: number[]; readonly end: number[] } = {
    piece: [],
    start: [],
    end: [],
  }
  /** The row that is being made; later the one that is read. */
  #row = new Uint32Array(1 << 10)
  #size = 0
  #lengths = new Uint32Array(searchFields.length << 8)
  /** How often each word stands in the field that is being read, and which words stand in it. */
  #times = new Uint8Array(1 << 12)
  #touched = new Uint32Array(1 << 10)
  #found = 0
  #field = 0
  #length = 0

  /** How many rows there are. */
  get rows(): number {
    return this.#places.piece.length
  }

  /** Adds the words of a field to the row that is being made. */
  add(field: SearchField, texts: Iterable<string>, kind: TextKind = 'markdown'): void {
    this.#begin(field)
    for (const text of texts) scanWords(text, { from: 0, to: text.length, kind }, this.#sink)
    this.#end()
  }

  /** Adds the words of a part of a text. */
  addPart(field: SearchField, text: string, from: number, to: number): void {
    this.#begin(field)
    scanWords(text, { from, to, kind: 'markdown' }, this.#sink)
    this.#end()
  }

  /** Adds folded words to the row, each once. */
  addWords(field: SearchField, words: Iterable<string>): void {
    this.#begin(field)
    for (const word of words) this.#count(this.table.number(word))
    this.#end()
  }

  /** Ends the row. */
  endRow(): void {
    if (this.#used + this.#size > (this.#pieces.at(-1)?.length ?? 0)) {
      this.#pieces.push(newPiece(Math.max(pieceSize, this.#size)))
      this.#used = 0
    }
    this.#pieces.at(-1)?.set(this.#row.subarray(0, this.#size), this.#used)
    const at = this.#places.piece.push(this.#pieces.length - 1)
    this.#places.start.push(this.#used)
    this.#used += this.#size
    this.#places.end.push(this.#used)
    this.#size = 0
    if ((at + 1) * searchFields.length > this.#lengths.length) this.#lengths = grown(this.#lengths, Uint32Array)
  }

  /** How many words a field of a row holds. */
  lengthOf(row: number, field: number): number {
    return this.#lengths[row * searchFields.length + field] ?? 0
  }

  /** The numbers of a row, valid until the next call: they are copied out of the resizable buffer, since reading them there is slower. */
  row(row: number): Uint32Array {
    const { piece, start, end } = this.#places
    const numbers = this.#pieces[piece[row] ?? 0]?.subarray(start[row], end[row]) ?? []
    while (numbers.length > this.#row.length) this.#row = grown(this.#row, Uint32Array)
    this.#row.set(numbers)
    return this.#row.subarray(0, numbers.length)
  }

  /** Frees the piece that holds a row, when no later row lies in it. */
  letGo(row: number): void {
    const { piece } = this.#places
    const here = piece[row] ?? 0
    if (piece[row + 1] !== here) this.#pieces[here]?.buffer.resize(0)
  }

  /** Which words are written as short forms more often than not, by number. */
  shortForms(): ReadonlySet<number> {
    const uses = new Map<number, { short: number; all: number }>()
    this.table.eachSpelling((word, _, isShort) => {
      if (isShort) uses.set(word, { short: 0, all: 0 })
    })
    this.table.eachSpelling((word, count, isShort) => {
      const known = uses.get(word)
      if (known === undefined) return
      known.all += count
      if (isShort) known.short += count
    })
    return new Set([...uses].filter(([, { short, all }]) => 2 * short > all).map(([word]) => word))
  }

  readonly #sink: WordSink = {
    word: (text, start, end, hash) => {
      this.#take(this.table.use(text, start, end, hash))
      this.#length++
    },
    run: (text, start, end) => {
      for (let at = start; at < end;) {
        const next = at + widthAt(text, at)
        const beyond = next < end ? next + widthAt(text, next) : next
        this.#take(this.table.use(text, at, next, hashOf(text, at, next)))
        if (beyond > next) this.#take(this.table.use(text, at, beyond, hashOf(text, at, beyond)))
        this.#length++
        at = next
      }
    },
    signed: (text, start, end) => {
      this.#count(this.table.number(text.slice(start, end).toLowerCase()))
    },
  }

  #take(spelled: Spelled): void {
    if (spelled >= 0) this.#count(spelled)
    else if (spelled < -1) for (const word of this.table.partsOf(spelled)) this.#count(word)
  }

  #count(word: number): void {
    while (word >= this.#times.length) this.#times = grown(this.#times, Uint8Array)
    const before = this.#times[word] ?? 0
    if (before === 0) {
      if (this.#found === this.#touched.length) this.#touched = grown(this.#touched, Uint32Array)
      this.#touched[this.#found++] = word
    }
    if (before < mostTimes) this.#times[word] = before + 1
  }

  #begin(field: SearchField): void {
    this.#field = searchFields.indexOf(field)
    this.#length = 0
  }

  #end(): void {
    while (this.#size + this.#found > this.#row.length) this.#row = grown(this.#row, Uint32Array)
    for (let at = 0; at < this.#found; at++) {
      const word = this.#touched[at] ?? 0
      const times = this.#times[word] ?? 0
      this.#times[word] = 0
      if (word < mostWords)
        this.#row[this.#size++] = (word | (this.#field << wordBits) | (times << (wordBits + fieldBits))) >>> 0
    }
    this.#found = 0
    const at = this.rows * searchFields.length + this.#field
    this.#lengths[at] = (this.#lengths[at] ?? 0) + this.#length
  }
}

function widthAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xd800 && unit < 0xdc00 ? 2 : 1
}

function hashOf(text: string, from: number, to: number): number {
  let hash = 0
  for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0
  return hash
}
