import type { NoteTerms } from '../../core/query/note-terms.ts'
import type { BuiltSearch } from '../../core/query/build-search-index.ts'
import type { SearchIndexData } from '../../core/query/search-index-data.ts'
import type { OlderSearch } from '../../core/query/update-search-index.ts'
import type { LatentSpace } from '../../core/query/search/latent-space.ts'
import type { ShortForm } from '../../core/query/search/short-forms.ts'
import { CheckedSlices, type CheckedRead, readChecked } from './checked-slices.ts'
import { ascii } from './pack.ts'
import { randomId } from './random-id.ts'
import { SectionReader, SectionWriter } from './section-file.ts'
import { bytesOf, numbersOf } from './slices.ts'
import { readTables, writeTables } from './word-tables-file.ts'

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
  readonly terms: readonly NoteTerms[]
}

/** Thrown, and caught in this folder, when a part of a search file is not what was written. */
export class DamagedSearch extends Error {}

/** A search file opened for reading; nothing is read before it is asked for. */
export class SearchStore {
  readonly about: SearchAbout
  readonly #reader: SectionReader
  readonly #fields: CheckedRead
  readonly #citations: CheckedRead
  #forms: ReadonlyMap<number, readonly ShortForm[]> | undefined

  private constructor(reader: SectionReader) {
    this.#reader = reader
    this.about = reader.about as SearchAbout
    this.#fields = readChecked(reader, 'note-fields')
    this.#citations = readChecked(reader, 'note-citations')
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
    const cites = readChecked(this.#reader, 'note-cites')
    const lengths = sure(numbersOf(this.#reader.read('lengths')))
    return {
      data,
      lengths,
      size: this.paths().length,
      wordSpreads: sure(numbersOf(this.#reader.read('word-spreads'))),
      wordsOf: (number) => sure(numbersOf(sure(wordsOf(number)))),
      citesOf: (number) => pairsOf(sure(cites(number))),
      fieldsOf: (number) => this.#fieldsOf(number),
      citationsOf: (number) => this.#citationsOf(number),
      formsOf: (number) => this.#formsOf(number),
    }
  }

  close(): void {
    this.#reader.close()
  }

  #fieldsOf(number: number): NoteTerms['fields'] {
    return JSON.parse(sure(this.#fields(number)).toString('latin1')) as NoteTerms['fields']
  }

  #citationsOf(number: number): NoteTerms['citations'] {
    return JSON.parse(sure(this.#citations(number)).toString('latin1')) as NoteTerms['citations']
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

/** Links and what they cite, written one after the other. */
function pairsOf(bytes: Buffer): ReturnType<OlderSearch['citesOf']> {
  const pairs = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
  return {
    links: Array.from({ length: pairs.length / 2 }, (_, at) => pairs[2 * at] ?? 0),
    targets: Array.from({ length: pairs.length / 2 }, (_, at) => pairs[2 * at + 1] ?? -1),
  }
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
  { data, lengths, wordsOf, cites }: BuiltSearch,
  { paths, stamps, terms }: NotesIndexed,
): void {
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
    writer.add('word-spreads', [bytesOf(spreadsOf(data.words.length, wordsOf))])
    writer.add('note-forms', [
      jsonBytes(terms.flatMap(({ shortForms }, number) => (shortForms.length > 0 ? [[number, shortForms]] : []))),
    ])
    writeSlices(writer, 'note-words', wordsOf.map(bytesOf))
    writeSlices(
      writer,
      'note-cites',
      cites.map((targets, number) => citesBytes(targets, terms[number])),
    )
    writeSlices(
      writer,
      'note-fields',
      terms.map(({ fields }) => jsonBytes(fields)),
    )
    writeSlices(
      writer,
      'note-citations',
      terms.map(({ citations }) => jsonBytes(citations)),
    )
    writer.finish({ ...about, id: randomId() })
  } catch {
    writer?.discard()
  }
}

function writeSlices(writer: SectionWriter, name: string, parts: readonly Uint8Array[]): void {
  const slices = new CheckedSlices()
  for (const part of parts) slices.add(part)
  slices.write(writer, name)
}

function citesBytes(targets: readonly number[], terms: NoteTerms | undefined): Uint8Array {
  const pairs = targets.flatMap((target, at) => [terms?.citations[at]?.[0] ?? 0, target])
  return bytesOf(Int32Array.from(pairs))
}

function spreadsOf(words: number, wordsOf: readonly Uint32Array[]): Uint32Array {
  const spreads = new Uint32Array(words)
  for (const held of wordsOf) for (const word of held) spreads[word] = (spreads[word] ?? 0) + 1
  return spreads
}
