import type { Screen, ScreenRow } from './view.ts'

const beginUpdate = '\u001b[?2026h'
const endUpdate = '\u001b[?2026l'

/**
 * The control sequences that change what a terminal shows into a screen: only differences, as one synchronised update. Each part of a
 * divided row is positioned by column, so that a character of unexpected width on the left does not move the right.
 */
export function paintScreen(screen: Screen, shown: Screen | undefined): string {
  const before = shown?.split === screen.split ? shown.rows : undefined
  const changed = screen.rows.map((row, index) => paintRow(row, before?.[index], index + 1, screen.split))
  const cursor =
    screen.cursor === undefined
      ? '\u001b[?25l'
      : `\u001b[${screen.cursor.row + 1};${screen.cursor.column + 1}H\u001b[?25h`
  const clear = shown === undefined ? '\u001b[2J' : ''
  return `${beginUpdate}${clear}${changed.join('')}${cursor}${endUpdate}`
}

/** Rows count from 1. The left part may be wider than expected, so the right part is drawn after it. */
function paintRow({ left, right }: ScreenRow, before: ScreenRow | undefined, line: number, split: number): string {
  const sameLeft = before !== undefined && before.left === left
  if (sameLeft && before.right === right) return ''
  const rightPart = `\u001b[0m${right}\u001b[0m\u001b[K`
  if (left === undefined) return `\u001b[${line};1H${rightPart}`
  const leftPart = sameLeft ? '' : `\u001b[${line};1H\u001b[0m\u001b[${split}X${left}`
  return `${leftPart}\u001b[${line};${split + 1}H${rightPart}`
}
