import type { Mark } from './mark.ts'

const CODES = /(?::[a-z0-9+][a-z0-9_+-]*:)+(?![\p{L}\p{N}_:/])/uy
const INSIDE = /[\p{L}\p{N}_:/.@-]/u

/** `:tada:`, one or several without anything between, where GitHub reads them: not within a word, an address or a time. */
export const shortCode: Mark<'shortCode'> = {
  type: 'shortCode',
  starts: ':',
  detail: true,
  read({ text, end }, at) {
    if (at > 0 && INSIDE.test(text.charAt(at - 1))) return undefined
    CODES.lastIndex = at
    const found = CODES.exec(text)
    return found === null || CODES.lastIndex > end ? undefined : { type: 'shortCode', start: at, end: CODES.lastIndex }
  },
}

/** The names in a row of short codes as written. */
export function shortCodeNames(written: string): readonly string[] {
  return written.split(':').filter((name) => name !== '')
}
