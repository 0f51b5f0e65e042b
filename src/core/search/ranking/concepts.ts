import type { Alternative, Way } from './alternative.ts'
import { fieldBit } from '../fields.ts'
import { rarityOf, type SearchIndex } from '../index/search-index.ts'
import { wordsIn } from '../words/words-in.ts'
import type { AskedWord } from './asked-words.ts'
import { commonMeaningsOf } from './common-acronyms.ts'
import { compoundsWith, partsOfCompound } from './compounds.ts'
import { nearbyWords } from './nearby-words.ts'
import { withParticles } from './particles.ts'
import { otherSpellings, spellingsOf, withoutUmlauts } from './spellings.ts'
import type { Thesaurus } from './thesaurus.ts'

/** A word of the query with all that may stand for it. */
export interface Concept {
  /** The word as typed. */
  readonly word: string
  /**
   * The weight of the word among those of the query. A word that nothing stands for has one too, so that no note answers all of the query.
   */
  readonly matter: number
  /** The idf of the word, not damped: the rarest words of a query say what it is about. */
  readonly rarity: number
  readonly alternatives: readonly Alternative[]
}

/** What is looked up for the words of a query. Parts can be switched off to measure what each adds. */
export interface Expansion {
  readonly thesaurus: Thesaurus
  /** The stems that a word the vault lacks may have in its languages. */
  readonly stemsOf: (word: string) => readonly string[]
  /** Whether short forms in common use are known, where the vault has none of its own. */
  readonly acronyms: boolean
  readonly typos: boolean
  readonly beginnings: boolean
}

/** How many words of a query count; beyond that the most common ones are dropped. */
export const mostWords = 32

/** The concepts of a query's words. Small words are left out unless there is nothing else. */
export function conceptsOf(index: SearchIndex, words: readonly AskedWord[], expansion: Expansion): readonly Concept[] {
  const meaningful = words.filter(({ small }) => !small)
  const seen = new Set<string>()
  const kept = (meaningful.length > 0 ? meaningful : words)
    .filter(({ text }) => seen.size < seen.add(text).size)
    .slice(0, 200)
  const finder = new AlternativeFinder(index, expansion)
  const shared = finder.shared(kept)
  const phrased = finder.withSmall(words.slice(0, 200), kept)
  const concepts = kept.flatMap((word, at) => {
    const alternatives = [
      ...finder.of(word, at === kept.length - 1),
      ...(shared.get(at) ?? []),
      ...(phrased.get(at) ?? []),
    ]
    // Stop words are indexed in names only: that nothing stands for one does not mean that no note holds it.
    return word.small && alternatives.length === 0 ? [] : [conceptOf(index, word.typed, alternatives)]
  })
  const all = [...concepts, ...compoundsOfSmallWords(index, words)]
  if (all.length <= mostWords) return all
  return [...all].sort((a, b) => Number(isKnown(b)) - Number(isKnown(a)) || b.matter - a.matter).slice(0, mostWords)
}

/** Whether anything of the vault stands for a word. */
export function isKnown({ alternatives }: Concept): boolean {
  return alternatives.length > 0
}

/** Stop words that make opposites as the first part of a compound. */
const prefixes: ReadonlySet<string> = new Set(['on', 'off', 'in', 'out', 'over', 'under', 'up', 'down', 'no', 'not'])

/** `off policy`: without the stop word it would be the same as its opposite. Only in names are stop words indexed. */
function compoundsOfSmallWords(index: SearchIndex, words: readonly AskedWord[]): readonly Concept[] {
  return words.slice(0, mostWords).flatMap(({ text, small, typed }, at) => {
    const next = words[at + 1]
    if (!small || !prefixes.has(text) || next === undefined) return []
    const [first, second] = [index.termOf(text), index.termOf(next.text)]
    if (first === undefined || second === undefined || !index.standsIn(first, fieldBit('title') | fieldBit('alias')))
      return []
    return [conceptOf(index, `${typed} ${next.typed}`, [{ terms: [first, second], weight: 1, way: 'same', as: text }])]
  })
}

/** Finds what may stand for the words of a query. */
class AlternativeFinder {
  readonly #index: SearchIndex
  readonly #expansion: Expansion

  constructor(index: SearchIndex, expansion: Expansion) {
    this.#index = index
    this.#expansion = expansion
  }

  /** What may stand for a word; the last word of a query may not be typed to its end yet. */
  of(word: AskedWord, last: boolean): readonly Alternative[] {
    const { text, kind } = word
    const same = this.#termsOf(text).map((term) => ({ terms: [term], weight: 1, way: 'same' as const, as: text }))
    if (kind !== 'word') return same
    const term = same[0]?.terms[0]
    const begun =
      this.#expansion.beginnings && (last || term === undefined || !this.#index.saysMuch(term))
        ? this.#beginnings(text, this.#beginningWorth(text, term)).filter(({ terms }) => terms[0] !== term)
        : []
    const known = term !== undefined
    return [
      ...same,
      ...this.#spelledElsewhere(text, term),
      ...withParticles(this.#index, text),
      ...begun,
      ...this.#synonymsOf([text]).map((one) => (known ? one : ofMissing(one))),
      ...compoundsWith(this.#index, text),
      ...(known ? this.#ofKnown(text, term) : this.#ofUnknown(word, begun.length > 0)),
    ]
  }

  /** What stands for several neighbouring words at once, by the place of each: the words written as one, or the synonyms of a phrase. */
  shared(words: readonly AskedWord[]): ReadonlyMap<number, readonly Alternative[]> {
    const shared = new Map<number, Alternative[]>()
    const share = (from: number, to: number, alternative: Alternative): void => {
      for (let at = from; at < to; at++) shared.set(at, [...(shared.get(at) ?? []), alternative])
    }
    for (let from = 0; from + 1 < words.length; from++) {
      const joined = (words[from]?.text ?? '') + (words[from + 1]?.text ?? '')
      const term = this.#index.termOf(joined)
      if (term !== undefined) share(from, from + 2, { terms: [term], weight: 1, way: 'joined', as: joined })
      else if (
        this.#expansion.typos &&
        joined.length >= 8 &&
        words.slice(from, from + 2).some((word) => this.#isUnknown(word))
      )
        for (const typo of this.#typos(joined, false).slice(0, 1)) share(from, from + 2, typo)
      for (let to = from + 2; to <= Math.min(words.length, from + 5); to++) {
        const phrase = words.slice(from, to).map(({ text }) => text)
        for (const synonym of this.#synonymsOf(phrase)) share(from, to, synonym)
      }
    }
    return shared
  }

  /** What stands for phrases that contain stop words (`shut off`), by the place of each remaining word. */
  withSmall(words: readonly AskedWord[], kept: readonly AskedWord[]): ReadonlyMap<number, readonly Alternative[]> {
    const shared = new Map<number, Alternative[]>()
    for (let from = 0; from + 1 < words.length; from++)
      for (let to = from + 2; to <= Math.min(words.length, from + 5); to++) {
        const phrase = words.slice(from, to)
        const places = [...kept.keys()].filter((at) => phrase.some(({ text }) => text === kept[at]?.text))
        if (places.length === 0 || !phrase.some(({ small }) => small)) continue
        for (const synonym of this.#synonymsOf(phrase.map(({ text }) => text)))
          for (const at of places) shared.set(at, [...(shared.get(at) ?? []), synonym])
      }
    return shared
  }

  #isUnknown({ text, kind }: AskedWord): boolean {
    return kind === 'word' && this.#termsOf(text).length === 0
  }

  /** The terms of a word: the vault's own, else those that its languages make of it. */
  #termsOf(word: string): readonly string[] {
    const own = this.#index.termOf(word)
    if (own !== undefined) return [own]
    return [...new Set(this.#expansion.stemsOf(word))].filter((stem) => this.#index.has(stem))
  }

  #termsOfPhrase(phrase: string): readonly string[] | undefined {
    const terms = wordsIn(phrase).map(({ text }) => this.#termsOf(text)[0])
    return terms.length > 0 && terms.every((term) => term !== undefined) ? terms : undefined
  }

  /** What else a word that the vault has may mean: another spelling, or a short form when the word is mentioned only in passing. */
  #ofKnown(word: string, term: string): readonly Alternative[] {
    const isPassing = this.#index.spread(term) <= 2 && !this.#index.saysMuch(term)
    return [
      ...this.#spellings(word, term),
      ...(isPassing && this.#expansion.acronyms ? this.#commonMeanings(word) : []),
    ]
  }

  /** Other spellings of a word that the vault has: `yoghurt`, `omelette`. */
  #spellings(word: string, term: string): readonly Alternative[] {
    if (!this.#expansion.typos || word.length < shortestSpelled) return []
    return spellingsOf(this.#index, word)
      .filter((other) => other.term !== term)
      .map((other) => ({ terms: [other.term], weight: 0.9, way: 'spelling' as const, as: other.text }))
  }

  /** The word as it is spelled in another country: `donut`, `doughnut`. */
  #spelledElsewhere(word: string, term: string | undefined): readonly Alternative[] {
    const umlauts = this.#index.languages.some((language) => withUmlauts.has(language))
    const found = new Map<string, Alternative>()
    for (const other of otherSpellings(word, umlauts))
      for (const one of this.#termsOf(other))
        if (one !== term) found.set(one, { terms: [one], weight: 0.9, way: 'spelling', as: other })
    const plain = umlauts && term === undefined ? withoutUmlauts(word) : word
    return [...found.values(), ...(plain === word ? [] : compoundsWith(this.#index, plain))]
  }

  #ofUnknown({ text, parts }: AskedWord, begun: boolean): readonly Alternative[] {
    const typos = this.#typos(text, begun)
    return [
      ...this.#ofParts(text, parts),
      ...partsOfCompound(this.#index, text),
      ...(this.#expansion.acronyms ? this.#commonMeanings(text) : []),
      ...typos,
    ]
  }

  /** The parts of a name written in one word, and the beginning of a version number. */
  #ofParts(word: string, parts: readonly string[]): readonly Alternative[] {
    const terms = parts.map((part) => this.#termsOf(part)[0]).filter((term) => term !== undefined)
    if (terms.length === 0) return []
    if (/\d\.\d/.test(word))
      return terms.slice(-1).map((term) => ({ terms: [term], weight: 0.6, way: 'parted', as: term }))
    return terms.length === parts.length ? [{ terms, weight: 0.9, way: 'parted', as: parts.join(' ') }] : []
  }

  /** How much a longer word counts for its beginning: less when the beginning is itself a word that notes are about. */
  #beginningWorth(word: string, term: string | undefined): number {
    if (term === undefined || this.#index.termOf(word) === undefined || !this.#index.saysMuch(term)) return 0.95
    return word.length < 5 && !this.#index.isName(term) ? 0.6 : 0.45
  }

  /** Words that begin with the word, worth at most `most`: the larger the typed part of the whole, the more. */
  #beginnings(word: string, most: number): readonly Alternative[] {
    if (word.length < 3) return []
    const found = new Map<string, Alternative>()
    for (const { text, term } of this.#index.beginning(word, 400)) {
      if (!this.#index.has(term)) continue
      const weight = most * (0.6 + (0.4 * word.length) / text.length)
      if (weight > (found.get(term)?.weight ?? 0))
        found.set(term, { terms: [term], weight, way: 'beginning', as: text })
    }
    return [...found.values()].sort((a, b) => b.weight - a.weight).slice(0, 40)
  }

  #typos(word: string, begun: boolean): readonly Alternative[] {
    if (!this.#expansion.typos) return []
    const found = new Map<string, Alternative>()
    for (const { word: other, term, likeness } of nearbyWords(this.#index, word)) {
      const weight = likeness * (begun ? 0.7 : 1)
      if (!found.has(term)) found.set(term, { terms: [term], weight, way: 'typo', as: other })
    }
    return [...found.values()]
  }

  #synonymsOf(phrase: readonly string[]): readonly Alternative[] {
    return this.#expansion.thesaurus.sameAs(phrase).flatMap(({ as, weight }) => {
      const terms = this.#termsOfPhrase(as)
      return terms === undefined ? [] : [{ terms, weight, way: 'synonym' as const, as }]
    })
  }

  #commonMeanings(word: string): readonly Alternative[] {
    return commonMeaningsOf(word).flatMap((as) => {
      const terms = as.split(/[ -]/).flatMap((part) => this.#termsOf(part)[0] ?? [])
      return terms.length > 1 ? [{ terms, weight: 0.85, way: 'short-form' as const, as }] : []
    })
  }
}

/** A synonym of a word that the vault lacks is worth nearly as much as the word: its writers use the other one. */
function ofMissing(synonym: Alternative): Alternative {
  return { ...synonym, weight: synonym.weight ** 0.3, likeness: synonym.weight }
}

/** Languages whose umlauts are also written in two letters. */
const withUmlauts: ReadonlySet<string> = new Set(['de', 'sv', 'no', 'da', 'fi'])

/** Shorter words are spelled in one way. */
const shortestSpelled = 6

/** A word that the vault lacks weighs as much as what stands for it; where nothing does, as much as the rarest word. */
function conceptOf(index: SearchIndex, word: string, alternatives: readonly Alternative[]): Concept {
  const same = alternatives.find(({ way }) => way === 'same')
  const most = (terms: readonly string[]): number => Math.max(...terms.map((term) => matter(index, term)))
  const rarest = (terms: readonly string[]): number => Math.max(...terms.map((term) => index.rarity(term)))
  if (same !== undefined) return { word, matter: most(same.terms), rarity: rarest(same.terms), alternatives }
  const unknown = rarityOf(index.size, 0)
  if (alternatives.length === 0) return { word, matter: unknown ** damping, rarity: unknown, alternatives }
  const standsFor = alternatives.filter(({ way }) => sure.has(way))
  const rarity = standsFor.length > 0 ? Math.max(...standsFor.map(({ terms }) => rarest(terms))) : unknown
  return {
    word,
    matter: Math.max(...alternatives.map(({ terms, weight }) => weight * most(terms))),
    rarity,
    alternatives,
  }
}

const sure: ReadonlySet<Way> = new Set(['beginning', 'joined', 'parted', 'compound'])

/** The weight of a term in a query: its idf, damped, since people also ask with rare words that mean little. */
export function matter(index: SearchIndex, term: string): number {
  return index.rarity(term) ** damping
}

/**
 * The exponent of idf. Chosen together with the share of names by the mean over eleven vaults; any value of 0.4 to 0.6 changes at most one
 * query in a hundred.
 */
const damping = 0.45
