import { fieldBit } from '../../search/fields.ts'
import type { NoteTerm } from '../../search/index/layer.ts'
import { saidFields, type SearchIndex } from '../../search/index/search-index.ts'
import { stopWords } from '../../search/words/stop-words.ts'

/** A term of a note, with its tf-idf weight. */
export type Weighed = NoteTerm & { readonly worth: number }

/** The terms of a note that other notes have too, with their tf-idf weights, the largest first. */
export function termsOf(index: SearchIndex, number: number): readonly Weighed[] {
  const isShared = ({ term, fields }: NoteTerm): boolean =>
    (fields & saidFields) !== 0 && /\p{L}{3}|\p{sc=Han}/u.test(term) && !stopWords.has(term) && index.spread(term) > 1
  return index
    .termsOf(number)
    .filter(isShared)
    .map((one) => ({ ...one, worth: one.weight * index.rarity(one.term) }))
    .sort((a, b) => b.worth - a.worth)
}

/**
 * How alike a note is to each note of the vault, by number: the cosine of their terms (Salton 1975), 0 to 1, and the part of it by words of
 * names.
 */
export interface Shared {
  readonly all: Float64Array
  readonly names: Float64Array
}

/** How alike a note with these terms is to each note of the vault. */
export function sharedWords(index: SearchIndex, terms: readonly Weighed[]): Shared {
  const [all, names] = [new Float64Array(index.size), new Float64Array(index.size)]
  const own = Math.hypot(...terms.map(({ worth }) => worth))
  const lengths = lengthsIn(index)
  for (const { term, worth, fields } of terms) {
    const postings = index.postings(term)
    if (postings === undefined) continue
    const each = (worth * index.rarity(term)) / own / 65_535
    const isOwnName = (fields & naming) !== 0 ? 1 : 0
    for (let at = 0; at < postings.notes.length; at++) {
      const note = postings.notes[at] ?? 0
      const [length, their] = [lengths[note] ?? 0, postings.fields[at] ?? 0]
      if ((their & saidFields) === 0) continue
      const part = length > 0 ? (each * (postings.weights[at] ?? 0)) / length : 0
      all[note] = (all[note] ?? 0) + part
      const called = isOwnName + ((their & naming) !== 0 ? 1 : 0)
      if (called > 0) names[note] = (names[note] ?? 0) + called * part
    }
  }
  return { all, names }
}

/** The mean and the standard deviation of the likeness of a note to the others; the deviation is at least `leastDeviation`. */
export function spreadOf(
  alike: Float64Array,
  own: number | undefined,
): { readonly mean: number; readonly deviation: number } {
  const others = Math.max(1, alike.length - (own === undefined ? 0 : 1))
  let [sum, squares] = [0, 0]
  for (let number = 0; number < alike.length; number++) if (number !== own) sum += alike[number] ?? 0
  const mean = sum / others
  for (let number = 0; number < alike.length; number++)
    if (number !== own) squares += ((alike[number] ?? 0) - mean) ** 2
  const variance = squares / others
  return { mean, deviation: Math.max(leastDeviation, Math.sqrt(variance)) }
}

/** The least deviation of 61 notes of eight vaults; a note that is like no other has none of its own. */
const leastDeviation = 0.03

const knownLengths = new WeakMap<SearchIndex, Float64Array>()

/** The lengths of all notes as vectors, computed once for each state of an index. */
function lengthsIn(index: SearchIndex): Float64Array {
  const known = knownLengths.get(index) ?? index.noteLengths()
  knownLengths.set(index, known)
  return known
}

/** The fields that say what a note is called. */
export const naming = fieldBit('title') | fieldBit('alias') | fieldBit('keyword')
