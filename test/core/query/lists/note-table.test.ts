import { expect, test } from '@jest/globals'
import { groupCounts, groupNotesBy, noteTable, unknownName } from '../../../../src/core/query/lists/note-table.ts'
import { vaultOf } from '../../../support/vault-of.ts'

const vault = vaultOf({
  'a.md': '---\ntitle: A\nstatus: Draft\nlevel: 10\ntags: [x, y]\n---\n[[b]]\n',
  'sub/b.md': '---\ntitle: B\nstatus: draft\nlevel: 9\nname: Bee\n---\n',
  'c.md': '---\ntitle: C\nnested: { deep: [1, 2] }\n---\n',
})

function groups(by: string): readonly string[] {
  return groupNotesBy(vault, vault.notes, by).map(
    ({ name, notes }) => `${name}: ${notes.map(({ title }) => title).join('')}`,
  )
}

test('a column is what wend knows, or a key, in any case, or within one', () => {
  const columns = ['title', 'Status', 'backlinks', 'nested.deep', 'folder', 'name']
  expect(noteTable(vault, vault.notes, columns).rows).toEqual([
    { path: 'a.md', cells: ['A', 'Draft', 0, undefined, '', 'a.md'] },
    { path: 'c.md', cells: ['C', undefined, 0, [1, 2], '', 'c.md'] },
    { path: 'sub/b.md', cells: ['B', 'draft', 1, undefined, 'sub', 'Bee'] },
  ])
})

test('groups by a key, without regard to case, numbers by size, nothing last', () => {
  expect(groups('status')).toEqual(['Draft: AB', '(no status): C'])
  expect(groups('level')).toEqual(['9: B', '10: A', '(no level): C'])
  expect(groups('tag')).toEqual(['x: A', 'y: A', '(no tag): CB'])
  expect(groups('folder')).toEqual(['sub: B', '(root): AC'])
  expect(groups('nested')).toEqual(['{"deep":[1,2]}: C', '(no nested): AB'])
})

test('groups are counted', () => {
  expect(groupCounts('status', groupNotesBy(vault, vault.notes, 'status')).rows).toEqual([
    { cells: ['Draft', 2] },
    { cells: ['(no status)', 1] },
  ])
})

test.each([
  ['1', '1', 1],
  ['true', 'true', true],
  ['"1"', "'1'", '1'],
  ['1', '"1"', '1'],
  ['[1, 1]', '1', 1],
])('a group of %s and %s is told as %j where it is counted', (a, b, name) => {
  const level = vaultOf({ 'a.md': `---\nlevel: ${a}\n---\n`, 'b.md': `---\nlevel: ${b}\n---\n` })
  expect(groupCounts('level', groupNotesBy(level, level.notes, 'level')).rows).toEqual([{ cells: [name, 2] }])
})

test('a name that no note has is near another', () => {
  expect(unknownName(vault, 'statsu')).toEqual(['status'])
  expect(unknownName(vault, 'LEVEL')).toBeUndefined()
  expect(unknownName(vault, 'wrods')).toEqual(['words'])
})
