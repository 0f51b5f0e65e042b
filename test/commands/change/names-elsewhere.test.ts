import { describe, expect, test } from '@jest/globals'
import { mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { trial } from '../../support/trial.ts'

const byTitle = { '.wend/config.yml': 'new: {name: title}\n' }

describe('names that other systems cannot have are told, and made all the same', () => {
  test.each([
    [['new', 'CON'], 'CON.md', 'Windows keeps the name "CON.md" for itself'],
    [['new', 'NUL.txt'], 'NUL.txt.md', 'Windows keeps the name'],
    [['new', 'com¹'], 'com¹.md', 'Windows keeps the name'],
    [['new', 'CONOUT$'], 'CONOUT$.md', 'Windows keeps the name'],
    [['mv', 'a', 'aux .md'], 'aux .md', 'Windows keeps the name'],
    [['mv', 'a', 'qu: r.md'], 'qu: r.md', 'Windows allows no ":" in a name'],
    [['mv', 'a', 'what?.md'], 'what?.md', 'Windows allows no "?" in a name'],
    [['mv', 'dir', 'prn'], 'prn/c.md', 'Windows keeps the name "prn" for itself'],
    [['mv', 'dir', 'end.'], 'end./c.md', 'Windows cuts the dot at the end of a name'],
    [['mv', 'a', 'end /a.md'], 'end /a.md', 'Windows cuts the blank at the end of a name'],
    [['extract', 'a#Part', 'lpt1'], 'lpt1.md', 'Windows keeps the name'],
  ])('%j', async (command, path, told) => {
    const { run, has } = trial({ ...byTitle, 'a.md': '# A\n\n## Part\n\nText.\n', 'dir/c.md': '[[a]]\n' })
    const { exit, stderr } = await run(...command)
    expect([exit, has(path)]).toEqual([0, true])
    expect(stderr).toContain(told)
  })
})

describe('names that differ from another in case or Unicode form alone', () => {
  test.each([
    [['new', 'A'], 'A.md', 'A.md: macOS and Windows take the name for that of a.md'],
    [['new', 'e\u0301'], 'e\u0301.md', 'take the name for that of \u00e9.md'],
    [['new', 'Zed', '--dir', 'Dir'], 'Dir/Zed.md', 'take the name for that of dir'],
    [['new', 'C', '--dir', 'dir'], 'dir/C.md', 'take the name for that of dir/c.md'],
    [['mv', 'a', 'Dir/a.md'], 'Dir/a.md', 'take the name for that of dir'],
  ])('%j is told', async (command, path, told) => {
    const { run, has } = trial({ ...byTitle, 'a.md': '# A\n', '\u00e9.md': 'E.\n', 'dir/c.md': '[[a]]\n' })
    const { exit, stderr } = await run(...command)
    expect([exit, has(path)]).toEqual([0, true])
    expect(stderr).toContain(told)
  })

  test.each([
    [['mv', 'a', 'B.md'], 'b.md exists already'],
    [['mv', 'a', 'E\u0301.md'], '\u00e9.md exists already'],
  ])('%j is refused with the name that is there', async (command, told) => {
    const { run, has } = trial({ 'a.md': '# A\n', 'b.md': '# B\n', '\u00e9.md': 'E.\n' })
    const { exit, stderr } = await run(...command)
    expect([exit, has('a.md')]).toEqual([1, true])
    expect(stderr).toContain(told)
  })

  test.each([
    [['mv', 'a', 'A.md'], 'A.md'],
    [['mv', 'dir', 'DIR'], 'DIR/c.md'],
    [['new', 'Other'], 'Other.md'],
  ])('nothing is said of %j', async (command, path) => {
    const { run, has } = trial({ ...byTitle, 'a.md': '# A\n', 'dir/c.md': '[[a]]\n' })
    const { exit, stderr } = await run(...command)
    expect([exit, has(path)]).toEqual([0, true])
    expect(stderr).not.toMatch(/Windows|macOS/)
  })
})

describe('what is typed as a title makes a name', () => {
  test.each([
    ['slug', 'ideas.md', 'ideas.md'],
    ['slug', 'Notes on Go.MD', 'notes-on-go.md'],
    ['title', 'foo .', 'foo.md'],
    ['title', 'x/..', 'x.md'],
    ['title', '...etc', 'etc.md'],
  ])('as %s: %j is %s', async (name, title, path) => {
    const { run, has } = trial({ '.wend/config.yml': `new: {name: ${name}}\n` })
    expect((await run('new', title)).exit).toBe(0)
    expect(has(path)).toBe(true)
  })

  test.each(['.', '..', '. .', '/', '../out'])('%j makes none', async (title) => {
    const { run } = trial(byTitle)
    expect((await run('new', title)).exit).toBe(2)
  })
})

test.each(['what?.md', 'a?b.md', '50%.md', '%41.md', 'C#.md', 'a^b.md', 'a&b.md', "it's.md", 'x?y=1.md'])(
  'a note is called %j and back, with its links',
  async (name) => {
    const text = '---\nup: "[[a]]"\n---\n[[a]] [[a|t]] [x](a.md) [y](a.md?q=1) ![[a#Part]] [r]\n\n[r]: a.md\n'
    const { run, read, json } = trial({ 'a.md': '# A\n\n## Part\n', 'l.md': text })
    const [before, codes] = [await json<unknown[]>('backlinks', 'a'), ['check', '-f', '{{code}}']]
    expect((await run('mv', 'a.md', name)).exit).toBe(0)
    expect(await json<unknown[]>('backlinks', name)).toHaveLength(before.length)
    expect((await run(...codes)).stdout).not.toContain('broken')
    expect((await run('mv', name, 'a.md')).exit).toBe(0)
    expect(read('l.md')).toBe(text)
  },
)

test.each([
  ['link/a.md', 'deep/er/a.md', 'deep/er/a.md'],
  ['link/', 'deep/er/a.md', 'deep/er/a.md'],
  ['link', 'deep/er/a.md', 'deep/er/a.md'],
  ['link/new/z.md', 'deep/er/new/z.md', 'deep/er/new/z.md'],
])(
  'a note that is moved to %s, behind a symbolic link, goes where that leads, and links with it',
  async (to, path, target) => {
    const { root, run, read, has } = trial({ 'a.md': '[x](b.md)\n', 'b.md': '[a](a.md)\n', 'deep/er/c.md': 'C.\n' })
    symlinkSync('deep/er', join(root, 'link'))
    expect((await run('mv', 'a', to)).exit).toBe(0)
    expect([has('a.md'), read('b.md')]).toEqual([false, `[a](${target})\n`])
    expect(read(path)).toBe(`[x](${'../'.repeat(path.split('/').length - 1)}b.md)\n`)
    expect((await run('undo')).exit).toBe(0)
    expect([read('a.md'), read('b.md')]).toEqual(['[x](b.md)\n', '[a](a.md)\n'])
  },
)

test('several notes go through such a folder, too, and a new note is named by where it lies', async () => {
  const { root, run, has } = trial({ 'a.md': 'A.\n', 'b.md': '[a](a.md)\n', 'real/c.md': 'C.\n' })
  symlinkSync('real', join(root, 'link'))
  expect((await run('new', 'Foo', '--dir', 'link/sub')).stdout).toBe('real/sub/foo.md\n')
  expect((await run('mv', 'a', 'b', 'link/')).exit).toBe(0)
  expect([has('real/a.md'), has('real/b.md')]).toEqual([true, true])
  expect((await run('check')).stdout).not.toContain('broken')
})

test('a folder that leads out of the vault takes nothing', async () => {
  const { root, run, has } = trial({ 'a.md': 'A.\n' })
  symlinkSync(mkdtempSync(join(tmpdir(), 'wend-outside-')), join(root, 'away'))
  for (const args of [
    ['mv', 'a', 'away/'],
    ['mv', 'a', 'away/b.md'],
    ['new', 'B', '--dir', 'away'],
  ]) {
    const { exit, stderr } = await run(...args)
    expect([exit, stderr]).toEqual([1, expect.stringContaining('lies outside the vault, behind a symbolic link')])
  }
  expect(has('a.md')).toBe(true)
})
