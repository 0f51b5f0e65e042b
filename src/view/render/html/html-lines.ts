import { code } from '../blocks/code.ts'
import { tableLines } from '../blocks/table.ts'
import { entityText } from '../inlines/entity-text.ts'
import { tagAttribute } from '../inlines/inline-html.ts'
import { foldable, foldMark } from '../runs/folds.ts'
import { readMarks } from '../runs/marks.ts'
import type { Page } from '../page.ts'
import { type Line, prefixed, run, type Run, softBreak, styled, textOfRuns } from '../runs/run.ts'
import { wrapRuns } from '../runs/wrap-runs.ts'
import { htmlColumnAlignments, tableRows } from './html-table.ts'
import { emptyElements, type HtmlElement, type HtmlNode, htmlText, isElement } from './html-tree.ts'
import { nameTable } from '../../../core/model/name-table.ts'

/** The lines of elements: blocks below each other, blocks of markdown parted by blank lines, what lies between them as a paragraph. */
export function htmlLines(page: Page, nodes: readonly HtmlNode[], width: number): readonly Line[] {
  const lines: Line[] = []
  let inline: HtmlNode[] = []
  let before = ''
  const add = (name: string, laid: readonly Line[]): void => {
    if (laid.length === 0) return
    const isParted = name === before ? name === 'p' : before !== '' && (name === 'markdown' || before === 'markdown')
    if (isParted) lines.push([])
    for (const line of laid) lines.push(line)
    // What lies between two paragraphs does not bring them together.
    if (name !== 'text' || before !== 'p') before = name
  }
  const flush = (): void => {
    add('text', paragraphs(page, inline, width))
    inline = []
  }
  for (const node of grouped(nodes)) {
    const lay = layoutOf(node)
    if (lay === undefined) inline.push(node)
    else {
      flush()
      add(node.kind === 'element' ? node.name : node.kind, lay(page, width))
    }
  }
  flush()
  return lines
}

/** How what stands on lines of its own is laid out; undefined for what is part of a paragraph. */
function layoutOf(node: HtmlNode): ((page: Page, width: number) => readonly Line[]) | undefined {
  if (node.kind === 'markdown') return (page, width) => page.blocks(node.blocks, { width })
  const layout = node.kind === 'element' ? layouts[node.name] : undefined
  return layout && node.kind === 'element' ? (page, width) => layout(page, node, width) : undefined
}

/** Rows, items and terms that lie outside a table or list, as blank lines in the source part them from it, are put into one. */
function grouped(nodes: readonly HtmlNode[]): readonly HtmlNode[] {
  const done: HtmlNode[] = []
  for (const node of nodes) {
    const name = node.kind === 'element' ? parents[node.name] : undefined
    const last = done.at(-1)
    if (name === undefined) done.push(node)
    else if (last?.kind === 'element' && last.name === name && last.raw === '')
      done[done.length - 1] = { ...last, children: [...last.children, node] }
    else done.push({ kind: 'element', name, raw: '', children: [node] })
  }
  return done
}

const parents: Readonly<Record<string, string>> = nameTable({
  tr: 'table',
  td: 'tr',
  th: 'tr',
  thead: 'table',
  tbody: 'table',
  tfoot: 'table',
  li: 'ul',
  dt: 'dl',
  dd: 'dl',
})

type Layout = (page: Page, element: HtmlElement, width: number) => readonly Line[]

const content: Layout = (page, { children }, width) => htmlLines(page, children, width)
const hidden: Layout = () => []
const heading: Layout = (page, { children }, width) =>
  htmlLines(page, children, width).map((line) => styled(line, 'heading'))

/** Elements that stand on lines of their own. */
const layouts: Readonly<Record<string, Layout>> = nameTable({
  ...Object.fromEntries(
    'p div center section article aside header footer nav main figure figcaption address form fieldset tbody thead'
      .split(' ')
      .map((name) => [name, content]),
  ),
  ...Object.fromEntries(['script', 'style', 'template', 'title', 'head'].map((name) => [name, hidden])),
  ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, heading])),
  pre,
  ul: list,
  ol: list,
  dl: definitions,
  table: tableOf,
  details,
  summary: content,
  blockquote: (page, element, width) =>
    prefixed(content(page, element, Math.max(1, width - 2)), [run('│ ', 'rule')], [run('│ ', 'rule')]),
  hr: (_page, _element, width) => [[run('─'.repeat(width), 'rule')]],
})

/** Preformatted text keeps its lines; a first one that is empty is no part of it (HTML, 13.1.2.5). */
function pre(page: Page, { raw, children }: HtmlElement, width: number): readonly Line[] {
  const inner = children.filter(isElement).find(({ name }) => name === 'code')
  const language = /\blanguage-([\w+#-]+)/.exec(tagAttribute(inner?.raw ?? raw, 'class') ?? '')?.[1]
  const text = entityText(htmlText(children)).replace(/^\n/, '').trimEnd()
  return code(page, { text, info: language ?? '' }, width)
}

function list(page: Page, { name, raw, children }: HtmlElement, width: number): readonly Line[] {
  const items = children.filter(isElement)
  let number = Number.parseInt(tagAttribute(raw, 'start') ?? '1', 10) || 0
  const digits = String(number + items.length - 1).length
  return items.flatMap((item) => {
    if (item.name !== 'li') return indented(htmlLines(page, [item], Math.max(1, width - 2)), '  ')
    number = Number.parseInt(tagAttribute(item.raw, 'value') ?? String(number), 10) || 0
    const marker = name === 'ol' ? `${String(number++).padStart(digits)}. ` : '• '
    return marked(htmlLines(page, item.children, Math.max(1, width - marker.length)), marker)
  })
}

function definitions(page: Page, { children }: HtmlElement, width: number): readonly Line[] {
  return children.flatMap((node) => {
    if (node.kind !== 'element') return htmlLines(page, [node], width)
    if (node.name === 'dt') return content(page, node, width).map((line) => styled(line, 'strong'))
    return indented(content(page, node, Math.max(1, width - 4)), '    ')
  })
}

/** What a `details` says below its summary can be folded. */
function details(page: Page, { raw, children }: HtmlElement, width: number): readonly Line[] {
  const [summaries, rest] = [children.filter(isSummary), children.filter((node) => !isSummary(node))]
  const inner = Math.max(1, width - 2)
  const summary = htmlLines(page, summaries, inner)
  const said = summary.length === 0 ? [[run('Details')]] : summary
  const mark = foldMark(/\sopen(?=[\s=>/])/i.test(raw) ? 'open' : 'closed', 'strong')
  const title = prefixed(
    said.map((line) => styled(line, 'strong')),
    [mark],
    [run('  ')],
  )
  return foldable(title, indented(htmlLines(page, rest, inner), '  '))
}

function isSummary(node: HtmlNode): boolean {
  return node.kind === 'element' && node.name === 'summary'
}

/** The rows of a table, however deep they lie; its head is the first row when all of that are headings. */
function tableOf(page: Page, element: HtmlElement, width: number): readonly Line[] {
  const caption = element.children.filter((node) => node.kind === 'element' && node.name === 'caption')
  const rows = tableRows(element.children)
  const cells = rows.map((row) => row.map((cell) => cellRuns(page, cell)))
  const [first = [], ...others] = cells
  const hasHead = rows.length > 1 && rows[0]?.every(({ name }) => name === 'th') === true
  const align = htmlColumnAlignments(rows)
  const [head, body] = hasHead ? [first, others] : [[], cells]
  const laid = align.length === 0 ? [] : tableLines({ head, rows: body, align }, width)
  return [...htmlLines(page, caption, width), ...laid]
}

function cellRuns(page: Page, cell: HtmlElement): readonly Run[] {
  const runs = readMarks(marksOf(page, cell.children, true)).filter(({ text }) => text !== '')
  return cell.name === 'th' ? styled(runs, 'strong') : runs
}

function marked(lines: readonly Line[], marker: string): readonly Line[] {
  const first = run(marker, 'dim')
  return lines.length === 0 ? [[first]] : prefixed(lines, [first], [run(' '.repeat(marker.length))])
}

function indented(lines: readonly Line[], margin: string): readonly Line[] {
  return lines.map((line) => (line.length === 0 ? line : [run(margin), ...line]))
}

/** Text and inline elements, a line for each `<br>`. */
function paragraphs(page: Page, nodes: readonly HtmlNode[], width: number): readonly Line[] {
  if (nodes.length === 0) return []
  const lines: Run[][] = [[]]
  for (const piece of readMarks(marksOf(page, nodes, false))) {
    piece.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push({ ...piece, text })
    })
  }
  return lines.filter((line) => textOfRuns(line).trim() !== '').flatMap((line) => wrapRuns(line, width))
}

/** The marks of inline elements; blocks inside a cell are parted by line breaks. */
function marksOf(page: Page, nodes: readonly HtmlNode[], inCell: boolean): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text')
        return entityText(node.raw).replace(/\s+/g, (space) => (space.includes('\n') ? softBreak : ' '))
      // In a cell there is room for its text alone.
      if (node.kind === 'markdown') return page.blocks(node.blocks, page.options).map(textOfRuns).join('\n')
      const { html } = page.renderer
      const isBlock = inCell && layouts[node.name] !== undefined
      // Tags are read in their order: a closing one ends the link that was opened last.
      const open = isBlock ? '' : html.tag(node.raw)
      const inner = marksOf(page, node.children, inCell)
      if (isBlock) return `${inner}\n`
      return open + inner + (emptyElements.has(node.name) ? '' : html.tag(`</${node.name}>`))
    })
    .join('')
}
