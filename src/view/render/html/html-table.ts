import type { Alignment } from '../../../core/parse/blocks/findings.ts'
import { tagAttribute } from '../inlines/inline-html.ts'
import { type HtmlElement, type HtmlNode, isElement } from './html-tree.ts'

/** The rows of a table, however deep they lie, with an empty cell at each further place of a cell that goes over several columns or rows. */
export function tableRows(nodes: readonly HtmlNode[]): readonly (readonly HtmlElement[])[] {
  return spread(rowsOf(nodes))
}

/** How the columns of rows are set. */
export function htmlColumnAlignments(rows: readonly (readonly HtmlElement[])[]): readonly (Alignment | undefined)[] {
  return columnsOf(rows).map(columnAlign)
}

/** The cells of each column; a row that is shorter has none in the last ones. */
function columnsOf(rows: readonly (readonly HtmlElement[])[]): readonly (readonly HtmlElement[])[] {
  const columns: HtmlElement[][] = []
  for (const row of rows) row.forEach((cell, column) => (columns[column] ??= []).push(cell))
  return columns
}

/** How most cells of a column are set; a heading that says nothing stands as its column. */
function columnAlign(column: readonly HtmlElement[]): Alignment | undefined {
  const said = column.map(({ raw }) => alignOf(raw))
  const chosen = new Set(said.filter((align) => align !== undefined))
  return [...chosen].find((align) => said.filter((other) => other === align).length * 2 > said.length - 1)
}

function alignOf(raw: string): Alignment | undefined {
  const style = /text-align\s*:\s*(\w+)/i.exec(tagAttribute(raw, 'style') ?? '')?.[1]
  const align = (style ?? tagAttribute(raw, 'align') ?? '').toLowerCase()
  return align === 'right' || align === 'center' || align === 'left' ? align : undefined
}

function rowsOf(nodes: readonly HtmlNode[]): readonly (readonly HtmlElement[])[] {
  const loose = nodes.filter(isElement).filter(isCell)
  const rows = nodes.flatMap((node) => {
    if (node.kind !== 'element' || node.name === 'caption' || isCell(node)) return []
    return node.name === 'tr' ? [node.children.filter(isElement)] : rowsOf(node.children)
  })
  return loose.length === 0 ? rows : [...rows, loose]
}

function isCell(node: HtmlNode): boolean {
  return isElement(node) && (node.name === 'td' || node.name === 'th')
}

/** Cells that stand over several columns or rows, at most, and columns of one. */
const [mostSpanned, widestSpan] = [5000, 50]

/** The rows with an empty cell at each further place of a cell that goes over several columns or rows. */
function spread(rows: readonly (readonly HtmlElement[])[]): readonly (readonly HtmlElement[])[] {
  const owed: number[] = []
  let left = mostSpanned
  return rows.map((row) => {
    const cells: HtmlElement[] = []
    const skip = (): void => {
      for (let rest = owed[cells.length]; rest !== undefined && rest > 0; rest = owed[cells.length]) {
        owed[cells.length] = rest - 1
        cells.push(emptyCell('td'))
      }
    }
    for (const cell of row) {
      skip()
      const [across, down] = [spanOf(cell, 'colspan', widestSpan), spanOf(cell, 'rowspan', rows.length)]
      const fits = across * down - 1 <= left
      if (fits) left -= across * down - 1
      for (let at = 0; at < (fits ? across : 1); at++) {
        owed[cells.length] = fits ? down - 1 : 0
        cells.push(at === 0 ? cell : emptyCell(cell.name))
      }
    }
    skip()
    return cells
  })
}

function spanOf({ raw }: HtmlElement, name: 'colspan' | 'rowspan', most: number): number {
  const span = Number.parseInt(tagAttribute(raw, name) ?? '1', 10)
  if (span === 0 && name === 'rowspan') return most
  return Math.min(Math.max(1, span || 1), most)
}

function emptyCell(name: string): HtmlElement {
  return { kind: 'element', name, raw: '', children: [] }
}
