import { knownTex } from '../../core/parse/math/known-tex.ts'
import type { TexMacros } from '../../core/parse/math/macros.ts'
import type { Engines } from './render-options.ts'

/** Commands that give a name a meaning for what follows. */
const defines =
  /\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand|g?def|let|Declare(?:MathOperator|PairedDelimiter))(?![A-Za-z])/

/** Renders the mathematics of one document: a macro defined in a formula holds to the end of the document. */
export class NoteMath {
  readonly #engines: Engines
  #macros: TexMacros
  /** For display formulas, which are drawn later than the text after them is read: the macros at their place. */
  readonly #macrosAt = new Map<string, TexMacros>()

  constructor(engines: Engines = {}) {
    this.#engines = engines
    this.#macros = engines.macros ?? new Map()
  }

  /** A formula on one line, its source where it cannot be written. */
  inline(tex: string): string {
    const written = this.#engines.inlineMath?.(tex, this.#macros)
    this.#keepMacros(tex)
    return written ?? tex.replace(/\s*\n\s*/g, ' ')
  }

  /** Reads a display formula that is drawn later, so that its definitions hold for the text after it, but later ones not for itself. */
  meet(tex: string): void {
    this.#macrosAt.set(tex, this.#macros)
    this.#keepMacros(tex)
  }

  /** A display formula that was met, on one line; undefined when it cannot be written. */
  line(tex: string): string | undefined {
    return this.#engines.inlineMath?.(tex, this.#macrosAt.get(tex) ?? this.#macros)
  }

  /** One that was met, in two dimensions within the first of the widths that it fits, and that width; undefined when it fits none. */
  display(
    tex: string,
    widths: readonly number[],
  ): { readonly rows: readonly string[]; readonly width: number } | undefined {
    const macros = this.#macrosAt.get(tex) ?? this.#macros
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
