import { describe, expect, test } from '@jest/globals'
import { makeVault } from '../support/make-vault.ts'
import { runWend } from '../support/run-wend.ts'

const long = 'a'.repeat(60)
const cwd = makeVault({
  [`${long}.md`]: `---\ntags: [${long}]\naliases: [${Array.from({ length: 3000 }, (_, n) => `a b${n}`).join(', ')}]\n---\n# ${long}\n`,
  'b.md': `# B\n\n${'a '.repeat(5000)}\n`,
  '.wend/config.yml': `views: {tags: '--tag "${'*a'.repeat(25)}*b"', paths: '--path "${'*a'.repeat(25)}*b"'}\n`,
})

describe('a pattern that could be tried in endlessly many ways ends', () => {
  test('globs of tags and of paths, which a view of the vault may hold', async () => {
    expect((await runWend(['list', '@tags'], { cwd })).stderr).toContain('no note')
    const { stderr, exit } = await runWend(['list', '@paths'], { cwd })
    expect([exit === 1 || /takes too long/.test(stderr), /bug in wend/.test(stderr)]).toEqual([true, false])
  })

  test.each([
    ['aaa*', true],
    ['*aa', true],
    ['a*a*a', true],
    [`${long}*`, true],
    [`${long}*a`, false],
    ['*b*', false],
  ])('the glob %s of a tag holds: %s', async (glob, holds) => {
    expect((await runWend(['list', '--tag', glob], { cwd })).exit).toBe(holds ? 0 : 1)
  })

  test.each([
    [['search', '--exact', '--', '"a '.repeat(6000)], 'more than 4000 characters'],
    [['search', '--exact', '--', `/${'(?:a{1,1000}'.repeat(6)}${'){1,1000}'.repeat(6)}/`], ''],
    [['search', '--exact', '--', '/(a+)+$/'], ''],
    [['search', '--', `"${'a '.repeat(5000)}"`], ''],
    [['list', '--where', `title ~ "${'('.repeat(3000)}"`], ''],
    [['list', '--path', `{${'(a|'.repeat(3000)}`], ''],
  ])('%j says what is wrong, or nothing found', async (args, said) => {
    const { stderr, exit } = await runWend([...args], { cwd })
    expect(stderr).toContain(said)
    expect(stderr).not.toContain('bug in wend')
    expect([0, 1, 2]).toContain(exit)
  })

  test('3,000 names of one note in a text of 5,000 words', async () => {
    expect((await runWend(['mentions', long], { cwd })).stderr).not.toContain('bug in wend')
    expect((await runWend(['link', 'suggest'], { cwd })).stderr).not.toContain('bug in wend')
  })
})
