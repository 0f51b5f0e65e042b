import type { ColumnAlign, ColumnGap, Formula, Frame } from '../formula.ts'
import { attributeOf } from './element.ts'
import type { Element, ReadElement } from './element.ts'
import { rowItems } from './row-items.ts'

/** The formula of an `mtable`; `notation` is that of the `menclose` around it, or empty. */
export function tableFormula(element: Element, notation: string, read: ReadElement): Formula {
  const rules = words(element, 'rowlines')
  const rows = element.children.map((row, index) => ({
    cells: row.children.filter(isCell).map((cell) => rowItems(cell, read)),
    ruleAbove: index > 0 && isRule(rules[index - 1]),
  }))
  const columns = Math.max(0, ...rows.map((row) => row.cells.length))
  return {
    kind: 'table',
    rows,
    align: words(element, 'columnalign').map(alignOf),
    gaps: gapsOf(element, columns),
    frame: frameOf(notation),
    displayed: isDisplayed(element),
  }
}

function isDisplayed(table: Element): boolean {
  const style = table.children[0]?.children.find(isCell)?.children[0]
  return style !== undefined && attributeOf(style, 'displaystyle') === 'true'
}

/** KaTeX adds empty cells for the numbers that a style sheet would count. */
function isCell(cell: Element): boolean {
  return !['mtr-glue', 'mml-eqn-num'].includes(attributeOf(cell, 'class'))
}

function words(element: Element, name: string): readonly string[] {
  return attributeOf(element, name).split(' ').filter(Boolean)
}

function isRule(line: string | undefined): boolean {
  return line === 'solid' || line === 'dashed'
}

function alignOf(word: string): ColumnAlign {
  return word === 'left' || word === 'right' ? word : 'center'
}

function gapsOf(element: Element, columns: number): readonly ColumnGap[] {
  const spacings = words(element, 'columnspacing')
  const lines = words(element, 'columnlines')
  const isAligned = spacings[0] === '0em'
  return Array.from({ length: Math.max(0, columns - 1) }, (_, index) => ({
    cells: gapCells(spacings[index] ?? spacings.at(-1) ?? '', isAligned),
    rule: isRule(lines[index]),
  }))
}

/** Pairs of aligned equations stand further apart than the entries of a matrix. */
function gapCells(spacing: string, isAligned: boolean): number {
  const em = Number.parseFloat(spacing) || 0
  if (em === 0) return 0
  if (em < 0.5) return 1
  return isAligned ? 4 : 2
}

/** KaTeX names the sides by the wrong axis: the rules beside the table "top" and "bottom", those above and below "left" and "right". */
function frameOf(notation: string): Frame {
  const sides = notation.split(' ')
  return {
    left: sides.includes('top'),
    right: sides.includes('bottom'),
    top: sides.includes('left'),
    bottom: sides.includes('right'),
  }
}
