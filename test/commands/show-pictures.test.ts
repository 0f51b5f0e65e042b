import { afterEach, describe, expect, test } from '@jest/globals'
import { mkdtempSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pngOf } from '../support/png-of.ts'
import { type RealTerminal, wendInTerminal } from '../support/real-terminal.ts'

/** A picture of one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'wend-pictures-')))
writeFileSync(join(folder, 'dot.png'), pixel)
const red = Array.from({ length: 30 }, () => Uint8Array.from({ length: 90 }, (_, at) => (at % 3 === 0 ? 255 : 0)))
writeFileSync(join(folder, 'red.png'), pngOf({ width: 30, height: 30, depth: 8, type: 2, rows: red }))
writeFileSync(join(folder, 'square.md'), 'Above.\n\n![[red.png]]\n\nBelow.\n')
writeFileSync(join(folder, 'short.md'), 'A dot: ![[dot.png]]\n\n![[dot.png]]\n')
writeFileSync(join(folder, 'long.md'), `![[red.png]]\n\n${'Line after line.\n\n'.repeat(60)}`)

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

  test('are half blocks under a pager, which passes on characters alone', async () => {
    const output = await shown('long')
    expect(output).not.toContain(drawn)
    expect(output).toMatch(/paged:.*\u001b\[[\d;]+m▀/)
  })

  test('are drawn in a long page that is not paged', async () => {
    const output = await shown('long', '--no-pager')
    expect(output).toContain(drawn)
    expect(output).not.toContain('paged:')
  })

  /** A terminal that this test answers for. */
  const unnamed = { cwd: folder, isSilent: true, env: { COLORFGBG: '15;0', TMUX: '', TERM_PROGRAM: '' } }

  test('are drawn as sixel graphics in a terminal that says it has them', async () => {
    open = wendInTerminal(['show', 'square'], unnamed)
    const terminal = open
    await terminal.waitFor(() => terminal.output.includes('\u001b[16t\u001b[c'))
    terminal.send('\u001b[6;20;10t\u001b[?62;4;22c')
    await terminal.exit
    expect(terminal.output).toContain('\u001bP0;1;0q"1;1;30;30#0;2;100;0;0#0!30~-')
    // Its two rows are free, and the cursor is where it would be without the picture.
    await terminal.waitFor(/ {2}Above\.\n\n *\n\n\n {2}Below\.\n/)
  })

  test('are named in a terminal that has no sixel graphics', async () => {
    open = wendInTerminal(['show', 'short'], unnamed)
    const terminal = open
    await terminal.waitFor(() => terminal.output.includes('\u001b[16t\u001b[c'))
    terminal.send('\u001b[?62;22c')
    await terminal.exit
    expect(terminal.output).toMatch(/▣ .*dot\.png/)
    expect(terminal.output).not.toContain('\u001bP')
  })
})
