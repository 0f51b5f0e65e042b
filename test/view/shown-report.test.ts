import { describe, expect, test } from '@jest/globals'
import { inlineMath } from '../../src/view/math/inline-math.ts'
import { shownLine, shownText, shownTold } from '../../src/view/shown-line.ts'
import { shownReport } from '../../src/view/shown-report.ts'

describe('shownLine', () => {
  test.each([
    ['The $\\ell_1$ norm', 'The ℓ₁ norm'],
    ['With $\\alpha$ and **bold** [[b|alias]].', 'With α and bold alias.'],
    ['**a $x^2$ [b](c.md)**', 'a x² b'],
    ['it costs $5 and then $6', 'it costs $5 and then $6'],
    ['an escaped \\$x$ stays', 'an escaped $x$ stays'],
    ['$\\notacommand{x}$ stays', '$\\notacommand{x}$ stays'],
    ['soft\u00adhyphen ==mark== %%gone%%', 'softhyphen mark'],
    ['H<sub>2</sub>O, x<sup>2</sup>, y<sup>open', 'H₂O, x², yopen'],
    ['snake_case and 2 * 3 * 4', 'snake_case and 2 * 3 * 4'],
    ['Call __init__ of _Foo_, **__all__** and ___x___', 'Call __init__ of _Foo_, __all__ and ___x___'],
    ['[__init__](a.md) and [[b|_c_]] with $a_b$', '__init__ and c with a_b'],
  ])('shows %s as %s', (markdown, shown) => {
    expect(shownLine(markdown, (tex) => inlineMath(tex))).toBe(shown)
  })
})

test.each([
  ['C# List<T> and a < b', 'C# List<T> and a < b'],
  ['</script><b>', '</script><b>'],
  ['*<i>* of H<sub>2</sub>O<br>%%gone%%', '<i> of H₂O'],
])('what looks like HTML in the line %s of front matter is text', (line, shown) => {
  expect(shownText(line, () => undefined)).toBe(shown)
  const groups = [{ name: line, count: 0, notes: [] }]
  expect(shownReport({ kind: 'groups', of: 'topics', groups }, () => undefined)).toMatchObject({
    groups: [{ name: shown }],
  })
})

describe('a told line holds no markup but formulas', () => {
  test.each([
    ['The *args* and <img> of [[b]], `c`, %%d%%', 'The *args* and <img> of [[b]], `c`, %%d%%'],
    ['The $\\ell_1$ norm, $$x^2$$', 'The ℓ₁ norm, x²'],
    ['it costs $5 and then $6', 'it costs $5 and then $6'],
    ['at \\$HOME/\\$USER, not \\\\\\$x$', 'at $HOME/$USER, not \\$x$'],
    ['two\nlines, soft\u00adhyphen', 'two lines, softhyphen'],
  ])('%j is shown as %j', (line, shown) => {
    expect(shownTold(line, (tex) => inlineMath(tex))).toBe(shown)
  })
})

test('a report shows its lines, and the words that matched where they stand then', () => {
  const matches = [
    { field: 'body', text: 'a **big** cat', ranges: [[10, 13]] },
    { field: 'summary', text: 'a $x$ **cat**', ranges: [[8, 11]] },
    { field: 'line', line: 3, text: '**raw**' },
  ] as const
  const hit = { path: 'a.md', title: '*A*', summary: 'a $x$ **cat**', topics: ['*t*'], score: 1, matches }
  const { hits } = shownReport({ kind: 'search', query: 'cat', hits: [hit] }, (tex) => `<${tex}>`)
  expect(hits[0]).toMatchObject({ title: '*A*', summary: 'a <x> **cat**', topics: ['t'] })
  expect(hits[0]?.matches).toEqual([
    { field: 'body', text: 'a big cat', ranges: [[6, 9]] },
    { field: 'summary', text: 'a <x> **cat**', ranges: [[8, 11]] },
    { field: 'line', line: 3, text: '**raw**' },
  ])
})

test('topics are markdown, titles and tags are shown as they are', () => {
  const groups = [{ name: '$k$-means', count: 1, notes: [{ path: 'a.md', title: '*A*' }] }]
  const shown = (of: 'topics' | 'tags') => shownReport({ kind: 'groups', of, groups }, (tex) => tex)
  expect(shown('topics')).toMatchObject({ groups: [{ name: 'k-means', notes: [{ title: '*A*' }] }] })
  expect(shown('tags')).toMatchObject({ groups: [{ name: '$k$-means' }] })
})

test('tasks are shown as lines of their notes are', () => {
  const task = { path: 'a.md', line: 1, column: 1, title: '*A*', mark: ' ', done: false, text: 'find $x$', tags: [] }
  const { tasks } = shownReport({ kind: 'tasks', tasks: [task] }, (tex) => `<${tex}>`)
  expect(tasks).toEqual([{ ...task, text: 'find <x>' }])
})
