import type { LookTables } from '../../../core/search/index/search-index-data.ts'
import { readChecked, writeChecked } from '../checked-slices.ts'
import type { SectionReader, SectionWriter } from '../section-file.ts'
import { bytesOf, numbersOf } from '../slices.ts'
import { readTexts, writeTexts } from './word-tables-file.ts'

/** Writes what a closer look at so many documents needs as sections. */
export function writeLooks(writer: SectionWriter, looks: LookTables, documents: number): void {
  writeTexts(writer, 'other-stems', looks.otherStems)
  writer.add('stem-places', [bytesOf(looks.stemPlaces)])
  writeChecked(writer, 'names', rowsOf(looks.names, documents))
  writeChecked(writer, 'passages', rowsOf(looks.passages, documents))
  writeChecked(writer, 'shown', rowsOf(looks.shown, documents))
}

function* rowsOf(rowOf: LookTables['names'], documents: number): Iterable<Uint8Array> {
  for (let document = 0; document < documents; document++) yield rowOf(document) ?? new Uint8Array()
}

/** Reads what `writeLooks` wrote; undefined when it is damaged. Each row is read, and checked, when it is asked for. */
export function readLooks(reader: SectionReader): LookTables | undefined {
  const stemPlaces = numbersOf(reader.read('stem-places'))
  const otherStems = readTexts(reader, 'other-stems')
  if (stemPlaces === undefined || otherStems === undefined) return undefined
  const [names, passages, shown] = [
    readChecked(reader, 'names'),
    readChecked(reader, 'passages'),
    readChecked(reader, 'shown'),
  ]
  return { names, passages, shown, stemPlaces, otherStems }
}

/** Closes a file when what reads it is no longer held. */
export function closeAfter(held: object, reader: SectionReader): void {
  leftOpen.register(held, reader)
}

const leftOpen = new FinalizationRegistry<SectionReader>((reader) => {
  reader.close()
})
