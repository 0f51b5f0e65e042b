import { expect } from '@jest/globals'
import katex from 'katex'
import { knownTex } from '../../../../src/core/parse/math/known-tex.ts'

/** Rows of a table: what is written and, behind ` => `, what KaTeX is given; of the second only the end may be blank. */
export function rows(table: string): readonly (readonly [string, string])[] {
  return table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [written = '', known = ''] = line.trim().split(' => ')
      return [written, known]
    })
}

/** A row for each of several names of a command, which stands as `\?` in both columns. */
export function named(names: string, table: string): readonly (readonly [string, string])[] {
  return names
    .split(' ')
    .flatMap((name) =>
      rows(table).map(
        ([written, known]) => [written.replaceAll('\\?', `\\${name}`), known.replaceAll('?', name)] as const,
      ),
    )
}

/** Asserts that TeX becomes what is expected, blanks at the ends aside, and that KaTeX reads it. */
export function expectKnown(tex: string, expected: string): void {
  const known = knownTex(tex).tex
  expect(known.trim()).toBe(expected)
  const html = katex.renderToString(known, { displayMode: true, strict: 'ignore', output: 'mathml' })
  expect(html).not.toContain('katex-error')
}
