import { afterEach, describe, expect, test } from '@jest/globals'
import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type RealTerminal, wendInTerminal } from '../support/real-terminal.ts'
import { testEnvironment } from '../support/run-wend.ts'

const onUnix = process.platform === 'win32' ? describe.skip : describe

function garden(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'wend-watch-')))
  cpSync(resolve('test/vaults/garden'), folder, { recursive: true })
  return folder
}

/** `wend list --watch` in a pipe. */
function watching(cwd: string, args: readonly string[]) {
  const child: ChildProcess = spawn(process.execPath, [resolve('bin/wend.js'), 'list', '--watch', ...args], {
    cwd,
    env: testEnvironment(),
  })
  let out = ''
  child.stdout?.on('data', (data: Buffer) => (out += data.toString()))
  const exit = new Promise<number | null>((done) => child.on('exit', (code) => done(code)))
  const until = async (expected: RegExp): Promise<string> => {
    for (let turn = 0; turn < 750; turn++) {
      if (expected.test(out)) return out
      await new Promise((wait) => setTimeout(wait, 20))
    }
    throw new Error(`never printed ${String(expected)}:\n${out}`)
  }
  return { child, exit, until, output: () => out }
}

let terminal: RealTerminal | undefined
let child: ChildProcess | undefined
afterEach(() => {
  terminal?.end()
  child?.kill('SIGKILL')
})

onUnix('list --watch', () => {
  test('in a pipe prints the list again after a change, with an empty line between; Ctrl-C ends with 130', async () => {
    const cwd = garden()
    const run = watching(cwd, ['--format', 'paths', '--tag', 'NOT draft'])
    child = run.child
    await run.until(/water chemistry\.md\n$/)
    writeFileSync(join(cwd, 'zebra.md'), '# Zebra\n')
    const [first, second] = (await run.until(/\n\n[\s\S]*zebra\.md\n$/)).split('\n\n')
    expect(second).toBe(`${first ?? ''}\nzebra.md\n`)
    run.child.kill('SIGINT')
    expect(await run.exit).toBe(130)
  })

  test('as ndjson prints each note that changes, and says which are gone', async () => {
    const cwd = garden()
    const run = watching(cwd, ['--format', 'ndjson'])
    child = run.child
    const before = (await run.until(/Water chemistry.*\n$/)).length
    writeFileSync(join(cwd, 'espresso.md'), '# Ristretto\n')
    await run.until(/Ristretto.*\n/)
    rmSync(join(cwd, 'espresso.md'))
    await run.until(/"removed":true,"absPath":"[^"]*"\}\n$/)
    const told = run
      .output()
      .slice(before)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { readonly path: string; readonly removed?: boolean })
    expect(told.findLast(({ path, removed }) => path === 'espresso.md' && removed !== true)).toMatchObject({
      title: 'Ristretto',
    })
    expect(told.at(-1)).toMatchObject({ path: 'espresso.md', removed: true })
  })

  test('on a terminal paints the list anew, and cuts it at the height', async () => {
    const cwd = garden()
    terminal = wendInTerminal(['list', '--watch', '--sort', 'title'], { cwd, rows: 12 })
    await terminal.waitFor(/Brew ratio[\s\S]*… \d+ more lines\nwend: watching for changes; Ctrl-C ends/)
    writeFileSync(join(cwd, 'aardvark.md'), '# Aardvark\n')
    await terminal.waitFor(() => terminal?.screen[0]?.startsWith('Aardvark') === true)
    terminal.send('ctrl-c')
    expect((await terminal.exit).code).toBe(130)
  })
})
