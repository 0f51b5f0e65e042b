import { afterAll, expect, test } from '@jest/globals'
import { rmSync } from 'node:fs'
import { toNotePath } from '../../../src/core/model/note-path.ts'
import { ignoringFile } from '../../../src/io/vault/ignoring-file.ts'
import { makeVault } from '../../support/make-vault.ts'

const root = makeVault({ '.gitignore': 'drafts/\n', 'a/.ignore': 'b/c.md\n', 'a/b/d.md': '' })
afterAll(() => rmSync(root, { recursive: true, force: true }))

test('says which file leaves a path out, whether it is there or not', () => {
  const by = ignoringFile(root, ['*.tmp.md'])
  expect(by('drafts/x/y.md')).toBe('.gitignore')
  expect(by('a/b/c.md')).toBe('a/.ignore')
  expect(by('new/drafts/y.md')).toBe('.gitignore')
  expect(by('a/b/d.md')).toBeUndefined()
  expect(by('x.tmp.md')).toContain('configuration')
})

test('of folders a thousand deep that are not there nothing is read; a path that no file can have is none', () => {
  expect(ignoringFile(root, [])(`${'n/'.repeat(1000)}x.md`)).toBeUndefined()
  expect(toNotePath(`${'n/'.repeat(2100)}x.md`)).toBeUndefined()
})
