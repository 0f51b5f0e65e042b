import { isLargeOperator, isLimitOperator } from './atom-class.ts'
import { isOneSymbol, nucleusOf } from './formula.ts'
import type { AtomClass, Formula } from './formula.ts'
import { barChange, classInRow } from './row-classes.ts'

/** TeX's styles: in display style operators carry their limits above and below, in scripts little space is left. */
export type MathStyle = 'display' | 'text' | 'script'

/** An item of a row with its class in this row and the cells of space before it. */
export type SpacedItem = { readonly item: Formula; readonly atom: AtomClass; readonly gap: number }

/**
 * The items of a row with the space TeX puts between their classes (The TeXbook, chapter 18), in whole cells.
 * Explicit spaces become gaps; a binary operator with no left operand becomes a sign.
 */
export function spaced(items: readonly Formula[], style: MathStyle): readonly SpacedItem[] {
  const result: SpacedItem[] = []
  let explicit = 0
  let openBars = 0
  let previous: SpacedItem | undefined
  for (const [index, item] of items.entries()) {
    if (item.kind === 'space') {
      explicit += item.cells
      continue
    }
    const atom = classInRow(item, { previous: previous?.atom, next: items[index + 1], openBars })
    openBars += barChange(item, atom)
    const natural = previous === undefined ? 0 : naturalGap(previous, { item, atom }, style)
    previous = { item, atom, gap: Math.max(natural, explicit) }
    result.push(previous)
    explicit = 0
  }
  return explicit > 0 ? [...result, { item: { kind: 'row', items: [] }, atom: 'ord', gap: explicit }] : result
}

type Neighbour = { readonly item: Formula; readonly atom: AtomClass }

function naturalGap(left: Neighbour, right: Neighbour, style: MathStyle): number {
  if (isSign(left) || hasOwnSpace(left.item, right.item)) return 0
  const [from, to] = [rightEdge(left), leftEdge(right)]
  const listed = (style === 'script' ? scriptGaps : textGaps)[from]?.includes(to) ?? false
  if (listed || namesTouch(left, right) || isUnderRoot(left, right)) return 1
  return to === 'open' && left.atom === 'op' && rangesOverRight(left.item) && style !== 'script' ? 1 : 0
}

function hasOwnSpace(left: Formula, right: Formula): boolean {
  return (left.kind === 'text' && left.text.endsWith(' ')) || (right.kind === 'text' && right.text.startsWith(' '))
}

/** Brackets that grow space like small ones. */
function leftEdge({ item, atom }: Neighbour): AtomClass {
  const fence = nucleusOf(item)
  return fence.kind === 'fence' && fence.left !== '' ? 'open' : atom
}

function rightEdge({ item, atom }: Neighbour): AtomClass {
  const fence = nucleusOf(item)
  return fence.kind === 'fence' && fence.right !== '' ? 'close' : atom
}

/** Left class -> the right classes before which TeX leaves space. */
const textGaps: Readonly<Partial<Record<AtomClass, readonly AtomClass[]>>> = {
  ord: ['op', 'bin', 'rel', 'inner'],
  op: ['ord', 'op', 'rel', 'inner'],
  bin: ['ord', 'op', 'open', 'inner'],
  rel: ['ord', 'op', 'open', 'inner'],
  close: ['op', 'bin', 'rel', 'inner'],
  punct: ['ord', 'op', 'rel', 'open', 'punct', 'inner'],
  inner: ['ord', 'op', 'bin', 'rel', 'open', 'inner'],
}

const scriptGaps: Readonly<Partial<Record<AtomClass, readonly AtomClass[]>>> = {
  ord: ['op'],
  op: ['ord', 'op', 'inner'],
  close: ['op'],
}

/** A sign or slash hugs its operand, also where TeX would leave a hair of space before an operator. */
function isSign({ item, atom }: Neighbour): boolean {
  return atom === 'ord' && item.kind === 'symbol' && /^[+−±∓/]$/.test(item.text)
}

/** Without italics only space tells the name `tr` from the letters beside it. */
function namesTouch(left: Neighbour, right: Neighbour): boolean {
  if (isName(left.item) && right.atom === 'ord') return startsWithLetter(right.item)
  return isName(right.item) && (left.atom === 'close' || (left.atom === 'ord' && startsWithLetter(left.item)))
}

/** A letter under a root has no line above it: only space tells √2 x from the root of 2x. */
function isUnderRoot(left: Neighbour, right: Neighbour): boolean {
  if (left.item.kind !== 'root' || !isOneSymbol(left.item.body)) return false
  return right.atom === 'open' || startsWithLetter(right.item)
}

function isName(item: Formula): boolean {
  const symbol = nucleusOf(item)
  return symbol.kind === 'symbol' && /^[A-Za-z]{2,}\d*$/.test(symbol.text)
}

function startsWithLetter(item: Formula): boolean {
  const nucleus = nucleusOf(item)
  if (nucleus.kind === 'symbol' || nucleus.kind === 'text') return /^[\p{L}\p{N}]/u.test(nucleus.text)
  if (nucleus.kind === 'accent') return startsWithLetter(nucleus.base)
  return nucleus.kind === 'row' && nucleus.items[0] !== undefined && startsWithLetter(nucleus.items[0])
}

/** True for sums and their like, and for `max` with something below it: a bracket after them is not their argument. */
export function rangesOverRight(item: Formula): boolean {
  const nucleus = nucleusOf(item)
  if (nucleus.kind !== 'symbol') return false
  return isLargeOperator(nucleus.text) || (nucleus !== item && isLimitOperator(nucleus.text))
}
