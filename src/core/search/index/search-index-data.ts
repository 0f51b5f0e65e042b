import type { LatentSpace } from '../ranking/latent-space.ts'
import type { ShortForm } from '../ranking/short-forms.ts'

/** Texts sorted in code-unit order, each decoded when it is asked for; an array of strings is one. */
export interface TextList {
  readonly length: number
  readonly at: (place: number) => string | undefined
}

/** Words and their postings as plain data: texts and typed arrays, so that a cache can lay them into one file and read them in place. */
export interface WordTables {
  /** Every word as written. */
  readonly words: TextList
  /** The term (stem) of each word. */
  readonly wordTerms: Uint32Array
  /** The letters of each word, as `letterMask` gives them, and its length up to 255: they rule out most words before edits are counted. */
  readonly wordMasks: Uint32Array
  readonly wordLengths: Uint8Array
  readonly terms: TextList
  /** Where the postings of each term start; one more than there are terms. */
  readonly starts: Uint32Array
  /** The note of each posting, in rising order within a term. */
  readonly notes: Uint32Array
  /** How well the note answers the term, BM25F before idf: 0 to 65535 for 0 to 1. */
  readonly weights: Uint16Array
  /** The fields that hold the term: a bit each, in the order of `searchFields`. */
  readonly fields: Uint16Array
}

/**
 * What a closer look at notes needs, a row of numbers for each document, behind `ofOwn` or `ofOlder`; a row that can't be read
 * is undefined.
 */
export interface LookTables {
  /** What notes are called, as `putNames` puts it. */
  readonly names: (document: number) => Uint8Array | undefined
  /** What they say, as `putPassages` does. */
  readonly passages: (document: number) => Uint8Array | undefined
  /** What is shown of them, as `putShown` does. */
  readonly shown: (document: number) => Uint8Array | undefined
  /** The place among the terms of each stem that rows number; those that are no terms are among the others, counted behind the terms. */
  readonly stemPlaces: Uint32Array
  readonly otherStems: TextList
}

/** The index of a vault: what words its notes hold and where they lie by the company of their words. */
export interface SearchIndexData extends WordTables {
  readonly shortForms: readonly ShortForm[]
  readonly latent: LatentSpace
  readonly looks: LookTables
}

/** What changed since an index was built; laid over it, so that a change costs as much as what changed. */
export interface SearchOverlay {
  /** The number that each note had in the older index; -1 minus its place among the changed ones, of a note that is new or changed. */
  readonly origins: Int32Array
  /** Words of the older index that no note holds any more, rising. */
  readonly goneWords: Uint32Array
  /** The changed notes: `notes` are present numbers, `words` only those that the older index lacks. */
  readonly tables: WordTables
  readonly shortForms: readonly ShortForm[]
  /** Where the changed notes lie among the others, a row each. */
  readonly places: Int8Array
  readonly looks: LookTables
}

/** The place of the first text that is not before another. */
export function firstFrom(sorted: TextList, text: string): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted.at(middle) ?? '') < text) low = middle + 1
    else high = middle
  }
  return low
}

/** The place of a text; undefined when it is not among them. */
export function placeOf(sorted: TextList, text: string): number | undefined {
  const at = firstFrom(sorted, text)
  return at < sorted.length && sorted.at(at) === text ? at : undefined
}

/** A bit for each letter a-z, one for digits, one for all others. */
export function letterMask(word: string): number {
  let mask = 0
  for (let index = 0; index < word.length; index++) {
    const letter = word.charCodeAt(index) - 97
    mask |= 1 << (letter >= 0 && letter < 26 ? letter : letter > -50 && letter < -38 ? 26 : 27)
  }
  return mask
}
