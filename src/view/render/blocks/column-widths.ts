import { displayWidth } from '../../display-width.ts'
import { type Run, textOfRuns } from '../runs/run.ts'

/** Narrower columns than this are read worse than records below each other. */
const NARROWEST = 6

/** Words longer than this may be broken rather than widen their column. */
const LONGEST_WORD = 20

/** The width of each column so that the table fits; undefined when columns would become too narrow to read. */
export function columnWidths(
  rows: readonly (readonly (readonly Run[])[])[],
  room: number,
): readonly number[] | undefined {
  const natural: number[] = []
  const least: number[] = []
  for (const row of rows) {
    row.forEach((cell, column) => {
      const text = textOfRuns(cell)
      natural[column] = Math.max(natural[column] ?? 1, ...text.split('\n').map(displayWidth))
      least[column] = Math.max(least[column] ?? 1, Math.min(LONGEST_WORD, longestWord(text)))
    })
  }
  if (sum(natural) <= room) return natural
  if (sum(least) <= room) return share(least, natural, room)
  const narrow = least.map((width) => Math.min(width, NARROWEST))
  return sum(narrow) <= room ? share(narrow, least, room) : undefined
}

/** Gives what is left of the room to the columns that want more, in proportion to the square root of what they lack. */
function share(least: readonly number[], wanted: readonly number[], room: number): readonly number[] {
  const widths = [...least]
  let left = room - sum(widths)
  while (left > 0) {
    const lacks = widths.map((width, column) => Math.sqrt(Math.max(0, (wanted[column] ?? 0) - width)))
    const all = sum(lacks)
    if (all === 0) break
    const before = left
    lacks.forEach((lack, column) => {
      const want = (wanted[column] ?? 0) - (widths[column] ?? 0)
      const more = Math.min(want, left, Math.floor((before * lack) / all))
      widths[column] = (widths[column] ?? 0) + more
      left -= more
    })
    if (left < before) continue
    const neediest = lacks.indexOf(Math.max(...lacks))
    widths[neediest] = (widths[neediest] ?? 0) + 1
    left--
  }
  return widths
}

function longestWord(text: string): number {
  let longest = 1
  for (const word of text.split(/[ \n\u2028]+|(?=[\u3000-\u30ff\u3400-\u9fff\uff01-\uff60])/))
    longest = Math.max(longest, displayWidth(word))
  return longest
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
