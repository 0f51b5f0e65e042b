import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeVault } from '../../support/make-vault.ts'
import { runWend } from '../../support/run-wend.ts'

describe('a rename', () => {
  test('of a folder leaves the quotes of a name below it in front matter as they are, and doubles its own', async () => {
    const front = "---\na: '[[b/l''été|x]]'\nb: \"[[b/l'\\xe9t\\xe9]]\"\nc: '[m](<b/l''été.md>)'\n---\n"
    const cwd = makeVault({ "b/l'été.md": '# L\n', 'n.md': `${front}[[b/l'été]]\n` })
    const text = (): string => readFileSync(join(cwd, 'n.md'), 'utf8')
    const before = text()
    await runWend(['mv', 'b', "it's"], { cwd })
    expect(text()).toBe(
      "---\na: '[[it''s/l''été|x]]'\nb: \"[[it's/l'\\xe9t\\xe9]]\"\nc: '[m](<it''s/l''été.md>)'\n---\n[[it's/l'été]]\n",
    )
    await runWend(['mv', "it's", 'b'], { cwd })
    expect(text()).toBe(before)
  })

  test('to a path that another note had once takes no earlier change back', async () => {
    const cwd = makeVault({
      'E/x.md': '# E\n',
      'A/B/x.md': '![p](../../p.png) [[E/x]]\n',
      'p.png': 'p',
    })
    await runWend(['mv', 'E', 'in/deep'], { cwd })
    await runWend(['mv', 'A/B/x.md', 'E/'], { cwd })
    expect(readFileSync(join(cwd, 'E/x.md'), 'utf8')).toMatch(/^!\[p\]\(\.\.\/p\.png\) \[\[\S*deep\/x\]\]\n$/)
  })
})
