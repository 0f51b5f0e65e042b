import { afterEach, expect, test } from '@jest/globals'
import { makeVault } from '../support/make-vault.ts'
import { type RealTerminal, wendInTerminal } from '../support/real-terminal.ts'
import { displayWidth } from '../../src/view/display-width.ts'

let open: RealTerminal | undefined
afterEach(() => open?.end())

test.each([80, 120])('where each setting comes from stands in one column, of %i', async (columns) => {
  const cwd = makeVault({ '.wend/config.yml': `publish:\n  title: 字字字\n  introduction: ${'long '.repeat(30)}\n` })
  open = wendInTerminal(['config', 'list', 'publish', '--no-pager'], { cwd, columns })
  await open.exit
  const lines = open.output.split('\r\n').filter((line) => line !== '')
  const places = lines.map((line) => displayWidth(line.replace(/(?:\.wend\/config\.yml:\d|default|not set)$/, '')))
  expect(lines.some((line) => line.includes('long…'))).toBe(true)
  expect(new Set(places).size).toBe(1)
  for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns)
})
