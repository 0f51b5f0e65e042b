/** What a block that holds no other blocks is. */
export type LeafKind = 'paragraph' | 'heading' | 'cell' | 'code' | 'math' | 'comment' | 'html'

/** A block that holds no other blocks, in order of appearance. */
export interface Leaf {
  readonly kind: LeafKind
  /** What is read: the text of a paragraph, heading or cell; the whole block of code, mathematics, a comment or HTML. */
  readonly start: number
  readonly end: number
  /** Start and end of each run of lines, when the markers of quotes stand between the lines. */
  readonly pieces: readonly number[] | undefined
  /** The whole heading line or lines; for others the same as start and end. */
  readonly outerStart: number
  readonly outerEnd: number
  /** Of a heading: 1 to 6; else 0. */
  readonly level: number
  readonly inQuote: boolean
  /** Whether a list item or footnote holds it. */
  readonly inItem: boolean
  /** Whether it is the first block of a list item, where a task box may stand. */
  readonly first: boolean
}
