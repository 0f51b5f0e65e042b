import type { NotePath } from '../../model/note-path.ts'
import type { Vault } from '../../vault/vault.ts'
import { uniqueForms } from './build-search-index.ts'
import { type Citations, CitationTargets, citedNotes } from './citations.ts'
import type { NoteTerms } from './note-terms.ts'
import {
  DocumentRows,
  type Documents,
  fieldLengths,
  type LookBytes,
  looksOf,
  type LengthSums,
  meanLengths,
  spreadsOf,
  sumLengths,
} from './search-documents.ts'
import { placeOf, type SearchIndexData, type SearchOverlay, type WordTables } from './search-index-data.ts'
import { tablesOf, type WeighedDocuments } from './search-tables.ts'
import { foldIn } from '../ranking/latent-space.ts'
import type { ShortForm } from '../ranking/short-forms.ts'

/** An index as it was built, and what it was built of, note by note; each part is read when it is asked for. */
export interface OlderSearch {
  readonly data: SearchIndexData
  readonly size: number
  readonly lengths: Uint32Array
  /** The words of a note, by numbers that the index has for them beside their places. */
  readonly wordsOf: (number: number) => readonly number[]
  /** In how many notes a word stands, its text, and its place in the index. */
  readonly wordSpread: (word: number) => number
  readonly wordText: (word: number) => string
  readonly wordPlace: (word: number) => number
  /** The links of a note's citations, and the notes that they are about. */
  readonly citesOf: (number: number) => { readonly links: readonly number[]; readonly targets: readonly number[] }
  readonly fieldsOf: (number: number) => NoteTerms['fields']
  readonly citationsOf: (number: number) => Citations
  readonly looksOf: (number: number) => LookBytes
  readonly formsOf: (number: number) => readonly ShortForm[]
}

/** What became of the notes since an index was built. */
export interface NotesNow {
  readonly vault: Vault
  /** The number that each note had; -1 for a new one. */
  readonly before: Int32Array
  /** The terms of the notes that are new or changed, by number. */
  readonly changed: ReadonlyMap<number, NoteTerms>
  /** Whether no path, title, alias or attachment changed, so that the links of all other notes lead where they led. */
  readonly sameNames: boolean
}

/**
 * Lays what changed over an index, so that words, names and fields are what a new index would say; only where notes lie by
 * the company of their words stays as it was, a changed note being put where its words lie. Undefined when more than `most`
 * notes are concerned, or when fields have become so much longer or shorter that all notes weigh otherwise.
 */
export function updateSearchIndex(older: OlderSearch, now: NotesNow, most: number): SearchOverlay | undefined {
  const update = new SearchUpdate(older, now)
  const numbers = update.concerned()
  if (numbers.length > most) return undefined
  const documents = update.count(numbers)
  const lengths = fieldLengths(documents)
  const means = update.means(lengths, numbers)
  return means && update.overlay(numbers, { documents, lengths, spreads: spreadsOf(documents), means })
}

class SearchUpdate {
  readonly #older: OlderSearch
  readonly #now: NotesNow
  /** The present number of each older note; -1 when it is gone. */
  readonly #after: Int32Array
  readonly #cites = new Map<number, readonly number[]>()

  constructor(older: OlderSearch, now: NotesNow) {
    this.#older = older
    this.#now = now
    this.#after = new Int32Array(older.size).fill(-1)
    for (const [number, before] of now.before.entries()) if (before >= 0) this.#after[before] = number
  }

  /** The numbers of the notes that changed, and of those of which others say something else, rising. */
  concerned(): readonly number[] {
    const { changed, sameNames, before } = this.#now
    const concerned = new Set(changed.keys())
    for (const number of changed.keys()) for (const target of this.#movedCitations(number)) concerned.add(target)
    for (const [old, number] of this.#after.entries())
      if (number < 0) for (const target of this.#targetsBefore(old)) concerned.add(target)
    if (!sameNames)
      for (const [number, old] of before.entries())
        if (!changed.has(number)) for (const target of this.#movedTargets(number, old)) concerned.add(target)
    concerned.delete(-1)
    return [...concerned].sort((a, b) => a - b)
  }

  count(numbers: readonly number[]): Documents {
    const rows = new DocumentRows()
    const said = new CitationTargets()
    const documentOf = new Map(numbers.map((number, document) => [number, document]))
    for (const number of numbers) {
      rows.add(this.#fields(number))
      const look = this.#now.changed.get(number)?.look
      if (look === undefined) rows.keepLook(this.#older.looksOf(this.#now.before[number] ?? -1))
      else rows.look(look)
    }
    const sources = new Set(numbers.flatMap((number) => this.#now.vault.sourcesOf(this.#path(number))))
    for (const source of [...sources].sort()) {
      const from = this.#now.vault.numberOf(source) ?? -1
      const targets = this.#targetsNow(from).map((target) => documentOf.get(target))
      if (targets.every((target) => target === undefined)) continue
      const citations = this.#citations(from)
      for (const [at, document] of targets.entries()) {
        const [, terms] = citations[at] ?? []
        if (document !== undefined && terms !== undefined) said.add(document, rows.cite(terms))
      }
    }
    return { rows, numbers, citedOf: said.byTarget(numbers.length) }
  }

  /** The mean lengths of the fields; undefined when they are not what they were. */
  means(added: Uint32Array, numbers: readonly number[]): readonly number[] | undefined {
    const { lengths, size } = this.#older
    const all = sumLengths(lengths, Array(size).keys())
    const gone = sumLengths(lengths, this.#replaced(numbers))
    const come = sumLengths(added, numbers.keys())
    const present: LengthSums = all.map(([sum, notes], at) => {
      const [less, more] = [gone[at] ?? [0, 0], come[at] ?? [0, 0]]
      return [sum - less[0] + more[0], notes - less[1] + more[1]]
    })
    const [before, after] = [meanLengths(all), meanLengths(present)]
    return after.every((mean, at) => mean === before[at] || present[at]?.[0] === 0) ? before : undefined
  }

  overlay(numbers: readonly number[], weighed: WeighedDocuments): SearchOverlay {
    const { data, wordsOf, wordSpread, wordText, wordPlace } = this.#older
    const { before } = this.#now
    const { words } = weighed.documents.rows
    const isHeld = (word: string): boolean => (weighed.spreads.words[words.numberOf(word) ?? -1] ?? 0) > 0
    const sorted = words.sorted(weighed.spreads)
    const tables = tablesOf(weighed, sorted, (word) => placeOf(data.words, word) === undefined)
    const origins = Int32Array.from(before)
    for (const [place, number] of numbers.entries()) origins[number] = -1 - place
    const lost = new Map<number, number>()
    for (const old of this.#replaced(numbers))
      for (const word of wordsOf(old)) lost.set(word, (lost.get(word) ?? 0) + 1)
    const goneWords = [...lost]
      .filter(([word, times]) => times >= wordSpread(word) && !isHeld(wordText(word)))
      .map(([word]) => wordPlace(word))
    return {
      origins,
      goneWords: Uint32Array.from(goneWords).sort(),
      tables,
      shortForms: this.#shortForms(),
      places: this.#places(numbers, tables),
      looks: looksOf(weighed.documents.rows, sorted),
    }
  }

  /** The older numbers of notes that are laid over or gone. */
  #replaced(numbers: readonly number[]): readonly number[] {
    const laid = numbers.map((number) => this.#now.before[number] ?? -1).filter((old) => old >= 0)
    const gone = [...this.#after.entries()].filter(([, number]) => number < 0).map(([old]) => old)
    return [...laid, ...gone]
  }

  /** The notes of which a changed note says something else than before. */
  #movedCitations(number: number): readonly number[] {
    const old = this.#now.before[number] ?? -1
    const before =
      old < 0 ? new Map<number, string>() : textByTarget(this.#older.citationsOf(old), this.#targetsBefore(old))
    const after = textByTarget(this.#citations(number), this.#targetsNow(number))
    return [...new Set([...before.keys(), ...after.keys()])].filter(
      (target) => before.get(target) !== after.get(target),
    )
  }

  /** The notes of which an unchanged note says something else than before, since names changed. */
  #movedTargets(number: number, old: number): readonly number[] {
    const [before, after] = [this.#targetsBefore(old), this.#targetsNow(number)]
    return after.flatMap((target, at) => (target === before[at] ? [] : [target, before[at] ?? -1]))
  }

  /** The notes that an older note cited, by their present numbers. */
  #targetsBefore(old: number): readonly number[] {
    return this.#older.citesOf(old).targets.map((target) => this.#after[target] ?? -1)
  }

  #targetsNow(number: number): readonly number[] {
    const known = this.#cites.get(number)
    if (known !== undefined) return known
    const { changed, before, sameNames, vault } = this.#now
    const links = changed.get(number)?.citations.map(([link]) => link)
    const old = before[number] ?? -1
    const targets =
      links === undefined && sameNames
        ? this.#targetsBefore(old)
        : citedNotes(vault, this.#path(number), links ?? this.#older.citesOf(old).links)
    this.#cites.set(number, targets)
    return targets
  }

  #path(number: number): NotePath {
    return this.#now.vault.notes[number]?.path ?? ('' as NotePath)
  }

  #fields(number: number): NoteTerms['fields'] {
    return this.#now.changed.get(number)?.fields ?? this.#older.fieldsOf(this.#now.before[number] ?? -1)
  }

  #citations(number: number): Citations {
    return this.#now.changed.get(number)?.citations ?? this.#older.citationsOf(this.#now.before[number] ?? -1)
  }

  #shortForms(): readonly ShortForm[] {
    const { before, changed } = this.#now
    return uniqueForms(
      Array.from(before, (old, number) => changed.get(number) ?? { shortForms: this.#older.formsOf(old) }),
    )
  }

  /** A changed note lies where its terms do; one of which only others say something else stays where it lay. */
  #places(numbers: readonly number[], tables: WordTables): Int8Array {
    const { data } = this.#older
    const { dimensions, notes } = data.latent
    const termBefore = Array.from(
      { length: tables.terms.length },
      (_, term) => placeOf(data.terms, tables.terms.at(term) ?? '') ?? -1,
    )
    const spread = (term: number): number => (data.starts[term + 1] ?? 0) - (data.starts[term] ?? 0)
    const places = foldIn(data.latent, { numbers, postings: tables, termBefore, spread, size: this.#older.size })
    for (const [place, number] of numbers.entries()) {
      const old = this.#now.before[number] ?? -1
      if (!this.#now.changed.has(number))
        places.set(notes.subarray(old * dimensions, (old + 1) * dimensions), place * dimensions)
    }
    return places
  }
}

/** What is said of each note, to be compared. */
function textByTarget(citations: Citations, targets: readonly number[]): ReadonlyMap<number, string> {
  const texts = new Map<number, string>()
  for (const [at, [, terms]] of citations.entries()) {
    const target = targets[at] ?? -1
    if (target >= 0) texts.set(target, `${texts.get(target) ?? ''}\n${JSON.stringify(terms)}`)
  }
  return texts
}
