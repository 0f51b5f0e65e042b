import { type DefinitionEntry, definitionEntries } from '../../../core/parse/inlines/definition-entries.ts'
import type { InlineToken } from '../../../core/parse/inlines/inline-token.ts'
import { type Line, prefixed, run, type Run, styled } from '../runs/run.ts'
import { wrapRuns } from '../runs/wrap-runs.ts'
import type { Page } from '../page.ts'
import { mathLines } from './math.ts'

/** A paragraph: wrapped text, display mathematics on lines of its own, definitions indented below their terms. */
export function paragraph(page: Page, tokens: readonly InlineToken[], width: number): readonly Line[] {
  const hasDisplays = tokens.some((token) => token.type === 'math' && token.display)
  const entries = hasDisplays ? undefined : definitionEntries(tokens)
  if (entries !== undefined) return definitions(page, entries, width)
  const runs = page.renderer.inline(tokens)
  return runs.some(({ display }) => display === true) ? withDisplays(page, runs, width) : wrapRuns(runs, width)
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

function definitions(page: Page, entries: readonly DefinitionEntry[], width: number): readonly Line[] {
  return entries.flatMap(({ kind, tokens }) => {
    const runs = page.renderer.inline(tokens)
    if (kind === 'term') return wrapRuns(styled(runs, 'strong'), width)
    return prefixed(wrapRuns(runs, Math.max(1, width - 4)), [run('    ')], [run('    ')])
  })
}
