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
  return splitAtSoftBreaks(runs).flatMap((line) => {
    if (!textOf(line).startsWith(': ')) return wrapRuns(styled(line, 'strong'), width)
    const [first, ...rest] = line
    const body = first === undefined ? rest : [{ ...first, text: first.text.slice(2) }, ...rest]
    return prefixed(wrapRuns(body, Math.max(1, width - 4)), [run('    ')], [run('    ')])
  })
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
