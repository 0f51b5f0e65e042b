import { describe, expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as files from '../../../src/io/files/file-system.ts'
import { readVaultFile } from '../../../src/io/vault/vault-file.ts'
import { realVaultName, realVaultPath } from '../../../src/io/vault/vault-path.ts'

describe('what may reach outside the program has one home each', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  const using = (words: RegExp): readonly string[] =>
    sources.filter((name) => words.test(readFileSync(join('src', name), 'utf8').replace(/^\s*(?:\/?\*|\/\/).*$/gm, '')))

  test('files are opened by one module', () => {
    expect(
      using(/(?:from |import\(|require\()['"](?:node:)?fs(?:\/promises)?['"]|process\.binding|getBuiltinModule/),
    ).toEqual(['io/files/file-system.ts'])
  })

  test('programs are started by one module', () => {
    expect(using(/['"](?:node:)?child_process['"]|(?:from |import\(|require\()['"](?:node:)?cluster['"]/)).toEqual([
      'io/programs/start-program.ts',
    ])
  })
})

describe('a file that is read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wend-files-'))
  writeFileSync(join(folder, 'a'), 'a')
  symlinkSync('a', join(folder, 'link'))
  symlinkSync('/dev/zero', join(folder, 'zero'))
  mkdirSync(join(folder, 'folder'))
  spawnSync('mkfifo', [join(folder, 'pipe')])

  test.each(['zero', 'pipe', 'folder'])('is a regular one, and never waited for: %s', (name) => {
    expect(() => files.readFileSync(join(folder, name))).toThrow(/regular file|folder/)
  })

  test('is no symbolic link where that is asked', () => {
    expect(files.readPlainFile(join(folder, 'link')).toString()).toBe('a')
    expect(() => files.readPlainFile(join(folder, 'link'), 9, { follow: false })).toThrow('ELOOP')
    expect(() => files.readPlainFile(join(folder, 'a'), 0)).toThrow('larger')
  })

  test('is written, but not through a symbolic link', () => {
    files.writeFileSync(join(folder, 'new'), 'new', { flag: 'wx' })
    expect(() => files.writeFileSync(join(folder, 'new'), 'x', { flag: 'wx' })).toThrow('EEXIST')
    files.writeFileSync(join(folder, 'new'), 'n')
    expect(readFileSync(join(folder, 'new'), 'utf8')).toBe('n')
    expect(() => files.writeFileSync(join(folder, 'link'), 'x')).toThrow('ELOOP')
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('a')
  })
})

describe('a path of a vault', () => {
  const base = mkdtempSync(join(tmpdir(), 'wend-paths-'))
  const root = join(base, 'vault')
  for (const name of ['vault/.git', 'vault/.wend/trash', 'vault/sub', 'outside'])
    mkdirSync(join(base, name), { recursive: true })
  writeFileSync(join(root, 'a.md'), 'a')
  writeFileSync(join(base, 'outside/secret'), 'secret')
  const links = {
    out: '../outside',
    'secret.md': '../outside/secret',
    'in.md': 'a.md',
    git: '.git',
    nowhere: 'none',
    loop: 'loop',
  }
  for (const [name, target] of Object.entries(links)) symlinkSync(target, join(root, name))

  test.each([
    ['a.md', 'a.md'],
    ['in.md', 'a.md'],
    ['sub/../a.md', 'a.md'],
    ['sub/new/deep.md', 'sub/new/deep.md'],
    ['.wend/trash/x.md', '.wend/trash/x.md'],
  ])('that stays inside is its real path: %s', (path, real) => {
    expect(realVaultPath(files, root, path, 'change')).toBe(join(root, real))
  })

  test.each([
    ['secret.md', 'read', 'outside the vault'],
    ['out/secret', 'read', 'outside the vault'],
    ['out/new/x.md', 'change', 'outside the vault'],
    ['../outside/secret', 'read', 'outside the vault'],
    ['nowhere/x.md', 'change', 'leads nowhere'],
    ['git/hooks/x', 'change', "git's own folder"],
    ['sub/.GIT/x', 'change', "git's own folder"],
    ['.wend/config.yml', 'change', "wend's own folder"],
    ['sub/.wend/x', 'change', "wend's own folder"],
  ] as const)('that does not is refused: %s', (path, use, message) => {
    expect(() => realVaultPath(files, root, path, use)).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ message: expect.stringContaining(message) }) }),
    )
  })

  test('names a link itself where that is what is moved', () => {
    expect(realVaultName(files, root, 'secret.md', 'change')).toBe(join(root, 'secret.md'))
    expect(() => realVaultName(files, root, 'out/x', 'change')).toThrow('refused')
  })

  test('is read inside the vault alone', () => {
    expect(readVaultFile(root, 'in.md')?.toString()).toBe('a')
    expect(readVaultFile(root, 'none.md')).toBeUndefined()
    expect(() => readVaultFile(root, 'secret.md')).toThrow('refused')
    expect(() => readVaultFile(root, 'loop')).toThrow('ELOOP')
    expect(() => readVaultFile(root, 'sub')).toThrow('folder')
  })
})
