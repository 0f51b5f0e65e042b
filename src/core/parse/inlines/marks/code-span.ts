import type { Mark } from './mark.ts'

/** `` `code` `` in any number of backticks (CommonMark 6.1) */
export const codeSpan: Mark<'code'> = {
  type: 'code',
  starts: '`',
  detail: false,
  read(source, at) {
    const end = source.codeSpanEnd(at)
    return end === -1 ? undefined : { type: 'code', start: at, end }
  },
  skip: (source, at) => at + source.runLength(at),
}

/**
 * The text of a code span as written, its backticks included: on one line, without the blanks that begin each further line (CommonMark 4.8),
 * and without those that set it apart from the backticks.
 */
export function codeText(written: string): string {
  const length = /^`+/.exec(written)?.[0].length ?? 0
  const code = written.slice(length, -length).replace(/(?:\r?\n|\r)[ \t]*/g, ' ')
  return code.startsWith(' ') && code.endsWith(' ') && code.trim() !== '' ? code.slice(1, -1) : code
}
