import { folderOf } from '../../model/note-path.ts'
import type { Note } from '../../model/note.ts'
import type { SearchHit } from '../../model/report.ts'
import type { SearchIndex } from '../../search/index/search-index.ts'
import { wordsIn } from '../../search/words/words-in.ts'
import type { Vault } from '../../vault/vault.ts'
import { manyOf, Neighbours } from './common-neighbours.ts'
import { rarityOfFolder, sharedTopics, topicRarities } from './common-topics.ts'
import { type Shared, sharedWords, spreadOf, termsOf } from './common-words.ts'
import { heaviestWords, tellingWords } from './telling-words.ts'

/**
 * A logistic model of whether a person finds two notes related: the log-odds that each feature adds, per unit. Fitted to 393 pairs of eight
 * vaults judged by hand. Fitted on seven vaults and measured on the eighth, it orders 0.86 of the pairs of pairs rightly.
 */
const counts = {
  /** The constant term. */
  nothing: -4.7,
  /** The cosine of all their words. */
  words: 8.5,
  /** The part of that cosine by words of a name of either note; words of names of both count twice. */
  names: 12.6,
  /** How many standard deviations the pair is above the mean likeness of the note to others. */
  standing: 0.63,
  /** The share of common neighbours in both neighbourhoods, 0 to 1. */
  neighbours: 2.9,
  /** The idf of topics and tags that both have. */
  topics: 0.39,
  /** The idf of the folder that both lie in. */
  folder: 0.9,
} as const

/** At most so much counts of rare topics and folders (summed idf), and of `standing`. */
const most = { topics: 5, folder: 2, standing: 5 } as const

/** Pairs that a person finds related with a lower probability are not shown: few good ones are better than many. */
const leastRelated = 0.65

/** The log-odds of that probability, a little lowered so that rounding excludes none. */
const leastOdds = Math.log(leastRelated / (1 - leastRelated)) - 1e-9

/**
 * Notes that are close to a note by their words, neighbours or folder and that no link joins with it, the closest first, with the reason.
 */
export function closeNotes(vault: Vault, index: SearchIndex, note: Note, limit: number): readonly SearchHit[] {
  const own = new Set<string>([note.path, ...vault.neighbours(note.path)])
  const terms = termsOf(index, vault.numberOf(note.path) ?? -1)
  const compared = { note, own, words: sharedWords(index, terms), near: new Neighbours(vault, note) }
  const hits: SearchHit[] = []
  for (const close of ranked(vault, compared)) {
    const { other, number, score, alike } = close
    const told = { index, note, other, number }
    const topics = sharedTopics(vault, note, other)
    const words = reason('both speak of', withoutWordsOf(index, topics, tellingWords(terms, told)))
    const known = [...words, ...otherReasons(vault, compared, { close, topics })]
    const reasons = known.length > 0 || alike < muchAlike ? known : reason('both speak of', heaviestWords(terms, told))
    if (reasons.length === 0) continue
    const { path, title, summary } = other
    const shown = { path, title, ...(summary === undefined ? {} : { summary }), topics: other.topics }
    hits.push({ ...shown, score: Math.round(100 * score), matches: [], reasons })
    if (hits.length === limit) break
  }
  return hits
}

/** From this cosine on a pair is shown even when no name, neighbour, topic or folder gives a reason. */
const muchAlike = 0.3

interface Comparison {
  readonly note: Note
  /** The paths of the note and of its neighbours. */
  readonly own: ReadonlySet<string>
  readonly words: Shared
  readonly near: Neighbours
}

interface Close {
  readonly other: Note
  readonly number: number
  /** The probability that a person finds the two related, 0 to 1. */
  readonly score: number
  /** The cosine of their words, 0 to 1. */
  readonly alike: number
  /** The idf of the folder of both; 0 when they lie in different ones. */
  readonly folder: number
}

/** The notes that are close enough, the closest first. Pages of many links are left out: they are close to everything they link to. */
function ranked(vault: Vault, { note, own, words, near }: Comparison): readonly Close[] {
  const found: Close[] = []
  const { mean, deviation } = spreadOf(words.all, vault.numberOf(note.path))
  const topics = topicRarities(vault, note)
  const place = folderOf(note.path)
  const rarity = rarityOfFolder(vault, place)
  const oddsOf = (number: number, share: number, folder: number): number =>
    counts.nothing +
    counts.words * (words.all[number] ?? 0) +
    counts.names * (words.names[number] ?? 0) +
    counts.standing * Math.min(most.standing, ((words.all[number] ?? 0) - mean) / deviation) +
    counts.neighbours * share +
    counts.topics * Math.min(most.topics, topics[number] ?? 0) +
    counts.folder * Math.min(most.folder, folder)
  for (let number = 0; number < vault.size; number++) {
    // The best that common neighbours and the folder could add is cheap to compute and excludes most notes.
    if (oddsOf(number, near.mostOf(number), rarity) < leastOdds) continue
    const other = vault.notes[number]
    if (other === undefined || own.has(other.path) || other.isIndex === true) continue
    if (vault.linkCount(other.path) > manyOf(vault)) continue
    const [alike = 0, share] = [words.all[number], near.shareOf(other, number)]
    if (alike === 0 && share === 0) continue
    const folder = folderOf(other.path) === place ? rarity : 0
    const score = 1 / (1 + Math.exp(-oddsOf(number, share, folder)))
    if (score >= leastRelated) found.push({ other, number, score, alike, folder })
  }
  return found.sort((a, b) => b.score - a.score || a.number - b.number)
}

/** Words that the given topics do not contain already, in any case and inflection. */
function withoutWordsOf(index: SearchIndex, topics: readonly string[], words: readonly string[]): readonly string[] {
  const termsIn = (text: string): readonly string[] => wordsIn(text).map(({ text: word }) => index.termOf(word) ?? word)
  const said = new Set(topics.flatMap(termsIn))
  return words.filter((word) => !termsIn(word).every((term) => said.has(term)))
}

function otherReasons(
  vault: Vault,
  { near }: Comparison,
  { close: { other, folder }, topics }: { readonly close: Close; readonly topics: readonly string[] },
): readonly string[] {
  return [
    ...linkReasons(vault, near.between(other)),
    ...reason('both are about', topics),
    ...reason('both are in', folder > 0 ? [folderOf(other.path)] : []),
  ]
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
