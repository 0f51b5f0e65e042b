import type { Formula } from '../formula.ts'
import type { MathStyle } from '../spacing.ts'
import type { Box } from './box.ts'

/** Lays out a formula; passed as a parameter so that the constructs need not import each other. */
export type Lay = (formula: Formula, style: MathStyle) => Box
