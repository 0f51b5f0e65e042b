import { rarityOf, type SearchIndex } from '../index/search-index.ts'
import { commonMeaningsOf } from './common-acronyms.ts'
import { nearbyWords } from './nearby-words.ts'
import { stemOf } from './stem.ts'
import { stopWords } from './stop-words.ts'
import type { Thesaurus } from './thesaurus.ts'

/** How a word of the query leads to words of the vault. */
export type Way = 'same' | 'beginning' | 'slip' | 'joined' | 'parted' | 'synonym' | 'short-form'

/** Words of the vault that stand for a word of the query; a note has to hold all of `terms`. */
export interface Alternative {
  readonly terms: readonly number[]
  /** How much of a match it is worth, 0 to 1. */
  readonly weight: number
  readonly way: Way
  /** The words of the vault, for people. */
  readonly as: string
}

/** A word of the query with all that may stand for it. */
export interface Concept {
  readonly word: string
  /** How much the word matters beside the others. */
  readonly matter: number
  /** How rare the word is, undamped: what a query is about is in its rarest words. */
  readonly rarity: number
  readonly alternatives: readonly Alternative[]
}

/** What is looked up for the words of a query; layers can be switched off to measure what each adds. */
export interface Expansion {
  readonly thesaurus: Thesaurus
  /** Whether short forms in common use are known, where the vault has none of its own. */
  readonly acronyms: boolean
  readonly slips: boolean
  readonly beginnings: boolean
}

/** Words of a query that are looked at; the rest is cut, the commonest first. */
export const mostWords = 32

/** The concepts of a query's words. Stop words are left out unless there is nothing else. */
export function expandWords(index: SearchIndex, words: readonly string[], expansion: Expansion): readonly Concept[] {
  const meaningful = words.filter((word) => !stopWords.has(word))
  const kept = [...new Set(meaningful.length > 0 ? meaningful : words)].slice(0, 200)
  const shared = sharedAlternatives(index, kept, expansion)
  const single = kept.map((word, at) => {
    const own = ownAlternatives(index, word, at === kept.length - 1, expansion)
    return conceptOf(index, word, [...own, ...(shared.get(at) ?? [])])
  })
  const concepts = [...single, ...compoundsOfSmallWords(index, words)]
  if (concepts.length <= mostWords) return concepts
  return [...concepts].sort((a, b) => b.matter - a.matter).slice(0, mostWords)
}

/** Stop words that make opposites as the first part of a compound. */
const prefixes: ReadonlySet<string> = new Set(['on', 'off', 'in', 'out', 'over', 'under', 'up', 'down', 'no', 'not'])

/** Compounds that the vault writes with a hyphen and the query with a stop word apart: `off policy`. Without it they would be like their opposites. */
function compoundsOfSmallWords(index: SearchIndex, words: readonly string[]): readonly Concept[] {
  return words.slice(0, mostWords).flatMap((word, at) => {
    const as = word + (words[at + 1] ?? '')
    const term = as === word || !prefixes.has(word) || !index.words.has(as) ? undefined : index.term(stemOf(as))
    if (term === undefined || !index.isName(term)) return []
    return [conceptOf(index, as, [{ terms: [term], weight: 1, way: 'same', as }])]
  })
}

function ownAlternatives(
  index: SearchIndex,
  word: string,
  last: boolean,
  expansion: Expansion,
): readonly Alternative[] {
  const same = index.term(stemOf(word))
  const known = same !== undefined
  const begun =
    expansion.beginnings && (last || !known || !index.saysMuch(same))
      ? beginnings(index, word, beginningWorth(index, word, same))
      : []
  return [
    ...(known ? [{ terms: [same], weight: 1, way: 'same' as const, as: word }] : []),
    ...begun.filter(({ terms }) => terms[0] !== same),
    ...synonyms(index, word, expansion.thesaurus),
    ...(known && index.isWritten(same) ? [] : partedWord(index, word)),
    ...(known ? ofMention(index, word, same, expansion) : ofUnknownWord(index, word, begun.length > 0, expansion)),
  ]
}

/** What else a word may be taken for that the vault mentions only in passing, as it does the names of authors. */
function ofMention(index: SearchIndex, word: string, term: number, expansion: Expansion): readonly Alternative[] {
  if (index.spread(term) > 2 || index.saysMuch(term)) return []
  return [
    ...(expansion.acronyms ? commonMeanings(index, word) : []),
    ...(expansion.slips ? nameSlips(index, word) : []),
  ]
}

function ofUnknownWord(index: SearchIndex, word: string, begun: boolean, expansion: Expansion): readonly Alternative[] {
  const slips = expansion.slips ? slipsOf(index, word, begun) : []
  return [
    ...(expansion.acronyms ? commonMeanings(index, word) : []),
    ...slips,
    ...slips.slice(0, 1).flatMap(({ as, weight }) => synonymsOfSlip(index, as, weight, expansion.thesaurus)),
  ]
}

/** How much the beginning of a word is worth beside that word: less when it is a word itself that notes are about. */
function beginningWorth(index: SearchIndex, word: string, term: number | undefined): number {
  if (term === undefined || !index.words.has(word)) return 0.95
  if (!index.saysMuch(term)) return index.isName(term) ? 0.7 : 0.95
  return word.length < 5 && !index.isName(term) ? 0.6 : 0.45
}

/** Words that begin with the word, worth `most` at most: more the more of them is written. */
function beginnings(index: SearchIndex, word: string, most: number): readonly Alternative[] {
  if (word.length < 3) return []
  const found = new Map<number, Alternative>()
  for (const number of index.words.beginning(word, 400)) {
    const longer = index.words.at(number) ?? ''
    const term = index.words.termOf(number)
    const weight = most * (0.6 + (0.4 * word.length) / longer.length)
    if (weight > (found.get(term)?.weight ?? 0))
      found.set(term, { terms: [term], weight, way: 'beginning', as: longer })
  }
  return [...found.values()].sort((a, b) => b.weight - a.weight).slice(0, 40)
}

/** Words of names that a word mentioned here or there may be a slip of: `fischer` may be an author, and Fisher. */
function nameSlips(index: SearchIndex, word: string): readonly Alternative[] {
  return slipsOf(index, word, false).filter(
    ({ terms, weight }) => weight >= surelyMeant && terms.every((term) => index.isName(term)),
  )
}

const surelyMeant = 0.85

function slipsOf(index: SearchIndex, word: string, begun: boolean): readonly Alternative[] {
  const found = new Map<number, Alternative>()
  for (const { word: other, term, likeness } of nearbyWords(index, word)) {
    const weight = likeness * (begun ? 0.7 : 1)
    if (!found.has(term)) found.set(term, { terms: [term], weight, way: 'slip', as: other })
  }
  return [...found.values()]
}

/** Two words of the vault written in one. */
function partedWord(index: SearchIndex, word: string): readonly Alternative[] {
  for (let at = 4; at <= word.length - 4; at++) {
    const [head, tail] = [word.slice(0, at), word.slice(at)]
    const terms = [index.term(stemOf(head)), index.term(stemOf(tail))].filter((term) => term !== undefined)
    if (terms.length === 2) return [{ terms, weight: 0.9, way: 'parted', as: `${head} ${tail}` }]
  }
  return []
}

function synonyms(index: SearchIndex, word: string, thesaurus: Thesaurus): readonly Alternative[] {
  return thesaurus.sameAs([stemOf(word)]).flatMap(({ stems, as, weight }) => {
    const terms = stems.map((stem) => index.term(stem)).filter((term) => term !== undefined)
    if (terms.length < stems.length) return []
    return [{ terms, weight, way: 'synonym' as const, as }]
  })
}

function commonMeanings(index: SearchIndex, word: string): readonly Alternative[] {
  return commonMeaningsOf(word).flatMap((as) => {
    const terms = as
      .split(/[ -]/)
      .map((part) => index.term(stemOf(part)))
      .filter((term) => term !== undefined)
    return terms.length > 1 ? [{ terms, weight: 0.85, way: 'short-form' as const, as }] : []
  })
}

function synonymsOfSlip(
  index: SearchIndex,
  word: string,
  likeness: number,
  thesaurus: Thesaurus,
): readonly Alternative[] {
  return synonyms(index, word, thesaurus).map((alternative) => ({
    ...alternative,
    weight: alternative.weight * likeness,
  }))
}

/** Alternatives for several neighbouring words at once, by place of each word: written in one, or a phrase with synonyms. */
function sharedAlternatives(
  index: SearchIndex,
  words: readonly string[],
  { thesaurus, slips }: Expansion,
): ReadonlyMap<number, readonly Alternative[]> {
  const shared = new Map<number, Alternative[]>()
  const share = (from: number, to: number, alternative: Alternative): void => {
    for (let at = from; at < to; at++) shared.set(at, [...(shared.get(at) ?? []), alternative])
  }
  for (let from = 0; from < words.length; from++) {
    const joined = (words[from] ?? '') + (words[from + 1] ?? '')
    const term = from + 1 < words.length && index.words.has(joined) ? index.term(stemOf(joined)) : undefined
    if (term !== undefined) share(from, from + 2, { terms: [term], weight: 1, way: 'joined', as: joined })
    else if (slips && joined.length >= 8 && from + 1 < words.length && !isKnown(index, words, from))
      for (const slip of slipsOf(index, joined, false).slice(0, 1)) share(from, from + 2, slip)
    for (let to = from + 2; to <= Math.min(words.length, from + 5); to++) {
      for (const { stems, as, weight } of thesaurus.sameAs(words.slice(from, to).map(stemOf))) {
        const terms = stems.map((stem) => index.term(stem)).filter((found) => found !== undefined)
        if (terms.length === stems.length) share(from, to, { terms, weight, way: 'synonym', as })
      }
    }
  }
  return shared
}

/** Whether the vault has both a word and the one that follows it. */
function isKnown(index: SearchIndex, words: readonly string[], at: number): boolean {
  return words.slice(at, at + 2).every((word) => index.term(stemOf(word)) !== undefined)
}

/** A word that the vault does not have matters as much as what stands for it, or as a rare word when nothing does. */
function conceptOf(index: SearchIndex, word: string, alternatives: readonly Alternative[]): Concept {
  const same = alternatives.find(({ way }) => way === 'same')
  const most = (terms: readonly number[]): number => Math.max(...terms.map((term) => matter(index, term)))
  if (same !== undefined) return { word, matter: most(same.terms), rarity: rarest(index, same.terms), alternatives }
  const unknown = rarityOf(index.size, 0)
  if (alternatives.length === 0) return { word, matter: unknownMatter(index), rarity: unknown, alternatives }
  const matters = alternatives.map(({ terms, weight }) => weight * most(terms))
  const standsFor = alternatives.some(({ way }) => way === 'beginning' || way === 'joined' || way === 'parted')
  const rarity = standsFor ? Math.max(...alternatives.map(({ terms }) => rarest(index, terms))) : unknown
  return { word, matter: Math.max(...matters), rarity, alternatives }
}

function rarest(index: SearchIndex, terms: readonly number[]): number {
  return Math.max(...terms.map((term) => index.rarity(term)))
}

/** How much a term matters in a query: its rarity, damped since people also ask with rare words of no weight; more when notes are named with it. */
export function matter(index: SearchIndex, term: number): number {
  return index.rarity(term) ** damping * (index.isName(term) ? nameBonus : 1)
}

function unknownMatter(index: SearchIndex): number {
  return rarityOf(index.size, Math.ceil(index.size / 50)) ** damping
}

const damping = 0.3
const nameBonus = 1.3
