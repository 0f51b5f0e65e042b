import { expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unlessChanged } from '../../../src/commands/web/publish.ts'
import { changedSince } from '../../../src/io/publish/changed-since.ts'
import { PublishFolder } from '../../../src/io/publish/publish-folder.ts'
import { makeVault } from '../../support/make-vault.ts'
import { runWend } from '../../support/run-wend.ts'

test('where a note changes while the site is made nothing is written', async () => {
  const root = makeVault({ 'a.md': '# A' })
  const target = new PublishFolder(join(root, '.site'), false)
  const begun = Date.now() + 1
  const files = [
    { address: 'a.html', content: () => 'old' },
    { address: 'b.html', content: () => 'old' },
  ]
  const changed = (): string | undefined => changedSince(root, ['a.md'], begun)
  const before = target.open()
  await target.publish(unlessChanged(files, changed), [], before)
  expect(readFileSync(join(root, '.site/a.html'), 'utf8')).toBe('old')
  const change = (): string => {
    while (changed() === undefined) writeFileSync(join(root, 'a.md'), '---\nprivate: true\n---\nsecret')
    return 'secret'
  }
  const later = [{ address: 'a.html', content: change }]
  await expect(target.publish(unlessChanged(later, changed), [], target.open())).rejects.toMatchObject({
    failure: { kind: 'refused', message: 'a.md changed while the site was made; nothing was written' },
  })
  target.close()
  expect(readFileSync(join(root, '.site/a.html'), 'utf8')).toBe('old')
})

test('whether a file changed is not asked of a time that anybody can set', () => {
  const root = makeVault({ 'a.md': 'x' })
  utimesSync(join(root, 'a.md'), new Date('2040-01-01'), new Date('2040-01-01'))
  const later = Date.now() + 1000
  expect(changedSince(root, ['a.md'], later)).toBeUndefined()
  expect(changedSince(root, ['a.md'], later - 10_000)).toBe('a.md')
  expect(changedSince(root, ['a.md', 'gone.md'], later)).toBe('gone.md')
})

test('a name that a note had where it was not published is told nowhere', async () => {
  const cwd = makeVault({
    'journal/zornbrief.md': '# One\n\nthe first text of a note\n',
    '.drafts/stillname.md': '# Two\n\nthe second text of a note\n',
    'later/ungesehen.md': '# Three\n\nthe third text of a note\n',
    'plain name.md': '# Four\n\nthe fourth text of a note\n',
    '.wend/config.yml': 'ignore: [later/]\npublish:\n  exclude: [journal/]\n',
  })
  const git = (...args: readonly string[]): unknown =>
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@e.org', ...args], { cwd, stdio: 'ignore' })
  git('init')
  git('add', '-f', '.')
  git('commit', '-m', 'one')
  git('mv', 'journal/zornbrief.md', 'one.md')
  git('mv', '.drafts/stillname.md', 'two.md')
  git('mv', 'later/ungesehen.md', 'three.md')
  git('mv', 'plain name.md', 'four.md')
  git('commit', '-m', 'two')
  const { exit, stderr } = await runWend(['publish', '.site', '--base', 'https://e.org/'], { cwd })
  expect([exit, stderr]).toEqual([0, ''])
  expect(readFileSync(join(cwd, '.site/plain-name.html'), 'utf8')).toContain('four.html')
  for (const file of readdirSync(join(cwd, '.site'), { recursive: true, withFileTypes: true })) {
    const told = `${file.name} ${file.isFile() ? readFileSync(join(file.parentPath, file.name), 'latin1') : ''}`
    expect([file.name, /zornbrief|stillname|ungesehen/i.test(told)]).toEqual([file.name, false])
  }
})

test('a file in the place of the folder is named as such, and stays', async () => {
  const root = makeVault({ 'a.md': '# A', '.site': 'mine' })
  for (const more of [[], ['--check']]) {
    const { exit, stderr } = await runWend(['publish', '.site', ...more], { cwd: root })
    expect([exit, stderr]).toEqual([
      2,
      expect.stringContaining(`cannot publish into ${join(root, '.site')}: it is a file`),
    ])
  }
  expect(readFileSync(join(root, '.site'), 'utf8')).toBe('mine')
})

test('a title of nothing is none', async () => {
  const root = makeVault({ 'a.md': '# A' })
  await runWend(['publish', '.site', '--title', 'Mine'], { cwd: root })
  expect(readFileSync(join(root, '.site/index.html'), 'utf8')).toContain('<title>Mine</title>')
  await runWend(['publish', '.site', '--title', ' '], { cwd: root })
  expect(readFileSync(join(root, '.site/index.html'), 'utf8')).toMatch(/<title>\S+/)
})
