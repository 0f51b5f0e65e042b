import { repeatsScript } from '../formula.ts'
import type { Formula } from '../formula.ts'
import { hasWord, loweredLetters, raisedLetters } from '../script-letters.ts'
import type { MathStyle } from '../spacing.ts'
import { atomPhrase, binding, bracketed } from './phrase.ts'
import type { Phrase, Write } from './phrase.ts'

type Mark = { readonly text: string; readonly loose: boolean }

/** What can be written after `^` or `_` without brackets: a letter, name or number, one sign, or a letter after a relation. */
const plainScript = /^(?:[\p{L}\p{N}\p{M}′*.]+|[<>≤≥¬\\]?\P{M}\p{M}*)$/u
/** A script in a script would seem to belong to the base. */
const raisedOrLowered = /[⁰¹²³⁴-ⁿʰ-ʸˡ-ˣᴬ-ᵡᶜᶠᶻᶿ₀-ₜᵢ-ᵪⱼ]/u

/** A base with its scripts: as Unicode scripts where every character has one, else after `_` and `^`. */
export function writeScripts(scripts: Formula<'scripts'>, style: MathStyle, write: Write): Phrase {
  const written = write(scripts.base, style)
  // (x²)³ is no x²³, and (√x)² no √x².
  const isApart = scripts.base.kind === 'root' || repeatsScript(scripts)
  const base = isApart ? `(${written.text})` : baseText(written)
  const marks = [markOf(scripts.sub, '_', write), markOf(scripts.sup, '^', write)].filter((mark) => mark !== undefined)
  const ordered = goesFirst(marks[1], marks[0]) ? marks.toReversed() : marks
  const phrase = atomPhrase(base + ordered.map((mark) => mark.text).join(''))
  return { ...phrase, loose: ordered.at(-1)?.loose ?? false }
}

/** Primes and, before a plain subscript, small superscripts stay with the base: θ²_old, not θ_old². */
function goesFirst(sup: Mark | undefined, sub: Mark | undefined): boolean {
  if (sup === undefined || sub === undefined || sup.text.startsWith('^')) return false
  return /^[′″]/.test(sup.text) || sub.loose
}

function baseText(base: Phrase): string {
  return base.loose && !base.text.endsWith('*') ? `(${base.text})` : bracketed(base, binding.atom)
}

/** An arrow with its labels written like scripts. */
export function writeArrow(arrow: Formula<'arrow'>, style: MathStyle, write: Write): Phrase {
  const base: Formula = { kind: 'symbol', text: arrow.shape, atom: 'rel', sized: false }
  return writeScripts({ kind: 'scripts', base, sub: arrow.under, sup: arrow.over }, style, write)
}

/** A root: `√x` for a single letter or number, else `√(…)`. */
export function writeRoot(root: Formula<'root'>, style: MathStyle, write: Write): Phrase {
  const body = write(root.body, style)
  const index = root.index === undefined ? '' : write(root.index, 'script').text
  const isSingle = body.binding === binding.atom && !body.text.startsWith('√')
  return atomPhrase(rootSign(index) + (isSingle ? body.text : `(${body.text})`))
}

function rootSign(index: string): string {
  if (index === '3') return '∛'
  if (index === '4') return '∜'
  if (index === '') return '√'
  return (raisedLetters(index) ?? `(${index})`) + '√'
}

function markOf(script: Formula | undefined, sign: '_' | '^', write: Write): Mark | undefined {
  if (script === undefined) return undefined
  const written = write(script, 'script')
  const phrase = { ...written, text: written.text.trim() }
  if (phrase.text === '') return undefined
  const small = hasWord(script) ? undefined : sign === '_' ? loweredLetters(phrase.text) : raisedLetters(phrase.text)
  if (small !== undefined) return { text: small, loose: small.endsWith('*') }
  return linearMark(phrase, sign)
}

function linearMark({ text, binding: strength }: Phrase, sign: '_' | '^'): Mark {
  // Two indices are read as such; `e^iπ` would be read as a product.
  const isSingle = strength === binding.atom || (sign === '_' && Array.from(text).length <= 2)
  const isPlain = isSingle && plainScript.test(text) && !raisedOrLowered.test(text)
  if (isPlain) return { text: sign + text, loose: true }
  const hasBrackets = strength === binding.atom && /^[([{⟨|‖].*[)\]}⟩|‖]$/u.test(text)
  return { text: sign + (hasBrackets ? text : `(${text})`), loose: false }
}
