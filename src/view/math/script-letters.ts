import type { Formula } from './formula.ts'
import { nameTable } from '../../core/model/name-table.ts'

const superscripts: Readonly<Record<string, string>> = nameTable({
  ...pairs('0123456789', '⁰¹²³⁴⁵⁶⁷⁸⁹'),
  ...pairs('+−=()', '⁺⁻⁼⁽⁾'),
  ...pairs('abcdefghijklmnoprstuvwxyz', 'ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ'),
  ...pairs('ABDEGHIJKLMNOPRTUVW', 'ᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ'),
  ...pairs('βγδθφϕχ', 'ᵝᵞᵟᶿᵠᵠᵡ'),
  ...pairs('⊤⊺∘*⋆†‡′″', 'ᵀᵀ°**†‡′″'),
})

const subscripts: Readonly<Record<string, string>> = nameTable({
  ...pairs('0123456789', '₀₁₂₃₄₅₆₇₈₉'),
  ...pairs('+−=()', '₊₋₌₍₎'),
  ...pairs('aehijklmnoprstuvx', 'ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ'),
  ...pairs('βγρφϕχ', 'ᵦᵧᵨᵩᵩᵪ'),
})

const subscriptsAndComma = { ...subscripts, ',': ',' }

function pairs(plain: string, raised: string): Record<string, string> {
  const targets = Array.from(raised)
  return Object.fromEntries(Array.from(plain, (char, index) => [char, targets[index] ?? char]))
}

/** The text in Unicode superscripts; undefined when one of its characters has none. */
export function raisedLetters(text: string): string | undefined {
  return holdsCall(text) ? undefined : mapped(text, superscripts)
}

/** The text in Unicode subscripts; undefined when one of its characters has none. A comma between indices stays. */
export function loweredLetters(text: string): string | undefined {
  return holdsCall(text) ? undefined : mapped(text, /^[,(]/.test(text) ? subscripts : subscriptsAndComma)
}

/** Small brackets read well around all of a script, not inside it. */
function holdsCall(text: string): boolean {
  return text.indexOf('(') > 0
}

function mapped(text: string, table: Readonly<Record<string, string>>): string | undefined {
  const chars = Array.from(text.replaceAll('′′', '″'), (char) => table[char])
  return chars.length > 0 && chars.every((char) => char !== undefined) ? chars.join('') : undefined
}

/** True when a script holds a word of three letters or more: `max` reads better plain than as small letters. */
export function hasWord(script: Formula): boolean {
  switch (script.kind) {
    case 'symbol':
    case 'text':
      return /[A-Za-z]{3}/.test(script.text)
    case 'row':
    case 'fence':
      return script.items.some(hasWord)
    case 'scripts':
      return hasWord(script.base)
    default:
      return false
  }
}
