import type { Note } from '../../model/note.ts'
import type { NotePath } from '../../model/note-path.ts'
import type { SearchHit } from '../../model/report.ts'
import { fieldBit } from '../../search/fields.ts'
import { keywordsOf } from '../../search/keywords.ts'
import { stopWords } from '../../search/words/stop-words.ts'
import { wordsIn } from '../../search/words/words-in.ts'
import type { NoteTerm, SearchIndex } from '../../search/index/search-index.ts'
import type { Vault } from '../../vault/vault.ts'
import { comparableTag } from '../lists/tag-expression.ts'

/** How much shared words, shared neighbours and shared topics count; together 1. */
const shares = { words: 0.6, neighbours: 0.3, topics: 0.1 }

/** Below this score (0-1) two notes are not related enough to say so. */
const leastRelated = 0.2

/** The terms of a note that are compared, the weightiest. */
const comparedTerms = 60

/** Notes close to one in what they speak of or by neighbours that it neither links to nor is linked from, the closest first, with the reason. */
export function closeNotes(vault: Vault, index: SearchIndex, note: Note, limit: number): readonly SearchHit[] {
  const own = new Set<string>([note.path, ...vault.neighbours(note.path)])
  const terms = weightiest(index, vault.numberOf(note.path) ?? -1)
  const words = sharedWords(index, terms)
  const near = new Neighbours(vault, note)
  const hits: SearchHit[] = []
  for (const { other, number, score, said, between, topics } of ranked(vault, { note, own, words, near })) {
    const telling = tellingWords(terms, { index, note, other, number })
    if (telling.length === 0 && between.length < 2 && said < alikeEnough) continue
    const reasons = [
      ...reason('both speak of', telling),
      ...linkReasons(vault, between),
      ...reason('both are about', topics),
    ]
    if (reasons.length === 0) continue
    const { path, title, summary } = other
    const shown = { path, title, ...(summary === undefined ? {} : { summary }), topics: other.topics }
    hits.push({ ...shown, score: Math.round(100 * score), matches: [], reasons })
    if (hits.length === limit) break
  }
  return hits
}

interface Comparison {
  readonly note: Note
  /** The paths of the note and of its neighbours. */
  readonly own: ReadonlySet<string>
  readonly words: Float64Array
  readonly near: Neighbours
}

interface Close {
  readonly other: Note
  readonly number: number
  readonly score: number
  /** How alike they are in what they say, 0 to 1. */
  readonly said: number
  /** Paths of notes that both link with. */
  readonly between: readonly NotePath[]
  readonly topics: readonly string[]
}

/** The notes that are close enough, the closest first. */
function ranked(vault: Vault, { note, own, words, near }: Comparison): readonly Close[] {
  const found: Close[] = []
  for (const [number, other] of vault.notes.entries()) {
    if (own.has(other.path)) continue
    const said = words[number] ?? 0
    const { paths: between, share } = near.shared(other)
    if (said <= leastSaid && between.length === 0) continue
    const topics = sharedTopics(vault, note, other)
    const score =
      shares.words * Math.min(1, 2 * said) +
      shares.neighbours * Math.min(1, 2 * share) +
      shares.topics * Math.min(1, topics.length)
    if (score >= leastRelated) found.push({ other, number, score, said, between, topics })
  }
  return found.sort((a, b) => b.score - a.score || a.number - b.number)
}

/** Two notes that share no telling word, and but a topic or one note that both link with, must be so much alike to be related. */
const alikeEnough = 0.06

/** Below this share of what a note says two notes have nothing in common. */
const leastSaid = 0.08

/** The terms of a note by what they say about it: those of its names, keywords, headings and summary before those of its text. */
function weightiest(index: SearchIndex, number: number): readonly (NoteTerm & { readonly worth: number })[] {
  return index
    .termsOf(number)
    .filter(({ term }) => /\p{L}{3}|\p{sc=Han}/u.test(term) && index.spread(term) > 1)
    .map((one) => ({ ...one, worth: one.weight * index.rarity(one.term) }))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, comparedTerms)
}

/** How alike a note of some terms and each note of the vault are in what they say: the cosine of their terms (Salton 1975), 0 to 1. */
function sharedWords(index: SearchIndex, terms: ReturnType<typeof weightiest>): Float64Array {
  const alike = new Float64Array(index.size)
  const own = Math.hypot(...terms.map(({ worth }) => worth))
  for (const { term, worth } of terms) {
    const postings = index.postings(term)
    if (postings === undefined) continue
    const rarity = index.rarity(term) / 65_535
    for (let at = 0; at < postings.notes.length; at++) {
      const note = postings.notes[at] ?? 0
      alike[note] = (alike[note] ?? 0) + worth * rarity * (postings.weights[at] ?? 0)
    }
  }
  const lengths = lengthsIn(index)
  return alike.map((sum, note) => (sum === 0 ? 0 : sum / own / (lengths[note] ?? 1)))
}

const knownLengths = new WeakMap<SearchIndex, Float64Array>()

/** The lengths of all notes, told once for each state of a vault. */
function lengthsIn(index: SearchIndex): Float64Array {
  const known = knownLengths.get(index) ?? index.noteLengths()
  knownLengths.set(index, known)
  return known
}

const naming = fieldBit('title') | fieldBit('alias') | fieldBit('keyword')
const telling = naming | fieldBit('heading') | fieldBit('summary')

/** What words are told by. */
interface Told {
  readonly index: SearchIndex
  readonly note: Note
  readonly other: Note
  /** The number of the other note. */
  readonly number: number
}

/**
 * The words that tell best what two notes share, as one of them writes them: those that one of the two is called by, or that few notes
 * have and both say of themselves. A word that merely stands in both is no reason that a person would give.
 */
function tellingWords(terms: ReturnType<typeof weightiest>, told: Told): readonly string[] {
  const { index, number } = told
  const found = terms.flatMap(({ term, weight, worth, fields }) => {
    const postings = index.postings(term)
    const at = postings?.notes.indexOf(number) ?? -1
    if (postings === undefined || at < 0 || isNoReason(index, term)) return []
    const their = postings.fields[at] ?? 0
    const isName =
      ((fields | their) & naming) !== 0 && Math.min(weight, (postings.weights[at] ?? 0) / 65_535) >= spokenOf
    const bothSay = (fields & telling) !== 0 && (their & telling) !== 0
    if (!isName && !(bothSay && isRareWord(index, term))) return []
    return [
      {
        term,
        isName,
        worth: (isName ? 2 : 1) * Math.min(worth, (index.rarity(term) * (postings.weights[at] ?? 0)) / 65_535),
      },
    ]
  })
  // A single word that names neither note is chance.
  if (found.length < 2 && !found.some(({ isName }) => isName)) return []
  return found
    .sort((a, b) => b.worth - a.worth)
    .slice(0, 3)
    .flatMap(({ term }) => asWritten(term, told) ?? [])
}

/** Below this weight a word is only mentioned: once, in a text that is not short. */
const spokenOf = 0.4

/** A common word, or one of dates: days and months name half of a journal. */
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

/** A word that more of the notes have is no rare one. */
const fewNotes = 0.03

/** The rarity of a word that stands in a fifth of the notes: one that is commoner is no reason. */
const commonest = Math.log(5)

/** A term as what a note is called or says of itself writes it; nothing for a stop word. */
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

/** The notes that a note links with; one that is linked with a tenth of the vault says nothing of it. */
class Neighbours {
  readonly #vault: Vault
  readonly #near: readonly NotePath[]
  /** Which of them each other note links with, too. */
  readonly #between = new Map<NotePath, NotePath[]>()

  constructor(vault: Vault, note: Note) {
    this.#vault = vault
    this.#near = vault.neighbours(note.path).filter((path) => this.#degree(path) <= Math.max(10, vault.size / 10))
    for (const path of this.#near)
      for (const other of this.#joinedWith(path)) {
        const between = this.#between.get(other)
        if (between === undefined) this.#between.set(other, [path])
        else between.push(path)
      }
  }

  /** The notes that another links with, too, those with the fewest links first, and how much of both neighbourhoods they are. */
  shared(other: Note): { readonly paths: readonly NotePath[]; readonly share: number } {
    const paths = this.#between.get(other.path) ?? []
    if (paths.length === 0) return { paths, share: 0 }
    const theirs = this.#vault.neighbours(other.path)
    const share = this.#sum(paths) / Math.sqrt(this.#sum(this.#near) * this.#sum(theirs))
    return { paths: [...paths].sort((a, b) => this.#degree(a) - this.#degree(b)), share }
  }

  /** The notes that have a note among their neighbours: an index page has none, and is one of those it is linked from. */
  #joinedWith(path: NotePath): readonly NotePath[] {
    const isIndex = (one: NotePath): boolean => this.#vault.note(one)?.isIndex === true
    const all = isIndex(path) ? this.#vault.sourcesOf(path) : this.#vault.neighbours(path)
    return all.filter((one) => !isIndex(one))
  }

  /** What some neighbours say: the fewer links one has, the more (Adamic and Adar 2003, "Friends and neighbors on the Web"). */
  #sum(paths: readonly NotePath[]): number {
    return paths.reduce((sum, path) => sum + 1 / Math.log2(1 + Math.max(2, this.#degree(path))), 0)
  }

  #degree(path: NotePath): number {
    return this.#vault.backlinkCount(path) + this.#vault.linkCount(path)
  }
}

/** Topics and tags that both have, unless half of the vault has them. */
function sharedTopics(vault: Vault, note: Note, other: Note): readonly string[] {
  const theirs = new Set([...other.topics, ...other.tags].map(comparableTag))
  const both = [...note.topics, ...note.tags].filter((topic) => theirs.has(comparableTag(topic)))
  return both.filter((topic) => (spreadOfTopics(vault).get(topic) ?? 0) < vault.size / 2)
}

const spreads = new WeakMap<Vault, ReadonlyMap<string, number>>()

/** How many notes have each topic or tag, as it is spelled; counted once for each state of a vault. */
function spreadOfTopics(vault: Vault): ReadonlyMap<string, number> {
  const known = spreads.get(vault)
  if (known !== undefined) return known
  const counts = new Map<string, number>()
  for (const { topics, tags } of vault.notes)
    for (const topic of new Set([...topics, ...tags])) counts.set(topic, (counts.get(topic) ?? 0) + 1)
  spreads.set(vault, counts)
  return counts
}

function reason(said: string, words: readonly string[]): readonly string[] {
  return words.length === 0 ? [] : [`${said} ${words.join(', ')}`]
}

function linkReasons(vault: Vault, between: readonly string[]): readonly string[] {
  if (between.length === 0) return []
  const titles = between.slice(0, 3).map((path) => `"${vault.note(path)?.title ?? path}"`)
  const more = between.length > 3 ? ` and ${between.length - 3} more` : ''
  return [`both are linked with ${titles.join(', ')}${more}`]
}
