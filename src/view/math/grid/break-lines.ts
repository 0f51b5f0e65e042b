import type { AtomClass } from '../formula.ts'
import type { SpacedItem } from '../spacing.ts'
import { beside, blank, stacked } from './box.ts'
import type { Box } from './box.ts'
import { onOneLine } from './row.ts'
import type { LaidItem } from './row.ts'
import { needsGap } from './table.ts'

/** Where later lines begin, under the first relation or a little indented, and whether a line may end inside brackets. */
export type BreakStyle = { readonly underRelation: boolean; readonly insideBrackets: boolean }

const plainIndent = 4
const quad = 3

/**
 * A row that is too wide, as several lines. Parts separated by wide spaces get lines of their own as far as necessary. A formula that is
 * still too wide is broken before relations, operators and factors or after commas, as far outside brackets as possible, with later lines
 * under its first relation. Undefined when a piece between two breaks is too wide.
 */
export function brokenRow(items: readonly LaidItem[], width: number, style: BreakStyle): Box | undefined {
  const lines: Box[] = []
  let line: readonly LaidItem[] = []
  for (const statement of statementsOf(items)) {
    const longer = [...line, ...statement]
    if (line.length > 0 && onOneLine(longer).width > width) {
      const full = brokenStatement(line, width, style)
      if (full === undefined) return undefined
      lines.push(...full)
      line = statement
    } else line = longer
  }
  const last = brokenStatement(line, width, style)
  return last === undefined ? undefined : spread([...lines, ...last])
}

/** The parts of a row between wide spaces outside brackets; words and arrows stay with what follows. */
function statementsOf(items: readonly LaidItem[]): readonly (readonly LaidItem[])[] {
  const statements: LaidItem[][] = [[]]
  let depth = 0
  for (const item of items) {
    const last = statements.at(-1) ?? []
    if (depth === 0 && item.spacedItem.gap >= quad && !isWords(last) && !isRemark(item)) statements.push([item])
    else last.push(item)
    depth += item.spacedItem.atom === 'open' ? 1 : item.spacedItem.atom === 'close' && depth > 0 ? -1 : 0
  }
  return statements
}

function isWords(items: readonly LaidItem[]): boolean {
  return items.every(({ spacedItem: { item, atom } }) => item.kind === 'text' || atom === 'rel')
}

/** A remark in brackets, such as "(n times)", belongs to what stands before it; bars and other brackets begin a formula. */
function isRemark({ spacedItem: { item } }: LaidItem): boolean {
  if (item.kind === 'fence') return item.left === '('
  return (item.kind === 'symbol' || item.kind === 'text') && item.text.startsWith('(')
}

function brokenStatement(items: readonly LaidItem[], width: number, style: BreakStyle): readonly Box[] | undefined {
  const costs = breakCosts(items, style)
  const indent = style.underRelation ? indentAt(items, width) : { relation: plainIndent, other: plainIndent }
  const lines: Box[] = []
  let start = 0
  while (start < items.length) {
    const margin = start === 0 ? 0 : isRelation(items[start]) ? indent.relation : indent.other
    const end = lineEnd({ items, costs, start }, width - margin)
    if (end === undefined) return undefined
    lines.push(beside([blank(margin), onOneLine(items.slice(start, end))]))
    start = end
  }
  return lines
}

/** The cost of a break before each item, infinite where none is allowed. */
function breakCosts(items: readonly LaidItem[], { insideBrackets }: BreakStyle): readonly number[] {
  const first = items.findIndex(isRelation)
  let depth = 0
  return items.map(({ spacedItem }, index) => {
    if (spacedItem.atom === 'close') depth = Math.max(0, depth - 1)
    const previous = items[index - 1]?.spacedItem.atom
    const isBarred = index === 0 || (depth > 0 && !insideBrackets)
    const cost = isBarred ? Infinity : costBetween(previous, spacedItem) + depth * 10
    if (spacedItem.atom === 'open') depth += 1
    // A left side alone on its line is a poor start.
    return index === first ? cost + 16 : cost
  })
}

function costBetween(before: AtomClass | undefined, { atom, gap }: SpacedItem): number {
  if (gap >= quad) return 0
  if (atom === 'rel' && before !== 'rel') return 1
  if (before === 'punct') return 2
  if (atom === 'bin') return 3
  return gap > 0 && before === 'close' ? 5 : Infinity
}

type Line = { readonly items: readonly LaidItem[]; readonly costs: readonly number[]; readonly start: number }

/** The end of the line that starts at `start`: the end of the row, or the break with the least sum of cost and empty space. */
function lineEnd({ items, costs, start }: Line, width: number): number | undefined {
  let used = 0
  let best: number | undefined
  let least = Infinity
  for (let index = start; index < items.length; index++) {
    const cost = index === start ? Infinity : (costs[index] ?? Infinity) + 6 * (1 - used / width)
    if (cost <= least && cost < Infinity) {
      least = cost
      best = index
    }
    const item = items[index]
    used += (item?.box.width ?? 0) + (index === start ? 0 : (item?.spacedItem.gap ?? 0))
    if (used > width) return best
  }
  return items.length
}

/** Lines that begin with a relation stand under the first one, others right of it; without one they are indented. */
function indentAt(items: readonly LaidItem[], width: number): { readonly relation: number; readonly other: number } {
  const first = items.findIndex(isRelation)
  const before = first < 0 ? Infinity : onOneLine(items.slice(0, first + 1)).width - (items[first]?.box.width ?? 0)
  if (before > width / 2) return { relation: plainIndent, other: plainIndent }
  return { relation: before, other: before + (items[first]?.box.width ?? 0) + 1 }
}

function isRelation(item: LaidItem | undefined): boolean {
  return item?.spacedItem.atom === 'rel'
}

function spread(lines: readonly Box[]): Box {
  const boxes = lines.flatMap((line, index) => (needsGap(lines[index - 1], line) ? [blank(0), line] : [line]))
  const [first] = lines
  return { ...stacked(boxes, 0, 'left'), baseline: first?.baseline ?? 0 }
}
