import { beforeAll, describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { foreignRepository } from '../../../src/io/programs/own-repository.ts'
import { runWend, spawnWend } from '../../support/run-wend.ts'

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
  repository('simple', '# A\n')
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
  leadOutByNames()
  vault('below', 'gitdir: inside\n')
  cpSync(join(base, 'own/.git'), join(base, 'below/inside'), { recursive: true })
  mkdirSync(join(base, 'file/sub'))
})

/** Repositories whose path git reads otherwise than a program that trims it, or of which one link far below leads out. */
function leadOutByNames(): void {
  repository('line', '# A\n')
  renameSync(join(base, 'line/.git'), join(base, 'line/good'))
  mkdirSync(join(base, 'line/good\n'))
  writeFileSync(join(base, 'line/.git'), 'gitdir: good\n/../../private/.git\n')
  repository('blank', '# A\n')
  renameSync(join(base, 'blank/.git'), join(base, 'blank/good'))
  symlinkSync('../private/.git', join(base, 'blank/good '))
  writeFileSync(join(base, 'blank/.git'), 'gitdir: good \n')
  repository('deep', '# A\n')
  writeFileSync(join(base, 'deep/.git/objects/info/alternates'), `${join(base, 'private/.git/objects')}\n`)
  mkdirSync(join(base, 'deep/.git/refs/heads/x'))
  symlinkSync('../../../../../private/.git/refs/heads', join(base, 'deep/.git/refs/heads/x/y'))
  writeFileSync(join(base, 'deep/.git/HEAD'), 'ref: refs/heads/x/y/main\n')
}

describe('git is asked of the folder’s own repository alone', () => {
  test.each(['own', 'tree', 'own/sub', 'below', 'own/.git'])('%s is its own', (folder) => {
    expect(foreignRepository(join(base, folder))).toBeUndefined()
  })

  test.each([
    [
      'another repository in its place',
      () => writeFileSync(join(base, 'later/.git'), `gitdir: ${join(base, 'private/.git')}\n`),
    ],
    ['a link out', () => symlinkSync('../../private/.git/refs', join(base, 'later/inside/more'))],
    ['what is shared', () => writeFileSync(join(base, 'later/inside/commondir'), `${join(base, 'private/.git')}\n`)],
  ])('one that is looked at again shows what it has come to have: %s', (_what, change) => {
    rmSync(join(base, 'later'), { recursive: true, force: true })
    vault('later', 'gitdir: inside\n')
    cpSync(join(base, 'own/.git'), join(base, 'later/inside'), { recursive: true })
    expect(foreignRepository(join(base, 'later'))).toBeUndefined()
    change()
    expect(foreignRepository(join(base, 'later'))).toContain('leads to a repository that does not know of it')
  })

  test.each(['file', 'link', 'common', 'parts', 'line', 'blank', 'deep', 'file/sub'])(
    '%s leads to another, of which nothing is shown',
    async (folder) => {
      expect(foreignRepository(join(base, folder))).toBe(
        `${join(base, folder.replace('/sub', ''), '.git')} leads to a repository that does not know of it`,
      )
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

describe('the settings of a repository', () => {
  const asked = async (folder: string, ...args: readonly string[]): Promise<readonly unknown[]> => {
    const { exit, stdout } = await runWend(['-C', join(base, folder), ...args], { cwd: base })
    return [exit, stdout]
  }
  const copy = (folder: string, settings: string): void => {
    cpSync(join(base, 'simple'), join(base, folder), { recursive: true })
    appendFileSync(join(base, folder, '.git/config'), settings)
  }

  test.each([
    ['work', '[core]\n\tworktree = ../../private\n'],
    ['work-one-line', '[core] worktree = "../../pri\\\nvate"\n'],
    ['work-extension', '[extensions]\n\tworktreeConfig = true\n'],
  ])('name no other files to compare with: %s', async (folder, settings) => {
    copy(folder, settings)
    writeFileSync(join(base, folder, '.git/config.worktree'), '[core]\n\tworktree = ../../private\n')
    appendFileSync(join(base, folder, 'a.md'), 'Of mine.\n')
    writeFileSync(join(base, folder, 'n.md'), '# N\n')
    expect(await asked(folder, 'diff', 'a')).toEqual([0, expect.stringContaining('+Of mine.')])
    expect(await asked(folder, 'list', '--changed', '--format', 'paths')).toEqual([
      0,
      `${folder}/a.md\n${folder}/n.md\n`,
    ])
  })

  test('leave what git says as it is', async () => {
    const usual = await asked('simple', 'history', 'a')
    expect(usual).toEqual([0, expect.stringContaining('first')])
    copy(
      'odd',
      '[log]\n\tshowRoot = false\n\tdiffMerges = on\n[i18n]\n\tlogOutputEncoding = UTF-16\n[diff]\n\torderFile = none\n',
    )
    expect(await asked('odd', 'history', 'a')).toEqual(usual)
  })

  test.each(['HEAD', 'index', 'packed-refs', 'info/exclude', 'objects/info/alternates', 'refs/heads/main'])(
    'are not waited for: %s is a pipe',
    async (name) => {
      const folder = `pipe-${name.replaceAll('/', '-')}`
      copy(folder, '')
      const file = join(base, folder, '.git', name)
      rmSync(file, { force: true })
      execFileSync('mkfifo', [file])
      const { exit, stderr } = await runWend(['-C', join(base, folder), 'diff', 'a'], { cwd: base })
      expect([exit, stderr]).toEqual([
        1,
        `wend: git is not asked: ${join(base, folder)}/.git holds ${name}, a pipe or device\n`,
      ])
      expect(await asked(folder, 'list', '--format', 'paths')).toEqual([0, `${folder}/a.md\n`])
    },
  )
})

test('a hook names the repository of a worktree, and not its files', async () => {
  mkdirSync(join(base, 'with-notes/notes'), { recursive: true })
  git('with-notes', 'init', '-q', '.')
  writeFileSync(join(base, 'with-notes/notes/a.md'), '# A\n')
  writeFileSync(join(base, 'with-notes/hook'), '')
  git('with-notes', 'add', '.')
  git('with-notes', 'commit', '-qm', 'first')
  git('with-notes', 'worktree', 'add', '-q', '../tree-of-notes')
  writeFileSync(join(base, 'tree-of-notes/notes/a.md'), '# A\n\n[[gone]]\n')
  git('tree-of-notes', 'add', '.')
  const env = { GIT_DIR: join(base, 'with-notes/.git/worktrees/tree-of-notes') }
  const vault = join(base, 'tree-of-notes/notes')
  const { stdout } = spawnWend(['-C', vault, 'check', '--staged'], { cwd: vault, env })
  expect(stdout).toContain('gone')
})
