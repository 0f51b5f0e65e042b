import { LayeredLooks, type LookLayer } from './layered-looks.ts'
import { LayeredWords } from './layered-words.ts'
import { LayeredPostings, type Postings, postingsOf } from './layered-postings.ts'
import { placeOf, type SearchIndexData, type SearchOverlay, type WordTables } from './search-index-data.ts'
import { type SearchField, searchFields } from '../ranking/fields.ts'
import { LatentPlaces } from '../ranking/latent-places.ts'
import type { ShortForm } from '../ranking/short-forms.ts'

/** The notes of a vault by number; a vault is such. */
export interface NoteNumbers {
  readonly size: number
  readonly numberOf: (path: string) => number | undefined
}

/**
 * Finds the notes of a word, and the words near a word. Everything a query reads is proportional to its words' postings.
 * Terms of an overlay that the older index lacks are numbered behind those it has.
 */
export class SearchIndex {
  readonly shortForms: readonly ShortForm[]
  readonly latent: LatentPlaces
  /** The words of the vault as written. */
  readonly words: LayeredWords
  readonly looks: LayeredLooks
  readonly #notes: NoteNumbers
  readonly #older: WordTables
  readonly #later: SearchOverlay | undefined
  readonly #layers: LayeredPostings | undefined
  readonly #merged = new Map<number, Postings>()
  #byNote: Map<number, number>[] | undefined

  constructor(notes: NoteNumbers, data: SearchIndexData, later?: SearchOverlay) {
    this.#notes = notes
    this.#older = data
    this.#later = later
    this.#layers = later && new LayeredPostings(later.origins)
    this.shortForms = later?.shortForms ?? data.shortForms
    this.latent = new LatentPlaces(data.latent, later)
    this.looks = new LayeredLooks(data, later)
    this.words = new LayeredWords(data, later, (term) => this.termOf(term))
  }

  get size(): number {
    return this.#notes.size
  }

  /** The number of a stem; undefined when the vault does not have it. */
  term(stem: string): number | undefined {
    const older = placeOf(this.#older.terms, stem)
    if (this.#later === undefined) return older
    if (older !== undefined) return this.spread(older) > 0 ? older : undefined
    const later = placeOf(this.#later.tables.terms, stem)
    return later === undefined ? undefined : this.#older.terms.length + later
  }

  /** The number of a stem that a look numbers; undefined when no note holds it. */
  termOfLook(layer: LookLayer, number: number): number | undefined {
    const stem = this.looks.stemAt(layer, number)
    if (typeof stem === 'string') return this.term(stem)
    if (layer === 'later') return this.termOf(stem)
    return this.#later === undefined || this.spread(stem) > 0 ? stem : undefined
  }

  /** A term as text. */
  stem(term: number): string {
    const later = term - this.#older.terms.length
    return (later < 0 ? this.#older.terms.at(term) : this.#later?.tables.terms.at(later)) ?? ''
  }

  postings(term: number): Postings {
    if (this.#later === undefined) return postingsOf(this.#older, term)
    const known = this.#merged.get(term)
    if (known !== undefined) return known
    const merged = this.#merge(term, this.#later.tables)
    this.#merged.set(term, merged)
    return merged
  }

  /** In how many notes a term stands. */
  spread(term: number): number {
    if (this.#later !== undefined) return this.postings(term).notes.length
    return (this.#older.starts[term + 1] ?? 0) - (this.#older.starts[term] ?? 0)
  }

  /** How rare a term is (BM25's idf): 0 in every note, larger the rarer. */
  rarity(term: number): number {
    return rarityOf(this.size, this.spread(term))
  }

  /** Whether a note is called by a term: title, alias or acronym. */
  isName(term: number): boolean {
    return this.#stands(term, nameFields)
  }

  /** Whether a term is written anywhere but in running text. */
  saysMuch(term: number): boolean {
    return this.#stands(term, ~runningText)
  }

  /** The number of the note at a path. */
  numberOf(path: string): number | undefined {
    return this.#notes.numberOf(path)
  }

  /** The terms of a note with their weights, 0 to 1; computed for all notes on first use. */
  termsOf(note: number): ReadonlyMap<number, number> {
    return (this.#byNote ??= this.#invert())[note] ?? new Map()
  }

  /** The number that a term of the overlay goes by. */
  private termOf(later: number): number {
    const stem = this.#later?.tables.terms.at(later) ?? ''
    return placeOf(this.#older.terms, stem) ?? this.#older.terms.length + later
  }

  /** Whether a term stands anywhere but in names, which also hold their neighbouring words written in one. */
  isWritten(term: number): boolean {
    return this.#stands(term, ~nameFields)
  }

  #stands(term: number, fields: number): boolean {
    return this.postings(term).fields.some((mask) => (mask & fields) !== 0)
  }

  #merge(term: number, tables: WordTables): Postings {
    const behind = term - this.#older.terms.length
    if (behind >= 0) return postingsOf(tables, behind)
    const older = postingsOf(this.#older, term)
    const later = placeOf(tables.terms, this.stem(term))
    return this.#layers?.merge(older, later === undefined ? undefined : postingsOf(tables, later)) ?? older
  }

  #invert(): Map<number, number>[] {
    const byNote = Array.from({ length: this.size }, () => new Map<number, number>())
    const last = this.#older.terms.length + (this.#later?.tables.terms.length ?? 0)
    for (let term = 0; term < last; term++) {
      if (term >= this.#older.terms.length && this.termOf(term - this.#older.terms.length) !== term) continue
      const { notes, weights } = this.postings(term)
      for (let at = 0; at < notes.length; at++) byNote[notes[at] ?? 0]?.set(term, (weights[at] ?? 0) / 65_535)
    }
    return byNote
  }
}

const runningText = fieldBit('body') | fieldBit('property') | fieldBit('cited') | fieldBit('acronym')
const nameFields = fieldBit('title') | fieldBit('alias') | fieldBit('acronym')

/** The bit of a field in `fields`. */
export function fieldBit(field: SearchField): number {
  return 1 << searchFields.indexOf(field)
}

/** The rarity of something that stands in `spread` of `size` notes. */
export function rarityOf(size: number, spread: number): number {
  return Math.log(1 + (size - spread + 0.5) / (spread + 0.5))
}
