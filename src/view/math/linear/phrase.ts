import type { Formula } from '../formula.ts'
import type { MathStyle } from '../spacing.ts'

/** How tightly a piece of linear text binds, weakest first: what binds weaker than its place requires gets brackets. */
export const binding = { relation: 0, sum: 1, product: 2, operator: 3, juxtaposed: 4, call: 5, atom: 6 } as const

/** A binding strength. */
export type Binding = (typeof binding)[keyof typeof binding]

/** A formula written on one line; `loose` when a letter put right after it would seem to belong to its script. */
export type Phrase = { readonly text: string; readonly binding: Binding; readonly loose: boolean }

/** Writes a formula on one line; passed as a parameter so that the writers need not import each other. */
export type Write = (formula: Formula, style: MathStyle) => Phrase

/** A phrase that holds together by itself. */
export function atomPhrase(text: string): Phrase {
  return { text, binding: binding.atom, loose: false }
}

/** The text of a phrase, in brackets when it binds weaker than required. */
export function bracketed(phrase: Phrase, least: Binding): string {
  return phrase.binding < least ? `(${phrase.text})` : phrase.text
}
