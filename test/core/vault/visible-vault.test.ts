import { expect, test } from '@jest/globals'
import { isPrivate, visibleVault } from '../../../src/core/vault/visible-vault.ts'
import { vaultOf } from '../../support/vault-of.ts'

test.each([
  ['private: true', true],
  ['private: 1', true],
  ['Private: " Yes "', true],
  ['PRIVATE: on', true],
  ['private: y', true],
  ['private: [true]', true],
  ['private:\n  - false', false],
  ['private: false', false],
  ['private: 2', false],
  ['private: no', false],
  ['private: true\nprivate: false', true],
  ['a: b\n"private": yes\n"private": no', true],
  ['a: 1\na: private', false],
  ['private:', false],
  ['secret: true', false],
])('a note with %s: hidden %s', (line, hidden) => {
  const [note] = vaultOf({ 'a.md': `---\n${line}\n---\n` }).notes
  expect(note && isPrivate(note)).toBe(hidden)
})

test('hidden notes are gone with every link to them, all others stay', () => {
  const vault = vaultOf({
    'a.md': '[[b]] [[c]] [[b]] [t](b.md)',
    'b.md': '---\nprivate: true\n---\n[[a]]',
    'c.md': '[[a]] [[b]]',
  })
  const seen = visibleVault(vault, isPrivate)
  expect(seen.notes.map(({ path }) => path)).toEqual(['a.md', 'c.md'])
  expect(seen.notes.map(({ links }) => links.map(({ target }) => target))).toEqual([['c'], ['a']])
  expect(visibleVault(vault, () => false)).toBe(vault)
})
