import type { SearchOverlay } from '../../../core/search/index/search-index-data.ts'
import type { ShortForm } from '../../../core/search/ranking/short-forms.ts'
import { readChecked, writeChecked } from '../checked-slices.ts'
import { closeAfter, readLooks, writeLooks } from './looks-file.ts'
import { ascii } from '../pack.ts'
import { jsonBytes, readJson } from './search-store.ts'
import { SectionReader, SectionWriter } from '../section-file.ts'
import { bytesOf, numbersOf } from '../slices.ts'
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
  /** The terms of a changed note as JSON, by the key of its file; undefined when it has none, or they can't be read. */
  readonly fresh: (key: string) => string | undefined
}

/** Reads the changes that belong to a search file; undefined when there are none or they are damaged. */
export function readLater(file: string, base: string): LaterSearch | undefined {
  const reader = SectionReader.open(file)
  if (reader === undefined) return undefined
  const about = reader.about as LaterAbout
  const later = about.base === base ? readParts(reader, about) : undefined
  if (later === undefined) reader.close()
  else closeAfter(later.overlay.looks, reader)
  return later
}

function readParts(reader: SectionReader, about: LaterAbout): LaterSearch | undefined {
  const tables = readTables(reader)
  const goneWords = numbersOf(reader.read('gone-words'))
  const [origins, places] = [reader.read('origins'), reader.read('places')]
  const shortForms = readJson<readonly ShortForm[]>(reader, 'forms')
  const looks = readLooks(reader)
  if (!tables || !goneWords || !origins || !places || !shortForms || !looks) return undefined
  return {
    about,
    fresh: freshIn(reader),
    overlay: {
      tables,
      goneWords,
      shortForms,
      origins: new Int32Array(origins.buffer, origins.byteOffset, origins.length / 4),
      places: new Int8Array(places.buffer, places.byteOffset, places.length),
      looks,
    },
  }
}

/** Reads terms when they are asked for, which is while the changes are held. */
function freshIn(reader: SectionReader): LaterSearch['fresh'] {
  let places: ReadonlyMap<string, number> | undefined
  const texts = readChecked(reader, 'fresh')
  return (key) => {
    places ??= new Map((readJson<readonly string[]>(reader, 'fresh-keys') ?? []).map((one, place) => [one, place]))
    const place = places.get(key)
    return place === undefined ? undefined : texts(place)?.toString('latin1')
  }
}

/** Writes the changes beside a search file, with the terms of the changed notes; where they can't be written, all goes on without. */
export function writeLater(
  file: string,
  { about, overlay }: Pick<LaterSearch, 'about' | 'overlay'>,
  fresh: ReadonlyMap<string, string>,
): void {
  let writer: SectionWriter | undefined
  try {
    writer = new SectionWriter(file)
    writeTables(writer, overlay.tables)
    writer.add('gone-words', [bytesOf(overlay.goneWords)])
    writer.add('origins', [bytesOf(overlay.origins)])
    writer.add('places', [bytesOf(overlay.places)])
    writer.add('forms', [jsonBytes(overlay.shortForms)])
    writeLooks(writer, overlay.looks, overlay.origins.filter((origin) => origin < 0).length)
    writer.add('fresh-keys', [jsonBytes([...fresh.keys()])])
    writeChecked(writer, 'fresh', bytesOfEach(fresh.values()))
    writer.finish(about)
  } catch {
    writer?.discard()
  }
}

function* bytesOfEach(texts: Iterable<string>): Iterable<Uint8Array> {
  for (const text of texts) yield Buffer.from(ascii(text), 'latin1')
}
