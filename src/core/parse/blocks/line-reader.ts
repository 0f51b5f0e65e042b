import { COLON, GREATER_THAN, LINE_FEED, SPACE, TAB, skipBlanks } from '../character.ts'
import { Finder } from '../finder.ts'
import { IntegerList } from '../integer-list.ts'

/**
 * Walks over the lines of a text and, inside a line, over the markers before its content. Columns count tabs as CommonMark 2.2
 * does: to the next multiple of four. White space is looked at once per line, however many containers ask about it.
 */
export class LineReader {
  readonly text: string
  /** The offset at which each line seen so far starts. */
  readonly starts: IntegerList
  /** The current line: [start, end) without its line ending. */
  start = 0
  end = 0
  /** The first character of the line that no container has consumed and that is no space or tab; `end` when there is none. */
  nonspace = 0
  private next = 0
  private column = 0
  private nonspaceColumn = 0
  private readonly feeds: Finder
  private readonly carriages: Finder

  constructor(text: string) {
    this.text = text
    this.starts = new IntegerList()
    this.feeds = new Finder(text, '\n')
    this.carriages = new Finder(text, '\r')
  }

  /** Goes to the next line; false after the last. */
  advance(): boolean {
    const { text, next } = this
    if (next >= text.length) return false
    this.starts.push(next)
    this.start = next
    this.findEnd()
    this.column = 0
    this.nonspace = next
    this.nonspaceColumn = 0
    this.skipSpace()
    return true
  }

  /** Columns of white space before `nonspace` that no container has consumed. */
  get indent(): number {
    return this.nonspaceColumn - this.column
  }

  get blank(): boolean {
    return this.nonspace >= this.end
  }

  /** What of the line no container has consumed, without up to `strip` columns of white space; a tab that is cut becomes spaces. */
  content(strip: number): string {
    const { text, start, nonspace, end } = this
    const from = this.column + Math.min(strip, this.indent)
    const rest = text.slice(nonspace, end)
    if (from >= this.nonspaceColumn) return rest
    let at = start
    let column = 0
    while (column < from) column += text.charCodeAt(at++) === TAB ? 4 - (column & 3) : 1
    return ' '.repeat(column - from) + text.slice(at, nonspace) + rest
  }

  /** Whether the line is `least` colons or more and nothing else. */
  isColons(least: number): boolean {
    const { text, nonspace, end } = this
    const count = this.colons
    return count >= least && this.indent < 4 && skipBlanks(text, nonspace + count, end) === end
  }

  /** How many colons stand at the content of the line. */
  get colons(): number {
    let at = this.nonspace
    while (at < this.end && this.text.charCodeAt(at) === COLON) at++
    return at - this.nonspace
  }

  /** Consumes columns of white space. */
  consumeIndent(columns: number): void {
    this.column += columns
  }

  /** Consumes the `width` characters of a marker at `nonspace`, and the white space before it. */
  consumeMarker(width: number): void {
    this.nonspace += width
    this.nonspaceColumn += width
    this.column = this.nonspaceColumn
    this.skipSpace()
  }

  /** Goes on to an offset of the line that is behind what has been consumed, and over the white space there. */
  skipTo(offset: number): void {
    this.consumeMarker(Math.max(0, offset - this.nonspace))
  }

  /** Consumes the markers of up to `most` quotes, each with the one space that may follow it; gives how many there are. */
  consumeQuotes(most: number): number {
    const { text, end } = this
    let { nonspace: at, column, nonspaceColumn } = this
    let quotes = 0
    while (quotes < most && at < end && nonspaceColumn - column < 4 && text.charCodeAt(at) === GREATER_THAN) {
      quotes++
      column = ++nonspaceColumn
      const marker = ++at
      for (; at < end; at++) {
        const code = text.charCodeAt(at)
        if (code === SPACE) nonspaceColumn++
        else if (code === TAB) nonspaceColumn += 4 - (nonspaceColumn & 3)
        else break
      }
      if (at > marker) column++
    }
    this.nonspace = at
    this.column = column
    this.nonspaceColumn = nonspaceColumn
    return quotes
  }

  private skipSpace(): void {
    const { text, end } = this
    let at = this.nonspace
    let column = this.nonspaceColumn
    for (; at < end; at++) {
      const code = text.charCodeAt(at)
      if (code === SPACE) column++
      else if (code === TAB) column += 4 - (column & 3)
      else break
    }
    this.nonspace = at
    this.nonspaceColumn = column
  }

  private findEnd(): void {
    const { text, start } = this
    if (text.charCodeAt(start) === LINE_FEED) {
      this.end = start
      this.next = start + 1
      return
    }
    const feed = this.feeds.from(start)
    const carriage = this.carriages.from(start)
    const end = Math.min(feed, carriage, text.length)
    this.end = end
    this.next = carriage + 1 === feed ? feed + 1 : end + 1
  }
}
