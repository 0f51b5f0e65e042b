import type { Link } from '../../../core/model/link.ts'
import type { Note } from '../../../core/model/note.ts'
import type { NotePath } from '../../../core/model/note-path.ts'
import type { Resolution } from '../../../core/model/resolution.ts'
import type { AsciiBytes } from '../ascii-bytes.ts'
import type { HeadNote } from './head-columns.ts'
import { ascii, packInto, type Shapes, unpack } from '../pack.ts'

/** What few commands need of a note. */
export type Rest = Omit<Note, keyof HeadNote | 'links'>

/** Packs what `HeadsWriter` and `packLinks` leave of a note. */
export function packRest(out: AsciiBytes, note: Note, shapes: Shapes): void {
  packInto(out, restOf(note), shapes)
}

/** Names every field, so that the compiler misses none that notes come to have. */
function restOf(note: Note): { readonly [Name in keyof Required<Rest>]: Rest[Name] } {
  const { summarySource, metadata, bodyStart, headings, blocks, inlineTags, anchors, definitions, footnotes, file } =
    note
  return { summarySource, metadata, bodyStart, headings, blocks, inlineTags, anchors, definitions, footnotes, file }
}

/** The inverse of `packRest`. */
export function unpackRest(text: string, shapes: Shapes): Rest {
  return unpack(text, shapes) as Rest
}

/** Packs the links of a note. */
export function packLinks(out: AsciiBytes, { links }: Note, shapes: Shapes): void {
  packInto(out, links, shapes)
}

/** The inverse of `packLinks`. */
export function unpackLinks(text: string, shapes: Shapes): readonly Link[] {
  return unpack(text, shapes) as readonly Link[]
}

/** A question to the file system that a resolution rests on, with its answer then. */
export type Asked = readonly [path: string, existed: boolean]

/** A resolution with what it rests on outside the notes. */
export interface Decided {
  readonly resolution: Resolution
  readonly asked: readonly Asked[]
}

type Stored = number | Resolution | { readonly asked: readonly Asked[]; readonly then: Resolution }

/** Packs what the links of a note point at; the common case is a note's place alone. */
export function packResolutions(
  out: AsciiBytes,
  all: readonly Decided[],
  placeOf: (path: NotePath) => number | undefined,
): void {
  const stored = all.map(({ resolution, asked }): Stored => {
    if (asked.length > 0) return { asked, then: resolution }
    return (isPlain(resolution) ? placeOf(resolution.path) : undefined) ?? resolution
  })
  out.text(ascii(JSON.stringify(stored)))
}

function isPlain(resolution: Resolution): resolution is Resolution & { readonly path: NotePath } {
  return (
    resolution.status === 'ok' && resolution.isNote && resolution.anchor === undefined && resolution.styles.length === 0
  )
}

/** The inverse of `packResolutions`; undefined in the place of one that rests on an answer that `exists` gives no more. */
export function unpackResolutions(
  text: string,
  pathOf: (place: number) => NotePath,
  exists: (path: string) => boolean,
): readonly (Resolution | undefined)[] {
  const stored = JSON.parse(text) as readonly Stored[]
  return stored.map((one) => {
    if (typeof one === 'number') return { status: 'ok', path: pathOf(one), isNote: true, styles: [] }
    if (!('asked' in one)) return one
    return one.asked.every(([path, existed]) => exists(path) === existed) ? one.then : undefined
  })
}
