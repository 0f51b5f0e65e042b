import type { Note } from '../../../core/model/note.ts'
import type { Part } from '../kept-file.ts'

/** What lists and lookups need of each note: a column of each. */
const fields = [
  'path',
  'title',
  'titleSource',
  'summary',
  'aliases',
  'topics',
  'tags',
  'created',
  'modified',
  'words',
  'problems',
  'isIndex',
  'isPrivate',
] as const
type Field = (typeof fields)[number]

/** The part of a note that the columns hold. */
export type ColumnNote = Pick<Note, Field>

/** A field of all notes; `0` stands for nothing: no summary, an empty list. */
export type Column<Name extends Field> = readonly (ColumnNote[Name] | 0)[]

/** The part of a note that goes into columns, alone. */
export function columnsOf(note: Note): ColumnNote {
  const { path, title, titleSource, summary, aliases, topics, tags, created, modified, words, problems } = note
  const { isIndex, isPrivate } = note
  return { path, title, titleSource, summary, aliases, topics, tags, created, modified, words, problems, isIndex, isPrivate }
}

/** So many notes are gathered and then turned into bytes; while they are gathered, the texts of their files stay in memory. */
const batch = 256

/** Gathers columns a note at a time, each as JSON in pieces. */
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

/** Where the columns come from, and what stands in for those of them that are damaged. */
export interface ColumnSource {
  readonly count: number
  readonly read: (field: Field) => Buffer | undefined
  /** Notes that changed since the columns were written, by place. */
  readonly changed: ReadonlyMap<number, { readonly columns: ColumnNote }>
  /** Reads a note from its file. */
  readonly readAnew: (place: number) => ColumnNote | undefined
}

/** The columns, each read and checked when it is first asked for, so that a command decodes those that it needs. */
export class NoteColumns {
  readonly #source: ColumnSource
  readonly #columns = new Map<Field, unknown>()

  constructor(source: ColumnSource) {
    this.#source = source
  }

  /** A field of all notes, by place. */
  column<Name extends Field>(field: Name): Column<Name> {
    const known = this.#columns.get(field) as Column<Name> | undefined
    if (known !== undefined) return known
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
