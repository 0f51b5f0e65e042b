import type { Note } from '../../core/model/note.ts'
import { encodeSegment } from '../../core/publish/segment-data.ts'
import { segmentOf } from '../../core/search/index/build-index.ts'
import { keywordsOf } from '../../core/search/keywords.ts'
import { dataScript } from '../../view/html/json-script.ts'
import { shortHash } from './short-hash.ts'

/** What the search of the pages is made of. */
export interface SearchedNotes {
  /** The published notes in the order of the vault. */
  readonly notes: readonly Note[]
  readonly numberOf: (path: string) => number | undefined
  readonly numbering: string
  readonly textOf: (note: Note) => string
  readonly synonyms: readonly (readonly string[])[]
  /** From this many bytes of notes on the index is split, into a piece for each so many bytes. */
  readonly pieceSize: number
}

/** An index of this many bytes of notes has at most 300 kB, compressed. */
export const usualPieceSize = 1_000_000

/**
 * The search index of the published notes, for the search of the pages (web-client/find/page-index.ts): one file, or where there are many
 * notes one of all words, and pieces of what is known of words and notes, which are loaded when a query needs them.
 */
export function searchFiles(source: SearchedNotes): ReadonlyMap<string, () => string> {
  const { notes, numberOf, numbering, textOf, synonyms, pieceSize } = source
  const bytes = notes.reduce((sum, { file }) => sum + file.size, 0)
  const pieces = Math.max(1, Math.ceil(bytes / pieceSize))
  const perPiece = Math.max(1, Math.ceil(notes.length / pieces))
  let made: ReturnType<typeof encodeSegment> | undefined
  const encoded = (): ReturnType<typeof encodeSegment> => (made ??= encodeSegment(segmentOf(notes, textOf), pieces))
  const rows = (piece: number): readonly unknown[] =>
    notes.slice(piece * perPiece, (piece + 1) * perPiece).map((note) => rowOf(note, numberOf))
  const isWhole = pieces === 1
  const ofPieces = new Map<string, () => unknown>()
  for (let piece = 0; piece < pieces && !isWhole; piece++) {
    ofPieces.set(`postings-${piece}`, () => encoded().postings[piece])
    ofPieces.set(`fields-${piece}`, () => rows(piece))
  }
  const states = new Map<string, string>()
  const stateOf = (name: string, content: () => unknown): string => {
    const state = states.get(name) ?? shortHash(JSON.stringify(content()))
    states.set(name, state)
    return state
  }
  const whole = (): unknown => ({
    segment: encoded().segment,
    synonyms,
    perPiece,
    postings: isWhole ? encoded().postings : [],
    rows: isWhole ? [rows(0)] : [],
    states: Object.fromEntries([...ofPieces].map(([name, content]) => [name, stateOf(name, content)])),
  })
  const files = new Map([['search', () => dataScript('search', whole(), numbering)]])
  for (const [name, content] of ofPieces) files.set(name, () => dataScript(name, content(), stateOf(name, content)))
  return files
}

/** What is known of a note; the order is that of `NoteRow` in web-client/find/page-index.ts. */
function rowOf(note: Note, numberOf: SearchedNotes['numberOf']): readonly unknown[] {
  const headings = note.headings.map(({ text }) => text)
  return [numberOf(note.path) ?? 0, note.path, note.aliases, note.tags, [...keywordsOf(note)], headings]
}
