import { type Metadata, type MetadataValue, type Note } from '../../model/note.ts'
import { fileStem, folderOf } from '../../model/note-path.ts'
import { keywordKeys, keywordsOf } from '../keywords.ts'
import { acronymsOf } from '../ranking/short-forms.ts'
import { foldText } from '../words/fold.ts'
import type { NoteRows } from './note-rows.ts'

/** How much of a note's text is indexed, in UTF-16 units; what comes later in a longer one is found by `--exact` only. */
const longestBody = 1_000_000

/** Adds the words of a note to rows, as one row; `text` is the whole text of its file. */
export function addNote(rows: NoteRows, note: Note, text: string): void {
  const names = indexedNames(note)
  rows.add('title', [note.title], 'name')
  rows.add('alias', names.slice(1), 'name')
  rows.addWords(
    'acronym',
    new Set(names.slice(0, 1 + note.aliases.length).flatMap((name) => [...acronymsOf(name).keys(), ...joinedIn(name)])),
  )
  rows.add('keyword', keywordsOf(note), 'name')
  if (note.summary !== undefined) rows.add('summary', [note.summary])
  rows.add('heading', headingTexts(note))
  rows.add('place', [folderOf(note.path), ...note.topics, ...note.tags, ...otherProperties(note.metadata)], 'name')
  rows.addPart('body', text, note.bodyStart, Math.min(text.length, note.bodyStart + longestBody))
  rows.endRow()
}

/** What a note is called: its title, its aliases, and the name of its file where that is another one. */
export function indexedNames(note: Pick<Note, 'title' | 'titleSource' | 'aliases' | 'path'>): readonly string[] {
  const stem = note.titleSource === 'file' ? [] : [spokenStem(fileStem(note.path))]
  return [note.title, ...note.aliases, ...stem]
}

/** The name of a file as words. */
export function spokenStem(stem: string): string {
  return stem.replaceAll(/[-_]/g, ' ')
}

/** The words of a name that signs separate, joined as people also type them: `nodejs`, `tcpip`, `wifi`. */
function joinedIn(name: string): readonly string[] {
  return name
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}][-./&·][\p{L}\p{N}]/u.test(word) && !/^v?[\d.]+$/.test(word))
    .map((word) => foldText(word).replace(/[^\p{L}\p{N}]/gu, ''))
    .filter(({ length }) => length > 1 && length <= longestJoined)
}

/** In characters: longer ones are phrases, or paths. */
const longestJoined = 20

function headingTexts(note: Note): readonly string[] {
  return note.headings.filter(({ text }) => text !== note.title).map(({ text }) => text)
}

const ownFields = new Set(
  ['title', 'aliases', 'alias', 'summary', 'description', 'topics', 'topic', 'tags', 'tag', 'created', 'date'].concat([
    'updated',
    'modified',
    'cssclasses',
    'cssclass',
    ...keywordKeys,
  ]),
)

function otherProperties(metadata: Metadata): readonly string[] {
  return Object.entries(metadata)
    .filter(([key]) => !ownFields.has(key.toLowerCase()))
    .flatMap(([, value]) => stringsOf(value, 0))
}

function stringsOf(value: MetadataValue, depth: number): readonly string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) && depth < 3 ? value.flatMap((item: MetadataValue) => stringsOf(item, depth + 1)) : []
}
