import type { Mark } from './mark.ts'

const CODES = /(?::[a-z0-9+][a-z0-9_+-]*:)+(?![\p{L}\p{N}_:/])/uy
const INSIDE = /[\p{L}\p{N}_:/.@-]/u

/** `:tada:`, one or several without anything between, where GitHub reads them: not within a word, an address or a time. */
export const shortCode: Mark<'shortCode'> = {
  type: 'shortCode',
  starts: ':',
  detail: true,
  read(source, at) {
    if (at > 0 && INSIDE.test(source.text.charAt(at - 1))) return undefined
    const found = source.match(CODES, at)
    return found && { type: 'shortCode', start: at, end: at + found[0].length }
  },
}

/** The names in a row of short codes as written. */
export function shortCodeNames(written: string): readonly string[] {
  return written.split(':').filter((name) => name !== '')
}
