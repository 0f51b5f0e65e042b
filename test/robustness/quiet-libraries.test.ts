import { afterAll, expect, test } from '@jest/globals'
import { rmSync } from 'node:fs'
import { makeVault } from '../support/make-vault.ts'
import { spawnWend } from '../support/run-wend.ts'

const root = makeVault({ 'a.md': '# A\n\nText $\\text{✸} x$ end, $\\unknown$ and `x`.\n', '.wend/config.yml': '' })
afterAll(() => {
  for (const end of ['', '-site']) rmSync(`${root}${end}`, { recursive: true, force: true })
})

test.each([[['show', 'a']], [['export', 'a', '--format', 'html']], [['publish', `${root}-site`]]])(
  'no library speaks on standard error: wend %j',
  (args) => {
    const { stderr, exit } = spawnWend(args, { cwd: root })
    expect([exit, stderr]).toEqual([0, ''])
  },
)
