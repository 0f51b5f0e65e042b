/** How a link's target and anchor are to be spelled, escapes undone as in `Link`; what is absent stays as it is. */
export interface Spelling {
  readonly target?: string
  /** What stands for the target in the text, where that is known; else it is made of the target. */
  readonly written?: string
  readonly anchor?: string
}
