import { type ByteRows, RowWriter } from '../../../core/search/index/byte-rows.ts'
import type { BuiltCitations, BuiltSearch } from '../../../core/search/index/build-search-index.ts'
import { type Documents, eachCount } from '../../../core/search/index/search-documents.ts'
import { writeChecked } from '../checked-slices.ts'
import { writeLooks } from './looks-file.ts'
import { randomId } from '../random-id.ts'
import { jsonBytes, type SearchAbout } from './search-store.ts'
import { SectionWriter } from '../section-file.ts'
import { bytesOf } from '../slices.ts'
import { writeTables, writeTexts } from './word-tables-file.ts'

/** What the notes were that a search index was built of, by number. */
export interface NotesIndexed {
  readonly paths: readonly string[]
  /** As `noteStamps` gives them. */
  readonly stamps: Float64Array
}

/** Writes a search file; where it can't be written, all goes on without. */
export function writeSearch(
  file: string,
  about: Pick<SearchAbout, 'key' | 'state'>,
  built: BuiltSearch,
  { paths, stamps }: NotesIndexed,
): void {
  const { data, documents, lengths, citations, sorted, spreads, noteForms } = built
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
    writer.add('note-forms', [jsonBytes(noteForms)])
    writeTexts(writer, 'other-words', sorted.otherWords)
    writer.add('word-places', [bytesOf(sorted.wordPlaces)])
    writer.add('word-spreads', [bytesOf(spreads.words)])
    writer.add('citation-starts', [bytesOf(citations.starts)])
    writeChecked(writer, 'note-fields', rowsOf(documents.rows.fields))
    writeLooks(writer, data.looks, paths.length)
    writeChecked(writer, 'citations', rowsOf(documents.rows.citations))
    writeChecked(writer, 'note-cites', citeRows(citations))
    writeChecked(writer, 'note-words', wordRows(documents))
    writer.finish({ ...about, id: randomId() })
  } catch {
    writer?.discard()
  }
}

function* rowsOf(rows: ByteRows): Iterable<Uint8Array> {
  for (let place = 0; place < rows.length; place++) yield rows.at(place)
}

/** The links of each note's citations with what they are about. */
function* citeRows({ starts, links, targets }: BuiltCitations): Iterable<Uint8Array> {
  const row = new RowWriter()
  for (let note = 0; note + 1 < starts.length; note++) {
    for (let at = starts[note] ?? 0; at < (starts[note + 1] ?? 0); at++) {
      row.put(links[at] ?? 0)
      row.put(targets[at] ?? 0)
    }
    yield row.taken()
  }
}

/** The words of each note, each once. */
function* wordRows(documents: Documents): Iterable<Uint8Array> {
  const row = new RowWriter()
  const last = new Uint32Array(documents.rows.words.size)
  let now = 0
  const visit = (_field: number, word: number): void => {
    if (last[word] !== now) row.put(word)
    last[word] = now
  }
  for (let document = 0; document < documents.numbers.length; document++) {
    now = document + 1
    eachCount(documents, document, visit)
    yield row.taken()
  }
}
