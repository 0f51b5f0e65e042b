import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeVault } from '../support/make-vault.ts'
import { runWend } from '../support/run-wend.ts'
import { trial } from '../support/trial.ts'

// Today is 2026-06-01, a Monday.
const notes = {
  'house.md':
    '---\ntags: [home]\n---\n# House\n\n- [ ] paint 📅 2026-05-30\n- [ ] roof [due:: 2026-06-01] #work\n- [x] door 📅 2026-05-01\n- no box\n\n> * [/] hedge 2026-06-07\n',
  'b.md': '# B\n\n#plan\n\n- [ ] call #work/bank\n  - [ ] number #home\n1. [ ] later 2026-06-08\n',
  'crlf.md': '# C\r\n\r\n+ [ ] one\r\n+ [ ] two\r\n',
}

async function found(...args: readonly string[]): Promise<string> {
  const { run } = trial(notes)
  return (await run('tasks', '--format', '{{path}}:{{line}}', ...args)).stdout.trim().replaceAll('\n', ' ')
}

test.each([
  ['today', 'house.md:7'],
  ['week', 'house.md:7 house.md:11'],
  ['overdue', 'house.md:6'],
  ['any', 'house.md:6 house.md:7 house.md:11 b.md:7'],
  ['none', 'b.md:5 b.md:6 crlf.md:3 crlf.md:4'],
  ['2026-06', 'house.md:7 house.md:11 b.md:7'],
  ['2026-06-08', 'b.md:7'],
  ['next monday', 'b.md:7'],
  ['sunday', 'house.md:11'],
])('--due %s', async (when, expected) => expect(await found('--due', when)).toBe(expected))

test('what does not fit on the line goes on below the text, not below the box; a task of a picture alone is its box', async () => {
  const { run } = trial({
    'a.md': '# A\n\n- [ ] buy flour, butter and apples\n- [/] 字字字字字字字字字字字字\n- [ ] ![[p.png]]\n',
  })
  expect((await run('tasks', '--width', '26')).stdout).toBe(
    'A\n  [ ] buy flour, butter\n      and apples\n    a.md:3\n  [/] 字字字字字字字字字字\n      字字\n    a.md:4\n  [ ]\n    a.md:5\n',
  )
})

test('--due that is no day says what may be written', async () => {
  const { exit, stderr } = await trial(notes).run('tasks', '--due', 'someday-x')
  expect([exit, stderr]).toEqual([2, expect.stringContaining('overdue')])
})

test.each([
  [['--where', 'status=x'], 'no such task is open'],
  [['--path', 'zz/**'], 'no such task is open'],
  [['--orphan', '--modified-before', '1999'], 'no such task is open'],
  [['--path', 'zz/**', '--done'], 'no such task is done'],
])('%j that fits nothing does not say that no task is', async (args, said) => {
  const { exit, stderr } = await trial(notes).run('tasks', ...args)
  expect([exit, stderr]).toEqual([1, `wend: ${said}\n`])
})

test('a vault without tasks says that none is open', async () => {
  expect((await trial({ 'a.md': '# A\n' }).run('tasks')).stderr).toBe('wend: no task is open\n')
})

test.each([
  ['work', 'b.md:5 house.md:7'],
  ['home', 'b.md:6 house.md:6 house.md:7 house.md:11'],
  ['home, work', 'house.md:7'],
  ['plan, NOT work', 'b.md:6 b.md:7'],
])('--tag "%s" looks at the tags of the task and of its note', async (tag, expected) =>
  expect(await found('--tag', tag)).toBe(expected),
)

test('-n keeps the first, --count says how many', async () => {
  expect(await found('--due', 'any', '-n', '2')).toBe('house.md:6 house.md:7')
  const { run, json } = trial(notes)
  const counted = await run('tasks', '--due', 'any', '--count')
  expect([counted.exit, counted.stdout]).toEqual([0, '4\n'])
  expect(await json('tasks', '--count', '-n', '3')).toEqual({ count: 3 })
  const none = await run('tasks', '--tag', 'nowhere', '--count')
  expect([none.exit, none.stdout]).toEqual([1, '0\n'])
  expect((await run('tasks', '-n', '0')).exit).toBe(2)
  expect((await run('tasks', 'done', 'house:6', '-n', '1')).exit).toBe(2)
})

describe('tasks done', () => {
  test('ticks several off at once, in lists of every kind; undo takes it back', async () => {
    const { run, read } = trial(notes)
    expect((await run('tasks', 'done', 'house:11', 'House:6', 'crlf.md:4:1', 'b.md:7')).exit).toBe(0)
    expect(read('house.md')).toContain('- [x] paint 📅 2026-05-30\n- [ ] roof')
    expect(read('house.md')).toContain('> * [x] hedge')
    expect(read('crlf.md')).toBe('# C\r\n\r\n+ [ ] one\r\n+ [x] two\r\n')
    expect(read('b.md')).toContain('1. [x] later')
    await run('undo')
    for (const [path, text] of Object.entries(notes)) expect(read(path)).toBe(text)
  })

  test('reads places from standard input', async () => {
    const { root, read } = trial(notes)
    const { exit } = await runWend(['tasks', 'done', '-'], { cwd: root, input: 'crlf.md:3\ncrlf.md:4\n' })
    expect(exit).toBe(0)
    expect(read('crlf.md')).toBe('# C\r\n\r\n+ [x] one\r\n+ [x] two\r\n')
  })

  test('--dry-run shows it and writes nothing', async () => {
    const { run, read } = trial(notes)
    expect((await run('tasks', 'done', 'b:5', '--dry-run')).stdout).toContain('+- [x] call')
    expect(read('b.md')).toBe(notes['b.md'])
  })

  test.each([
    [['house.md:8'], 1, 'is done already: it says "- [x] door'],
    [['house.md:9'], 1, 'is no task: it says "- no box"'],
    [['house.md:5'], 1, 'it is empty'],
    [['b.md:99'], 1, 'the note has 7 lines'],
    [['b.md:5', 'house.md:9'], 1, 'nothing was changed'],
    [['b.md'], 2, 'not of the form NOTE:LINE'],
    [['hous:6'], 1, 'did you mean'],
    [[], 2, 'which task'],
    [['b:5', '--due', 'today'], 2, 'takes no --due'],
  ])('%j is refused', async (args, code, said) => {
    const { run, read } = trial(notes)
    const { exit, stderr } = await run('tasks', 'done', ...args)
    expect([exit, stderr]).toEqual([code, expect.stringContaining(said)])
    for (const [path, text] of Object.entries(notes)) expect(read(path)).toBe(text)
  })
})

test('a task that repeats has the next one put above it, and undo takes both back', async () => {
  const text = '# R\r\n\r\n> 1. [ ] water 🔁 every week 📅 2026-11-20 ^w\r\n> 2. [ ] moon 🔁 every blue moon\r\n'
  const cwd = makeVault({ 'r.md': text })
  const env = { SOURCE_DATE_EPOCH: String(Date.parse('2026-11-27T12:00:00Z') / 1000) }
  const { stderr, exit } = await runWend(['tasks', 'done', 'r:3', 'r:4'], { cwd, env })
  expect(exit).toBe(0)
  expect(stderr).toContain('it repeats: the next one stands above it, r.md:3')
  expect(stderr).toContain('r.md:5 repeats "every blue moon", which wend can\'t read: no next task was made')
  expect(readFileSync(join(cwd, 'r.md'), 'utf8')).toBe(
    '# R\r\n\r\n> 1. [ ] water 🔁 every week 📅 2026-11-27\r\n> 1. [x] water 🔁 every week 📅 2026-11-20 ✅ 2026-11-27 ^w\r\n> 2. [x] moon 🔁 every blue moon\r\n',
  )
  await runWend(['undo'], { cwd })
  expect(readFileSync(join(cwd, 'r.md'), 'utf8')).toBe(text)
})

test('a field that no task has is empty, one that is unknown is refused with the near one', async () => {
  const cwd = makeVault({ 'a.md': '- [ ] one\n- [ ] two 📅 2026-06-03\n' })
  expect((await runWend(['tasks', '--due', 'none', '--format', '{{text}}|{{due}}'], { cwd })).stdout).toBe('one|\n')
  const { exit, stderr } = await runWend(['tasks', '--format', '{{colum}}'], { cwd })
  expect([exit, stderr]).toEqual([2, expect.stringContaining('did you mean {{column}}?')])
})

describe('blocks of Logseq', () => {
  const page = [
    'title:: Work',
    '',
    '- TODO call [[Ann]] #phone',
    '  DEADLINE: <2026-06-03 Wed>',
    '- plain TODO is none, TODOS neither',
    '\t- LATER [#A] water',
    '\t  id:: 64a1b2c3-0000-4000-8000-000000000001',
    '\t  SCHEDULED: <2026-05-29 Fri 09:00 .+2d>',
    '\t- ## DOING *write*',
    '- DONE read',
    '  :LOGBOOK:',
    '  CLOCK: [2023-02-02 Thu 10:35:42]--[2023-02-02 Thu 10:35:43] =>  00:00:01',
    '  :END:',
    '- CANCELED go',
    '- NOW pay',
    '  DEADLINE: <2026-05-15 Fri ++1m>',
    '  :LOGBOOK:',
    '  CLOCK: [2026-05-02 Sat 10:35:42]',
    '  :END:',
    '- [ ] box',
    '- WAITING tick',
    '  SCHEDULED: <2026-06-01 Mon .+12h>',
    '- ```',
    '  TODO code',
    '  ```',
    '',
  ].join('\n')
  const files = { 'logseq/config.edn': '{}', 'pages/w.md': page, 'pages/Ann.md': '- a\n' }

  test('are tasks with their words, days and tags', async () => {
    const { json, codes } = trial(files)
    const rows = await json<{ line: number; mark: string; text: string; due?: string; tags: string[] }[]>('tasks')
    expect(rows.map(({ line, mark, text, due = '' }) => `${line} ${mark} ${text} ${due}`.trimEnd())).toEqual([
      '3 TODO call Ann #phone 2026-06-03',
      '6 LATER [#A] water 2026-05-29',
      '9 DOING write',
      '15 NOW pay 2026-05-15',
      '20   box',
      '21 WAITING tick 2026-06-01',
    ])
    expect(rows[0]?.tags).toEqual(['phone'])
    expect((await json<{ mark: string; text: string }[]>('tasks', '--done')).map(({ text }) => text)).toEqual([
      'read',
      'go',
    ])
    expect(await codes('--only', 'broken-link')).toEqual([])
  })

  test('are done in their own words; days that repeat move on', async () => {
    const { run, read } = trial(files)
    const lines = [3, 6, 9, 15, 20, 21]
    const { stderr, exit } = await run('tasks', 'done', ...lines.map((line) => `pages/w.md:${line}`))
    expect(exit).toBe(0)
    expect(stderr).toContain('it repeats: pages/w.md:6 is to do again on 2026-06-03')
    expect(stderr).toContain('repeats ".+12h", which wend can\'t read: it is done for good')
    const now = [
      ['TODO call', 'DONE call'],
      ['<2026-05-29 Fri 09:00 .+2d>', '<2026-06-03 Wed 09:00 .+2d>'],
      ['## DOING', '## DONE'],
      ['NOW pay', 'LATER pay'],
      ['<2026-05-15 Fri ++1m>', '<2026-06-15 Mon ++1m>'],
      ['[ ] box', '[x] box'],
      ['WAITING tick', 'DONE tick'],
    ].reduce((text, [from = '', to = '']) => text.replace(from, to), page)
    expect(read('pages/w.md')).toBe(now)
    await run('undo')
    expect(read('pages/w.md')).toBe(page)
    expect((await run('tasks', 'done', 'pages/w.md:5')).stderr).toContain('is no task')
    expect((await run('tasks', 'done', 'pages/w.md:10')).stderr).toContain('is done already')
  })

  test('are text in other vaults', async () => {
    const { run } = trial({ 'w.md': '- TODO call\n' })
    expect((await run('tasks')).exit).toBe(1)
  })
})
