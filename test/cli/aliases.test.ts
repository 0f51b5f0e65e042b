import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { makeVault } from '../support/make-vault.ts'
import { type Run, runWend, spawnWend } from '../support/run-wend.ts'

const cwd = makeVault({
  'a.md': '---\ntags: [inbox]\n---\n\n# A\n',
  'b.md': '# B\n',
  'other/c.md': '# C\n',
})

function withConfig(text: string): Record<string, string> {
  const home = mkdtempSync(join(tmpdir(), 'wend-alias-'))
  mkdirSync(join(home, 'wend'))
  writeFileSync(join(home, 'wend/config.yml'), text)
  return { XDG_CONFIG_HOME: home }
}

const env = withConfig(`
aliases:
  inbox: list --tag inbox
  in: inbox --format paths
  titled: "list --format '{{title}} of {{path}}'"
  list: search zzz
  round: about
  about: round
  count: "!wc -c | tr -d ' '; printf '[%s]' "
  fail: "!exit 3;"
`)
const wend = (...args: string[]): Promise<Run> => runWend(args, { cwd, env })

describe('a command of the user’s own', () => {
  test('is written out, with what follows and what stands before it', async () => {
    expect((await wend('inbox', '--format', 'paths')).stdout).toBe('a.md\n')
    expect((await wend('in')).stdout).toBe('a.md\n')
    expect((await wend('-C', 'other', 'titled')).stdout).toBe('C of other/c.md\n')
    expect((await wend('titled', '--tag', 'inbox')).stdout).toBe('A of a.md\n')
  })

  test('hides no command', async () => {
    expect((await wend('list', '--format', 'paths')).stdout).toBe('a.md\nb.md\nother/c.md\n')
    expect((await wend('--help')).stdout).not.toContain('search zzz')
    const { stderr } = await wend('config', 'set', 'aliases.show', 'list')
    expect(stderr).toContain('"show" is a command of wend, which wins over the alias')
  })

  test('is shown by the help and suggested', async () => {
    expect((await wend('--help')).stdout).toMatch(/Aliases of your configuration:\n {2}inbox +list --tag inbox\n/)
    expect((await wend('help', 'inbox')).stdout).toMatch(/^inbox is an alias: list --tag inbox\n\nUsage: wend list/)
    expect((await wend('inbox', '--help')).stdout).toMatch(/^Usage: wend list/)
    expect((await wend('help', 'fail')).stdout).toBe('fail is an alias: !exit 3;\n')
    expect((await wend('inbix')).stderr).toContain('did you mean "wend inbox"?')
  })

  test('that leads back to itself is told', async () => {
    expect(await wend('round')).toEqual({
      exit: 2,
      stdout: '',
      stderr: expect.stringContaining('the alias "round" leads to "about" leads to "round"'),
    })
  })

  test('may be a line for the shell, which gets what follows as arguments', () => {
    const run = spawnWend(['count', 'a b', "$(x) '"], { cwd, env, input: 'four' })
    expect(run).toEqual({ exit: 0, stdout: "4\n[a b][$(x) ']", stderr: '' })
    expect(spawnWend(['fail'], { cwd, env }).exit).toBe(3)
    const refused = spawnWend(['-C', 'other', 'count'], { cwd, env })
    expect([refused.exit, refused.stderr]).toEqual([2, expect.stringContaining('takes no options of wend before')])
  })

  test.each([
    ['!echo', 'x y z'],
    ['!echo "$@"', 'x y z'],
    ['!printf \'%s.\' "${1}" end', 'x y.end.'],
    ["!echo a b | awk '{print $2}' /dev/stdin", 'b'],
    ['!echo \\$1', '$1 x y z'],
    ['!f() { printf "%s." "$2" "$1"; }; f', 'z.x y.'],
  ])('a line for the shell has its arguments at its end, or where it says: %s', (line, said) => {
    const own = withConfig(`aliases: {run: ${JSON.stringify(line)}}\n`)
    const words = line.includes('awk') ? [] : ['x y', 'z']
    expect(spawnWend(['run', ...words], { cwd, env: own }).stdout.trim()).toBe(said)
  })

  test('never comes from a vault', async () => {
    const hostile = makeVault({ 'a.md': '# A\n', '.wend/config.yml': 'aliases: {inbox: "!touch ran"}\n' })
    expect((await runWend(['inbox'], { cwd: hostile })).stderr).toContain('unknown command "inbox"')
    expect((await runWend(['list'], { cwd: hostile })).stderr).toContain('"aliases" is not for a vault to decide')
  })

  test('in a broken file is told where a command is asked for, and the help stays', async () => {
    const broken = withConfig('aliases: {"a b": list}\n')
    expect((await runWend(['zz'], { cwd, env: broken })).stderr).toContain(
      'wrong value for "aliases.a b", and aliases must be',
    )
    expect((await runWend(['--help'], { cwd, env: broken })).exit).toBe(0)
  })
})
