import { rowOf } from '../formula.ts'
import type { Formula } from '../formula.ts'
import { glyphs } from '../glyphs.ts'
import { letters } from '../letters.ts'
import { applyFunction, attributeOf } from './element.ts'
import type { Element, ReadElement } from './element.ts'
import { pairSizedBrackets } from './sized-brackets.ts'

const plainVariants = ['normal', 'sans-serif', 'monospace']

/** The children of an element as one formula: fenced when `\left` and `\right` enclose them, else a row. */
export function rowItems(element: Element, read: ReadElement): Formula {
  const children = element.children.flatMap(unstyled)
  const left = isFence(children[0]) ? children[0] : undefined
  const last = children.at(-1)
  const right = children.length > 1 && isFence(last) ? last : undefined
  if (left === undefined && right === undefined) return boldName(children) ?? rowOf(itemsOf(children, read))
  const inside = children.slice(left === undefined ? 0 : 1, right === undefined ? undefined : -1)
  return { kind: 'fence', left: fenceText(left), right: fenceText(right), items: itemsOf(inside, read) }
}

/** Styles and colours are no groups: what they hold belongs to the row around them. */
function unstyled(element: Element): readonly Element[] {
  if (element.name !== 'mstyle') return [element]
  const [only] = element.children
  return element.children.length === 1 && only?.name === 'mfrac' ? [element] : element.children.flatMap(unstyled)
}

/** `\\mathbf{Vect}` is one name; two bold letters that stand side by side are none. */
function boldName(children: readonly Element[]): Formula | undefined {
  const isName = children.length > 1 && children.every((child) => child.name === 'mi' && isBoldLetter(child))
  if (!isName) return undefined
  const text = children.map((child) => letters(glyphs(child.text), 'bold')).join('')
  return { kind: 'symbol', text, atom: 'ord', sized: false }
}

function isBoldLetter(element: Element): boolean {
  return attributeOf(element, 'mathvariant') === 'bold' && /^[A-Za-z]$/.test(element.text)
}

/** The brackets of `\left` and `\right`; those of `\bigl` have a size, and `\middle` has space around it. */
function isFence(element: Element | undefined): boolean {
  if (element?.name !== 'mo' || attributeOf(element, 'fence') !== 'true') return false
  return attributeOf(element, 'minsize') === '' && attributeOf(element, 'lspace') === ''
}

function fenceText(element: Element | undefined): string {
  return element === undefined ? '' : glyphs(element.text)
}

function itemsOf(children: readonly Element[], read: ReadElement): readonly Formula[] {
  const items: Formula[] = []
  for (const run of namesJoined(children)) {
    const previous = items.at(-1)
    if (run.text === applyFunction) {
      if (previous !== undefined) items[items.length - 1] = asOperator(previous)
    } else if (!isEmptyOperator(run) && !isPlaceholder(run)) {
      items.push(sizedMiddle(run, read(run)))
    }
  }
  return pairSizedBrackets(isChemical(children) ? items.map(asElements) : items)
}

const elements = /^(?:[A-Z][a-z]?)+$/

/** True for what mhchem writes: its numbers stand on an unseen strut; without numbers, names of elements in brackets, as in `Mg(OH)Cl`. */
function isChemical(children: readonly Element[]): boolean {
  return children.some((child, index) => {
    if (scripted.has(child.name)) return isStrut(child.children[0])
    return /^[([]$/.test(children[index - 1]?.text ?? '') && child.name === 'mrow' && elements.test(upright(child))
  })
}

function isStrut(element: Element | undefined): boolean {
  return element?.name === 'mpadded' && element.children.length > 0 && element.children.every(isUnseen)
}

function upright(element: Element): string {
  return element.children.every(isUprightName) ? element.children.map(({ text }) => text).join('') : ''
}

/** Elements stand next to brackets as letters do, where a name such as `tr` has space before it. */
function asElements(item: Formula): Formula {
  return item.kind === 'symbol' && elements.test(item.text) ? { kind: 'text', text: item.text } : item
}

/** `\colon` writes one for its space, `\left.` leaves none. */
function isEmptyOperator(element: Element): boolean {
  return element.name === 'mo' && element.children.length === 0 && element.text.trim() === ''
}

/** mhchem writes the numbers before an element twice, first unseen: what is drawn over them keeps the place already. */
function isPlaceholder(element: Element): boolean {
  return scripted.has(element.name) && element.children.every(isUnseen)
}

function isUnseen(element: Element): boolean {
  return element.name === 'mphantom' || (element.children.length > 0 && element.children.every(isUnseen))
}

function sizedMiddle(element: Element, formula: Formula): Formula {
  const isMiddle = attributeOf(element, 'fence') === 'true' && attributeOf(element, 'lspace') === '0.05em'
  return isMiddle && formula.kind === 'symbol' ? { ...formula, atom: 'rel', sized: true } : formula
}

function asOperator(formula: Formula): Formula {
  if (formula.kind === 'symbol') return { ...formula, atom: 'op' }
  return { kind: 'classed', body: formula, atom: 'op' }
}

/**
 * `\\mathrm{softmax}` and `\\mathrm{BM25}` arrive letter by letter: neighbours in upright letters become one name, and
 * the scripts of its last letter are those of the name.
 */
function namesJoined(children: readonly Element[]): readonly Element[] {
  const joined: Element[] = []
  for (const child of children) {
    const previous = joined.at(-1)
    const longer = previous !== undefined && isUprightName(previous) ? continued(previous, child) : undefined
    if (longer === undefined) joined.push(child)
    else joined[joined.length - 1] = longer
  }
  return joined
}

/** The name with what follows it, if that belongs to it: a letter, digits, or a letter that carries scripts. */
function continued(name: Element, next: Element): Element | undefined {
  if (continuesName(next)) return { ...name, text: name.text + next.text }
  const [base, ...scripts] = next.children
  const isLetter = base !== undefined && isUprightName(base) && base.text.length === 1
  if (!isLetter || !scripted.has(next.name)) return undefined
  return { ...next, children: [{ ...name, text: name.text + base.text }, ...scripts] }
}

const scripted: ReadonlySet<string> = new Set(['msub', 'msup', 'msubsup'])

function continuesName(element: Element): boolean {
  return (isUprightName(element) && element.text.length === 1) || (element.name === 'mn' && /^\d+$/.test(element.text))
}

function isUprightName(element: Element): boolean {
  const isPlain = plainVariants.includes(attributeOf(element, 'mathvariant'))
  return element.name === 'mi' && isPlain && /^[A-Za-z]+\d*$/.test(element.text)
}
