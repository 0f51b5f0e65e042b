import { accentShape, lineBelow, onEvery, strokeThrough, tildeBelow } from '../accents.ts'
import { isLimitOperator } from '../atom-class.ts'
import type { Formula } from '../formula.ts'
import type { MathStyle } from '../spacing.ts'
import { atomPhrase, binding } from './phrase.ts'
import type { Phrase, Write } from './phrase.ts'
import { nameTable } from '../../../core/model/name-table.ts'

const oneLetter = /^\P{M}\p{M}*$/u
const names: Readonly<Record<string, string>> = nameTable({
  '^': 'hat',
  '~': 'tilde',
  '→': 'vec',
  '.': 'dot',
  '..': 'ddot',
  ˇ: 'check',
})

/** A letter with its mark; on a word or an expression it is named: `hat(x + y)`. */
export function writeAccent(accent: Formula<'accent'>, style: MathStyle, write: Write): Phrase {
  const { base } = accent
  if (base.kind === 'scripts') return write({ ...base, base: { ...accent, base: base.base } }, style)
  const { text } = write(base, style)
  const shape = accentShape(accent.mark)
  if (accent.below) return writeMarkBelow(text, shape.wide)
  if (oneLetter.test(text)) return atomPhrase((text + shape.combining).normalize('NFC'))
  if (shape.wide === '_') return atomPhrase(onEvery(text, '\u0305'))
  return { text: `${names[shape.wide] ?? shape.wide}(${text})`, binding: binding.atom, loose: false }
}

/** The arrow of `\\varinjlim`, a line below every character, a tilde below a letter; any other mark is said in words. */
function writeMarkBelow(text: string, mark: string): Phrase {
  if (isLimitOperator(text) && /[←→]/.test(mark)) return atomPhrase(text + mark)
  if (mark === '_') return atomPhrase(onEvery(text, lineBelow))
  if (mark === '~' && oneLetter.test(text)) return atomPhrase((text + tildeBelow).normalize('NFC'))
  return atomPhrase(`(${text} with ${mark} below)`)
}

/** The base with a stroke through every letter, or in brackets for its box, so that it does not run into what is around it. */
export function writeEnclosure(enclosure: Formula<'enclosure'>, style: MathStyle, write: Write): Phrase {
  const phrase = write(enclosure.body, style)
  return enclosure.shape === 'box'
    ? atomPhrase(`[${phrase.text}]`)
    : { ...phrase, text: onEvery(phrase.text, strokeThrough) }
}
