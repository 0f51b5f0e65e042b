import type { Note } from '../../model/note.ts'
import { fieldBit } from '../../search/fields.ts'
import type { SearchIndex } from '../../search/index/search-index.ts'
import { keywordsOf } from '../../search/keywords.ts'
import { stopWords } from '../../search/words/stop-words.ts'
import { wordsIn } from '../../search/words/words-in.ts'
import { naming, type Weighed } from './common-words.ts'

const telling = naming | fieldBit('heading') | fieldBit('summary')

/** The two notes, and the index that knows their words. */
export interface Told {
  readonly index: SearchIndex
  readonly note: Note
  readonly other: Note
  /** The number of the other note. */
  readonly number: number
}

/** A word that two notes share, with the smaller of its two weights. */
interface SharedWord {
  readonly term: string
  readonly kind: 'name' | 'said' | 'mere'
  readonly worth: number
}

/**
 * The words that say best what two notes share, as one of them writes them: words of a name of either, and rare words that both have in a
 * name, heading or summary. A single word that is in no name is taken for chance.
 */
export function tellingWords(terms: readonly Weighed[], told: Told): readonly string[] {
  const found = sharedBy(terms, told).filter(({ kind }) => kind !== 'mere')
  return found.length > 1 || found[0]?.kind === 'name' ? heaviest(found, told) : []
}

/** The words with the largest weights in both notes, for a pair that is much alike without sharing such a word; at least two, or none. */
export function heaviestWords(terms: readonly Weighed[], told: Told): readonly string[] {
  const found = sharedBy(terms, told)
  return found.length > 1 ? heaviest(found, told) : []
}

function sharedBy(terms: readonly Weighed[], told: Told): readonly SharedWord[] {
  return terms.flatMap((term) => sharedWord(term, told) ?? [])
}

/** At most three words as they are written, the heaviest first, without those that are part of another. */
function heaviest(found: readonly SharedWord[], told: Told): readonly string[] {
  const words = [...found]
    .sort((a, b) => b.worth - a.worth)
    .slice(0, 3)
    .flatMap(({ term }) => asWritten(term, told) ?? [])
  return words.filter((word) => {
    const folded = word.toLowerCase()
    return !words.some((other) => other.length > word.length && other.toLowerCase().includes(folded))
  })
}

function sharedWord(own: Weighed, { index, number }: Told): SharedWord | undefined {
  const { term, fields } = own
  if (isNoReason(index, term)) return undefined
  const postings = index.postings(term)
  const at = postings?.notes.indexOf(number) ?? -1
  if (postings === undefined || at < 0) return undefined
  const [weight, their] = [(postings.weights[at] ?? 0) / 65_535, postings.fields[at] ?? 0]
  const worth = Math.min(own.worth, index.rarity(term) * weight)
  if (((fields | their) & naming) !== 0 && Math.min(own.weight, weight) >= spokenOf)
    return { term, kind: 'name', worth: 2 * worth }
  if (!/\p{L}{4}|\p{sc=Han}/u.test(term)) return undefined
  const bothSay = (fields & telling) !== 0 && (their & telling) !== 0
  return { term, kind: bothSay && isRareWord(index, term) ? 'said' : 'mere', worth }
}

/** Below this weight a word is mentioned only in passing: once, in a text that is not short. */
const spokenOf = 0.4

/** Whether two notes may both have a term without having to do with each other: a common word, or a day or month, as in half of a journal. */
function isNoReason(index: SearchIndex, term: string): boolean {
  return index.rarity(term) < commonest || stopWords.has(term) || dateWordsOf(index).has(term)
}

function isRareWord(index: SearchIndex, term: string): boolean {
  return index.spread(term) <= Math.max(3, index.size * fewNotes) && /\p{L}{5}|\p{sc=Han}/u.test(term)
}

const dateWords = new WeakMap<SearchIndex, ReadonlySet<string>>()

/** The terms of months and days of the week in English and the languages of the notes. */
function dateWordsOf(index: SearchIndex): ReadonlySet<string> {
  const known = dateWords.get(index)
  if (known !== undefined) return known
  // A day of each month, then a week.
  const dates = Array.from(
    { length: 19 },
    (_, at) => new Date(Date.UTC(2024, at < 12 ? at : 0, 1 + (at < 12 ? 0 : at - 12))),
  )
  const found = new Set(
    ['en', ...index.languages.slice(0, 4)].flatMap((language) => {
      const format = new Intl.DateTimeFormat(language, { month: 'long', weekday: 'long', timeZone: 'UTC' })
      return dates.flatMap((date) => wordsIn(format.format(date)).map(({ text }) => index.termOf(text) ?? text))
    }),
  )
  dateWords.set(index, found)
  return found
}

/** A word in more than this share of the notes is not rare. */
const fewNotes = 0.03

/** The idf of a word that stands in a fifth of the notes; more common words are no reason. */
const commonest = Math.log(5)

/** A term as a name, keyword, heading or summary of the notes writes it, else its shortest word; undefined for a stop word. */
function asWritten(term: string, { index, note, other }: Told): string | undefined {
  const texts = [note, other].flatMap((one) => [
    one.title,
    ...one.aliases,
    ...keywordsOf(one),
    ...one.headings.map(({ text }) => text),
    one.summary ?? '',
  ])
  for (const text of texts)
    for (const { text: word, start, end } of wordsIn(text))
      if (index.termOf(word) === term) return stopWords.has(word) ? undefined : text.slice(start, end)
  return index.shortestWordOf(term)
}
