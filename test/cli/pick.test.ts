import { afterEach, describe, expect, test } from '@jest/globals'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pressed, screenOf, startOf } from '../../src/cli/pick/picker-state.ts'
import { narrowNotes } from '../../src/core/query/names/narrow-notes.ts'
import { findProgram } from '../../src/io/programs/find-program.ts'
import { makeVault } from '../support/make-vault.ts'
import { wendInTerminal, type RealTerminal } from '../support/real-terminal.ts'
import { trial } from '../support/trial.ts'
import { vaultOf } from '../support/vault-of.ts'

const onUnix = process.platform === 'win32' ? describe.skip : describe
const withFzf = findProgram('fzf', process.env) === undefined ? test.skip : test

const notes = {
  'tea.md': '# Tea\n\nLeaves in water.\n\n[[coffee]]\n',
  'coffee.md': '---\naliases: [Java]\n---\n# Coffee\n\nBeans in water.\n',
  "it's $(touch x).md": '# Odd name\n\nNothing runs.\n',
  'more/cocoa.md': '# Cocoa\n\nBeans in milk.\n',
}

let open: RealTerminal | undefined
afterEach(() => open?.end())

function terminal(
  args: readonly string[],
  how: 'with fzf' | 'without',
  cwd = makeVault(notes),
  size: { readonly columns?: number; readonly rows?: number } = {},
): RealTerminal {
  const PATH = how === 'without' ? mkdtempSync(join(tmpdir(), 'wend-path-')) : (process.env['PATH'] ?? '')
  return (open = wendInTerminal(args, { cwd, ...size, env: { PATH, FZF_DEFAULT_OPTS: '' } }))
}

onUnix('--pick without fzf', () => {
  test('narrows the notes by what is typed and hands over the one under the cursor', async () => {
    const shown = terminal(['show', '--pick', '--no-pager'], 'without')
    await shown.waitFor(/4\/4/)
    shown.send('co')
    await shown.waitFor(/2\/4[\s\S]*> Cocoa|2\/4[\s\S]*> Coffee/)
    shown.send('f')
    await shown.waitFor(/> Coffee {2}coffee\.md[\s\S]*Beans in water/)
    shown.send('enter')
    await shown.waitFor(/Beans in water/)
    expect((await shown.exit).code).toBe(0)
    expect(shown.isFullScreen).toBe(false)
  })

  test('finds by alias, moves, and takes what is typed back', async () => {
    const shown = terminal(['backlinks', '--pick', '--format', 'paths'], 'without')
    await shown.waitFor(/4\/4/)
    shown.send('zzz')
    await shown.waitFor(/0\/4/)
    shown.send('enter', '\u0015', 'java')
    await shown.waitFor(/1\/4/)
    shown.send('enter')
    await shown.waitFor(/^tea\.md/m)
    expect((await shown.exit).code).toBe(0)
  })

  test.each([['escape'], ['ctrl-c']])('%s leaves, and nothing is done', async (key) => {
    const cwd = makeVault(notes)
    const shown = terminal(['rm', '--pick'], 'without', cwd)
    await shown.waitFor(/4\/4/)
    shown.send(key)
    await shown.waitFor(/no note was chosen/)
    expect((await shown.exit).code).toBe(1)
    expect(readFileSync(join(cwd, 'coffee.md'), 'utf8')).toBe(notes['coffee.md'])
  })

  test('other arguments stay in their places; a second NOTE is asked for', async () => {
    const shown = terminal(['path', '--pick', '--format', '{{path}}'], 'without')
    await shown.waitFor(/4\/4/)
    shown.send('tea')
    await shown.waitFor(/1\/4/)
    shown.send('enter')
    await shown.waitFor(/4\/4/)
    shown.send('coffee')
    await shown.waitFor(/1\/4/)
    shown.send('enter')
    await shown.waitFor(/tea\.md\n[\s\S]*coffee\.md/)
    const cwd = makeVault(notes)
    const set = terminal(['set', '--pick', 'rating=4'], 'without', cwd)
    await set.waitFor(/4\/4/)
    set.send('cocoa', 'enter')
    await set.waitFor(/undo/)
    expect(readFileSync(join(cwd, 'more/cocoa.md'), 'utf8')).toContain('rating: 4')
  })
})

onUnix('--pick with fzf', () => {
  withFzf('lists the notes, shows the one under the cursor, and hands it over', async () => {
    const shown = terminal(['show', '--pick', '--no-pager'], 'with fzf')
    await shown.waitFor(/show >/)
    shown.send('odd')
    await shown.waitFor(/Nothing runs/)
    shown.send('\u0015', 'java')
    await shown.waitFor(/Beans in water/)
    shown.send('enter')
    expect((await shown.exit).code).toBe(0)
    await shown.waitFor(/Beans in water/)
  })

  withFzf('Esc leaves, and nothing is done', async () => {
    const shown = terminal(['rm', '--pick'], 'with fzf')
    await shown.waitFor(/rm >/)
    shown.send('escape')
    await shown.waitFor(/no note was chosen/)
    expect((await shown.exit).code).toBe(1)
  })

  withFzf('where it has no room, ours is shown', async () => {
    const shown = terminal(['rm', '--pick'], 'with fzf', makeVault(notes), { columns: 60, rows: 4 })
    await shown.waitFor(/^ {2}4\/4/m)
    shown.send('escape')
    await shown.waitFor(/no note was chosen/)
    expect((await shown.exit).code).toBe(1)
  })
})

onUnix('--pick of what is no mere NOTE', () => {
  const withTasks = { ...notes, 'todo.md': '# To do\n\n- [ ] buy milk\n- [x] done\n- [ ] call Ana\n' }
  const both: readonly (readonly [string, 'with fzf' | 'without'])[] = [
    ['a picker of our own', 'without'],
    ...(findProgram('fzf', process.env) === undefined ? [] : ([['fzf', 'with fzf']] as const)),
  ]

  test.each(both)('a task is ticked off: %s', async (_name, how) => {
    const cwd = makeVault(withTasks)
    const shown = terminal(['tasks', 'done', '--pick'], how, cwd)
    await shown.waitFor(/2\/2/)
    shown.send('ana')
    await shown.waitFor(/1\/2/)
    shown.send('enter')
    expect((await shown.exit).code).toBe(0)
    expect(readFileSync(join(cwd, 'todo.md'), 'utf8')).toBe(withTasks['todo.md'].replace('[ ] call', '[x] call'))
  })

  test.each(both)('a note gets a tag: %s', async (_name, how) => {
    const cwd = makeVault(notes)
    const shown = terminal(['tag', 'add', 'drink', '--pick'], how, cwd)
    await shown.waitFor(/4\/4/)
    shown.send('cocoa')
    await shown.waitFor(/> Cocoa/)
    shown.send('enter')
    expect((await shown.exit).code).toBe(0)
    expect(readFileSync(join(cwd, 'more/cocoa.md'), 'utf8')).toContain('tags: [drink]')
  })

  test('there may be no task', async () => {
    const shown = terminal(['tasks', 'done', '--pick'], 'without')
    await shown.waitFor(/no task is open/)
    expect((await shown.exit).code).toBe(1)
  })
})

test.each([
  [['show', '--pick'], '--pick needs a terminal'],
  [['stats', '--pick'], 'stats takes none'],
  [['tasks', 'done', '--pick'], '--pick needs a terminal'],
  [['tasks', '--pick'], 'it does with: wend tasks done'],
  [['tag', 'rename', 'a', '--pick'], 'it does with: wend tag add or remove'],
  [['alias', '--pick'], "missing argument 'action'"],
])('%j is refused without a terminal or a NOTE', async (args, said) => {
  const { exit, stderr } = await trial(notes).run(...args)
  expect([exit, stderr]).toEqual([2, expect.stringContaining(said)])
})

test('Home and End lead to the first note and the last, and the cursor stands behind wide characters', () => {
  const { notes: all } = vaultOf({ 'a.md': '# 日本 a\n', 'b.md': '# 日本 b\n', 'c.md': '# 日本 c\n' })
  const at = (...keys: readonly string[]): number => keys.reduce(pressed, startOf(all)).at
  expect([at('\u001b[F'), at('\u001bOF', '\u001b[A'), at('\u001b[4~', '\u001b[H'), at('\u001b[1~')]).toEqual([
    2, 1, 0, 0,
  ])
  const typed = [...'日本'].reduce(pressed, startOf(all))
  expect(screenOf(typed, { columns: 40, rows: 10 })).toContain('\u001b[1;7H')
})

test('what is typed narrows by title, path and alias, the best title first', () => {
  const { notes: all } = vaultOf({ 'a.md': '# About tea\n', 'b.md': '# Tea\n', 'tea/c.md': '# C\n', 'd.md': '# Té\n' })
  const found = (typed: string): readonly string[] => narrowNotes(all, typed).map(({ path }) => path)
  expect(found('tea')).toEqual(['b.md', 'a.md', 'tea/c.md'])
  expect(found('TEA about')).toEqual(['a.md'])
  expect(found(' ')).toHaveLength(4)
  const { notes: numbered } = vaultOf({
    'a.md': '# Note 770\n',
    'b.md': '# Note 77\n',
    'c.md': '# 🎉 Note 77 and more\n',
  })
  expect(narrowNotes(numbered, 'note  77').map(({ path }) => path)).toEqual(['b.md', 'c.md', 'a.md'])
})
