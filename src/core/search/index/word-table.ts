import { ownCopy } from '../words/english-stem.ts'
import { formsOf } from '../words/parts.ts'

/**
 * What a spelling stands for: the number of its word; -1 when it does not count; lower numbers are places in the list of spellings with
 * parts (`partsOf`).
 */
export type Spelled = number

/**
 * Numbers the words of texts. A word as written is looked up by its UTF-16 units, so that each spelling is folded and split only once, not
 * at each occurrence. Words of at most eight letters need one memory access, others three: the time goes into waiting for memory.
 */
export class WordTable {
  /** The folded words by number. */
  readonly words: string[] = []
  readonly #numbers = new Map<string, number>()
  /**
   * Short words: a hash table with open addressing, four numbers a slot (the letters in two, what they stand for, and the count of uses).
   */
  #short = new Int32Array(1 << 14)
  #shortOnes = 0
  /** Long words: a hash table of two numbers a slot, the hash and the number of the record plus 1; 0 marks a free slot. */
  #slots = new Int32Array(1 << 12)
  /** The records of long words: where the units start, how many there are, what they stand for, and the count of uses. */
  #records = new Int32Array(1 << 12)
  #longOnes = 0
  #units = new Uint16Array(1 << 14)
  #used = 0
  /** The numbers of the words of spellings that have parts. */
  readonly #parted: (readonly number[])[] = []

  /** What the word from one place of a text to another stands for; counts the use. `hash` is that of its units. */
  use(text: string, start: number, end: number, hash: number): Spelled {
    if (end - start > mostLetters) return this.#useLong(text, start, end, hash)
    let [first, second] = [0, 0]
    for (let at = start; at < end; at++) {
      const unit = text.charCodeAt(at)
      if (unit > 255) return this.#useLong(text, start, end, hash)
      if (at < start + 4) first |= unit << ((at - start) << 3)
      else second |= unit << ((at - start - 4) << 3)
    }
    const slots = this.#short
    const mask = slots.length - 4
    for (let slot = (slotOf(hash) << 2) & mask; ; slot = (slot + 4) & mask) {
      const uses = slots[slot + 3] ?? 0
      if (uses === 0) return this.#addShort(text.slice(start, end), { slot, first, second })
      if (slots[slot] !== first || slots[slot + 1] !== second) continue
      slots[slot + 3] = uses + oneUse
      return slots[slot + 2] ?? -1
    }
  }

  /** The numbers of the words of a spelling that has parts. */
  partsOf(spelled: Spelled): readonly number[] {
    return this.#parted[-2 - spelled] ?? []
  }

  /** Calls `tell` for each spelling with the number of its word, how often it was used, and whether it is written as a short form. */
  eachSpelling(tell: (word: number, uses: number, isShort: boolean) => void): void {
    const told = (spelled: Spelled, uses: number): void => {
      const word = spelled < -1 ? (this.partsOf(spelled)[0] ?? -1) : spelled
      tell(word, uses >>> 1, (uses & 1) === 1)
    }
    for (let at = 0; at < this.#short.length; at += 4) {
      const uses = this.#short[at + 3] ?? 0
      if (uses !== 0) told(this.#short[at + 2] ?? -1, uses)
    }
    for (let at = 0; at < 4 * this.#longOnes; at += 4) told(this.#records[at + 2] ?? -1, this.#records[at + 3] ?? 0)
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

  #useLong(text: string, start: number, end: number, hash: number): Spelled {
    const slots = this.#slots
    const mask = slots.length - 2
    for (let slot = (slotOf(hash) << 1) & mask; ; slot = (slot + 2) & mask) {
      const record = 4 * ((slots[slot + 1] ?? 0) - 1)
      if (record < 0) return this.#addLong(text.slice(start, end), hash, slot)
      if (slots[slot] !== hash || !this.#isWritten(record, text, start, end)) continue
      this.#records[record + 3] = (this.#records[record + 3] ?? 0) + oneUse
      return this.#records[record + 2] ?? -1
    }
  }

  #isWritten(record: number, text: string, start: number, end: number): boolean {
    if (this.#records[record + 1] !== end - start) return false
    const units = this.#units
    for (let at = start, unit = this.#records[record] ?? 0; at < end; at++, unit++)
      if (units[unit] !== text.charCodeAt(at)) return false
    return true
  }

  #addShort(
    raw: string,
    { slot, first, second }: { readonly slot: number; readonly first: number; readonly second: number },
  ): Spelled {
    const [spelled, isShort] = this.#spell(raw)
    this.#short.set([first, second, spelled, oneUse | isShort], slot)
    if (8 * ++this.#shortOnes > this.#short.length) this.#growShort()
    return spelled
  }

  #addLong(raw: string, hash: number, slot: number): Spelled {
    const record = 4 * this.#longOnes++
    if (record + 4 > this.#records.length) this.#records = grown(this.#records, Int32Array)
    while (this.#used + raw.length > this.#units.length) this.#units = grown(this.#units, Uint16Array)
    for (let at = 0; at < raw.length; at++) this.#units[this.#used + at] = raw.charCodeAt(at)
    const [spelled, isShort] = this.#spell(raw)
    this.#records.set([this.#used, raw.length, spelled, oneUse | isShort], record)
    this.#used += raw.length
    this.#slots.set([hash, this.#longOnes], slot)
    if (4 * this.#longOnes > this.#slots.length) this.#growSlots()
    return spelled
  }

  /** What a new spelling stands for, and 1 when it is a short form. */
  #spell(raw: string): readonly [spelled: Spelled, isShort: number] {
    const { words, short } = formsOf(raw)
    const numbers = words.map((word) => this.number(word))
    const spelled = numbers.length > 1 ? -1 - this.#parted.push(numbers) : (numbers[0] ?? -1)
    return [spelled, short ? 1 : 0]
  }

  #growShort(): void {
    const slots = new Int32Array(2 * this.#short.length)
    const mask = slots.length - 4
    for (let from = 0; from < this.#short.length; from += 4) {
      if (this.#short[from + 3] === 0) continue
      let slot = (slotOf(hashOfLetters(this.#short[from] ?? 0, this.#short[from + 1] ?? 0)) << 2) & mask
      while (slots[slot + 3] !== 0) slot = (slot + 4) & mask
      slots.set(this.#short.subarray(from, from + 4), slot)
    }
    this.#short = slots
  }

  #growSlots(): void {
    const slots = new Int32Array(2 * this.#slots.length)
    const mask = slots.length - 2
    for (let from = 0; from < this.#slots.length; from += 2) {
      const [hash = 0, record = 0] = this.#slots.subarray(from, from + 2)
      if (record === 0) continue
      let slot = (slotOf(hash) << 1) & mask
      while (slots[slot + 1] !== 0) slot = (slot + 2) & mask
      slots[slot] = hash
      slots[slot + 1] = record
    }
    this.#slots = slots
  }
}

/** The most letters of a short word; each must be one of the first 256 of Unicode. */
const mostLetters = 8

/** What one use adds to a count, whose lowest bit marks a short form. */
const oneUse = 2

/** The hash of a short word from its packed letters; the same as the scanner of words computes. */
function hashOfLetters(first: number, second: number): number {
  let hash = 0
  for (const letters of [first, second])
    for (let rest = letters; rest !== 0; rest >>>= 8) hash = (Math.imul(hash, 31) + (rest & 255)) | 0
  return hash
}

/** The slot of a hash. Its bits are mixed (first step of MurmurHash3's finalizer), so that similar words lie apart. */
function slotOf(hash: number): number {
  return Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 8
}

/** A copy of the numbers with twice the room. */
export function grown<T extends { readonly length: number; set: (from: T) => void }>(
  numbers: T,
  make: new (length: number) => T,
): T {
  const larger = new make(2 * numbers.length)
  larger.set(numbers)
  return larger
}
