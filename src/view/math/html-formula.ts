import { knownTex } from '../../core/parse/math/known-tex.ts'
import type { TexMacros } from '../../core/parse/math/macros.ts'
import { parseTex } from './parse-tex.ts'
import { nameTable } from '../../core/model/name-table.ts'

/** Commands that define others for the formulas after them. */
const defines =
  /\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand|g?def|let|Declare(?:MathOperator|PairedDelimiter))(?![A-Za-z])/

/** Commands of LaTeX that make no sense on a page, or print to the console. */
const commands: Readonly<Record<string, string>> = nameTable({
  '\\message': '\\@secondoftwo{#1}{}',
  '\\errmessage': '\\@secondoftwo{#1}{}',
  '\\show': '\\@secondoftwo{#1}{}',
})

/** How many formulas are remembered, for the notes that hold the same. */
const most = 20_000
const known = new WeakMap<TexMacros, Map<string, string | undefined>>()

/** Renders the formulas of one document: a macro defined in a formula holds to the end of the document. */
export class HtmlMath {
  #macros: TexMacros

  /** `macros` hold in every document; when the same object is passed again, rendered formulas are shared. */
  constructor(macros: TexMacros) {
    this.#macros = macros
  }

  /** TeX as HTML to see and MathML for screen readers; undefined when KaTeX refuses it or it exceeds the limits. Never throws. */
  formula(tex: string, display: boolean): string | undefined {
    const before = this.#macros
    if (defines.test(tex)) this.#macros = knownTex(tex, before).macros
    const kept = known.get(before) ?? new Map<string, string | undefined>()
    known.set(before, kept)
    const key = `${display ? 'd' : 'i'}${tex}`
    if (kept.has(key)) return kept.get(key)
    const markup = written(tex, display, before)
    if (kept.size >= most) kept.clear()
    kept.set(key, markup)
    return markup
  }
}

function written(tex: string, displayMode: boolean, macros: TexMacros): string | undefined {
  return parseTex(tex, macros, { displayMode, output: 'htmlAndMathml', commands }).markup
}
