import type { InlineToken } from '../../../core/parse/inlines/inline-token.ts'
import { type Line, prefixed, run, type Run, softBreak, styled, textOf } from '../runs/run.ts'
import { wrapRuns } from '../runs/wrap-runs.ts'
import type { Page } from '../page.ts'
import { mathLines } from './math.ts'

/** A paragraph: wrapped text, display mathematics on lines of its own, definitions `: text` indented. */
export function paragraph(page: Page, tokens: readonly InlineToken[], width: number): readonly Line[] {
  const runs = page.renderer.inline(tokens)
  if (runs.some(({ display }) => display === true)) return withDisplays(page, runs, width)
  return textOf(runs.slice(0, 1)).startsWith(': ') || runs.some(({ text }) => text.includes(`${softBreak}: `))
    ? definitions(runs, width)
    : wrapRuns(runs, width)
}

function withDisplays(page: Page, runs: readonly Run[], width: number): readonly Line[] {
  const lines: Line[] = []
  let text: Run[] = []
  const flush = (): void => {
    lines.push(...wrapRuns(text, width))
    text = []
  }
  for (const piece of runs) {
    if (piece.display === true) {
      flush()
      lines.push(...mathLines(page, piece.text, width))
    } else text.push(piece)
  }
  flush()
  return lines
}

/** `Term` with `: definition` below it (as pandoc and PHP Markdown Extra write them). */
function definitions(runs: readonly Run[], width: number): readonly Line[] {
  return entriesOf(splitAtSoftBreaks(runs)).flatMap((entry) => {
    if (!isDefinition(entry)) return wrapRuns(styled(entry, 'strong'), width)
    const [first, ...rest] = entry
    const body = first === undefined ? rest : [{ ...first, text: first.text.slice(2) }, ...rest]
    return prefixed(wrapRuns(body, Math.max(1, width - 4)), [run('    ')], [run('    ')])
  })
}

/** The lines with those that go on with a definition joined to it: neither a definition nor the term of one. */
function entriesOf(lines: readonly (readonly Run[])[]): readonly (readonly Run[])[] {
  const entries: (readonly Run[])[] = []
  for (const [at, line] of lines.entries()) {
    const last = entries.at(-1)
    const goesOn = last !== undefined && isDefinition(last) && !isDefinition(line) && !isDefinition(lines[at + 1] ?? [])
    if (goesOn) entries[entries.length - 1] = [...last, run(' '), ...line]
    else entries.push(line)
  }
  return entries
}

function isDefinition(line: readonly Run[]): boolean {
  return textOf(line).startsWith(': ')
}

function splitAtSoftBreaks(runs: readonly Run[]): readonly (readonly Run[])[] {
  const lines: Run[][] = [[]]
  for (const piece of runs) {
    piece.text.split(softBreak).forEach((text, index) => {
      if (index > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push({ ...piece, text })
    })
  }
  return lines
}
