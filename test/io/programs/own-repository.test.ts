import { beforeAll, describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { foreignRepository } from '../../../src/io/programs/own-repository.ts'
import { runWend } from '../../support/run-wend.ts'

const base = realpathSync(mkdtempSync(join(tmpdir(), 'wend-repository-')))
const git = (folder: string, ...args: readonly string[]): void => {
  const who = [
    '-c',
    'user.name=a',
    '-c',
    'user.email=b',
    '-c',
    'init.defaultBranch=main',
    '-c',
    'protocol.file.allow=always',
  ]
  execFileSync('git', [...who, ...args], { cwd: join(base, folder), stdio: 'ignore' })
}
const repository = (folder: string, text: string): void => {
  mkdirSync(join(base, folder))
  git(folder, 'init', '-q', '.')
  writeFileSync(join(base, folder, 'a.md'), text)
  git(folder, 'add', '.')
  git(folder, 'commit', '-qm', 'first')
}
const vault = (folder: string, ...gitFile: readonly string[]): void => {
  mkdirSync(join(base, folder))
  writeFileSync(join(base, folder, 'a.md'), '# A\n')
  for (const text of gitFile) writeFileSync(join(base, folder, '.git'), text)
}

beforeAll(() => {
  repository('private', '# A\n\nA secret.\n')
  repository('own', '# A\n')
  git('private', 'worktree', 'add', '-q', '../tree')
  git('own', 'submodule', 'add', '-q', '../private', 'sub')
  vault('file', `gitdir: ${join(base, 'private/.git')}\n`)
  vault('link')
  symlinkSync('../private/.git', join(base, 'link/.git'))
  vault('common', 'gitdir: inside\n')
  mkdirSync(join(base, 'common/inside'))
  writeFileSync(join(base, 'common/inside/HEAD'), 'ref: refs/heads/main\n')
  writeFileSync(join(base, 'common/inside/commondir'), `${join(base, 'private/.git')}\n`)
  vault('parts')
  cpSync(join(base, 'own/.git'), join(base, 'parts/.git'), {
    recursive: true,
    filter: (path) => !/[\\/](?:refs|objects)$/.test(path),
  })
  for (const part of ['refs', 'objects']) symlinkSync(`../../private/.git/${part}`, join(base, 'parts/.git', part))
  vault('below', 'gitdir: inside\n')
  cpSync(join(base, 'own/.git'), join(base, 'below/inside'), { recursive: true })
  mkdirSync(join(base, 'file/sub'))
})

describe('git is asked of the folder’s own repository alone', () => {
  test.each(['own', 'tree', 'own/sub', 'below', 'own/.git'])('%s is its own', (folder) => {
    expect(foreignRepository(join(base, folder))).toBeUndefined()
  })

  test.each(['file', 'link', 'common', 'parts', 'file/sub'])(
    '%s leads to another, of which nothing is shown',
    async (folder) => {
      expect(foreignRepository(join(base, folder))).toBe(join(base, folder.replace('/sub', ''), '.git'))
      for (const args of [
        ['diff', 'a'],
        ['history', 'a'],
        ['list', '--changed'],
        ['check', '--staged'],
      ]) {
        const { exit, stdout, stderr } = await runWend(['-C', join(base, folder.replace('/sub', '')), ...args], {
          cwd: base,
        })
        expect([exit, stdout, stderr]).toEqual([
          1,
          '',
          expect.stringContaining('leads to a repository that does not know of it'),
        ])
      }
    },
  )
})
