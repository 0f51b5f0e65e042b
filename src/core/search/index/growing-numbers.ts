/** Numbers of 32 bits that are added one by one, in a fourth of the room that a list of them takes. */
export class GrowingNumbers {
  #numbers = new Uint32Array(64)
  #size = 0

  get length(): number {
    return this.#size
  }

  /** Adds a number; gives its place. */
  push(number: number): number {
    if (this.#size === this.#numbers.length) {
      const grown = new Uint32Array(2 * this.#size)
      grown.set(this.#numbers)
      this.#numbers = grown
    }
    this.#numbers[this.#size] = number
    return this.#size++
  }

  /** Adds to a number; those up to it that were never added begin at 0. */
  increase(place: number): void {
    while (this.#size <= place) this.push(0)
    this.#numbers[place] = (this.#numbers[place] ?? 0) + 1
  }

  /** The number at a place; 0 beyond the last. */
  at(place: number): number {
    return place < this.#size ? (this.#numbers[place] ?? 0) : 0
  }

  /** All numbers, in place. */
  all(): Uint32Array {
    return this.#numbers.subarray(0, this.#size)
  }
}
