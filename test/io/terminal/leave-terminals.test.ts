import { afterEach, describe, expect, test } from '@jest/globals'
import { resolve } from 'node:path'
import { RealTerminal } from '../../support/real-terminal.ts'

const onUnix = process.platform === 'win32' ? describe.skip : describe

const wend = `"${process.execPath}" "${resolve('bin/wend.js')}"`

let open: RealTerminal | undefined
afterEach(() => open?.end())

/** What a shell prints in a terminal, to its end. */
async function printed(script: string): Promise<string> {
  open = new RealTerminal('bash', ['--norc', '-c', `${script}; echo all done`], { cwd: resolve('test/vaults/garden') })
  await open.waitFor(/all done/)
  return open.output
}

// Another program of the pipe, such as fzf, sets the terminal while wend runs.
onUnix('the modes of the terminal', () => {
  test('are not set back to what they were when wend began behind a program that has set them since', async () => {
    const shown = await printed(
      `(stty raw -echo </dev/tty; sleep 1; stty sane </dev/tty; echo espresso) | ${wend} links - --format '{{target}}'; stty -a </dev/tty`,
    )
    expect(shown).toContain('grind size')
    expect(shown).toMatch(/\sopost.*\sicanon/s)
  })

  test('are not set back to what they were when wend began before a program that has set them since', async () => {
    const shown = await printed(
      `(sleep 1; echo espresso) | ${wend} links - | (sleep 0.5; stty raw -echo </dev/tty; cat >/dev/null; sleep 0.5; stty -a </dev/tty; stty sane </dev/tty)`,
    )
    expect(shown).toMatch(/-opost.*-icanon/s)
  })
})
