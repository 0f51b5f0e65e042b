import { knownTex } from '../../core/parse/math/known-tex.ts'
import type { TexMacros } from '../../core/parse/math/macros.ts'
import type { Engines } from './render-options.ts'

/** Commands that give a name a meaning for what follows. */
const defines =
  /\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand|g?def|let|Declare(?:MathOperator|PairedDelimiter))(?![A-Za-z])/

/** The mathematics of one document: a macro that a formula defines holds from there to the end of the document. */
export class NoteMath {
  readonly #engines: Engines
  #macros: TexMacros

  constructor(engines: Engines = {}) {
    this.#engines = engines
    this.#macros = engines.macros ?? new Map()
  }

  /** A formula on one line, its source where it cannot be written. */
  inline(tex: string): string {
    return this.line(tex) ?? tex.replace(/\s*\n\s*/g, ' ')
  }

  /** A formula on one line; undefined when it cannot be written. */
  line(tex: string): string | undefined {
    const written = this.#engines.inlineMath?.(tex, this.#macros)
    this.#keepMacros(tex)
    return written
  }

  /** A formula in two dimensions within the first of the widths that it fits, and that width; undefined when it fits none. */
  display(
    tex: string,
    widths: readonly number[],
  ): { readonly rows: readonly string[]; readonly width: number } | undefined {
    const macros = this.#macros
    this.#keepMacros(tex)
    for (const width of widths) {
      const rows = this.#engines.displayMath?.(tex, width, macros)
      if (rows !== undefined) return { rows, width }
    }
    return undefined
  }

  #keepMacros(tex: string): void {
    if (defines.test(tex)) this.#macros = knownTex(tex, this.#macros).macros
  }
}
