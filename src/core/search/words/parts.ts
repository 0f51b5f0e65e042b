import { foldText, isAscii } from './fold.ts'

/** The forms by which a word as written is looked up. */
export interface WordForms {
  /** The folded word, then the parts of a name written in one: `parseHTTPResponse` gives parse, http and response. */
  readonly words: readonly string[]
  /** Whether it is written as a short form: in two to five capitals, maybe with digits. */
  readonly short: boolean
}

/** The longest word that is indexed, in UTF-16 units; longer ones are keys and checksums that nobody remembers. */
const longestWord = 40

/** The forms of a word as written, without blanks and signs; none for what is too long. */
export function formsOf(raw: string): WordForms {
  if (raw.length > longestWord) return none
  // Most words of a text are these, and a search reads thousands.
  if (/^[a-z]+$/.test(raw)) return { words: [raw], short: false }
  const plural = /^(\p{Lu}{2,6})s$/u.exec(raw)?.[1]
  if (plural !== undefined) return { words: [foldText(plural)], short: true }
  const version = /^v?(\d+(?:\.\d+)+)$/i.exec(raw)?.[1]
  if (version !== undefined) return { words: [version, ...leading(version)], short: false }
  const folded = foldText(raw)
  if (folded === '') return none
  return { words: [folded, ...withoutArticle(folded), ...camelParts(raw)], short: isCapitals(raw) }
}

const none: WordForms = { words: [], short: false }

/** Arabic and Hebrew write the article as part of the word. */
function withoutArticle(folded: string): readonly string[] {
  const article = ['ال', 'ה'].find((one) => folded.startsWith(one))
  return article !== undefined && folded.length > article.length + 2 ? [folded.slice(article.length)] : []
}

/** `18.2.1` is looked for as 18 and 18.2, too. */
function leading(version: string): readonly string[] {
  const parts = version.split('.')
  return parts.slice(1).map((_part, at) => parts.slice(0, at + 1).join('.'))
}

function isCapitals(raw: string): boolean {
  return isAscii(raw) ? /^[A-Z][A-Z0-9]{1,4}$/.test(raw) : /^\p{Lu}[\p{Lu}\p{N}]{1,4}$/u.test(raw)
}

/** The parts of a name written in one word, folded; empty when there is one part. */
function camelParts(raw: string): readonly string[] {
  const hump = isAscii(raw) ? /[a-z][A-Z]|[A-Z]{2}[a-z]|[a-z]\d|\d[A-Za-z]/ : /\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}/u
  if (!hump.test(raw)) return []
  const parts = raw.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\d+/gu) ?? []
  const words = parts.filter((part) => part.length > 1 && (!/\d/.test(part) || part.length > 2)).map(foldText)
  return words.filter((word) => word !== foldText(raw))
}
