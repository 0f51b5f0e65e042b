import { describe, expect, test } from '@jest/globals'
import { makeVault } from '../support/make-vault.ts'
import { runWend } from '../support/run-wend.ts'

async function listed(
  base: string,
  ...options: readonly string[]
): Promise<{ readonly exit: number; readonly paths: string; readonly stderr: string }> {
  const cwd = makeVault({ 'a.md': '---\nrating: 3\n---\n# A\n', 'b.md': '---\nrating: 5\n---\n# B\n', 'x.base': base })
  const { exit, stdout, stderr } = await runWend(['list', '--base', 'x', '--format', 'paths', ...options], { cwd })
  return { exit, paths: stdout.trim().replaceAll('\n', ' '), stderr }
}

describe('a base of which nothing can be read lists nothing, and its place is told', () => {
  test.each([
    ['views:\n  - type: table\n   order: [a\n', 'x.base:3:1: '],
    ['filters: rating > 3\n\tviews: []\n', 'x.base:2:1: a tab cannot indent'],
    ['hello\n', 'x.base:1:1: a base must be lines of "key: value"'],
    ['views: 7\n', 'x.base:1:1: views must be a list of views'],
    [
      '# books\nfiltrs: rating > 3\n',
      'x.base:2:1: "filtrs" is none of filters, formulas, properties, summaries, views; did you mean "filters"?',
    ],
    ['filters: {xor: [a]}\n', 'x.base:1:11: none of its filters can be read: filters: "xor" is none of and, or, not'],
    [
      'filters:\n  and:\n    - rating >\n',
      'x.base:3:7: none of its filters can be read: rating > (column 9: it ends too early)',
    ],
    [
      'views: [{type: tabel, filters: "nope("}]\n',
      'x.base:1:33: none of its filters can be read: nope( (column 6: it ends too early)',
    ],
    // What can't be read of another view is no reason.
    [
      'views: [{filters: "nope("}, {filters: {xor: [a]}}]\n',
      'x.base:1:20: none of its filters can be read: nope( (column 6: it ends too early)',
    ],
  ])('%j', async (base, said) => {
    expect(await listed(base)).toEqual({ exit: 2, paths: '', stderr: expect.stringContaining(said) })
  })
})

describe('of one that can be read in part it is told what can not', () => {
  test.each([
    [
      'filters: {and: ["rating > 3", "nope("]}\n',
      'b.md',
      'x.base: filter left out: nope( (column 6: it ends too early)',
    ],
    [
      'filters: rating > 3\nview: []\n',
      'b.md',
      'x.base: "view" is none of filters, formulas, properties, summaries, views; did you mean "views"?',
    ],
    ['---\nfilters: rating > 3\n---\nviews: []\n', 'b.md', 'x.base: what stands below the line --- is not read'],
    ['', 'a.md b.md', 'x.base: it has no filters and no views: all notes'],
    ['views:\n', 'a.md b.md', 'x.base: it has no filters and no views: all notes'],
  ])('%j', async (base, paths, said) => {
    expect(await listed(base)).toEqual({ exit: 0, paths, stderr: expect.stringContaining(said) })
  })
})

test('a document of YAML may begin with its mark', async () => {
  expect(await listed('---\nfilters: rating > 3\nviews: [{type: table}]\n')).toEqual({
    exit: 0,
    paths: 'b.md',
    stderr: '',
  })
})

test.each([
  ['no order of its own', 'views: [{type: table}]\n', ['a.md b.md', 'b.md a.md']],
  ['an order', 'views: [{type: table, sort: [{property: rating, direction: DESC}]}]\n', ['b.md a.md', 'a.md b.md']],
])('a base with %s is turned round by --reverse', async (_, base, [forth, back]) => {
  expect([(await listed(base)).paths, (await listed(base, '--reverse')).paths]).toEqual([forth, back])
})
