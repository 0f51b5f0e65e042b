import type { Region } from '../region.ts'
import type { WrittenDefinition } from '../links/reference.ts'
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

/** What the blocks of a note are, in order of appearance. */
export class Findings {
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
}
