import type { Note } from '../../../core/model/note.ts'
import { AsciiBytes } from '../ascii-bytes.ts'
import { ascii } from '../pack.ts'
import type { SectionSink } from '../section-file.ts'

/** What lists and lookups need of each note. */
export const headFields = [
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
] as const
type HeadField = (typeof headFields)[number]

/** The part of a note that the columns hold. */
export type HeadNote = Pick<Note, HeadField>

/** A value of each note; `0` stands for nothing: no summary, an empty list. */
export type Column<Field extends HeadField> = (HeadNote[Field] | 0)[]

/** Writes the columns, a note at a time, as JSON. */
export class HeadsWriter {
  readonly #columns = headFields.map((field) => ({ field, out: new AsciiBytes() }))

  add(note: HeadNote): void {
    for (const { field, out } of this.#columns) {
      out.byte(out.size === 0 ? opening : comma)
      writeValue(out, orNothing(note[field]))
    }
  }

  /** Puts each column in a section of its own. */
  write(sink: SectionSink): void {
    for (const { field, out } of this.#columns) {
      out.text(out.size === 0 ? '[]' : ']')
      sink.add(field, out.parts())
    }
  }
}

const comma = 44
const opening = 91
const closing = 93

function writeValue(out: AsciiBytes, value: HeadNote[HeadField] | 0): void {
  if (typeof value === 'string') out.string(value)
  else if (typeof value === 'number') out.number(value)
  else if (isTexts(value)) writeTexts(out, value)
  else out.text(ascii(JSON.stringify(value)))
}

function isTexts(value: HeadNote[HeadField]): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function writeTexts(out: AsciiBytes, texts: readonly string[]): void {
  out.byte(opening)
  for (let order = 0; order < texts.length; order++) {
    if (order > 0) out.byte(comma)
    out.string(texts[order] ?? '')
  }
  out.byte(closing)
}

function orNothing<T>(value: T): Exclude<T, undefined> | 0 {
  return value === undefined || (Array.isArray(value) && value.length === 0) ? 0 : (value as Exclude<T, undefined>)
}

/** Where the columns come from, and what stands in for those of them that are damaged. */
export interface HeadSource {
  readonly count: number
  readonly read: (field: HeadField) => Buffer | undefined
  /** Notes that changed since the columns were written, by their place. */
  readonly later: Readonly<Record<number, { readonly head: HeadNote }>>
  /** Reads a note from its file. */
  readonly readAnew: (place: number) => HeadNote | undefined
}

/** The columns, each read and checked when it is first asked for, so that a command decodes those that it needs. */
export class HeadColumns {
  readonly #source: HeadSource
  readonly #columns = new Map<HeadField, unknown>()

  constructor(source: HeadSource) {
    this.#source = source
  }

  /** A field of all notes. */
  column<Field extends HeadField>(field: Field): Readonly<Column<Field>> {
    const known = this.#columns.get(field) as Column<Field> | undefined
    if (known !== undefined) return known
    const column = this.#read(field)
    for (const [place, { head }] of Object.entries(this.#source.later)) column[Number(place)] = orNothing(head[field])
    this.#columns.set(field, column)
    return column
  }

  #read<Field extends HeadField>(field: Field): Column<Field> {
    const { read, count, readAnew } = this.#source
    const bytes = read(field)
    if (bytes !== undefined) return JSON.parse(bytes.toString('latin1')) as Column<Field>
    return Array.from({ length: count }, (_none, place) => orNothing(readAnew(place)?.[field]))
  }
}
