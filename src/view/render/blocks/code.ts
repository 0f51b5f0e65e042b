import type { CodeToken } from '../../../core/parse/blocks/block-token.ts'
import { displayWidth } from '../../display-width.ts'
import { languageOf } from '../../code-language.ts'
import { expandTabs } from '../../expand-tabs.ts'
import { neutralise } from '../../neutralise.ts'
import { type Line, run, type Run, textOfRuns } from '../runs/run.ts'
import { cutText } from '../../wrap-text.ts'
import { drawMermaid } from '../mermaid/draw-flowchart.ts'
import { drawSequence } from '../mermaid/draw-sequence.ts'
import type { Page } from '../page.ts'

/** Longer code is shown without colours, which would take longer than the reader waits. */
const LONGEST_HIGHLIGHTED = 200_000

/** Code: a diagram drawn, all else indented, highlighted where the language is known; a line that is too long goes on after `↪`. */
export function code(page: Page, token: Pick<CodeToken, 'info' | 'text'>, width: number): readonly Line[] {
  const indent = width > 30 ? 4 : 0
  const drawn =
    languageOf(token.info) === 'mermaid'
      ? (drawMermaid(token.text, width - indent) ?? drawSequence(token.text, width - indent))
      : undefined
  if (drawn !== undefined) return drawn.map((row) => [run(' '.repeat(indent) + row)])
  // Soft hyphens are no break points in code: there they are shown.
  const text = expandTabs(neutralise(token.text))
  return codeLines(page, text, languageOf(token.info)).flatMap((line) => fold(line, width - indent, indent))
}

function codeLines(page: Page, text: string, language: string): readonly Line[] {
  const pieces = text.length > LONGEST_HIGHLIGHTED ? undefined : page.options.engines?.highlight?.(text, language)
  if (pieces === undefined) return text.split('\n').map((line) => [run(line, 'code')])
  const lines: Run[][] = [[]]
  for (const { text: piece, style } of pieces) {
    piece.split('\n').forEach((part, index) => {
      if (index > 0) lines.push([])
      if (part !== '') lines.at(-1)?.push(style === undefined ? run(part) : run(part, style))
    })
  }
  return lines
}

function fold(line: Line, width: number, indent: number): readonly Line[] {
  const margin = run(' '.repeat(indent))
  const text = textOfRuns(line)
  if (text.trim() === '') return [[]]
  if (displayWidth(text) <= width) return [[margin, ...line]]
  const lines: Line[] = []
  let from = 0
  for (const end of lineEnds(text, width, Math.max(1, width - 2))) {
    lines.push([margin, ...(from === 0 ? [] : [run('↪ ', 'rule')]), ...between(line, from, end)])
    from = end
  }
  return lines
}

/** Where the lines of folded code end: after a blank in their last third, else where the room does. */
function lineEnds(text: string, first: number, others: number): readonly number[] {
  const ends: number[] = []
  let from = 0
  while (from < text.length) {
    const room = from === 0 ? first : others
    const piece = cutText(text.slice(from, from + room), room)[0] ?? ''
    const blank = from + piece.length < text.length ? piece.lastIndexOf(' ') + 1 : 0
    from += blank > piece.length * 0.67 ? blank : Math.max(1, piece.length)
    ends.push(from)
  }
  return ends
}

/** The runs of a line between two offsets of its text. */
function between(line: Line, start: number, end: number): Line {
  let at = 0
  return line.flatMap((piece) => {
    const from = at
    at += piece.text.length
    const text = piece.text.slice(Math.max(0, start - from), Math.max(0, end - from))
    return text === '' ? [] : [{ ...piece, text }]
  })
}
