import { afterEach, describe, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RealTerminal, wendInTerminal } from '../support/real-terminal.ts'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'wend-pager-')))
for (let at = 0; at < 60; at++) writeFileSync(join(folder, `note-${at}.md`), `# Note ${at}\n\n[[note-0]] [[nowhere]]\n`)

let open: RealTerminal | undefined
afterEach(() => open?.end())

async function shown(args: readonly string[], env: Record<string, string>): Promise<string> {
  open = wendInTerminal(args, { cwd: folder, env: { COLORFGBG: '15;0', TMUX: '', ...env } })
  await open.exit
  return open.output
}

const marking = { WEND_PAGER: 'sed s/^/paged:/' }

describe('output taller than the screen', () => {
  test.each([['list'], ['check'], ['backlinks note-0'], ['list --json'], ['check --explain broken-link --width 20']])(
    'of wend %s goes to the pager',
    async (line) => {
      expect(await shown(line.split(' '), marking)).toContain('paged:')
    },
  )

  test('goes to none where none is wanted, or where it fits', async () => {
    expect(await shown(['list', '--no-pager'], marking)).not.toContain('paged:')
    expect(await shown(['list', '--limit', '2'], marking)).not.toContain('paged:')
    expect(await shown(['list'], { PAGER: 'cat' })).toContain('Note 59')
    expect(await shown(['list'], { PAGER: 'cat -n' })).toMatch(/ 1\t.*Note 0/)
  })

  test('is help, too, also where the configuration cannot be read', async () => {
    expect(await shown(['help', 'list'], marking)).toContain('paged:Usage: wend list')
    expect(await shown(['--help', '--no-pager'], marking)).not.toContain('paged:')
    mkdirSync(join(folder, '.wend'))
    writeFileSync(join(folder, '.wend', 'config.yaml'), 'pager: [')
    const help = await shown(['--help'], { PAGER: 'sed s/^/paged:/' })
    rmSync(join(folder, '.wend'), { recursive: true })
    expect(help).toContain('Usage: wend')
  })

  test('is the help of a topic, too, unless no pager is wanted', async () => {
    expect(await shown(['help', 'formats'], marking)).toContain('paged:What output')
    expect(await shown(['help', 'formats', '--no-pager'], marking)).toMatch(/^What output/)
  })

  test('finds LESS set as git sets it, unless it is set already', async () => {
    const env = { PAGER: "sh -c 'cat >/dev/null; echo LESS=$LESS'" }
    expect(await shown(['list'], env)).toContain('LESS=FRX')
    expect(await shown(['list'], { ...env, LESS: 'i' })).toContain('LESS=i')
  })

  test('is printed whole where the pager is not there', async () => {
    expect(await shown(['list'], { PAGER: 'no-such-pager' })).toContain('Note 59')
  })
})
