/** How a character takes part in words: not at all, in words between blanks, or in runs of a script without blanks. */
export const between = 0
export const inWord = 1
/** Han and kana. */
export const inHan = 2
export const inHangul = 3
/** Thai, Lao, Khmer, Burmese, Tibetan. */
export const inSoutheast = 4

const classes = new Uint8Array(65_536).fill(255)
const classesOfPairs = new Map<number, number>()

/** The class of the character that starts at a place of a text; the second half of a surrogate pair counts as `between`. */
export function classAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  const known = classes[unit] ?? 255
  if (known !== 255) return known
  if (unit >= 0xd800 && unit < 0xdc00) return classOfPair(text, at)
  const found = classOf(text.charAt(at))
  classes[unit] = found
  return found
}

function classOfPair(text: string, at: number): number {
  const point = text.codePointAt(at) ?? 0
  const known = classesOfPairs.get(point)
  if (known !== undefined) return known
  const found = point > 0xffff ? classOf(String.fromCodePoint(point)) : between
  classesOfPairs.set(point, found)
  return found
}

function classOf(character: string): number {
  if (!/[\p{L}\p{N}\p{M}]/u.test(character)) return between
  if (/[\p{sc=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u.test(character) && !/[Ａ-Ｚａ-ｚ０-９]/.test(character))
    return inHan
  if (/\p{sc=Hangul}/u.test(character)) return inHangul
  return /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Tibetan}]/u.test(character) ? inSoutheast : inWord
}
