import {
  BACKTICK,
  DASH,
  DOLLAR,
  EQUALS,
  GREATER_THAN,
  HASH,
  LESS_THAN,
  OPEN_BRACE,
  OPEN_BRACKET,
  PERCENT,
  STAR,
  TILDE,
  UNDERSCORE,
  isLetter,
  skipBlanks,
} from '../character.ts'
import type { VaultDialects } from '../../model/tool-dialect.ts'
import { type Admonitions, admonitionsOf } from './admonitions.ts'
import {
  atxLevel,
  atxTextEnd,
  endsShortcode,
  fenceLength,
  footnoteStartEnd,
  listMarker,
  listMarkerWidth,
  unbrokenAt,
} from './block-starts.ts'
import { Containers } from './containers.ts'
import { Findings } from './findings.ts'
import { endsHtmlBlock, htmlBlockKind } from './html-block.ts'
import { LineReader } from './line-reader.ts'
import { OpenLeaf } from './open-leaf.ts'
import { trailingBlockId } from './block-id.ts'
import type { VerbatimRule } from './verbatim.ts'
import { WideMarks } from './wide-marks.ts'

/** What a try to start a block came to: nothing, a container whose content follows on the line, or a leaf that takes the line. */
type Started = 'nothing' | 'container' | 'leaf'

/**
 * The first pass: lines to blocks (CommonMark 0.31, appendix "Phase 1"), with tables, footnotes, `$$` blocks and `%%` comments beside
 * what CommonMark has. One pass, no recursion: time grows with the length of the text alone.
 */
export class BlockScanner {
  readonly findings: Findings
  readonly line: LineReader
  private readonly text: string
  private readonly dialects: VaultDialects | undefined
  private readonly containers = new Containers()
  private readonly leaf: OpenLeaf
  private readonly wideMarks: WideMarks
  private readonly admonitions: Admonitions | undefined
  /** Up to where a line is known to be no thematic break of this mark. */
  private unbroken = { to: -1, mark: 0 }
  /** The end of the `%%` comment that is being skipped. */
  private commentEnd = 0

  /** `dialects` are those of the vault: it may have admonitions, and `>}}` of Hugo is no quote. */
  constructor(text: string, findings: Findings = new Findings(), dialects?: VaultDialects) {
    this.text = text
    this.dialects = dialects
    this.findings = findings
    this.line = new LineReader(text)
    this.leaf = new OpenLeaf(this.line, this.containers, this.findings)
    this.wideMarks = new WideMarks(text, dialects)
    const { line, containers, leaf } = this
    this.admonitions = dialects && admonitionsOf({ line, containers, leaf, findings }, dialects)
  }

  /** Reads the blocks of the lines that start at or after `from`. */
  scan(from: number): Findings {
    while (this.line.advance()) if (this.line.start >= from) this.readLine()
    this.leaf.close()
    return this.findings
  }

  private readLine(): void {
    const { line, containers } = this
    if (this.commentEnd > line.start) {
      this.skipComment()
      return
    }
    containers.match(line)
    if (containers.ended) {
      this.leaf.close()
      this.leaf.closeContainers()
      return
    }
    if (line.blank && this.leaf.kind === 'nothing' && containers.allMatched) return
    if (this.leaf.continueVerbatim()) return
    if (!line.blank) this.startBlocks()
    else {
      this.leaf.close()
      this.leaf.closeContainers()
    }
  }

  private skipComment(): void {
    const { line } = this
    if (line.end < this.commentEnd) {
      this.containers.match(line)
      if (line.blank) this.leaf.close()
      return
    }
    line.skipTo(this.commentEnd)
    this.containers.keepAll()
    if (!line.blank) this.addText()
  }

  private startBlocks(): void {
    const { line } = this
    while (!line.blank) {
      const started = this.startBlock()
      if (started === 'leaf') return
      if (started === 'nothing') {
        this.addText()
        return
      }
    }
  }

  private startBlock(): Started {
    const { line } = this
    if (line.indent >= 4) return this.leaf.kind === 'nothing' ? this.startVerbatim({ rule: 'indented' }) : 'nothing'
    const code = this.text.charCodeAt(line.nonspace)
    // No block starts with a letter: most lines go no further.
    if (isLetter(code)) return 'nothing'
    if (this.admonitions?.start(code) === true) return 'leaf'
    const leaf = this.startLeaf(code)
    return leaf === 'nothing' ? this.startContainer(code) : leaf
  }

  private startLeaf(code: number): Started {
    switch (code) {
      case HASH:
        return this.startHeading()
      case BACKTICK:
      case TILDE:
        return this.startFence(code)
      case LESS_THAN:
        return this.startHtml()
      case EQUALS:
        return this.leaf.endAsHeading() ? 'leaf' : 'nothing'
      case DASH:
        return this.leaf.endAsHeading() ? 'leaf' : this.startBreak(code)
      case STAR:
      case UNDERSCORE:
        return this.startBreak(code)
      case DOLLAR:
        return this.startMath()
      case PERCENT:
      case OPEN_BRACE:
        return this.startComment()
      default:
        return 'nothing'
    }
  }

  private startContainer(code: number): Started {
    if (code === GREATER_THAN && !endsShortcode(this.text, this.line.nonspace, this.dialects)) {
      this.leaf.begin()
      const start = this.line.nonspace
      this.findings.openQuotes(this.containers.openQuotes(this.line), start)
      return 'container'
    }
    return code === OPEN_BRACKET ? this.startFootnote() : this.startItem()
  }

  private startHeading(): Started {
    const { text, line } = this
    const level = atxLevel(text, line.nonspace, line.end)
    if (level === 0) return 'nothing'
    this.leaf.begin()
    const outer = line.nonspace
    const start = skipBlanks(text, outer + level, line.end)
    const id = trailingBlockId(text, start, line.end)
    if (id !== -1) this.leaf.writer.addBlockId(id, line.end)
    const end = atxTextEnd(text, start, id === -1 ? line.end : id)
    this.leaf.writer.addHeading(level, { start, end, pieces: undefined }, [outer, line.end])
    return 'leaf'
  }

  private startFence(mark: number): Started {
    const { text, line } = this
    const length = fenceLength(text, line.nonspace, line.end)
    if (length === 0) return 'nothing'
    const info = text.slice(line.nonspace + length, line.end).trim()
    return this.startVerbatim({ rule: 'fence', mark, length, info })
  }

  private startHtml(): Started {
    const { text, line } = this
    const kind = htmlBlockKind(text, line.nonspace, line.end)
    if (kind === undefined || (kind === 7 && this.leaf.kind === 'paragraph')) return 'nothing'
    this.startVerbatim({ rule: 'html', kind })
    if (endsHtmlBlock(kind, text, line.nonspace, line.end)) this.leaf.close()
    return 'leaf'
  }

  private startBreak(mark: number): Started {
    const { line } = this
    // On `- - - a` each bullet asks again: what keeps the first from being a break keeps the others before it, too.
    const known = this.unbroken
    if (line.nonspace <= known.to && known.to <= line.end && known.mark === mark) return 'nothing'
    const to = unbrokenAt(this.text, line.nonspace, line.end)
    if (to >= 0) {
      this.unbroken = { to, mark }
      return 'nothing'
    }
    this.leaf.begin()
    this.findings.addRule(line.nonspace, line.end)
    return 'leaf'
  }

  private startMath(): Started {
    const above = this.leaf.paragraph
    return this.wideMarks.opensMath(this.line, above) ? this.startVerbatim({ rule: 'math' }) : 'nothing'
  }

  private startComment(): Started {
    const above = this.leaf.paragraph
    const end = this.wideMarks.commentEnd(this.line, above)
    if (end === -1) return 'nothing'
    this.leaf.begin()
    this.commentEnd = end
    this.leaf.writer.add('comment', this.line.nonspace, end)
    return 'leaf'
  }

  private startItem(): Started {
    const { text, line } = this
    const width = listMarkerWidth(text, line.nonspace, line.end)
    if (width === 0) return 'nothing'
    const size = Math.abs(width)
    if (this.leaf.kind === 'paragraph' && this.containers.allMatched) {
      if (width < 0 || skipBlanks(text, line.nonspace + size, line.end) === line.end) return 'nothing'
    }
    const indent = line.indent
    const start = line.nonspace
    this.leaf.begin()
    line.consumeMarker(size)
    const padding = line.blank || line.indent > 4 ? 1 : line.indent
    line.consumeIndent(padding)
    this.containers.openItem(indent + size + padding)
    this.findings.openItem(listMarker(text, start, size))
    return 'container'
  }

  private startFootnote(): Started {
    const { text, line, findings } = this
    const end = footnoteStartEnd(text, line.nonspace, line.end)
    if (end === -1) return 'nothing'
    const start = line.nonspace
    this.leaf.begin()
    findings.addFootnote({ id: text.slice(start + 2, end - 2), start, end })
    line.consumeMarker(end - start)
    line.consumeIndent(line.indent)
    this.containers.openItem(4)
    return 'container'
  }

  private startVerbatim(rule: VerbatimRule): Started {
    this.leaf.startVerbatim(rule)
    return 'leaf'
  }

  /** Takes the line for text, but for a comment that it opens and another line closes; the paragraph may go on behind that. */
  private addText(): void {
    this.leaf.addText()
    const { paragraph, writer } = this.leaf
    const comment = paragraph && this.wideMarks.commentInside(this.line)
    if (comment === undefined) return
    paragraph?.cutEnd(comment.start)
    this.commentEnd = comment.end
    writer.add('comment', comment.start, comment.end)
  }
}
