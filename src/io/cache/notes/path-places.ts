/** Finds notes by path in a sorted list of paths. Few questions are answered by halving it; from many on, a map pays. */
export class PathPlaces {
  readonly #paths: readonly (string | 0)[]
  #asked = 0
  #map: ReadonlyMap<string, number> | undefined

  constructor(paths: readonly (string | 0)[]) {
    this.#paths = paths
  }

  /** The place of a path; undefined when no note has it. */
  of(path: string): number | undefined {
    this.#asked++
    if (this.#map === undefined && this.#asked > this.#paths.length / 16) this.#map = this.#mapAll()
    return this.#map === undefined ? this.#search(path) : this.#map.get(path)
  }

  #search(path: string): number | undefined {
    let low = 0
    let high = this.#paths.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#paths[middle] || '') < path) low = middle + 1
      else high = middle
    }
    return this.#paths[low] === path ? low : undefined
  }

  #mapAll(): ReadonlyMap<string, number> {
    return new Map(this.#paths.map((path, place) => [path || '', place]))
  }
}
