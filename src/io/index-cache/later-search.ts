import type { SearchOverlay } from '../../core/query/search-index-data.ts'
import type { ShortForm } from '../../core/query/search/short-forms.ts'
import { jsonBytes, readJson } from './search-store.ts'
import { SectionReader, SectionWriter } from './section-file.ts'
import { bytesOf, numbersOf } from './slices.ts'
import { readTables, writeTables } from './word-tables-file.ts'

/** What a file of changes beside a search file says of itself. */
export interface LaterAbout {
  /** The search file that it is laid over. */
  readonly base: string
  readonly state: string
}

/** What changed since a search file was written, and the terms of the changed notes, each under the key of its note's file. */
export interface LaterSearch {
  readonly about: LaterAbout
  readonly overlay: SearchOverlay
  readonly fresh: ReadonlyMap<string, string>
}

/** Reads the changes that belong to a search file; undefined when there are none or they are damaged. */
export function readLater(file: string, base: string): LaterSearch | undefined {
  const reader = SectionReader.open(file)
  if (reader === undefined) return undefined
  try {
    const about = reader.about as LaterAbout
    return about.base === base ? readParts(reader, about) : undefined
  } finally {
    reader.close()
  }
}

function readParts(reader: SectionReader, about: LaterAbout): LaterSearch | undefined {
  const tables = readTables(reader)
  const goneWords = numbersOf(reader.read('gone-words'))
  const [origins, places] = [reader.read('origins'), reader.read('places')]
  const shortForms = readJson<readonly ShortForm[]>(reader, 'forms')
  const fresh = readJson<readonly (readonly [string, string])[]>(reader, 'fresh')
  if (!tables || !goneWords || !origins || !places || !shortForms || !fresh) return undefined
  return {
    about,
    fresh: new Map(fresh),
    overlay: {
      tables,
      goneWords,
      shortForms,
      origins: new Int32Array(origins.buffer, origins.byteOffset, origins.length / 4),
      places: new Int8Array(places.buffer, places.byteOffset, places.length),
    },
  }
}

/** Writes the changes beside a search file; where they can't be written, all goes on without. */
export function writeLater(file: string, { about, overlay, fresh }: LaterSearch): void {
  let writer: SectionWriter | undefined
  try {
    writer = new SectionWriter(file)
    writeTables(writer, overlay.tables)
    writer.add('gone-words', [bytesOf(overlay.goneWords)])
    writer.add('origins', [bytesOf(overlay.origins)])
    writer.add('places', [bytesOf(overlay.places)])
    writer.add('forms', [jsonBytes(overlay.shortForms)])
    writer.add('fresh', [jsonBytes([...fresh])])
    writer.finish(about)
  } catch {
    writer?.discard()
  }
}
