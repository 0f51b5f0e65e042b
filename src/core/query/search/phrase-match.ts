import type { Note } from '../../model/note.ts'
import type { SearchIndex } from '../search-index.ts'
import { matter } from './expand-words.ts'
import { keywordsOf } from './keywords.ts'
import { acronymsOf } from './short-forms.ts'
import { stopWords } from './stop-words.ts'
import { stemsIn, type WordMatcher } from './word-matcher.ts'
import { wordTexts } from './words.ts'

/** What a note is called, its parts included: `PPO - Proximal Policy Optimization`, `Focal Loss (FL)`. */
export function namesOf({ title, aliases }: Note): readonly string[] {
  const parts = title.split(/\s[-–—:]\s|[()]/)
  return [title, ...(parts.length > 1 ? [title.replace(/\([^()]*\)/g, ' '), ...parts] : []), ...aliases]
}

/**
 * How nearly one name or one keyword of a note says the query, 0 to 1. A query that one phrase says is better answered than
 * one whose words stand here and there.
 */
export function bestNamed(index: SearchIndex, matcher: WordMatcher, note: Note): number {
  let best = 0
  for (const phrase of namesOf(note)) best = Math.max(best, phraseMatch(index, matcher, phrase))
  best = Math.max(best, initialsMatch(matcher, note.title))
  for (const alias of note.aliases) best = Math.max(best, ofAlias * initialsMatch(matcher, alias))
  for (const phrase of keywordsOf(note)) best = Math.max(best, phraseMatch(index, matcher, phrase))
  return best
}

/** How much a stop word of a phrase weighs; other words weigh about 1.5. */
const smallWord = 0.15

/** How much the initials of an alias count beside those of the title. */
const ofAlias = 0.85

const asciiOnly = /^[\x00-\x7f]*$/

/** How much of the query a name answers by its initials and its words, as far as these stand for all of the name. */
function initialsMatch(matcher: WordMatcher, name: string): number {
  // Initials, and short forms within a name, are letters of it in their order.
  if (asciiOnly.test(name) && !matcher.stemsWithin(name.toLowerCase())) return 0
  const stems = stemsIn(name)
  const words = matcher.values(stems)
  let best = 0
  for (const [acronym, weight] of acronymsOf(name)) {
    if (stems.has(acronym) || matcher.worthOf(acronym) === 0) continue
    const values = matcher.values(new Set([acronym])).map((value, at) => Math.max(weight * value, words[at] ?? 0))
    best = Math.max(best, matcher.share(values) * Math.sqrt(weight))
  }
  return best
}

/** How much of the query a phrase answers times (the root of) how much of the phrase the query says: 1 when they say the same. */
export function phraseMatch(index: SearchIndex, matcher: WordMatcher, phrase: string): number {
  const share = matcher.shareOf(phrase)
  if (share === 0) return 0
  const stems = stemsIn(phrase)
  let [said, all] = [0, 0]
  for (const stem of stems) {
    const term = index.term(stem)
    const weight = term === undefined ? 0.1 : matter(index, term)
    const worth = matcher.worthOf(stem)
    all += weight
    if (worth > 0.4) said += weight * worth
  }
  for (const word of wordTexts(phrase)) {
    if (!stopWords.has(word)) continue
    all += smallWord
    if (matcher.smallWords.has(word)) said += smallWord
  }
  return share * Math.sqrt(Math.min(1, said / all))
}
