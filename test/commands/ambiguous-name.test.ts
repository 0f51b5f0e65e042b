import { afterEach, expect, test } from '@jest/globals'
import { makeVault } from '../support/make-vault.ts'
import { runWend } from '../support/run-wend.ts'
import { type RealTerminal, wendInTerminal } from '../support/real-terminal.ts'

const cwd = makeVault({
  'x/same.md': '# Same\n\nThe text of x.\n',
  'y/same.md': '# Same\n\nThe text of y.\n',
})
let terminal: RealTerminal | undefined
afterEach(() => terminal?.end())

test('on a terminal a name that fits several notes is asked about', async () => {
  terminal = wendInTerminal(['show', 'same', '--no-pager'], { cwd })
  await terminal.waitFor(/which note is "same"\?/)
  terminal.send('2', 'enter')
  await terminal.waitFor(/The text of y\./)
  expect(await terminal.exit).toMatchObject({ code: 0 })
})

test('of many the first nine are shown, and how the others are reached', async () => {
  const many = makeVault(Object.fromEntries([...'abcdefghijkl'].map((name) => [`${name}/same.md`, '# Same\n'])))
  terminal = wendInTerminal(['show', 'same', '--no-pager'], { cwd: many })
  await terminal.waitFor(/… and 3 more; --pick chooses of all/)
  terminal.send('enter')
  expect(await terminal.exit).toMatchObject({ code: 1 })
})

test('in a pipe it is refused with the candidates', async () => {
  const { exit, stdout, stderr } = await runWend(['show', 'same'], { cwd })
  expect([exit, stdout, stderr]).toEqual([1, '', expect.stringContaining('x/same.md  (Same)')])
})
