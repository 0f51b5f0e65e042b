import type { WordRange } from '../index/layered-words.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { letterMask } from '../index/search-index-data.ts'
import { editCost } from './edit-cost.ts'

/** A word of the vault that someone may have meant, with how sure that is: 0 to 1. */
export interface NearbyWord {
  readonly word: string
  readonly term: number
  readonly likeness: number
}

/** Words this much dearer than the nearest are candidates too. */
const slack = 0.5

/** Words of the vault that a word may be a slip of, likeliest first, at most `most`; short words are taken as they are. */
export function nearbyWords(index: SearchIndex, word: string, most = 6): readonly NearbyWord[] {
  const allowed = allowedEdits(word)
  if (allowed === 0) return []
  const found: { number: number; cost: number }[] = []
  let best = allowed
  const look = (ranges: readonly WordRange[], firstLetter: number): void => {
    const bound = (): number => Math.min(allowed, best + slack) - firstLetter
    for (const number of sharingLetters(index, word, ranges, allowed)) {
      const cost = editCost(word, index.words.at(number) ?? '', bound()) + firstLetter
      if (cost > allowed) continue
      best = Math.min(best, cost)
      found.push({ number, cost })
    }
  }
  const same = index.words.ranges(word.charAt(0))
  look(same, 0)
  for (const letter of soundingLike(word.charAt(0))) look(index.words.ranges(letter), alikeFirstLetter)
  if (best + slack >= otherFirstLetter) look(around(same, index.words.ranges('')), otherFirstLetter)
  return nearest(index, word, found, best + slack).slice(0, most)
}

function nearest(
  index: SearchIndex,
  word: string,
  found: readonly { readonly number: number; readonly cost: number }[],
  dearest: number,
): readonly NearbyWord[] {
  const numbers = new Set<number>()
  return found
    .filter(({ cost }) => cost <= dearest)
    .map(({ number, cost }) => ({ number, cost, other: index.words.at(number) ?? '' }))
    .sort((a, b) => a.cost - b.cost || (a.other < b.other ? -1 : 1))
    .filter(({ number }) => numbers.size < numbers.add(number).size)
    .map(({ number, cost, other }) => ({
      word: other,
      term: index.words.termOf(number),
      likeness: 1 - cost / (word.length + 1),
    }))
}

/** What lies in some ranges before and behind others. */
function around(inner: readonly WordRange[], outer: readonly WordRange[]): readonly WordRange[] {
  return outer.flatMap(([from, to], at): readonly WordRange[] => {
    const [start, end] = inner[at] ?? [to, to]
    return [
      [from, start],
      [end, to],
    ]
  })
}

/** The words of some ranges whose length and letters do not rule out that they are near. */
function* sharingLetters(
  { words }: SearchIndex,
  word: string,
  ranges: readonly WordRange[],
  allowed: number,
): Iterable<number> {
  const mask = letterMask(word)
  for (const [from, to] of ranges) {
    for (let number = from; number < to; number++) {
      if (bitCount(mask ^ words.maskOf(number)) > 2 * allowed) continue
      const length = words.lengthOf(number)
      if (length > 2 && Math.abs(length - word.length) <= allowed && words.at(number) !== undefined) yield number
    }
  }
}

/** How many edits a slip of a word may have: none up to 3 letters, then one for about every 3 letters. */
function allowedEdits(word: string): number {
  if (/\d/.test(word) || word.length < 4 || word.length > 40) return 0
  return word.length < 6 ? 1 : word.length < 9 ? 2 : 2.6
}

/** People rarely get the first letter wrong, unless another one sounds the same. */
const otherFirstLetter = 0.7
const alikeFirstLetter = 0.1

function soundingLike(letter: string): readonly string[] {
  const pairs = ['ck', 'cs', 'sz', 'gj', 'fp', 'iy', 'ei', 'ae', 'kq']
  return pairs.filter((pair) => pair.includes(letter)).map((pair) => pair.replace(letter, ''))
}

function bitCount(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
