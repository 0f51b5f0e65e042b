import type { Formula } from '../formula.ts'
import { nameTable } from '../../../core/model/name-table.ts'

const partner: Readonly<Record<string, string>> = nameTable({
  '(': ')',
  '[': ']',
  '{': '}',
  '⟨': '⟩',
  '⌊': '⌋',
  '⌈': '⌉',
})

/** Pairs of `\big` brackets made into brackets as tall as what is between them. */
export function pairSizedBrackets(items: readonly Formula[]): readonly Formula[] {
  const done: Formula[] = []
  for (const item of items) {
    const closing = closingBracket(item)
    const start = closing === undefined ? -1 : done.findLastIndex((other) => opens(other, closing))
    const opening = start < 0 ? undefined : done[start]
    if (opening?.kind !== 'symbol' || closing === undefined) {
      done.push(item)
      continue
    }
    const inside = done.splice(start).slice(1)
    done.push(withBase(item, { kind: 'fence', left: opening.text, right: closing, items: inside }))
  }
  return done
}

/** The text of a sized closing bracket, bare or carrying scripts. */
function closingBracket(item: Formula): string | undefined {
  const symbol = item.kind === 'scripts' ? item.base : item
  if (symbol.kind !== 'symbol' || !symbol.sized) return undefined
  return Object.values(partner).includes(symbol.text) || isBar(symbol.text) ? symbol.text : undefined
}

function opens(item: Formula, closing: string): boolean {
  return (
    item.kind === 'symbol' &&
    item.sized &&
    (partner[item.text] === closing || (isBar(closing) && item.text === closing))
  )
}

function isBar(text: string): boolean {
  return text === '|' || text === '‖'
}

function withBase(item: Formula, base: Formula): Formula {
  return item.kind === 'scripts' ? { ...item, base } : base
}
