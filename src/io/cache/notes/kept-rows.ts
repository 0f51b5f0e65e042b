import { checksum } from '../checksum.ts'
import { CachedNote } from './cached-note.ts'
import type { HeadNote } from './head-columns.ts'
import type { IndexStore } from './index-store.ts'
import { SectionReader, SectionWriter } from '../section-file.ts'
import { bytesOf, numbersOf } from '../slices.ts'

/** A list of all notes of an index, each as a text of its own. */
export interface KeptList {
  /** Says all that decides how a row looks, besides the note. */
  readonly look: string
  /** The paths of all notes in the order of the list, which follows from paths and titles alone. */
  readonly paths: () => readonly string[]
  readonly rowOf: (note: HeadNote) => string
}

/** How many looks are kept beside each other: that of pipes, and terminals of some widths. */
const places = 4

/**
 * The rows of all notes, one after the other, out of the file in which they are kept; those of notes that changed since are made
 * anew in their places. Where the file is missing, damaged, of another index or of another look, all are made and kept.
 */
export function keptRows(store: IndexStore, index: string, list: KeptList): Uint8Array {
  const file = `${index}-rows-${checksum(Buffer.from(list.look)) % places}`
  const rows = readRows(file, store, list.look) ?? writeRows(file, store, list)
  return withChanges(rows, store, list.rowOf)
}

interface Rows {
  /** The place of the note of each row. */
  readonly order: Uint32Array
  /** Where each row ends. */
  readonly ends: Uint32Array
  readonly text: Uint8Array
  /** The places of notes that had changed when the rows were made: their rows are not those of the index itself. */
  readonly changed: readonly number[]
}

interface About {
  readonly id: string
  readonly look: string
  readonly changed: readonly number[]
}

function readRows(file: string, store: IndexStore, look: string): Rows | undefined {
  const reader = SectionReader.open(file)
  if (reader === undefined) return undefined
  const { id, look: kept, changed } = reader.about as About
  const fits = id === store.id && kept === look
  const order = fits ? numbersOf(reader.read('order')) : undefined
  const ends = fits ? numbersOf(reader.read('ends')) : undefined
  const text = fits ? reader.read('text') : undefined
  reader.close()
  if (order === undefined || ends === undefined || text === undefined) return undefined
  return { order, ends, text, changed }
}

function writeRows(file: string, store: IndexStore, { look, paths, rowOf }: KeptList): Rows {
  const order = Uint32Array.from(paths(), (path) => store.placeOf(path) ?? 0)
  const texts = Array.from(order, (place) => Buffer.from(rowOf(new CachedNote(store, place))))
  let end = 0
  const ends = Uint32Array.from(texts, (text) => (end += text.length))
  const rows = { order, ends, text: Buffer.concat(texts), changed: changedPlaces(store) }
  let writer: SectionWriter | undefined
  try {
    writer = new SectionWriter(file)
    writer.add('order', [bytesOf(order)])
    writer.add('ends', [bytesOf(ends)])
    writer.add('text', [rows.text])
    writer.finish({ id: store.id, look, changed: rows.changed } satisfies About)
  } catch {
    writer?.discard()
  }
  return rows
}

/** A change keeps path and title, or the index is written anew: each row stays where it is. */
function withChanges({ order, ends, text, changed }: Rows, store: IndexStore, rowOf: KeptList['rowOf']): Uint8Array {
  const stale = new Set([...changed, ...changedPlaces(store)])
  if (stale.size === 0) return text
  const parts: Uint8Array[] = []
  let start = 0
  for (const row of [...stale].map((place) => order.indexOf(place)).sort((a, b) => a - b)) {
    parts.push(text.subarray(start, row === 0 ? 0 : ends[row - 1]))
    const place = order[row] ?? 0
    parts.push(Buffer.from(rowOf(store.delta.notes[place]?.head ?? new CachedNote(store, place))))
    start = ends[row] ?? text.length
  }
  return Buffer.concat([...parts, text.subarray(start)])
}

function changedPlaces({ delta }: IndexStore): readonly number[] {
  return Object.keys(delta.notes).map(Number)
}
