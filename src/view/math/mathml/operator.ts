import { isLargeOperator, operatorClass } from '../atom-class.ts'
import type { AtomClass, Formula } from '../formula.ts'
import { glyphs } from '../glyphs.ts'
import { letters } from '../letters.ts'
import { attributeOf } from './element.ts'
import type { Element, ReadElement } from './element.ts'
import { rowItems } from './row-items.ts'
import { nameTable } from '../../../core/model/name-table.ts'

/** The formula of an `mo`: a symbol, or what `\mathrel`, `\mathop` and their like wrap. */
export function operatorOf(element: Element, read: ReadElement): Formula {
  if (element.children.length > 0) {
    const body = rowItems(element, read)
    return { kind: 'classed', body, atom: wrappedClass(element, body) }
  }
  const text = letters(glyphs(element.text), attributeOf(element, 'mathvariant'))
  return { kind: 'symbol', text, atom: symbolClass(element, text), sized: attributeOf(element, 'minsize') !== '' }
}

function symbolClass(element: Element, text: string): AtomClass {
  const space = attributeOf(element, 'lspace')
  if (space === '0.22em') return 'bin'
  const natural = operatorClass(element.text.trim() === '' ? '.' : element.text)
  if (attributeOf(element, 'rspace') === '0.17em') return 'punct'
  if (space === '0em') return natural === 'open' || natural === 'close' ? natural : 'ord'
  if (/^\p{L}+$/u.test(text)) return 'rel'
  return natural === 'rel' && (text === '|' || text === '‖') ? barClass(element) : natural
}

/** A bar is a relation as `\mid` or `\parallel`, without attributes; `\lvert` and `\rvert` say that they are brackets. */
function barClass(element: Element): AtomClass {
  if (element.attributes.size === 0) return 'rel'
  return attributeOf(element, 'stretchy') === 'false' ? 'open' : 'ord'
}

const spacedClass: Readonly<Record<string, AtomClass>> = nameTable({
  '0.22em 0.22em': 'bin',
  '0em 0.17em': 'punct',
  '0em 0em': 'ord',
})

/** KaTeX writes `\mathrel` and `\mathop` alike: what is made of letters or large operators is an operator. */
function wrappedClass(element: Element, body: Formula): AtomClass {
  const spaced = spacedClass[`${attributeOf(element, 'lspace')} ${attributeOf(element, 'rspace')}`]
  return spaced ?? (isOperatorBody(body) ? 'op' : 'rel')
}

function isOperatorBody(body: Formula): boolean {
  if (body.kind === 'row') return body.items.every(isOperatorBody)
  if (body.kind === 'symbol') return body.atom === 'ord' || body.atom === 'op' || isLargeOperator(body.text)
  return body.kind === 'text' || body.kind === 'space' || body.kind === 'accent'
}
