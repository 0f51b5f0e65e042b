import type { Context } from '../command.ts'
import type { WriteFormula } from '../../view/shown-line.ts'

class FormulaMet extends Error {}

/**
 * Calls `make` with a renderer of formulas. That takes long to load, so `make` is first called without it, and again only if it met a
 * formula.
 */
export async function withFormulas<T>(context: Context, make: (formula: WriteFormula) => T): Promise<T> {
  try {
    return make(() => {
      throw new FormulaMet()
    })
  } catch (error) {
    if (!(error instanceof FormulaMet)) throw error
  }
  const { loadFormulas } = await import('../../view/render/load-engines.ts')
  const { inlineMath, macros } = await loadFormulas((await context.config()).mathMacros)
  return make((tex) => inlineMath(tex, macros))
}
