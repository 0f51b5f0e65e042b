import { expect, test } from '@jest/globals'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeVault } from '../../support/make-vault.ts'
import { spawnWend } from '../../support/run-wend.ts'

test('links of a note that did not change are known as they were, but for those to a changed one', () => {
  const links = '# A\n\n[[b#Part]] [[gone]] [[c#None]] [[b#part]] [w](https://example.org) [[C]] [[b#Later]]\n'
  const root = makeVault({ 'a.md': links, 'b.md': '# B\n\n## Part\n', 'c.md': '# C\n' })
  const found = (...args: readonly string[]): readonly string[] => {
    const { stdout } = spawnWend(['check', '--json', ...args], { cwd: root })
    const { problems } = JSON.parse(stdout) as { problems: { path: string; column: number; code: string }[] }
    return problems.filter(({ path }) => path === 'a.md').map(({ column, code }) => `${column} ${code}`)
  }
  const always = ['12 broken-link', '21 broken-anchor']
  expect(found()).toEqual([...always, '74 broken-anchor'])
  for (const [text, more] of [
    ['# B\n\n## Part\n\n## part\n', ['74 broken-anchor']],
    ['# B\n\n## Part\n\n## Later\n', []],
    ['# B\n', ['74 broken-anchor']],
  ] as const) {
    writeFileSync(join(root, 'b.md'), text)
    expect(found()).toEqual(found('--no-cache'))
    expect(found()).toEqual(expect.arrayContaining([...always, ...more]))
    expect(found().includes('1 duplicate-heading')).toBe(text.includes('## part'))
  }
})
