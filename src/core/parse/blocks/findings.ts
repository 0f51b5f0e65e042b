import type { Span } from '../../model/span.ts'
import type { Region } from '../region.ts'
import type { WrittenDefinition } from '../links/written-definition.ts'
import type { Leaf } from './leaf.ts'

/** A reference definition, in offsets of the note. */
export interface FoundDefinition {
  readonly label: string
  readonly start: number
  readonly end: number
  readonly angle: boolean
  /** The destination as written. */
  readonly written: string
  readonly writtenStart: number
  /** The title as written, without its quotes. */
  readonly title?: string
}

/** The `[^id]:` that starts a footnote. */
export interface FoundFootnote {
  readonly id: string
  readonly start: number
  readonly end: number
}

/** The mark of a list item: `-`, `+`, `*`, or a number before `.` or `)`. */
export interface ListMarker {
  /** The mark, or what follows the number. */
  readonly mark: string
  readonly number: number | undefined
  /** The offset of the marker. */
  readonly start: number
}

/** The line `!!! note "Title"`, `??? note` or `=== "Tab"` of MkDocs, or `:::note Title`; `title` is the leaf of the title. */
export interface FoundAdmonition extends Span {
  /** In lower case; `tab` of a tab. */
  readonly kind: string
  readonly fold?: 'open' | 'closed'
  readonly title?: Leaf
  /** Whether nothing is drawn around what it holds. */
  readonly unseen?: true
}

/** How the column of a table is aligned. */
export type Alignment = 'left' | 'center' | 'right' | undefined

/** What the blocks of a note are, in order of appearance. How they stand in each other is for those who override `open…` and `closeTo`. */
export class Findings {
  /** Whether the lines of code, HTML and mathematics are wanted (`addVerbatim`). */
  readonly wantsLines: boolean = false
  readonly leaves: Leaf[] = []
  readonly definitions: FoundDefinition[] = []
  readonly footnotes: FoundFootnote[] = []
  /** Start and end of each `^id`. */
  readonly blockIds: { start: number; end: number }[] = []

  /** Adds a definition at `at` of a region. */
  readonly addDefinition = (definition: WrittenDefinition, region: Region, at: number): void => {
    const { label, destination, end, title } = definition
    this.definitions.push({
      label,
      start: region.toSource(at),
      end: region.toSource(end),
      angle: destination.angle,
      written: region.text.slice(destination.start, destination.end),
      writtenStart: region.toSource(destination.start),
      ...(title === undefined ? {} : { title }),
    })
  }

  addLeaf(leaf: Leaf): void {
    this.leaves.push(leaf)
  }

  /** Adds a block of code, HTML or mathematics; `lines` as `wantsLines` asked for, `info` is what follows the fence. */
  addVerbatim(leaf: Leaf, _lines: readonly string[], _info: string): void {
    this.addLeaf(leaf)
  }

  /** Adds a `^id`; it names the block that is added next, or, alone in its paragraph, the one before. */
  addBlockId(start: number, end: number): void {
    this.blockIds.push({ start, end })
  }

  addFootnote(footnote: FoundFootnote): void {
    this.footnotes.push(footnote)
  }

  /** Opens quotes, one in the other, whose marks begin at `start`. */
  openQuotes(_count: number, _start: number): void {}
  openItem(_marker: ListMarker): void {}
  /** Opens what an admonition holds, and adds its title. */
  openAdmonition({ title }: FoundAdmonition): void {
    if (title !== undefined) this.leaves.push(title)
  }
  /** Ends the containers that are nested deeper than `depth`. */
  closeTo(_depth: number): void {}
  addRule(_start: number, _end: number): void {}
  openTable(_alignments: readonly Alignment[], _start: number): void {}
  openRow(): void {}
  /** Notes a paragraph of which its definitions or its block id left nothing. */
  endEmpty(_start: number, _end: number): void {}
}
