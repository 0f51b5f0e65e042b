import type { Context } from '../command.ts'
import type { WriteFormula } from '../../view/shown-line.ts'

class FormulaMet extends Error {}

/**
 * Makes something with what writes formulas. That takes long to load, so it is tried without at first: only where a
 * formula is met is it loaded, and all made again.
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
