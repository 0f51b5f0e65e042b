import { foldText } from './words/fold.ts'

/** The source of a pattern that finds a text as it is written. */
export function asWritten(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

/** Finds the words of a phrase one after another, whatever stands between them but letters and digits, in folded text; signs alone as written. */
export function phrasePattern(phrase: string): RegExp {
  const words = foldText(phrase).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  if (words.length === 0) return new RegExp(asWritten(foldText(phrase).trim()), 'u')
  const [first, last] = [words[0] ?? '', words.at(-1) ?? '']
  const before = unspaced.test(first.charAt(0)) ? '' : '(?<![\\p{L}\\p{N}])'
  const behind = unspaced.test(last.slice(-1)) ? '' : '(?![\\p{L}\\p{N}])'
  return new RegExp(`${before}${words.join('[^\\p{L}\\p{N}]{1,20}')}${behind}`, 'u')
}

/**
 * A pattern that finds the words of a text in any letter case, with or without hyphens and apostrophes within them and separators within
 * numbers: `timeout` finds time-out, `1000` finds 1,000.
 */
export function looseWords(text: string): string | undefined {
  const words = text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  const letters = words.join('').length
  if (letters < 3 || letters > longestLoose) return undefined
  const loose = words.map((word) =>
    [...word].reduce((before, one) => before + (/\d$/.test(before) && /\d/.test(one) ? ofNumbers : ofWords) + one),
  )
  const border = (letter: string, sign: string): string => (unspaced.test(letter) ? '' : `(?${sign}[\\p{L}\\p{N}])`)
  return (
    border(words[0]?.charAt(0) ?? '', '<!') +
    loose.join('[^\\p{L}\\p{N}]{1,20}') +
    border(words.at(-1)?.slice(-1) ?? '', '!')
  )
}

const longestLoose = 80
const ofWords = "[-'’\u00ad\u200b]?"
const ofNumbers = "[-.,'’_ \u00a0\u202f]?"

const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u
