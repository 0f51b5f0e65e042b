import type { Matcher } from './matcher.ts'
import type { Initials, NamesLook, Phrase } from './note-look.ts'

/**
 * How nearly one name or one keyword of a note says the query, 0 to 1. A query that one phrase says is better answered than
 * one whose words stand here and there.
 */
export function bestNamed<Stem>(matcher: Matcher<Stem>, { names, initials, keywords }: NamesLook<Stem>): number {
  let best = 0
  for (const phrase of names) best = Math.max(best, phraseMatch(matcher, phrase))
  for (const [at, name] of initials.entries())
    best = Math.max(best, (at === 0 ? 1 : ofAlias) * initialsMatch(matcher, name.words, name.initials))
  for (const phrase of keywords) best = Math.max(best, phraseMatch(matcher, phrase))
  return best
}

/** How much a stop word of a phrase weighs; other words weigh about 1.5. */
const smallWord = 0.15

/** How much the initials of an alias count beside those of the title. */
const ofAlias = 0.85

/** How much of the query a name answers by its initials and its words, as far as these stand for all of the name. */
function initialsMatch<Stem>(matcher: Matcher<Stem>, words: readonly Stem[], initials: Initials<Stem>): number {
  let best = 0
  for (const [short, weight] of initials) {
    if (matcher.worthOf(short) === 0) continue
    const said = matcher.values(words)
    const values = matcher.values([short]).map((value, at) => Math.max(weight * value, said[at] ?? 0))
    best = Math.max(best, matcher.share(values) * Math.sqrt(weight))
  }
  return best
}

/** How much of the query a phrase answers times (the root of) how much of the phrase the query says: 1 when they say the same. */
export function phraseMatch<Stem>(matcher: Matcher<Stem>, { stems, smalls }: Phrase<Stem>): number {
  const share = matcher.shareOfStems(stems)
  if (share === 0) return 0
  let [said, all] = [0, 0]
  for (const stem of stems) {
    const weight = matcher.weightOf(stem)
    const worth = matcher.worthOf(stem)
    all += weight
    if (worth > 0.4) said += weight * worth
  }
  for (const word of smalls) {
    all += smallWord
    if (matcher.smallWords.has(word)) said += smallWord
  }
  return share * Math.sqrt(Math.min(1, said / all))
}
