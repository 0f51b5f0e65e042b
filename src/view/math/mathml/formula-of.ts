import { rowOf } from '../formula.ts'
import type { Formula } from '../formula.ts'
import { glyphs } from '../glyphs.ts'
import { letters } from '../letters.ts'
import { withoutVulgarFraction } from '../vulgar-fraction.ts'
import { argumentsOf, attributeOf } from './element.ts'
import type { Element, ReadElement } from './element.ts'
import { operatorOf } from './operator.ts'
import { rowItems } from './row-items.ts'
import { scriptsOf, stackOf } from './scripts.ts'
import { spaceOf } from './space.ts'
import { tableFormula } from './table.ts'
import { tagMarker } from './tag-marker.ts'
import { nameTable } from '../../../core/model/name-table.ts'

const readers: Readonly<Record<string, ReadElement>> = nameTable({
  span: (element) => childrenOf(element),
  math: (element) => childrenOf(element),
  semantics: (element) => childAt(element, 0),
  mrow: (element) => rowItems(element, formulaOf),
  mstyle: (element) => smallFraction(element) ?? rowItems(element, formulaOf),
  mpadded: paddedOf,
  mi: identifierOf,
  mn: identifierOf,
  mo: (element) => operatorOf(element, formulaOf),
  mtext: textFormula,
  mspace: spaceOf,
  mfrac: (element) => ({
    kind: 'fraction',
    over: childAt(element, 0),
    under: childAt(element, 1),
    bar: attributeOf(element, 'linethickness') !== '0px',
  }),
  msqrt: (element) => ({ kind: 'root', body: childrenOf(element), index: undefined }),
  mroot: (element) => ({ kind: 'root', body: childAt(element, 0), index: childAt(element, 1) }),
  msub: (element) => scriptsOf(element, formulaOf),
  msup: (element) => scriptsOf(element, formulaOf),
  msubsup: (element) => scriptsOf(element, formulaOf),
  munder: (element) => stackOf(element, formulaOf),
  mover: (element) => stackOf(element, formulaOf),
  munderover: (element) => stackOf(element, formulaOf),
  mtable: (element) => tableFormula(element, '', formulaOf),
  menclose: enclosureOf,
  mphantom: (element) => ({ kind: 'phantom', body: childrenOf(element) }),
})

/** The formula of a MathML element written by KaTeX; an element it has no rule for stands for its children. */
export function formulaOf(element: Element): Formula {
  return (readers[element.name] ?? childrenOf)(element)
}

function childrenOf(element: Element): Formula {
  return rowItems(element, formulaOf)
}

function childAt(element: Element, index: number): Formula {
  const child = argumentsOf(element)[index]
  return child === undefined ? rowOf([]) : formulaOf(child)
}

function identifierOf(element: Element): Formula {
  const [first, ...rest] = element.children
  if (first === undefined) {
    const text = letters(glyphs(element.text), attributeOf(element, 'mathvariant'))
    // A full stop after a formula stands like a bracket that closes it.
    return { kind: 'symbol', text, atom: text === '.' ? 'close' : 'ord', sized: false }
  }
  if (first.text.startsWith(tagMarker)) {
    const label = { ...first, text: first.text.slice(tagMarker.length) }
    return { kind: 'tag', body: rowOf([label, ...rest].map(formulaOf)) }
  }
  return { kind: 'classed', body: childrenOf(element), atom: 'ord' }
}

/** A fraction in text style that Unicode has as one character, such as `\\tfrac12`. */
function smallFraction(element: Element): Formula | undefined {
  const [fraction, more] = argumentsOf(element)
  if (fraction?.name !== 'mfrac' || more !== undefined || attributeOf(element, 'displaystyle') !== 'false')
    return undefined
  const formula = withoutVulgarFraction(formulaOf(fraction))
  return formula.kind === 'symbol' ? formula : undefined
}

function textFormula(element: Element): Formula {
  const text = letters(glyphs(element.text), attributeOf(element, 'mathvariant'))
  return text.trim() === '' ? spaceOf(element) : { kind: 'text', text }
}

function paddedOf(element: Element): Formula {
  const [only] = element.children
  const isStrut = attributeOf(element, 'width') === '0px' && only?.name === 'mphantom'
  return isStrut ? rowOf([]) : childrenOf(element)
}

function enclosureOf(element: Element): Formula {
  const notation = attributeOf(element, 'notation')
  const [only] = element.children
  if (only?.name === 'mtable') return tableFormula(only, notation, formulaOf)
  const body = childrenOf(element)
  if (notation === 'phasorangle') return rowOf([mark('∠'), body])
  if (notation === 'actuarial') return rowOf([body, mark('⌝')])
  if (notation === 'box') return { kind: 'enclosure', shape: 'box', body }
  return notation.includes('strike') ? { kind: 'enclosure', shape: 'strike', body } : body
}

/** What stands for an enclosure that cells cannot draw. */
function mark(text: string): Formula {
  return { kind: 'symbol', text, atom: 'ord', sized: false }
}
