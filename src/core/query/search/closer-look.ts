import type { Note } from '../../model/note.ts'
import { proseOf } from '../note-terms.ts'
import type { SearchIndex } from '../search-index.ts'
import type { EvidenceShares } from './evidence.ts'
import { bestNamed, phraseMatch } from './phrase-match.ts'
import type { Ranked } from './rank-notes.ts'
import { stemsIn, type WordMatcher } from './word-matcher.ts'

/** A note that ranks high, to be looked at. */
export interface Candidate {
  readonly ranked: Ranked
  readonly note: Note
}

/** What a look at names and summaries goes by. */
export interface Look {
  readonly index: SearchIndex
  readonly matcher: WordMatcher
  readonly shares: EvidenceShares
}

/** Adds to the candidates' scores what their names, keywords and summaries say, best first. */
export function lookAtNames({ index, matcher, shares }: Look, candidates: readonly Candidate[]): readonly Candidate[] {
  return sorted(
    candidates.map((candidate) => {
      const name = shares.name > 0 ? bestNamed(index, matcher, candidate.note) : 0
      const summary = shares.summary > 0 ? phraseMatch(index, matcher, candidate.note.summary ?? '') : 0
      return raised(candidate, shares.name * name + shares.summary * summary)
    }),
  )
}

/** Adds to the score of a candidate what the best passage of its text says. */
export function lookAtText(matcher: WordMatcher, share: number, candidate: Candidate, text: string): Candidate {
  return share > 0 ? raised(candidate, share * bestPassage(matcher, candidate.note, text)) : candidate
}

/** Candidates, best first. */
export function sorted(candidates: readonly Candidate[]): readonly Candidate[] {
  return [...candidates].sort((a, b) => b.ranked.score - a.ranked.score || a.ranked.note - b.ranked.note)
}

function raised(candidate: Candidate, by: number): Candidate {
  return { ...candidate, ranked: { ...candidate.ranked, score: candidate.ranked.score + by } }
}

/** How much of the query one passage says, the summary included. */
function bestPassage(matcher: WordMatcher, note: Note, text: string): number {
  let best = 0
  for (const passage of [note.summary ?? '', ...passagesOf(text.slice(note.bodyStart, note.bodyStart + longestLook))])
    best = Math.max(best, matcher.share(matcher.values(stemsIn(passage))))
  return best
}

/** Each sentence of a text with the one that follows it in the same paragraph. */
export function passagesOf(markdown: string): readonly string[] {
  return proseOf(markdown)
    .split(/\n\s*\n|\n(?=\s*[-*+|#\d])/)
    .flatMap((paragraph) => {
      const sentences = paragraph.split(/(?<=[.!?])\s+/)
      return sentences.map((sentence, at) => `${sentence} ${sentences[at + 1] ?? ''}`)
    })
}

/** Characters of a note that a closer look reads. */
const longestLook = 60_000
