import { PIPE, trimEnd } from '../character.ts'
import { Finder, NOWHERE } from '../finder.ts'
import { InlineSource } from '../inlines/inline-source.ts'
import { openComment } from '../inlines/marks/open-comment.ts'
import type { LineReader } from './line-reader.ts'

interface Range {
  readonly start: number
  readonly end: number
}

/** The marks that reach over blank lines, as in Obsidian: `$$` for mathematics and `%%` for comments. */
export class WideMarks {
  private readonly text: string
  private readonly comments: Finder
  private readonly openers: Finder
  private readonly displays: Finder
  private inline: InlineSource | undefined

  constructor(text: string) {
    this.text = text
    this.comments = new Finder(text, '%%')
    this.openers = new Finder(text, '%%')
    this.displays = new Finder(text, '$$')
  }

  /**
   * Whether the line opens a block of mathematics: `$$` alone on it, closed by a later `$$` before any code fence. `above` is the
   * paragraph that the line would interrupt.
   */
  opensMath(line: LineReader, above: Range | undefined): boolean {
    const { text } = this
    const alone = trimEnd(text, line.nonspace, line.end) === line.nonspace + 2
    if (!alone || !text.startsWith('$$', line.nonspace)) return false
    const close = this.displays.from(line.end)
    if (close === NOWHERE || this.isOpen('$$', above)) return false
    return !/^[ \t>]*(?:```|~~~)/m.test(text.slice(line.end, close))
  }

  /**
   * The end of the comment that starts the line with `%%` and is not closed on it; it hides all in between, or, never closed, the rest
   * of the note. -1 when there is none.
   */
  commentEnd(line: LineReader, above: Range | undefined): number {
    const { text } = this
    if (!text.startsWith('%%', line.nonspace)) return -1
    const close = this.comments.from(line.nonspace + 2)
    if (close < line.end || this.isOpen('%%', above)) return -1
    return close === NOWHERE ? text.length : close + 2
  }

  /**
   * The comment that the text of the line opens after a space, and that a later line closes. One that is never closed is text, and so is
   * `100%%`: to hide what follows, a line must start with the mark or set it apart.
   */
  commentInside(line: LineReader): Range | undefined {
    if (this.openers.from(line.nonspace) >= line.end || this.text.charCodeAt(line.nonspace) === PIPE) return undefined
    const start = openComment((this.inline ??= new InlineSource(this.text)), line.nonspace, line.end)
    const close = start === -1 ? NOWHERE : this.comments.from(start + 2)
    return close === NOWHERE ? undefined : { start, end: close + 2 }
  }

  /** Whether the paragraph above has opened the mark, so that the one on the line closes it. */
  private isOpen(mark: string, above: Range | undefined): boolean {
    if (above === undefined) return false
    const marks = this.text.slice(above.start, above.end).split(mark).length - 1
    return marks % 2 === 1
  }
}
