import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { InlineSource } from '../../../../src/core/parse/inlines/inline-source.ts'
import { openComment } from '../../../../src/core/parse/inlines/marks/open-comment.ts'

const text = (...pieces: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((all) => all.join(''))
const runs = { numRuns: 300 }

/** A source whose range ends within a text that goes on with all that could end something. */
function sourceOf(written: string): InlineSource {
  const source = new InlineSource(`${written}\`\`$$%%-->?>]]>*/}">'`)
  source.setRange(0, written.length)
  return source
}

/** What is asked at each offset of a text, beside what a pattern says of the rest; a run of backticks is asked at its start. */
function expectSame(
  written: string,
  ask: (source: InlineSource, at: number) => number,
  slow: (at: number) => number,
  mark: string,
): void {
  const source = sourceOf(written)
  for (let at = 0; at < written.length; at++)
    if (written.startsWith(mark, at) && (mark !== '`' || written[at - 1] !== '`'))
      expect([written, at, ask(source, at)]).toEqual([written, at, slow(at)])
}

/** After what a pattern matches at an offset; -1 when nothing. */
const after = (written: string, at: number, pattern: RegExp): number => {
  const found = pattern.exec(written.slice(at))
  return found === null ? -1 : at + found[0].length
}

const codeSpan = /^(`+)(?!`)(?:[^]*?[^`])\1(?!`)/

/** After the escape, code span, run of backticks or character at an offset. */
function step(written: string, at: number): number {
  if (written[at] === '\\') return at + 2
  if (written[at] !== '`') return at + 1
  const close = after(written, at, codeSpan)
  return close < 0 ? after(written, at, /^`+/) : close
}

test('code spans end where CommonMark 6.1 says', () => {
  fc.assert(
    fc.property(text('`', '``', '```', 'a', ' ', '\n', '\\'), (written) => {
      expectSame(
        written,
        (source, at) => source.codeSpanEnd(at),
        (at) => after(written, at, codeSpan),
        '`',
      )
    }),
    runs,
  )
})

test('formulas end where links.md says, read sign by sign', () => {
  const slow = (written: string, at: number): number => {
    if (written.startsWith('$$', at)) {
      if (written.startsWith('$$$', at)) return -1
      for (let i = at + 2; i < written.length; i = step(written, i)) if (written.startsWith('$$', i)) return i + 2
      return -1
    }
    if (/[A-Za-z0-9]/.test(written.charAt(at - 1)) || !/^\S/.test(written.slice(at + 1))) return -1
    for (let i = at + 1; i < written.length; i = step(written, i)) {
      if (/[\r\n]/.test(written.charAt(i))) return -1
      // The answer may depend on a digit behind it, also behind the end of the range.
      if (written[i] === '$') return /\s/.test(written.charAt(i - 1)) || /\d/.test(written.charAt(i + 1)) ? -1 : i + 1
    }
    return -1
  }
  fc.assert(
    fc.property(text('$', '$$', 'a', '1', ' ', '\n', '\\', '\\$', '`', '`$`', '{', '.'), (written) => {
      // What an escape leaves behind the end is none of the range.
      if (written.endsWith('\\')) return
      expectSame(
        written,
        (source, at) => source.mathEnd(at),
        (at) => slow(written, at),
        '$',
      )
    }),
    runs,
  )
})

test('comments, tags and the like end where CommonMark 6.6 says', () => {
  const attribute = String.raw`\s+[a-zA-Z_:][a-zA-Z0-9:._-]*(?:\s*=\s*(?:[^"'=<>\x60\s]+|'[^']*'|"[^"]*"))?`
  const html = new RegExp(
    [
      `^(?:<[A-Za-z][A-Za-z0-9-]*(?:${attribute})*\\s*/?>`,
      String.raw`</[A-Za-z][A-Za-z0-9-]*\s*>`,
      '<!-->|<!--->|<!--[^]*?-->',
      String.raw`<\?[^]*?\?>`,
      '<!(?!--)[A-Za-z][^>]*>',
      String.raw`<!\[CDATA\[[^]*?\]\]>)`,
    ].join('|'),
  )
  const pieces = text(
    '<',
    '<a',
    '</a',
    '<!',
    '<!--',
    '<!D',
    '<?',
    '<![CDATA[',
    '>',
    '/>',
    '-->',
    '->',
    '-',
    '?>',
    ']]>',
    ' ',
    '\n',
    'b',
    '=',
    '"',
    "'c'",
    '/',
  )
  fc.assert(
    fc.property(pieces, (written) => {
      expectSame(
        written,
        (source, at) => source.htmlEnd(at),
        (at) => after(written, at, html),
        '<',
      )
      const source = sourceOf(written)
      for (let at = 0; at < written.length; at++)
        if (written[at] === '<' && at + 3 < written.length)
          expect([written, at, source.isComment(at)]).toEqual([written, at, written.startsWith('<!--', at)])
    }),
    { numRuns: 600 },
  )
  fc.assert(
    fc.property(text('%', '%%', 'a', ' ', '\n'), (written) => {
      expectSame(
        written,
        (source, at) => source.hiddenEnd(at),
        (at) => after(written, at, /^%%[^]*?%%/),
        '%',
      )
    }),
    runs,
  )
  fc.assert(
    fc.property(text('{', '/', '*', '{/*', '*/}', 'a', '\n'), (written) => {
      expectSame(
        written,
        (source, at) => source.mdxCommentEnd(at),
        (at) => after(written, at, /^\{\/\*[^]*?\*\/\}/),
        '{',
      )
    }),
    runs,
  )
})

test('a comment that its line opens and does not close is found, outside code, mathematics and HTML', () => {
  const slow = (written: string): number => {
    let at = 0
    while (at < written.length) {
      const rest = written.slice(at)
      const hidden = /^(?:%%[^]*?%%|<!--[^]*?-->|\\[^])/.exec(rest) ?? codeSpan.exec(rest)
      if (hidden !== null) at += hidden[0].length
      else if (rest.startsWith('%%')) return at > 0 && /[ \t]/.test(written.charAt(at - 1)) ? at : -1
      else if (/^`|^<!--/.test(rest)) return -1
      else if (rest.startsWith('$')) {
        const end = sourceOf(written).mathEnd(at)
        at = end < 0 ? at + 1 : end
      } else at++
    }
    return -1
  }
  fc.assert(
    fc.property(text('%', '%%', ' ', '\t', 'a', '`', '`%%`', '$', '<!--', '-->', '\\', '<b>'), (written) => {
      if (written.endsWith('\\')) return
      expect([written, openComment(sourceOf(written), 0, written.length)]).toEqual([written, slow(written)])
    }),
    { numRuns: 400 },
  )
})

test('what a pattern matches must end within the range, and a run counts no further', () => {
  const source = new InlineSource('aab aaaa')
  source.setRange(0, 6)
  expect([
    source.match(/a+/y, 0)?.[0],
    source.match(/a+/y, 2),
    source.match(/a+/y, 4),
    source.match(/a/y, 5)?.[0],
  ]).toEqual([...['aa', undefined, undefined, 'a']])
  expect([0, 1, 2, 4].map((at) => source.runLength(at))).toEqual([2, 1, 1, 2])
})

test('a later range is read for itself', () => {
  const source = new InlineSource('`` a ` b `` `c` ``')
  source.setRange(0, 11)
  expect([source.codeSpanEnd(0), source.codeSpanEnd(5)]).toEqual([11, -1])
  source.setRange(12, 18)
  expect([source.codeSpanEnd(12), source.codeSpanEnd(16)]).toEqual([15, -1])
})
