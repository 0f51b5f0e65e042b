import katex from 'katex'
import { expansionLimit, isWithinBounds } from './tex-bounds.ts'
import { withStyledOperators } from './read-formula.ts'

/** Commands of LaTeX that KaTeX lacks or that print to the console. */
const macros: Readonly<Record<string, string>> = {
  '\\label': '\\@secondoftwo{#1}{}',
  '\\mathbbm': '\\mathbb{#1}',
  '\\mathds': '\\mathbb{#1}',
  '\\textsc': '\\text{#1}',
  '\\message': '\\@secondoftwo{#1}{}',
  '\\errmessage': '\\@secondoftwo{#1}{}',
  '\\show': '\\@secondoftwo{#1}{}',
}

const known = new Map<string, string | undefined>()
/** How many formulas are remembered. */
const most = 20_000

/** TeX as HTML for the eye and MathML for readers; undefined when KaTeX refuses it or it is out of bounds. Never throws. */
export function htmlFormula(tex: string, display: boolean): string | undefined {
  const key = `${display ? 'd' : 'i'}${tex}`
  if (known.has(key)) return known.get(key)
  const markup = isWithinBounds(tex) ? (render(tex, display) ?? render(tex, true)) : undefined
  if (known.size >= most) known.clear()
  known.set(key, markup)
  return markup
}

function render(tex: string, displayMode: boolean): string | undefined {
  try {
    return katex.renderToString(withStyledOperators(tex), {
      displayMode,
      output: 'htmlAndMathml',
      strict: 'ignore',
      throwOnError: true,
      trust: false,
      maxExpand: expansionLimit(tex),
      maxSize: 20,
      macros: { ...macros },
    })
  } catch {
    // A ParseError, or a RangeError when commands without braces nest too deep for KaTeX's recursion.
    return undefined
  }
}
