import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { IgnoreRules } from '../../../src/core/vault/ignore-rules.ts'

const names = ['a', 'b', 'B', 'ab', 'ba', 'aab', 'abc', 'a.md', 'b.MD', '1', '_', '-', 'a b', '*', '?', ']', '[a', '!a', '#a', '^', ':', '\\', 'c', 'z', 'a ', ' ', '~'] // prettier-ignore
const inSet = fc.oneof(
  fc.constantFrom('a', 'b', 'B', '1', '-', '*', '_', '[', ':', '\\]', '\\-', '\\\\', '\\a', '^', '!', '?', '.', '#', ' '),
  fc.constantFrom('a-c', 'b-b', 'c-a', 'A-C', '0-9', '!-.', '\\a-\\c', 'a-', '-a'),
  fc.constantFrom('alnum', 'alpha', 'blank', 'cntrl', 'digit', 'graph', 'lower', 'print', 'punct', 'space', 'upper', 'xdigit', 'none').map((name) => `[:${name}:]`),
) // prettier-ignore
const set = fc
  .tuple(fc.constantFrom('', '', '!', '^'), fc.constantFrom('', '', '', ']'), fc.array(inSet, { minLength: 1, maxLength: 3 }))
  .map(([not, first, members]) => `[${not}${first}${members.join('')}]`) // prettier-ignore
const sign = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('a', 'b', 'B', '1', '.md', ' ', '-') },
  { weight: 4, arbitrary: fc.constantFrom('*', '?', '**') },
  { weight: 1, arbitrary: fc.constantFrom('\\*', '\\?', '\\[', '\\a', '\\\\', '\\ ', '\\!', '\\#', '#', '!', ']', '\\') },
  { weight: 3, arbitrary: set },
) // prettier-ignore
const part = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...names) },
  { weight: 2, arbitrary: fc.constantFrom('**', '*', '***') },
  { weight: 4, arbitrary: fc.array(sign, { minLength: 1, maxLength: 4 }).map((signs) => signs.join('')) },
)
const rule = fc
  .tuple(fc.constantFrom('', '', '', '!', '/', '!/', '#'), fc.array(part, { minLength: 1, maxLength: 3 }), fc.constantFrom('', '', '', '', '', '/', '/', ' ', '  ', '\\ ', '\\  ', '[', '[a', '[[:digit:]'))
  .map(([start, parts, end]) => start + parts.join('/') + end) // prettier-ignore

/** Rules that are drawn once, so that git is asked of all of them at once. */
const ruleSets = [
  ...fc.sample(fc.array(rule, { minLength: 1, maxLength: 1 }), { numRuns: 120, seed: 7 }),
  ...fc.sample(fc.array(rule, { minLength: 2, maxLength: 4 }), { numRuns: 80, seed: 11 }),
]
const deep = fc.array(fc.constantFrom('a', 'b', 'a.md', 'aab'), { minLength: 2, maxLength: 5 })
const paths = [...names, ...fc.sample(deep, { numRuns: 20, seed: 7 }).map((parts) => parts.join('/'))]

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
    const git = (args: readonly string[], input = ''): string =>
      spawnSync('git', args, { cwd: folder, input, encoding: 'utf8' }).stdout
    git(['init', '-q'])
    git(['config', 'core.ignoreCase', 'true'])
    for (const [at, rules] of ruleSets.entries()) {
      mkdirSync(join(folder, `${at}`))
      writeFileSync(join(folder, `${at}`, '.gitignore'), `${rules.join('\n')}\n`)
    }
    const asked = ruleSets.flatMap((_, at) => paths.map((path) => `${at}/${path}\0`))
    // For each path the file, line and text of the pattern that decides, and the path.
    const said = git(['check-ignore', '--no-index', '-v', '-n', '-z', '--stdin'], asked.join('')).split('\0')
    const verdicts = asked.map((_, order) => said[4 * order + 2] ?? '').map((pattern) => ({ ignored: /^[^!]/.test(pattern), unignored: pattern.startsWith('!') })) // prettier-ignore
    expect(verdicts.filter(({ ignored }) => ignored).length).toBeGreaterThan(asked.length / 20)
    for (const [at, rules] of ruleSets.entries()) {
      const mine = new IgnoreRules(rules.join('\n'))
      const ofGit = paths.map((path, order) => [path, verdicts[at * paths.length + order]])
      expect([rules, paths.map((path) => [path, mine.test(path)])]).toEqual([rules, ofGit])
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
