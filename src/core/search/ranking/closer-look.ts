import type { Matcher } from './matcher.ts'
import type { NamesLook, PassagesLook, Sentence } from './note-look.ts'
import { bestNamed, phraseMatch } from './phrase-match.ts'
import type { EvidenceShares } from './evidence.ts'

/** What the names, keywords and summary of a note add to its score. */
export function worthOfNames<Stem>(matcher: Matcher<Stem>, shares: EvidenceShares, look: NamesLook<Stem>): number {
  const name = shares.name > 0 ? bestNamed(matcher, look) : 0
  const summary = shares.summary > 0 ? phraseMatch(matcher, look.summary) : 0
  return shares.name * name + shares.summary * summary
}

/** How much of the query one passage of a note says, the summary included: a sentence with the one that follows it in its paragraph. */
export function bestPassage<Stem>(
  matcher: Matcher<Stem>,
  names: NamesLook<Stem>,
  passages: PassagesLook<Stem>,
): number {
  let best = matcher.shareOfStems(names.summary.stems)
  for (const paragraph of passages)
    for (const [at, sentence] of paragraph.entries())
      best = Math.max(best, shareOfBoth(matcher, sentence, paragraph[at + 1]))
  return best
}

/** How much of the query two sentences say together; stop words count where neither has others. */
function shareOfBoth<Stem>(matcher: Matcher<Stem>, one: Sentence<Stem>, other: Sentence<Stem> | undefined): number {
  const first = one.small && other?.small === false ? [] : one.stems
  const second = other === undefined || (other.small && !one.small) ? [] : other.stems
  if (!matcher.knowsAny(first) && !matcher.knowsAny(second)) return 0
  return matcher.share(matcher.values([...first, ...second]))
}
