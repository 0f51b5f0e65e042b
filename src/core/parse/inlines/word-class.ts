/** A character between words. */
export const BETWEEN = 0
/** A letter or digit: makes a word. */
export const WORD = 1
/** A character that neither makes a word nor ends one. */
export const JOINING = 2
/** A character that is a word by itself, as in Chinese and Japanese. */
export const IDEOGRAPH = 3
/** What each UTF-16 unit means when words are counted. */
export const WORD_CLASSES: Uint8Array = classes()

/** The number of words in a short text without markup. */
export function countWords(text: string): number {
  let words = 0
  let inWord = 0
  for (let i = 0; i < text.length; i++) {
    const kind = WORD_CLASSES[text.charCodeAt(i)] ?? JOINING
    if (kind === IDEOGRAPH) words++
    else if (kind === WORD && inWord === 0) words++
    if (kind < JOINING || kind === IDEOGRAPH) inWord = kind === WORD ? 1 : 0
  }
  return words
}

function classes(): Uint8Array {
  const table = new Uint8Array(0x10000).fill(WORD)
  const ranges: readonly (readonly [number, number, number])[] = [
    [0x00, 0x20, BETWEEN],
    [0x21, 0x2f, JOINING],
    [0x3a, 0x40, JOINING],
    [0x5b, 0x60, JOINING],
    [0x7b, 0x9f, JOINING],
    [0xa0, 0xa0, BETWEEN],
    [0x2000, 0x200a, BETWEEN],
    [0x200b, 0x206f, JOINING],
    [0x2014, 0x2014, BETWEEN],
    [0x2028, 0x2029, BETWEEN],
    [0x2e80, 0x2fff, IDEOGRAPH],
    [0x3000, 0x303f, BETWEEN],
    [0x3005, 0x3005, IDEOGRAPH],
    [0x3040, 0x312f, IDEOGRAPH],
    [0x31a0, 0x9fff, IDEOGRAPH],
    [0xf900, 0xfaff, IDEOGRAPH],
    [0xff00, 0xff0f, BETWEEN],
  ]
  for (const [first, last, kind] of ranges) table.fill(kind, first, last + 1)
  for (const mark of '|=') table[mark.charCodeAt(0)] = BETWEEN
  return table
}
