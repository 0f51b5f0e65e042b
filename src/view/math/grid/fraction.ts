import type { Formula } from '../formula.ts'
import type { MathStyle } from '../spacing.ts'
import { vulgarFraction } from '../vulgar-fraction.ts'
import { stacked, textBox } from './box.ts'
import type { Box } from './box.ts'
import type { Lay } from './lay.ts'

const shortestBar = 3

/** A numerator over a bar over a denominator, a binomial with a blank row for its bar; inside others ½ is one character. */
export function layFraction(fraction: Formula<'fraction'>, style: MathStyle, lay: Lay): Box {
  const short = style === 'display' ? undefined : vulgarFraction(fraction)
  if (short !== undefined) return textBox(short)
  const inner = style === 'display' ? 'text' : style
  const over = lay(fraction.over, inner)
  const under = lay(fraction.under, inner)
  const widest = Math.max(over.width, under.width)
  if (!fraction.bar && style === 'script') return stacked([over, under], 0, 'center')
  if (!fraction.bar) return stacked([over, textBox(' '.repeat(widest)), under], 1, 'center')
  // A bar inside a bar is shorter than the one around it.
  const margin = hasFraction(fraction.over) || hasFraction(fraction.under) ? 2 : 0
  const bar = textBox('─'.repeat(Math.max(shortestBar, widest + margin)))
  return stacked([over, bar, under], 1, 'center')
}

/** True for a fraction, or a row that has one among its items. */
export function hasFraction(formula: Formula): boolean {
  if (formula.kind === 'fraction') return true
  return formula.kind === 'row' && formula.items.some(hasFraction)
}
