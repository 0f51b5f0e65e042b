import { Sentences } from '../../parse/sentences.ts'
import type { MetadataValue, Note } from '../../model/note.ts'
import { fileStem, folderOf } from '../../model/note-path.ts'
import type { SearchField } from '../ranking/fields.ts'
import { lookOf, type NoteLook } from '../ranking/note-look.ts'
import { proseOf } from '../ranking/prose.ts'
import { keywordKeys, keywordsOf } from '../ranking/keywords.ts'
import { acronymsOf, type ShortForm, shortFormsIn } from '../ranking/short-forms.ts'
import { stopWords } from '../ranking/stop-words.ts'
import { camelParts, joinedCompounds, wordTexts } from '../ranking/words.ts'

/** The words of one field: each word once, and how often it occurs (acronyms: how much it counts, in hundredths). */
export interface FieldTerms {
  readonly words: readonly string[]
  readonly counts: readonly number[]
}

/**
 * What search knows of one note, computed from the note and its text alone, so that it can be kept for as long as the
 * file does not change. Plain data: it survives JSON. `version` changes whenever the same text would give other terms.
 */
export interface NoteTerms {
  readonly version: number
  /** Every field but `cited`, which other notes fill; a field without words is left out. */
  readonly fields: Readonly<Partial<Record<SearchField, FieldTerms>>>
  /** What the note says around each of its links, by index in `note.links`. */
  readonly citations: readonly (readonly [link: number, terms: FieldTerms])[]
  /** Short forms that the text explains. */
  readonly shortForms: readonly ShortForm[]
  /** What a closer look at the note needs. */
  readonly look: NoteLook<string>
}

/** The version that `noteTerms` writes. */
export const noteTermsVersion = 6

/** Words of a body that are looked at: what comes later in a longer note is found by `--exact` alone. */
const longestBody = 400_000

/** Counts the words of a note; `text` is the whole text of its file. */
export function noteTerms(note: Note, text: string): NoteTerms {
  const body = proseOf(text.slice(note.bodyStart, note.bodyStart + longestBody))
  const [problem, idea] = summaryParts(note.summary ?? '')
  const fields: Partial<Record<SearchField, FieldTerms>> = {}
  const put = (field: SearchField, terms: FieldTerms): void => {
    if (terms.counts.length > 0) fields[field] = terms
  }
  const names = [note.title, ...note.aliases]
  put('title', count(nameWords(note.title)))
  put('alias', count([...note.aliases.flatMap(nameWords), ...stemNames(note).flatMap(wordTexts)]))
  put('acronym', weigh(names.map(acronymsOf)))
  put('keyword', count(keywordsOf(note).flatMap(textWords)))
  put(
    'heading',
    count(
      note.headings
        .filter(({ text: heading }) => heading !== note.title)
        .flatMap(({ text: heading }) => textWords(proseOf(heading))),
    ),
  )
  put('problem', count(textWords(problem)))
  put('idea', count(textWords(idea)))
  put('topic', count(note.topics.flatMap(textWords)))
  put('tag', count(note.tags.flatMap(textWords)))
  put('folder', count(textWords(folderOf(note.path))))
  put('body', count(textWords(body)))
  put('property', count(textWords(otherProperties(note))))
  const [citations, shortForms] = [citationsOf(note, text), shortFormsIn(body)]
  return { version: noteTermsVersion, fields, citations, shortForms, look: lookOf(note, text) }
}

/** A summary as the problem and the idea that answers it: its last sentence, or what follows a colon; else it is all idea. */
export function summaryParts(summary: string): readonly [problem: string, idea: string] {
  const sentences = /^(.{12,}[.?!]) (\S.{11,})$/su.exec(summary)
  const parts = sentences ?? /^(.{12,}?)(?:: | — | – |; )(.{12,})$/su.exec(summary)
  return parts === null ? ['', summary] : [parts[1] ?? '', parts[2] ?? '']
}

function citationsOf(note: Note, text: string): NoteTerms['citations'] {
  const sentences = new Sentences(text)
  return note.links.flatMap((link, index) => {
    if (link.kind === 'property' || link.kind === 'image') return []
    const terms = count(textWords(proseOf(sentences.around(link.span).slice(0, 1000))))
    return terms.counts.length > 0 ? [[index, terms] as const] : []
  })
}

/** A file named otherwise than its title is an alias. */
function stemNames(note: Note): readonly string[] {
  return note.titleSource === 'file' ? [] : [fileStem(note.path).replaceAll(/[-_]/g, ' ')]
}

/** The words of a name, its compounds written in one, and each two neighbours written in one (`treesearch`). */
function nameWords(name: string): readonly string[] {
  const words = wordTexts(name)
  const pairs = name.split(/\s[-–—]\s|[:(),]/).flatMap((part) => {
    const inPart = wordTexts(part)
    return inPart.slice(1).map((word, index) => (inPart[index] ?? '') + word)
  })
  return [
    ...words,
    ...new Set([...camelParts(name), ...pairs.filter((pair) => pair.length > 5), ...joinedCompounds(name)]),
  ]
}

function textWords(text: string): readonly string[] {
  return [...wordTexts(text), ...joinedCompounds(text)].filter((word) => !stopWords.has(word))
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

function otherProperties(note: Note): string {
  return Object.entries(note.metadata)
    .filter(([key]) => !ownFields.has(key.toLowerCase()))
    .flatMap(([, value]) => stringsOf(value, 0))
    .join('\n')
}

function stringsOf(value: MetadataValue, depth: number): readonly string[] {
  if (typeof value === 'string') return [proseOf(value)]
  return Array.isArray(value) && depth < 3 ? value.flatMap((item: MetadataValue) => stringsOf(item, depth + 1)) : []
}

function count(words: readonly string[]): FieldTerms {
  const counts = new Map<string, number>()
  for (const word of words) if (word.length <= 60) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { words: [...counts.keys()], counts: [...counts.values()] }
}

function weigh(parts: readonly ReadonlyMap<string, number>[]): FieldTerms {
  const weights = new Map<string, number>()
  for (const part of parts)
    for (const [word, weight] of part) weights.set(word, Math.max(weight, weights.get(word) ?? 0))
  return {
    words: [...weights.keys()],
    counts: [...weights.values()].map((weight) => Math.round(weight * 100) / 100),
  }
}
