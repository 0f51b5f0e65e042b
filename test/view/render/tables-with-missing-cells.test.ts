import { describe, expect, test } from '@jest/globals'
import { renderMarkdown } from '../../../src/view/render/render-markdown.ts'
import { plainStyle, tagStyle } from '../../../src/view/style.ts'

const shown = (markdown: string, width = 40): readonly string[] =>
  renderMarkdown(markdown, { width, style: plainStyle, links: 'none' }).lines
const sum = (lines: readonly string[]): number => lines.reduce((all, { length }) => all + length, 0)

describe('cells that rows lack', () => {
  test('are blank in columns', () => {
    expect(shown('|a|b|\n|-|-|\n|c|\n|d|e|')).toEqual(['a │ b', '──┼──', 'c │', 'd │ e'])
    expect(shown('<table><tr><td>c<tr><td>d<td>e</table>')).toEqual(['c │', 'd │ e'])
  })

  test('are left out below each other, where the first row says every heading', () => {
    const wide = '|a|b|c|\n|-|-|-|\n|c|\n|d|e|\n|'
    expect(shown(wide, 8)).toEqual(['a  c', 'b', 'c', '┄┄┄┄┄┄┄┄', 'a  d', 'b  e', '┄┄┄┄┄┄┄┄'])
    expect(shown('|a|b|c|\n|-|-|-|', 8)).toEqual(['a', 'b', 'c'])
  })

  test('of more than 20,000, the rows stand below each other', () => {
    const tall = (rows: number): string => `|a|b|c|\n|-|-|-|\n${'|d|\n'.repeat(rows)}`
    expect(shown(tall(10_000)).slice(0, 3)).toEqual(['a │ b │ c', '──┼───┼──', 'd │   │'])
    expect(shown(tall(10_001)).slice(0, 5)).toEqual(['a  d', 'b', 'c', '┄'.repeat(20), 'a  d'])
  })

  test.each([
    ['markdown', (n: number) => `|${'a|'.repeat(n)}\n|${'-|'.repeat(n)}\n${'|\n'.repeat(n)}`],
    ['HTML', (n: number) => `<table>${'<tr>'.repeat(n)}${'<th>'.repeat(n)}</table>`],
    ['HTML with its widest row first', (n: number) => `<table><tr>${'<td>'.repeat(n)}${'<tr>'.repeat(n)}</table>`],
  ])('make no more lines than there are rows and columns: %s', (_name, table) => {
    expect(shown(table(600)).length).toBeLessThanOrEqual(2 * 600 + 5)
  })
})

test('a long heading is written in full once', () => {
  const lines = shown(`|${'word '.repeat(60)}|b|c|d|e|\n|-|-|-|-|-|\n${'|x|\n'.repeat(3)}`, 12)
  expect(lines.filter((line) => line.startsWith('word'))).toHaveLength(30 + 2 * 3)
})

test('a style is painted once, however deep what has it is nested', () => {
  const deep = '<details><summary>x'.repeat(50)
  const styled = renderMarkdown(deep, { width: 200, style: tagStyle, links: 'none' }).lines
  const tags = '<strong></strong>'.length
  expect(sum(styled)).toBeLessThanOrEqual(sum(shown(deep, 200)) + styled.length * 2 * tags)
  expect(renderMarkdown('> > a **b**', { width: 40, style: tagStyle, links: 'none' }).lines).toEqual([
    '<rule>│ </rule><quote><rule>│ </rule></quote><quote>a </quote><quote><strong>b</strong></quote>',
  ])
})
