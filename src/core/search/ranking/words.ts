/** A word of a text as search compares it, with where it stands (UTF-16 offsets). */
export interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

const wordPattern = /[\p{L}\p{N}\p{M}]+(?:['’](?:s|t|re|ve|ll|d|m)(?![\p{L}\p{N}]))?/gu
const plainWordPattern = /[a-zA-Z0-9]+(?:['’](?:s|t|re|ve|ll|d|m)(?![a-zA-Z0-9]))?/gi
const asciiOnly = /^[\x00-\x7f]*$/
/** Text whose only letters, digits and marks are those of ASCII; beside them it may have quotes, dashes, arrows and signs. */
const plainText = /^[\x00-\x7f\xa0-\xa9\xb7\xd7\u2010-\u2027\u2190-\u23ff\u2500-\u25ff]*$/
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u

/** The words of a text in order: case-folded, accents removed, `'s` cut; scripts without spaces give pairs of characters. */
export function wordsIn(text: string): readonly Word[] {
  if (plainText.test(text)) return plainWords(text)
  const words: Word[] = []
  for (const { 0: found, index } of text.matchAll(wordPattern)) {
    const folded = foldWord(found)
    if (folded === '') continue
    if (!asciiOnly.test(folded) && unspaced.test(folded)) words.push(...pairsOf(found, index))
    else words.push({ text: folded, start: index, end: index + found.length })
  }
  return words
}

function plainWords(text: string): readonly Word[] {
  const words: Word[] = []
  for (const { 0: found, index } of text.matchAll(plainWordPattern))
    words.push({ text: withoutPossessive(found.toLowerCase()), start: index, end: index + found.length })
  return words
}

/** The words of a text without their places; what `wordsIn` finds, faster. */
export function wordTexts(text: string): readonly string[] {
  if (!plainText.test(text)) return wordsIn(text).map((word) => word.text)
  const words = text.toLowerCase().match(/[a-z0-9]+(?:['’](?:s|t|re|ve|ll|d|m)(?![a-z0-9]))?/g) ?? []
  return words.map(withoutPossessive)
}

/** Cuts off what follows an apostrophe: one or two letters, if any. */
function withoutPossessive(word: string): string {
  const { length } = word
  for (const at of [length - 2, length - 3]) {
    const unit = word.charCodeAt(at)
    if (unit === 0x27 || unit === 0x2019) return word.slice(0, at)
  }
  return word
}

/** A word without case, accents and possessive. */
export function foldWord(word: string): string {
  const cut = word.replace(/['’](?:s|t|re|ve|ll|d|m)$/i, '')
  if (asciiOnly.test(cut)) return cut.toLowerCase()
  return cut.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Chinese and Japanese have no spaces: each two neighbouring characters are a word. */
function pairsOf(run: string, offset: number): readonly Word[] {
  const pairs: Word[] = []
  for (let at = 0; at < Math.max(1, run.length - 1); at++)
    pairs.push({ text: run.slice(at, at + 2), start: offset + at, end: offset + Math.min(run.length, at + 2) })
  return pairs
}

/** The parts of names written in one word: `PixelRNN` gives pixel and rnn; empty when there is one part. */
export function camelParts(text: string): readonly string[] {
  if (isAscii(text)) return partsOf(text.match(/[A-Z]?[a-z]+(?=[A-Z])[A-Za-z]*/g), /[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g)
  return partsOf(text.match(/\p{Lu}?\p{Ll}+(?=\p{Lu})[\p{Lu}\p{Ll}]*/gu), /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+/gu)
}

function partsOf(words: readonly string[] | null, part: RegExp): readonly string[] {
  return (words ?? []).flatMap((word) => {
    const parts = word.match(part) ?? []
    return parts.length > 1 && parts.every((one) => one.length > 1) ? parts.map(foldWord) : []
  })
}

/** Whether a text is ASCII. */
export function isAscii(text: string): boolean {
  return asciiOnly.test(text)
}

/** Words joined by a hyphen, written in one: `multi-armed` gives multiarmed. */
export function joinedCompounds(text: string): readonly string[] {
  if (!/[-‐‑–]/.test(text)) return []
  const compounds = plainText.test(text)
    ? plainCompounds(text)
    : [...text.matchAll(/[\p{L}\p{N}]+(?:[-‐‑–][\p{L}\p{N}]+)+/gu)].map(({ 0: compound }) => compound)
  return compounds.map((compound) => foldWord(compound.replace(/[-‐‑–]/g, '')))
}

/** From hyphen to hyphen: a pattern would try each letter of each word as a beginning. */
function plainCompounds(text: string): readonly string[] {
  const compounds: string[] = []
  const hyphen = /[-‐‑–](?=[a-zA-Z0-9])/g
  for (let found = hyphen.exec(text); found !== null; found = hyphen.exec(text)) {
    const start = wordStart(text, found.index)
    if (start === found.index) continue
    tail.lastIndex = found.index
    tail.test(text)
    compounds.push(text.slice(start, tail.lastIndex))
    hyphen.lastIndex = tail.lastIndex
  }
  return compounds
}

const tail = /(?:[-‐‑–][a-zA-Z0-9]+)+/y

/** Where the letters and digits of ASCII before a place begin. */
function wordStart(text: string, end: number): number {
  let start = end
  while (start > 0 && isPlainLetter(text.charCodeAt(start - 1))) start--
  return start
}

function isPlainLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57)
}
