import type { TextList, WordTables } from '../../../core/search/index/search-index-data.ts'
import type { SectionReader, SectionWriter } from '../section-file.ts'
import { bytesOf, numbersOf } from '../slices.ts'

/** Writes words and their postings as sections. */
export function writeTables(writer: SectionWriter, tables: WordTables): void {
  writeTexts(writer, 'words', tables.words)
  writer.add('word-terms', [bytesOf(tables.wordTerms)])
  writer.add('word-masks', [bytesOf(tables.wordMasks)])
  writer.add('word-lengths', [tables.wordLengths])
  writeTexts(writer, 'terms', tables.terms)
  writer.add('starts', [bytesOf(tables.starts)])
  writer.add('notes', [bytesOf(tables.notes)])
  writer.add('weights', [bytesOf(tables.weights)])
  writer.add('fields', [bytesOf(tables.fields)])
}

/** Reads what `writeTables` wrote, in place; undefined when it is damaged. */
export function readTables(reader: SectionReader): WordTables | undefined {
  const [words, terms] = [readTexts(reader, 'words'), readTexts(reader, 'terms')]
  const [wordTerms, wordMasks] = [numbersOf(reader.read('word-terms')), numbersOf(reader.read('word-masks'))]
  const [starts, notes] = [numbersOf(reader.read('starts')), numbersOf(reader.read('notes'))]
  const [weights, fields] = [shortsOf(reader.read('weights')), shortsOf(reader.read('fields'))]
  const wordLengths = reader.read('word-lengths')
  if (!words || !terms || !wordTerms || !wordMasks || !wordLengths || !starts || !notes || !weights || !fields)
    return undefined
  return { words, wordTerms, wordMasks, wordLengths, terms, starts, notes, weights, fields }
}

/** Writes sorted texts, short ones: their bytes one after the other, and where they end. */
export function writeTexts(writer: SectionWriter, name: string, texts: TextList): void {
  const ends = new Uint32Array(texts.length + 1)
  writer.add(name, textPieces(texts, ends))
  writer.add(`${name}-ends`, [bytesOf(ends)])
}

function* textPieces(texts: TextList, ends: Uint32Array): Iterable<Uint8Array> {
  const piece = Buffer.alloc(1 << 16)
  let used = 0
  for (let place = 0; place < texts.length; place++) {
    const text = texts.at(place) ?? ''
    if (used + 3 * text.length > piece.length) {
      yield piece.subarray(0, used)
      used = 0
    }
    const size = piece.write(text, used)
    used += size
    ends[place + 1] = (ends[place] ?? 0) + size
  }
  yield piece.subarray(0, used)
}

/** Reads what `writeTexts` wrote, in place; undefined when it is damaged. */
export function readTexts(reader: SectionReader, name: string): TextList | undefined {
  const bytes = reader.read(name)
  const ends = numbersOf(reader.read(`${name}-ends`))
  if (bytes === undefined || ends === undefined) return undefined
  // A search in the middle of ever smaller halves meets the same texts again and again.
  const known = new Map<number, string>()
  const at = (place: number): string | undefined => {
    const text = known.get(place) ?? textAt(bytes, ends, place)
    if (text !== undefined) known.set(place, text)
    return text
  }
  return { length: ends.length - 1, at }
}

function textAt(bytes: Buffer, ends: Uint32Array, place: number): string | undefined {
  const [start, end] = [ends[place], ends[place + 1]]
  return start === undefined || end === undefined ? undefined : bytes.toString('utf8', start, end)
}

function shortsOf(bytes: Buffer | undefined): Uint16Array | undefined {
  return bytes && new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2)
}
