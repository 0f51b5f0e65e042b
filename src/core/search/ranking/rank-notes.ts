import type { SearchIndex } from '../index/search-index.ts'
import { type Alternative, type Concept, matter } from './expand-words.ts'
import { sureness } from './answers-enough.ts'
import { companyOf } from './company.ts'
import { type EvidenceShares, evidenceShares } from './evidence.ts'

/** A note with how well it answers the words of a query. */
export interface Ranked {
  readonly note: number
  /** 0 to 1: how well the note answers the query, by the evidence looked at so far. */
  readonly score: number
  /** 0 to 1: the share of the words, by their rarity, that the note has anything for. */
  readonly coverage: number
  /** The number of a strong hit that cites the note, when that raised it. */
  readonly citedBy?: number
}

/** How notes are ranked. */
export interface Ranking {
  readonly shares: Pick<EvidenceShares, 'words' | 'company'>
  /** Below which score notes may be left out, given the best one's, if at least so many others are ranked. */
  readonly least?: { readonly of: (best: number) => number; readonly unlessFewer: number }
}

/** The notes that hold any of the concepts, best first, by their words and the company of these. */
export function rankNotes(
  index: SearchIndex,
  concepts: readonly Concept[],
  { shares, least }: Ranking = { shares: evidenceShares },
): readonly Ranked[] {
  const total = concepts.reduce((sum, concept) => sum + concept.matter, 0)
  const rarity = concepts.reduce((sum, concept) => sum + concept.rarity, 0)
  if (total === 0) return []
  const { touched, scores, covered } = tallyOf(index, concepts)
  const nearness = shares.company > 0 ? companyOf(index, concepts) : undefined
  for (const note of touched) {
    const near = nearness === undefined ? 0 : shares.company * nearness(note)
    scores[note] = (shares.words * (scores[note] ?? 0)) / total + near
  }
  return notLeftOut(touched, scores, least)
    .map((note) => ({
      note,
      score: scores[note] ?? 0,
      coverage: rarity > 0 ? (covered[note] ?? 0) / rarity : 0,
    }))
    .sort((a, b) => b.score - a.score || a.note - b.note)
}

/** The notes whose scores are not too low: a common word stands in half of a vault. */
function notLeftOut(notes: readonly number[], scores: Float64Array, least: Ranking['least']): readonly number[] {
  if (least === undefined || notes.length <= least.unlessFewer) return notes
  const best = notes.reduce((most, note) => Math.max(most, scores[note] ?? 0), 0)
  const limit = least.of(best)
  const kept = notes.filter((note) => (scores[note] ?? 0) >= limit)
  return kept.length < least.unlessFewer ? notes : kept
}

function tallyOf(index: SearchIndex, concepts: readonly Concept[]): Tally {
  const tally = new Tally(index.size)
  for (const concept of concepts) tally.add(index, concept)
  return tally
}

/** How much alternatives beside the best one count. */
const more = 0.25

/** What notes get for the concepts of a query, in arrays over all notes: a common word stands in half of them. */
class Tally {
  /** The notes that hold any concept. */
  readonly touched: number[] = []
  readonly scores: Float64Array
  readonly covered: Float64Array
  readonly #isTouched: Uint8Array
  /** Of one concept: the best alternative's value, what the others add, how surely any was meant, and the notes that hold it. */
  readonly #values: Float64Array
  readonly #others: Float64Array
  readonly #sureness: Float64Array
  #holding: number[] = []

  constructor(size: number) {
    this.scores = new Float64Array(size)
    this.covered = new Float64Array(size)
    this.#isTouched = new Uint8Array(size)
    this.#values = new Float64Array(size)
    this.#others = new Float64Array(size)
    this.#sureness = new Float64Array(size)
  }

  /** Adds what each note that holds a concept gets for it: its best alternative's value, and a little for each other one. */
  add(index: SearchIndex, concept: Concept): void {
    for (const alternative of concept.alternatives) {
      const sure = sureness(alternative)
      const [first, ...others] = alternative.terms
      if (first === undefined) continue
      if (others.length === 0) {
        const { notes, weights } = index.postings(first)
        const worth = worthOf(index, concept, alternative, first)
        for (let at = 0; at < notes.length; at++) this.#take(notes[at] ?? 0, worth * (weights[at] ?? 0), sure)
      } else for (const [note, value] of valuesOfAll(index, concept, alternative)) this.#take(note, value, sure)
    }
    this.#end(concept)
  }

  #take(note: number, value: number, sure: number): void {
    if (this.#isTouched[note] !== 2) {
      if (this.#isTouched[note] === 0) this.touched.push(note)
      this.#isTouched[note] = 2
      this.#holding.push(note)
      this.#values[note] = value
      this.#others[note] = 0
      this.#sureness[note] = sure
      return
    }
    const before = this.#values[note] ?? 0
    this.#others[note] = (this.#others[note] ?? 0) + Math.min(before, value)
    this.#values[note] = Math.max(before, value)
    this.#sureness[note] = Math.max(this.#sureness[note] ?? 0, sure)
  }

  #end({ matter: most, rarity }: Concept): void {
    for (const note of this.#holding) {
      const value = this.#values[note] ?? 0
      const all = Math.min(most, value + more * (this.#others[note] ?? 0) * (1 - value / most))
      this.scores[note] = (this.scores[note] ?? 0) + all
      this.covered[note] = (this.covered[note] ?? 0) + rarity * Math.min(1, this.#sureness[note] ?? 0)
      this.#isTouched[note] = 1
    }
    this.#holding = []
  }
}

/** What a note gets for one term of an alternative at its full weight, a step of 65,535. */
function worthOf(index: SearchIndex, concept: Concept, { terms, weight }: Alternative, term: number): number {
  return (weight * Math.min(concept.matter, matter(index, term))) / terms.length / 65_535
}

/** What each note gets for an alternative of several terms; it needs all and gets their mean. */
function valuesOfAll(index: SearchIndex, concept: Concept, alternative: Alternative): ReadonlyMap<number, number> {
  let values: Map<number, number> | undefined
  for (const term of alternative.terms) {
    const next = new Map<number, number>()
    const { notes, weights } = index.postings(term)
    const worth = worthOf(index, concept, alternative, term)
    for (let at = 0; at < notes.length; at++) {
      const note = notes[at] ?? 0
      const before = values === undefined ? 0 : values.get(note)
      if (before !== undefined) next.set(note, before + worth * (weights[at] ?? 0))
    }
    values = next
  }
  return values ?? new Map()
}
