import type { Note } from '../../model/note.ts'
import { keywordsOf } from './keywords.ts'
import { proseOf } from './prose.ts'
import { acronymsOf } from './short-forms.ts'
import { stemOf } from './stem.ts'
import { stopWords } from './stop-words.ts'
import { wordTexts } from './words.ts'

/** A phrase as a closer look compares it. */
export interface Phrase<Stem> {
  /** The stems of its words, each once, in order: without stop words, unless there is nothing else. */
  readonly stems: readonly Stem[]
  /** Its stop words, in order. */
  readonly smalls: readonly string[]
}

/** A name by its initials: what it can be called for short, with how much that counts. */
export type Initials<Stem> = readonly (readonly [short: Stem, weight: number])[]

/** What a note is called and says it is about, as a closer look compares it. */
export interface NamesLook<Stem> {
  /** The title with its parts, then the aliases. */
  readonly names: readonly Phrase<Stem>[]
  /** The initials of the title and of each alias, with the words of the name they belong to. */
  readonly initials: readonly { readonly words: readonly Stem[]; readonly initials: Initials<Stem> }[]
  readonly keywords: readonly Phrase<Stem>[]
  readonly summary: Phrase<Stem>
}

/** A sentence as a closer look compares it: the stems of its words, or of its stop words when it has no others. */
export interface Sentence<Stem> {
  readonly stems: readonly Stem[]
  readonly small: boolean
}

/** The sentences of a note, by paragraph. */
export type PassagesLook<Stem> = readonly (readonly Sentence<Stem>[])[]

/** What is shown of a hit, or says where in its text a match is. */
export interface ShownNote extends Pick<Note, 'title' | 'summary' | 'aliases' | 'topics' | 'tags' | 'bodyStart'> {
  readonly keywords: readonly string[]
  readonly headings: readonly Pick<Note['headings'][number], 'text' | 'line'>[]
}

/** What a closer look at a note needs, worked out once. */
export interface NoteLook<Stem> {
  readonly names: NamesLook<Stem>
  readonly shown: ShownNote
  readonly passages: PassagesLook<Stem>
}

/** What a closer look at a note needs; `text` is the whole text of its file. */
export function lookOf(note: Note, text: string): NoteLook<string> {
  const passages = passagesLook(text.slice(note.bodyStart, note.bodyStart + longestLook))
  return { names: namesLook(note), shown: shownOf(note), passages }
}

/** What is shown of a note. */
export function shownOf(note: Note): ShownNote {
  const { title, summary, aliases, topics, tags, bodyStart } = note
  const headings = note.headings.map(({ text, line }) => ({ text, line }))
  return { title, summary, aliases, topics, tags, bodyStart, keywords: keywordsOf(note), headings }
}

/** Characters of a note that a closer look reads. */
const longestLook = 60_000

/** The part of a closer look that needs no text. */
export function namesLook(note: Note): NamesLook<string> {
  const initialsIn = (name: string): NamesLook<string>['initials'][number] => {
    const words = phraseOf(name).stems
    return { words, initials: [...acronymsOf(name)].filter(([short]) => !words.includes(short)) }
  }
  return {
    names: namesOf(note).map(phraseOf),
    initials: [note.title, ...note.aliases].map(initialsIn),
    keywords: keywordsOf(note).map(phraseOf),
    summary: phraseOf(note.summary ?? ''),
  }
}

/** What a note is called, its parts included: `PPO - Proximal Policy Optimization`, `Focal Loss (FL)`. */
function namesOf({ title, aliases }: Note): readonly string[] {
  const parts = title.split(/\s[-–—:]\s|[()]/)
  return [title, ...(parts.length > 1 ? [title.replace(/\([^()]*\)/g, ' '), ...parts] : []), ...aliases]
}

/** A text as a phrase. */
export function phraseOf(text: string): Phrase<string> {
  const words = wordTexts(text)
  return { stems: stemsOf(words), smalls: words.filter((word) => stopWords.has(word)) }
}

/** The sentences of a text by paragraph and list item. */
export function passagesLook(markdown: string): PassagesLook<string> {
  return proseOf(markdown)
    .split(/\n\s*\n|\n(?=\s*[-*+|#\d])/)
    .map((paragraph) => paragraph.split(/(?<=[.!?])\s+/).map(sentenceOf))
}

function sentenceOf(text: string): Sentence<string> {
  const words = wordTexts(text)
  return { stems: stemsOf(words), small: words.every((word) => stopWords.has(word)) }
}

/** The stems of words, each once, stop words left out unless there is nothing else. */
function stemsOf(words: readonly string[]): readonly string[] {
  const meaningful = words.filter((word) => !stopWords.has(word))
  return [...new Set((meaningful.length > 0 ? meaningful : words).map(stemOf))]
}
