import { displayWidth } from '../../display-width.ts'

/**
 * A rectangle of terminal cells: rows of equal display width, the row of the baseline, and how many rows above and below it brackets must
 * span (raised and lowered scripts extend beyond these).
 */
export type Box = {
  readonly rows: readonly string[]
  readonly width: number
  readonly baseline: number
  readonly reach: Reach
}

/** Rows above and below the baseline. */
export type Reach = { readonly above: number; readonly below: number }

/** A box of one row of text. */
export function textBox(text: string): Box {
  return { rows: [text], width: displayWidth(text), baseline: 0, reach: { above: 0, below: 0 } }
}

/** A box of the given rows, padded on the right to equal width; its brackets span all of it. */
export function rowsBox(rows: readonly string[], baseline: number): Box {
  const widths = rows.map((row) => displayWidth(row))
  const width = Math.max(0, ...widths)
  const padded = rows.map((row, index) => row + ' '.repeat(width - (widths[index] ?? 0)))
  return { rows: padded, width, baseline, reach: { above: baseline, below: rows.length - 1 - baseline } }
}

/** Rows of a box below its baseline. */
export function depth(box: Box): number {
  return box.rows.length - 1 - box.baseline
}

/** A box of spaces. */
export function blank(width: number): Box {
  return { rows: [' '.repeat(width)], width, baseline: 0, reach: { above: 0, below: 0 } }
}

/** Boxes side by side, their baselines on one row. */
export function beside(boxes: readonly Box[]): Box {
  const above = Math.max(0, ...boxes.map((box) => box.baseline))
  const below = Math.max(0, ...boxes.map(depth))
  const columns = boxes.map((box) => stretched(box, above, below))
  const rows = Array.from({ length: above + below + 1 }, (_, row) => columns.map((column) => column[row]).join(''))
  return {
    rows,
    width: boxes.reduce((sum, box) => sum + box.width, 0),
    baseline: above,
    reach: {
      above: Math.max(0, ...boxes.map((box) => box.reach.above)),
      below: Math.max(0, ...boxes.map((box) => box.reach.below)),
    },
  }
}

/** The rows of a box with blank rows added, so that it has this many above and below the baseline. */
function stretched(box: Box, above: number, below: number): readonly string[] {
  const empty = ' '.repeat(box.width)
  const before = Array.from({ length: above - box.baseline }, () => empty)
  const after = Array.from({ length: below - depth(box) }, () => empty)
  return [...before, ...box.rows, ...after]
}

/** A box set in a wider space. */
export function aligned(box: Box, width: number, align: 'left' | 'center' | 'right'): Box {
  const free = Math.max(0, width - box.width)
  const left = align === 'left' ? 0 : align === 'right' ? free : Math.floor(free / 2)
  const rows = box.rows.map((row) => ' '.repeat(left) + row + ' '.repeat(free - left))
  return { ...box, rows, width: box.width + free }
}

/** Boxes one below the other, without gaps; the baseline is that of the box at `main`, and brackets span all. */
export function stacked(boxes: readonly Box[], main: number, align: 'left' | 'center' | 'right'): Box {
  const width = Math.max(0, ...boxes.map((box) => box.width))
  const rows = boxes.flatMap((box) => aligned(box, width, align).rows)
  const above = boxes.slice(0, main).reduce((sum, box) => sum + box.rows.length, 0)
  const baseline = above + (boxes[main]?.baseline ?? 0)
  return { rows, width, baseline, reach: { above: baseline, below: rows.length - 1 - baseline } }
}

/** A box moved so that its last row stands this many rows above the baseline; brackets need not span it. */
export function raised(box: Box, rows: number): Box {
  return { ...box, baseline: box.rows.length - 1 + rows, reach: { above: 0, below: 0 } }
}

/** A box moved so that its first row stands this many rows below the baseline; brackets need not span it. */
export function lowered(box: Box, rows: number): Box {
  return { ...box, baseline: -rows, reach: { above: 0, below: 0 } }
}

/** Boxes in one column, flush left, each where its baseline puts it; they must not overlap. */
export function inColumn(boxes: readonly Box[]): Box {
  const width = Math.max(0, ...boxes.map((box) => box.width))
  const above = Math.max(0, ...boxes.map((box) => box.baseline))
  const below = Math.max(0, ...boxes.map(depth))
  const rows = Array.from({ length: above + below + 1 }, () => ' '.repeat(width))
  for (const box of boxes) {
    for (const [index, row] of aligned(box, width, 'left').rows.entries()) rows[above - box.baseline + index] = row
  }
  return { rows, width, baseline: above, reach: { above: 0, below: 0 } }
}
