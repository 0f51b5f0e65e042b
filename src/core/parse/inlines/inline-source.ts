import {
  BACKSLASH,
  BACKTICK,
  BANG,
  DASH,
  DOLLAR,
  PERCENT,
  QUESTION,
  isAlphanumeric,
  isDigit,
  isLetter,
  isLineEnd,
  isSpace,
} from '../character.ts'
import { Finder } from '../finder.ts'
import { tagEnd } from './marks/html-tag.ts'

/**
 * A text with answers to "where does the code span, the mathematics, the HTML that starts here end?", within the range of one block.
 * Each answer is -1 when nothing starts there. Asked in the order of the text they cost one pass in all, on any input.
 */
export class InlineSource {
  readonly text: string
  /** What ends a bare address before it, beside blanks and brackets: signs of the vault's tools. */
  readonly afterAddress: readonly string[]
  start = 0
  end = 0
  private finders: Map<string, Finder> | undefined
  /** The starts of the runs of backticks by their length, from the first that had to be looked up. */
  private runs: ReadonlyMap<number, readonly number[]> | undefined

  constructor(text: string, afterAddress: readonly string[] = []) {
    this.text = text
    this.afterAddress = afterAddress
  }

  /** Goes to the block [start, end). */
  setRange(start: number, end: number): void {
    this.start = start
    this.end = end
    this.runs = undefined
  }

  /** After the code span whose run of backticks starts at `at` (CommonMark 6.1). */
  codeSpanEnd(at: number): number {
    const length = this.runLength(at)
    const after = at + length
    const next = this.text.indexOf('`', after)
    if (next === -1 || next >= this.end) return -1
    if (this.runLength(next) === length) return next + length
    this.runs ??= this.findRuns(next)
    const close = firstAtLeast(this.runs.get(length) ?? [], after)
    return close === undefined ? -1 : close + length
  }

  /** What a sticky pattern matches at `at`; undefined where that does not end within the range. */
  match(pattern: RegExp, at: number): RegExpExecArray | undefined {
    pattern.lastIndex = at
    const found = pattern.exec(this.text)
    return found === null || pattern.lastIndex > this.end ? undefined : found
  }

  /** How many of the character at `at` follow one another there. */
  runLength(at: number): number {
    const code = this.text.charCodeAt(at)
    let i = at + 1
    while (i < this.end && this.text.charCodeAt(i) === code) i++
    return i - at
  }

  /**
   * After the `$…$` or `$$…$$` that starts at `at`. Code spans inside are skipped. A `$` needs something other than a space inside
   * it and no letter or digit before it; the next `$` closes it or, after a space or before a digit, shows that it was none.
   */
  mathEnd(at: number): number {
    const { text, end } = this
    if (text.charCodeAt(at + 1) === DOLLAR) return text.charCodeAt(at + 2) === DOLLAR ? -1 : this.displayEnd(at)
    if (at + 1 >= end || isSpace(text.charCodeAt(at + 1)) || isAlphanumeric(text.charCodeAt(at - 1))) return -1
    for (let i = at + 1; i < end; i++) {
      const code = text.charCodeAt(i)
      if (code === DOLLAR) return isSpace(text.charCodeAt(i - 1)) || isDigit(text.charCodeAt(i + 1)) ? -1 : i + 1
      if (isLineEnd(code)) return -1
      if (code === BACKSLASH || code === BACKTICK) i = this.afterMathCharacter(i) - 1
    }
    return -1
  }

  /** After the `%%…%%` that starts at `at`. */
  hiddenEnd(at: number): number {
    if (this.text.charCodeAt(at + 1) !== PERCENT) return -1
    const close = this.next('%%', at + 2)
    return close + 2 <= this.end ? close + 2 : -1
  }

  /** After the comment of MDX that starts with the brace at `at`. */
  mdxCommentEnd(at: number): number {
    return this.text.startsWith('{/*', at) ? this.within(this.next('*/}', at + 3) + 3) : -1
  }

  /** After the tag, comment, instruction, declaration or CDATA section that starts with the `<` at `at` (CommonMark 6.6). */
  htmlEnd(at: number): number {
    const { text } = this
    const next = text.charCodeAt(at + 1)
    if (next === BANG) return this.declarationEnd(at)
    if (next === QUESTION) return this.within(this.next('?>', at + 2) + 2)
    return tagEnd(text, at, this.end)
  }

  /** Whether an HTML comment starts at `at`. */
  isComment(at: number): boolean {
    const { text } = this
    return text.charCodeAt(at + 1) === BANG && text.charCodeAt(at + 2) === DASH && text.charCodeAt(at + 3) === DASH
  }

  private declarationEnd(at: number): number {
    const { text } = this
    if (this.isComment(at)) {
      // `<!-->` and `<!--->` are comments too.
      const close = this.next('-->', at + 2)
      return this.within(close + 3)
    }
    if (text.startsWith('<![CDATA[', at)) return this.within(this.next(']]>', at + 9) + 3)
    return isLetter(text.charCodeAt(at + 2)) ? this.within(this.next('>', at + 2) + 1) : -1
  }

  /** The next `mark` at or after `from`, of which few texts hold any. */
  private next(mark: string, from: number): number {
    const finders = (this.finders ??= new Map<string, Finder>())
    let finder = finders.get(mark)
    if (finder === undefined) {
      finder = new Finder(this.text, mark)
      finders.set(mark, finder)
    }
    return finder.from(from)
  }

  private within(offset: number): number {
    return offset <= this.end ? offset : -1
  }

  private displayEnd(at: number): number {
    const { text, end } = this
    for (let i = at + 2; i + 1 < end; i = this.afterMathCharacter(i)) {
      if (text.charCodeAt(i) === DOLLAR && text.charCodeAt(i + 1) === DOLLAR) return i + 2
    }
    return -1
  }

  /** After the escape, code span or character at `at`, as mathematics reads them. */
  afterMathCharacter(at: number): number {
    const code = this.text.charCodeAt(at)
    if (code === BACKSLASH) return at + 2
    if (code !== BACKTICK) return at + 1
    const close = this.codeSpanEnd(at)
    return close === -1 ? at + this.runLength(at) : close
  }

  private findRuns(from: number): ReadonlyMap<number, readonly number[]> {
    const runs = new Map<number, number[]>()
    let at = from
    while (at !== -1 && at < this.end) {
      const length = this.runLength(at)
      const starts = runs.get(length)
      if (starts === undefined) runs.set(length, [at])
      else starts.push(at)
      at = this.text.indexOf('`', at + length)
    }
    return runs
  }
}

function firstAtLeast(sorted: readonly number[], least: number): number | undefined {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return sorted[low]
}
