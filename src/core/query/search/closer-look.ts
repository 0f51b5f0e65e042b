import type { Note } from '../../model/note.ts'
import { proseOf } from '../note-terms.ts'
import type { SearchIndex } from '../search-index.ts'
import type { EvidenceShares } from './evidence.ts'
import { bestNamed, phraseMatch } from './phrase-match.ts'
import type { Ranked } from './rank-notes.ts'
import type { Said, WordMatcher } from './word-matcher.ts'

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

/** How much of the query one passage says, the summary included: a sentence with the one that follows it in the same paragraph. */
function bestPassage(matcher: WordMatcher, note: Note, text: string): number {
  let best = matcher.shareOf(note.summary ?? '')
  for (const paragraph of paragraphsOf(text.slice(note.bodyStart, note.bodyStart + longestLook))) {
    const said = paragraph.map((sentence) => matcher.saidIn(sentence))
    for (const [at, sentence] of said.entries())
      best = Math.max(best, shareOfBoth(matcher, sentence, said[at + 1] ?? nothing))
  }
  return best
}

const nothing: Said = { stems: [], small: true }

/** How much of the query two sentences say together; stop words count where neither has others. */
function shareOfBoth(matcher: WordMatcher, one: Said, other: Said): number {
  const stems = [...(one.small && !other.small ? [] : one.stems), ...(other.small && !one.small ? [] : other.stems)]
  return stems.length === 0 ? 0 : matcher.share(matcher.values(stems))
}

/** The sentences of each paragraph and list item of a text. */
function paragraphsOf(markdown: string): readonly (readonly string[])[] {
  return proseOf(markdown)
    .split(/\n\s*\n|\n(?=\s*[-*+|#\d])/)
    .map((paragraph) => paragraph.split(/(?<=[.!?])\s+/))
}

/** Characters of a note that a closer look reads. */
const longestLook = 60_000
