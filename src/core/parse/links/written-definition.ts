import type { Destination } from './destination.ts'

/** A reference definition as written (CommonMark 4.7). */
export interface WrittenDefinition {
  readonly label: string
  readonly destination: Destination
  /** What stands between the quotes of its title, as written. */
  readonly title?: string
  /** The offset after its title or destination. */
  readonly end: number
  /** The start of the next line, or the end of the text. */
  readonly next: number
}
