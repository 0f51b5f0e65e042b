import { RowReader } from '../../../core/search/index/byte-rows.ts'
import { readNames, readPassages, readShown, withTexts } from '../../../core/search/index/look-rows.ts'
import type { NoteTerms } from '../../../core/search/index/note-terms.ts'
import { readCitation, readFields } from '../../../core/search/index/search-documents.ts'
import type { LookTables, SearchIndexData, TextList } from '../../../core/search/index/search-index-data.ts'
import type { OlderSearch } from '../../../core/search/index/update-search-index.ts'
import type { LatentSpace } from '../../../core/search/ranking/latent-space.ts'
import type { ShortForm } from '../../../core/search/ranking/short-forms.ts'
import { type CheckedRead, readChecked } from '../checked-slices.ts'
import { closeAfter, readLooks } from './looks-file.ts'
import { ascii } from '../pack.ts'
import { SectionReader } from '../section-file.ts'
import { numbersOf } from '../slices.ts'
import { readTables, readTexts } from './word-tables-file.ts'

/** What a search file says of itself. */
export interface SearchAbout {
  readonly key: string
  readonly id: string
  /** The state of the vault that it was built of, as the index cache names it. */
  readonly state: string
}

/** Thrown, and caught in this folder, when a part of a search file is not what was written. */
export class DamagedSearch extends Error {}

/** A search file opened for reading; nothing is read before it is asked for. */
export class SearchStore {
  readonly about: SearchAbout
  readonly #reader: SectionReader
  readonly #fields: CheckedRead
  readonly #citations: CheckedRead
  readonly #cites: CheckedRead
  #words: ((number: number) => string) | undefined
  #places: Uint32Array | undefined
  #stems: ((number: number) => string) | undefined
  #looks: LookTables | undefined
  #isHeld = false
  #citationStarts: Uint32Array | undefined
  #forms: ReadonlyMap<number, readonly ShortForm[]> | undefined

  private constructor(reader: SectionReader) {
    this.#reader = reader
    this.about = reader.about as SearchAbout
    this.#fields = readChecked(reader, 'note-fields')
    this.#citations = readChecked(reader, 'citations')
    this.#cites = readChecked(reader, 'note-cites')
  }

  /** Opens the search file of a vault; undefined when there is none that fits. */
  static open(file: string, key: string): SearchStore | undefined {
    const reader = SectionReader.open(file)
    if (reader === undefined) return undefined
    if ((reader.about as SearchAbout).key === key) return new SearchStore(reader)
    reader.close()
    return undefined
  }

  /** The index; undefined when it is damaged. The file stays open for as long as it is held. */
  data(): SearchIndexData | undefined {
    const tables = readTables(this.#reader)
    const shortForms = readJson<readonly ShortForm[]>(this.#reader, 'forms')
    const latent = readLatent(this.#reader)
    const looks = readLooks(this.#reader)
    if (looks !== undefined && !this.#isHeld) closeAfter(looks, this.#reader)
    this.#isHeld ||= looks !== undefined
    return tables && shortForms && latent && looks && { ...tables, shortForms, latent, looks }
  }

  /** The paths of the notes, in the order of their numbers. */
  paths(): readonly string[] {
    return sure(readJson<readonly string[]>(this.#reader, 'paths'))
  }

  stamps(): Float64Array {
    const bytes = sure(this.#reader.read('stamps'))
    return new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8)
  }

  /** What search knew of a note. */
  terms(number: number): Omit<NoteTerms, 'version'> {
    return {
      fields: this.#fieldsOf(number),
      citations: this.#citationsOf(number),
      shortForms: this.#formsOf(number),
      look: this.#lookOf(number),
    }
  }

  /** What an update asks; every answer may throw `DamagedSearch`. */
  older(data: SearchIndexData): OlderSearch {
    const wordsOf = readChecked(this.#reader, 'note-words')
    const lengths = sure(numbersOf(this.#reader.read('lengths')))
    const spreads = sure(numbersOf(this.#reader.read('word-spreads')))
    return {
      data,
      lengths,
      size: this.paths().length,
      wordSpread: (word) => spreads[word] ?? 0,
      wordText: this.#wordTexts(),
      wordPlace: (word) => this.#wordPlaces()[word] ?? 0,
      wordsOf: (number) => numbersIn(sure(wordsOf(number))),
      citesOf: (number) => this.#citesOf(number),
      fieldsOf: (number) => this.#fieldsOf(number),
      citationsOf: (number) => this.#citationsOf(number),
      looksOf: (number) => ({
        names: sure(data.looks.names(number)),
        passages: sure(data.looks.passages(number)),
        shown: sure(data.looks.shown(number)),
      }),
      formsOf: (number) => this.#formsOf(number),
    }
  }

  /** Closes the file, unless an index still reads it. */
  close(): void {
    if (!this.#isHeld) this.#reader.close()
  }

  #fieldsOf(number: number): NoteTerms['fields'] {
    return readFields(sure(this.#fields(number)), this.#wordTexts())
  }

  #citesOf(number: number): ReturnType<OlderSearch['citesOf']> {
    const [links, targets]: [number[], number[]] = [[], []]
    for (const reader = new RowReader(sure(this.#cites(number))); reader.more;) {
      links.push(reader.next())
      targets.push(reader.next() - 1)
    }
    return { links, targets }
  }

  #citationsOf(number: number): NoteTerms['citations'] {
    this.#citationStarts ??= sure(numbersOf(this.#reader.read('citation-starts')))
    const start = this.#citationStarts[number] ?? 0
    return this.#citesOf(number).links.map((link, at) => [
      link,
      readCitation(sure(this.#citations(start + at)), this.#wordTexts()),
    ])
  }

  #lookOf(number: number): NoteTerms['look'] {
    const looks = (this.#looks ??= sure(readLooks(this.#reader)))
    const rowOf = (bytes: Uint8Array | undefined): RowReader => {
      const row = new RowReader(sure(bytes))
      row.next()
      return row
    }
    const [names, passages] = [rowOf(looks.names(number)), rowOf(looks.passages(number))]
    const shown = readShown(rowOf(looks.shown(number)))
    return withTexts({ names: readNames(names), shown, passages: readPassages(passages) }, this.#stemTexts())
  }

  /** Gives the stems of the vault by the numbers that looks have for them. */
  #stemTexts(): (number: number) => string {
    if (this.#stems !== undefined) return this.#stems
    const { stemPlaces, otherStems } = (this.#looks ??= sure(readLooks(this.#reader)))
    const terms = sure(readTexts(this.#reader, 'terms'))
    return (this.#stems = (number) => textOf(terms, otherStems, stemPlaces[number] ?? 0))
  }

  /** Gives the words of the vault by the numbers that rows have for them. */
  #wordTexts(): (number: number) => string {
    if (this.#words !== undefined) return this.#words
    const [places, words] = [this.#wordPlaces(), sure(readTexts(this.#reader, 'words'))]
    const others = sure(readTexts(this.#reader, 'other-words'))
    return (this.#words = (number) => textOf(words, others, places[number] ?? 0))
  }

  #wordPlaces(): Uint32Array {
    return (this.#places ??= sure(numbersOf(this.#reader.read('word-places'))))
  }

  #formsOf(number: number): readonly ShortForm[] {
    this.#forms ??= new Map(
      sure(readJson<readonly (readonly [number, readonly ShortForm[]])[]>(this.#reader, 'note-forms')),
    )
    return this.#forms.get(number) ?? []
  }
}

function sure<T>(part: T | undefined): T {
  if (part === undefined) throw new DamagedSearch()
  return part
}

/** A text of two lists, the places of the second being counted behind the first. */
function textOf(first: TextList, second: TextList, place: number): string {
  return (place < first.length ? first.at(place) : second.at(place - first.length)) ?? ''
}

function numbersIn(bytes: Uint8Array): readonly number[] {
  const found: number[] = []
  for (const reader = new RowReader(bytes); reader.more;) found.push(reader.next())
  return found
}

function readLatent(reader: SectionReader): LatentSpace | undefined {
  const dimensions = numbersOf(reader.read('dimensions'))?.[0]
  const [notes, terms, scales] = [
    reader.read('latent-notes'),
    reader.read('latent-terms'),
    reader.read('latent-scales'),
  ]
  if (dimensions === undefined || !notes || !terms || !scales) return undefined
  return {
    dimensions,
    notes: new Int8Array(notes.buffer, notes.byteOffset, notes.length),
    terms: new Int8Array(terms.buffer, terms.byteOffset, terms.length),
    termScales: new Float32Array(scales.buffer, scales.byteOffset, scales.length / 4),
  }
}

/** JSON out of a section; undefined when it is damaged. */
export function readJson<T>(reader: SectionReader, name: string): T | undefined {
  const bytes = reader.read(name)
  return bytes && (JSON.parse(bytes.toString('latin1')) as T)
}

/** JSON as bytes, for `readJson`. */
export function jsonBytes(data: unknown): Buffer {
  return Buffer.from(ascii(JSON.stringify(data)), 'latin1')
}
