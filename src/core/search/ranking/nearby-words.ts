import { rangeOf, type SearchIndex, wordAt } from '../index/search-index.ts'
import { letterMask, type Segment } from '../index/segment.ts'
import { editCost } from './edit-cost.ts'

/** A word of the vault that someone may have meant, with how sure that is: 0 to 1. */
export interface NearbyWord {
  readonly word: string
  readonly term: string
  readonly likeness: number
}

/** Words whose edit cost is at most this much above that of the nearest are candidates too. */
const slack = 0.5

/** Words of the vault that a word may be a typo of, likeliest first, at most `most`; short words are taken as they are. */
export function nearbyWords(index: SearchIndex, word: string, most = 6): readonly NearbyWord[] {
  const allowed = allowedEdits(word)
  if (allowed === 0) return []
  const found = new Map<string, { readonly term: string; readonly cost: number }>()
  let best = allowed
  const look = (segment: Segment, ranges: readonly Range[], firstLetter: number): void => {
    for (const place of sharingLetters(segment, word, { ranges, allowed })) {
      const { text, term } = wordAt(segment, place)
      const cost = editCost(word, text, Math.min(allowed, best + slack) - firstLetter) + firstLetter
      if (cost > allowed || !index.has(term)) continue
      best = Math.min(best, cost)
      found.set(text, { term, cost })
    }
  }
  for (const { segment } of index.layers) {
    const same = rangeOf(segment, word.charAt(0))
    look(segment, [same], 0)
    for (const letter of soundingLike(word.charAt(0))) look(segment, [rangeOf(segment, letter)], alikeFirstLetter)
    const others: readonly Range[] = [
      [0, same[0]],
      [same[1], segment.words.length],
    ]
    if (best + slack >= otherFirstLetter) look(segment, others, otherFirstLetter)
  }
  return [...found]
    .filter(([, { cost }]) => cost <= best + slack)
    .sort((a, b) => a[1].cost - b[1].cost || (a[0] < b[0] ? -1 : 1))
    .slice(0, most)
    .map(([other, { term, cost }]) => ({ word: other, term, likeness: 1 - cost / (word.length + 1) }))
}

type Range = readonly [from: number, end: number]

/** The words of some ranges whose length and letters allow them to be near; a cheap test before edits are counted. */
function* sharingLetters(
  { wordMasks, wordLengths }: Segment,
  word: string,
  { ranges, allowed }: { readonly ranges: readonly Range[]; readonly allowed: number },
): Iterable<number> {
  const mask = letterMask(word)
  for (const [from, to] of ranges) {
    for (let place = from; place < to; place++) {
      if (bitCount(mask ^ (wordMasks[place] ?? 0)) > 2 * allowed) continue
      const length = wordLengths[place] ?? 0
      if (length > 2 && Math.abs(length - word.length) <= allowed) yield place
    }
  }
}

/** How many edits a typo of a word may have: none up to 3 letters, then one for about every 3 letters. */
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
