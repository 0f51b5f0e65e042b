import type { Alternative, Concept } from './expand-words.ts'
import type { Ranked } from './rank-notes.ts'

/**
 * Whether the best note answers enough of a query for anything to be shown, so that nonsense finds nothing: it must hold
 * nearly all of its words, or answer well, hold its rare words, and the words must be known to the vault.
 */
export function answersEnough({ score, coverage }: Ranked, concepts: readonly Concept[]): boolean {
  if (coverage >= nearlyAll) return true
  return (
    score + coverageCounts * coverage + knownCounts * knownShare(concepts) >=
    (concepts.length === 1 ? enoughForOne : enough)
  )
}

/** Found on queries with a right note and on nonsense, some of whose words occur in the vault. */
const nearlyAll = 0.75
const coverageCounts = 0.3
const knownCounts = 0.2
const enough = 0.68

/** A single word that is written wrong has nothing beside it to be found by. */
const enoughForOne = 0.5

/** Synonyms below this weight are general ones, not the vault's own. */
const generalWeight = 0.7

/** The share of a query's words, by their rarity, that the vault has itself: general synonyms do not count, slips as far as they are near. */
function knownShare(concepts: readonly Concept[]): number {
  let [known, all] = [0, 0]
  for (const { rarity, alternatives } of concepts) {
    all += rarity
    known +=
      rarity *
      Math.max(
        0,
        ...alternatives.map((one) => (one.way === 'synonym' && one.weight < generalWeight ? 0 : sureness(one))),
      )
  }
  return all > 0 ? known / all : 0
}

/** How surely an alternative is what was meant: a word far from the one written hardly is, though it may be the best there is. */
export function sureness({ way, weight }: Alternative): number {
  return way === 'slip' ? Math.max(0, 1 - 2.5 * (1 - weight)) : weight
}
