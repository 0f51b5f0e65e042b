import { expect, test } from '@jest/globals'
import { buildIndex } from '../../../src/core/search/index/build-index.ts'
import { vaultOf } from '../../support/vault-of.ts'

test('every word and name is found where the words of all notes fill several pieces of memory', () => {
  const letters = (number: number): string =>
    number.toString(26).replaceAll(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)))
  const many = Array.from({ length: 9000 }, (_, number) => `zu${letters(number)}o`).join(' ')
  const names = Array.from({ length: 90 }, (_, number) => `only${letters(number)}x`)
  const texts = new Map(
    names.map((name, number) => [`${String(number).padStart(2, '0')}.md`, `# Note ${name}\n\n${name} ${many}\n`]),
  )
  const vault = vaultOf(Object.fromEntries(texts))
  const index = buildIndex(vault, (path) => texts.get(path) ?? '')
  const found = (word: string): readonly number[] => [...(index.postings(index.termOf(word) ?? '')?.notes ?? [])]
  const numbers = names.map((_, number) => number)
  expect(names.map((name) => found(name))).toEqual(numbers.map((number) => [number]))
  expect(names.map((name) => index.named(`note ${name}`))).toEqual(numbers.map((number) => [number]))
  expect([found('zuqo'), found(`zu${letters(8999)}o`)]).toEqual([numbers, numbers])
})
