import type { SearchIndex } from '../search-index.ts'
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

/** The notes that hold any of the concepts, best first, by their words and the company of these. */
export function rankNotes(
  index: SearchIndex,
  concepts: readonly Concept[],
  shares: Pick<EvidenceShares, 'words' | 'company'> = evidenceShares,
): readonly Ranked[] {
  const total = concepts.reduce((sum, concept) => sum + concept.matter, 0)
  const rarity = concepts.reduce((sum, concept) => sum + concept.rarity, 0)
  if (total === 0) return []
  const scores = new Float64Array(index.size)
  const covered = new Float64Array(index.size)
  const touched = new Set<number>()
  for (const concept of concepts) {
    for (const [note, { best, value }] of conceptValues(index, concept)) {
      touched.add(note)
      scores[note] = (scores[note] ?? 0) + value
      covered[note] = (covered[note] ?? 0) + concept.rarity * Math.min(1, best)
    }
  }
  const near = shares.company > 0 ? companyOf(index, concepts, touched) : undefined
  return [...touched]
    .map((note) => ({
      note,
      score: (shares.words * (scores[note] ?? 0)) / total + shares.company * (near?.get(note) ?? 0),
      coverage: rarity > 0 ? (covered[note] ?? 0) / rarity : 0,
    }))
    .sort((a, b) => b.score - a.score || a.note - b.note)
}

/** What a note gets for a concept, and how surely the best alternative it holds is what was meant. */
export interface ConceptValue {
  readonly value: number
  readonly best: number
}

/** What each note that holds a concept gets for it: its best alternative's value, and a little for each other one. */
export function conceptValues(index: SearchIndex, concept: Concept): ReadonlyMap<number, ConceptValue> {
  const values = new Map<number, { value: number; best: number; others: number }>()
  for (const alternative of concept.alternatives) {
    const sure = sureness(alternative)
    for (const [note, value] of alternativeValues(index, concept, alternative)) {
      const before = values.get(note)
      if (before === undefined) values.set(note, { value, best: sure, others: 0 })
      else {
        before.others += Math.min(before.value, value)
        before.value = Math.max(before.value, value)
        before.best = Math.max(before.best, sure)
      }
    }
  }
  for (const entry of values.values())
    entry.value = Math.min(concept.matter, entry.value + more * entry.others * (1 - entry.value / concept.matter))
  return values
}

/** How much alternatives beside the best one count. */
const more = 0.25

/** What each note gets for one alternative; of several terms it needs all and gets their mean. */
function alternativeValues(
  index: SearchIndex,
  concept: Concept,
  { terms, weight }: Alternative,
): ReadonlyMap<number, number> {
  let values: Map<number, number> | undefined
  for (const term of terms) {
    const next = new Map<number, number>()
    const { notes, weights } = index.postings(term)
    const worth = (weight * Math.min(concept.matter, matter(index, term))) / terms.length / 65_535
    for (let at = 0; at < notes.length; at++) {
      const note = notes[at] ?? 0
      const before = values === undefined ? 0 : values.get(note)
      if (before !== undefined) next.set(note, before + worth * (weights[at] ?? 0))
    }
    values = next
  }
  return values ?? new Map()
}
