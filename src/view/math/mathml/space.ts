import type { Formula } from '../formula.ts'
import { attributeOf } from './element.ts'
import type { Element } from './element.ts'

/** Characters by which KaTeX writes a space: U+2063 after one makes it negative, U+200A alone is too thin to see. */
const visibleSpace = /[\u0020\u00a0\u2005\u2009\u205f](?!\u2063)/g

/** The space of an `mspace`, or of an `mtext` that holds nothing else, in cells: a thin one is 1, a `\quad` 3. */
export function spaceOf(element: Element): Formula {
  const mark = attributeOf(element, 'mathbackground') !== ''
  const em = Number.parseFloat(attributeOf(element, 'width')) || 0
  if (mark && em > 0) return { kind: 'symbol', text: '■', atom: 'ord', sized: false }
  const cells = element.name === 'mspace' ? cellsOf(em) : (element.text.match(visibleSpace) ?? []).length
  return { kind: 'space', cells }
}

function cellsOf(em: number): number {
  if (em < 0.15) return 0
  return em < 0.6 ? 1 : Math.round(em * 2) + 1
}
