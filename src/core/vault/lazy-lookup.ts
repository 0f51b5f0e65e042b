/** How many lookups go through all things before a map of the keys is built. */
const fewQuestions = 5

/** Things with keys, and a cheap test that rules keys out. */
export interface Keyed<T> {
  readonly things: readonly T[]
  /** The keys of a thing; the empty key is never looked up. */
  readonly keysOf: (thing: T) => readonly string[]
  /** A cheap test; false only if the thing does not have the key. */
  readonly mayHave: (thing: T, key: string) => boolean
}

/**
 * Finds things by key, in their order. The first few lookups go through all things, which costs less than building a map: most runs after a
 * change ask for the names of only a few links.
 */
export class LazyLookup<T> {
  readonly #keyed: Keyed<T>
  /** The results of the first lookups. */
  readonly #answers = new Map<string, readonly T[] | undefined>()
  #byKey: Map<string, T[]> | undefined

  constructor(keyed: Keyed<T>) {
    this.#keyed = keyed
  }

  /** The things with a key; undefined when there is none. */
  get(key: string): readonly T[] | undefined {
    if (key === '') return undefined
    if (this.#byKey !== undefined) return this.#byKey.get(key)
    if (this.#answers.has(key)) return this.#answers.get(key)
    if (this.#answers.size === fewQuestions) return (this.#byKey = this.#mapAll()).get(key)
    const { things, keysOf, mayHave } = this.#keyed
    const found = things.filter((thing) => mayHave(thing, key) && keysOf(thing).includes(key))
    const answer = found.length === 0 ? undefined : found
    this.#answers.set(key, answer)
    return answer
  }

  #mapAll(): Map<string, T[]> {
    const byKey = new Map<string, T[]>()
    for (const thing of this.#keyed.things)
      for (const key of this.#keyed.keysOf(thing)) {
        const list = byKey.get(key)
        if (list === undefined) byKey.set(key, [thing])
        else if (list.at(-1) !== thing) list.push(thing)
      }
    return byKey
  }
}
