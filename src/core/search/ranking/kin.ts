import type { SearchIndex } from '../index/search-index.ts'
import type { Alternative } from './alternative.ts'

/** The shortest beginning that two words of one family share, and the least share of each that it is. */
const shortestRoot = 5
const leastShare = 0.6

/** How much of a match a word of the same family is worth. */
const worth = 0.5

/** Words of the vault that share most of their letters, from the first on, with a word, and another stem: `install`, `installation`. */
export function kinOf(index: SearchIndex, word: string, term: string | undefined): readonly Alternative[] {
  if (word.length <= shortestRoot) return []
  const least = Math.max(shortestRoot, Math.ceil(word.length * leastShare))
  const found = new Map<string, Alternative>()
  for (const { text, term: other } of index.beginning(word.slice(0, least), 100)) {
    if (other === term || sharedLetters(word, text) < leastShare * text.length || !index.has(other)) continue
    found.set(other, { terms: [other], weight: worth, way: 'kin', as: text })
  }
  return [...found.values()].slice(0, mostKin)
}

const mostKin = 20

function sharedLetters(a: string, b: string): number {
  let at = 0
  while (at < a.length && at < b.length && a.charCodeAt(at) === b.charCodeAt(at)) at++
  return at
}
