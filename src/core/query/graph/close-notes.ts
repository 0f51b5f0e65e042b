import { folderOf, type NotePath } from '../../model/note-path.ts'
import type { Note } from '../../model/note.ts'
import type { SearchHit } from '../../model/report.ts'
import type { SearchIndex } from '../../search/index/search-index.ts'
import type { Vault } from '../../vault/vault.ts'
import { manyOf, Neighbours } from './common-neighbours.ts'
import { rarityOfFolder, rarityOfTopics, sharedTopics } from './common-topics.ts'
import { type Shared, sharedWords, spreadOf, termsOf } from './common-words.ts'
import { heaviestWords, tellingWords } from './telling-words.ts'

/**
 * What makes two notes close, each times what it counts for, as log-odds that a person finds them related: fitted to 393 pairs of eight
 * vaults judged by hand. Fitted without the vault that it is then measured on, it puts 0.86 of two pairs in the right order.
 */
const counts = {
  /** A pair of which nothing is known. */
  nothing: -4.7,
  /** How alike they are in all words, a cosine. */
  words: 8.5,
  /** The part of it by words that one of the two is called by, twice by those that both are. */
  names: 12.6,
  /** By how many standard deviations they are more alike than the note is to others. */
  standing: 0.63,
  /** How much of both neighbourhoods the notes are that both link with. */
  neighbours: 2.9,
  /** The idf of topics and tags that both have. */
  topics: 0.39,
  /** The idf of the folder that both lie in. */
  folder: 0.9,
} as const

/** What is told at most by topics and folders that few notes have, and by how much two notes stand out. */
const most = { topics: 5, folder: 2, standing: 5 } as const

/** Pairs that a person finds related less likely are not shown: few that are apt are better than many. */
const leastRelated = 0.65

/** Notes close to one in what they say, by neighbours or by their place that it neither links to nor is linked from, the closest first, with the reason. */
export function closeNotes(vault: Vault, index: SearchIndex, note: Note, limit: number): readonly SearchHit[] {
  const own = new Set<string>([note.path, ...vault.neighbours(note.path)])
  const terms = termsOf(index, vault.numberOf(note.path) ?? -1)
  const found = ranked(vault, { note, own, words: sharedWords(index, terms), near: new Neighbours(vault, note) })
  const hits: SearchHit[] = []
  for (const close of found) {
    const { other, number, score, alike } = close
    const told = { index, note, other, number }
    const words = reason('both speak of', tellingWords(terms, told))
    const known = [...words, ...otherReasons(vault, close)]
    const reasons = known.length > 0 || alike < muchAlike ? known : reason('both speak of', heaviestWords(terms, told))
    if (reasons.length === 0) continue
    const { path, title, summary } = other
    const shown = { path, title, ...(summary === undefined ? {} : { summary }), topics: other.topics }
    hits.push({ ...shown, score: Math.round(100 * score), matches: [], reasons })
    if (hits.length === limit) break
  }
  return hits
}

/** A pair this much alike is related even where no name, neighbour, topic or folder says so. */
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
  /** How likely a person finds the two related, 0 to 1. */
  readonly score: number
  /** How alike they are in what they say, 0 to 1. */
  readonly alike: number
  /** Paths of notes that both link with. */
  readonly between: readonly NotePath[]
  readonly topics: readonly string[]
  /** The idf of the folder that both lie in; 0 where they don't. */
  readonly folder: number
}

/** The notes that are close enough, the closest first; a page of links is close to all it leads to, which says nothing. */
function ranked(vault: Vault, { note, own, words, near }: Comparison): readonly Close[] {
  const found: Close[] = []
  const { mean, deviation } = spreadOf(words.all, vault.numberOf(note.path))
  for (const [number, other] of vault.notes.entries()) {
    if (own.has(other.path) || other.isIndex === true || vault.linkCount(other.path) > manyOf(vault)) continue
    const [alike = 0, named = 0] = [words.all[number], words.names[number]]
    const { paths: between, share } = near.shared(other)
    if (alike === 0 && share === 0) continue
    const topics = sharedTopics(vault, note, other)
    const folder = folderOf(note.path) === folderOf(other.path) ? rarityOfFolder(vault, folderOf(note.path)) : 0
    const odds =
      counts.nothing +
      counts.words * alike +
      counts.names * named +
      counts.standing * Math.min(most.standing, (alike - mean) / deviation) +
      counts.neighbours * share +
      counts.topics * Math.min(most.topics, rarityOfTopics(vault, topics)) +
      counts.folder * Math.min(most.folder, folder)
    const score = 1 / (1 + Math.exp(-odds))
    if (score >= leastRelated) found.push({ other, number, score, alike, between, topics, folder })
  }
  return found.sort((a, b) => b.score - a.score || a.number - b.number)
}

function otherReasons(vault: Vault, { other, between, topics, folder }: Close): readonly string[] {
  return [
    ...linkReasons(vault, between),
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
