import type { Span } from '../../model/span.ts'
import type { InlineToken } from '../inlines/inline-token.ts'
import type { Alignment } from './findings.ts'

/** Every block has the span of what it was written as, without the markers of what it stands in, and the `^id` that names it. */
interface Base {
  readonly span: Span
  readonly id?: string
}

/** `# text` or underlined text; `slug` and `anchor` (of `{#anchor}`) are what links to it may say. */
export interface HeadingToken extends Base {
  readonly type: 'heading'
  readonly level: number
  /** What a reader sees of it, on one line. */
  readonly text: string
  readonly slug: string
  readonly anchor?: string
  readonly children: readonly InlineToken[]
}

/** The first line of a quote that is a callout: `[!kind]- title`; `fold` says how it is folded, if it is. */
export interface Callout {
  /** In lower case. */
  readonly kind: string
  readonly fold?: 'open' | 'closed'
  readonly title: readonly InlineToken[]
}

export interface QuoteToken extends Base {
  readonly type: 'quote'
  readonly callout?: Callout
  readonly children: readonly BlockToken[]
}

/** One item of a list; `task` is what stands in its box when it is a task: a blank, `x`, or another mark as Obsidian's themes know them. */
export interface ItemToken {
  readonly span: Span
  readonly task?: string
  readonly children: readonly BlockToken[]
}

export interface ListToken extends Base {
  readonly type: 'list'
  /** The number it starts with; absent for bullets. */
  readonly start?: number
  /** Whether no blank lines part what is in it: its paragraphs are lines then. */
  readonly tight: boolean
  readonly items: readonly ItemToken[]
}

/** One cell of a table. */
export type Cell = readonly InlineToken[]

export interface TableToken extends Base {
  readonly type: 'table'
  /** One for each column. */
  readonly alignments: readonly Alignment[]
  readonly head: readonly Cell[]
  /** At most as many cells in each as there are columns; the last ones may be missing. */
  readonly rows: readonly (readonly Cell[])[]
}

/** Code; `info` is what stands behind the fence, empty without one. */
export interface CodeToken extends Base {
  readonly type: 'code'
  readonly info: string
  readonly text: string
}

/** A block of markdown as renderers see it. Nothing shows a comment. */
export type BlockToken =
  | (Base & { readonly type: 'paragraph'; readonly children: readonly InlineToken[] })
  | HeadingToken
  | CodeToken
  | (Base & { readonly type: 'math'; readonly tex: string; readonly raw: string })
  | (Base & { readonly type: 'html'; readonly text: string })
  | (Base & { readonly type: 'rule' | 'comment' })
  | QuoteToken
  | ListToken
  | TableToken
  /** The text of a footnote, where it is written. */
  | (Base & { readonly type: 'footnote'; readonly label: string; readonly children: readonly BlockToken[] })

export type BlockType = BlockToken['type']

/** A block of one type. */
export type BlockOf<Type extends BlockType> = Extract<BlockToken, { readonly type: Type }>

/** One function for each type of block, as `InlineVisitor` has for inline markdown; `More` is what the renderer hands down. */
export type BlockVisitor<Result, More extends readonly unknown[] = []> = {
  readonly [Type in BlockType]: (token: BlockOf<Type>, ...more: More) => Result
}

/** What the visitor makes of a block. */
export function visitBlock<Result, More extends readonly unknown[]>(
  token: BlockToken,
  visitor: BlockVisitor<Result, More>,
  ...more: More
): Result {
  const visit = visitor[token.type] as (token: BlockToken, ...more: More) => Result
  return visit(token, ...more)
}
