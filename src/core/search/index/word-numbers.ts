import { ownCopy, stemOf } from '../ranking/stem.ts'
import { GrowingNumbers } from './growing-numbers.ts'

/** Numbers words and their stems in the order in which they are met. */
export class WordNumbers {
  readonly #stems = new Map<string, number>()
  readonly #words = new Map<string, number>()
  readonly #stemOfWord = new GrowingNumbers()

  get stems(): number {
    return this.#stems.size
  }

  get size(): number {
    return this.#stemOfWord.length
  }

  word(word: string): number {
    const known = this.#words.get(word)
    if (known !== undefined) return known
    this.#words.set(ownCopy(word), this.#stemOfWord.length)
    return this.#stemOfWord.push(this.stem(stemOf(word)))
  }

  /** The number of a stem. */
  stem(stem: string): number {
    const known = this.#stems.get(stem)
    if (known !== undefined) return known
    this.#stems.set(ownCopy(stem), this.#stems.size)
    return this.#stems.size - 1
  }

  /** The number of a word that was met. */
  numberOf(word: string): number | undefined {
    return this.#words.get(word)
  }

  stemOf(word: number): number {
    return this.#stemOfWord.at(word)
  }

  /** Words and stems sorted; `spreads` says in how many documents each stands, by its number. */
  sorted(spreads: Spreads): SortedWords {
    const terms = placesOf(this.#stems, spreads.stems)
    const words = placesOf(this.#words, spreads.words)
    return {
      terms: terms.held,
      words: words.held,
      otherWords: words.others,
      otherTerms: terms.others,
      termPlaces: terms.places,
      wordPlaces: words.places,
      termOf: (word) => terms.places[this.stemOf(this.word(word))] ?? 0,
    }
  }
}

/** In how many documents each word and each stem stands, by their numbers. */
export interface Spreads {
  readonly words: Uint32Array
  readonly stems: Uint32Array
}

/** Words and stems in code-unit order, as far as any document holds them. */
export interface SortedWords {
  readonly terms: readonly string[]
  readonly words: readonly string[]
  /** Words and stems that are known by number, but that no document holds. */
  readonly otherWords: readonly string[]
  readonly otherTerms: readonly string[]
  /** The place of each stem, and of each word, by its number; those that none holds come behind the others. */
  readonly termPlaces: Uint32Array
  readonly wordPlaces: Uint32Array
  readonly termOf: (word: string) => number
}

interface Places {
  readonly held: readonly string[]
  readonly others: readonly string[]
  readonly places: Uint32Array
}

function placesOf(numbers: ReadonlyMap<string, number>, spreads: Uint32Array): Places {
  const [held, others]: [string[], string[]] = [[], []]
  for (const [text, number] of numbers) (spreads[number] ? held : others).push(text)
  const places = new Uint32Array(numbers.size)
  for (const [place, text] of [...held.sort(), ...others.sort()].entries()) places[numbers.get(text) ?? 0] = place
  return { held, others, places }
}
