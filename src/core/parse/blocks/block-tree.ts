import { type Alignment, Findings, type FoundAdmonition, type FoundFootnote, type ListMarker } from './findings.ts'
import type { Leaf } from './leaf.ts'

/** Quotes and lists are nested this deep; what is deeper stands at this depth. */
const MAX_DEPTH = 24

interface Node {
  readonly start: number
  /** The `^id` that names it. */
  id?: string
}

export interface LeafNode extends Node {
  readonly type: 'leaf'
  readonly end: number
  readonly leaf: Leaf
  readonly lines: readonly string[]
  readonly info: string
}

export interface ContainerNode extends Node {
  readonly type: 'document' | 'quote' | 'item' | 'footnote' | 'admonition'
  /** Of a footnote. */
  readonly label: string
  /** Of an admonition. */
  readonly admonition?: FoundAdmonition
  readonly children: BlockNode[]
}

export interface ListNode extends Node {
  readonly type: 'list'
  readonly mark: string
  readonly number: number | undefined
  /** How many quotes are around it. */
  readonly quotes: number
  readonly items: ContainerNode[]
}

export interface TableNode extends Node {
  readonly type: 'table'
  readonly alignments: readonly Alignment[]
  readonly rows: Leaf[][]
}

interface PlainNode extends Node {
  readonly type: 'rule' | 'empty'
  readonly end: number
}

/** A block of the tree; `empty` is a paragraph of which definitions left nothing. */
export type BlockNode = LeafNode | ContainerNode | ListNode | TableNode | PlainNode

/** Findings that keep what stands in what, and of the lists of all no more than the definitions. */
export class BlockTree extends Findings {
  override readonly wantsLines = true
  readonly root: ContainerNode = container('document', 0)
  /** The containers that are open, outermost first, without those beyond MAX_DEPTH, which are only counted. */
  private readonly open: ContainerNode[] = [this.root]
  private deeper = 0
  private table: TableNode | undefined
  private row: Leaf[] | undefined
  /** A block id whose block comes next. */
  private waiting: string | undefined
  private readonly text: string

  constructor(text: string) {
    super()
    this.text = text
  }

  override addLeaf(leaf: Leaf): void {
    if (leaf.kind !== 'cell') this.addNode({ type: 'leaf', leaf, lines: [], info: '', ...outer(leaf) })
    else {
      this.row?.push(leaf)
    }
  }

  override addVerbatim(leaf: Leaf, lines: readonly string[], info: string): void {
    this.addNode({ type: 'leaf', leaf, lines, info, ...outer(leaf) })
  }

  override addBlockId(start: number, end: number): void {
    const id = this.text.slice(start + 1, end)
    if (this.table === undefined) this.waiting = id
    else this.table.id = id
  }

  override addFootnote(footnote: FoundFootnote): void {
    this.push(container('footnote', footnote.start, footnote.id))
  }

  override openQuotes(count: number, start: number): void {
    for (let i = 0; i < count; i++) this.push(container('quote', start))
  }

  override openItem({ mark, number, start }: ListMarker): void {
    const { current } = this
    const last = current.children.at(-1)
    const item = container('item', start)
    if (this.open.length > MAX_DEPTH) this.deeper++
    else if (last?.type === 'list' && last.mark === mark && (last.number === undefined) === (number === undefined)) {
      last.items.push(item)
      this.open.push(item)
    } else {
      const quotes = this.open.filter(({ type }) => type === 'quote').length
      this.addNode({ type: 'list', mark, number, quotes, items: [item], start })
      this.open.push(item)
    }
  }

  override openAdmonition(admonition: FoundAdmonition): void {
    this.push({ ...container('admonition', admonition.start), admonition })
  }

  override closeTo(depth: number): void {
    this.table = undefined
    this.deeper = Math.max(0, Math.min(this.deeper, depth + 1 - this.open.length))
    if (this.open.length > depth + 1) this.open.length = depth + 1
  }

  override addRule(start: number, end: number): void {
    this.addNode({ type: 'rule', start, end })
  }

  override openTable(alignments: readonly Alignment[], start: number): void {
    const table: TableNode = { type: 'table', alignments, rows: [], start }
    this.addNode(table)
    this.table = table
  }

  override openRow(): void {
    this.row = []
    this.table?.rows.push(this.row)
  }

  override endEmpty(start: number, end: number): void {
    const last = this.current.children.at(-1)
    if (this.waiting !== undefined && last !== undefined) last.id = this.waiting
    this.waiting = undefined
    this.addNode({ type: 'empty', start, end })
  }

  private get current(): ContainerNode {
    return this.open.at(-1) ?? this.root
  }

  private push(node: ContainerNode): void {
    if (this.open.length > MAX_DEPTH) {
      this.deeper++
      return
    }
    this.addNode(node)
    this.open.push(node)
  }

  private addNode(node: BlockNode): void {
    if (this.waiting !== undefined && node.type === 'leaf') {
      node.id = this.waiting
      this.waiting = undefined
    }
    this.table = undefined
    this.current.children.push(node)
  }
}

/** The offset after all that is in a block. */
export function endOf(node: BlockNode): number {
  switch (node.type) {
    case 'leaf':
    case 'rule':
    case 'empty':
      return node.end
    case 'table':
      return node.rows.at(-1)?.at(-1)?.end ?? node.start
    default: {
      const last = (node.type === 'list' ? node.items : node.children).at(-1)
      const own = node.type === 'admonition' ? (node.admonition?.end ?? node.start) : node.start
      return last === undefined ? own : Math.max(own, endOf(last))
    }
  }
}

function container(type: ContainerNode['type'], start: number, label = ''): ContainerNode {
  return { type, label, start, children: [] }
}

function outer({ outerStart, outerEnd }: Leaf): { readonly start: number; readonly end: number } {
  return { start: outerStart, end: outerEnd }
}
