import type { Note } from '../../../core/model/note.ts'
import { isPlainLine } from '../../../core/parse/prose/plain-line.ts'
import type { Part } from '../kept-file.ts'

/** The fields of notes that lists and lookups need, each stored as a column. */
const fields = [
  'path',
  'title',
  'titleSource',
  'summary',
  'summarySource',
  'aliases',
  'topics',
  'tags',
  'created',
  'modified',
  'words',
  'problems',
  'isIndex',
  'isPrivate',
  'isPlain',
  'holds',
  'headingTexts',
] as const
type Field = (typeof fields)[number]

/** The part of a note that the columns hold. */
export interface ColumnNote extends Pick<Note, Exclude<Field, keyof OfDetails | 'isPlain'>>, OfDetails {
  readonly isPlain: boolean
}

/** What columns hold about the details of a note, so that these need not be decoded. */
interface OfDetails {
  /** Which lists of its details are not empty, as a sum of `bitOf`. */
  readonly holds: number
  /** The texts of its headings, which a check with broken links needs of all notes. */
  readonly headingTexts: readonly string[]
}

/** Lists that few notes have, though a check looks at them in each note. */
const rareLists = ['blocks', 'definitions', 'footnotes'] as const
export type RareList = (typeof rareLists)[number]

/** The bit of a list in `holds`. */
export function bitOf(list: RareList): number {
  return 1 << rareLists.indexOf(list)
}

/** A field of all notes; `0` means nothing: no summary, an empty list. */
export type Column<Name extends Field> = readonly (ColumnNote[Name] | 0)[]

/** The fields of a note that go into columns; one from an index has them without decoding its details. */
export function columnsOf(note: Note | (Note & ColumnNote)): ColumnNote {
  const { path, title, titleSource, summary, summarySource, aliases, topics, tags, created, modified } = note
  const { words, problems, isIndex, isPrivate } = note
  const { holds, headingTexts } = 'holds' in note ? note : ofDetails(note)
  const isPlain = note.isPlain ?? [path, title, summary ?? '', ...topics].every(isPlainLine)
  const named = { path, title, titleSource, summary, summarySource, aliases, topics, tags }
  return { ...named, created, modified, words, problems, isIndex, isPrivate, isPlain, holds, headingTexts }
}

function ofDetails(note: Note): OfDetails {
  const holds = rareLists.reduce((bits, list) => (note[list].length === 0 ? bits : bits | bitOf(list)), 0)
  return { holds, headingTexts: note.headings.map(({ text }) => text) }
}

/** How many notes are collected before they are turned into bytes; until then the texts of their files stay in memory. */
const batch = 256

/** Collects columns note by note, and writes each as JSON in pieces. */
export class ColumnWriter {
  readonly #pieces = new Map<Field, Buffer[]>(fields.map((field) => [field, []]))
  #notes: ColumnNote[] = []

  add(note: Note): void {
    this.#notes.push(columnsOf(note))
    if (this.#notes.length === batch) this.#flush()
  }

  /** A part for each column. */
  *parts(): Iterable<Part> {
    this.#flush()
    for (const [field, pieces] of this.#pieces) {
      pieces.push(Buffer.from(pieces.length === 0 ? '[]' : ']'))
      yield [field, pieces]
    }
  }

  #flush(): void {
    if (this.#notes.length === 0) return
    for (const [field, pieces] of this.#pieces) {
      const values = JSON.stringify(this.#notes.map((note) => orNothing(note[field])))
      pieces.push(Buffer.from(`${pieces.length === 0 ? '[' : ','}${values.slice(1, -1)}`))
    }
    this.#notes = []
  }
}

function orNothing<T>(value: T): Exclude<T, undefined> | 0 {
  return value === undefined || (Array.isArray(value) && value.length === 0) ? 0 : (value as Exclude<T, undefined>)
}

/** Where columns are read from, and what replaces those that are damaged. */
export interface ColumnSource {
  readonly count: number
  readonly read: (field: Field) => Buffer | undefined
  /** Notes that changed since the columns were written, by place. */
  readonly changed: ReadonlyMap<number, { readonly columns: ColumnNote }>
  /** Reads a note from its file. */
  readonly readAnew: (place: number) => ColumnNote | undefined
}

/** The columns. Each is read and checked when first asked for, so that a command decodes only those that it needs. */
export class NoteColumns {
  readonly #source: ColumnSource
  readonly #columns = new Map<Field, unknown>()

  constructor(source: ColumnSource) {
    this.#source = source
  }

  /** A field of all notes, by place. */
  column<Name extends Field>(field: Name): Column<Name> {
    // Reading is a function of its own, so that V8 can inline this short one where notes are iterated.
    return (this.#columns.get(field) as Column<Name> | undefined) ?? this.#open(field)
  }

  #open<Name extends Field>(field: Name): Column<Name> {
    const column = this.#read(field)
    for (const [place, { columns }] of this.#source.changed) column[place] = orNothing(columns[field])
    this.#columns.set(field, column)
    return column
  }

  #read<Name extends Field>(field: Name): (ColumnNote[Name] | 0)[] {
    const { read, count, readAnew } = this.#source
    const bytes = read(field)
    if (bytes !== undefined) return JSON.parse(bytes.toString()) as (ColumnNote[Name] | 0)[]
    return Array.from({ length: count }, (_none, place) => orNothing(readAnew(place)?.[field]))
  }
}
