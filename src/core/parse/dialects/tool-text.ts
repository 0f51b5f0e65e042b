import type { LineIndex } from '../line-index.ts'

/** The body of a note as tools read what is no inline markdown. */
export interface ToolText {
  readonly text: string
  /** Where the body starts. */
  readonly from: number
  readonly lines: LineIndex
}
