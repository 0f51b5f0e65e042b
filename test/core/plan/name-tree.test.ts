import { expect, test } from '@jest/globals'
import { NameTree, wordPlaces } from '../../../src/core/plan/name-tree.ts'

function found(names: readonly string[], text: string): readonly string[] {
  const tree = new NameTree<{ readonly text: string }>()
  for (const name of names) tree.add({ text: name })
  const words = wordPlaces(text)
  return words.flatMap(({ start }, index) => {
    const stands = (name: { readonly text: string }): boolean =>
      text.slice(start, start + name.text.length).toLowerCase() === name.text.toLowerCase()
    return tree.longestAt(text, words, index, stands)?.text ?? []
  })
}

test.each([
  ['the longest name of several', ['a', 'a b', 'a b c d'], 'a b c', ['a b']],
  ['in any case', ['KL Divergence'], 'the kl divergence', ['KL Divergence']],
  ['with what stands between the words', ['a-b', 'a b'], 'a-b, a b, a.b', ['a-b', 'a b']],
  ['with what stands behind the last', ['C', 'C++', 'C#'], 'C++ C# C', ['C++', 'C#', 'C']],
  ['of several that are the same, the first', ['Ab', 'AB'], 'ab', ['Ab']],
  ['none that begins with a sign', ['.NET'], '.NET', []],
  ['none of more than 200 characters', ['a '.repeat(120)], 'a '.repeat(120), []],
])('%s', (_, names, text, expected) => {
  expect(found(names, text)).toEqual(expected)
})

test('names that share a word are not looked at where they do not go on', () => {
  const tree = new NameTree<{ readonly text: string }>()
  for (let number = 0; number < 5000; number++) tree.add({ text: `a b${number}` })
  const text = 'a '.repeat(5000)
  const words = wordPlaces(text)
  let looked = 0
  for (const index of words.keys()) tree.longestAt(text, words, index, () => ++looked < 0)
  expect(looked).toBe(0)
})
