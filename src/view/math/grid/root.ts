import { isOneSymbol } from '../formula.ts'
import type { Formula } from '../formula.ts'
import { raisedLetters } from '../script-letters.ts'
import type { MathStyle } from '../spacing.ts'
import { beside, depth, raised, rowsBox, stacked, textBox } from './box.ts'
import type { Box } from './box.ts'
import type { Lay } from './lay.ts'

/** A radicand under a line, with the sign at its left: √ for one row, a slope as tall as the radicand for more. */
export function layRoot(root: Formula<'root'>, style: MathStyle, lay: Lay): Box {
  return layRootUnder(root, style, { lay, isBase: false })
}

/** A root as `layRoot` lays it out; the base of scripts has its line above a single letter, too. */
export function layRootUnder(
  root: Formula<'root'>,
  style: MathStyle,
  { lay, isBase }: { readonly lay: Lay; readonly isBase: boolean },
): Box {
  const body = lay(root.body, style)
  const index = root.index === undefined ? undefined : lay(root.index, 'script')
  const small = index === undefined ? '' : index.rows.length === 1 ? raisedLetters(index.rows[0] ?? '') : undefined
  const sign = radicalSign(body.rows.length, small ?? '')
  const covered = !isBase && body.rows.length === 1 && isOneSymbol(root.body) ? body : underLine(body)
  const rootBox = beside([placed(sign, covered), covered])
  return index === undefined || small !== undefined ? rootBox : withIndex(index, rootBox)
}

function underLine(body: Box): Box {
  return stacked([textBox('_'.repeat(body.width)), body], 1, 'left')
}

/** `√` at the foot and a stroke rising to the right above it. */
function radicalSign(height: number, index: string): readonly string[] {
  return Array.from({ length: height }, (_, row) => {
    const left = height - 1 - row
    return row === height - 1
      ? `${index}√${' '.repeat(height - 1)}`
      : `${' '.repeat(index.length + left)}╱${' '.repeat(row)}`
  })
}

function placed(rows: readonly string[], covered: Box): Box {
  const below = depth(covered)
  return rowsBox(rows, rows.length - 1 - below)
}

/** An index too large for a superscript stands above the foot of the sign. */
function withIndex(index: Box, root: Box): Box {
  return { ...beside([raised(index, 1 - depth(root)), root]), reach: root.reach }
}
