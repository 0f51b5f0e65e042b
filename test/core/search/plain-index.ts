import { fileStem, folderOf } from '../../../src/core/model/note-path.ts'
import type { Note } from '../../../src/core/model/note.ts'
import { type SearchField, searchFields } from '../../../src/core/search/fields.ts'
import { keywordsOf } from '../../../src/core/search/keywords.ts'
import { acronymsOf } from '../../../src/core/search/ranking/short-forms.ts'
import { stemOf } from '../../../src/core/search/words/english-stem.ts'
import { foldText } from '../../../src/core/search/words/fold.ts'
import { formsOf } from '../../../src/core/search/words/parts.ts'
import { stopWords } from '../../../src/core/search/words/stop-words.ts'
import { wordsIn } from '../../../src/core/search/words/words-in.ts'
import type { Vault } from '../../../src/core/vault/vault.ts'

/** A posting as BM25F says it: the note, the weight of the term there (0 to 1), and the fields that hold it. */
export interface PlainPosting {
  readonly note: number
  readonly weight: number
  readonly fields: readonly SearchField[]
}

/** The words of one field of one note, each as often as it stands there, and how many of them count for its length. */
interface Field {
  readonly words: readonly string[]
  readonly length: number
}

/**
 * The inverted index of a vault of English notes, written for reading and not for speed: BM25F (Robertson, Zaragoza and Taylor 2004)
 * with k1 = 1.2 and b = 0.75, names three times, keywords and summaries twice what other fields count.
 */
export function plainIndexOf(
  vault: Vault,
  texts: Readonly<Record<string, string>>,
): ReadonlyMap<string, readonly PlainPosting[]> {
  const notes = vault.notes.map((note) => fieldsOf(note, texts[note.path] ?? ''))
  const stems = stemsOf(vault, texts)
  const means = Object.fromEntries(
    searchFields.map((field) => [field, roughly(notes.map((note) => note[field].length))]),
  )
  const index = new Map<string, PlainPosting[]>()
  for (const [number, note] of notes.entries()) {
    const amounts = new Map<string, { amount: number; fields: SearchField[] }>()
    for (const field of searchFields) {
      const { words, length } = note[field]
      const counts = new Map<string, number>()
      for (const word of words) counts.set(word, Math.min(63, (counts.get(word) ?? 0) + 1))
      for (const [word, times] of counts) {
        if (!namesOfNote.includes(field) && stopWords.has(word)) continue
        const term = stems.get(word) ?? word
        const known = amounts.get(term) ?? { amount: 0, fields: [] }
        const held = 0.25 + (0.75 * length) / (means[field] ?? 1)
        amounts.set(term, {
          amount: known.amount + (weights[field] * times) / held,
          fields: known.fields.includes(field) ? known.fields : [...known.fields, field],
        })
      }
    }
    for (const [term, { amount, fields }] of amounts)
      index.set(term, [...(index.get(term) ?? []), { note: number, weight: amount / (1.2 + amount), fields }])
  }
  return index
}

const weights = { title: 3, alias: 3, acronym: 3, keyword: 2, summary: 2, heading: 1, place: 1, body: 1 }
const namesOfNote: readonly SearchField[] = ['title', 'alias', 'acronym']

/** The mean of those lengths that are not 0, to the nearest power of the square root of 2. */
function roughly(lengths: readonly number[]): number {
  const held = lengths.filter((length) => length > 0)
  if (held.length === 0) return 1
  const mean = held.reduce((sum, length) => sum + length, 0) / held.length
  return Math.SQRT2 ** Math.round(Math.log(mean) / Math.log(Math.SQRT2))
}

function fieldsOf(note: Note, text: string): Readonly<Record<SearchField, Field>> {
  const stem = note.titleSource === 'file' ? [] : [fileStem(note.path).replace(/[-_]/g, ' ')]
  const names = [note.title, ...note.aliases]
  const joined = names
    .flatMap((name) => name.split(' '))
    .filter((word) => /\w[-./&]\w/.test(word) && !/^v?[0-9.]+$/.test(word))
    .map((word) => word.toLowerCase().replace(/[^a-z0-9]/g, ''))
  return {
    title: fieldOf([note.title], 'name'),
    alias: fieldOf([...note.aliases, ...stem], 'name'),
    acronym: { words: [...new Set([...names.flatMap((name) => [...acronymsOf(name).keys()]), ...joined])], length: 0 },
    keyword: fieldOf(keywordsOf(note), 'name'),
    summary: fieldOf(note.summary === undefined ? [] : [note.summary], 'markdown'),
    heading: fieldOf(
      note.headings.map(({ text: heading }) => heading).filter((heading) => heading !== note.title),
      'markdown',
    ),
    place: fieldOf([folderOf(note.path), ...note.topics, ...note.tags], 'name'),
    body: fieldOf([text.slice(note.bodyStart)], 'markdown'),
  }
}

/** Words with their parts, and of runs of a script without blanks each character and each pair of neighbours; only whole words make a field long. */
function fieldOf(texts: readonly string[], kind: 'name' | 'markdown'): Field {
  const words = texts.flatMap((text) => wordsIn(text, kind))
  const pieces = words.filter(({ kind: found }) => found === 'piece')
  const runs = new Map(pieces.map(({ run = [0, 0], text }) => [run.join(), { run, text }]))
  const characters = texts.flatMap((text) => foldText(text).match(/\p{sc=Han}/gu) ?? [])
  const whole = words.filter(({ kind: found }) => found === 'word')
  const pairs = pieces.filter(({ text }) => [...text].length === 2)
  return {
    words: [
      ...words.filter(({ kind: found }) => found !== 'piece').flatMap(({ text, parts }) => [text, ...parts]),
      ...characters,
      ...pairs.map(({ text }) => text),
    ],
    length: runs.size === 0 ? whole.length : whole.length + characters.length,
  }
}

/** The term of each word: its stem, or the word itself where it is written in capitals more often than not. */
function stemsOf(vault: Vault, texts: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const written = vault.notes.flatMap((note) => [
    ...[note.title, ...note.aliases, ...keywordsOf(note), ...note.topics, ...note.tags, folderOf(note.path)].flatMap(
      (text) => spellingsIn(text, 'name'),
    ),
    ...(note.titleSource === 'file' ? [] : spellingsIn(fileStem(note.path).replace(/[-_]/g, ' '), 'name')),
    ...[note.summary ?? '', ...note.headings.map(({ text }) => text).filter((text) => text !== note.title)].flatMap(
      (text) => spellingsIn(text, 'markdown'),
    ),
    ...spellingsIn((texts[note.path] ?? '').slice(note.bodyStart), 'markdown'),
  ])
  const uses = new Map<string, { short: number; all: number }>()
  for (const raw of written) {
    const { words, short } = formsOf(raw)
    const known = uses.get(words[0] ?? '') ?? { short: 0, all: 0 }
    uses.set(words[0] ?? '', { short: known.short + (short ? 1 : 0), all: known.all + 1 })
  }
  const isShort = (word: string): boolean => {
    const { short, all } = uses.get(word) ?? { short: 0, all: 0 }
    return 2 * short > all
  }
  const words = vault.notes.flatMap((note) =>
    Object.values(fieldsOf(note, texts[note.path] ?? '')).flatMap((field) => field.words),
  )
  return new Map(words.map((word) => [word, isShort(word) ? word : stemOf(word)]))
}

function spellingsIn(text: string, kind: 'name' | 'markdown'): readonly string[] {
  return wordsIn(text, kind)
    .filter(({ kind: found }) => found === 'word')
    .map(({ start, end }) => text.slice(start, end))
}
