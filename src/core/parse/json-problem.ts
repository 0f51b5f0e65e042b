import { type ParseError, printParseErrorCode } from 'jsonc-parser'

/** What is wrong first in JSON, as words, and where; undefined when nothing is. */
export function jsonProblem([error]: readonly ParseError[]):
  { readonly reason: string; readonly at: number } | undefined {
  return error && { reason: wordsOf(printParseErrorCode(error.error)), at: error.offset }
}

/** The name of an error as words: `PropertyNameExpected`. */
function wordsOf(name: string): string {
  return name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).toLowerCase()
}
