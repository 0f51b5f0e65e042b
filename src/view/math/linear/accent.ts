import { accentShape, lineBelow, onEvery, strokeThrough } from '../accents.ts'
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
  if (accent.below && /[←→]/.test(accent.mark)) return atomPhrase(text + accent.mark)
  if (accent.below) return atomPhrase(onEvery(text, lineBelow))
  const shape = accentShape(accent.mark)
  if (oneLetter.test(text)) return atomPhrase((text + shape.combining).normalize('NFC'))
  if (shape.wide === '_') return atomPhrase(onEvery(text, '\u0305'))
  return { text: `${names[shape.wide] ?? shape.wide}(${text})`, binding: binding.atom, loose: false }
}

/** The base with a stroke through every letter, or in brackets for its box, so that it does not run into what is around it. */
export function writeEnclosure(enclosure: Formula<'enclosure'>, style: MathStyle, write: Write): Phrase {
  const phrase = write(enclosure.body, style)
  return enclosure.shape === 'box'
    ? atomPhrase(`[${phrase.text}]`)
    : { ...phrase, text: onEvery(phrase.text, strokeThrough) }
}
