import { afterEach, describe, expect, test } from '@jest/globals'
import { cpSync, mkdtempSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { RealTerminal, wendInTerminal } from '../../support/real-terminal.ts'

const onUnix = process.platform === 'win32' ? describe.skip : describe

const question = '\u001b]11;?'
const answer = '\u001b]11;rgb:ffff/ffff/ffff\u001b\\\u001b[?62;22c'

let open: RealTerminal | undefined
afterEach(() => open?.end())

function garden(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'wend-ask-')))
  cpSync(resolve('test/vaults/garden'), folder, { recursive: true })
  return folder
}

onUnix('the question for the background', () => {
  test('is answered late, and no character of the answer is left for the shell', async () => {
    const cwd = garden()
    const show = `"${process.execPath}" "${resolve('bin/wend.js')}" show espresso --no-pager`
    const shell = `${show}; read -r -t 1 -n 40 typed; echo "typed [$typed]"`
    open = new RealTerminal('bash', ['--norc', '-c', shell], { cwd, isSilent: true })
    await open.waitFor(() => open?.output.includes(question) === true)
    await new Promise((done) => setTimeout(done, 1_500))
    open.send(answer)
    await open.waitFor(/typed \[\]/)
    expect(open.output).toContain('Espresso')
  })

  test('is waited for longer where the terminal is known to answer, as tmux is on a busy machine', async () => {
    const cwd = garden()
    const show = `"${process.execPath}" "${resolve('bin/wend.js')}" show espresso --no-pager`
    const shell = `${show}; read -r -t 1 -n 40 typed; echo "typed [$typed]"`
    open = new RealTerminal('bash', ['--norc', '-c', shell], { cwd, isSilent: true, env: { TMUX: '/tmp/tmux,1,0' } })
    await open.waitFor(() => open?.output.includes(question) === true)
    await new Promise((done) => setTimeout(done, 4_000))
    expect(open.output).not.toContain('Espresso')
    open.send(answer)
    await open.waitFor(/typed \[\]/)
    expect(open.output).toContain('Espresso')
  })

  test('is answered after a note was picked, which leaves the terminal paused', async () => {
    const bin = mkdtempSync(join(tmpdir(), 'wend-no-fzf-'))
    const options = { cwd: garden(), isSilent: true, env: { PATH: bin } }
    open = wendInTerminal(['show', '--pick', '--no-pager'], options)
    await open.waitFor(/Espresso/)
    open.send('espresso')
    await open.waitFor(/1\/\d+/)
    open.send('\r')
    await open.waitFor(() => open?.output.includes(question) === true)
    open.send(answer)
    await open.waitFor(/Cold brew/)
    expect((await open.exit).code).toBe(0)
  })

  test('is not asked again where it was not answered; an answer after all is no typing', async () => {
    const cwd = garden()
    const options = { cwd, isSilent: true, env: { XDG_CACHE_HOME: join(cwd, '.cache') } }
    open = wendInTerminal(['browse', 'espresso'], options)
    await open.waitFor(/A shot is a race/)
    open.send(answer)
    open.send('down')
    await open.waitFor(/Espresso +\d+ %|Espresso/)
    expect(open.screen.at(-1)).toMatch(/Tab link/)
    expect(open.screen.join('\n')).not.toMatch(/rgb|search:/)
    open.send('q')
    expect((await open.exit).code).toBe(0)
    const again = wendInTerminal(['browse', 'espresso'], options)
    open = again
    await again.waitFor(/A shot is a race/)
    expect(again.output).not.toContain(question)
  })

  test('is left by Ctrl-C', async () => {
    open = wendInTerminal(['show', 'espresso'], { cwd: garden(), isSilent: true })
    await open.waitFor(() => open?.output.includes(question) === true)
    open.send('ctrl-c')
    const { code, signal } = await open.exit
    expect(signal === 2 ? 130 : code).toBe(130)
  })
})
