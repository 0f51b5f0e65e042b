/** A growing list of integers, kept in one piece: adding one makes no object. */
export class IntegerList {
  length = 0
  private values: Int32Array

  /** `expected`: about how many there will be. */
  constructor(expected: number) {
    this.values = new Int32Array(Math.max(8, expected))
  }

  push(value: number): void {
    if (this.length === this.values.length) this.grow()
    this.values[this.length++] = value
  }

  /** The value at an index from 0 to below `length`. */
  at(index: number): number {
    return this.values[index] ?? 0
  }

  private grow(): void {
    const larger = new Int32Array(this.values.length * 2)
    larger.set(this.values)
    this.values = larger
  }
}
