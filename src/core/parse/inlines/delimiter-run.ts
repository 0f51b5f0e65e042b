/** A run of `*`, `_`, `~` or `=` that may open or close emphasis. */
export interface DelimiterRun {
  readonly mark: number
  readonly canOpen: boolean
  readonly canClose: boolean
  readonly length: number
  /** How many of its characters are text. */
  left: number
}
