import { describe, expect, test } from '@jest/globals'
import { HtmlRenderer, Parser } from 'commonmark'
import { tests } from 'commonmark-spec'
import fc from 'fast-check'
import type { BlockToken } from '../../../src/core/parse/blocks/block-token.ts'
import { readInline } from '../../../src/core/parse/inlines/read-inline.ts'
import { readDocument } from '../../../src/core/parse/read-document.ts'
import { scanMarkdown } from '../../../src/core/parse/scan-markdown.ts'
import { DIFFERENCES } from './commonmark-differences.ts'
import { commonDocuments } from './documents.ts'
import { htmlOf } from './html-of.ts'
import { blocksIn } from './tokens-in.ts'

/** Examples of the specification whose HTML is another, and why. Nothing else may differ. */
const DIFFERENT: Readonly<Record<number, string>> = {
  25: 'of the character references the numeric ones and those of HTML 4 are known',
  548: '[[foo]] is a wikilink (links.md section 2)',
  559: '[[foo]] is a wikilink (links.md section 2)',
  590: '![[foo]] is an embed (links.md section 2)',
  179: 'comments are shown by no renderer',
  183: 'comments are shown by no renderer',
  308: 'comments are shown by no renderer',
  309: 'comments are shown by no renderer',
  625: 'comments are shown by no renderer',
  626: 'comments are shown by no renderer',
}

describe('the tokens of a document make the HTML of CommonMark', () => {
  test.each(tests.map(({ number, markdown, html }) => [number, tabs(markdown), tabs(html)] as const))(
    'in example %i: %j',
    (number, markdown, html) => {
      const made = expect(htmlOf(markdown))
      if (DIFFERENT[number] === undefined) made.toBe(html)
      else made.not.toBe(html)
    },
  )
})

test('generated documents make the HTML that commonmark.js makes of them', () => {
  const [parser, renderer] = [new Parser(), new HtmlRenderer()]
  const alike = commonDocuments.filter(
    (markdown) =>
      !/<!|\t|(?:[-*+]|\d[.)])\s+\[.\]\s/.test(markdown) && DIFFERENCES.every(({ pattern }) => !pattern.test(markdown)),
  )
  fc.assert(
    fc.property(alike, (markdown) => {
      expect([markdown, shown(htmlOf(markdown))]).toEqual([markdown, shown(renderer.render(parser.parse(markdown)))])
    }),
    { numRuns: Number(process.env['PARSE_RUNS'] ?? 800) },
  )
})

/** HTML without what nobody sees: empty lines, and the empty paragraph that commonmark.js makes of definitions before a rule. */
function shown(html: string): string {
  return html
    .replaceAll('<p></p>', '')
    .replaceAll(/alt="[^"]*"/g, (alt) => alt.replaceAll('\n', ' '))
    .replaceAll(/(?:[ \t]*[\r\n]+)+/g, '\n')
    .replaceAll(/(<code[^>]*>)\n(?=<\/code>)/g, '$1')
    .trim()
}

function tabs(example: string): string {
  return example.replaceAll('→', '\t')
}

describe('beyond CommonMark', () => {
  test.each([
    ['~~a~~ ==b== ~c~', '<p><del>a</del> <mark>b</mark> <del>c</del></p>\n'],
    ['***a** b*', '<p><em><strong>a</strong> b</em></p>\n'],
    ['- [ ] a\n- [x] b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n'],
    ['```math\n\\frac{a}{b}\n```', '<math>\\frac{a}{b}</math>\n'],
    ['$$\na\n\nb\n$$ c', '<math>a\n\nb</math>\n<p>c</p>\n'],
    ['> $$\n> a\n> $$', '<blockquote>\n<math>a</math>\n</blockquote>\n'],
    ['| a | $x \\| y$ |\n|--|:-:|\n| `b \\| c` |', '<table>a|$x \\| y$\n<code>b | c</code></table>\n'],
    ['a\n| b | c |\n|--|--|\n| d |', '<p>a</p>\n<table>b|c\nd</table>\n'],
    ['a\nb\n:-:', '<p>a\nb\n:-:</p>\n'],
    ['a\nb | c\nd\n| - | - |', '<p>a\nb | c\nd\n| - | - |</p>\n'],
    ['> a\n> b\n> | c |\n> |--|\n> | d |', '<blockquote>\n<p>a\nb</p>\n<table>c\nd</table>\n</blockquote>\n'],
    ['- a\n  | c |\n  |--|', '<ul>\n<li>a\n<table>c</table>\n</li>\n</ul>\n'],
    ['> a\n| c |\n|--|', '<blockquote>\n<p>a\n| c |\n|--|</p>\n</blockquote>\n'],
    ['[a]: b\n| c |\n|--|\n\n[a]', '<table>c</table>\n<p><a href="b">a</a></p>\n'],
    ['a ^id\n\nb\n\n^c', '<p>a</p>\n<p>b</p>\n'],
    ['[^1]: a\n\n    b', '<footnote 1><p>a</p>\n<p>b</p>\n</footnote>\n'],
    ['a %% b %% c\n%% d\n\ne %% f', '<p>a  c</p>\n<p>f</p>\n'],
    ['[https://e.org/a](https://e.org/b) <b>', '<p><a href="https://e.org/b">https://e.org/a</a> <b></p>\n'],
    ['a `b\n  c` `d\n\te`', '<p>a <code>b c</code> <code>d e</code></p>\n'],
    ['# a `b` {#c}', '<h1>a <code>b</code></h1>\n'],
    [
      '[[a#b#c]] [[d|*e*]] ![[f|g]]',
      '<p><a href="a#b#c">a &gt; b &gt; c</a> <a href="d"><em>e</em></a> <a href="f">g</a></p>\n',
    ],
  ])('of %j', (markdown, html) => {
    expect(htmlOf(markdown)).toBe(html)
  })

  test.each([
    ['see https://e.org/a_b_(c), or (https://e.org/d).', ['https://e.org/a_b_(c)', 'https://e.org/d']],
    ['www.e.org/x* and me@e.org.', ['http://www.e.org/x', 'mailto:me@e.org']],
    ['`https://e.org` xhttps://e.org a@b www', []],
  ])('the addresses in %j are %j', (markdown, urls) => {
    const found = readInline(markdown).flatMap((token) => (token.type === 'address' ? [token.url] : []))
    expect(found).toEqual(urls)
  })

  test.each([
    ['done :tada::rocket: now, (:+1:)', ['tada', 'rocket', '+1']],
    ['a:b:c urn:x:y https://e.org/:x:/y 10:30:20 ::1:2: `:x:`', []],
  ])('the short codes in %j are %j', (markdown, names) => {
    expect(readInline(markdown).flatMap((token) => (token.type === 'shortCode' ? token.names : []))).toEqual(names)
  })

  test('a block has the id that names it', () => {
    const ids = readDocument('# h ^a\n\np ^b\n\n|t|\n|-|\n|c|\n^c\n\n- i ^d\n\n$$\nx\n$$ ^e\n\nq\n\n^f', {
      bodyStart: 0,
    }).map(({ id }) => id)
    expect(ids).toEqual(['a', 'b', 'c', undefined, 'e', 'f'])
  })

  test('a callout has its kind, its fold and its title', () => {
    const [quote] = readDocument('> [!Note]- A *title*\n> text\n> - item', { bodyStart: 0 })
    expect(quote).toMatchObject({
      type: 'quote',
      callout: { kind: 'note', fold: 'closed', title: [{ text: 'A ' }, { type: 'emphasis' }] },
      children: [{ type: 'paragraph', children: [{ text: 'text' }] }, { type: 'list' }],
    })
  })

  test('headings have the slugs of the index', () => {
    const text = '# A\n\n> # A\n\nB *c*\n===\n\n# A {#x}'
    const slugs = blocksIn(readDocument(text, { bodyStart: 0 })).flatMap((token) =>
      token.type === 'heading' ? [token.slug] : [],
    )
    expect(slugs).toEqual(scanMarkdown(text, 0).headings.map(({ slug }) => slug))
    expect(slugs).toHaveLength(4)
  })

  test('what is nested without end is nested 24 deep', () => {
    const depth = (tokens: readonly BlockToken[]): number =>
      Math.max(
        0,
        ...tokens.map((token) => ('children' in token && token.type === 'quote' ? 1 + depth(token.children) : 0)),
      )
    expect(depth(readDocument(`${'> '.repeat(10_000)}a\n\nb`, { bodyStart: 0 }))).toBe(24)
    expect(htmlOf(`${'*a **b '.repeat(20_000)}${'**c* '.repeat(20_000)}`).length).toBeGreaterThan(100_000)
  })
})
