/** What the parser printed instead of asking for a command: help, version or an error. */
export interface ParserEnd {
  readonly exit: 0 | 2
  readonly out: string
  readonly error: string
}
