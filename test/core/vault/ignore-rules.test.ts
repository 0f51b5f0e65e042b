import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { IgnoreRules } from '../../../src/core/vault/ignore-rules.ts'

describe('ignore rules', () => {
  test.each([
    ['drafts/', 'drafts/a.md', true],
    ['drafts/', 'drafts', false],
    ['drafts/', 'deep/drafts/', true],
    ['/drafts', 'deep/drafts', false],
    ['a/b', 'x/a/b', false],
    ['a/b', 'a/b/c', true],
    ['*.md', 'x/y.MD', true],
    ['a/*.md', 'a/b/c.md', false],
    ['a/**/b', 'a/b', true],
    ['a/**/b', 'a/x/y/b', true],
    ['a/**', 'a/', false],
    ['a/**', 'a/x/y', true],
    ['**/b', 'b', true],
    ['**', 'a/b', true],
    ['a**b', 'axb', true],
    ['a**b', 'a/b', false],
    ['/', 'a', false],
    ['#a', '#a', false],
    [String.raw`\#a`, '#a', true],
    [String.raw`\!a`, '!a', true],
    ['a   ', 'a', true],
    ['a\\ ', 'a ', true],
    ['a?c', 'abc', true],
    ['a?c', 'a/c', false],
    ['[a-c]x', 'BX', true],
    ['[!a-c]x', 'bx', false],
    ['[^a-c]x', 'bx', false],
    ['[^a-c]x', 'dx', true],
    ['[]x]', ']', true],
    [String.raw`[a\]b]x`, ']x', true],
    [String.raw`[a\]b]x`, String.raw`\x`, false],
    ['a*b*c', 'axbyc', true],
    ['a*b*c', 'axbyd', false],
    ['a**b*c', 'abxbyc', true],
    ['[[:digit:]]x', '7x', true],
    ['[ab', '[ab', false],
    ['*\n!a.md', 'a.md', false],
    ['x/\n!x/a.md', 'x/a.md', true],
  ])('%j and %j', (text, path, ignored) => {
    expect(new IgnoreRules(text).ignores(path)).toBe(ignored)
  })

  test('say that a path is taken in again', () => {
    expect(new IgnoreRules('*.md\n!a.md\r\n').test('a.md')).toEqual({ ignored: false, unignored: true })
    expect(new IgnoreRules('').test('a.md')).toEqual({ ignored: false, unignored: false })
  })

  test('are what git makes of them', () => {
    const folder = mkdtempSync(join(tmpdir(), 'wend-ignore-'))
    spawnSync('git', ['init', '-q'], { cwd: folder })
    spawnSync('git', ['config', 'core.ignoreCase', 'true'], { cwd: folder })
    const name = fc.constantFrom('a', 'b', 'ab', 'a.md', 'b.md', 'ba', 'aab')
    const part = fc.oneof(
      name,
      fc.constantFrom('*', '**', 'a*', '*b', '?', '*.md', '[ab]', '[!a]', 'a?', '***', '*a*b*'),
    )
    const pattern = fc
      .tuple(
        fc.constantFrom('', '!', '/', ''),
        fc.array(part, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('', '/', ' '),
      )
      .map(([start, parts, end]) => start + parts.join('/') + end)
    const paths = fc
      .sample(fc.array(name, { minLength: 1, maxLength: 4 }), { numRuns: 150, seed: 7 })
      .map((names) => names.join('/'))
    const files = [...new Set(paths)].filter((path, _order, all) => !all.some((other) => other.startsWith(`${path}/`)))
    for (const file of files) {
      mkdirSync(join(folder, dirname(file)), { recursive: true })
      writeFileSync(join(folder, file), '')
    }
    for (const rules of fc.sample(fc.array(pattern, { minLength: 1, maxLength: 4 }), { numRuns: 60, seed: 11 })) {
      writeFileSync(join(folder, '.gitignore'), `${rules.join('\n')}\n`)
      const { stdout } = spawnSync('git', ['ls-files', '-z', '--others', '--exclude-standard'], {
        cwd: folder,
        encoding: 'utf8',
      })
      const expected = stdout
        .split('\0')
        .filter((path) => path !== '' && path !== '.gitignore')
        .sort()
      const mine = new IgnoreRules(rules.join('\n'))
      expect([rules, files.filter((file) => !mine.ignores(file)).sort()]).toEqual([rules, expected])
    }
  })

  test('mean a name in either form of Unicode', () => {
    const [apart, whole] = ['cafe\u0301', 'caf\u00e9']
    for (const [rule, name] of [
      [apart, whole],
      [whole, apart],
    ])
      for (const text of [`${rule}/`, `/${rule}/*.md`, `ca[f]${rule?.slice(3)}`])
        expect([text, new IgnoreRules(text).ignores(`${name}/a.md`)]).toEqual([text, true])
    expect(new IgnoreRules(`${whole}/`).ignores('cafe/a.md')).toBe(false)
  })

  test('of many wildcards end on long paths', () => {
    const deep = `${'a/'.repeat(2000)}b`
    const long = 'a'.repeat(4000)
    for (const text of [
      `${'**/a/'.repeat(50)}c`,
      `${'*a'.repeat(200)}b`,
      `${'*'.repeat(500)}c`,
      `${'[ab]*'.repeat(100)}c`,
    ])
      expect([deep, long].map((path) => new IgnoreRules(text).ignores(path))).toEqual([false, false])
  })
})
