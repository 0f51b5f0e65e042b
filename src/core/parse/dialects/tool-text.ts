import type { LineIndex } from '../line-index.ts'

/** The body of a note as tools read their own syntax. */
export interface ToolText {
  readonly text: string
  /** Where the body starts. */
  readonly from: number
  readonly lines: LineIndex
  /** Whether an offset lies in code, mathematics, a comment or HTML. */
  readonly isExcluded: (offset: number) => boolean
}
