import type { VaultDialects } from '../../model/tool-dialect.ts'
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
  private readonly isMdx: boolean
  private readonly comments: Finder
  private readonly openers: Finder
  private readonly displays: Finder
  private inline: InlineSource | undefined
  private mdxEnds: Finder | undefined

  /** `dialects` are those of the vault: in one of Docusaurus comments of MDX are read, too. */
  constructor(text: string, dialects?: VaultDialects) {
    this.text = text
    this.isMdx = dialects?.syntax.includes('docusaurus') === true
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
    if (this.isMdx && text.startsWith('{/*', line.nonspace)) return this.mdxCommentEnd(line)
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

  /** The end of the comment of MDX that starts the line, where a later line closes it. */
  private mdxCommentEnd(line: LineReader): number {
    this.mdxEnds ??= new Finder(this.text, '*/}')
    const close = this.mdxEnds.from(line.nonspace + 3)
    return close < line.end || close === NOWHERE ? -1 : close + 3
  }

  /** Whether the paragraph above has opened the mark, so that the one on the line closes it. */
  private isOpen(mark: string, above: Range | undefined): boolean {
    if (above === undefined) return false
    const marks = this.text.slice(above.start, above.end).split(mark).length - 1
    return marks % 2 === 1
  }
}
