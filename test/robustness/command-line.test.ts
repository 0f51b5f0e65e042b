import { describe, expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { makeVault } from '../support/make-vault.ts'
import { runWend, testEnvironment } from '../support/run-wend.ts'

const cwd = makeVault({
  'a.md': '---\ntags: [hot]\n---\n\n# A\n\n[[b]]\n',
  'b.md': '# B\n',
  '--help.md': '# Dash\n',
  '-n.md': '# -n\n\n[[a]]\n',
  'binary.md': Buffer.from([0x61, 0, 0x62]),
})

describe('what makes no sense is told with what to do next, and nothing on stdout', () => {
  test.each<[readonly string[], RegExp]>([
    [['show', ''], /^wend: the name of the note is empty\n.*wend list/],
    [['links', ' '], /the name of the note is empty/],
    [['check', ''], /the path to check is empty/],
    [['-C', '', 'list'], /--vault is empty/],
    [['--vault=', 'list'], /--vault is empty/],
    [[''], /the command is empty\n.*wend --help/],
    [['z'], /unknown command "z"\n\s+search notes with/],
    [['serach', 'x'], /did you mean "wend search"\?/],
    [['\u001b[2J'], /unknown command "\^\[\[2J"/],
    [['list', '--\u202e'], /unknown option '--<U\+202E>'/],
    [
      ['show'],
      /missing required argument 'notes'\n\s+such as: wend show "Grouped Query Attention"\n\s+all options: wend show --help/,
    ],
    [['tag', 'list'], /"list" is not something to do with tags\n.*wend tags lists them/],
    [['-q', 'alias', '--dry-run', 'list'], /"list" is not something to do with aliases/],
    [['alias', 'list'], /"list" is not something to do with aliases/],
    [['tag', 'rename'], /missing required argument 'what'/],
    [['show', '-n.md'], /unknown option '-n\.md'\n\s+put -- before/],
    [['list', '-n', '0'], /--limit needs a whole number of at least 1, not "0"/],
    [['list', '-n', '-5'], /not "-5"/],
    [['list', '-n', 'x'], /not "x"/],
    [['list', '-n', ''], /not ""/],
    [['list', '--match', ' '], /--match needs words/],
    [['list', '--created', '2026-02-30'], /does not understand the date "2026-02-30"/],
    [['list', '--created', ''], /does not understand the date/],
    [['list', '--created', '2024-13-01'], /does not understand the date "2024-13-01"/],
    [['list', '--where', '='], /a key was expected here\n[^]*column 1 of --where/],
    [['list', '-f', '{{title'], /name in braces, such as \{\{title\}\}/],
    [['list', '-f', '{{ti tle}}'], /name in braces/],
    [['list', '-f', '{{nope}}'], /no field "nope" to fill in\n\s+fields: path, title/],
    [['check', '--only', 'zzz'], /no problem has the code "zzz"\n/],
    [['check', '--only', 'broken-lin'], /did you mean "broken-link"\?/],
    [['show', 'binary'], /cannot read binary\.md: it holds NUL bytes/],
    [['show', `${'x'.repeat(5000)}.md`], /^wend: no note named "x{100}…"/],
    [['mv', 'a', `${'x'.repeat(5000)}.md`], /too long/],
  ])('wend %j', async (args, message) => {
    const { exit, stdout, stderr } = await runWend(args, { cwd })
    expect({ exit: exit === 0 ? 0 : 'not 0', stdout, stderr }).toEqual({
      exit: 'not 0',
      stdout: '',
      stderr: expect.stringMatching(message),
    })
  })

  test.each([
    ['', 'does not understand ""'],
    [' ', 'does not understand " "'],
    ['NOT', 'NOT needs something after it'],
    ['AND', 'AND needs something before it'],
    ['hot OR', 'OR needs something after it'],
    ['OR hot', 'OR needs something before it'],
    ['(hot', 'this parenthesis is never closed'],
    ['-', 'a tag was expected here'],
    ['!', 'a tag was expected here'],
  ])('--tag %j', async (tag, message) => {
    const { exit, stderr } = await runWend(['list', '--tag', tag], { cwd })
    expect([exit, stderr]).toEqual([2, expect.stringContaining(message)])
  })
})

describe('what looks like an option', () => {
  test.each([
    [['show', '--plain', '--', '--help'], 'Dash'],
    [['show', '--plain', './--help.md'], 'Dash'],
    [['show', '--plain', '--', '-n'], '-n'],
  ])('is a note: wend %j', async (args, title) => {
    const { exit, stdout } = await runWend(args, { cwd })
    expect([exit, stdout]).toEqual([0, expect.stringMatching(new RegExp(`^${title}\\n`))])
  })

  test('braces beside a field are only braces', async () => {
    expect((await runWend(['list', '-f', '{{{title}}}', '--tag', 'hot'], { cwd })).stdout).toBe('{A}\n')
  })

  test('help explains itself', async () => {
    expect(await runWend(['help', 'help'], { cwd })).toEqual(await runWend(['help'], { cwd }))
  })
})

test.each(['--version', '--help', 'list --json', 'completion bash', 'show a'])(
  'on a full disk wend %s says that the output could not be written',
  (args) => {
    if (!existsSync('/dev/full')) return
    const { status, stderr } = spawnSync('sh', ['-c', `node ${resolve('bin/wend.js')} ${args} > /dev/full`], {
      cwd,
      env: testEnvironment(),
      encoding: 'utf8',
    })
    expect([status, stderr]).toEqual([2, 'wend: cannot write the output: no space left on the disk (ENOSPC)\n'])
  },
)

test.each(['', '<&-', '>&-', '2>&-', '<&- >&- 2>&-'])('closed streams are no reason to fail: %j', (redirection) => {
  const { status } = spawnSync('sh', ['-c', `node ${resolve('bin/wend.js')} list ${redirection}`], {
    cwd,
    env: testEnvironment(),
  })
  expect(status).toBe(0)
})
