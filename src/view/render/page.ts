import type { BlockToken } from '../../core/parse/blocks/block-token.ts'
import type { InlineRenderer } from './inlines/inline-renderer.ts'
import type { EmbeddedNote, RenderedHeading, RenderOptions } from './render-options.ts'
import type { Line } from './runs/run.ts'

/** What laying out a block may use: the document so far, and how to lay out what is inside. */
export interface Page {
  readonly options: RenderOptions
  readonly renderer: InlineRenderer
  /** Headings met so far; their lines are known when the page is painted. */
  readonly headings: Omit<RenderedHeading, 'line'>[]
  /** The line of the markdown, from 0, in which an offset stands. */
  readonly lineAt: (offset: number) => number
  /** The notes that are being expanded, outermost first: an embed of one of them is a cycle. */
  readonly embedding: readonly string[]
  /** How many more characters may be embedded, here and in all around. */
  readonly embedRoom: { left: number }
  readonly blocks: (tokens: readonly BlockToken[], room: Room) => readonly Line[]
  readonly embedded: (note: EmbeddedNote, width: number) => readonly Line[]
}

/** The place a block is laid out in. */
export interface Room {
  readonly width: number
  /** Whether no blank lines separate blocks, as in the items of a tight list. */
  readonly tight?: boolean
  /** How many lists are around. */
  readonly listDepth?: number
}
