import type { Formula } from '../formula.ts'

/** A MathML element: KaTeX writes text only in elements without child elements. */
export type Element = {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly Element[]
  readonly text: string
}

/** Reads an element and its children; passed as a parameter so that the readers need not import each other. */
export type ReadElement = (element: Element) => Formula

/** The value of an attribute, or an empty string. */
export function attributeOf(element: Element, name: string): string {
  return element.attributes.get(name) ?? ''
}

/** The invisible operator that KaTeX writes after the name of a function. */
export const applyFunction = '\u2061'

/** The arguments of an element with a fixed number of them: KaTeX puts its invisible operator among them. */
export function argumentsOf(element: Element): readonly Element[] {
  return element.children.filter((child) => child.text !== applyFunction)
}
