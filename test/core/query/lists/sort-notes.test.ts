import { expect, test } from '@jest/globals'
import { sortNotes } from '../../../../src/core/query/lists/sort-notes.ts'
import { vaultOf } from '../../../support/vault-of.ts'

const vault = vaultOf({
  'a.md':
    '---\nrating: 4\ndue: 2026-03-01\nstatus: open\nmixed: b\nauthor: { name: Zoe }\ntags: [b]\nupdated: 2026-01-01\n---\n',
  'b.md':
    '---\nrating: 10\ndue: 2026-03-10\nstatus: Done\nmixed: 3\nauthor: { name: adam }\ntags: [a]\nupdated: 2026-02-01\n---\n',
  'c.md': '---\nrating:\nstatus: draft\nmixed: 2026-01-01\n---\n',
  'd.md': '---\nrating: 0.5\ndone: true\n---\n',
})

function sorted(name: string, reverse = false): string {
  return sortNotes(vault, vault.notes, name, reverse)
    .map(({ path }) => path.replace('.md', ''))
    .join('')
}

test.each([
  ['rating', 'badc'],
  ['due', 'bacd'],
  ['status', 'bcad'],
  ['STATUS', 'bcad'],
  ['mixed', 'bcad'],
  ['author.name', 'bacd'],
  ['metadata.rating', 'badc'],
  ['tags', 'bacd'],
  ['done', 'dabc'],
  ['nothing', 'abcd'],
])('by %s: numbers and dates largest first, texts by the alphabet, nothing last', (name, order) => {
  expect(sorted(name)).toBe(order)
})

test('turned round, those that have nothing stay last', () => {
  expect(sorted('rating', true)).toBe('dabc')
  expect(sorted('status', true)).toBe('acbd')
})

test('updated is the date of the change where no key says it', () => {
  const changed = vaultOf({ 'a.md': '---\nupdated: 2020-01-01\n---\n', 'b.md': '---\nmodified: 2021-01-01\n---\n' })
  expect(sortNotes(changed, changed.notes, 'updated').map(({ path }) => path)).toEqual(['b.md', 'a.md'])
})
