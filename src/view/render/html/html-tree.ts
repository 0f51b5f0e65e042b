import type { BlockToken } from '../../../core/parse/blocks/block-token.ts'
import { htmlPieces } from '../../../core/parse/inlines/marks/html-pieces.ts'
import { tagParts } from '../../../core/parse/inlines/marks/html-tag.ts'
import { nameTable } from '../../../core/model/name-table.ts'

/** An element of a block of HTML, a stretch of its text, or markdown between its tags; `raw` is the tag as it was written. */
export type HtmlNode =
  | { readonly kind: 'markdown'; readonly blocks: readonly BlockToken[] }
  | { readonly kind: 'text'; readonly raw: string }
  | { readonly kind: 'element'; readonly name: string; readonly raw: string; readonly children: readonly HtmlNode[] }

/** An element with what it holds. */
export type HtmlElement = Extract<HtmlNode, { kind: 'element' }>

/** Whether a node is an element. */
export function isElement(node: HtmlNode): node is HtmlElement {
  return node.kind === 'element'
}

type Open = { readonly name: string; readonly raw: string; readonly children: HtmlNode[] }

/** Elements without content (HTML, 13.1.2). */
export const emptyElements: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
)

/**
 * The elements that an opening tag closes, since HTML lets some end tags be omitted (13.1.2.4); a list or table in between protects those
 * outside it.
 */
const ends: Readonly<Record<string, readonly string[]>> = nameTable({
  li: ['li'],
  dt: ['dt', 'dd'],
  dd: ['dt', 'dd'],
  tr: ['tr', 'td', 'th'],
  td: ['td', 'th'],
  th: ['td', 'th'],
  tbody: ['thead', 'tbody', 'tr', 'td', 'th'],
  tfoot: ['thead', 'tbody', 'tr', 'td', 'th'],
  p: ['p'],
})
const shields = new Set(['ul', 'ol', 'dl', 'table'])

/** Elements nested deeper become siblings. */
const deepest = 60

/** HTML, or blocks of markdown between tags of it. */
export type HtmlSource = string | readonly BlockToken[]

/** The elements of a block of HTML. End tags that end nothing are passed over; what is left open ends with the block. */
export function htmlTree(parts: readonly HtmlSource[]): readonly HtmlNode[] {
  const open: Open[] = [{ name: '', raw: '', children: [] }]
  for (const part of parts) {
    if (typeof part === 'string') read(open, part)
    else {
      // What else is open in it ends: there is no markdown in the rows of a table.
      close(open, open.findLastIndex(({ name }) => name === 'details') + 1)
      open.at(-1)?.children.push({ kind: 'markdown', blocks: part })
    }
  }
  close(open, 1)
  return open[0]?.children ?? []
}

function read(open: Open[], html: string): void {
  for (const { kind, raw } of htmlPieces(html)) {
    if (kind === 'text') open.at(-1)?.children.push({ kind, raw })
    if (kind !== 'tag') continue
    const { name, closing } = tagParts(raw)
    if (name === '') continue
    if (closing)
      close(
        open,
        open.findLastIndex((one) => one.name === name),
      )
    else start(open, name, raw)
  }
}

function start(open: Open[], name: string, raw: string): void {
  const inner = open.findLastIndex((one) => shields.has(one.name))
  const ended = open.findIndex((one, depth) => depth > inner && ends[name]?.includes(one.name) === true)
  close(open, ended)
  const isFlat = emptyElements.has(name) || raw.endsWith('/>') || open.length > deepest
  if (isFlat) open.at(-1)?.children.push({ kind: 'element', name, raw, children: [] })
  else open.push({ name, raw, children: [] })
}

/** Ends the open elements from a depth on; none for one that is not there. */
function close(open: Open[], depth: number): void {
  if (depth < 1) return
  while (open.length > depth) {
    const done = open.pop()
    if (done !== undefined) open.at(-1)?.children.push({ kind: 'element', ...done })
  }
}

/** The text of nodes, without their tags. */
export function htmlText(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind !== 'element') return node.kind === 'text' ? node.raw : ''
      return node.name === 'br' ? '\n' : htmlText(node.children)
    })
    .join('')
}
