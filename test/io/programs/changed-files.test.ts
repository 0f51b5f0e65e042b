import { beforeEach, describe, expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { changedFiles } from '../../../src/io/programs/changed-files.ts'

let base: string
let root: string
let marker: string

function git(folder: string, ...args: readonly string[]): string {
  const config = ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'protocol.file.allow=always']
  return spawnSync('git', [...config, '-C', folder, ...args], { encoding: 'utf8' }).stdout
}

beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'wend-git-')))
  root = join(base, 'vault')
  marker = join(base, 'ran')
  mkdirSync(join(root, 'sub'), { recursive: true })
  writeFileSync(join(root, 'a.md'), 'a')
  writeFileSync(join(root, 'sub/f.txt'), 'x')
  git(root, 'init', '-q')
})

/** A program that leaves a mark when anything starts it. */
function trap(): string {
  const file = join(base, 'trap')
  writeFileSync(file, `#!/bin/sh\ntouch '${marker}'\ncat\n`)
  chmodSync(file, 0o755)
  return file
}

function commitAll(folder: string): void {
  git(folder, 'add', '-A')
  git(folder, 'commit', '-qm', 'x')
}

function touch(file: string): void {
  utimesSync(file, 1, 1)
}

describe('the files that changed since the last commit', () => {
  test('are those that differ and those that are new', () => {
    commitAll(root)
    writeFileSync(join(root, 'a.md'), 'changed')
    writeFileSync(join(root, 'b ü.md'), 'new')
    expect(changedFiles(root)).toEqual(['a.md', 'b ü.md'])
    expect(() => changedFiles(base)).toThrow('usage')
  })

  test('are found without a filter, monitor, hook or diff program that the repository names', () => {
    const program = trap()
    commitAll(root)
    git(root, 'config', 'filter.p.clean', program)
    git(root, 'config', 'filter.p.process', program)
    git(root, 'config', 'diff.p.command', program)
    git(root, 'config', 'diff.p.textconv', program)
    git(root, 'config', 'diff.external', program)
    git(root, 'config', 'core.fsmonitor', program)
    git(root, 'config', 'core.hooksPath', base)
    for (const hook of ['post-index-change', 'fsmonitor-watchman']) writeFileSync(join(base, hook), '', { mode: 0o755 })
    writeFileSync(join(root, '.git/info/attributes'), '* filter=p diff=p\n')
    // Times that tell nothing make git compare what the files hold.
    touch(join(root, 'a.md'))
    expect(changedFiles(root)).toContain('a.md')
    utimesSync(join(root, '.git/index'), 1, 1)
    changedFiles(root)
    expect(existsSync(marker)).toBe(false)
    git(root, 'config', 'filter.a=b.clean', program)
    expect(() => changedFiles(root)).toThrow('refused')
  })

  test('a repository below the vault is not looked into', () => {
    const sub = join(root, 'sub')
    git(sub, 'init', '-q')
    commitAll(sub)
    commitAll(root)
    git(sub, 'config', 'filter.p.clean', trap())
    writeFileSync(join(sub, '.git/info/attributes'), '* filter=p\n')
    touch(join(sub, 'f.txt'))
    changedFiles(root)
    expect(existsSync(marker)).toBe(false)
  })

  test('objects that are missing are not fetched', () => {
    commitAll(root)
    const clone = join(base, 'clone')
    git(root, 'config', 'uploadpack.allowFilter', 'true')
    git(base, 'clone', '-q', '--filter=tree:0', '--no-checkout', `file://${root}`, clone)
    git(clone, 'config', 'remote.origin.uploadpack', trap())
    for (const protocol of ['file', 'ext', 'ssh']) git(clone, 'config', `protocol.${protocol}.allow`, 'always')
    writeFileSync(join(clone, 'a.md'), 'a')
    changedFiles(clone)
    git(clone, 'config', 'remote.origin.url', `ext::${join(base, 'trap')}`)
    changedFiles(clone)
    expect(existsSync(marker)).toBe(false)
    // The same question, asked without care, does start it: the trap is set. One that ends at once keeps git from waiting for it.
    writeFileSync(join(base, 'trap'), `#!/bin/sh\ntouch '${marker}'\n`)
    git(clone, 'config', 'remote.origin.url', `file://${root}`)
    spawnSync('git', ['-C', clone, 'diff-index', '--name-only', 'HEAD'], { encoding: 'utf8', timeout: 20_000 })
    expect(existsSync(marker)).toBe(true)
  })

  test('a folder that only looks like a repository is none', () => {
    rmSync(join(root, '.git'), { recursive: true })
    git(base, 'init', '-q', '--bare', root)
    git(root, 'config', 'core.bare', 'false')
    git(root, 'config', 'core.worktree', root)
    git(root, 'config', 'core.fsmonitor', trap())
    expect(() => changedFiles(root)).toThrow('usage')
    expect(existsSync(marker)).toBe(false)
  })
})
