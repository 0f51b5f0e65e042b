import { complain } from './complain.ts'
import type { Dialect } from './expression.ts'

/** What closes a quote that a mark begins: a straight one, or one of the pairs that phones and word processors write. */
const closingMarks: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“”' }

/** Reads the text of an expression from left to right; `at` is the place reached so far. */
export class ExpressionReader {
  readonly text: string
  readonly dialect: Dialect
  at = 0
  /** How many parentheses are open at this place. */
  groups = 0

  constructor(text: string, dialect: Dialect) {
    this.text = text
    this.dialect = dialect
  }

  /** The column of this place, counted from 1. */
  get column(): number {
    return this.at + 1
  }

  get atEnd(): boolean {
    return this.at >= this.text.length
  }

  skipBlanks(): void {
    while (!this.atEnd && isBlankCharacter(this.text.charAt(this.at))) this.at++
  }

  /** Takes what a sticky pattern matches here; undefined when it does not. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    const found = this.see(pattern)
    if (found !== undefined) this.at += found[0].length
    return found
  }

  /** What a sticky pattern matches here. */
  see(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at
    return pattern.exec(this.text) ?? undefined
  }

  /** Whether a quote begins here. Typographic marks begin one only when they are closed and something stands between them. */
  seesQuote(): boolean {
    const mark = this.text.charAt(this.at)
    const marks = closingMarks[mark]
    if (marks === undefined || mark === '"') return marks !== undefined
    const end = this.#closing(this.at + 1, marks)
    return end > 0 && this.text.slice(this.at + 1, end).trim() !== ''
  }

  /**
   * Takes the quoted text that begins here and gives what is between the quotes; `\` escapes a quote or itself. Fails when there is nothing
   * between them.
   */
  takeQuoted(): string {
    const start = this.at + 1
    const inner = this.takeQuotedOrNone()
    return inner.trim() === '' ? this.fail('there is nothing to look for here', start) : inner
  }

  /** The same, but there may be nothing between the quotes. */
  takeQuotedOrNone(): string {
    const mark = this.text.charAt(this.at)
    const start = this.at + 1
    const end = this.#closing(start, closingMarks[mark] ?? mark)
    if (end < 0) return this.fail('this quote is never closed', start)
    this.at = end + 1
    return this.text.slice(start, end).replace(/\\(["'\\])/g, '$1')
  }

  /** The place, from `from` on, of the next of some marks that is not escaped by `\`; -1 when there is none. */
  #closing(from: number, marks: string): number {
    for (let at = from; at < this.text.length; at++) {
      if (this.text.charAt(at) === '\\') at++
      else if (marks.includes(this.text.charAt(at))) return at
    }
    return -1
  }

  /** The place of the `)` that closes the `(` at a place; -1 when none does. Quotes hold parentheses as text. */
  closingParenthesis(open: number): number {
    let depth = 0
    for (let at = open; at < this.text.length; at++) {
      const mark = this.text.charAt(at)
      if (mark === '"' && this.#startsToken(at)) {
        const end = this.#closing(at + 1, mark)
        if (end > 0) at = end
      } else if (mark === '(') depth++
      else if (mark === ')' && --depth === 0) return at
    }
    return -1
  }

  #startsToken(at: number): boolean {
    return at === 0 || /[\s(:=<>~!-]/.test(this.text.charAt(at - 1))
  }

  fail(message: string, column: number = this.column): never {
    return complain({ text: this.text, called: this.dialect.called }, column, message)
  }
}

export function isBlankCharacter(character: string): boolean {
  return /\s/.test(character)
}
