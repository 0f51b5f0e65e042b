import type { TexMacros } from '../../core/parse/math/macros.ts'
import { writeLinear } from './linear/write-linear.ts'
import { readFormula } from './read-formula.ts'

/**
 * Inline TeX (without its dollar signs) as one line of Unicode text, such as `𝔼ₓ[‖∇f(x)‖²]`;
 * undefined when it cannot be parsed, so that the caller shows the source. Never throws.
 */
export function inlineMath(tex: string, macros?: TexMacros): string | undefined {
  const { formula } = readFormula(tex, false, macros)
  return formula === undefined ? undefined : writeLinear(formula, 'text').text.trim()
}
