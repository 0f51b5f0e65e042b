import type { Note } from '../model/note.ts'
import type { SearchHit } from '../model/report.ts'
import type { Vault } from '../vault/vault.ts'
import type { NoteFilter } from '../query/list-notes.ts'
import type { SearchIndex } from './index/search-index.ts'
import { answersEnough } from './ranking/answers-enough.ts'
import { bestMatches } from './ranking/best-matches.ts'
import { type PatternFinder, satisfying } from './ranking/conditions.ts'
import { type Concept, type Expansion, expandWords } from './ranking/expand-words.ts'
import { type EvidenceShares, sharesWithout } from './ranking/evidence.ts'
import { explain } from './ranking/explain.ts'
import { hopOverLinks, hopShare } from './ranking/link-hop.ts'
import { lookAtBest, lookedAt } from './ranking/look-at-best.ts'
import { shownOf } from './ranking/note-look.ts'
import { type Branch, parseQuery } from './ranking/parse-query.ts'
import { type Ranked, rankNotes } from './ranking/rank-notes.ts'
import { generalThesaurus } from './ranking/thesaurus.ts'
import { WordMatcher } from './ranking/word-matcher.ts'

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
    const shown = source.index.looks.shownOf(ranked.note) ?? shownOf(note)
    const { title, summary, topics } = shown
    hits.push({
      path: note.path,
      title,
      ...(summary === undefined ? {} : { summary }),
      topics,
      score: Math.round(100 * ranked.score),
      matches: bestMatches(matcher, shown, await source.readText(note.path)),
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
  const words = [...branch.words, ...branch.phraseWords]
  const concepts = expandWords(index, words, expansionOf(source, options))
  const asked = { concepts, words }
  const allowed = (note: Note | undefined): boolean =>
    note !== undefined && options.filters.every((filter) => filter(note))
  const all = rankNotes(index, concepts, {
    shares: sharesOf(options),
    ...(branch.conditions.length === 0 && options.filters.length === 0 ? { least } : {}),
  })
  const ranked = options.filters.length === 0 ? all : all.filter(({ note }) => allowed(vault.notes[note]))
  const found = (notes: readonly Ranked[]): readonly Found[] => notes.map((one) => ({ ranked: one, concepts }))
  if (branch.conditions.length === 0)
    return found(answering(await lookCloser(source, asked, ranked, options), concepts))
  const free = branch.words.length === 0
  const among = free
    ? [...vault.notes.keys()].filter((number) => allowed(vault.notes[number]))
    : ranked.map(({ note }) => note)
  const holding = await satisfying({ ...source, notes: vault.notes }, branch.conditions, new Set(among))
  const left = ranked.filter(({ note }) => holding.has(note))
  const looked = await lookCloser(source, asked, left, options)
  if (!free) return found(branch.conditions.every(({ not }) => not) ? answering(looked, concepts) : looked)
  const scores = new Map(looked.map((one) => [one.note, one]))
  return found([...holding].map((note) => scores.get(note) ?? { note, score: 0.5, coverage: 1 }))
}

function sharesOf({ without }: SearchOptions): EvidenceShares {
  const off = (layer: SearchLayer): boolean => without?.has(layer) === true
  return sharesWithout([
    ...(off('company') ? (['company'] as const) : []),
    ...(off('names') ? (['name'] as const) : []),
    ...(off('passages') ? (['summary', 'passage'] as const) : []),
  ])
}

const thesauri = new WeakMap<SearchSource, ReturnType<typeof generalThesaurus>>()

function expansionOf(source: SearchSource, { without }: SearchOptions): Expansion {
  const slips = without?.has('slips') !== true
  const beginnings = without?.has('beginnings') !== true
  if (without?.has('synonyms') === true)
    return { thesaurus: generalThesaurus([], [], false), acronyms: false, slips, beginnings }
  const thesaurus = thesauri.get(source) ?? generalThesaurus(source.synonyms, source.index.shortForms, true)
  thesauri.set(source, thesaurus)
  return { thesaurus, acronyms: true, slips, beginnings }
}

/** Looks closer at the best notes, and at those that they link to. */
async function lookCloser(
  source: SearchSource,
  { concepts, words }: { readonly concepts: readonly Concept[]; readonly words: readonly string[] },
  ranked: readonly Ranked[],
  options: SearchOptions,
): Promise<readonly Ranked[]> {
  const { index, vault, readText } = source
  const matcher = new WordMatcher(index, concepts, words)
  const looked = await lookAtBest({ notes: vault.notes, index, matcher, shares: sharesOf(options), readText }, ranked)
  return options.without?.has('links') === true ? looked : hopOverLinks(vault, looked)
}

/** Nothing, unless the best hit answers enough of the query; the other hits must not be much worse than it. */
function answering(ranked: readonly Ranked[], concepts: readonly Concept[]): readonly Ranked[] {
  const best = ranked[0]
  if (best === undefined || !answersEnough(best, concepts)) return []
  return ranked.filter(({ score }) => score >= Math.max(leastScore, best.score * leastOfBest))
}

const leastScore = 0.15
const leastOfBest = 0.5

/** Notes that are not looked at closer can be raised by a link to them alone; a closer look makes the best one better at most. */
const least = {
  of: (best: number): number => Math.max(leastScore, best * leastOfBest) - 1.01 * hopShare,
  unlessFewer: lookedAt,
}
