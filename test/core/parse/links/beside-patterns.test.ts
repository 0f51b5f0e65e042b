import { describe, expect, test } from '@jest/globals'
import { Parser } from 'commonmark'
import fc from 'fast-check'
import { readDestination, readInlineTail, skipSpacing, titleEnd } from '../../../../src/core/parse/links/destination.ts'
import { labelEnd, normalizeLabel, readDefinition } from '../../../../src/core/parse/links/reference.ts'
import { isUrl, splitDestination, unescapeMarkdown } from '../../../../src/core/parse/links/unescape.ts'
import { readWikiParts } from '../../../../src/core/parse/links/wiki.ts'
import { scanMarkdown } from '../../../../src/core/parse/scan-markdown.ts'

const text = (...pieces: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...pieces), { maxLength: 10 }).map((all) => all.join(''))
const runs = { numRuns: 500 }

/** What a look at the middle of a text finds, which what stands around it must not change. */
function inside<Result>(middle: string, look: (whole: string, at: number, end: number) => Result): Result {
  return look(`\\"<(${middle}>)"'] `, 4, 4 + middle.length)
}

/** The length of the destination without `<…>` at the start of a text (CommonMark 6.3), counted sign by sign; -1 when there is none. */
function plainLength(written: string): number {
  const signs = written.match(/\\[!-/:-@[-`{-~]|[^]/g) ?? []
  let [depth, length] = [0, 0]
  for (const sign of signs) {
    if (/^[\0-\x20]$/.test(sign)) break
    if (sign === ')' && depth === 0) return length
    if (sign === '(') depth++
    if (sign === ')') depth--
    if (depth > 8) return -1
    length += sign.length
  }
  return depth === 0 && length > 0 ? length : -1
}

describe('the parts of links are what the patterns of CommonMark say', () => {
  test('destinations', () => {
    fc.assert(
      fc.property(text('a', '<', '>', '(', ')', '\\', '\\(', ' ', '\n', '((((((((', '))))))))'), (written) => {
        const found = inside(written, readDestination)
        const angle = /^<((?:[^<>\\\r\n]|\\(?![\r\n])[^]|\\(?=[\r\n]))*)>/.exec(written)
        const plain = written.startsWith('<') ? -1 : plainLength(written)
        const expected =
          angle !== null
            ? { start: 5, end: 5 + (angle[1] ?? '').length, angle: true, after: 4 + angle[0].length }
            : plain >= 0
              ? { start: 4, end: 4 + plain, angle: false, after: 4 + plain }
              : undefined
        // A backslash before a line end escapes nothing, and the line end is none of a destination.
        const isCut = angle !== null && /[\r\n]/.test(angle[0])
        expect([written, found]).toEqual([written, isCut ? undefined : expected])
      }),
      runs,
    )
  })

  test('titles, labels and what parts them', () => {
    const offset = (pattern: RegExp, written: string): number => {
      const found = pattern.exec(written)
      return found === null ? -1 : 4 + found[0].length
    }
    fc.assert(
      fc.property(text('a', '"', "'", '(', ')', '\\', '\\"', ' ', '\n'), (written) => {
        const title = /^(?:"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|\((?:[^()\\]|\\[^])*\))/
        expect([written, inside(written, titleEnd)]).toEqual([written, offset(title, written)])
      }),
      runs,
    )
    fc.assert(
      fc.property(text('a', '[', ']', '\\', '\\]', ' ', '\n'), (written) => {
        const label = /^\[(?:[^[\]\\]|\\[^])*\]/
        expect([written, inside(`[${written}`, labelEnd)]).toEqual([written, offset(label, `[${written}`)])
        expect(inside(`a${written}`, labelEnd)).toBe(-1)
      }),
      runs,
    )
    fc.assert(
      fc.property(text(' ', '\t', '\n', '\r\n', '\r', 'a'), (written) => {
        expect([written, inside(written, skipSpacing)]).toEqual([
          written,
          offset(/^[ \t]*(?:\r\n?|\n)?[ \t]*/, written),
        ])
      }),
      runs,
    )
  })

  test('end where the text that is looked at ends, whatever stands behind', () => {
    const pieces = text('[a]', '[a]: ', ':', '(', ')', '<', '>', 'b', ' ', '\n', '"', "'c'", '(d)', '\\')
    fc.assert(
      fc.property(pieces, pieces, (written, rest) => {
        for (const look of [readDefinition, readInlineTail, readDestination, labelEnd, titleEnd, skipSpacing])
          expect([written, rest, look(written + rest, 0, written.length)]).toEqual([
            written,
            rest,
            look(written, 0, written.length),
          ])
      }),
      runs,
    )
  })

  test('labels of 999 characters at most', () => {
    const label = (length: number): string => `[${'a'.repeat(length)}]`
    expect(labelEnd(label(999), 0, 1001)).toBe(1001)
    expect(labelEnd(label(1000), 0, 1002)).toBe(-1)
  })

  test.each([
    ['(a)', 'a', undefined],
    ['()', '', undefined],
    ['( )', '', undefined],
    ['(\n)', '', undefined],
    ['(<>)', '', undefined],
    ['(<a b>)', 'a b', undefined],
    ['(a )', 'a', undefined],
    ['(<a>\n)', 'a', undefined],
    ['(a "b")', 'a', 'b'],
    ["( a\n'b' )", 'a', 'b'],
    ['(a\t(b))', 'a', 'b'],
    ['(<a> "b")', 'a', 'b'],
    ['("a")', '"a"', undefined],
    ['( "a")', '"a"', undefined],
    ['(a\\ "b")', 'a\\', 'b'],
    ['(a "")', 'a', ''],
    ['(<a>"b")', null, undefined],
    ['(a "b" c)', null, undefined],
    ['(a b)', null, undefined],
    ['(a\n\nb)', null, undefined],
    ['(a "b)', null, undefined],
    ['(a', null, undefined],
    ['(', null, undefined],
    ['(<a)', null, undefined],
    ['(a "b"', null, undefined],
  ])('the tail %j', (written, destination, title) => {
    const found = inside(written, readInlineTail)
    expect(found && `\\"<(${written}`.slice(found.start, found.end)).toBe(destination ?? undefined)
    expect(found?.title).toBe(title)
    if (found !== undefined) expect(found.after).toBe(4 + written.length)
  })
})

describe('definitions are those of commonmark.js', () => {
  /** Label, destination and title of each definition that a text begins with, and the text behind them. */
  function own(written: string): readonly (readonly (string | undefined)[])[] {
    const found: (readonly (string | undefined)[])[] = []
    for (let at = 0; ;) {
      const one = at < written.length ? readDefinition(written, at, written.length) : undefined
      if (one === undefined) return [...found, [written.slice(at)]]
      const { label, destination, title, next } = one
      const target = unescapeMarkdown(written.slice(destination.start, destination.end))
      found.push([label, encodeURI(target), title === undefined ? '' : unescapeMarkdown(title)])
      at = next
    }
  }

  interface Refmap {
    readonly [label: string]: { readonly destination: string; readonly title: string }
  }

  test('in random paragraphs', () => {
    const pieces = text('[a]:', '[b c]: ', 'd', ' ', '\n', '<e>', '"f"', "'g'", '(h)', '\\]', '"', '[', ']')
    let definitions = 0
    fc.assert(
      fc.property(pieces, (rest) => {
        const written = `[a]: ${rest}`
        // One paragraph: no blank lines, no blanks at the ends of lines or of the text.
        if (/\n[ \t]*\n|^\s|\s$|\n(?:[ \t]{4}|[ \t]*(?:>|[-+*] |<))/.test(written)) return
        const parser = new Parser()
        const paragraph = parser.parse(written).firstChild
        const refmap = (parser as unknown as { readonly refmap: Refmap }).refmap
        const [last, ...others] = own(written).toReversed()
        const labels = new Map<string, readonly (string | undefined)[]>()
        for (const one of others) labels.set(one[0] ?? '', one)
        expect([
          written,
          [...labels.values()].map(([label, target, title]) => [label?.toUpperCase(), target, title]).sort(),
        ]).toEqual([
          written,
          Object.entries(refmap)
            .map(([label, { destination, title }]) => [label, destination, title])
            .sort(),
        ])
        expect([written, last?.[0] === '']).toEqual([written, paragraph === null])
        definitions += others.length
      }),
      { numRuns: 1000 },
    )
    expect(definitions).toBeGreaterThan(100)
  })

  test.each([
    [' A  b\n c ', 'a b c'],
    ['ẞ', 'ss'],
    ['ΑΓΩ', 'αγω'],
    ['ﬁ', 'fi'],
    ['\ta\r\nb', 'a b'],
    [' ', ''],
  ])('the label %j is %j', (label, normal) => {
    expect(normalizeLabel(label)).toBe(normal)
  })
})

describe('destinations are cut at their first #', () => {
  test.each([
    ['a.md', 'a.md', undefined, 4],
    ['a.md#b', 'a.md', 'b', 4],
    ['a.md#b#c', 'a.md', 'b#c', 4],
    ['#b', '', 'b', 0],
    ['a#', 'a', '', 1],
    ['a?b#c', 'a?b', 'c', 1],
    ['https://e.org/a?b#c', 'https://e.org/a?b', 'c', 17],
    ['//e.org?b', '//e.org?b', undefined, 9],
    ['a\\#b', 'a', 'b', 1],
    ['a&#35;b', 'a', 'b', 1],
    ['a&#x23;b', 'a', 'b', 1],
    ['a\\?b', 'a?b', undefined, 2],
    ['a%23b', 'a%23b', undefined, 5],
    ['a&amp;b\\_c#d&amp;e', 'a&b_c', 'd&e', 10],
    ['a&nosuch;b', 'a&nosuch;b', undefined, 10],
    ['a\\b', 'a\\b', undefined, 3],
    ['a_b-c.d/e%20f', 'a_b-c.d/e%20f', undefined, 13],
    ['', '', undefined, 0],
    ['é#ü', 'é', 'ü', 1],
  ])('%j', (raw, target, anchor, pathLength) => {
    expect(splitDestination(raw)).toEqual({ target, pathLength, ...(anchor === undefined ? {} : { anchor }) })
  })

  test('as one who reads sign by sign would', () => {
    fc.assert(
      fc.property(text('a', '#', '\\#', '\\', '&amp;', '&#35;', '&', ';', '_', '%20', '\\_', '/'), (raw) => {
        const signs = raw.match(/\\[!-/:-@[-`{-~]|&(?:amp|#35);|[^]/g) ?? []
        const read = signs.map((sign) =>
          sign === '&amp;' ? '&' : sign === '&#35;' ? '#' : sign.length > 1 ? sign.slice(1) : sign,
        )
        const mark = read.indexOf('#')
        const { target, anchor } = splitDestination(raw)
        expect([raw, target, anchor]).toEqual([
          raw,
          read.slice(0, mark < 0 ? undefined : mark).join(''),
          mark < 0 ? undefined : read.slice(mark + 1).join(''),
        ])
      }),
      runs,
    )
  })

  test.each([
    ['https://e.org', true],
    ['mailto:a@b', true],
    ['x+y.z-1:a', true],
    ['//host', true],
    ['c:/a', false],
    ['/a', false],
    ['a/b:c', false],
    ['1a:b', false],
    [':a', false],
    ['a b:c', false],
    ['', false],
  ])('whether %j leaves the vault is %s', (target, expected) => {
    expect(isUrl(target)).toBe(expected)
  })
})

describe('the parts of a wikilink', () => {
  // Code wins, a single bracket may stand inside, an inner `[[` restarts it (links.md sections 1 and 2).
  test.each([
    ['[[a `b` c]]', 'a `b` c'],
    ['[[a `]]` b]]', 'a `]]` b'],
    ['[[a ` b]]', 'a ` b'],
    ['[[a `` b]] `', 'a `` b'],
    ['[[a `b]] c`', undefined],
    ['[[a `b\nc` d]]', undefined],
    ['[[a\nb]]', undefined],
    ['[[a\rb]]', undefined],
    ['[[a [b]]', 'a [b'],
    ['[[a]b]]', 'a]b'],
    ['[[a] ]]', 'a]'],
    ['[[a [[b]]', 'b'],
    ['[[[a]]', 'a'],
    ['[[[[a]]]]', 'a'],
    ['[[a]', undefined],
    ['[[a', undefined],
    ['[[', undefined],
    ['[a]]', undefined],
    ['[ [a]]', undefined],
  ])('of %j is the target %j', (written, target) => {
    for (const kind of ['wiki', 'embed'] as const) {
      const text = kind === 'wiki' ? written : `!${written}`
      const links = scanMarkdown(text, 0).links.filter((link) => link.kind === kind)
      // An inner link has its own mark.
      if (kind === 'wiki' || !/\[\[.*\[\[|\[\[\[/.test(written))
        expect([text, links.map((link) => link.target)]).toEqual([text, target === undefined ? [] : [target]])
    }
  })

  test('are what is parted at the first | and the first # before it', () => {
    fc.assert(
      fc.property(text('a', 'b c', '#', '|', '\\|', ' ', '^'), (written) => {
        const found = inside(written, readWikiParts)
        const [, place = '', shown] = /^([^|]*?)(?:\\?\|([^]*))?$/.exec(written) ?? []
        const [, target = '', anchor] = /^([^#]*)(?:#([^]*))?$/.exec(place) ?? []
        if (target.trim() === '' && anchor === undefined) expect([written, found]).toEqual([written, undefined])
        else {
          const words = shown?.replaceAll('\\|', '|').trim()
          const from = target.trim() === '' ? 4 : 4 + target.length - target.trimStart().length
          expect([written, found]).toEqual([
            written,
            {
              target: target.trim(),
              targetStart: from,
              targetEnd: from + target.trim().length,
              anchor: anchor?.trim(),
              text: words === '' ? undefined : words,
            },
          ])
        }
      }),
      runs,
    )
  })
})
