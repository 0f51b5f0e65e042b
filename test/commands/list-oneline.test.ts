import { expect, test } from '@jest/globals'
import { makeVault } from '../support/make-vault.ts'
import { runWend } from '../support/run-wend.ts'

const note = '# A\n\nA sentence about it.\n'

test.each([
  ['piped', 'A  A sentence about it.\n'],
  ['always', 'A  A sentence about it.\n'],
  ['never', 'A\n  A sentence about it.\n'],
])('list.oneline: %s of the own configuration decides what a pipe gets', async (value, printed) => {
  const XDG_CONFIG_HOME = makeVault({ 'wend/config.yml': `list:\n  oneline: ${value}\n` })
  const { stdout } = await runWend(['list'], { cwd: makeVault({ 'a.md': note }), env: { XDG_CONFIG_HOME } })
  expect(stdout).toBe(printed)
})

test('a vault does not decide it', async () => {
  const cwd = makeVault({ 'a.md': note, '.wend/config.yml': 'list: {oneline: always}\n' })
  const { exit, stderr } = await runWend(['list'], { cwd })
  expect([exit, stderr]).toEqual([2, expect.stringContaining('is not for a vault to decide')])
})
