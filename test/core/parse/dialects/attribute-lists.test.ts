import { describe, expect, test } from '@jest/globals'
import { readInline } from '../../../../src/core/parse/inlines/read-inline.ts'
import { plainOf } from '../../../../src/core/parse/plain-text.ts'
import { scanMarkdown } from '../../../../src/core/parse/scan-markdown.ts'
import { dialectsOf } from './dialects-of.ts'

describe('attribute lists of MkDocs (attr_list of Python-Markdown)', () => {
  // What is shown, and the ids that links may name.
  test.each([
    ['[a](b.md){ #c }', 'a', ['c']],
    ['[a](b.md){: .c #d }', 'a', ['d']],
    ['![a](b.png){ width=300 }x', 'ax', []],
    ['*a*{ .b }c', 'ac', []],
    ['`a`{ .b } c', 'a c', []],
    ['**a**{#b data-x="y z" }', 'a', ['b']],
    ["a _b_{ title='c d' }", 'a b', []],
    ['a { #b }', 'a ', ['b']],
    ['a { #b } \nc', 'a  c', ['b']],
    ['{ #b }', '', ['b']],
    ['a { #b } c', 'a { #b } c', []],
    ['a{ #b }', 'a{ #b }', []],
    ['*a*{ b }', 'a{ b }', []],
    ['*a*{}', 'a{}', []],
    ['*a*{ #b {c} }', 'a{ #b {c} }', []],
    ['*a*{ #b\n}', 'a{ #b }', []],
    ['*a*{ .b=c }', 'a{ .b=c }', []],
    ['*a*{ b=c d }', 'a{ b=c d }', []],
    ['*a*{ #b #c }', 'a', ['b', 'c']],
    ['*a*{ .b.c }', 'a', []],
    ['\\{ #b }', '{ #b }', []],
    ['`{ #b }`', '{ #b }', []],
  ])('%j', (text, shown, anchors) => {
    const dialects = dialectsOf('mkdocs')
    expect(plainOf(readInline(text, { dialects }))).toBe(shown)
    expect(scanMarkdown(text, 0, dialects).anchors).toEqual(anchors)
    expect(scanMarkdown(text, 0, dialectsOf('hugo')).anchors).toEqual([])
  })
})
