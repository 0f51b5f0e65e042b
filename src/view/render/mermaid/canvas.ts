import { displayWidth } from '../../display-width.ts'
import { graphemes } from '../../graphemes.ts'

const UP = 1
const DOWN = 2
const LEFT = 4
const RIGHT = 8
const lines = ' ╵╷│╴┘┐┤╶└┌├─┴┬┼'

/** A grid of characters on which lines join where they meet. */
export class Canvas {
  readonly #lines: number[][] = []
  readonly #texts: string[][] = []

  /** A line down a column, both rows included. */
  down(column: number, from: number, to: number): void {
    for (let row = from; row <= to; row++) {
      if (row > from) this.#join(row, column, UP)
      if (row < to) this.#join(row, column, DOWN)
    }
  }

  /** A line along a row, both columns included. */
  across(row: number, from: number, to: number): void {
    const [left, right] = from < to ? [from, to] : [to, from]
    for (let column = left; column <= right; column++) {
      if (column > left) this.#join(row, column, LEFT)
      if (column < right) this.#join(row, column, RIGHT)
    }
  }

  /** Text from a place on; a wide character takes two columns. */
  write(row: number, column: number, text: string): void {
    const cells = (this.#texts[row] ??= [])
    let at = column
    for (const grapheme of graphemes(text)) {
      const width = displayWidth(grapheme)
      cells[at] = grapheme
      for (let more = 1; more < width; more++) cells[at + more] = ''
      at += width
    }
  }

  rows(): readonly string[] {
    const height = Math.max(this.#lines.length, this.#texts.length)
    return Array.from({ length: height }, (_, row) => {
      const marks = this.#lines[row] ?? []
      const texts = this.#texts[row] ?? []
      const width = Math.max(marks.length, texts.length)
      return Array.from({ length: width }, (_cell, column) => texts[column] ?? lines[marks[column] ?? 0])
        .join('')
        .trimEnd()
    })
  }

  #join(row: number, column: number, side: number): void {
    const marks = (this.#lines[row] ??= [])
    marks[column] = (marks[column] ?? 0) | side
  }
}
