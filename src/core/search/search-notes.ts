import type { Note } from '../model/note.ts'
import type { SearchHit, SearchMatch } from '../model/report.ts'
import type { NoteFilter } from '../query/lists/list-notes.ts'
import type { Vault } from '../vault/vault.ts'
import type { Expression } from './expression/expression.ts'
import { findWritten, type Lacking, toldApart } from './as-written.ts'
import { isAllowed, namedFirst, type RankedNote } from './candidates.ts'
import { branchesOf, writtenBranch } from './branches.ts'
import { type Branch, ranksBy } from './query.ts'
import { type AskedWord, askedWordsOf } from './ranking/asked-words.ts'
import { type Band, bandOf, unknownWords } from './ranking/bands.ts'
import { bestMatches } from './ranking/best-matches.ts'
import { lookCloser } from './ranking/closer-look.ts'
import { conceptsOf } from './ranking/concepts.ts'
import { satisfying } from './ranking/conditions.ts'
import { explain, missingIn } from './ranking/explain.ts'
import { Matcher } from './ranking/matcher.ts'
import { patternLine } from './ranking/pattern-line.ts'
import { bestFirst, type Ranked, rankByWords } from './ranking/rank-notes.ts'
import { type Tools, toolsFor } from './ranking/tools.ts'
import type { NoteSource } from './note-source.ts'
import { wordsIn } from './words/words-in.ts'

/** A source of notes that holds the whole vault, too. */
export interface SearchSource extends NoteSource {
  readonly vault: Vault
}

/** Which notes count and how many hits are wanted; `without` switches parts of the ranking off, to measure what each adds. */
export interface SearchOptions {
  readonly filters: readonly NoteFilter[]
  /** How many hits at most. */
  readonly limit: number
  /** Whether notes far behind the best are hits, too; without it they are only counted. */
  readonly all?: boolean
  /** How many hits are given at least, even with scores far below the best; fewer when the best is surely what was meant. */
  readonly atLeast?: number
  readonly explain?: boolean
  /**
   * Whether the texts are searched as they are written when the index has none of the query, for addresses and words separated by signs.
   */
  readonly asWritten?: boolean
  /** How many of the hits get a snippet; by default all. */
  readonly quoted?: number
  readonly without?: ReadonlySet<SearchLayer>
}

/** The layers of ranking beyond words in fields. */
export type SearchLayer = 'typos' | 'beginnings' | 'synonyms' | 'names' | 'nearness'

/** What a search found. */
export interface SearchResult extends Lacking {
  /** The best first, with scores of 0-100. */
  readonly hits: readonly SearchHit[]
  /** Whether a note has all that was asked for, or only some of it. */
  readonly band: Band
  /** How many further notes hold a word of the query. */
  readonly more: number
  /** Whether conditions excluded something. */
  readonly excluded: boolean
  /** Whether conditions alone chose the notes, so that all of them hold what was asked. */
  readonly chosen: boolean
}

/** All notes that answer a query, best first, with what the report says about them. */
interface Ranking extends Omit<SearchResult, 'hits' | 'more' | 'uncounted'> {
  readonly candidates: readonly RankedNote[]
  /** How many of the candidates are near enough to the best. */
  readonly near: number
}

/**
 * Notes that answer a query, best first, with scores that mean the same from query to query; none when the vault knows too little of
 * it. Fails with a usage message when the query can't be read.
 */
export async function searchNotes(source: NoteSource, query: string, options: SearchOptions): Promise<SearchResult> {
  const { candidates, near, ...said } = await rank(source, query, options)
  const shown = candidates.slice(0, Math.min(options.limit, options.all === true ? Infinity : near))
  const hits: SearchHit[] = []
  for (const candidate of shown) {
    const { ranked, matcher } = candidate
    const note = source.vault.notes[ranked.note]
    if (note === undefined) continue
    const inFields = wordsOfFields(candidate.conditions)
    const missing = missingIn(source.index, matcher.concepts, ranked.note).filter((word) => !inFields.has(word))
    hits.push({
      path: note.path,
      title: note.title,
      ...(note.summary === undefined ? {} : { summary: note.summary }),
      topics: note.topics,
      score: Math.round(100 * ranked.score),
      ...(missing.length === 0 ? {} : { missing }),
      matches: hits.length < (options.quoted ?? Infinity) ? await matchesOf(source, candidate, note) : [],
      ...(options.explain === true ? { reasons: explain(matcher, ranked, note) } : {}),
    })
  }
  return {
    ...said,
    ...(await toldApart(source, query, said.missing, options)),
    hits,
    more: candidates.length - shown.length,
  }
}

/** Where a hit matches; when no word matches in its body, also the line where the first pattern of the query does. */
async function matchesOf(
  { readText, findPattern }: NoteSource,
  { matcher, conditions }: RankedNote,
  note: Note,
): Promise<readonly SearchMatch[]> {
  const text = await readText(note.path)
  const matches = bestMatches(matcher, note, text)
  if (matches.some(({ field }) => field === 'body')) return matches
  return [...matches, ...(await patternLine(findPattern, conditions, { note, text }))]
}

/** The paths of the notes that answer a query, best first; without `all`, none far below the best. */
export async function pathsFound(
  source: NoteSource,
  query: string,
  options: SearchOptions,
): Promise<readonly string[]> {
  const { candidates, near } = await rank(source, query, options)
  const found = options.all === true ? candidates : candidates.slice(0, near)
  return found.slice(0, options.limit).flatMap(({ ranked }) => source.vault.notes[ranked.note]?.path ?? [])
}

async function rank(source: NoteSource, query: string, options: SearchOptions): Promise<Ranking> {
  const branches = branchesOf(source, query)
  const found = await rankBranches(source, { query, branches, options })
  const written = options.asWritten === true && found.band === 'none' ? writtenBranch(branches) : undefined
  if (written === undefined) return found
  const read = await rankBranches({ ...source, findPattern: findWritten }, { query, branches: [written], options })
  return read.candidates.length > 0 ? read : found
}

interface Read {
  readonly query: string
  readonly branches: readonly Branch[]
  readonly options: SearchOptions
}

async function rankBranches(source: NoteSource, { query, branches, options }: Read): Promise<Ranking> {
  const tools = await toolsFor(source, branches.flatMap(({ texts }) => texts).join(' '), options.without)
  const best = new Map<number, RankedNote>()
  let band: Band = 'none'
  const missing = new Set<string>()
  for (const branch of branches) {
    const found = await rankBranch({ source, tools, options }, branch)
    if (found.band !== 'none') band = band === 'full' ? band : found.band
    for (const word of found.missing) missing.add(word)
    for (const candidate of found.candidates) {
      const before = best.get(candidate.ranked.note)
      if (before === undefined || before.ranked.score < candidate.ranked.score)
        best.set(candidate.ranked.note, candidate)
    }
  }
  const candidates = namedFirst(source, { query, filters: options.filters }, [...best.values()])
  if (candidates[0]?.ranked.named === true) band = 'full'
  if (band === 'none') candidates.length = 0
  const chosen = branches.some(
    ({ texts, conditions }) => texts.length === 0 || conditions.some(({ kind }) => kind !== 'not'),
  )
  return {
    candidates,
    near: chosen ? candidates.length : nearOf(candidates, options.atLeast ?? 0),
    band,
    missing: [...missing],
    excluded: branches.some(({ conditions }) => conditions.some(({ kind }) => kind === 'not')),
    chosen,
  }
}

/** How many candidates are near the best; at least as many as are wanted, unless the best is surely what was meant. */
function nearOf(candidates: readonly RankedNote[], atLeast: number): number {
  const best = candidates[0]?.ranked
  const behind = candidates.findIndex(({ ranked }) => ranked.score < (best?.score ?? 0) * leastOfBest)
  const near = behind < 0 ? candidates.length : behind
  return (best?.score ?? 0) >= surelyMeant ? near : Math.min(candidates.length, Math.max(near, atLeast))
}

/** Hits below this share of the best one's score are shown only when more are asked for, or when a condition chose them. */
const leastOfBest = 0.5
const surelyMeant = 0.7

/** How many hits people are shown where the best one is not surely what they meant. */
export const leastShown = 3

interface Asked {
  readonly source: NoteSource
  readonly tools: Tools
  readonly options: SearchOptions
}

type RankedBranch = Pick<Ranking, 'candidates' | 'band' | 'missing'>

async function rankBranch(asked: Asked, branch: Branch): Promise<RankedBranch> {
  const { source, tools, options } = asked
  const { vault, index } = source
  const words = askedWordsOf(index, branch.texts, tools)
  const concepts = conceptsOf(index, words, tools)
  const matcher = new Matcher(index, concepts, { words: smallOf(words), isSmall: tools.ofVault })
  const look = { ...source, matcher, without: options.without }
  const allowed = (number: number): boolean => isAllowed(source, options.filters, number)
  const all = rankByWords(index, concepts)
  const ranked = options.filters.length === 0 ? all : all.filter(({ note }) => allowed(note))
  const inFields = wordsOfFields(branch.conditions)
  const done = (found: readonly Ranked[], band: Band): RankedBranch => ({
    candidates: found.map((one) => ({ ranked: one, matcher, conditions: branch.conditions })),
    band,
    missing: unknownWords(concepts).filter((word) => found.length === 0 || !inFields.has(word)),
  })
  if (branch.conditions.length === 0) {
    const looked = await lookCloser(look, ranked)
    return done(looked, bandOf(looked))
  }
  const free = words.length === 0 || branch.texts.length === branch.conditions.filter(asksToo).length
  const among = free ? [...vault.notes.keys()].filter(allowed) : ranked.map(({ note }) => note)
  const holding = await satisfying(
    { ...source, ...tools, notes: vault.notes, isSmall: tools.ofVault },
    branch.conditions,
    new Set(among),
  )
  const left = await lookCloser(
    look,
    ranked.filter(({ note }) => holding.has(note)),
  )
  if (!free) return done(left, branch.conditions.every(({ kind }) => kind === 'not') ? bandOf(left) : fullIfAny(left))
  const scores = new Map(left.map((one) => [one.note, one]))
  const found = [...holding].map((note) => scores.get(note) ?? { note, score: 0.5, coverage: 1, sureness: 1 })
  return done(found.sort(bestFirst), fullIfAny(found))
}

/** The words in the values of fields, as typed: when a note satisfies them, they count as words it holds. */
function wordsOfFields(conditions: readonly Expression[]): ReadonlySet<string> {
  const values = conditions.flatMap((condition) => (condition.kind === 'field' ? condition.value : []))
  return new Set(values.flatMap((value) => wordsIn(value).map(({ start, end }) => value.slice(start, end))))
}

/** Whether a condition also ranks notes by its text; then a note need not hold anything else. */
function asksToo(condition: Expression): boolean {
  return condition.kind === 'field' ? ranksBy(condition) : condition.kind === 'phrase' || condition.kind === 'word'
}

function fullIfAny(found: readonly Ranked[]): Band {
  return found.length > 0 ? 'full' : 'none'
}

function smallOf(words: readonly AskedWord[]): ReadonlySet<string> {
  return new Set(words.filter(({ small }) => small).map(({ text }) => text))
}
