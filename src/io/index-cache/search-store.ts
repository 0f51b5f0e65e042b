import type { NoteTerms } from '../../core/query/note-terms.ts'
import { type ByteRows, RowReader, RowWriter } from '../../core/query/byte-rows.ts'
import type { BuiltCitations, BuiltSearch } from '../../core/query/build-search-index.ts'
import { type Documents, eachCount, readCitation, readFields } from '../../core/query/search-documents.ts'
import type { SearchIndexData } from '../../core/query/search-index-data.ts'
import type { OlderSearch } from '../../core/query/update-search-index.ts'
import type { LatentSpace } from '../../core/query/search/latent-space.ts'
import type { ShortForm } from '../../core/query/search/short-forms.ts'
import { type CheckedRead, readChecked, writeChecked } from './checked-slices.ts'
import { ascii } from './pack.ts'
import { randomId } from './random-id.ts'
import { SectionReader, SectionWriter } from './section-file.ts'
import { bytesOf, numbersOf } from './slices.ts'
import { readTables, readTexts, writeTables, writeTexts } from './word-tables-file.ts'

/** What a search file says of itself. */
export interface SearchAbout {
  readonly key: string
  readonly id: string
  /** The state of the vault that it was built of, as the index cache names it. */
  readonly state: string
}

/** What the notes were that a search index was built of, by number. */
export interface NotesIndexed {
  readonly paths: readonly string[]
  /** As `noteStamps` gives them. */
  readonly stamps: Float64Array
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

  /** The index; undefined when it is damaged. */
  data(): SearchIndexData | undefined {
    const tables = readTables(this.#reader)
    const shortForms = readJson<readonly ShortForm[]>(this.#reader, 'forms')
    const latent = readLatent(this.#reader)
    return tables && shortForms && latent && { ...tables, shortForms, latent }
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
  terms(number: number): Pick<NoteTerms, 'fields' | 'citations' | 'shortForms'> {
    return { fields: this.#fieldsOf(number), citations: this.#citationsOf(number), shortForms: this.#formsOf(number) }
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
      formsOf: (number) => this.#formsOf(number),
    }
  }

  close(): void {
    this.#reader.close()
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

  /** Gives the words of the vault by the numbers that rows have for them. */
  #wordTexts(): (number: number) => string {
    if (this.#words !== undefined) return this.#words
    const [places, words] = [this.#wordPlaces(), sure(readTexts(this.#reader, 'words'))]
    const others = sure(readTexts(this.#reader, 'other-words'))
    return (this.#words = (number) => {
      const place = places[number] ?? 0
      return (place < words.length ? words.at(place) : others.at(place - words.length)) ?? ''
    })
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

/** Writes a search file; where it can't be written, all goes on without. */
export function writeSearch(
  file: string,
  about: Pick<SearchAbout, 'key' | 'state'>,
  built: BuiltSearch,
  { paths, stamps }: NotesIndexed,
): void {
  const { data, documents, lengths, citations, sorted, spreads, noteForms } = built
  let writer: SectionWriter | undefined
  try {
    writer = new SectionWriter(file)
    writeTables(writer, data)
    writer.add('forms', [jsonBytes(data.shortForms)])
    writer.add('dimensions', [bytesOf(Uint32Array.of(data.latent.dimensions))])
    writer.add('latent-notes', [bytesOf(data.latent.notes)])
    writer.add('latent-terms', [bytesOf(data.latent.terms)])
    writer.add('latent-scales', [bytesOf(data.latent.termScales)])
    writer.add('paths', [jsonBytes(paths)])
    writer.add('stamps', [bytesOf(stamps)])
    writer.add('lengths', [bytesOf(lengths)])
    writer.add('note-forms', [jsonBytes(noteForms)])
    writeTexts(writer, 'other-words', sorted.otherWords)
    writer.add('word-places', [bytesOf(sorted.wordPlaces)])
    writer.add('word-spreads', [bytesOf(spreads.words)])
    writer.add('citation-starts', [bytesOf(citations.starts)])
    writeChecked(writer, 'note-fields', rowsOf(documents.rows.fields))
    writeChecked(writer, 'citations', rowsOf(documents.rows.citations))
    writeChecked(writer, 'note-cites', citeRows(citations))
    writeChecked(writer, 'note-words', wordRows(documents))
    writer.finish({ ...about, id: randomId() })
  } catch {
    writer?.discard()
  }
}

function* rowsOf(rows: ByteRows): Iterable<Uint8Array> {
  for (let place = 0; place < rows.length; place++) yield rows.at(place)
}

/** The links of each note's citations with what they are about. */
function* citeRows({ starts, links, targets }: BuiltCitations): Iterable<Uint8Array> {
  const row = new RowWriter()
  for (let note = 0; note + 1 < starts.length; note++) {
    for (let at = starts[note] ?? 0; at < (starts[note + 1] ?? 0); at++) {
      row.put(links[at] ?? 0)
      row.put(targets[at] ?? 0)
    }
    yield row.taken()
  }
}

/** The words of each note, each once. */
function* wordRows(documents: Documents): Iterable<Uint8Array> {
  const row = new RowWriter()
  const last = new Uint32Array(documents.rows.words.size)
  let now = 0
  const visit = (_field: number, word: number): void => {
    if (last[word] !== now) row.put(word)
    last[word] = now
  }
  for (let document = 0; document < documents.numbers.length; document++) {
    now = document + 1
    eachCount(documents, document, visit)
    yield row.taken()
  }
}
