import type { Position } from '../model/span.ts'
import { IntegerList } from './integer-list.ts'

/** Turns offsets into lines and columns. Offsets asked in rising order cost constant time each, others a binary search. */
export class LineIndex {
  private readonly starts: IntegerList
  private last = 0

  /** `starts`: the offset at which each line starts, rising, the first 0. */
  constructor(starts: IntegerList) {
    this.starts = starts
  }

  /** That of a text, whose lines end at `\n`, `\r\n` and `\r`. */
  static of(text: string): LineIndex {
    const starts = new IntegerList()
    starts.push(0)
    for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length)
    return new LineIndex(starts)
  }

  /** The 1-based line and column of an offset. */
  position(offset: number): Position {
    const { starts } = this
    let line = this.last
    if (starts.at(line) > offset || offset - starts.at(line) > 4000) line = this.search(offset)
    while (line + 1 < starts.length && starts.at(line + 1) <= offset) line++
    this.last = line
    return { line: line + 1, column: offset - starts.at(line) + 1 }
  }

  private search(offset: number): number {
    let low = 0
    let high = this.starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.starts.at(middle) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
}
