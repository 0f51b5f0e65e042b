import { describe, expect, test } from '@jest/globals'
import GithubSlugger from 'github-slugger'
import fc from 'fast-check'
import { scanMarkdown } from '../../../src/core/parse/scan-markdown.ts'

function headings(markdown: string): readonly string[] {
  return scanMarkdown(markdown, 0).headings.map(({ level, text, slug }) => `${String(level)} ${text} (${slug})`)
}

describe('headings (links.md section 4)', () => {
  test.each([
    ['# A b', ['1 A b (a-b)']],
    ['### A ###', ['3 A (a)']],
    ['# A #b', ['1 A #b (a-b)']],
    ['#tag', []],
    ['A\nb\n---', ['2 A b (a-b)']],
    ['> # A', ['1 A (a)']],
    ['- # A', ['1 A (a)']],
    ['# *A* `b` [c](d.md) **e**', ['1 A b c e (a-b-c-e)']],
    ['# [[a/b|c]] and [[d#e]]', ['1 c and d > e (c-and-d--e)']],
    ['# A ![i](x.png)', ['1 A i (a-i)']],
    ['# A ^id', ['1 A (a)']],
    ['# A {#id}', ['1 A (a)']],
    ['# A {.class}', ['1 A (a)']],
    ['## A ## {#id}', ['2 A (a)']],
    ['# C# {#id .c}', ['1 C# (c)']],
    ['# A #b## { #id }', ['1 A #b## (a-b)']],
    ['# A {: .class key="v w"}', ['1 A (a)']],
    ['# A {not attributes}', ['1 A {not attributes} (a-not-attributes)']],
    ['# A {id}', ['1 A {id} (a-id)']],
    ['# A {k=v}', ['1 A {k=v} (a-kv)']],
    ['# Sum $x^2$', ['1 Sum $x^2$ (sum-x2)']],
    ['# A_b_c &amp; d', ['1 A_b_c & d (a_b_c--d)']],
    ['# Été 中', ['1 Été 中 (été-中)']],
    ['# A\n# A\n# A', ['1 A (a)', '1 A (a-1)', '1 A (a-2)']],
    ['# A-1\n# A\n# A', ['1 A-1 (a-1)', '1 A (a)', '1 A (a-2)']],
    ['```\n# A\n```', []],
    ['#', ['1  ()']],
  ])('%j', (markdown, expected) => {
    expect(headings(markdown)).toEqual(expected)
  })

  test('slugs are those of github-slugger', () => {
    const text = fc.stringMatching(/^[ -~é中]{1,12}$/).filter((one) => one.trim() === one)
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
        const slugger = new GithubSlugger()
        const found = scanMarkdown(
          texts.map((one) => `# ${one.replace(/[^\p{L}\p{N} _-]/gu, '\\$&')}\n`).join('\n'),
          0,
        ).headings
        expect(found.map(({ slug }) => slug)).toEqual(found.map((heading) => slugger.slug(heading.text)))
      }),
    )
  })

  test('spans hold the heading and its text', () => {
    const markdown = 'x\n\n## A *b* ## ^id\n\n> C\n> d {#e}\n> ==='
    const found = scanMarkdown(markdown, 0).headings
    expect(found.map(({ span }) => markdown.slice(span.start, span.end))).toEqual([
      '## A *b* ## ^id',
      'C\n> d {#e}\n> ===',
    ])
    expect(found.map(({ textSpan }) => markdown.slice(textSpan.start, textSpan.end))).toEqual(['A *b*', 'C\n> d'])
    expect(found.map(({ line, column }) => [line, column])).toEqual([
      [3, 1],
      [5, 3],
    ])
  })
})

describe('block ids (links.md section 4)', () => {
  test.each([
    ['A paragraph. ^id', ['id']],
    ['A paragraph\nof lines ^a-B-1', ['a-B-1']],
    ['A paragraph\n^id', ['id']],
    ['| a |\n|---|\n| b |\n^id', ['id']],
    ['> a\n\n^id', ['id']],
    ['- a ^one\n- b ^two', ['one', 'two']],
    ['- a ^one\n  - b ^two', ['one', 'two']],
    ['# H ^id', ['id']],
    ['$$\na\n$$\n^id', ['id']],
    ['x^2', []],
    ['a ^id b', []],
    ['a ^i_d', []],
    ['`a ^id`', []],
    ['```\na ^id\n```', []],
  ])('%j', (markdown, expected) => {
    const { blocks } = scanMarkdown(markdown, 0)
    expect(blocks.map(({ id }) => id)).toEqual(expected)
    expect(blocks.map(({ span }) => markdown.slice(span.start, span.end))).toEqual(expected.map((id) => `^${id}`))
  })
})

test.each([
  ['# A {#b}', ['b']],
  ['<a id="b"></a> <a name="c"></a>', ['b', 'c']],
  ['<div id="b">\n</div>', ['b']],
  ['<input name="b">', []],
  ['<!-- <a id="b"> -->', []],
])('explicit anchors of %j', (markdown, expected) => {
  expect(scanMarkdown(markdown, 0).anchors).toEqual(expected)
})
