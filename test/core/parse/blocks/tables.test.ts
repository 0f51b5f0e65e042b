import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { columnAlignments, isTableDelimiter, tableCells } from '../../../../src/core/parse/blocks/table.ts'
import { scanMarkdown } from '../../../../src/core/parse/scan-markdown.ts'

/** The cells of a row that stands between other text. */
function cells(row: string): readonly string[] {
  const text = `[[|${row}|]]`
  return tableCells(text, 3, 3 + row.length).map(({ start, end }) => text.slice(start, end))
}

describe('the cells of a row', () => {
  test.each([
    ['| a | b |', ['a', 'b']],
    ['a|b', ['a', 'b']],
    ['|a|b', ['a', 'b']],
    ['  | a b\t|', ['a b']],
    ['| | b | |', ['', 'b', '']],
    ['||', ['']],
    ['|', []],
    ['', []],
    ['a \\| b | c', ['a \\| b', 'c']],
    ['a \\\\| b', ['a \\\\', 'b']],
    ['`a|b`', ['`a', 'b`']],
    // As in Obsidian, the bar of a wikilink parts no cells, if the wikilink is whole.
    ['[[a|b]] | c', ['[[a|b]]', 'c']],
    ['[[a\\|b]]|c', ['[[a\\|b]]', 'c']],
    ['![[a|1]]|[[b|c]]|d', ['![[a|1]]', '[[b|c]]', 'd']],
    ['[[a|b | c', ['[[a', 'b', 'c']],
    ['[[a|b|c]]', ['[[a', 'b', 'c]]']],
    ['[[a|[b]]', ['[[a', '[b]]']],
    ['[[a]]|b]]', ['[[a]]', 'b]]']],
    ['[a|b]', ['[a', 'b]']],
    ['[[a|b]', ['[[a', 'b]']],
    ['[[a|b]c]]', ['[[a|b]c]]']],
    ['[[a]b|c]] | d', ['[[a]b|c]]', 'd']],
    ['[[a]]b|c]] | d', ['[[a]]b', 'c]]', 'd']],
  ])('%j', (row, expected) => {
    expect(cells(row)).toEqual(expected)
  })

  test('are what parts at bars, where there is no backslash and no link', () => {
    const rows = fc
      .array(fc.constantFrom('|', 'a', ' ', '\t', '[', ']', 'b c'), { maxLength: 10 })
      .map((all) => all.join(''))
    fc.assert(
      fc.property(
        rows.filter((row) => !row.includes('[[')),
        (row) => {
          const inner = row.replace(/^[ \t]*\|?/, '').replace(/\|[ \t]*$/, '|')
          const parts = inner.split('|')
          if (/^[ \t]*$/.test(parts.at(-1) ?? '')) parts.pop()
          expect([row, cells(row)]).toEqual([row, parts.map((part) => part.replace(/^[ \t]+|[ \t]+$/g, ''))])
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('the row below the head', () => {
  test.each([
    ['| a | b |', '|---|:-:|', [undefined, 'center']],
    ['a | b', '--- | ---:', [undefined, 'right']],
    ['a | b', ':- | -', ['left', undefined]],
    ['| a |', '---', [undefined]],
    ['| a |', '|-|', [undefined]],
    ['a', ':-:', ['center']],
    ['a', '|-|', [undefined]],
    ['a', '---', undefined],
    ['a | b', '---', undefined],
    ['a', '--- | ---', undefined],
    ['a | b', '--- | x', undefined],
    ['a | b', '--- | :', undefined],
    ['a | b', '--- | ::-', undefined],
    ['a | b', '--- | -::', undefined],
    ['a | b', '--- | - -', undefined],
    ['a | b', '--- | ', undefined],
    ['a | b', '---:- | -', undefined],
  ])('%j with %j', (header, delimiter, expected) => {
    const text = `${header}\n${delimiter}\n`
    const start = header.length + 1
    const line = { start, end: start + delimiter.length }
    const is = isTableDelimiter(text, line, { start: 0, end: header.length })
    expect(is).toBe(expected !== undefined)
    if (expected !== undefined) expect(columnAlignments(text, line.start, line.end)).toEqual(expected)
  })
})

describe('braces and dollars of mathematics', () => {
  // Reason and place of what is wrong.
  test.each([
    ['$a$ $$b$$ $\\{$ $\\frac{a}{b}$', []],
    ['$a{b$', ['this { has no closing } 2']],
    ['$a}b$', ['this } closes no { 2']],
    ['$\\{{}$ $}$', ['this } closes no { 8']],
    ['${{}$', ['this { has no closing } 1']],
    ['$$\n{a % }\n}\n$$', []],
    ['$$\n{a % }\n$$', ['this { has no closing } 3']],
    ['$$\na}\n$$', ['this } closes no { 4']],
    ['a $$b', ['this $$ has no closing $$ 2']],
    ['a $\\alpha b', ['this $ has no closing $ on its line 2']],
    ['a $x \\alpha', ['this $ has no closing $ on its line 2']],
    ['a $ \\alpha', []],
    ['a $5 and more', []],
    ['a $x \\\\ y', []],
    ['a $x\n\\alpha', []],
    ['a $x', []],
    ['a $', []],
    ['a $$$b', []],
    ['`$\\a` \\$\\alpha', []],
  ])('%j', (text, expected) => {
    const { problems } = scanMarkdown(text, 0)
    expect(problems.map(({ code, reason, span }) => [code, `${reason} ${String(span.start)}`])).toEqual(
      expected.map((one) => ['unbalanced-math', one]),
    )
    for (const { span, reason } of problems)
      expect(text.slice(span.start, span.end)).toBe(/this (\S+)/.exec(reason)?.[1])
  })
})

describe('destinations with raw spaces', () => {
  test.each([
    ['[a](my note.md)', 'my note.md'],
    ['![a](my pic.png)', 'my pic.png'],
    ['[a](my note)', 'my note'],
    ['[a](a, b.md)', undefined],
    ['[a](my note.md#a part)', 'my note.md#a part'],
    ['[a](a/b c-d_e.%&)', 'a/b c-d_e.%&'],
    ['[a](see there.)', undefined],
    ['[a]( my note.md)', undefined],
    ['[a](my note.md', undefined],
    ['[a](my\nnote.md)', undefined],
    ['[a](my <b> note.md)', undefined],
    ['[a](my [b] note.md)', undefined],
    ['[a](note.md)', undefined],
    ['[a] (my note.md)', undefined],
    ['`[a](my note.md)`', undefined],
    ['[a](my note; b.md)', undefined],
    ['[a](x yz "t")', undefined],
  ])('%j', (text, path) => {
    const { problems } = scanMarkdown(text, 0)
    expect(problems.map(({ code, span }) => [code, text.slice(span.start, span.end)])).toEqual(
      path === undefined ? [] : [['unencoded-space', path]],
    )
  })
})
