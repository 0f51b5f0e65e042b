const high = new Map(
  [...'0123456789+-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW'].map((letter, index) => [
    letter,
    [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ'][index] ?? letter,
  ]),
)
const low = new Map(
  [...'0123456789+-=()aehijklmnoprstuvx'].map((letter, index) => [
    letter,
    [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ'][index] ?? letter,
  ]),
)

/** Text raised as Unicode can, else `^(text)`. */
export function superscript(text: string): string {
  return raised(text, high, '^')
}

/** Text lowered as Unicode can, else `_(text)`. */
export function subscript(text: string): string {
  return raised(text, low, '_')
}

function raised(text: string, letters: ReadonlyMap<string, string>, sign: string): string {
  const characters = [...text]
  if (characters.every((letter) => letters.has(letter))) return characters.map((letter) => letters.get(letter)).join('')
  return characters.length === 1 ? sign + text : `${sign}(${text})`
}
