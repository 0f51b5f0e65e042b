import { describe, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FailureError } from '../../../src/core/model/failure.ts'
import { findVault } from '../../../src/io/vault/find-vault.ts'

/** A folder with these files and folders (those that end in `/`), and what is chosen from a folder of it. */
function chooseIn(entries: readonly string[], from: string, how: { flag?: string; env?: Record<string, string> } = {}) {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'wend-root-')))
  for (const entry of entries) {
    mkdirSync(join(base, entry.endsWith('/') ? entry : join(entry, '..')), { recursive: true })
    if (!entry.endsWith('/')) writeFileSync(join(base, entry), '# X\n')
  }
  const place = {
    cwd: () => join(base, from),
    env: { HOME: entries.some((entry) => entry.startsWith('home/')) ? join(base, 'home') : '/nowhere', ...how.env },
  }
  const flag = how.flag === undefined ? undefined : join(base, how.flag)
  const { root, by, marker } = findVault(place, flag)
  return [root === base ? '.' : root.slice(base.length + 1), by, ...(marker === undefined ? [] : [marker])]
}

describe('findVault', () => {
  test.each([
    ['the nearest marker upward', ['.obsidian/', 'a/.wend/', 'a/b/'], 'a/b', ['a', 'marker', '.wend']],
    ['a marker above before ./notes', ['.zk/', 'notes/.wend/'], '.', ['.', 'marker', '.zk']],
    ['./notes that is marked before git', ['.git/', 'notes/.wend/'], '.', ['notes', 'marker', '.wend']],
    ['git before ./notes', ['.git/', 'home.md', 'notes/x.md'], '.', ['.', 'git']],
    ['a work tree, whose .git is a file', ['.git', 'daily/'], 'daily', ['.', 'git']],
    ['a site of notes, from within it', ['mkdocs.yml', 'docs/guide/x.md'], 'docs/guide', ['.', 'marker', 'mkdocs.yml']],
    ['a site that needs a folder beside', ['config.toml', 'notes/x.md'], 'notes', ['notes', 'guess']],
    ['what is marked before a site', ['mkdocs.yml', 'docs/.wend/'], 'docs', ['docs', 'marker', '.wend']],
    ['./notes with notes', ['notes/x.md'], '.', ['notes', 'guess']],
    ['else the current folder', ['notes/x.txt'], '.', ['.', 'guess']],
    ['no repository that is the home', ['home/.git/', 'home/n/x.md'], 'home/n', ['home/n', 'guess']],
    ['a home that is marked', ['home/.wend/'], 'home', ['home', 'marker', '.wend']],
  ])('%s', (_name, entries, from, chosen) => {
    expect(chooseIn(entries, from)).toEqual(chosen)
  })

  test('the option wins over the environment, and both over markers', () => {
    expect(chooseIn(['.wend/', 'a/', 'home/'], '.', { flag: 'a' })).toEqual(['a', 'flag'])
    expect(chooseIn(['.wend/', 'home/'], '.', { flag: 'home' })).toEqual(['home', 'flag'])
    expect(chooseIn(['.wend/', 'a/'], '.', { env: { WEND_VAULT: '../' } })[1]).toBe('environment')
  })

  test.each([['home'], ['.']])('neither a home nor what holds it is guessed: %s', (from) => {
    expect(() => chooseIn(['home/x.md'], from)).toThrow(FailureError)
  })

  test('nor is the whole disk', () => {
    expect(() => findVault({ cwd: () => '/', env: { HOME: '/home/x' } }, undefined)).toThrow(FailureError)
    expect(findVault({ cwd: () => '/', env: {} }, '/').by).toBe('flag')
  })
})
