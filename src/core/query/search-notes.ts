import type { Note } from '../model/note.ts'
import type { SearchHit } from '../model/report.ts'
import type { Vault } from '../vault/vault.ts'
import type { NoteFilter } from './list-notes.ts'
import type { SearchIndex } from './search-index.ts'
import { bestMatches } from './search/best-matches.ts'
import { closerShares, lookCloser } from './search/closer-look.ts'
import { type PatternFinder, satisfying } from './search/conditions.ts'
import { type Concept, type Expansion, expandWords } from './search/expand-words.ts'
import { explain } from './search/explain.ts'
import { hopOverLinks } from './search/link-hop.ts'
import { type Branch, parseQuery } from './search/parse-query.ts'
import { companyShare, type Ranked, rankNotes } from './search/rank-notes.ts'
import { generalThesaurus } from './search/thesaurus.ts'
import { WordMatcher } from './search/word-matcher.ts'

/** What search asks. */
export interface SearchSource {
  readonly vault: Vault
  readonly index: SearchIndex
  /** Groups of words that mean the same in this vault (`search.synonyms`). */
  readonly synonyms: readonly (readonly string[])[]
  readonly readText: (path: string) => Promise<string>
  readonly findPattern: PatternFinder
}

/** Which notes count and how many are wanted; layers are switched off only to measure what each adds. */
export interface SearchOptions {
  readonly filters: readonly NoteFilter[]
  readonly limit: number
  readonly explain?: boolean
  readonly without?: ReadonlySet<SearchLayer>
}

/** The layers of search beyond words in fields. */
export type SearchLayer = 'slips' | 'beginnings' | 'synonyms' | 'company' | 'names' | 'passages' | 'links'

/** A hit before it is dressed up: what was asked, and how it ranked. */
interface Found {
  readonly ranked: Ranked
  readonly concepts: readonly Concept[]
}

/**
 * Notes that answer a query, best first, with scores of 0-100 that mean the same from query to query; empty when nothing
 * answers enough of it. Fails with a usage message when the query can't be read.
 */
export async function searchNotes(
  source: SearchSource,
  query: string,
  options: SearchOptions,
): Promise<readonly SearchHit[]> {
  const found = await findNotes(source, query, options)
  const hits: SearchHit[] = []
  for (const { ranked, concepts } of found.slice(0, options.limit)) {
    const note = source.vault.notes[ranked.note]
    if (note === undefined) continue
    const matcher = new WordMatcher(source.index, concepts)
    hits.push({
      path: note.path,
      title: note.title,
      ...(note.summary === undefined ? {} : { summary: note.summary }),
      topics: note.topics,
      score: Math.round(100 * ranked.score),
      matches: bestMatches(matcher, note, await source.readText(note.path)),
      ...(options.explain === true ? { reasons: explain(source.index, concepts, ranked, source.vault.notes) } : {}),
    })
  }
  return hits
}

/** The paths of all notes that answer a query, best first. */
export async function pathsFound(
  source: SearchSource,
  query: string,
  options: SearchOptions,
): Promise<readonly string[]> {
  const found = await findNotes(source, query, options)
  return found.flatMap(({ ranked }) => source.vault.notes[ranked.note]?.path ?? [])
}

async function findNotes(source: SearchSource, query: string, options: SearchOptions): Promise<readonly Found[]> {
  const best = new Map<number, Found>()
  for (const branch of parseQuery(query)) {
    for (const found of await findBranch(source, branch, options)) {
      const before = best.get(found.ranked.note)
      if (before === undefined || before.ranked.score < found.ranked.score) best.set(found.ranked.note, found)
    }
  }
  return [...best.values()].sort((a, b) => b.ranked.score - a.ranked.score || a.ranked.note - b.ranked.note)
}

async function findBranch(source: SearchSource, branch: Branch, options: SearchOptions): Promise<readonly Found[]> {
  const { vault, index } = source
  const concepts = expandWords(index, [...branch.words, ...branch.phraseWords], expansionOf(source, options))
  const allowed = (note: Note | undefined): boolean =>
    note !== undefined && options.filters.every((filter) => filter(note))
  const ranked = rankNotes(index, concepts, options.without?.has('company') === true ? 0 : companyShare).filter(
    ({ note }) => allowed(vault.notes[note]),
  )
  const looked = await lookAtBest(source, concepts, ranked, options)
  if (branch.conditions.length === 0) return answering(looked).map((one) => ({ ranked: one, concepts }))
  const free = branch.words.length === 0
  const among = free
    ? [...vault.notes.keys()].filter((number) => allowed(vault.notes[number]))
    : ranked.map(({ note }) => note)
  const holding = await satisfying({ ...source, notes: vault.notes }, branch.conditions, new Set(among))
  if (!free)
    return answering(looked)
      .filter(({ note }) => holding.has(note))
      .map((one) => ({ ranked: one, concepts }))
  const scores = new Map(looked.map((one) => [one.note, one]))
  return [...holding].map((note) => ({ ranked: scores.get(note) ?? { note, score: 0.5, coverage: 1 }, concepts }))
}

const thesauri = new WeakMap<SearchSource, ReturnType<typeof generalThesaurus>>()

function expansionOf(source: SearchSource, { without }: SearchOptions): Expansion {
  const slips = without?.has('slips') !== true
  const beginnings = without?.has('beginnings') !== true
  if (without?.has('synonyms') === true) return { thesaurus: generalThesaurus([], [], false), slips, beginnings }
  const thesaurus = thesauri.get(source) ?? generalThesaurus(source.synonyms, source.index.shortForms, true)
  thesauri.set(source, thesaurus)
  return { thesaurus, slips, beginnings }
}

/** Notes whose text is read to look closer. */
const lookedAt = 20

/** Reads the best notes and ranks them anew; the others keep their order behind them. */
async function lookAtBest(
  source: SearchSource,
  concepts: readonly Concept[],
  ranked: readonly Ranked[],
  { without }: SearchOptions,
): Promise<readonly Ranked[]> {
  const shares = {
    name: without?.has('names') === true ? 0 : closerShares.name,
    passage: without?.has('passages') === true ? 0 : closerShares.passage,
  }
  const candidates = []
  for (const one of ranked.slice(0, lookedAt)) {
    const note = source.vault.notes[one.note]
    if (note !== undefined) candidates.push({ ranked: one, note, text: await source.readText(note.path) })
  }
  const looked = lookCloser(source.index, new WordMatcher(source.index, concepts), candidates, shares)
  const rest = 1 - shares.name - shares.passage
  const all = [...looked, ...ranked.slice(lookedAt).map((one) => ({ ...one, score: rest * one.score }))]
  return without?.has('links') === true ? all : hopOverLinks(source.vault, source.index, all)
}

/**
 * The best hit must hold most of the query's words or else answer them well, so that nonsense finds nothing; the other
 * hits must not be much worse than it.
 */
function answering(ranked: readonly Ranked[]): readonly Ranked[] {
  const best = ranked[0]
  if (best === undefined || (best.coverage < enoughCoverage && best.score < enoughScore)) return []
  return ranked.filter(({ score }) => score >= Math.max(leastScore, best.score * leastOfBest))
}

/** Found on queries with a right note and on nonsense, some of whose words occur in the vault. */
const enoughCoverage = 0.66
const enoughScore = 0.4
const leastScore = 0.15
const leastOfBest = 0.5
