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
 * A place where a word may be broken, and that is never printed: a soft hyphen between letters, or a single zero-width
 * space between what is seen, as scripts without blanks have it. More of them side by side could carry what nobody sees.
 */
const breakPoint = /((?<=\p{L})\u00ad(?=\p{L})|(?<=[\p{L}\p{N}\p{M}\p{P}\p{S}])\u200b(?=[\p{L}\p{N}\p{P}\p{S}\s]|$))/u
