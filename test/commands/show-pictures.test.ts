import { afterEach, describe, expect, test } from '@jest/globals'
import { mkdtempSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RealTerminal, wendInTerminal } from '../support/real-terminal.ts'

/** A picture of one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'wend-pictures-')))
writeFileSync(join(folder, 'dot.png'), pixel)
writeFileSync(join(folder, 'short.md'), 'A dot: ![[dot.png]]\n\n![[dot.png]]\n')
writeFileSync(join(folder, 'long.md'), `![[dot.png]]\n\n${'Line after line.\n\n'.repeat(60)}`)

let open: RealTerminal | undefined
afterEach(() => open?.end())

/** What show sends to a terminal that takes pictures of iTerm2; the pager marks what it is given. */
async function shown(...args: readonly string[]): Promise<string> {
  const env = { TERM_PROGRAM: 'iTerm.app', COLORFGBG: '15;0', WEND_PAGER: 'sed s/^/paged:/', TMUX: '' }
  open = wendInTerminal(['show', ...args], { cwd: folder, env })
  await open.exit
  return open.output
}

const drawn = '\u001b]1337;File=inline=1'

describe('pictures', () => {
  test('are drawn where the page fits the screen', async () => {
    const output = await shown('short')
    expect(output).toContain(drawn)
    expect(output).not.toContain('paged:')
  })

  test('are named under a pager, which would not pass them on', async () => {
    const output = await shown('long')
    expect(output).not.toContain(drawn)
    expect(output).toMatch(/paged:.*dot\.png/)
  })

  test('are drawn in a long page that is not paged', async () => {
    const output = await shown('long', '--no-pager')
    expect(output).toContain(drawn)
    expect(output).not.toContain('paged:')
  })
})
