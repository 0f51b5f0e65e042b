import { hashText } from '../../model/hash-text.ts'
import { fieldBit } from '../fields.ts'
import type { ShortForm } from '../ranking/short-forms.ts'
import {
  allPostings,
  inLayer,
  joinedPostings,
  type Layer,
  liveCounts,
  type NoteTerm,
  presentNumber,
  termsOfNote,
} from './layer.ts'
import { commonPlaces, firstFrom, placeInList, type Postings, type Segment } from './segment.ts'

/** A word of the vault: its text and its term. */
export interface VaultWord {
  readonly text: string
  readonly term: string
}

/** How many terms' posting lists a long-running program keeps in memory at most. */
const mostMerged = 5000

/**
 * The inverted index of a vault: finds the notes that hold a term, and the words of the vault that are spelled nearly as a word. Notes that
 * changed since the first segment was made are in a second one. A query reads no more than the posting lists of its terms.
 */
export class SearchIndex {
  readonly size: number
  readonly layers: readonly Layer[]
  readonly #merged = new Map<string, Postings | undefined>()
  readonly #terms = new Map<string, string | undefined>()
  readonly #spreads = new Map<string, number>()

  constructor(size: number, layers: readonly Layer[]) {
    this.size = size
    this.layers = layers
  }

  /**
   * The index of a later state of the notes: `numbers` holds the number that each note has now (-1: gone or changed), `later` the notes
   * that changed. This index clears its own caches, since later questions go to the new one.
   */
  laidOver(size: number, numbers: Int32Array, later?: Layer): SearchIndex {
    this.#merged.clear()
    const known = this.layers.map(({ segment, numbers: own }): Layer => ({
      segment,
      numbers: own === undefined ? numbers : own.map((number) => (number < 0 ? -1 : (numbers[number] ?? -1))),
    }))
    return new SearchIndex(size, later === undefined ? known : [...known, later])
  }

  /** Short forms that notes explain; those explained only in notes that are gone or hidden are left out. */
  get shortForms(): readonly ShortForm[] {
    return this.layers.flatMap(({ segment, numbers }) =>
      segment.shortForms.flatMap(([short, long, notes]): readonly ShortForm[] =>
        numbers === undefined || notes.some((note) => (numbers[note] ?? -1) >= 0) ? [[short, long]] : [],
      ),
    )
  }

  /** The languages of the notes, the commonest first, by ISO 639-1 code. */
  get languages(): readonly string[] {
    return [...new Set(this.layers.flatMap(({ segment }) => segment.languages))]
  }

  /** The posting list of a term; undefined when no note holds it. */
  postings(term: string): Postings | undefined {
    if (this.#merged.has(term)) return this.#merged.get(term)
    const found = this.layers.flatMap((layer) => {
      const place = placeInList(layer.segment.terms, term)
      const postings = place === undefined ? undefined : inLayer(layer, place)
      return postings === undefined || postings.notes.length === 0 ? [] : [postings]
    })
    const merged = found.length < 2 ? found[0] : joinedPostings(found)
    if (this.#merged.size >= mostMerged) this.#merged.clear()
    this.#merged.set(term, merged)
    return merged
  }

  /** Whether any note holds a term. */
  has(term: string): boolean {
    return this.spread(term) > 0
  }

  /** The document frequency of a term: in how many notes it stands. */
  spread(term: string): number {
    const [first, ...others] = this.layers
    if (first === undefined || first.numbers !== undefined || others.length > 0)
      return this.postings(term)?.notes.length ?? 0
    const known = this.#spreads.get(term)
    if (known !== undefined) return known
    const { terms, starts } = first.segment
    const place = placeInList(terms, term)
    return remember(this.#spreads, term, place === undefined ? 0 : (starts[place + 1] ?? 0) - (starts[place] ?? 0))
  }

  /** The idf of a term, as BM25 has it: near 0 for one that stands in every note, the larger the fewer notes hold it. */
  rarity(term: string): number {
    return rarityOf(this.size, this.spread(term))
  }

  /** The term of a folded word of the vault; undefined when no note holds the word. */
  termOf(word: string): string | undefined {
    if (this.#terms.has(word)) return this.#terms.get(word)
    return remember(this.#terms, word, this.#findTerm(word))
  }

  #findTerm(word: string): string | undefined {
    for (const { segment } of this.layers) {
      const place = placeInList(segment.words, word)
      const term = place === undefined ? undefined : segment.terms.at(segment.wordTerms[place] ?? 0)
      if (term !== undefined && this.has(term)) return term
    }
    return undefined
  }

  /** The terms that the first segment gave to words, which must be sorted as its own are (by code unit); undefined for words that it lacks. */
  keptTerms(sorted: readonly string[]): readonly (string | undefined)[] {
    const segment = this.layers[0]?.segment
    if (segment === undefined) return []
    let from = 0
    return sorted.map((word) => {
      from = firstFrom(segment.words, word, from)
      return segment.words.at(from) === word ? segment.terms.at(segment.wordTerms[from] ?? 0) : undefined
    })
  }

  /** The words of the vault that begin with some letters, in order; at most so many of each segment. */
  beginning(letters: string, most: number): readonly VaultWord[] {
    return this.layers.flatMap(({ segment }) => {
      const [from, end] = rangeOf(segment, letters)
      return Array.from({ length: Math.min(most, end - from) }, (_, at) => wordAt(segment, from + at))
    })
  }

  /** All words of the vault that were reduced to one of these terms, each with its term. */
  wordsOf(terms: ReadonlySet<string>): ReadonlyMap<string, string> {
    const found = new Map<string, string>()
    for (const { segment } of this.layers) {
      const wanted = new Uint8Array(segment.terms.length)
      for (const term of terms) {
        const place = placeInList(segment.terms, term)
        if (place !== undefined) wanted[place] = 1
      }
      for (let word = 0; word < segment.wordTerms.length; word++) {
        if (wanted[segment.wordTerms[word] ?? 0] !== 1) continue
        const { text, term } = wordAt(segment, word)
        found.set(text, term)
      }
    }
    return found
  }

  /** The terms that a note holds. The index leads from terms to notes, so every posting list is searched: this costs far more than the other way. */
  termsOf(number: number): readonly NoteTerm[] {
    return this.layers.flatMap(({ segment, numbers }) => {
      const own = numbers === undefined ? number : numbers.indexOf(number)
      return own < 0 ? [] : termsOfNote(segment, own)
    })
  }

  /**
   * The length of each note as a tf-idf vector: over its terms that stand in its text or names and in another note too, the weight times
   * the idf. Reads all postings.
   */
  noteLengths(): Float64Array {
    const squares = new Float64Array(this.size)
    const counts = new Map(this.layers.map((layer) => [layer, liveCounts(layer)] as const))
    for (const layer of this.layers) this.#addSquares(squares, layer, spreadsIn(layer, counts))
    return squares.map(Math.sqrt)
  }

  /** Adds to `squares` the squared weights of the terms of one layer that count for `noteLengths`. */
  #addSquares(squares: Float64Array, { segment, numbers }: Layer, spreads: Int32Array): void {
    const { starts, terms } = segment
    const { notes, weights, fields } = allPostings(segment)
    for (let place = 0; place < terms.length; place++) {
      const spread = spreads[place] ?? 0
      if (spread < 2) continue
      const rarity = rarityOf(this.size, spread)
      for (let at = starts[place] ?? 0; at < (starts[place + 1] ?? 0); at++) {
        const number = presentNumber(numbers, notes[at] ?? 0)
        if (number < 0 || ((fields[at] ?? 0) & saidFields) === 0) continue
        squares[number] = (squares[number] ?? 0) + ((rarity * (weights[at] ?? 0)) / 65_535) ** 2
      }
    }
  }

  /** The shortest of the words that were reduced to a term, to be shown to people in place of the stem. */
  shortestWordOf(term: string): string {
    let shortest: string | undefined
    for (const word of this.wordsOf(new Set([term])).keys())
      if (shortest === undefined || word.length < shortest.length) shortest = word
    return shortest ?? term
  }

  /** Whether a term stands in any of some fields (a mask) of any note. */
  standsIn(term: string, fields: number): boolean {
    return this.postings(term)?.fields.some((mask) => (mask & fields) !== 0) === true
  }

  /** Whether a note is called by a term: title, alias or initials. */
  isName(term: string): boolean {
    return this.standsIn(term, nameFields)
  }

  /** Whether a term stands anywhere but in running text: in a name, keyword, summary, heading, topic or folder. */
  saysMuch(term: string): boolean {
    return this.standsIn(term, ~fieldBit('body') & 0xff)
  }

  /** The numbers of the notes that may be called by a folded name. */
  named(name: string): readonly number[] {
    const hash = hashText(name)
    return this.layers.flatMap(({ segment, numbers }) => {
      const found: number[] = []
      let [low, high] = [0, segment.nameHashes.length]
      while (low < high) {
        const middle = (low + high) >>> 1
        if ((segment.nameHashes[middle] ?? 0) < hash) low = middle + 1
        else high = middle
      }
      for (let at = low; segment.nameHashes[at] === hash; at++) {
        const number = presentNumber(numbers, segment.nameNotes[at] ?? 0)
        if (number >= 0) found.push(number)
      }
      return found
    })
  }
}

/** The document frequency of each term of a layer, by its place there, from how many notes of each layer hold its terms. */
function spreadsIn(layer: Layer, counts: ReadonlyMap<Layer, Int32Array>): Int32Array {
  const spreads = Int32Array.from(counts.get(layer) ?? [])
  for (const [other, theirs] of counts) {
    if (other === layer) continue
    for (const [own, place] of commonPlaces(layer.segment.terms, other.segment.terms))
      spreads[own] = (spreads[own] ?? 0) + (theirs[place] ?? 0)
  }
  return spreads
}

/** How many answers about single words and terms an index keeps at most. */
const mostRemembered = 20_000

function remember<T>(known: Map<string, T>, key: string, value: T): T {
  if (known.size >= mostRemembered) known.clear()
  known.set(key, value)
  return value
}

/** The fields that are the note's own words: not the initials made of its names, nor its folder. */
export const saidFields = ~(fieldBit('acronym') | fieldBit('place')) & 0xff

const nameFields = fieldBit('title') | fieldBit('alias') | fieldBit('acronym')

/** The idf of something with a document frequency of `spread` among `size` notes. */
export function rarityOf(size: number, spread: number): number {
  return Math.log(1 + (size - spread + 0.5) / (spread + 0.5))
}

/** Where the words of a segment lie that begin with some letters. */
export function rangeOf({ words }: Segment, letters: string): readonly [from: number, end: number] {
  return letters === '' ? [0, words.length] : [firstFrom(words, letters), firstFrom(words, `${letters}\uffff`)]
}

export function wordAt(segment: Segment, place: number): VaultWord {
  return { text: segment.words.at(place) ?? '', term: segment.terms.at(segment.wordTerms[place] ?? 0) ?? '' }
}
