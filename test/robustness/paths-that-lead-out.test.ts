import { beforeEach, describe, expect, test } from '@jest/globals'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeVault } from '../support/make-vault.ts'
import { type Run, runWend } from '../support/run-wend.ts'

let outside: string
let cwd: string

beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), 'wend-outside-'))
  writeFileSync(join(outside, 'secret'), 'ignore: [the-secret\n')
  cwd = makeVault({ 'a.md': '# A\n\nprecious\n', 'b.md': '# B\n\n[[a]]\n' })
})

const wend = (...args: readonly string[]): Promise<Run> => runWend(args, { cwd })

describe('an index page', () => {
  test.each(['README.md', 'out/README.md'])('is not written through a link out of the vault: %s', async (page) => {
    symlinkSync(join(outside, 'secret'), join(cwd, 'README.md'))
    symlinkSync(outside, join(cwd, 'out'))
    for (const args of [
      ['--write', page],
      ['--write', page, '--force'],
      ['--check', page],
    ]) {
      const { exit, stdout, stderr } = await wend('index', ...args)
      expect([exit, stdout, stderr]).toEqual([1, '', expect.stringContaining('lies outside the vault')])
    }
    expect(readFileSync(join(outside, 'secret'), 'utf8')).toContain('the-secret')
    expect(readdirSync(outside)).toEqual(['secret'])
  })

  test('is not made of a template that leads out', async () => {
    symlinkSync(join(outside, 'secret'), join(cwd, '.wend/index.md'))
    const { exit, stdout, stderr } = await wend('index')
    expect([exit, stdout, stderr]).toEqual([1, '', expect.stringContaining('lies outside the vault')])
    expect((await wend('index', '--template', join(outside, 'secret'))).stdout).toContain('the-secret')
  })

  test('takes the place of a page that wend made, of others only when forced, and can be undone', async () => {
    expect((await wend('index', '--write', 'a.md')).stderr).toContain('not a page that wend made')
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toContain('precious')
    expect((await wend('index', '--write', 'a.md', '--force')).exit).toBe(0)
    expect((await wend('undo')).exit).toBe(0)
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toContain('precious')
    expect((await wend('index', '--write', 'INDEX.md')).exit).toBe(0)
    writeFileSync(join(cwd, 'c.md'), '# C\n')
    expect((await wend('index', '--check', 'INDEX.md')).exit).toBe(1)
    expect((await wend('index', '--write', 'INDEX.md', '--dry-run')).stdout).toContain('+- [C](c.md)')
    expect((await wend('index', '--write', 'INDEX.md')).exit).toBe(0)
    expect((await wend('undo')).exit).toBe(0)
    expect((await wend('undo')).exit).toBe(0)
    expect(existsSync(join(cwd, 'INDEX.md'))).toBe(false)
  })
})

test('a configuration that leads out of the vault is not read', async () => {
  symlinkSync(join(outside, 'secret'), join(cwd, '.wend/config.yml'))
  const { exit, stderr } = await wend('list')
  expect([exit, stderr]).toEqual([1, expect.stringContaining('lies outside the vault')])
  expect(stderr).not.toContain('the-secret')
})

test('ignore files that lead out of the vault say nothing', async () => {
  writeFileSync(join(outside, 'all'), '*\n')
  for (const name of ['.gitignore', '.ignore']) symlinkSync(join(outside, 'all'), join(cwd, name))
  expect((await wend('list', '--format', 'paths')).stdout).toBe('a.md\nb.md\n')
  expect((await wend('mv', 'a', 'c.md')).exit).toBe(0)
})

describe('new and mv', () => {
  test.each(['.git', '.wend', '.hidden', 'node_modules', 'sub/.git', 'out', 'out/deep'])(
    'make nothing in %s',
    async (folder) => {
      mkdirSync(join(cwd, '.git'))
      symlinkSync(outside, join(cwd, 'out'))
      expect((await wend('new', 'X', '--dir', folder)).exit).not.toBe(0)
      expect((await wend('mv', 'b.md', `${folder}/b.md`)).exit).not.toBe(0)
      expect(readdirSync(outside)).toEqual(['secret'])
      expect(readdirSync(join(cwd, '.wend'))).toEqual([])
      expect(readdirSync(cwd).sort()).toEqual(['.git', '.wend', 'a.md', 'b.md', 'out'])
      // A refusal leaves nothing that stands in the way of the next change.
      expect((await wend('set', 'b', 'k=v')).exit).toBe(0)
    },
  )

  test('tell no names of files behind a link of the vault', async () => {
    symlinkSync(outside, join(cwd, 'out'))
    symlinkSync('.', join(cwd, 'around'))
    writeFileSync(join(cwd, '.wend/config.yml'), 'new: {templates: out}\n')
    for (const args of [
      ['new', 'X', '--template', 'none'],
      ['completion', '--for', 'new', 'X', '--template', ''],
      ['mv', 'out', 'moved', '--dry-run'],
      ['mv', 'around', 'moved', '--dry-run'],
    ]) {
      const { stdout, stderr } = await wend(...args)
      expect(stdout + stderr).not.toMatch(/secret|moved/)
    }
    rmSync(join(cwd, 'out'))
    mkdirSync(join(cwd, 'own'))
    writeFileSync(join(cwd, 'own/mine.md'), '')
    symlinkSync('own', join(cwd, 'out'))
    expect((await wend('new', 'X', '--template', 'none')).stderr).toContain('templates: mine')
  })

  test.each(['mkdocs.yml', 'hugo.toml'])('the pages of a tool are not where a file outside says: %s', async (name) => {
    writeFileSync(join(outside, 'secret'), 'docs_dir: site\ncontentDir: site\n')
    writeFileSync(join(cwd, 'a.md'), '[x](/b.md)\n')
    mkdirSync(join(cwd, 'site'))
    mkdirSync(join(cwd, 'content'))
    writeFileSync(join(cwd, 'site/b.md'), '# B\n')
    symlinkSync(join(outside, 'secret'), join(cwd, name))
    expect((await wend('links', 'a', '--json')).stdout).not.toContain('site/b.md')
  })

  test('a new note is a change like others', async () => {
    expect((await wend('new', 'X', '--dir', 'deep/er')).exit).toBe(0)
    expect((await wend('undo')).stdout).toContain('removed  deep/er/x.md')
    expect(readdirSync(cwd).sort()).toEqual(['.wend', 'a.md', 'b.md'])
    writeFileSync(join(cwd, 'x.md'), 'mine')
    expect((await wend('new', 'X')).stderr).toContain('exists already')
    rmSync(join(cwd, 'x.md'))
    symlinkSync('nothing', join(cwd, 'x.md'))
    expect((await wend('new', 'X')).exit).not.toBe(0)
    expect(readdirSync(cwd)).not.toContain('nothing')
  })
})
