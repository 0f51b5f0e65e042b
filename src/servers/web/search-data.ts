import type { Note } from '../../core/model/note.ts'
import { encodeSegment } from '../../core/publish/segment-data.ts'
import { segmentOf } from '../../core/search/index/build-index.ts'
import { keywordsOf } from '../../core/search/keywords.ts'
import { dataScript } from '../../view/html/json-script.ts'

/** The search index of the published notes, which are in the order of the vault, for the search of the pages (web-client/find/search-source.ts). */
export function searchData(
  notes: readonly Note[],
  numberOf: (path: string) => number | undefined,
  textOf: (note: Note) => string,
  synonyms: readonly (readonly string[])[],
): string {
  return dataScript('search', {
    segment: encodeSegment(segmentOf(notes, textOf)),
    synonyms,
    notes: notes.map((note) => [
      numberOf(note.path) ?? 0,
      note.path,
      note.aliases,
      note.tags,
      [...keywordsOf(note)],
      note.headings.map(({ text }) => text),
    ]),
  })
}
