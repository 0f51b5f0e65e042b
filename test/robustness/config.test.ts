import { describe, expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeVault } from '../support/make-vault.ts'
import { runWend, spawnWend } from '../support/run-wend.ts'

async function listWith(config: string | Buffer): Promise<{ readonly exit: number; readonly stderr: string }> {
  const cwd = makeVault({ 'a.md': '# A\n', '.wend/config.yml': config })
  const { exit, stdout, stderr } = await runWend(['list', '--format', 'paths'], { cwd })
  if (exit === 0) expect(stdout).toBe('a.md\n')
  else expect(stdout).toBe('')
  return { exit, stderr }
}

describe('a configuration that is wrong', () => {
  const bombs = `a: &a [x]\nb: &b [${'*a,'.repeat(9)}]\nc: &c [${'*b,'.repeat(9)}]\nignore: [${'*c,'.repeat(9)}]\n`
  test.each<[string, string | Buffer, RegExp]>([
    ['a list', '- a\n', /config\.yml:1:1: the file must hold keys with values, such as ignore: /],
    ['a word', 'hello\n', /config\.yml:1:1: the file must hold keys with values/],
    [
      'a word for a section',
      'cache: off\ntheme: dark\n',
      /:2:8: "theme" must hold keys with values, such as name: dark/,
    ],
    ['a list for a section', 'check: []\n', /:1:8: "check" must hold keys with values/],
    [
      'an unknown key of a section',
      'check:\n  rulez: {}\n',
      /:2:3: unknown key "check\.rulez"\n\s+did you mean "check\.rules"/,
    ],
    ['an unknown section', 'daly: {dir: x}\n', /:1:1: unknown key "daly"\n\s+did you mean "daily"/],
    ['a key that no other is like', 'nonsense: 1\n', /:1:1: unknown key "nonsense"; all keys: wend help configuration/],
    ['a key that every object has', 'constructor: 1\n', /:1:1: unknown key "constructor"/],
    ['the prototype', '__proto__: 1\n', /:1:1: unknown key "__proto__"/],
    ['a key that is a list', '? [a]\n: b\n', /a key must be a word/],
    ['a value that is left out', 'ignore:\n', /:1:1: wrong value for "ignore", which must be a list of patterns/],
    ['a value of another kind', 'cache: yes\n', /wrong value for "cache", which must be user, vault or off/],
    ['a word that is nearly one', 'cache: of\n', /must be user, vault or off\n +did you mean "off"\?/],
    [
      'a name that does not change',
      'daily: {name: daily}\n',
      /:1:9: wrong value for "daily\.name", .* the day is said/,
    ],
    [
      'one entry of several',
      'groups:\n  good: {dir: g}\n  bad: {dirr: x}\n',
      /:3:9: wrong value for "groups\.bad\.dirr", and groups must be sorts of notes .*\n +did you mean "dir"\?/,
    ],
    [
      'an entry that is no map',
      'groups: {good: {dir: g}, bad: 5}\n',
      /:1:26: wrong value for "groups\.bad", and groups/,
    ],
    ['an entry of an alias', 'views: &v {a: 5}\ngroups: *v\n', /:1:12: wrong value for "views\.a", and views must be/],
    ['a rule', 'check:\n  rules:\n    orphan: offf\n', /:3:5: wrong value for "check\.rules\.orphan", .*\n.*"off"/],
    ['two documents', 'ignore: []\n---\nignore: []\n', /:2:1: a second document starts here/],
    ['no YAML', 'ignore: [a\n', /config\.yml:2:1: /],
    ['an alias bomb', bombs, /cannot be read: Excessive alias count/],
    ['deep nesting', `ignore: ${'['.repeat(20_000)}\n`, /config\.yml/],
    ['a binary file', Buffer.from([1, 0, 2]), /it is a binary file/],
    ['Latin-1', Buffer.from('ignore: [caf\u00e9]\n', 'latin1'), /not valid UTF-8: byte 0xe9 at offset 12/],
  ])('%s is told with its place', async (_name, config, message) => {
    expect(await listWith(config)).toEqual({ exit: 2, stderr: expect.stringMatching(message) })
  })

  test.each(['', '# nothing yet\n', '{}\n', 'check:\n', '\ufeffignore: []\r\n'])(
    'nothing set is fine: %j',
    async (config) => {
      expect(await listWith(config)).toEqual({ exit: 0, stderr: '' })
    },
  )

  test.each(['a pipe', 'a device', 'a folder', 'a loop'])('%s in its place is named and not read', (kind) => {
    const cwd = makeVault({ 'a.md': '# A\n' })
    const file = join(cwd, '.wend', 'config.yml')
    if (kind === 'a pipe') spawnSync('mkfifo', [file])
    if (kind === 'a device') symlinkSync('/dev/zero', file)
    if (kind === 'a folder') mkdirSync(file)
    if (kind === 'a loop') symlinkSync('config.yml', file)
    const { exit, stderr } = spawnWend(['list'], { cwd })
    const refused = kind === 'a device' ? 'lies outside the vault' : `cannot read the configuration ${file}: `
    expect([exit, stderr]).toEqual([kind === 'a device' ? 1 : 2, expect.stringContaining(refused)])
  })

  test('an escape in it does not reach the terminal', async () => {
    const { stderr } = await listWith('"a\\e[2J\\u202e": 1\n')
    expect(stderr).toContain('unknown key "a^[[2J<U+202E>"')
  })

  test("a user's own file is named as such", async () => {
    const cwd = makeVault({ 'a.md': '# A\n', 'home/wend/config.yml': 'pagr: less\n' })
    const { exit, stderr } = await runWend(['list'], { cwd, env: { XDG_CONFIG_HOME: join(cwd, 'home') } })
    expect([exit, stderr]).toEqual([
      2,
      expect.stringMatching(/home\/wend\/config\.yml:1:1: unknown key "pagr"\n.*"pager"/),
    ])
    writeFileSync(join(cwd, 'home/wend/config.yml'), 'pager: less\n')
    expect((await runWend(['list'], { cwd, env: { XDG_CONFIG_HOME: join(cwd, 'home') } })).exit).toBe(0)
  })
})

test('settings of other tools that are nested thousands deep are passed over', async () => {
  const cwd = makeVault({
    'a.md': '# A\n',
    '.obsidian/app.json': '{"a":['.repeat(4000),
    'logseq/config.edn': '{:a ['.repeat(4000),
    'mkdocs.yml': `nav: ${'['.repeat(20_000)}\n`,
    'book.toml': '[[a.'.repeat(5000),
  })
  for (const line of [
    ['doctor'],
    ['list'],
    ['config', 'list'],
    ['daily', '--path'],
    ['init', '--obsidian', '--dry-run'],
  ]) {
    const { exit, stderr } = await runWend(line, { cwd })
    expect([line, stderr]).toEqual([line, expect.not.stringMatching(/bug in wend|\n\s+at /)])
    expect([0, 1, 2]).toContain(exit)
  }
})
