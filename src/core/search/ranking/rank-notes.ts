import type { SearchIndex } from '../index/search-index.ts'
import type { Alternative } from './alternative.ts'
import { type Concept, matter } from './concepts.ts'

/** A note with how well it answers a query. */
export interface Ranked {
  readonly note: number
  /** 0 to 1: how well the note answers the query, by the evidence looked at so far. */
  readonly score: number
  /** 0 to 1: the share of the query's words, weighed by idf, that the note answers at all; words that no note holds count as unanswered. */
  readonly coverage: number
  /** 0 to 1: how surely the note has any of what was meant, and not only a typo or synonym of it. */
  readonly sureness: number
  /** 0 to 1: how much of the query stands in one passage of its text; absent when the text was not read. */
  readonly near?: number
  /** Whether the query holds a whole name of the note. */
  readonly holdsName?: boolean
  /** Whether what was typed is what the note is called. */
  readonly named?: boolean
}

/** The notes that hold any of the concepts, by their words alone, best first; scores are shares of what could be reached. */
export function rankByWords(index: SearchIndex, concepts: readonly Concept[]): readonly Ranked[] {
  const total = concepts.reduce((sum, concept) => sum + concept.matter, 0)
  const rarity = concepts.reduce((sum, concept) => sum + concept.rarity, 0)
  if (total === 0) return []
  const tally = new Tally(index)
  for (const concept of concepts) tally.add(concept)
  return tally.touched
    .map((note) => ({
      note,
      score: (tally.scores[note] ?? 0) / total,
      coverage: rarity > 0 ? (tally.covered[note] ?? 0) / rarity : 0,
      sureness: tally.surest[note] ?? 0,
    }))
    .sort(bestFirst)
}

/** Orders notes by score, then by number. */
export function bestFirst(a: Ranked, b: Ranked): number {
  return b.score - a.score || a.note - b.note
}

/** The scores of notes for the concepts of a query, in arrays over all notes, since a common word stands in half of them. */
class Tally {
  /** The notes that hold any concept. */
  readonly touched: number[] = []
  readonly scores: Float64Array
  readonly covered: Float64Array
  readonly surest: Float64Array
  readonly #index: SearchIndex
  readonly #isTouched: Uint8Array
  /** For the current concept: the value of the best alternative, how surely it was meant, and the notes that hold it. */
  readonly #values: Float64Array
  readonly #sureness: Float64Array
  #holding: number[] = []

  constructor(index: SearchIndex) {
    this.#index = index
    this.scores = new Float64Array(index.size)
    this.covered = new Float64Array(index.size)
    this.surest = new Float64Array(index.size)
    this.#isTouched = new Uint8Array(index.size)
    this.#values = new Float64Array(index.size)
    this.#sureness = new Float64Array(index.size)
  }

  /** Adds what each note that holds a concept gets for it: its best alternative's value. */
  add(concept: Concept): void {
    for (const alternative of concept.alternatives) {
      const sure = surenessOf(alternative)
      const [first, ...others] = alternative.terms
      if (first === undefined) continue
      if (others.length === 0) {
        const postings = this.#index.postings(first)
        if (postings === undefined) continue
        const { notes, weights } = postings
        const worth = this.#worth(concept, alternative, first)
        for (let at = 0; at < notes.length; at++) this.#take(notes[at] ?? 0, worth * (weights[at] ?? 0), sure)
      } else for (const [note, value] of this.#valuesOfAll(concept, alternative)) this.#take(note, value, sure)
    }
    this.#end(concept)
  }

  #take(note: number, value: number, sure: number): void {
    if (this.#isTouched[note] !== 2) {
      if (this.#isTouched[note] === 0) this.touched.push(note)
      this.#isTouched[note] = 2
      this.#holding.push(note)
      this.#values[note] = value
      this.#sureness[note] = sure
      return
    }
    this.#values[note] = Math.max(this.#values[note] ?? 0, value)
    this.#sureness[note] = Math.max(this.#sureness[note] ?? 0, sure)
  }

  #end({ matter: most, rarity }: Concept): void {
    for (const note of this.#holding) {
      this.scores[note] = (this.scores[note] ?? 0) + Math.min(most, this.#values[note] ?? 0)
      const sure = Math.min(1, this.#sureness[note] ?? 0)
      this.covered[note] = (this.covered[note] ?? 0) + rarity * sure
      this.surest[note] = Math.max(this.surest[note] ?? 0, sure)
      this.#isTouched[note] = 1
    }
    this.#holding = []
  }

  /**
   * What one posting adds for a term of an alternative, for each of the 65,535 steps of its weight; capped at what the typed word is worth.
   */
  #worth(concept: Concept, { terms, weight }: Alternative, term: string): number {
    return (weight * Math.min(concept.matter, matter(this.#index, term))) / terms.length / 65_535
  }

  /** The value of an alternative of several terms for each note that holds all of them: their mean. */
  #valuesOfAll(concept: Concept, alternative: Alternative): ReadonlyMap<number, number> {
    let values: Map<number, number> | undefined
    for (const term of alternative.terms) {
      const next = new Map<number, number>()
      const postings = this.#index.postings(term)
      if (postings === undefined) return next
      const { notes, weights } = postings
      const worth = this.#worth(concept, alternative, term)
      for (let at = 0; at < notes.length; at++) {
        const note = notes[at] ?? 0
        const before = values === undefined ? 0 : values.get(note)
        if (before !== undefined) next.set(note, before + worth * (weights[at] ?? 0))
      }
      values = next
    }
    return values ?? new Map<number, number>()
  }
}

/** How surely an alternative is what was meant: a word far from the one written, or a synonym, hardly is, even where the vault has nothing nearer. */
function surenessOf({ way, weight, likeness = weight }: Alternative): number {
  if (way === 'synonym') return likeness ** 2
  return way === 'typo' ? Math.max(0, 1 - 2.5 * (1 - weight)) : weight
}
