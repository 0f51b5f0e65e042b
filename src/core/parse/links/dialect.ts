import type { LinkKind } from '../../model/link.ts'
import type { Definitions, LinkPiece } from '../inlines/piece.ts'
import type { InlineSource } from '../inlines/inline-source.ts'

/** Brackets that a `]` has closed: `[text]` or `![text]`. */
export interface ClosedBracket {
  readonly image: boolean
  /** The offset of its `[` or `![`. */
  readonly start: number
  readonly textStart: number
  /** The offset of its `]`. */
  readonly textEnd: number
  /** Whether other brackets stand inside, so that the text is no label. */
  readonly nested: boolean
}

/** How a link is read; gives undefined where none stands. */
export type LinkReader = StartReader | BracketReader

/** Reads a link from what it starts with. */
export interface StartReader {
  readonly start: string
  readonly bracket?: never
  readonly read: (source: InlineSource, at: number) => LinkPiece | undefined
}

/** Reads a link when a `]` closes `[text]` or `![text]`. */
export interface BracketReader {
  readonly bracket: 'text' | 'image'
  readonly start?: never
  readonly read: (source: InlineSource, bracket: ClosedBracket, definitions: Definitions) => LinkPiece | undefined
}

/** What a link names. */
export interface WrittenTarget {
  readonly target: string
  readonly anchor?: string | undefined
}

/** All that is to be known of one syntax of links. The scanner, plain text and every renderer read it, and nothing else tells them. */
export interface LinkDialect<Kind extends LinkKind = LinkKind> {
  readonly kind: Kind
  /** How it is read in running text, in the order of trying; empty for what stands in tags or front matter. */
  readonly readers: readonly LinkReader[]
  /** What a reader sees of a link that gives no text of its own. */
  readonly shown: (place: WrittenTarget) => string
  /** Whether it brings in what it names, as pictures and embeds do. */
  readonly embeds: boolean
  /** The link as one writes it; target and anchor are spelled as its syntax wants them. */
  readonly write: (place: WrittenTarget, text?: string) => string
}
