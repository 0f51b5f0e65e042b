import type { Line } from '../runs/run.ts'
import { prefixed, run } from '../runs/run.ts'
import { wrapRuns } from '../runs/wrap-runs.ts'
import type { Page } from '../page.ts'

const INDENT = 4

/**
 * Display mathematics in two dimensions, indented where there is room; as lines of text where it is too wide for that,
 * and as its source where it cannot be read.
 */
export function mathLines(page: Page, tex: string, width: number): readonly Line[] {
  const indent = width > 40 ? INDENT : 0
  const drawn = page.renderer.math.display(tex, indent === 0 ? [width] : [width - indent, width])
  // A formula of definitions alone draws nothing.
  if (drawn?.rows.every((row) => row.trim() === '') === true) return []
  if (drawn !== undefined) return indented(drawn.rows, drawn.width === width ? 0 : indent)
  const text = page.renderer.math.line(tex) ?? tex
  const lines = text.split('\n').flatMap((line) => wrapRuns([run(line, 'math')], Math.max(1, width - indent)))
  return prefixed(lines, [run(' '.repeat(indent))], [run(' '.repeat(indent))])
}

function indented(rows: readonly string[], indent: number): readonly Line[] {
  return rows.map((row) => [run(' '.repeat(indent)), run(row.trimEnd(), 'math')])
}
