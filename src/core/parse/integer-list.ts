/** A growing list of small integers. A plain array: a typed one costs as much as fifty numbers, and few notes have more lines. */
export class IntegerList {
  private readonly values: number[] = []

  get length(): number {
    return this.values.length
  }

  push(value: number): void {
    this.values.push(value)
  }

  /** The value at an index from 0 to below `length`. */
  at(index: number): number {
    return this.values[index] ?? 0
  }
}
