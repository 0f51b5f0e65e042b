import { describe, expect, test } from '@jest/globals'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeVault } from '../support/make-vault.ts'
import { runWend } from '../support/run-wend.ts'

const today = '2026-06-01'
const read = (root: string, path: string): string => readFileSync(join(root, path), 'utf8')

describe('append and prepend', () => {
  test.each([
    ['an empty line apart from a paragraph', '# A\n\none\n', ['two'], '# A\n\none\n\ntwo\n'],
    ['an item joins a list', '# A\n\n- one\n', ['- two'], '# A\n\n- one\n- two\n'],
    ['a paragraph does not', '# A\n\n- one\n', ['two'], '# A\n\n- one\n\ntwo\n'],
    [
      'a row joins a table',
      '# A\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n## M\n',
      ['| 3 | 4 |\n| 5 | 6 |', '--section', 'A'],
      '# A\n\n| a | b |\n| - | - |\n| 1 | 2 |\n| 3 | 4 |\n| 5 | 6 |\n\n## M\n',
    ],
    ['text does not', '# A\n\n| a |\n| - |', ['|x'], '# A\n\n| a |\n| - |\n\n|x\n'],
    ['a last line without an end', '# A\n\none', ['two'], '# A\n\none\n\ntwo\n'],
    ['line ends of the note', '# A\r\n\r\none\r\n', ['two'], '# A\r\n\r\none\r\n\r\ntwo\r\n'],
    ['front matter alone', '---\na: 1\n---\n', ['two'], '---\na: 1\n---\n\ntwo\n'],
    [
      'a section, before the next heading',
      '# A\n\n## L\n\none\n\n## M\n',
      ['two', '--section', 'L'],
      '# A\n\n## L\n\none\n\ntwo\n\n## M\n',
    ],
  ])('%s', async (_name, before, [text = '', ...options], after) => {
    const cwd = makeVault({ 'a.md': before })
    const run = await runWend(['append', 'a', text, ...options], { cwd })
    expect([run.exit, read(cwd, 'a.md')]).toEqual([0, after])
    await runWend(['undo'], { cwd })
    expect(read(cwd, 'a.md')).toBe(before)
  })

  test.each([
    ['after the title', '---\na: 1\n---\n# A\n\none\n', 'a', '---\na: 1\n---\n# A\n\nnew\n\none\n'],
    ['a row above a table', '| a |\n| - |\n', 'a', 'new\n\n| a |\n| - |\n'],
    ['without a title', 'one\n', 'a', 'new\n\none\n'],
    ['below a heading', '# A\n\n## L\none\n', 'a#L', '# A\n\n## L\n\nnew\n\none\n'],
  ])('prepend %s', async (_name, before, note, after) => {
    const cwd = makeVault({ 'a.md': before })
    expect((await runWend(['prepend', note, 'new'], { cwd })).exit).toBe(0)
    expect(read(cwd, 'a.md')).toBe(after)
  })

  test('text may begin with a dash and a blank, and come from standard input', async () => {
    const cwd = makeVault({ 'a.md': '# A\n' })
    await runWend(['append', 'a', '- [ ] one'], { cwd })
    await runWend(['append', 'a'], { cwd, input: '- two\n' })
    expect(read(cwd, 'a.md')).toBe('# A\n\n- [ ] one\n- two\n')
  })

  test('nothing is written where the section, the note or the text is missing, or with --dry-run', async () => {
    const cwd = makeVault({ 'a.md': '# A\n' })
    const exits = []
    for (const args of [['a', 'x', '--section', 'No'], ['nowhere', 'x'], ['a'], ['a', 'x', '--dry-run']])
      exits.push((await runWend(['append', ...args], { cwd })).exit)
    expect([exits, read(cwd, 'a.md')]).toEqual([[1, 1, 2, 0], '# A\n'])
  })
})

describe('a note that ends in what nothing closes', () => {
  test.each([
    ['a fence', '# B\n\n```\nx\n', true],
    ['a comment', '# B\n\n<!-- x\n', true],
    ['a comment of Obsidian', '# B\n\n%%\nx\n', true],
    ['a fence that is closed', '# B\n\n```\nx\n```\n', false],
    ['an item', '# B\n\n- x\n', false],
    ['HTML, which a blank line ends', '<div>\nx', false],
    ['nothing', '', false],
  ])('%s: what is put below is said to be swallowed, and no note is merged into it', async (_name, text, isOpen) => {
    const cwd = makeVault({ '.obsidian/app.json': '{}', 'a.md': '# A\n\nx\n', 'b.md': text })
    const merged = await runWend(['merge', 'a', 'b'], { cwd })
    expect([merged.exit, existsSync(join(cwd, 'a.md'))]).toEqual(isOpen ? [1, true] : [0, false])
    if (isOpen) expect(merged.stderr).toContain('b.md ends in a code block or comment that is never closed')
    if (!isOpen) await runWend(['undo'], { cwd })
    const { exit, stderr } = await runWend(['append', 'b', 'new'], { cwd })
    expect([exit, stderr.includes('never closed, and the text is part of it')]).toEqual([0, isOpen])
  })

  test('it takes in nothing of the note that it is put into', async () => {
    const files = { 'a.md': '# A\n\n```\nx\n', 'b.md': '# B\n\n[[a]]\n\nbelow\n', 'c.md': '# C\n\n[[a]]\n' }
    const cwd = makeVault(files)
    const { stderr } = await runWend(['inline', 'a', '--into', 'b'], { cwd })
    expect(stderr).toContain('a.md ends in a code block or comment that is never closed; nothing was changed')
    expect(read(cwd, 'b.md')).toBe(files['b.md'])
    expect((await runWend(['inline', 'a', '--into', 'c'], { cwd })).exit).toBe(0)
  })
})

describe('daily and add', () => {
  test.each([
    [{}, 'no editor is set'],
    [{ EDITOR: 'no-such-editor' }, 'cannot start no-such-editor'],
  ])('a note that was made is told where no editor opens: %j', async (env, said) => {
    const cwd = makeVault({ 'a.md': '# A\n' })
    const { exit, stderr } = await runWend(['new', 'B', '--open'], { cwd, env })
    expect([exit, existsSync(join(cwd, 'b.md')), stderr]).toEqual([2, true, expect.stringContaining('/b.md')])
    expect(stderr).toContain(said)
  })

  test('the same note the second time, found wherever it lies', async () => {
    const cwd = makeVault({ [`old/${today}.md`]: '# Day\n' })
    expect((await runWend(['daily'], { cwd })).stdout).toBe(`old/${today}.md\n`)
    expect((await runWend(['daily', '+1'], { cwd })).stdout).toBe('old/2026-06-02.md\n')
    expect((await runWend(['daily', '-1', '--dry-run'], { cwd })).stdout).toContain('+++ b/old/2026-05-31.md')
    expect((await runWend(['daily', 'last friday', '--path'], { cwd })).stdout).toBe('old/2026-05-29.md\n')
    expect((await runWend(['daily', 'gibberish'], { cwd })).exit).toBe(2)
  })

  test('from a template, by the configuration', async () => {
    const cwd = makeVault({
      '.wend/config.yml': 'daily: {dir: log, name: "YYYY/MM/DD", template: day}\n',
      '.wend/templates/day.md': '# {{date:dddd}} {{title}}\n\n## Log\n',
    })
    await runWend(['daily'], { cwd })
    expect(read(cwd, 'log/2026/06/01.md')).toBe('# Monday 01\n\n## Log\n')
  })

  test.each([
    ['.obsidian/daily-notes.json', '{"folder": "Days", "format": "YYYYMMDD"}', 'Days/20260601.md'],
    ['.obsidian/app.json', '{}', `${today}.md`],
    [
      '.vscode/settings.json',
      '{\n// foam\n"foam.openDailyNote.directory": "j", "foam.openDailyNote.filenameFormat": "yyyy-mm-dd"}',
      `j/${today}.md`,
    ],
  ])('by the settings of other tools: %s', async (file, text, path) => {
    const cwd = makeVault({ [file]: text, 'a.md': '# A\n' })
    expect((await runWend(['daily', '--path'], { cwd })).stdout).toBe(`${path}\n`)
  })

  test('a folder may hold the date, too', async () => {
    const cwd = makeVault({ '.wend/config.yml': 'daily: {dir: "log/{{date:YYYY}}"}\n', 'a.md': '# A\n' })
    expect((await runWend(['daily', '--path'], { cwd })).stdout).toBe(`log/2026/${today}.md\n`)
    expect((await runWend(['daily', '--path'], { cwd })).stdout).toBe(`log/2026/${today}.md\n`)
  })

  test('weeks and months', async () => {
    const cwd = makeVault({ 'a.md': '# A\n' })
    expect((await runWend(['daily', '--week', '--path'], { cwd })).stdout).toBe('journal/2026-W23.md\n')
    expect((await runWend(['daily', '--month', '--path'], { cwd })).stdout).toBe('journal/2026-06.md\n')
    expect((await runWend(['daily', '--week', '+1', '--path'], { cwd })).stdout).toBe('journal/2026-W24.md\n')
    expect((await runWend(['daily', '--month', '-2', '--path'], { cwd })).stdout).toBe('journal/2026-04.md\n')
    expect((await runWend(['daily', '--week', '2026-w01', '--path'], { cwd })).stdout).toBe('journal/2026-W01.md\n')
    expect((await runWend(['daily', '--week', '2025-W53', '--path'], { cwd })).exit).toBe(2)
  })

  test.each([
    ['', 'journal/2026-W09.md'],
    ['weekly: {name: "GGGG-[W]WW"}\n', 'journal/2026-W09.md'],
    ['weekly: {name: "Week {{date:GGGG-[W]WW}}"}\n', 'journal/Week 2026-W09.md'],
  ])('a week goes by the name of its note where weeks begin on Sunday: %j', async (settings, path) => {
    const cwd = makeVault({ '.wend/config.yml': `week: {start: sunday}\n${settings}`, 'a.md': '# A\n' })
    expect((await runWend(['daily', '--week', '2026-W09', '--path'], { cwd })).stdout).toBe(`${path}\n`)
  })

  test('add keeps a line in the note of the day, or where the configuration says', async () => {
    const cwd = makeVault({ 'inbox.md': '# Inbox\n' })
    await runWend(['add', 'buy', 'milk'], { cwd })
    await runWend(['add'], { cwd, input: 'two\nlines\n' })
    expect(read(cwd, `journal/${today}.md`)).toBe(`# ${today}\n\n- 00:00 buy milk\n- 00:00 two\n  lines\n`)
    await runWend(['add', '--to', 'inbox', '--section', 'New', 'x'], { cwd })
    expect(read(cwd, 'inbox.md')).toBe('# Inbox\n\n## New\n\n- 00:00 x\n')
    await runWend(['undo'], { cwd })
    expect(read(cwd, 'inbox.md')).toBe('# Inbox\n')
  })

  test.each([
    [['append', 'log#Runs', '--section', 'Other', 'x'], '"log#Runs" and --section "Other" name two sections'],
    [['prepend', 'log#Runs', '--section', 'Other', 'x'], '"log#Runs" and --section "Other" name two sections'],
    [['add', '--to', 'log#Runs', '--section', 'Other', 'x'], '"log#Runs" and --section "Other" name two sections'],
    [['add', '--to', 'daily#Log', '--section', 'Other', 'x'], '"daily#Log" and --section "Other" name two sections'],
  ])('%j names two sections, and none gets the text', async (words, said) => {
    const text = '# Log\n\n## Runs\n\n## Other\n'
    const cwd = makeVault({ 'log.md': text })
    const { exit, stderr } = await runWend(words, { cwd })
    expect([exit, stderr]).toEqual([2, expect.stringContaining(said)])
    expect(read(cwd, 'log.md')).toBe(text)
    expect(existsSync(join(cwd, 'journal'))).toBe(false)
  })

  test('one section may be named twice, in any case of letters', async () => {
    const cwd = makeVault({ 'log.md': '# Log\n\n## Runs\n' })
    const { exit } = await runWend(['append', 'log#runs', '--section', 'Runs', 'x'], { cwd })
    expect([exit, read(cwd, 'log.md')]).toEqual([0, '# Log\n\n## Runs\n\nx\n'])
  })

  test('one section may be named twice, a note with # in its name has none, and what is asked for wins over the configuration', async () => {
    const config = 'add: {to: log#Runs, section: Other}\n'
    const cwd = makeVault({
      'log.md': '# Log\n\n## Runs\n\n## Other\n',
      'c.md': '# C#Runs\n\n## Other\n',
      '.wend/config.yml': config,
    })
    await runWend(['append', 'log#Runs', '--section', 'Runs', 'a'], { cwd })
    await runWend(['append', 'C#Runs', '--section', 'Other', 'b'], { cwd })
    await runWend(['add', 'c'], { cwd })
    await runWend(['add', '--section', 'Other', 'd'], { cwd })
    await runWend(['add', '--to', 'daily#Log', 'e'], { cwd })
    expect(read(cwd, 'log.md')).toBe('# Log\n\n## Runs\n\na\n\n- 00:00 c\n\n## Other\n\n- 00:00 d\n')
    expect(read(cwd, 'c.md')).toBe('# C#Runs\n\n## Other\n\nb\n')
    expect(read(cwd, `journal/${today}.md`)).toBe(`# ${today}\n\n## Log\n\n- 00:00 e\n`)
  })

  test('a file is not named by a placeholder without a value', async () => {
    const cwd = makeVault({ 'a.md': '# A\n', '.wend/config.yml': 'new: {name: "{{slgu}}"}\n' })
    const { exit, stderr } = await runWend(['new', 'B'], { cwd })
    expect([exit, stderr]).toEqual([
      2,
      expect.stringContaining('{{slgu}} has no value; did you mean {{slug}}? else give it one with --set slgu=…'),
    ])
    expect((await runWend(['new', 'B', '--set', 'slgu=b'], { cwd })).exit).toBe(0)
    expect(existsSync(join(cwd, 'b.md'))).toBe(true)
  })

  test('what add.line has in braces that is not understood is told', async () => {
    const cwd = makeVault({ 'a.md': '# A\n', '.wend/config.yml': 'add: { line: "- {{text}} {{mood}}" }\n' })
    const { stderr } = await runWend(['add', '--to', 'a', 'x'], { cwd })
    expect(stderr).toContain('add.line: {{mood}} has no value, and stays as it is\n')
  })

  test.each([
    ['- [ ] pay rent', undefined, '- [ ] 00:00 pay rent'],
    ['* [x] paid\nby card', undefined, '* [x] 00:00 paid\n  by card'],
    ['- plain', undefined, '- 00:00 plain'],
    ['1. first', undefined, '- 00:00 first'],
    ['-5 degrees', undefined, '- 00:00 -5 degrees'],
    ['[ ] no item', undefined, '- 00:00 [ ] no item'],
    ['- [ ] pay', '"- [ ] {{text}} ({{time}})"', '- [ ] pay (00:00)'],
    ['- pay', '"- [ ] {{text}}"', '- [ ] pay'],
    ['- $& pay', '"1. {{text}}"', '1. $& pay'],
    ['- [ ] pay', '"{{time}} {{text}}"', '00:00 - [ ] pay'],
  ])('add %j as %s: what was said as an item is one', async (said, line, expected) => {
    const config = line === undefined ? {} : { '.wend/config.yml': `add: {line: ${line}}\n` }
    const cwd = makeVault({ ...config, 'a.md': '' })
    await runWend(['add', '--', said], { cwd })
    expect(read(cwd, `journal/${today}.md`)).toBe(`# ${today}\n\n${expected}\n`)
  })

  test('the inbox that add.to names is made by the first line, a part of it too', async () => {
    const cwd = makeVault({ '.wend/config.yml': 'add: {to: "box/In tray#Log"}\n', 'a.md': '# A\n' })
    expect((await runWend(['add', 'x'], { cwd })).exit).toBe(0)
    await runWend(['add', 'y'], { cwd })
    await runWend(['add', '--to', 'In tray#Log', 'z'], { cwd })
    expect(read(cwd, 'box/In tray.md')).toBe('# In tray\n\n## Log\n\n- 00:00 x\n- 00:00 y\n- 00:00 z\n')
    expect((await runWend(['add', '--to', 'In try', 'z'], { cwd })).exit).toBe(1)
    const { stderr } = await runWend(['add', '--to', 'quotes', 'z'], { cwd })
    expect(stderr).toBe(
      'wend: no note named "quotes"\n      make it with: wend new "quotes"; the one that add.to names is made by itself\n',
    )
  })

  test('all behind the first # is the heading of a new inbox, so that the next line finds it', async () => {
    const cwd = makeVault({ '.wend/config.yml': 'add: {to: "inbox#C# and F#"}\n', 'a.md': '# A\n' })
    for (const text of ['x', 'y']) expect((await runWend(['add', text], { cwd })).exit).toBe(0)
    expect(read(cwd, 'inbox.md')).toBe('# inbox\n\n## C# and F#\n\n- 00:00 x\n- 00:00 y\n')
  })

  test('no note is made where the vault would not see it', async () => {
    const cwd = makeVault({
      '.wend/config.yml': 'daily: {dir: private}\n',
      '.gitignore': 'private/\n',
      'a.md': '[b](private/b.md)\n',
    })
    for (const args of [['daily'], ['daily', '--append', 'x'], ['add', 'x'], ['new', '--missing']]) {
      const { exit, stderr } = await runWend(args, { cwd })
      expect([exit, stderr]).toEqual([1, expect.stringContaining('would be left out of the vault by .gitignore')])
    }
    expect(existsSync(join(cwd, 'private'))).toBe(false)
  })

  test('a day is known by the whole of its name', async () => {
    const cwd = makeVault({
      '.wend/config.yml': 'daily: {dir: log, name: YYYY/MM/DD, template: t}\n',
      '.wend/templates/t.md': '{{who}}\n',
      'log/2026/05/01.md': '# May\n',
      'old/2026/06/02.md': '# Moved\n',
    })
    expect((await runWend(['daily', '--set', 'who=Ann'], { cwd })).stdout).toBe('log/2026/06/01.md\n')
    expect(read(cwd, 'log/2026/06/01.md')).toBe('Ann\n')
    const again = await runWend(['daily', '--set', 'who=Bo', '--template', 't', '--append', 'x'], { cwd })
    expect(again.stderr).toContain('log/2026/06/01.md is there already: --set and --template did nothing')
    expect(read(cwd, 'log/2026/06/01.md')).toBe('Ann\n\nx\n')
    expect((await runWend(['daily', '+1'], { cwd })).stdout).toBe('old/2026/06/02.md\n')
    expect((await runWend(['daily', '--week', '--month'], { cwd })).exit).toBe(2)
  })

  test('a name that would leave the vault is refused', async () => {
    const cwd = makeVault({ '.wend/config.yml': 'daily: {dir: "../out"}\n', 'a.md': '# A\n' })
    expect((await runWend(['daily'], { cwd })).exit).toBe(2)
    expect(existsSync(join(cwd, '../out'))).toBe(false)
  })
})

describe('a pattern names one note for all days of a week or a month', () => {
  test.each([
    ['weekly: {name: YYYY-MM-DD}', '--week', '2026-01-01', '2025-12-29'],
    ['weekly: {name: YYYY-MM-DD}\nweek: {start: sunday}', '--week', '2026-01-03', '2025-12-28'],
    ['weekly: {name: "YYYY-[W]WW"}', '--week', '2025-12-29', '2026-W01'],
    ['weekly: {name: "YYYY-[W]WW"}', '--week', '2027-01-01', '2026-W53'],
    ['weekly: {name: "YYYY-[W]ww"}\nweek: {start: sunday}', '--week', '2025-12-28', '2026-W01'],
    ['weekly: {name: "{{format-date now \'%Y-W%V\'}}"}', '--week', '2025-12-29', '2026-W01'],
    ['weekly: {name: "GGGG-[W]WW (D MMM)"}\nweek: {start: sunday}', '--week', '2026-01-04', '2026-W01 (29 Dec)'],
    ['monthly: {name: YYYY-MM-DD}', '--month', '2026-02-17', '2026-02-01'],
  ])('%s %s %s', async (config, period, day, name) => {
    const cwd = makeVault({ '.wend/config.yml': `${config}\n`, 'a.md': '# A\n' })
    expect((await runWend(['daily', period, day, '--path'], { cwd })).stdout).toBe(`journal/${name}.md\n`)
  })

  test.each([
    ['log/2025/12/2025-12-31.md', `log/2026/06/${today}.md`],
    ['log/2025/12-December/2025-12-31.md', `log/2026/06-June/${today}.md`],
    ['2025/2025-12-31.md', `2026/${today}.md`],
    ['log2025/2025-12-31.md', `log2025/${today}.md`],
    ['2024/2025-12-31.md', `2024/${today}.md`],
  ])('where the latest day lies in %s, today lies in %s', async (latest, path) => {
    const cwd = makeVault({ [latest]: '# A day\n' })
    expect((await runWend(['daily', '--path'], { cwd })).stdout).toBe(`${path}\n`)
  })
})

describe('new', () => {
  test('is taken back by undo', async () => {
    const cwd = makeVault({ 'a.md': '# A\n' })
    await runWend(['new', 'Idea', '--tag', 'x,y'], { cwd })
    expect((await runWend(['list', '--tag', 'y', '--format', 'paths'], { cwd })).stdout).toBe('idea.md\n')
    expect(read(cwd, 'idea.md')).toContain(`created: ${today}\n---`)
    expect(read(cwd, 'idea.md')).not.toContain('updated')
    await runWend(['undo'], { cwd })
    expect(existsSync(join(cwd, 'idea.md'))).toBe(false)
  })

  test.each([
    ['{name: title}', 'What is it.md'],
    ['{name: "{{date:YYYYMMDD}}-{{slug}}", dir: inbox}', 'inbox/20260601-what-is-it.md'],
  ])('names files by the configuration: %s', async (settings, path) => {
    const cwd = makeVault({ '.wend/config.yml': `new: ${settings}\n`, 'a.md': '# A\n' })
    expect((await runWend(['new', 'What / is: it?', '-q'], { cwd })).stdout).toBe(`${path}\n`)
  })

  test.each([
    ['slug', 'long title '.repeat(40), /^(?:long-title-?)+\.md$/],
    ['title', '長い題'.repeat(200), /^(?:長い題)+\.md$/],
  ])('a long title gives a name that file systems take: %s', async (name, title, path) => {
    const cwd = makeVault({ '.wend/config.yml': `new: {name: ${name}}\n`, 'a.md': '# A\n' })
    const { stdout } = await runWend(['new', title, '-q'], { cwd })
    expect(stdout.trim()).toMatch(path)
    expect(Buffer.byteLength(stdout)).toBeLessThanOrEqual(205)
    expect(read(cwd, stdout.trim())).toContain(title.trim())
  })

  test('a name that is taken is refused, or gets a number', async () => {
    const cwd = makeVault({ 'a.md': '# A\n' })
    expect((await runWend(['new', 'A'], { cwd })).exit).toBe(1)
    const other = makeVault({ 'a.md': '# A\n', '.wend/config.yml': 'new: {collision: number}\n' })
    expect((await runWend(['new', 'A', '-q'], { cwd: other })).stdout).toBe('a-2.md\n')
  })

  test('a group decides folder, name and template, also one of zk', async () => {
    const cwd = makeVault({
      '.wend/config.yml': 'groups: {meeting: {dir: meetings, name: "{{date}}-{{slug}}", template: m}}\n',
      '.wend/templates/m.md': '# {{title|upper}}\n{{cursor}}\n{{content}}\n',
      '.zk/config.toml':
        '[group.log]\npaths = ["logs"]\n[group.log.note]\nfilename = "{{format-date now \'%Y%m%d\'}}-{{slug title}}"\n',
    })
    await runWend(['new', 'Board', '--group', 'meeting', '-q'], { cwd, input: 'body\n' })
    expect(read(cwd, `meetings/${today}-board.md`)).toBe('# BOARD\n\nbody\n')
    expect((await runWend(['new', 'Run', '--group', 'log', '-q'], { cwd })).stdout).toBe('logs/20260601-run.md\n')
    expect((await runWend(['new', 'Run 2', '--dir', 'logs', '-q'], { cwd })).stdout).toBe('logs/20260601-run-2.md\n')
    expect((await runWend(['new', 'X', '--group', 'no'], { cwd })).stderr).toContain('log, meeting')
  })

  test('a template outside the vault is none', async () => {
    const cwd = makeVault({ 'a.md': '# A\n' })
    expect((await runWend(['new', 'X', '--template', '../../../etc/passwd'], { cwd })).exit).toBe(2)
  })

  test('--missing makes every link to a note hold', async () => {
    const cwd = makeVault({
      'a.md': '# A\n[[Foo Bar]] [[sub/b]] [c](c.md) ![[pic.png]] [[Foo bar]] [x](../out.md)\n',
    })
    expect((await runWend(['new', '--missing'], { cwd })).exit).toBe(0)
    expect(['foo-bar.md', 'sub/b.md', 'c.md'].map((path) => existsSync(join(cwd, path)))).toEqual([true, true, true])
    const check = await runWend(['check', '--only', 'broken-link', '--json'], { cwd })
    const { problems } = JSON.parse(check.stdout) as { readonly problems: readonly { readonly target: string }[] }
    expect(problems.map(({ target }) => target)).toEqual(['../out.md'])
    expect((await runWend(['new', '--missing'], { cwd })).exit).toBe(1)
  })
})

describe('new --missing takes the options of new', () => {
  const files = {
    'a.md': '# A\n[[Foo]] [[sub/b]]\n',
    '.wend/templates/t.md': '---\nmood: {{mood}}\n---\n# {{title}}\n',
    '.wend/config.yml': 'groups: {idea: {dir: ideas, template: t}}\n',
  }

  test('a path that the link names wins over --dir', async () => {
    const cwd = makeVault(files)
    const given = ['--set', 'mood=calm', '--tag', 't1,t2', '--topic', 'x', '--summary', 'Short.', '--dir', 'in']
    const { exit, stderr } = await runWend(['new', '--missing', ...given], { cwd })
    expect([exit, stderr]).toEqual([0, expect.not.stringContaining('has no value')])
    for (const path of ['in/foo.md', 'sub/b.md'])
      expect(read(cwd, path)).toContain(
        `summary: Short.\ntopics:\n  - x\ntags:\n  - t1\n  - t2\ncreated: ${today}\nmood: calm\n`,
      )
  })

  test('a group gives its folder and template', async () => {
    const cwd = makeVault(files)
    const { stderr } = await runWend(['new', '--missing', '--group', 'idea', '--set', 'mood=calm'], { cwd })
    expect(stderr).not.toContain('has no value')
    expect(read(cwd, 'ideas/foo.md')).toBe('---\nmood: calm\n---\n# Foo\n')
    expect(read(cwd, 'sub/b.md')).toBe('---\nmood: calm\n---\n# b\n')
  })

  test.each(['--open', '--print-path'])('%s is for one note', async (option) => {
    const { exit, stderr } = await runWend(['new', '--missing', option], { cwd: makeVault(files) })
    expect([exit, stderr]).toEqual([2, expect.stringContaining(`${option} is for one note`)])
  })
})

test('a name without a value is told whatever filters stand behind it', async () => {
  const cwd = makeVault({ 'a.md': '# A\n', '.wend/templates/t.md': '{{who|upper}} {{extra.x | slug}} {{who|nope}}\n' })
  const { stderr } = await runWend(['new', 'X', '--template', 't'], { cwd })
  expect(stderr).toContain('{{who|upper}} has no value; give it one with --set who=…')
  expect(stderr).toContain('{{extra.x | slug}} has no value; give it one with --set x=…')
  expect(stderr).toContain('{{who|nope}} has no filter "nope"; filters: slug, lower, upper, trim')
})

test('values make no invalid front matter, so that keys can be added to it', async () => {
  const template = '---\ntitle: {{title}}\nmood: {{mood}}\nwho: "{{who}}"\n---\n# {{title}}\n'
  const cwd = makeVault({ 'a.md': '# A\n', '.wend/templates/t.md': template })
  const set = ['mood=so: so', 'who=An "n" : x', 'more=1'].flatMap((one) => ['--set', one])
  expect((await runWend(['new', 'Re: the plan', '--template', 't', ...set], { cwd })).exit).toBe(0)
  expect(read(cwd, 're-the-plan.md')).toBe(
    '---\ntitle: "Re: the plan"\nmood: "so: so"\nwho: "An \\"n\\" : x"\nmore: 1\n---\n# Re: the plan\n',
  )
})

describe('lists that are given in several ways', () => {
  const template = '---\ntags: [own]\ntopics: [a]\nsizes: [1, 2]\n---\n# {{title}}\n'
  const given = ['--set', 'tags=t1', '--tag', 't2', '--set', 'topics=b, a', '--topic', 'c']

  test('join those of a template', async () => {
    const cwd = makeVault({ 'a.md': '# A\n', '.wend/templates/t.md': template })
    await runWend(['new', 'X', '--template', 't', '--set', 'sizes=3', ...given], { cwd })
    expect(read(cwd, 'x.md')).toBe('---\ntags: [own, t2, t1]\ntopics: [a, c, b]\nsizes: [1, 2, 3]\n---\n# X\n')
  })

  test('join without one', async () => {
    const cwd = makeVault({ 'a.md': '# A\n' })
    await runWend(['new', 'X', ...given], { cwd })
    expect(read(cwd, 'x.md')).toContain('topics:\n  - c\n  - b\n  - a\ntags:\n  - t2\n  - t1\n')
  })
})

describe('append and prepend to a part', () => {
  const files = {
    'a.md': '# A\n\n## Log\n\none ^b1\n\ntwo\n\n## Log\n\nthree\n',
    'b.md': '# B\n\n- x ^x\n- y\n',
  }

  test('the first of several headings of a name is taken, and said', async () => {
    const cwd = makeVault(files)
    const { stderr, stdout } = await runWend(['append', 'a', '--section', 'log', 'new'], { cwd })
    expect(stderr).toContain('a.md has 2 headings "Log", in lines 3, 9; that in line 3 was taken')
    expect(stdout).toContain('9: new')
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(files['a.md'].replace('two\n', 'two\n\nnew\n'))
  })

  test.each([
    ['mv', 'a#Log', 'New'],
    ['extract', 'a#Log'],
  ])('%s says it, too', async (...args) => {
    const { stderr } = await runWend([...args, '--dry-run'], { cwd: makeVault(files) })
    expect(stderr).toContain('a.md has 2 headings "Log", in lines 3, 9; that in line 3 was taken')
  })

  test('a later one that is meant is taken without a word', async () => {
    const cwd = makeVault(files)
    const { stderr } = await runWend(['append', 'a#Log-1', 'new'], { cwd })
    expect(stderr).not.toContain('headings')
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(`${files['a.md']}\nnew\n`)
  })

  test('a block is followed or preceded', async () => {
    const cwd = makeVault(files)
    expect(await runWend(['append', 'a#^b1', 'new'], { cwd })).toMatchObject({ exit: 0 })
    expect(await runWend(['prepend', 'b#^x', '- w'], { cwd })).toMatchObject({ exit: 0 })
    expect(await runWend(['append', 'b', '--section', '^x', '- x2'], { cwd })).toMatchObject({ exit: 0 })
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(files['a.md'].replace('^b1\n', '^b1\n\nnew\n'))
    expect(readFileSync(join(cwd, 'b.md'), 'utf8')).toBe('# B\n\n- w\n- x ^x\n- x2\n- y\n')
    expect((await runWend(['append', 'a#^nope', 'new'], { cwd })).stderr).toContain('no block "^nope" in a.md')
  })
})

test('new --print-path says what a template was not told', async () => {
  const cwd = makeVault({ '.wend/templates/t.md': '{{who}}\n' })
  const { stderr, stdout } = await runWend(['new', 'A', '--template', 't', '--print-path'], { cwd })
  expect(stderr).toContain('{{who}} has no value; give it one with --set who=…')
  expect(stdout).toMatch(/\/a\.md\n$/)
})

describe('values of --set that no template, name or folder asks for', () => {
  test('are front matter keys, read as `set` reads them', async () => {
    const cwd = makeVault({ '.wend/config.yml': 'new: {dir: "{{place}}"}\n', 'z.md': '' })
    await runWend(
      ['new', 'Dune', ...['rating=5', 'place=books', 'version=4.50', 'tags=a, b'].flatMap((one) => ['--set', one])],
      { cwd },
    )
    expect(read(cwd, 'books/dune.md')).toBe(
      `---\ntitle: Dune\nsummary: ""\ntopics: []\ncreated: ${today}\nrating: 5\nversion: "4.50"\ntags: [a, b]\n---\n\n`,
    )
  })

  test.each([
    ['{{who}} {{extra.place|upper}}\n', 'Ann HERE\n'],
    ['---\ntitle: T\n---\n{{who}}\n', '---\ntitle: T\nplace: here\n---\nAnn\n'],
  ])('%j becomes %j', async (template, expected) => {
    const cwd = makeVault({ '.wend/templates/t.md': template })
    await runWend(['new', 'A', '--template', 't', '--set', 'who=Ann', '--set', 'place=here'], { cwd })
    expect(read(cwd, 'a.md')).toBe(expected)
  })

  const onUnix = process.platform === 'win32' ? test.skip : test
  onUnix('the editor begins where the cursor stands, behind keys that were added', async () => {
    const cwd = makeVault({ '.wend/templates/t.md': '---\ntitle: T\n---\n\none\n{{cursor}}\n' })
    const folder = mkdtempSync(join(tmpdir(), 'wend-vi-'))
    writeFileSync(join(folder, 'vi'), `#!/bin/sh\nprintf '%s ' "$@" >'${folder}/called'\n`, { mode: 0o755 })
    const args = ['new', 'A', '--template', 't', '--set', 'place=here', '--tag', 'x', '--open']
    expect((await runWend(args, { cwd, env: { EDITOR: join(folder, 'vi') } })).exit).toBe(0)
    expect(read(folder, 'called')).toContain('+8 ')
  })
})

describe('a sort of notes that is named without a title', () => {
  const zk = makeVault({
    '.zk/config.toml':
      '[note]\ntemplate = "default.md"\n[group.journal]\npaths = ["journal/daily", "journal/weekly"]\n[group.journal.note]\nfilename = "{{format-date now}}"\n[group.log]\npaths = ["logs"]\n',
    '.zk/templates/default.md': '# {{title}}\n',
  })
  test.each([
    [['--group', 'journal'], `journal/daily/${today}.md`],
    [['--dir', 'journal/weekly'], `journal/weekly/${today}.md`],
  ])('new %j needs none', async (words, path) => {
    expect((await runWend(['new', ...words], { cwd: zk })).stdout).toBe(`${path}\n`)
    expect(read(zk, path)).toBe(`# ${today}\n`)
    expect((await runWend(['new', ...words], { cwd: zk })).stderr).toContain(`${path} exists already`)
  })

  test('takes what is set, and what it lacks is told', async () => {
    const cwd = makeVault({ 'a.md': '# A\n', '.wend/config.yml': 'groups: {talk: {name: "{{date}}-{{who}}"}}\n' })
    expect((await runWend(['new', '--group', 'talk', '--set', 'who=ann'], { cwd })).stdout).toBe(`${today}-ann.md\n`)
    expect((await runWend(['new', '--group', 'talk'], { cwd })).stderr).toContain('{{who}} has no value')
  })

  test('others need one', async () => {
    for (const words of [[], ['--group', 'log'], ['--dir', 'logs']])
      expect((await runWend(['new', ...words], { cwd: zk })).stderr).toContain('the title is missing')
  })

  test('so does one that is named by an id', async () => {
    const cwd = makeVault({ 'a.md': '# A\n', '.wend/config.yml': 'new: {name: "{{id}}"}\n' })
    expect((await runWend(['new'], { cwd })).stderr).toContain('the title is missing')
  })
})

test('yesterday in a name is written as notes of days are named, in that of a title, of a note and of a part', async () => {
  const named =
    'daily: {name: YYYYMMDD}\ngroups: {log: {name: "{{yesterday}}"}, part: {dir: parts, name: "{{yesterday}} {{slug}}"}}\n'
  const cwd = makeVault({ 'a.md': '# A\n\n## One\n\nText.\n', '.wend/config.yml': named })
  expect((await runWend(['new', '--group', 'log'], { cwd })).stdout).toBe('20260531.md\n')
  expect(read(cwd, '20260531.md')).toContain('title: "20260531"')
  expect((await runWend(['new', 'B', '--group', 'part'], { cwd })).stdout).toBe('parts/20260531 b.md\n')
  await runWend(['extract', 'a#One', '--dir', 'parts'], { cwd })
  expect(read(cwd, 'parts/20260531 one.md')).toContain('Text.')
})

test.each([
  ['daily: {name: MM-DD}', [], 'that of 2027-06-01 will be the same note; say more of the date in daily.name'],
  ['daily: {name: dddd}', [], 'that of 2026-06-08 will be'],
  ['daily: {name: DD}', [], 'that of 2026-07-01 will be'],
  ['weekly: {name: "[W]WW"}', ['--week'], 'that of 2027-0'],
  ['monthly: {name: MM}', ['--month'], 'in monthly.name, such as YYYY-MM\n'],
  ['monthly: {name: MM, dir: "{{date:YYYY}}"}', ['--month'], undefined],
  ['daily: {name: YYYY/MM/DD}', [], undefined],
  ['daily: {name: YYYYMMDD}', ['2028-02-29'], undefined],
  ['weekly: {name: gggg-ww}', ['--week'], undefined],
])('%s says so where the name comes again', async (config, words, said) => {
  const cwd = makeVault({ 'a.md': '# A\n', '.wend/config.yml': `${config}\n` })
  const { exit, stderr } = await runWend(['daily', ...words], { cwd })
  expect([exit, stderr]).toEqual([
    0,
    said === undefined ? expect.not.stringContaining('will be') : expect.stringContaining(said),
  ])
  expect((await runWend(['daily', ...words], { cwd })).stderr).not.toContain('will be')
})

test.each([
  ['', ['--week', '2026-06-03'], '2026-06-01 2026-W22'],
  ['week: {start: sunday}\n', ['--week', '2026-06-03'], '2026-05-31 2026-W21'],
  [
    'week: {start: sunday}\nweekly: {name: "GGGG-[W]WW", template: t}\n',
    ['--week', '2026-06-07'],
    '2026-06-01 2026-W22',
  ],
  ['', ['--month', '2026-06-15'], '2026-06-01 2026-W22'],
  ['', ['2026-06-15'], '2026-06-15 2026-W24'],
])('{{date}} is the first day of the time that a note is of: %j %j', async (settings, words, text) => {
  const cwd = makeVault({
    'a.md': '# A\n',
    '.wend/config.yml': `${settings}${['daily', 'weekly', 'monthly'].map((period) => (settings.includes(period) ? '' : `${period}: {template: t}\n`)).join('')}`,
    '.wend/templates/t.md': '{{date}} {{date-1w:GGGG-[W]WW}}\n',
  })
  await runWend(['daily', ...words], { cwd })
  const [name = ''] = readdirSync(join(cwd, 'journal'))
  expect(readFileSync(join(cwd, 'journal', name), 'utf8')).toBe(`${text}\n`)
})

test('a command that is offered takes the path as one word', async () => {
  const cwd = makeVault({ 'Foo Bar.md': '# Foo Bar\n', '.wend/config.yml': 'new: {name: title}\n' })
  expect((await runWend(['new', 'Foo Bar'], { cwd })).stderr).toContain("open it with: wend open 'Foo Bar.md'\n")
})

test.each([
  ['tomorow', 'did you mean tomorrow?'],
  ['frday', 'did you mean friday?'],
  ['2026-02-30', 'write today, yesterday'],
])('%s is no day', async (words, hint) => {
  const { exit, stderr } = await runWend(['daily', words], { cwd: makeVault({ 'a.md': '# A\n' }) })
  expect([exit, stderr]).toEqual([2, expect.stringContaining(hint)])
})
