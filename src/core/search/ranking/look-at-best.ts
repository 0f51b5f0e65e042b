import type { Note } from '../../model/note.ts'
import type { FoundLook, LookLayer } from '../index/layered-looks.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { bestPassage, worthOfNames } from './closer-look.ts'
import type { EvidenceShares } from './evidence.ts'
import { matter } from './expand-words.ts'
import type { Matcher } from './matcher.ts'
import { lookOf, type NamesLook, namesLook } from './note-look.ts'
import type { Ranked } from './rank-notes.ts'
import { unknownWeight, type WordMatcher } from './word-matcher.ts'

/** What a closer look goes by. */
export interface LookSource {
  readonly notes: readonly Note[]
  readonly index: SearchIndex
  readonly matcher: WordMatcher
  readonly shares: EvidenceShares
  /** The text of a note, read when the index has lost what it knew of it. */
  readonly readText: (path: string) => Promise<string>
}

/** Notes whose names and summary are looked at, and of these notes whose passages are. */
export const lookedAt = 40
const readTexts = 20

/** Looks closer at the best notes and ranks them anew; the others keep their order behind them. */
export async function lookAtBest(source: LookSource, ranked: readonly Ranked[]): Promise<readonly Ranked[]> {
  const look = new CloserLook(source)
  const named = ranked.slice(0, lookedAt).map((one) => raised(one, look.atNames(one.note)))
  named.sort(bestFirst)
  const read: Ranked[] = []
  for (const one of named.slice(0, readTexts)) read.push(raised(one, await look.atPassages(one.note)))
  return [...read.sort(bestFirst), ...named.slice(readTexts), ...ranked.slice(lookedAt)]
}

function raised(ranked: Ranked, by: number): Ranked {
  return { ...ranked, score: ranked.score + by }
}

function bestFirst(a: Ranked, b: Ranked): number {
  return b.score - a.score || a.note - b.note
}

/** Looks at notes by what the index keeps of them; what it can't read is worked out of their text. */
class CloserLook {
  readonly #source: LookSource
  readonly #matchers = new Map<LookLayer, Matcher<number>>()
  readonly #names = new Map<number, FoundLook<NamesLook<number>> | undefined>()

  constructor(source: LookSource) {
    this.#source = source
  }

  /** What the names, keywords and summary of a note add to its score. */
  atNames(number: number): number {
    const { index, notes, matcher, shares } = this.#source
    const found = index.looks.namesOf(number)
    this.#names.set(number, found)
    if (found !== undefined) return worthOfNames(this.#matcherOf(found.layer), shares, found.look)
    const note = notes[number]
    return note === undefined ? 0 : worthOfNames(matcher, shares, namesLook(note))
  }

  /** What its best passage adds. */
  async atPassages(number: number): Promise<number> {
    const { index, notes, matcher, shares, readText } = this.#source
    if (shares.passage === 0) return 0
    const [names, found] = [this.#names.get(number), index.looks.passagesOf(number)]
    if (names !== undefined && found !== undefined)
      return shares.passage * bestPassage(this.#matcherOf(found.layer), names.look, found.look)
    const note = notes[number]
    if (note === undefined) return 0
    const look = lookOf(note, await readText(note.path))
    return shares.passage * bestPassage(matcher, look.names, look.passages)
  }

  #matcherOf(layer: LookLayer): Matcher<number> {
    const known = this.#matchers.get(layer)
    if (known !== undefined) return known
    const { index, matcher } = this.#source
    const weights = new Map<number, number>()
    const weightOf = (stem: number): number => {
      const before = weights.get(stem)
      if (before !== undefined) return before
      const term = index.termOfLook(layer, stem)
      const weight = term === undefined ? unknownWeight : matter(index, term)
      weights.set(stem, weight)
      return weight
    }
    const numbered = matcher.byNumber((stem) => index.looks.numberOf(layer, stem), weightOf)
    this.#matchers.set(layer, numbered)
    return numbered
  }
}
