import { CARET, COLON, DASH, PIPE } from '../character.ts'
import { setextLevel } from './block-starts.ts'
import { calloutMark } from './callout.ts'
import type { Containers } from './containers.ts'
import type { Findings } from './findings.ts'
import { LeafWriter } from './leaf-writer.ts'
import type { LineReader } from './line-reader.ts'
import { Paragraph } from './paragraph.ts'
import { columnAlignments, isTableDelimiter } from './table.ts'
import { Verbatim } from './verbatim.ts'
import type { VerbatimRule } from './verbatim.ts'

/** The leaf that is being read, and what its next line makes of it; finished leaves go to the writer. */
export class OpenLeaf {
  readonly writer: LeafWriter
  kind: 'nothing' | 'paragraph' | 'table' | 'verbatim' = 'nothing'
  private readonly text: string
  private readonly line: LineReader
  private readonly containers: Containers
  private readonly findings: Findings
  private readonly lines = new Paragraph()
  private verbatim: Verbatim | undefined

  constructor(line: LineReader, containers: Containers, findings: Findings) {
    this.text = line.text
    this.line = line
    this.containers = containers
    this.findings = findings
    this.writer = new LeafWriter(line.text, containers, findings)
  }

  /** The paragraph, when that is what is open. */
  get paragraph(): Paragraph | undefined {
    return this.kind === 'paragraph' ? this.lines : undefined
  }

  /** Makes room for a new block: ends the leaf and the containers that the line does not continue. */
  begin(): void {
    this.close()
    this.closeContainers()
    this.writer.first = this.containers.fill()
  }

  /** Ends the containers that the line does not continue. */
  closeContainers(): void {
    this.containers.closeUnmatched()
    this.findings.closeTo(this.containers.depth)
  }

  close(): void {
    if (this.kind === 'paragraph') this.writer.addParagraph(this.lines)
    else if (this.kind === 'verbatim' && this.verbatim !== undefined) {
      const { leafKind, start, end, lines, info } = this.verbatim
      this.findings.addVerbatim(this.writer.leaf(leafKind, start, end), lines, info)
    }
    this.kind = 'nothing'
  }

  /** Starts a block with the line whose lines are not markdown. */
  startVerbatim(rule: VerbatimRule): void {
    this.begin()
    this.verbatim = new Verbatim(this.line, rule, this.findings.wantsLines)
    this.kind = 'verbatim'
  }

  /** Whether the line belongs to the open block of code, HTML or mathematics, which it may end. */
  continueVerbatim(): boolean {
    if (this.kind !== 'verbatim') return false
    const answer = this.containers.allMatched ? (this.verbatim?.take(this.line) ?? 'no') : 'no'
    if (answer !== 'yes') this.close()
    if (answer === 'last') this.goOnBehind()
    return answer !== 'no'
  }

  /** Text behind the `$$` that ends a formula is a paragraph, of which a block id may be all. */
  private goOnBehind(): void {
    const { line, verbatim } = this
    if (verbatim?.leafKind !== 'math' || verbatim.end >= line.end) return
    line.skipTo(verbatim.end)
    if (!line.blank) this.addText()
  }

  /** Whether the line underlines the paragraph, which is a heading then. */
  endAsHeading(): boolean {
    const { line, lines } = this
    if (this.kind !== 'paragraph' || !this.containers.allMatched) return false
    const level = setextLevel(this.text, line.nonspace, line.end)
    // The title of a callout is no heading, nor is what stands below it in its paragraph: the line is a rule there.
    if (
      level === 0 ||
      (this.containers.quoted && calloutMark(this.text.slice(lines.start, lines.start + 200)) !== undefined)
    )
      return false
    lines.takeDefinitions(this.text, this.findings.addDefinition)
    // Nothing but definitions stood above: the underline is text.
    if (lines.start >= lines.end) return false
    const { start } = lines
    this.writer.addHeading(level, this.writer.endParagraph(lines), [start, line.end])
    this.kind = 'nothing'
    return true
  }

  /** Takes the line for text: it goes on with the paragraph or table, or starts a paragraph. */
  addText(): void {
    const { line, lines, containers } = this
    if (this.kind === 'paragraph' && lines.start < lines.end) {
      if (containers.allMatched && this.startsTable()) return
      lines.add(line.nonspace, line.end, containers.quoted)
      lines.lazy = !containers.allMatched
      if (this.text.charCodeAt(line.nonspace) === CARET) this.writer.findBlockId(line.nonspace, line.end)
    } else if (this.kind === 'table' && containers.allMatched) {
      this.writer.addRow(line.nonspace, line.end)
    } else {
      if (this.kind !== 'paragraph') this.begin()
      lines.open(line.nonspace, line.end)
      this.kind = 'paragraph'
    }
  }

  private startsTable(): boolean {
    const { text, line, lines } = this
    const code = text.charCodeAt(line.nonspace)
    if (code !== PIPE && code !== DASH && code !== COLON) return false
    const header = { start: Math.max(lines.start, lines.lastLine), end: lines.end }
    const ends = lines.lines > 1
    // Behind other text a header without a bar is more text.
    if (ends && (lines.lazy || !text.slice(header.start, header.end).includes('|'))) return false
    if (!isTableDelimiter(text, { start: line.nonspace, end: line.end }, header)) return false
    if (ends) {
      lines.dropLastLine()
      this.writer.addParagraph(lines)
      this.writer.first = false
    }
    this.kind = 'table'
    this.findings.openTable(columnAlignments(text, line.nonspace, line.end), header.start)
    this.writer.addRow(header.start, header.end)
    return true
  }
}
