import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { makeVault } from '../support/make-vault.ts'
import { RealTerminal } from '../support/real-terminal.ts'

const titles = [
  'Cold brew',
  'Coffee: a story',
  `It's "odd"`,
  'Save $5!',
  'Über (uns) & mehr',
  'Grüße\\Welt',
  '100% sure',
  'Mail@home',
  'Cost in $',
]
const cwd = makeVault({
  ...Object.fromEntries(
    titles.map((title, at) => [`n${at}.md`, `# ${title}\n\nWhat *it* says.\n\n## A part (${at})\n`]),
  ),
  '.wend/config.yml': 'views: {recent: --sort modified}\n',
  'sub dir/to do.md': '# To do\n\n- [x] sleep\n- [ ] call *Ann*\n',
  'sub dir/other.md': '---\ntags: [deep/er, plain]\n---\n\n# Other\n',
})

/** A `wend` that completes as the built one and notes in $WEND_ANSWERED that it did, and else says with which words it was called. */
function binaries(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wend-bin-'))
  const run = `"${process.execPath}" "${resolve('bin/wend.js')}"`
  const file = join(folder, 'wend')
  const completes = `[ "$1" = completion ] && { ${run} "$@"; echo >>"$WEND_ANSWERED"; exit; }`
  writeFileSync(file, `#!/bin/sh\n${completes}\nprintf 'called:'; printf '<%s>' "$@"; echo :end\n`)
  chmodSync(file, 0o755)
  return folder
}

const shells = {
  bash: { args: ['--norc', '--noprofile', '-i'], load: 'eval "$(wend completion bash)"; PS1="ready> "' },
  zsh: {
    args: ['-f', '-i'],
    load: 'autoload -Uz compinit; compinit -u -d "$HOME/.zcompdump"; eval "$(wend completion zsh)"; setopt nobeep; PS1="ready> "',
  },
  fish: {
    args: ['--no-config', '-i'],
    load: 'wend completion fish | source; function fish_prompt; echo -n "ready> "; end; set -g fish_greeting',
  },
} as const
type ShellName = keyof typeof shells

const path = `${binaries()}:${process.env['PATH'] ?? ''}`
const wait = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds))

/** A shell that wend completes in. What one test typed was sent, so the next goes on in it; where a test failed, another is opened. */
interface OpenShell {
  readonly shell: ShellName
  readonly terminal: RealTerminal
  readonly answered: string
  isAtPrompt: boolean
}
let opened: OpenShell | undefined
afterAll(() => opened?.terminal.end())

const prompt = /^ready>\s*$/
const lastLine = ({ screen }: RealTerminal): string => screen.findLast((line) => line.trim() !== '') ?? ''

async function open(shell: ShellName): Promise<OpenShell> {
  if (opened?.shell === shell && opened.isAtPrompt) return opened
  opened?.terminal.end()
  const home = mkdtempSync(join(tmpdir(), 'wend-shell-'))
  const answered = join(home, 'answered')
  const terminal = new RealTerminal(shell, shells[shell].args, {
    cwd,
    env: {
      PATH: path,
      HOME: home,
      LANG: 'C.UTF-8',
      LC_ALL: 'C.UTF-8',
      XDG_CONFIG_HOME: join(home, 'c'),
      WEND_ANSWERED: answered,
    },
    columns: 140,
    rows: 40,
  })
  opened = { shell, terminal, answered, isAtPrompt: false }
  terminal.send(shells[shell].load, 'enter')
  await terminal.waitFor(() => prompt.test(lastLine(terminal)))
  return opened
}

const answersIn = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '')

/** Waits until the shell has had its answer and has stood still since, or for 1.5 s where it asks for none. */
async function completed({ terminal, answered }: OpenShell, before: string): Promise<void> {
  for (const end = Date.now() + 1500; answersIn(answered) === before && Date.now() < end;) await wait(20)
  for (let last = ''; last !== terminal.output;) {
    last = terminal.output
    await wait(150)
  }
}

/** The words with which wend is called after a line is typed, completed and sent. */
async function called(shell: ShellName, ...keys: readonly string[]): Promise<string> {
  const seen = await open(shell)
  const { terminal, answered } = seen
  const start = terminal.output.length
  seen.isAtPrompt = false
  for (const key of keys) {
    const before = answersIn(answered)
    terminal.send(key)
    // A shell works on a TAB while the answer is made.
    await (key === 'tab' ? completed(seen, before) : wait(50))
  }
  terminal.send('enter')
  const call = (): string | undefined => /called:([^]*?):end/.exec(terminal.output.slice(start))?.[1]
  await terminal.waitFor(() => call() !== undefined && prompt.test(lastLine(terminal)))
  seen.isAtPrompt = true
  return call() ?? ''
}

for (const shell of ['bash', 'zsh', 'fish'] as const) {
  const has = spawnSync(shell, ['--version']).status === 0
  if (!has) console.warn(`skipped: completion in ${shell}, which is not installed`)
  const inShell = has ? test : test.skip

  describe(`in ${shell}`, () => {
    inShell.each([
      [['show col', 'tab'], '<show><Cold brew>'],
      [['show ', "it\\'", 'tab'], `<show><It's "odd">`],
      [['show sav', 'tab'], '<show><Save $5!>'],
      [['show über', 'tab'], '<show><Über (uns) & mehr>'],
      [['show grü', 'tab'], '<show><Grüße\\Welt>'],
      [['show 100', 'tab'], '<show><100% sure>'],
      [['show Mail@h', 'tab'], '<show><Mail@home>'],
      [['show "Coffee: a', 'tab'], '<show><Coffee: a story>'],
      [['show "Sav', 'tab'], '<show><Save $5!>'],
      [['show Coffee:\\ a', 'tab'], '<show><Coffee: a story>'],
      [['show "Cold brew#A', 'tab'], '<show><Cold brew#A part (0)>'],
      [['tasks done su', 'tab'], '<tasks><done><sub dir/to do.md:4>'],
      [['tasks done sub\\ dir/to\\ do.md:', 'tab'], '<tasks><done><sub dir/to do.md:4>'],
      [['tasks done "To do:', 'tab'], '<tasks><done><To do:4>'],
      [['set other tag', 'tab', 'x'], '<set><other><tags=x>'],
    ])('wend %j calls %s', async (keys, expected) => {
      const [first = '', ...rest] = keys
      expect(await called(shell, `wend ${first}`, ...rest)).toBe(expected)
    })

    inShell.each([
      ['show zzz nothing', '<show><zzz><nothing>'],
      ['show "no such', '<show><no such>'],
      ['show co', '<show><co>'],
      ['--color al', '<--color><always>'],
      ['check --explain broken-l', '<check><--explain><broken-link>'],
      ['list -f nd', '<list><-f><ndjson>'],
      ['trash em', '<trash><empty>'],
      ['config get dail', '<config><get><daily.>'],
      ['list --tag deep', '<list><--tag><deep/er>'],
      ['list @re', '<list><@recent>'],
      ['export other -o n0', '<export><other><-o><n0.md>'],
      ['export other -o sub', '<export><other><-o><sub dir>'],
    ])('after wend %s and a TAB nothing is lost: %s', async (typed, expected) => {
      const end = typed.includes('"') ? '"' : ''
      const words = await called(shell, `wend ${typed}`, 'tab', end)
      // Shells differ in whether they go on to the first of several.
      expect(words.toLowerCase().startsWith(expected.toLowerCase().replace(/>$/, ''))).toBe(true)
    })
  })
}
