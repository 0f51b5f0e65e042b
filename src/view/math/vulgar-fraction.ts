import type { Formula } from './formula.ts'
import { nameTable } from '../../core/model/name-table.ts'

const vulgar: Readonly<Record<string, string>> = nameTable({
  '1/2': '½',
  '1/3': '⅓',
  '2/3': '⅔',
  '1/4': '¼',
  '3/4': '¾',
  '1/8': '⅛',
})

/** A fraction that has a one-character form as that character, anything else as it is. */
export function withoutVulgarFraction(formula: Formula): Formula {
  const text = vulgarFraction(formula)
  return text === undefined ? formula : { kind: 'symbol', text, atom: 'ord', sized: false }
}

/** The one-character form of a fraction such as ½; undefined when it has none. */
export function vulgarFraction(formula: Formula): string | undefined {
  if (formula.kind !== 'fraction' || !formula.bar) return undefined
  const { over, under } = formula
  return over.kind === 'symbol' && under.kind === 'symbol' ? vulgar[`${over.text}/${under.text}`] : undefined
}
