import { nucleusOf, withoutClass } from './formula.ts'
import type { AtomClass, Formula } from './formula.ts'

/** The class of a formula standing alone. */
export function atomOf(formula: Formula): AtomClass {
  switch (formula.kind) {
    case 'symbol':
      return formula.atom
    case 'classed':
      return formula.body.kind === 'limits' ? classOfStack(formula.atom, formula.body.base) : formula.atom
    case 'scripts':
    case 'limits':
    case 'brace':
      return atomOf(formula.base)
    case 'enclosure':
      return formula.shape === 'strike' ? atomOf(formula.body) : 'ord'
    case 'fraction':
      return 'inner'
    case 'arrow':
      return 'rel'
    case 'tag':
      return 'close'
    default:
      return 'ord'
  }
}

/** KaTeX takes what `\\underset` makes of another stack or of a name such as `arg max` for a letter. */
function classOfStack(atom: AtomClass, base: Formula): AtomClass {
  if (isNamed(base)) return 'op'
  const sign = withoutClass(base)
  return atom === 'ord' && sign.kind === 'symbol' && (sign.atom === 'rel' || sign.atom === 'bin') ? sign.atom : atom
}

function isNamed(base: Formula): boolean {
  if (base.kind === 'classed') return isNamed(base.body)
  if (base.kind === 'row') return base.items.some(isNamed)
  return (base.kind === 'symbol' || base.kind === 'text') && /^[A-Za-z]{2}/.test(base.text)
}

/** What surrounds an item: the class before it, the formula after it, and how many bars are open. */
export type Around = {
  readonly previous: AtomClass | undefined
  readonly next: Formula | undefined
  readonly openBars: number
}

const signTakers: ReadonlySet<AtomClass> = new Set(['bin', 'rel', 'op', 'open', 'punct'])
const notOperands: ReadonlySet<AtomClass> = new Set(['rel', 'close', 'punct'])

/**
 * The class of an item among its neighbours: a binary operator that lacks an operand is a sign,
 * and the bars `|` and `‖`, whose sides TeX does not tell, open or close.
 */
export function classInRow(item: Formula, { previous, next, openBars }: Around): AtomClass {
  const atom = atomOf(item)
  const startsOperand = previous === undefined || signTakers.has(previous)
  if (atom !== 'rel' && isBar(item)) {
    if (startsOperand) return 'open'
    return openBars > 0 || isTall(item) ? 'close' : atom
  }
  if (atom !== 'bin') return atom
  const hasRight = next !== undefined && !notOperands.has(atomOf(next))
  return startsOperand || !hasRight ? 'ord' : 'bin'
}

/** How an item of the given class changes the number of open bars. */
export function barChange(item: Formula, atom: AtomClass): number {
  if (!isBar(item)) return 0
  return atom === 'open' ? 1 : atom === 'close' ? -1 : 0
}

function isBar(item: Formula): boolean {
  const symbol = nucleusOf(item)
  return symbol.kind === 'symbol' && (symbol.text === '|' || symbol.text === '‖')
}

/** A lone tall bar means "evaluated at". */
function isTall(item: Formula): boolean {
  const symbol = nucleusOf(item)
  return symbol.kind === 'symbol' && symbol.sized
}
