import type { Formula, FormulaKind } from '../formula.ts'
import type { MathStyle } from '../spacing.ts'
import { layAccent, layArrow, layBrace, layEnclosure } from './accent.ts'
import { beside, blank, rowsBox, textBox } from './box.ts'
import type { Box } from './box.ts'
import { layFraction } from './fraction.ts'
import type { Lay } from './lay.ts'
import { layRoot } from './root.ts'
import { layFence, layRow } from './row.ts'
import { layLimits, layScripts } from './scripts.ts'
import { layTable, withRoomForPoint } from './table.ts'

type Layouts = { readonly [K in FormulaKind]: (formula: Formula<K>, style: MathStyle, lay: Lay) => Box }

const layouts: Layouts = {
  symbol: ({ text }) => textBox(text),
  text: ({ text }) => textBox(text),
  space: ({ cells }) => blank(cells),
  row: ({ items }, style, lay) => layRow(items, style, lay),
  classed: ({ body }, style, lay) => lay(body, style),
  fraction: layFraction,
  root: layRoot,
  scripts: layScripts,
  limits: layLimits,
  accent: layAccent,
  brace: layBrace,
  arrow: (arrow, _style, lay) => layArrow(arrow, lay),
  fence: layPointedFence,
  table: layTable,
  enclosure: layEnclosure,
  phantom: ({ body }, style, lay) => hidden(lay(body, style)),
  tag: ({ body }, _style, lay) => beside([blank(4), lay(body, 'text')]),
}

/** A formula laid out on a grid of terminal cells. */
export function layOutFormula<K extends FormulaKind>(formula: Formula<K>, style: MathStyle): Box {
  return layouts[formula.kind](formula, style, layOutFormula)
}

/** A brace around a table of two rows of text gets a third row for its point. */
function layPointedFence(fence: Formula<'fence'>, style: MathStyle, lay: Lay): Box {
  const box = layFence(fence, style, lay)
  const [only] = fence.items
  const isBrace = fence.left === '{' || fence.right === '}'
  if (!isBrace || box.rows.length !== 2 || fence.items.length !== 1 || only?.kind !== 'table') return box
  return layFence({ ...fence, items: [withRoomForPoint(only)] }, style, lay)
}

function hidden(box: Box): Box {
  return rowsBox(
    box.rows.map(() => ' '.repeat(box.width)),
    box.baseline,
  )
}
