import { trimEnd } from '../character.ts'
import type { Containers } from './containers.ts'
import type { Findings } from './findings.ts'
import type { Leaf, LeafKind } from './leaf.ts'
import { trailingBlockId } from './block-id.ts'
import type { Paragraph } from './paragraph.ts'
import { tableCells } from './table.ts'

/** Where the text of a paragraph or heading stands; pieces as in Leaf. */
interface TextRange {
  readonly start: number
  readonly end: number
  readonly pieces: readonly number[] | undefined
}

/** Adds finished leaves, and the block ids at their ends, to the findings. */
export class LeafWriter {
  private readonly text: string
  private readonly containers: Containers
  private readonly findings: Findings
  /** Whether the leaf that is being read is the first block of a list item. */
  first = false

  constructor(text: string, containers: Containers, findings: Findings) {
    this.text = text
    this.containers = containers
    this.findings = findings
  }

  /** Adds a leaf that is read or kept as [start, end). */
  add(kind: LeafKind, start: number, end: number, pieces?: readonly number[] | undefined): void {
    this.findings.addLeaf(this.leaf(kind, start, end, pieces))
  }

  /** A leaf where the containers stand. */
  leaf(kind: LeafKind, start: number, end: number, pieces?: readonly number[] | undefined): Leaf {
    const { inQuote, inItem } = this.containers
    const { first } = this
    return {
      kind,
      start,
      end,
      pieces,
      outerStart: start,
      outerEnd: end,
      level: 0,
      inQuote,
      inItem,
      first,
    }
  }

  /** Adds a heading; `outer` are the start and end of the whole of it. */
  addHeading(level: number, text: TextRange, outer: readonly [number, number]): void {
    const { inQuote, inItem } = this.containers
    const { start, end, pieces } = text
    const [outerStart, outerEnd] = outer
    const { first } = this
    this.findings.addLeaf({
      kind: 'heading',
      start,
      end,
      pieces,
      outerStart,
      outerEnd,
      level,
      inQuote,
      inItem,
      first,
    })
  }

  /** Adds what is left of the paragraph behind its definitions. */
  addParagraph(paragraph: Paragraph): void {
    const from = paragraph.start
    paragraph.takeDefinitions(this.text, this.findings.addDefinition)
    if (paragraph.start < paragraph.end) {
      const { start, end, pieces } = this.endParagraph(paragraph)
      if (start < end) {
        this.add('paragraph', start, end, pieces)
        return
      }
    }
    this.findings.endEmpty(from, paragraph.end)
  }

  /** Cuts the block id and the white space from the end of the paragraph. */
  endParagraph(paragraph: Paragraph): TextRange {
    const { text } = this
    const { start, pieces } = paragraph
    const id = trailingBlockId(text, Math.max(start, paragraph.lastLine), paragraph.end)
    if (id !== -1 && (id > paragraph.lastLine || paragraph.lines === 1)) this.addBlockId(id, paragraph.end)
    const end = trimEnd(text, start, id === -1 ? paragraph.end : id)
    if (pieces !== undefined) pieces[pieces.length - 1] = Math.max(end, pieces[pieces.length - 2] ?? 0)
    return { start, end, pieces }
  }

  /** Adds the cells of a table row; a row that is but a block id belongs to the table. */
  addRow(start: number, end: number): void {
    if (this.findBlockId(start, end)) return
    this.findings.openRow()
    for (const cell of tableCells(this.text, start, end)) this.add('cell', cell.start, cell.end)
  }

  /** Notes the block id that is alone on the line, if one is. */
  findBlockId(start: number, end: number): boolean {
    const found = trailingBlockId(this.text, start, end) === start
    if (found) this.addBlockId(start, end)
    return found
  }

  /** Adds the block id that starts at `start`. */
  addBlockId(start: number, end: number): void {
    this.findings.addBlockId(start, trimEnd(this.text, start, end))
  }
}
