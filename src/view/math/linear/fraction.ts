import type { Formula } from '../formula.ts'
import type { MathStyle } from '../spacing.ts'
import { vulgarFraction } from '../vulgar-fraction.ts'
import { atomPhrase, binding, bracketed } from './phrase.ts'
import type { Phrase, Write } from './phrase.ts'

/** `a/b` with brackets where the slash would bind wrongly; without a bar two lines, as `a; b`. */
export function writeFraction(fraction: Formula<'fraction'>, style: MathStyle, write: Write): Phrase {
  const short = vulgarFraction(fraction)
  if (short !== undefined) return atomPhrase(short)
  const over = trimmed(write(fraction.over, style))
  const under = trimmed(write(fraction.under, style))
  if (!fraction.bar) {
    return { text: `${over.text}; ${under.text}`, binding: binding.relation, loose: false }
  }
  const text = `${bracketed(over, binding.juxtaposed)}/${bracketed(under, binding.call)}`
  return { text, binding: binding.product, loose: under.loose }
}

function trimmed(phrase: Phrase): Phrase {
  return { ...phrase, text: phrase.text.trim() }
}

/** A binomial coefficient as `(n choose k)`. */
export function writeBinomial({ over, under }: Formula<'fraction'>, style: MathStyle, write: Write): Phrase {
  return atomPhrase(`(${write(over, style).text} choose ${write(under, style).text})`)
}
