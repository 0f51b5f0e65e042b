import type { TexMacros } from '../../core/parse/math/macros.ts'
import { fitted } from './grid/fit.ts'
import { readFormula } from './read-formula.ts'

/**
 * Display TeX (without its dollar signs) laid out in two dimensions: rows of equal display width, none wider than `width`
 * cells; undefined when it cannot be parsed or does not fit, so that the caller shows the source. Never throws.
 */
export function displayMath(tex: string, width: number, macros?: TexMacros): readonly string[] | undefined {
  const { formula } = readFormula(tex, true, macros)
  const box = formula === undefined ? undefined : fitted(formula, width)
  return box === undefined || box.width > width ? undefined : withoutBlankEdges(box.rows)
}

/** Rows without blank ones at top and bottom, which struts leave. */
function withoutBlankEdges(rows: readonly string[]): readonly string[] {
  const first = rows.findIndex((row) => row.trim() !== '')
  return first < 0 ? rows.slice(0, 1) : rows.slice(first, rows.findLastIndex((row) => row.trim() !== '') + 1)
}
