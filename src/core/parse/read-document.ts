import { BlockScanner } from './blocks/block-scanner.ts'
import type { BlockOf, BlockToken, HeadingToken, ItemToken, ListToken, TableToken } from './blocks/block-token.ts'
import {
  type BlockNode,
  BlockTree,
  type ContainerNode,
  endOf,
  type LeafNode,
  type ListNode,
  type TableNode,
} from './blocks/block-tree.ts'
import type { Span } from '../model/span.ts'
import type { VaultDialects } from '../model/tool-dialect.ts'
import { calloutMark } from './blocks/callout.ts'
import { isHtmlComment } from './blocks/html-block.ts'
import { headingId } from './blocks/heading-id.ts'
import type { Leaf } from './blocks/leaf.ts'
import { isLineEnd, skipBlanks, trimEnd } from './character.ts'
import { texOf } from './inlines/marks/formula.ts'
import type { InlineToken } from './inlines/inline-token.ts'
import type { InlineRules } from './inlines/piece.ts'
import { readInline } from './inlines/read-inline.ts'
import { taskBox } from './inlines/task-box.ts'
import { unescapeMarkdown } from './links/unescape.ts'
import { oneLine, plainOf } from './plain-text.ts'
import { Region } from './region.ts'
import { winning } from './scan-markdown.ts'
import { Slugs } from './slugs.ts'

/** What the body of a note is read by: where it starts, and the tools of its vault. */
export interface BodyRules {
  readonly bodyStart: number
  readonly dialects?: VaultDialects | undefined
}

/**
 * The blocks of a note's body for renderers: read by the rules of the index, block by block and piece by piece. Never throws; blocks are
 * nested at most 24 deep.
 */
export function readDocument(text: string, { bodyStart, dialects }: BodyRules): readonly BlockToken[] {
  const tree = new BlockTree(text)
  const { definitions } = new BlockScanner(text, tree, dialects).scan(bodyStart)
  return new DocumentBuilder(text, { definitions: winning(definitions), dialects }).blocks(tree.root.children)
}

class DocumentBuilder {
  private readonly text: string
  private readonly rules: InlineRules
  private readonly slugs = new Slugs()

  constructor(text: string, rules: InlineRules) {
    this.text = text
    this.rules = rules
  }

  blocks(nodes: readonly BlockNode[]): readonly BlockToken[] {
    return nodes.flatMap((node) => {
      if (node.type === 'admonition' && node.admonition?.unseen === true) return this.blocks(node.children)
      const token = this.block(node)
      return token === undefined ? [] : [node.id === undefined ? token : { ...token, id: node.id }]
    })
  }

  private block(node: BlockNode): BlockToken | undefined {
    const span = { start: node.start, end: endOf(node) }
    switch (node.type) {
      case 'leaf':
        return this.leaf(node)
      case 'list':
        return this.list(node)
      case 'table':
        return this.table(node)
      case 'rule':
        return { type: 'rule', span }
      case 'footnote':
        return { type: 'footnote', span, label: node.label, children: this.blocks(node.children) }
      case 'quote':
        return { type: 'quote', span, ...this.quote(node) }
      case 'admonition':
        return { type: 'quote', span, ...this.admonition(node) }
      default:
        return undefined
    }
  }

  private leaf({ leaf, lines, info, start, end }: LeafNode): BlockToken {
    const span = { start, end }
    switch (leaf.kind) {
      case 'heading':
        return this.heading(leaf)
      case 'code':
        return {
          type: 'code',
          span,
          info: unescapeMarkdown(info),
          text: withoutLastBlanks(lines, info, this.text[start]),
        }
      case 'math':
        return { type: 'math', span, raw: lines.join('\n'), tex: blockTex(lines) }
      case 'html':
        if (isHtmlComment(this.text, start, end)) return { type: 'comment', span }
        return { type: 'html', span, text: lines.join('\n') }
      case 'comment':
        return { type: 'comment', span }
      default:
        return paragraphOf(span, this.inline(Region.of(this.text, leaf)))
    }
  }

  private heading(leaf: Leaf): HeadingToken {
    const region = Region.of(this.text, leaf)
    const named = headingId(region.text.slice(region.start, region.end))
    const end = named === undefined ? region.end : trimEnd(region.text, region.start, region.start + named.textEnd)
    const children = this.inline(region.within(region.start, end))
    const text = oneLine(plainOf(children))
    return {
      type: 'heading',
      span: { start: leaf.outerStart, end: leaf.outerEnd },
      level: leaf.level,
      text,
      slug: this.slugs.next(text),
      ...(named?.id === undefined ? {} : { anchor: named.id }),
      children,
    }
  }

  private quote({ children }: ContainerNode): Pick<BlockOf<'quote'>, 'callout' | 'children' | 'id'> {
    const [first, ...others] = children
    const region =
      first?.type === 'leaf' && first.leaf.kind === 'paragraph' ? Region.of(this.text, first.leaf) : undefined
    const mark = region === undefined ? undefined : calloutMark(region.text.slice(region.start, region.start + 200))
    if (first === undefined || region === undefined || mark === undefined) return { children: this.blocks(children) }
    const start = region.start + mark.length
    let end = start
    while (end < region.end && !isLineEnd(region.text.charCodeAt(end))) end++
    const title = this.inline(region.within(start, end))
    const rest = this.inline(region.within(skipLine(region.text, end, region.end), region.end))
    const { kind, fold } = mark
    const id = first.id === undefined ? {} : { id: first.id }
    const place = { start: first.start, end: endOf(first) }
    const paragraph: BlockToken = { type: 'paragraph', span: place, children: rest, ...id }
    const callout = { kind, ...(fold === undefined ? {} : { fold }), title }
    // An id behind the title alone names the callout.
    if (rest.length === 0) return { callout, children: this.blocks(others), ...id }
    return { callout, children: [paragraph, ...this.blocks(others)] }
  }

  private admonition({ admonition, children }: ContainerNode): Pick<BlockOf<'quote'>, 'callout' | 'children'> {
    if (admonition === undefined) return { children: this.blocks(children) }
    const { kind, fold, title } = admonition
    const shown = title === undefined ? [] : this.inline(Region.of(this.text, title))
    return {
      callout: { kind, ...(fold === undefined ? {} : { fold }), title: shown },
      children: this.blocks(children),
    }
  }

  private list(node: ListNode): ListToken {
    const { items, number, quotes, start } = node
    const parted = (nodes: readonly BlockNode[]): boolean =>
      nodes.some((one, index) => index > 0 && this.isBlankBetween(nodes[index - 1], one, quotes))
    return {
      type: 'list',
      span: { start, end: endOf(node) },
      ...(number === undefined ? {} : { start: number }),
      tight: !parted(items) && !items.some(({ children }) => parted(children)),
      items: items.map((item) => this.item(item)),
    }
  }

  private item(node: ContainerNode): ItemToken {
    const [first, ...others] = node.children
    const span = { start: node.start, end: endOf(node) }
    const leaf = first?.type === 'leaf' && first.leaf.kind === 'paragraph' ? first.leaf : undefined
    const task = leaf && this.task(Region.of(this.text, leaf))
    if (first === undefined || task === undefined) return { span, children: named(this.blocks(node.children)) }
    const own = paragraphOf({ start: first.start, end: endOf(first) }, task.children)
    const marked = first.id === undefined ? own : { ...own, id: first.id }
    return { span, task: task.mark, children: named([marked, ...this.blocks(others)]) }
  }

  /** The mark of a task and its text; a mark that the index does not know makes a task where it is no link. */
  private task(region: Region): { readonly mark: string; readonly children: readonly InlineToken[] } | undefined {
    const { text, start, end } = region
    const box = taskBox(text, start, end)
    if (box !== undefined) {
      const from = skipBlanks(text, box.end, end)
      return { mark: box.mark, children: this.inline(region.within(from, end)) }
    }
    const other = /^\[([^\s[\]])\] \S/.exec(text.slice(start, Math.min(end, start + 6)))
    const [first] = other === null ? [] : this.inline(region)
    if (other?.[1] === undefined || first?.type !== 'text') return undefined
    return { mark: other[1], children: this.inline(region.within(start + 4, end)) }
  }

  /** Whether a line between two blocks is blank behind the marks of the quotes around both. */
  private isBlankBetween(one: BlockNode | undefined, next: BlockNode, quotes: number): boolean {
    if (one === undefined) return false
    const lines = this.text.slice(endOf(one), next.start).split(/\r\n|\n|\r/)
    return lines.slice(1, -1).some((line) => {
      let bare = line.trimStart()
      for (let left = quotes; left > 0 && bare.startsWith('>'); left--) bare = bare.slice(1).trimStart()
      return bare === ''
    })
  }

  private table(node: TableNode): TableToken {
    const { alignments, rows } = node
    const [head = [], ...others] = rows.map((cells) =>
      cells.slice(0, alignments.length).map((cell) => this.inline(Region.of(this.text, cell), true)),
    )
    return { type: 'table', span: { start: node.start, end: endOf(node) }, alignments, head, rows: others }
  }

  private inline(region: Region, cell = false): readonly InlineToken[] {
    return region.start >= region.end ? [] : readInline(region, { ...this.rules, cell })
  }
}

/** A paragraph, with the id that something in it gives to its block. */
function paragraphOf(span: Span, children: readonly InlineToken[]): BlockOf<'paragraph'> {
  const names = children.flatMap((token) =>
    token.type === 'comment' && token.names !== undefined ? [token.names] : [],
  )
  return { type: 'paragraph', span, children, ...(names[0] === undefined ? {} : { id: names[0] }) }
}

/** The blocks of an item, of which the first has its id, where that stands in another, as below a heading or code. */
function named(children: readonly BlockToken[]): readonly BlockToken[] {
  const [first, ...others] = children
  if (first === undefined || first.id !== undefined) return children
  const id = others.find((one) => one.type === 'paragraph' && one.children.some(({ type }) => type === 'comment'))?.id
  return id === undefined ? children : [{ ...first, id }, ...others]
}

/** The text of code; indented code has no blank lines at its end. */
function withoutLastBlanks(lines: readonly string[], info: string, first: string | undefined): string {
  let last = lines.length
  const fenced = info !== '' || first === '`' || first === '~'
  while (!fenced && last > 0 && lines[last - 1]?.trim() === '') last--
  return lines.slice(0, last).join('\n')
}

/** The TeX of a block: between `$$`, or all lines of a fence. */
function blockTex(lines: readonly string[]): string {
  const raw = lines.join('\n').trim()
  if (!raw.startsWith('$$')) return raw
  const close = raw.indexOf('$$', 2)
  return texOf(close === -1 ? raw : raw.slice(0, close + 2))
}

/** After the line ending at `at` and the blanks that follow it. */
function skipLine(text: string, at: number, end: number): number {
  const next = text.startsWith('\r\n', at) ? at + 2 : at + 1
  return Math.min(end, skipBlanks(text, Math.min(next, end), end))
}
