import { formsOf } from '../words/parts.ts'

/**
 * Numbers the words of texts. A word as written is looked up by its units, so that it is cut out, folded and taken apart once
 * and not at each place where it stands.
 */
export class WordTable {
  /** The folded words by number. */
  readonly words: string[] = []
  readonly #numbers = new Map<string, number>()
  /** A hash table with open addressing, two numbers a slot: the hash of an entry, and the entry's number plus 1; 0 marks a free slot. */
  #slots = new Int32Array(1 << 15)
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
    const slots = this.#slots
    const mask = slots.length - 2
    for (let slot = slotOf(hash) & mask; ; slot = (slot + 2) & mask) {
      const entry = (slots[slot + 1] ?? 0) - 1
      if (entry < 0) return this.#add(text.slice(start, end), hash, slot)
      if (slots[slot] === hash && this.#isWritten(entry, text, start, end)) return entry
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
    if (entry + 2 > this.#starts.length) this.#growEntries()
    while (this.#used + raw.length > this.#units.length) this.#units = grown(this.#units, Uint16Array)
    for (let at = 0; at < raw.length; at++) this.#units[this.#used + at] = raw.charCodeAt(at)
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
    this.#slots[slot] = hash
    this.#slots[slot + 1] = entry + 1
    if (4 * this.#size > this.#slots.length) this.#growSlots()
    return entry
  }

  #growEntries(): void {
    this.#starts = grown(this.#starts, Uint32Array)
    this.#first = grown(this.#first, Int32Array)
    this.#hasMore = grown(this.#hasMore, Uint8Array)
  }

  #growSlots(): void {
    const slots = new Int32Array(2 * this.#slots.length)
    const mask = slots.length - 2
    for (let from = 0; from < this.#slots.length; from += 2) {
      const [hash = 0, entry = 0] = this.#slots.subarray(from, from + 2)
      if (entry === 0) continue
      let slot = slotOf(hash) & mask
      while (slots[slot + 1] !== 0) slot = (slot + 2) & mask
      slots[slot] = hash
      slots[slot + 1] = entry
    }
    this.#slots = slots
  }
}

/** The place of a hash, its bits mixed (the first step of MurmurHash3's end): words of like letters lie apart. */
function slotOf(hash: number): number {
  return (Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 8) << 1
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
