import { neutralise } from '../../neutralise.ts'

/** Text of a vault without what a terminal or the renderer's own marks would take for more than text. */
export function safeText(text: string): string {
  return text
    .split(softHyphen)
    .map(neutralise)
    .join('\u00ad')
    .replace(/[\ufdd0-\ufdef\u2028\u2029]/g, '\ufffd')
}

/** A place between letters where a word may be broken: the renderer breaks there or drops it, and never prints it. */
const softHyphen = /(?<=\p{L})\u00ad(?=\p{L})/u
