import type { Link } from '../model/link.ts'
import type { Block, Definition, Footnote, Heading, InlineTag, ParseProblem } from '../model/note.ts'

/** A stretch of the body that is not prose. */
export interface Excluded {
  readonly kind: 'code' | 'math' | 'comment' | 'html'
  readonly start: number
  readonly end: number
}

/** What the body of a note holds; all lists in order of appearance. */
export interface Scan {
  readonly headings: readonly Heading[]
  readonly blocks: readonly Block[]
  readonly inlineTags: readonly InlineTag[]
  readonly anchors: readonly string[]
  readonly links: readonly Link[]
  readonly definitions: readonly Definition[]
  readonly footnotes: readonly Footnote[]
  readonly problems: readonly ParseProblem[]
  /** Words outside code, mathematics, comments and HTML. */
  readonly words: number
  /** Code, mathematics, comments and HTML. */
  readonly excluded: readonly Excluded[]
  /** The first paragraph of prose as plain text, at most 300 characters. */
  readonly lead?: string
  /** The first paragraph of prose after the first level-1 heading. */
  readonly leadAfterTitle?: string
}

/** Type `T` while it is being made. */
export type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

/** What has been found so far. */
export class Found {
  readonly headings: Heading[] = []
  readonly blocks: Block[] = []
  readonly inlineTags: InlineTag[] = []
  readonly anchors: string[] = []
  readonly links: Link[] = []
  readonly footnotes: Footnote[] = []
  readonly problems: ParseProblem[] = []
  readonly excluded: Excluded[] = []
  words = 0
}
