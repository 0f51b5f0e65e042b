import { rowOf, withoutClass } from '../formula.ts'
import type { Formula } from '../formula.ts'
import { glyphs } from '../glyphs.ts'
import { argumentsOf, attributeOf } from './element.ts'
import type { Element, ReadElement } from './element.ts'
import { nameTable } from '../../../core/model/name-table.ts'

/** The formula of `msub`, `msup` or `msubsup`. */
export function scriptsOf(element: Element, read: ReadElement): Formula {
  const { base, below, above } = partsOf(element, read)
  return { kind: 'scripts', base, sub: below, sup: above }
}

/** The formula of `munder`, `mover` or `munderover`: an accent, a brace, a labelled arrow, or limits. */
export function stackOf(element: Element, read: ReadElement): Formula {
  const [first, second] = argumentsOf(element)
  const special = accentOf(element, read) ?? braceOf(element, read)
  if (special !== undefined) return special
  const { base, below, above } = partsOf(element, read)
  if (first?.name === 'mo' && attributeOf(first, 'stretchy') === 'true' && attributeOf(first, 'minsize') !== '') {
    const shape = glyphs(first.text)
    if (isEmpty(below) && isEmpty(above)) return { kind: 'symbol', text: shape, atom: 'rel', sized: false }
    return { kind: 'arrow', shape, under: below, over: above }
  }
  if (second === undefined) return base
  return joinedLimits({ kind: 'limits', base, under: below, over: above })
}

/** `\overset{a}{\underset{b}{=}}` has marks on both sides of one sign. */
function joinedLimits(outer: Formula<'limits'>): Formula {
  const inner = withoutClass(outer.base)
  if (inner.kind !== 'limits') return outer
  const overlap = (outer.under && inner.under) ?? (outer.over && inner.over)
  if (overlap !== undefined) return outer
  return { kind: 'limits', base: inner.base, under: outer.under ?? inner.under, over: outer.over ?? inner.over }
}

function isEmpty(formula: Formula | undefined): boolean {
  return formula === undefined || (formula.kind === 'row' && formula.items.every(isEmpty))
}

type Parts = { base: Formula; below: Formula | undefined; above: Formula | undefined }

function partsOf(element: Element, read: ReadElement): Parts {
  const [base, second, third] = argumentsOf(element).map(read)
  const isAbove = element.name === 'msup' || element.name === 'mover'
  return {
    base: base ?? rowOf([]),
    below: isAbove ? undefined : second,
    above: isAbove ? second : third,
  }
}

function accentOf(element: Element, read: ReadElement): Formula | undefined {
  const [base, mark] = argumentsOf(element)
  const above = attributeOf(element, 'accent') === 'true'
  const below = attributeOf(element, 'accentunder') === 'true'
  if (base === undefined || mark === undefined || !(above || below)) return undefined
  return { kind: 'accent', base: read(base), mark: mark.text, below }
}

const braces: Readonly<Record<string, { shape: 'brace' | 'bracket'; below: boolean }>> = nameTable({
  '⏟': { shape: 'brace', below: true },
  '⏞': { shape: 'brace', below: false },
  '⎵': { shape: 'bracket', below: true },
  '⎴': { shape: 'bracket', below: false },
})

function braceOf(element: Element, read: ReadElement): Formula | undefined {
  const [base, mark] = argumentsOf(element)
  const brace = mark?.name === 'mo' ? braces[mark.text] : undefined
  return base === undefined || brace === undefined ? undefined : { kind: 'brace', base: read(base), ...brace }
}
