import { neutralise } from '../neutralise.ts'

/** Text of a vault without what a terminal or the renderer's own marks would take for more than text. */
export function safeText(text: string): string {
  return neutralise(text).replace(/[\ufdd0-\ufdef\u2028\u2029]/g, '\ufffd')
}
