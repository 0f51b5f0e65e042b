import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, test } from '@jest/globals'
import { bashReplies, readTypedLine } from '../../src/commands/completion/shell-line.ts'
import { makeContext } from '../../src/cli/context.ts'
import type { Process } from '../../src/cli/process.ts'
import { completionValues } from '../../src/commands/completion/values.ts'
import { terminalFacts } from '../../src/io/terminal/terminal.ts'
import { makeVault } from '../support/make-vault.ts'
import { runWend, testEnvironment } from '../support/run-wend.ts'

describe('a line as typed', () => {
  test.each([
    ['wend show Cold\\ b', ['show'], { value: 'Cold b', quote: '', kept: 0 }],
    ['wend show "Cold b', ['show'], { value: 'Cold b', quote: '"', kept: 0 }],
    ["wend show 'it", ['show'], { value: 'it', quote: "'", kept: 0 }],
    ['wend show a:b', ['show'], { value: 'a:b', quote: '', kept: 2 }],
    ['wend show a\\:b', ['show'], { value: 'a:b', quote: '', kept: 0 }],
    ['wend show "a" ', ['show', 'a'], { value: '', quote: '', kept: 0 }],
    ['wend show x"y z', ['show'], { value: 'xy z', quote: '"', kept: 1 }],
    ['wend show "\\$5 \\n', ['show'], { value: '$5 \\n', quote: '"', kept: 0 }],
    ['wend', [], { value: 'wend', quote: '', kept: 0 }],
  ])('%j', (line, before, current) => {
    expect(readTypedLine(line, 'bash', ' :="\'')).toEqual({ before, current })
  })

  test('in fish a backslash counts within single quotes', () => {
    expect(readTypedLine("wend show 'it\\'s", 'fish').current.value).toBe("it's")
    expect(readTypedLine("wend show 'it\\'s", 'bash').current.value).toBe('it\\s')
  })
})

describe('bash replaces a word', () => {
  const replies = (line: string, ...names: string[]): readonly string[] =>
    bashReplies(readTypedLine(line, 'bash', ' :="\'').current, names)

  test.each([
    ['wend show col', ['Cold brew'], ['Cold\\ brew ']],
    ['wend show "col', ['Cold brew'], ['Cold brew']],
    ["wend show 'it", ["It's"], ["It'\\''s"]],
    ['wend show "sa', ['Save $5!'], [`Save \\$5"'!'""`]],
    ['wend show Gpt:\\ a', ['GPT: a story'], ['\\ a\\ story ']],
    ['wend show Cold', ['Cold#'], ['Cold\\#']],
    ['wend show zzz', ['Cold brew'], []],
    ['wend set a sta', ['status='], ['status=']],
    ['wend show a', ['a=b'], ['a\\=b ']],
  ])('%j, %j', (line, names, expected) => {
    expect(replies(line, ...names)).toEqual(expected)
  })

  test('by several that differ in letter case without losing what was typed', () => {
    expect(replies('wend show aa b', 'Aa c')).toEqual([])
    expect(replies('wend show aa', 'Aab', 'AAc')).toEqual(['aab', 'aac'])
    expect(replies('wend show aa', 'Aab', 'Aac')).toEqual(['Aab', 'Aac'])
  })
})

describe('what may come next', () => {
  const home = mkdtempSync(join(tmpdir(), 'wend-complete-'))
  mkdirSync(join(home, 'wend'))
  writeFileSync(
    join(home, 'wend/config.yml'),
    'aliases: {inbox: list --tag inbox, sh: "!ls", loop: loup, loup: loop}\nvaults: {work: /tmp}\n',
  )
  const cwd = makeVault({
    'a.md':
      '---\nsummary: "What *it* says."\ntags: [deep/er]\nstatus: draft\naliases: [Alpha]\n---\n\n# A note\n\n## Part\n\nText. ^b1\n',
    'x/same.md': '# Same\n',
    'y/same.md': '# Same\n',
    '.wend/templates/meeting.md': '# {{title}}\n',
    'to do.md': '# Work: now\n\n- [ ] call *Ann*\n- [x] slept\n- [ ] buy milk\n',
  })
  const offered = async (...words: string[]): Promise<readonly string[]> => {
    const asked = words.map((word) => `:${word}`)
    const { stdout } = await runWend(['completion', '--for', ...asked], { cwd, env: { XDG_CONFIG_HOME: home } })
    return stdout.split('\n').slice(0, -1)
  }

  test.each([
    [
      ['show', 'a'],
      ['A note', 'Alpha'],
    ],
    [['show', 'sam'], ['Same']],
    [['show', 'x/'], ['x/same.md']],
    [
      ['show', 'a#'],
      ['a#A note', 'a#Part', 'a#^b1'],
    ],
    [['show', '--', '-'], []],
    [['tasks', ''], ['done']],
    [
      ['tasks', 'done', ''],
      ['to do.md:3', 'to do.md:5'],
    ],
    [['tasks', 'done', 'to do.md:5', 'TO'], ['to do.md:3']],
    [
      ['tasks', 'done', 'work'],
      ['Work: now:3', 'Work: now:5'],
    ],
    [['tasks', 'list', ''], []],
    [['list', '--tag', 'x, NOT de'], ['x, NOT deep/er']],
    [['list', '--format=nd'], ['--format=ndjson']],
    [['list', '--sort', 'sta'], ['status']],
    [['unset', 'nowhere', 'sta'], ['status']],
    [
      ['-C', 'wo'],
      ['\tfolders', 'work'],
    ],
    [['--color', 'n'], ['never']],
    [['new', '--template', ''], ['meeting']],
    [['new', '--dir', 'x'], ['x/']],
    [['check', '--only', 'broken-link,orp'], ['broken-link,orphan']],
    [['check', 'x'], ['\tfiles']],
    [['append', 'a', '--section', 'p'], ['Part']],
    [['inb'], ['inbox']],
    [['inbox', '--limi'], ['--limit']],
    [['sh', ''], ['\tfiles']],
    [['loop', ''], ['\tfiles']],
    [['help', 'env'], ['environment']],
    [['config', 'un'], ['unset']],
    [['config', 'set', 'daily.d'], ['daily.dir']],
    [['nonsense', 'lis'], ['list']],
    [
      ['config', 'set', 'dates', ''],
      ['file', 'front-matter', 'git'],
    ],
    [['config', 'set', '--in-vault', 'list.oneline', 'p'], ['piped']],
    [['config', 'set', 'theme.name', 'd'], ['dark']],
    [
      ['config', 'set', 'keep-updated', ''],
      ['true', 'false'],
    ],
    [['config', 'set', 'check.rules.orphan', 'of'], ['off']],
    [['config', 'set', 'links.dialect', 'mkd'], ['mkdocs']],
    [['config', 'set', 'daily.dir', ''], []],
    [['config', 'get', 'dates', ''], []],
    [['set', 'a', 'sta'], ['status=']],
    [['set', 'a', 'status=x', 'al'], ['aliases=']],
    [['list', '--where', 'sta'], ['status']],
    [['list', '--where', 'words<9 AND NOT sta'], ['words<9 AND NOT status']],
    [['list', '--where=sta'], ['--where=status']],
  ])('%j: %j', async (words, expected) => {
    expect(await offered(...words)).toEqual(expected)
  })

  test('is described as readers see it', async () => {
    const { stdout } = await runWend(['completion', '--describe', '--for', ':show', ':a '], { cwd })
    expect(stdout).toBe('A note\tWhat it says.\n')
    const tasks = await runWend(['completion', '--describe', '--for', ':tasks', ':done', ':'], { cwd })
    expect(tasks.stdout).toBe('to do.md:3\tcall Ann\nto do.md:5\tbuy milk\n')
  })

  test('is nothing in a broken vault', async () => {
    const broken = makeVault({ '.wend/config.yml': 'x: [\n', 'a.md': '# A\n' })
    expect((await runWend(['completion', '--for', ':show', ':a'], { cwd: broken })).stdout).toBe('')
  })
})

describe('the script is installed', () => {
  test.each([
    ['bash', '.local/share/bash-completion/completions/wend', '.bashrc'],
    ['zsh', '.zfunc/_wend', '.zshrc'],
    ['fish', '.config/fish/completions/wend.fish', undefined],
  ])('for %s, once, and what is there stays', async (shell, script, rc) => {
    const home = mkdtempSync(join(tmpdir(), 'wend-install-'))
    const env = { HOME: home, XDG_CONFIG_HOME: '', SHELL: `/bin/${shell}` }
    if (rc !== undefined) writeFileSync(join(home, rc), '# mine')
    const dry = await runWend(['completion', '--install', '--dry-run'], { cwd: home, env })
    expect([dry.exit, dry.stderr]).toEqual([0, expect.stringContaining(`would write ${join(home, script)}`)])
    expect(() => readFileSync(join(home, script))).toThrow()
    const first = await runWend(['completion', '--install'], { cwd: home, env })
    expect(first.stdout.split('\n')[0]).toBe(join(home, script))
    expect(readFileSync(join(home, script), 'utf8')).toBe((await runWend(['completion', shell], { cwd: home })).stdout)
    const rcText = rc === undefined ? '' : readFileSync(join(home, rc), 'utf8')
    if (rc !== undefined) expect(rcText).toMatch(/^# mine\n# Completion of wend\.\n/)
    const again = await runWend(['completion', shell, '--install'], { cwd: home, env })
    expect([again.stdout, again.stderr]).toEqual(['', expect.stringContaining('is up to date')])
    if (rc !== undefined) expect(readFileSync(join(home, rc), 'utf8')).toBe(rcText)
  })

  test('for no other shell', async () => {
    const { exit, stderr } = await runWend(['completion', '--install'], { cwd: '/', env: { SHELL: '/bin/tcsh' } })
    expect([exit, stderr]).toEqual([2, expect.stringContaining('no completion for "tcsh"')])
  })
})

test.each<[string, readonly string[], readonly string[]]>([
  ['sub/b.md:', ['sub/b.md:3'], ['sub/b.md']],
  ['Beta:', ['Beta:3'], ['sub/b.md']],
  ['s', ['sub/b.md:3', 'sub/c.md:1'], ['sub/b.md', 'sub/c.md']],
  ['', ['a.md:1', 'sub/b.md:3', 'sub/c.md:1'], ['a.md', 'sub/b.md', 'sub/c.md']],
])('of tasks %j reads the notes that are meant', async (current, expected, notes) => {
  const cwd = makeVault({ 'a.md': '- [ ] one\n', 'sub/b.md': '# Beta\n\n- [ ] two\n', 'sub/c.md': '- [ ] three\n' })
  const fake = { argv: [], env: testEnvironment(), cwd: () => cwd, stdin: Readable.from([]), stdout: {}, stderr: {} }
  const process = fake as unknown as Process
  const global = { follow: false, quiet: false, pager: false, cache: false, verbose: false }
  const context = makeContext(process, global, terminalFacts(process, 'never', 80))
  const read: string[] = []
  const readIfThere: typeof context.readIfThere = (path) => (read.push(path), context.readIfThere(path))
  const { words } = await completionValues({ ...context, readIfThere }, 'task', { args: ['done'], current })
  expect([words.map(({ word }) => word), read]).toEqual([expected, notes])
})
