import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { htmlOf } from '../html-of.ts'

/** Starts of paragraphs, and what definitions, tables, comments and block ids make of them. */
const line = fc.constantFrom(
  'text [a] [b]',
  '  more',
  '[a]: /one',
  '[b]:',
  '/two',
  "'a title",
  "that goes on'",
  '[a]: /three (whole)',
  '[c]: /x nothing',
  'h | g',
  '--|--',
  '1 | 2',
  '%%',
  'text %%',
  '%% rest',
  'an end ^id',
  '===',
  '',
)
const text = fc.array(line, { minLength: 1, maxLength: 9 }).map((lines) => lines.join('\n'))

function quoted(markdown: string, marker: string): string {
  return markdown.replaceAll(/^/gm, marker)
}

/** As HTML, without the blanks before a comment that ends a line. */
function shown(markdown: string): string {
  return htmlOf(markdown).replaceAll(/ +$/gm, '')
}

test('what is quoted reads as it does without the marks', () => {
  fc.assert(
    fc.property(text, fc.constantFrom('> ', '>', ' > '), fc.boolean(), (written, marker, twice) => {
      const [plain, once] = [shown(written), shown(quoted(written, marker))]
      expect(once).toBe(`<blockquote>\n${plain}</blockquote>\n`)
      if (twice) expect(shown(quoted(quoted(written, '> '), marker))).toBe(`<blockquote>\n${once}</blockquote>\n`)
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['> a\n> h | g\n> --|--\n> 1 | 2', '<p>a</p>\n<table>h|g\n1|2</table>\n'],
  ['> [a]: /x\n> text [a]', '<p>text <a href="/x">a</a></p>\n'],
  [
    "> [a]:\n> /x\n> 'ti\n> tle'\n> [b]: /y\n>   [a] [b]",
    '<p><a href="/x" title="ti\ntle">a</a> <a href="/y">b</a></p>\n',
  ],
  ['> [a]: /x\n> [b]: /y', ''],
  ['> [a]: /x\ntext [a]\n> on', '<p>text <a href="/x">a</a>\non</p>\n'],
  ['> a %%\n>\n> b %% c', '<p>a</p>\n<p>c</p>\n'],
  ['> a\nb\n> h | g\n> --|--', '<p>a\nb</p>\n<table>h|g</table>\n'],
])('%j', (markdown, inner) => expect(htmlOf(markdown)).toBe(`<blockquote>\n${inner}</blockquote>\n`))

test('behind a comment that a paragraph holds a table begins as behind text', () => {
  const table = '<table>h|g\n1|2</table>\n'
  expect(htmlOf('a %%b\nc\n%% rest\nh | g\n--|--\n1 | 2')).toBe(`<p>a\nrest</p>\n${table}`)
})
