import { describe, expect, test } from '@jest/globals'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeVault } from '../support/make-vault.ts'
import { runWend } from '../support/run-wend.ts'

describe('what was asked of one file is done, and the trouble of the other is told', () => {
  const badVault = makeVault({ 'a.md': '# A\n', '.wend/config.yml': 'cahce: off\n' })
  const home = makeVault({})
  const own = join(home, 'wend/config.yml')
  const env = { XDG_CONFIG_HOME: home }

  test.each([
    [['set', 'editor', 'vi'], 'wend: editor is set in', 'editor: vi\n'],
    [['unset', 'editor'], 'wend: editor is unset in', ''],
  ])('config %j in a vault whose file is wrong', async (words, said, text) => {
    const { exit, stderr } = await runWend(['config', ...words], { cwd: badVault, env })
    const trouble = `wend: what holds here is not known: ${join(badVault, '.wend/config.yml')}:1:1: unknown key "cahce"; did you mean "cache"?`
    expect([exit, ...stderr.trim().split('\n')]).toEqual([0, expect.stringContaining(said), trouble])
    expect(readFileSync(own, 'utf8').trim()).toBe(text.trim())
  })

  test('and in the vault where your own file is wrong', async () => {
    const cwd = makeVault({ 'a.md': '# A\n', '.wend/config.yml': '' })
    const config = makeVault({ 'wend/config.yml': 'dates: [\n' })
    const { exit, stderr } = await runWend(['config', 'set', '--in-vault', 'history', '5'], {
      cwd,
      env: { XDG_CONFIG_HOME: config },
    })
    expect([exit, stderr]).toEqual([0, expect.stringContaining('history is set in .wend/config.yml\n')])
    expect(stderr).toContain(`what holds here is not known: ${join(config, 'wend/config.yml')}:2:1: `)
    expect(readFileSync(join(cwd, '.wend/config.yml'), 'utf8')).toBe('history: 5\n')
  })
})

test.each([
  [['vaults.work', ''], '"" is no value for "vaults.work": vaults must be folders by name'],
  [
    ['check.rules.broken-lnk', 'off'],
    '"broken-lnk" is no name for "check.rules.broken-lnk": check.rules must be codes',
  ],
  [['aliases.l', 'lst --tag x'], 'wend has no command "lst"\n      did you mean "list"?'],
  [['aliases.lst', 'lst --tag x'], 'wend has no command "lst"\n      did you mean "list"?'],
  [['aliases', '{a: lst}'], '"lst" is no value for "aliases.a"'],
  [['views.r', '--srt title'], '"--srt" is no option that a view may have\n      did you mean --sort?'],
  [['views.r', 'recent'], '"recent" is no option that a view may have'],
])('%j is refused before anything is written', async (words, said) => {
  const home = makeVault({})
  const { exit, stderr } = await runWend(['config', 'set', ...words], { cwd: home, env: { XDG_CONFIG_HOME: home } })
  expect([exit, stderr]).toEqual([2, expect.stringContaining(said)])
  expect(existsSync(join(home, 'wend/config.yml'))).toBe(false)
})

test.each([
  [['views.r', '-n 3'], 'views:\n  r: -n 3\n'],
  [['aliases.w', '-C work list'], 'aliases:\n  w: -C work list\n'],
  [['aliases', '{a: b, b: list}'], 'aliases: {a: b, b: list}\n'],
])('%j is set', async (words, text) => {
  const home = makeVault({})
  const { exit } = await runWend(['config', 'set', ...words], { cwd: home, env: { XDG_CONFIG_HOME: home } })
  expect([exit, readFileSync(join(home, 'wend/config.yml'), 'utf8')]).toEqual([0, text])
})

test('a vault whose name is mistyped is told the one that may have been meant', async () => {
  const home = makeVault({ 'wend/config.yml': 'vaults: {work: /tmp}\n' })
  const { exit, stderr } = await runWend(['-C', 'wrk', 'list'], { cwd: home, env: { XDG_CONFIG_HOME: home } })
  expect([exit, stderr]).toEqual([2, expect.stringContaining('is named "wrk"\n      did you mean "work"?')])
})

describe('what wend does not know in a file is taken out by its name', () => {
  const text = 'histroy: 5\nweek:\n  zone: x\ndaily.dir: log\neditor: vi\nhistory: 7\n'

  test.each([
    ['histroy', text.replace('histroy: 5\n', '')],
    ['week.zone', text.replace('week:\n  zone: x\n', '')],
    ['daily.dir', text.replace('daily.dir: log\n', '')],
    ['editor', text.replace('editor: vi\n', '')],
  ])('config unset --in-vault %s', async (key, left) => {
    const cwd = makeVault({ '.wend/config.yml': text })
    const { exit, stderr } = await runWend(['config', 'unset', '--in-vault', key], { cwd })
    expect([exit, stderr]).toEqual([0, expect.stringContaining(`wend: ${key} is unset in .wend/config.yml\n`)])
    expect(stderr).toContain('mend it with: wend config edit --in-vault\n')
    expect(readFileSync(join(cwd, '.wend/config.yml'), 'utf8')).toBe(left)
  })

  test.each([
    ['hsitory', 'unknown key "hsitory"\n      did you mean "history"?'],
    ['week', '"week" holds several keys'],
    ['constructor', 'unknown key "constructor"'],
  ])('config unset %s, which it does not have, is refused', async (key, said) => {
    const cwd = makeVault({ '.wend/config.yml': text })
    const { exit, stderr } = await runWend(['config', 'unset', '--in-vault', key], { cwd })
    expect([exit, stderr]).toEqual([2, expect.stringContaining(said)])
    expect(readFileSync(join(cwd, '.wend/config.yml'), 'utf8')).toBe(text)
  })

  test('a key whose section stands in its name is set where it is', async () => {
    const cwd = makeVault({ '.wend/config.yml': 'daily.dir: log # mine\n' })
    expect((await runWend(['config', 'set', '--in-vault', 'daily.dir', 'journal'], { cwd })).exit).toBe(0)
    expect(readFileSync(join(cwd, '.wend/config.yml'), 'utf8')).toBe('daily.dir: journal # mine\n')
  })
})
