import { nameTable } from '../../core/model/name-table.ts'

const latinStart = { upper: 0x41, lower: 0x61, digit: 0x30 } as const

type Alphabet = { readonly upper: number; readonly lower: number; readonly digit?: number; readonly greek?: number }

/** Where each alphabet of "Mathematical Alphanumeric Symbols" (Unicode, U+1D400) begins. */
const alphabets: Readonly<Record<string, Alphabet>> = nameTable({
  bold: { upper: 0x1d400, lower: 0x1d41a, digit: 0x1d7ce, greek: 0x1d6a8 },
  'bold-italic': { upper: 0x1d468, lower: 0x1d482, digit: 0x1d7ce, greek: 0x1d71c },
  'bold-sans-serif': { upper: 0x1d5d4, lower: 0x1d5ee, digit: 0x1d7ec, greek: 0x1d756 },
  'sans-serif-bold-italic': { upper: 0x1d63c, lower: 0x1d656, digit: 0x1d7ec, greek: 0x1d790 },
  'double-struck': { upper: 0x1d538, lower: 0x1d552, digit: 0x1d7d8 },
  // The bold script alphabet: the light one has holes that older letters fill in another shape.
  script: { upper: 0x1d4d0, lower: 0x1d4ea },
  fraktur: { upper: 0x1d504, lower: 0x1d51e },
})

/** Letters that Unicode had before the alphabets, so that the alphabets leave them out. */
const exceptions: Readonly<Record<string, Readonly<Record<string, string>>>> = nameTable({
  'double-struck': { C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' },
  fraktur: { C: 'ℭ', H: 'ℌ', I: 'ℑ', R: 'ℜ', Z: 'ℨ' },
})

/** The order of the Greek letters in each bold alphabet. */
const greek = 'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡϴΣΤΥΦΧΨΩ∇αβγδεζηθικλμνξοπρςστυφχψω∂ϵϑϰϕϱϖ'

/**
 * Text in the letters of a MathML `mathvariant`: bold, blackboard, script and fraktur have their own in Unicode;
 * italic, upright, sans-serif and monospace stay plain, since a terminal shows no difference that helps.
 */
export function letters(text: string, variant: string): string {
  const alphabet = alphabets[variant]
  if (alphabet === undefined) return text
  return Array.from(text, (char) => exceptions[variant]?.[char] ?? styled(char, alphabet)).join('')
}

function styled(char: string, alphabet: Alphabet): string {
  if (/[A-Z]/.test(char)) return shifted(char, latinStart.upper, alphabet.upper)
  if (/[a-z]/.test(char)) return shifted(char, latinStart.lower, alphabet.lower)
  if (/[0-9]/.test(char) && alphabet.digit !== undefined) return shifted(char, latinStart.digit, alphabet.digit)
  const place = Array.from(greek).indexOf(char)
  return place >= 0 && alphabet.greek !== undefined ? String.fromCodePoint(alphabet.greek + place) : char
}

function shifted(char: string, from: number, to: number): string {
  return String.fromCodePoint(to + char.charCodeAt(0) - from)
}
