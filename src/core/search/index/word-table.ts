import { formsOf } from '../words/parts.ts'

/**
 * Numbers the words of texts. A word as written is looked up by its units, so that it is cut out, folded and taken apart once
 * and not at each place where it stands.
 */
export class WordTable {
  /** The folded words by number. */
  readonly words: string[] = []
  readonly #numbers = new Map<string, number>()
  #slots = new Int32Array(1 << 14).fill(-1)
  #hashes = new Int32Array(1 << 12)
  #starts = new Uint32Array(1 << 12)
  #first = new Int32Array(1 << 12)
  readonly #more = new Map<number, readonly number[]>()
  #hasMore = new Uint8Array(1 << 12)
  readonly #short: boolean[] = []
  #units = new Uint16Array(1 << 16)
  #size = 0
  #used = 0

  /** The entry of a word as written, from one place of a text to another; `hash` is of its units. */
  entry(text: string, start: number, end: number, hash: number): number {
    const mask = this.#slots.length - 1
    let slot = (hash ^ (hash >>> 15)) & mask
    for (;;) {
      const entry = this.#slots[slot] ?? -1
      if (entry < 0) return this.#add(text.slice(start, end), hash, slot)
      if (this.#hashes[entry] === hash && this.#isWritten(entry, text, start, end)) return entry
      slot = (slot + 1) & mask
    }
  }

  /** The number of the word of an entry; -1 for one that does not count. */
  first(entry: number): number {
    return this.#first[entry] ?? -1
  }

  /** The parts of the word of an entry, by number. */
  more(entry: number): readonly number[] | undefined {
    return this.#hasMore[entry] === 1 ? this.#more.get(entry) : undefined
  }

  /** Whether an entry is written as a short form. */
  isShort(entry: number): boolean {
    return this.#short[entry] === true
  }

  get entries(): number {
    return this.#size
  }

  /** The number of a folded word that was numbered before. */
  find(folded: string): number | undefined {
    return this.#numbers.get(folded)
  }

  /** The number of a folded word. */
  number(folded: string): number {
    const known = this.#numbers.get(folded)
    if (known !== undefined) return known
    const number = this.words.push(ownCopy(folded)) - 1
    this.#numbers.set(this.words[number] ?? '', number)
    return number
  }

  #isWritten(entry: number, text: string, start: number, end: number): boolean {
    const from = this.#starts[entry] ?? 0
    if ((this.#starts[entry + 1] ?? 0) - from !== end - start) return false
    for (let at = start; at < end; at++) if (this.#units[from + at - start] !== text.charCodeAt(at)) return false
    return true
  }

  #add(raw: string, hash: number, slot: number): number {
    const entry = this.#size++
    if (entry + 2 > this.#hashes.length) this.#growEntries()
    while (this.#used + raw.length > this.#units.length) this.#units = grown(this.#units, Uint16Array)
    for (let at = 0; at < raw.length; at++) this.#units[this.#used + at] = raw.charCodeAt(at)
    this.#hashes[entry] = hash
    this.#starts[entry] = this.#used
    this.#used += raw.length
    this.#starts[entry + 1] = this.#used
    const { words, short } = formsOf(raw)
    const numbers = words.map((word) => this.number(word))
    this.#first[entry] = numbers[0] ?? -1
    if (numbers.length > 1) {
      this.#more.set(entry, numbers.slice(1))
      this.#hasMore[entry] = 1
    }
    if (short) this.#short[entry] = true
    this.#slots[slot] = entry
    if (2 * this.#size > this.#slots.length) this.#growSlots()
    return entry
  }

  #growEntries(): void {
    this.#hashes = grown(this.#hashes, Int32Array)
    this.#starts = grown(this.#starts, Uint32Array)
    this.#first = grown(this.#first, Int32Array)
    this.#hasMore = grown(this.#hasMore, Uint8Array)
  }

  #growSlots(): void {
    const slots = new Int32Array(2 * this.#slots.length).fill(-1)
    const mask = slots.length - 1
    for (let entry = 0; entry < this.#size; entry++) {
      const hash = this.#hashes[entry] ?? 0
      let slot = (hash ^ (hash >>> 15)) & mask
      while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask
      slots[slot] = entry
    }
    this.#slots = slots
  }
}

/** The same numbers with as much room again. */
export function grown<T extends { readonly length: number; set: (from: T) => void }>(
  numbers: T,
  make: new (length: number) => T,
): T {
  const larger = new make(2 * numbers.length)
  larger.set(numbers)
  return larger
}

/** A word that keeps no other text alive: V8 cuts long ones out of a text by pointing into it. */
function ownCopy(word: string): string {
  return word.length < 13 ? word : word.split('').join('')
}
