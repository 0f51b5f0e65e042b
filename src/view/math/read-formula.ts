import type { TexMacros } from '../../core/parse/math/macros.ts'
import type { Formula } from './formula.ts'
import { formulaOf } from './mathml/formula-of.ts'
import { parseMathml } from './mathml/parse-mathml.ts'
import { tableArea } from './mathml/table-area.ts'
import { tagMarker } from './mathml/tag-marker.ts'
import { parseTex } from './parse-tex.ts'
import { nameTable } from '../../core/model/name-table.ts'

/** More cells than any matrix that a reader could take in. */
const mostCells = 2500

/** Commands whose place KaTeX's MathML loses (`\\tag` inside `align`), or that print to the console. */
const commands: Readonly<Record<string, string>> = nameTable({
  '\\tag': '\\@ifstar\\wend@tag\\wend@numbered',
  '\\wend@numbered': '\\wend@tag{(#1)}',
  '\\wend@tag': `\\mathord{\\text{\\char"${tagMarker.codePointAt(0)?.toString(16).toUpperCase() ?? ''}}\\text{#1}}`,
  '\\message': '\\@secondoftwo{#1}{}',
  '\\errmessage': '\\@secondoftwo{#1}{}',
  '\\show': '\\@secondoftwo{#1}{}',
  // Script letters that were typed stay as they are; in the alphabet they would become another letter.
  ...Object.fromEntries(
    Array.from('ℬℰℱℋℐℒℳℛ', (letter) => [
      letter,
      `\\mathord{\\text{\\char"${letter.charCodeAt(0).toString(16).toUpperCase()}}}`,
    ]),
  ),
})

/** A formula as it was read, and the macros that hold for those after it. */
export interface ReadFormula {
  /** Undefined when the source is to be shown. */
  readonly formula: Formula | undefined
  readonly macros: TexMacros
}

/** The formula that TeX source means under the given macros. Never throws. */
export function readFormula(tex: string, displayMode: boolean, before: TexMacros = new Map()): ReadFormula {
  const { markup, macros } = parseTex(tex, before, { displayMode, output: 'mathml', commands })
  const root = markup === undefined ? undefined : parseMathml(markup)
  return { formula: root === undefined || tableArea(root) > mostCells ? undefined : formulaOf(root), macros }
}
