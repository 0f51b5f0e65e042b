import { expect, test } from '@jest/globals'
import { makeVault } from '../../support/make-vault.ts'
import { runWend } from '../../support/run-wend.ts'

const notes = Array.from(
  { length: 12 },
  (_, number) => [`${number}.md`, `# Turbine ${number}\n\nA turbine.\n`] as const,
)
const cwd = makeVault(Object.fromEntries(notes))

test.each([
  [['turbine', '-1'], 1],
  [['-1', 'turbine'], 1],
  [['turbine', '--title', '-1'], 1],
  [['turbine', '--exact', '-1'], 1],
  [['turbine', '--title'], 10],
  [['turbine', '--title', '-n', '11'], 11],
])('search %j lists %i notes', async (args, count) => {
  const { stdout, exit } = await runWend(['search', ...args, '--format', 'paths'], { cwd })
  expect([exit, stdout.split('\n').length - 1]).toEqual([0, count])
})

test.each([
  [['--title'], 0, 'wend: 2 more are nearly alike: -n 12 lists all\n'],
  [['--fuzzy', '-n', '3'], 0, ''],
  [['--title', '--explain'], 2, 'wend: --title and --explain exclude each other\n'],
  [['--exact', '--explain'], 2, 'wend: --exact and --explain exclude each other\n'],
  [['--fuzzy', '--exact'], 2, 'wend: --exact and --fuzzy exclude each other\n'],
  [['--context', '2'], 2, 'wend: --context needs --exact\n'],
])('search %j ends with %i and says %j', async (args, exit, said) => {
  expect(await runWend(['search', 'turbine', ...args], { cwd })).toMatchObject({ exit, stderr: said })
})

test.each([
  ['prawn', 'no note is surely meant; these have words like it'],
  ['prawn soup', 'no note has all of this; these have some of it'],
  ['shrimp', ''],
])('of %j it is said: %s', async (query, said) => {
  const vault = makeVault({ 'shrimp.md': '# Shrimp\n\nGrilled.\n', 'cake.md': '# Cake\n\nFlour.\n' })
  const { stderr } = await runWend(['search', query], { cwd: vault })
  expect(stderr.split('\n')[0]).toBe(said === '' ? '' : `wend: ${said}`)
})

test('--match looks among the notes that other filters leave', async () => {
  const vault = makeVault({
    'apple.md': '# Apple\n\nA fruit.\n',
    'day.md': '---\ntags: [journal]\n---\n# Friday\n\nAte an apple.\n',
  })
  for (const command of [
    ['list', '--match', 'apple'],
    ['search', 'apple'],
  ]) {
    const { stdout } = await runWend([...command, '--tag', 'journal', '--format', 'paths'], { cwd: vault })
    expect(stdout).toBe('day.md\n')
  }
})

test.each([
  ['turbine', '2 more notes hold the word: -n 12 lists all, --exact every line'],
  ['NOT fan', '2 more notes are found: -n 12 lists all'],
  ['file:*.md', '2 more notes are found: -n 12 lists all'],
  ['"a turbine"', '2 more notes are found: -n 12 lists all'],
  ['turbine -fan', '2 more notes hold some of it: -n 12 lists all, --exact every line'],
])('of what is left of %s it is said: %s', async (query, said) => {
  expect((await runWend(['search', query], { cwd })).stderr).toBe(`wend: ${said}\n`)
})

test.each([
  ['search', '-i', 'leave it out: letter case does not matter'],
  ['search', '-A', '--exact --context LINES'],
  ['search', '--files-with-matches', '--exact --format paths'],
  ['search', '--match', 'leave it out: the words stand alone'],
  ['search', '-g', '--path GLOB'],
  ['list', '-m', '--match WORDS'],
])('%s %s, an option of others, says what to type', async (command, option, said) => {
  const { stderr, exit } = await runWend([command, option, 'turbine'], { cwd })
  expect([exit, stderr]).toEqual([2, expect.stringContaining(`here: ${said}`)])
})

test.each([
  [
    'shrimp zebrafish',
    /^wend: only where words do not count \(.*\): zebrafish; alone and without filters, each is found$/m,
  ],
  ['shrimp hidden12', /^wend: only where words do not count \(.*\): hidden12;/m],
  ['shrimp xyzzy', /^wend: no note holds: xyzzy$/m],
])('of %j it is said where the word stands that is none of a note', async (query, said) => {
  const vault = makeVault({
    'shrimp.md': '# Shrimp\n\nGrilled: https://example.org/zebrafish/1\n\n<!-- hidden12 -->\n',
    'cake.md': '# Cake\n\nFlour.\n',
  })
  expect((await runWend(['search', query], { cwd: vault })).stderr).toMatch(said)
  const [, word = ''] = query.split(' ')
  expect((await runWend(['search', word], { cwd: vault })).exit).toBe(word === 'xyzzy' ? 1 : 0)
})
