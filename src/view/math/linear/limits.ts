import { accentShape } from '../accents.ts'
import { isLargeOperator } from '../atom-class.ts'
import { nucleusOf } from '../formula.ts'
import type { Formula } from '../formula.ts'
import { atomOf } from '../row-classes.ts'
import type { MathStyle } from '../spacing.ts'
import { atomPhrase } from './phrase.ts'
import type { Phrase, Write } from './phrase.ts'
import { writeScripts } from './scripts.ts'
import { nameTable } from '../../../core/model/name-table.ts'

/** Signs that Unicode has for an equals sign with something above it. */
const definitions: Readonly<Record<string, string>> = { '?': '≟', def: '≝', '△': '≜', '∘': '≗', m: '≞', '⋆': '≛' }

/** What is a mark on a letter, written above it. */
const marks: Readonly<Record<string, string>> = nameTable({
  '∘': '˚',
  '∼': '~',
  '→': '→',
  '←': '←',
  '⇀': '⇀',
  '.': '˙',
  '˙': '˙',
  '...': '...',
  '....': '....',
})

/**
 * A base with what stands below and above it. Operators and relations carry it like scripts; on a letter that would be
 * an index or a power, so there it is said in words: `(x with 2 above)`.
 */
export function writeLimits(limits: Formula<'limits'>, style: MathStyle, write: Write): Phrase {
  const { base, under, over } = limits
  const sign = under === undefined ? signAbove(limits, write) : undefined
  if (sign !== undefined) return sign
  if (carriesScripts(base, over !== undefined))
    return writeScripts({ kind: 'scripts', base: asName(base, style, write), sub: under, sup: over }, style, write)
  const said = [
    ...(over === undefined ? [] : [`${write(over, 'script').text} above`]),
    ...(under === undefined ? [] : [`${write(under, 'script').text} below`]),
  ].filter((words) => !words.startsWith(' '))
  return said.length === 0 ? write(base, style) : atomPhrase(`(${write(base, style).text} with ${said.join(' and ')})`)
}

function signAbove({ base, over }: Formula<'limits'>, write: Write): Phrase | undefined {
  const above = over === undefined ? '' : write(over, 'script').text
  const below = write(base, 'script').text
  if (below === '=' && definitions[above] !== undefined) return atomPhrase(definitions[above])
  const mark = marks[above]
  if (mark === undefined || !/^\p{L}$/u.test(below)) return undefined
  return atomPhrase((below + accentShape(mark).combining).normalize('NFC'))
}

/** True for what has no index or power of its own: relations, operators and names; blackboard letters range as `\mathbb{E}` does. */
function carriesScripts(base: Formula, hasOver: boolean): boolean {
  const inner = unwrapped(nucleusOf(base))
  if (inner.kind === 'row') return inner.items.length > 0 && inner.items.every((item) => carriesScripts(item, hasOver))
  if (inner.kind === 'text') return !hasOver
  if (inner.kind === 'classed' || inner.kind === 'arrow') return true
  if (inner.kind !== 'symbol') return false
  if (/^\p{L}$/u.test(inner.text)) return !hasOver && /[\u2102-\u2124]|[\ud835][\udd38-\udd6b]/.test(inner.text)
  return isLargeOperator(inner.text) || !['ord', 'inner'].includes(atomOf(inner)) || /^\p{L}{2}/u.test(inner.text)
}

/** Words such as `arg max` carry their scripts together, without brackets around them. */
function asName(base: Formula, style: MathStyle, write: Write): Formula {
  if (unwrapped(base).kind !== 'row') return base
  return { kind: 'symbol', text: write(base, style).text, atom: 'op', sized: false }
}

/** What a class or a row of one stands around; the spaces of `\arg\max` are no part of its name. */
function unwrapped(formula: Formula): Formula {
  if (formula.kind === 'classed') return unwrapped(formula.body)
  if (formula.kind !== 'row') return formula
  const items = formula.items.filter(({ kind }) => kind !== 'space')
  const [only] = items
  return items.length === 1 && only !== undefined ? unwrapped(only) : { kind: 'row', items }
}
