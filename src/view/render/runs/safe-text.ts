import { neutralise } from '../../neutralise.ts'

/** Text of a vault without what a terminal or the renderer's own marks would take for more than text. */
export function safeText(text: string): string {
  return text
    .split(breakPoint)
    .map((part, at) => (at % 2 === 0 ? neutralise(part) : part))
    .join('')
    .replace(/[\ufdd0-\ufdef\u2028\u2029]/g, '\ufffd')
}

/**
 * A place where a word may be broken, and that is never printed: a soft hyphen between letters, or a zero-width space
 * between letters of scripts that write no blanks. Anywhere else it could carry what nobody sees.
 */
const breakPoint =
  /((?<=\p{L})\u00ad(?=\p{L})|(?<=[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])\u200b(?=[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]))/u

/** A text for one line, where no word is broken. */
export function withoutBreakPoints(text: string): string {
  return text
    .split(breakPoint)
    .filter((_, at) => at % 2 === 0)
    .join('')
}
