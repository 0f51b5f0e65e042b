import { expect, test } from '@jest/globals'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { walkVault } from '../../../src/io/vault/walk-vault.ts'
import { makeVault } from '../../support/make-vault.ts'

test.each([
  [true, ['a.md', 'one/b.md']],
  [false, ['a.md']],
])('a folder outside that two links lead to is read once, where links are followed: %s', (follow, paths) => {
  const root = makeVault({ 'a.md': '# A\n' })
  const outside = makeVault({ 'b.md': '# B\n' })
  for (const name of ['one', 'two']) symlinkSync(outside, join(root, name))
  expect([...walkVault(root, { ignore: [], follow }).notes].sort()).toEqual(paths)
})
