import { expect, test } from '@jest/globals'
import { linesNaming } from '../../../../src/core/query/links/lines-naming.ts'
import { noteAt, vaultOf } from '../../../support/vault-of.ts'

/** The lines that name a note, each with the words that do, by the paths of their notes. */
async function naming(texts: Readonly<Record<string, string>>): Promise<readonly unknown[]> {
  const vault = vaultOf(texts)
  const hits = await linesNaming(vault, noteAt(vault, 'a.md'), (path) => Promise.resolve(texts[path] ?? ''))
  return hits.flatMap(({ path, matches }) =>
    matches.map(({ line, text, ranges = [] }) => [path, line, ranges.map(([from, to]) => text.slice(from, to))]),
  )
}

const a = '---\naliases: [steepest descent]\n---\n# Gradient descent\n'

test.each([
  [
    'Gradient descent is a steepest descent.\n\nOn gradient-descents',
    [
      ['b.md', 1, ['Gradient descent', 'steepest descent']],
      ['b.md', 3, ['gradient-descents']],
    ],
  ],
  ['gradient\tdescent, gradient descent', [['b.md', 1, ['gradient\tdescent', 'gradient descent']]]],
  ['# Gradient descent\n\n[[a|gradient descent]] `gradient descent`\n', []],
  ['---\nkey: gradient descent\n---\n\ntext\ngradient descent', [['b.md', 6, ['gradient descent']]]],
  ['ungradient descent, gradient descenty', []],
])('each line once, with all that names the note: %j', async (text, lines) => {
  expect(await naming({ 'a.md': a, 'b.md': text })).toEqual(lines)
})

test('notes that never link to it come first, and the note itself is left out', async () => {
  const texts = { 'a.md': `${a}\ngradient descent`, 'b.md': '[[a]]\n\ngradient descent', 'c.md': 'gradient descent' }
  expect(await naming(texts)).toEqual([
    ['c.md', 1, ['gradient descent']],
    ['b.md', 3, ['gradient descent']],
  ])
})
