import { afterEach, describe, expect, test } from '@jest/globals'
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { RealTerminal, wendInTerminal } from '../../support/real-terminal.ts'

/** Windows has no signals and no jobs; there the tables of keys are the tests of the reader. */
const onUnix = process.platform === 'win32' ? describe.skip : describe

let open: RealTerminal | undefined
afterEach(() => open?.end())

function garden(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'wend-browse-')))
  cpSync(resolve('test/vaults/garden'), folder, { recursive: true })
  return folder
}

async function reader(args: readonly string[] = ['browse'], cwd = garden()): Promise<RealTerminal> {
  open = wendInTerminal(args, { cwd, env: { XDG_STATE_HOME: join(cwd, '.state') } })
  await open.waitFor(/1 Topics/)
  return open
}

/** The shell itself takes pastes in brackets, so that is not asked of a terminal that a shell has again. */
function isRestored(terminal: RealTerminal, pastes = true): boolean {
  const last = (on: string, off: string): boolean => terminal.output.lastIndexOf(off) > terminal.output.lastIndexOf(on)
  return (
    !terminal.isFullScreen &&
    last('\u001b[?1000h', '\u001b[?1000l') &&
    (!pastes || last('\u001b[?2004h', '\u001b[?2004l')) &&
    last('\u001b[?25l', '\u001b[?25h') &&
    last('\u001b[?7l', '\u001b[?7h')
  )
}

onUnix('the reader in a terminal', () => {
  test('plain wend opens it; q gives the terminal back and exits 0', async () => {
    const terminal = await reader([])
    expect(terminal.isFullScreen).toBe(true)
    terminal.send('q')
    expect((await terminal.exit).code).toBe(0)
    await terminal.waitFor(() => isRestored(terminal))
  })

  test('reads, follows a link, goes back, and is there again the next time', async () => {
    const cwd = garden()
    const terminal = await reader(['browse', 'espresso'], cwd)
    await terminal.waitFor(/A shot is a race/)
    terminal.send('tab', 'enter')
    await terminal.waitFor(/Finer grounds give up/)
    terminal.send('backspace')
    await terminal.waitFor(/A shot is a race/)
    terminal.send('q')
    await terminal.exit
    const again = await reader(['browse'], cwd)
    await again.waitFor(/A shot is a race/)
  })

  test('shows what is written folded by its title, until it is unfolded', async () => {
    const cwd = garden()
    const folded =
      '# Espresso\n\nHot.\n\n<details><summary>Cleaning</summary>\n\n> [!tip]- Milk\n> Sour\n\n</details>\n'
    writeFileSync(join(cwd, 'espresso.md'), folded)
    const terminal = await reader(['browse', 'espresso'], cwd)
    await terminal.waitFor(/▸ Cleaning/)
    terminal.send('tab', 'enter')
    await terminal.waitFor(/▾ Cleaning/)
    await terminal.waitFor(/┃ ▸ (?:Tip: )?Milk/)
    terminal.send('/', 'sour', 'enter')
    await terminal.waitFor(/┃ Sour/)
    terminal.send('q', 'q')
  })

  test('a note that changes behind it is shown anew, and found by its new words', async () => {
    const cwd = garden()
    const terminal = await reader(['browse', 'espresso'], cwd)
    await terminal.waitFor(/A shot is a race/)
    writeFileSync(join(cwd, 'espresso.md'), '# Espresso\n\nLeopards drink it too.\n')
    await terminal.waitFor(/Leopards drink it too/)
    terminal.send('s', 'leopards')
    await terminal.waitFor(/search: leopards/)
    await terminal.waitFor(() => /Espresso/.test(terminal.screen.slice(1, 5).join('\n')))
    terminal.send('escape', 'q')
  })

  test('creates, renames and removes a note, and takes it back', async () => {
    const cwd = garden()
    const terminal = await reader(['browse', 'espresso'], cwd)
    await terminal.waitFor(/A shot is a race/)
    terminal.send('n', 'Moka pot', 'enter')
    await terminal.waitFor(/created moka-pot\.md/)
    expect(existsSync(join(cwd, 'moka-pot.md'))).toBe(true)
    terminal.send('R', 's', 'enter')
    await terminal.waitFor(/renamed, /)
    expect(existsSync(join(cwd, 'moka-pots.md'))).toBe(true)
    terminal.send('D')
    await terminal.waitFor(/remove "Moka pots"\?/)
    terminal.send('y')
    await terminal.waitFor(/in the trash/)
    expect(existsSync(join(cwd, 'moka-pots.md'))).toBe(false)
    terminal.send('u')
    await terminal.waitFor(/undo: put moka-pots\.md in the trash/)
    expect(existsSync(join(cwd, 'moka-pots.md'))).toBe(true)
    await terminal.waitFor(() => terminal.screen[0]?.includes('Moka pots') === true)
    terminal.send('u')
    await terminal.waitFor(/undo: move /)
    await terminal.waitFor(() => /Moka pot(?!s)/.test(terminal.screen[0] ?? ''))
    expect(existsSync(join(cwd, 'moka-pot.md'))).toBe(true)
    terminal.send('q')
  })

  test('searches as you type, and Enter reads the best hit', async () => {
    const terminal = await reader()
    terminal.send('s', 'sour')
    await terminal.waitFor(/search: sour/)
    await terminal.waitFor(/Extraction/)
    terminal.send('enter')
    await terminal.waitFor(/How much of the bean/)
  })

  test('backlinks with their sentence, the graph, the outline and the keys', async () => {
    const terminal = await reader(['browse', 'extraction'])
    await terminal.waitFor(/How much of the bean/)
    terminal.send('b')
    await terminal.waitFor(/Linked from[\s\S]*Twelve hours, no heat/)
    terminal.send('escape')
    await terminal.waitFor(/How much of the bean/)
    terminal.send('g')
    await terminal.waitFor(/╭─+╮[\s\S]*Extraction[\s\S]*╰─+╯/)
    terminal.send('o')
    await terminal.waitFor(/Outline[\s\S]*Over-extraction/)
    terminal.send('?')
    await terminal.waitFor(/Keys[\s\S]*Shift-Tab/)
  })

  test('edits in $EDITOR and shows the changed note', async () => {
    const cwd = garden()
    const editor = join(cwd, 'editor.sh')
    writeFileSync(editor, '#!/bin/sh\nprintf "\\nWritten just now.\\n" >> "$1"\n')
    chmodSync(editor, 0o755)
    open = wendInTerminal(['browse', 'iced-coffee'], { cwd, env: { EDITOR: editor } })
    await open.waitFor(/1 Topics/)
    open.send('s', 'written')
    await open.waitFor(/search: written +nothing found$/m)
    open.send('escape')
    await open.waitFor(/q quit/)
    open.send('e')
    await open.waitFor(/Written just now/)
    expect(open.isFullScreen).toBe(true)
    open.send('s', 'written')
    await open.waitFor(/search: written +1 note$/m)
    expect(readFileSync(join(cwd, 'iced-coffee.md'), 'utf8')).toContain('Written just now')
  })

  test('Enter opens a selected address with the opener of the system; nothing else does', async () => {
    const cwd = garden()
    writeFileSync(join(cwd, 'site.md'), 'See <https://example.org/a?b=1&c> and <javascript:alert(1)>.\n')
    const opener = join(cwd, 'xdg-open')
    writeFileSync(opener, '#!/bin/sh\nprintf "%s|%s" "$#" "$1" > opened.txt\n')
    chmodSync(opener, 0o755)
    open = wendInTerminal(['browse', 'site'], { cwd, env: { PATH: `${cwd}:${process.env['PATH'] ?? ''}` } })
    await open.waitFor(/│ {3}See/)
    open.send('tab')
    await open.waitFor(/^ https:\/\/example\.org\/a\?b=1&c {2}Enter opens it {2}y copies it/m)
    expect(existsSync(join(cwd, 'opened.txt'))).toBe(false)
    open.send('enter')
    await open.waitFor(/opened https/)
    expect(open.isFullScreen).toBe(true)
    expect(readFileSync(join(cwd, 'opened.txt'), 'utf8')).toBe('1|https://example.org/a?b=1&c')
  })

  test('says so where the system has no opener', async () => {
    const cwd = garden()
    writeFileSync(join(cwd, 'site.md'), 'See <https://example.org/>.\n')
    open = wendInTerminal(['browse', 'site'], { cwd, env: { PATH: cwd } })
    await open.waitFor(/│ {3}See/)
    open.send('tab', 'enter')
    await open.waitFor(/nothing opens addresses here/)
    expect(open.isFullScreen).toBe(true)
  })

  test('follows the size of the terminal, down to a narrow one', async () => {
    const terminal = await reader(['browse', 'espresso'])
    await terminal.waitFor(/A shot is a race/)
    terminal.resize(50, 12)
    await terminal.waitFor(() => terminal.screen.length === 12 && /A shot is a race/.test(terminal.screen.join('\n')))
    terminal.send('left')
    await terminal.waitFor(/1 Topics 2 Notes 3 Linked/)
    terminal.resize(120, 30)
    await terminal.waitFor(/│ Espresso/)
  })

  test('a press of the mouse selects, and the wheel scrolls the list', async () => {
    const terminal = await reader()
    terminal.send('2')
    await terminal.waitFor(() => terminal.screen[1]?.startsWith('›Brew ratio') === true)
    const row = terminal.screen.findIndex((line) => line.includes('Water chemistry'))
    terminal.send(`\u001b[<0;5;${row + 1}M\u001b[<0;5;${row + 1}m`)
    await terminal.waitFor(/│ Water chemistry/)
  })

  test('pasted text is searched for, never taken for keys', async () => {
    const terminal = await reader()
    terminal.send('\u001b[200~quick brew\u001b[201~')
    await terminal.waitFor(/search: quick brew/)
  })

  test('copies a link by way of the terminal', async () => {
    const terminal = await reader(['browse', 'espresso'])
    await terminal.waitFor(/A shot is a race/)
    terminal.send('y')
    await terminal.waitFor(/copied \[\[Espresso\]\]/)
    expect(terminal.output).toContain(`\u001b]52;c;${Buffer.from('[[Espresso]]').toString('base64')}\u0007`)
  })
})

onUnix('the terminal is given back', () => {
  test.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGINT', 130],
    ['SIGQUIT', 131],
  ] as const)('on %s', async (signal, code) => {
    const terminal = await reader()
    process.kill(terminal.pid, signal)
    expect((await terminal.exit).code).toBe(code)
    await terminal.waitFor(() => isRestored(terminal))
  })

  test('on Ctrl-C', async () => {
    const terminal = await reader()
    terminal.send('ctrl-c')
    expect((await terminal.exit).code).toBe(130)
    await terminal.waitFor(() => isRestored(terminal))
  })

  test('while it is suspended in a shell, and taken again by fg', async () => {
    const cwd = garden()
    open = new RealTerminal('bash', ['--norc', '-i'], { cwd, env: { PS1: 'shell> ' } })
    await open.waitFor(/shell> /)
    open.send(`${process.execPath} ${resolve('bin/wend.js')} browse\r`)
    await open.waitFor(/1 Topics/)
    open.send('ctrl-z')
    await open.waitFor(/Stopped/)
    await open.waitFor(() => open !== undefined && isRestored(open, false))
    open.send('fg\r')
    await open.waitFor(/1 Topics/)
    expect(open.isFullScreen).toBe(true)
    open.send('q')
    await open.waitFor(() => open !== undefined && !open.isFullScreen)
    open.send('echo $?\r')
    await open.waitFor(/^0$/m)
  })
})

onUnix('besides', () => {
  test('Ctrl-Z comes straight back where nobody could continue the program', async () => {
    const terminal = await reader()
    terminal.send('ctrl-z')
    await terminal.waitFor(() => terminal.output.split('\u001b[?1049h').length === 3)
    terminal.send('?')
    await terminal.waitFor(/Shift-Tab/)
  })

  test('a walk asks for numbers and prints its trail at the end', async () => {
    open = wendInTerminal(['wander', 'espresso', '--save', 'walk.md'], { cwd: garden() })
    await open.waitFor(/Espresso: 1-4 to go, r random, q ends > /)
    open.send('9\r')
    await open.waitFor(/choose a number from 1 to 4/)
    open.send('1\r')
    await open.waitFor(/b back, q ends > /)
    open.send('b\r')
    await open.waitFor(/\(visited\)/)
    open.send('q\r')
    await open.waitFor(/saved the trail in walk\.md/)
    expect((await open.exit).code).toBe(0)
  })

  test('a walk that could not be saved does not begin', async () => {
    const cwd = garden()
    writeFileSync(join(cwd, 'walk.md'), 'mine')
    open = wendInTerminal(['wander', 'espresso', '--save', 'walk.md'], { cwd })
    await open.waitFor(/walk\.md exists already/)
    expect((await open.exit).code).toBe(1)
    expect(readFileSync(join(cwd, 'walk.md'), 'utf8')).toBe('mine')
  })

  test('a walk shows mathematics, and ends with its trail at the end of the input', async () => {
    const cwd = garden()
    writeFileSync(join(cwd, 'ratio.md'), 'The ratio $x^2$ is that of [[espresso]].\n')
    open = wendInTerminal(['wander', 'ratio'], { cwd })
    await open.waitFor(/→ The ratio x² is that of/)
    open.send('1\r')
    await open.waitFor(/Espresso: /)
    open.send('\u0004')
    await open.waitFor(/ 1 {2}ratio[\s\S]* 2 {2}Espresso/)
    expect((await open.exit).code).toBe(0)
  })

  test('in a pipe, wend lists and browse says why not', async () => {
    const cwd = garden()
    open = new RealTerminal(
      'sh',
      [
        '-c',
        `"${process.execPath}" "${resolve('bin/wend.js')}" | head -1; "${process.execPath}" "${resolve('bin/wend.js')}" browse </dev/null; echo end $?`,
      ],
      { cwd },
    )
    await open.waitFor(/end 2/)
    expect(open.output).toContain('browse needs a terminal')
    expect(open.output).not.toContain('\u001b[?1049h')
  })
})
