import type { NoteFilter } from '../query/lists/list-notes.ts'
import type { Expression } from './expression/expression.ts'
import type { NoteSource } from './note-source.ts'
import { Matcher } from './ranking/matcher.ts'
import { notesCalled } from './ranking/names.ts'
import { bestFirst, type Ranked } from './ranking/rank-notes.ts'

/** A note with its rank, and the evidence it ranked by. */
export interface RankedNote {
  readonly ranked: Ranked
  readonly matcher: Matcher
  readonly conditions: readonly Expression[]
}

/** What was typed, and which notes count. */
interface Typed {
  readonly query: string
  readonly filters: readonly NoteFilter[]
}

/** Puts the notes first whose name is what was typed, signs and letter case included, with a score of 95 or more. */
export function namedFirst(
  source: NoteSource,
  { query, filters }: Typed,
  candidates: readonly RankedNote[],
): RankedNote[] {
  const exact = notesCalled(source, query)
  const known = new Set(candidates.map(({ ranked }) => ranked.note))
  const matcher = candidates[0]?.matcher ?? new Matcher(source.index, [], { words: new Set(), isSmall: () => false })
  const added = [...exact.keys()]
    .filter((number) => !known.has(number) && isAllowed(source, filters, number))
    .map((note) => ({ ranked: { note, score: 0, coverage: 0, sureness: 0 }, matcher, conditions: [] }))
  return [...candidates, ...added]
    .map((candidate): RankedNote => {
      const { ranked } = candidate
      const worth = exact.get(ranked.note)
      if (worth === undefined) return { ...candidate, ranked: { ...ranked, score: Math.min(0.94, ranked.score) } }
      return { ...candidate, ranked: { ...ranked, score: worth - 0.02 + ranked.score / 50, named: true } }
    })
    .sort((a, b) => bestFirst(a.ranked, b.ranked))
}

/** Whether a note is among those that the filters leave. */
export function isAllowed(
  { vault }: Pick<NoteSource, 'vault'>,
  filters: readonly NoteFilter[],
  number: number,
): boolean {
  const note = vault.notes[number]
  return note !== undefined && filters.every((filter) => filter(note))
}
