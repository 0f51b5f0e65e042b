import { describe, expect, test } from '@jest/globals'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeVault } from '../../support/make-vault.ts'
import { runWend } from '../../support/run-wend.ts'

const bare = (): string => realpathSync(mkdtempSync(join(tmpdir(), 'wend-bare-')))

describe('a vault that was guessed', () => {
  test('is named on standard error, also when a command fails, but not with --quiet', async () => {
    const cwd = bare()
    writeFileSync(join(cwd, 'a.md'), '# A\n')
    const said = `vault: ${cwd} (a guess`
    expect((await runWend(['list'], { cwd })).stderr).toContain(said)
    expect((await runWend(['show', 'zzzzzz'], { cwd })).stderr).toContain(said)
    expect((await runWend(['list', '-q'], { cwd })).stderr).toBe('')
  })

  test('becomes one with its first note, whose links then hold from below', async () => {
    const cwd = bare()
    expect((await runWend(['new', 'A'], { cwd })).stderr).toContain(`${cwd} is a vault now`)
    await runWend(['new', 'B', '--dir', 'daily', '-q'], { cwd, input: 'see [[A]]\n' })
    const check = await runWend(['check', '--only', 'broken-link'], { cwd: join(cwd, 'daily') })
    expect([check.exit, check.stderr]).toEqual([0, `wend: vault: ${cwd} (marked by .wend)\n`])
  })

  test('init marks the folder that -C names', async () => {
    const cwd = bare()
    mkdirSync(join(cwd, 'q'))
    await runWend(['-C', 'q', 'init'], { cwd })
    expect([existsSync(join(cwd, '.wend')), existsSync(join(cwd, 'q/.wend/config.yml'))]).toEqual([false, true])
  })

  test('a dry run marks nothing', async () => {
    const cwd = bare()
    await runWend(['new', 'A', '--dry-run'], { cwd })
    expect(existsSync(join(cwd, '.wend'))).toBe(false)
  })

  test('with over 20,000 files is refused, and read when it is named', async () => {
    const cwd = bare()
    for (let folder = 0; folder < 21; folder++) {
      mkdirSync(join(cwd, `d${folder}`))
      for (let file = 0; file < 1000; file++) writeFileSync(join(cwd, `d${folder}`, `${file}`), '')
    }
    writeFileSync(join(cwd, 'a.md'), '# A\n')
    const refused = await runWend(['list'], { cwd })
    expect([refused.exit, refused.stdout]).toEqual([1, ''])
    expect(refused.stderr).toContain('more than 20000 files')
    expect((await runWend(['new', 'B'], { cwd })).stderr).toContain('more than 20000 files')
    expect(existsSync(join(cwd, '.wend'))).toBe(false)
    expect((await runWend(['-C', '.', 'list'], { cwd })).stdout).toBe('A\n')
  }, 30_000)

  test('a home is no place for a new note', async () => {
    const cwd = bare()
    const made = await runWend(['new', 'A'], { cwd, env: { HOME: cwd } })
    expect([made.exit, existsSync(join(cwd, 'a.md'))]).toEqual([1, false])
    expect((await runWend(['init'], { cwd, env: { HOME: cwd } })).exit).toBe(1)
    expect((await runWend(['init', '.'], { cwd, env: { HOME: cwd } })).exit).toBe(0)
  })
})

test('a setting of your own says nothing of a vault that would be a guess', async () => {
  const cwd = bare()
  const env = { HOME: bare(), XDG_CONFIG_HOME: '' }
  const set = await runWend(['config', 'set', 'dates', 'git'], { cwd, env })
  expect(set.stderr).toBe('wend: dates is set in ~/.config/wend/config.yml\n')
  expect((await runWend(['config', 'unset', 'dates'], { cwd, env })).stderr).not.toContain('guess')
  expect((await runWend(['config', 'set', 'dates', 'git', '--verbose'], { cwd, env })).stderr).toContain('guess')
  expect((await runWend(['config', 'set', '--in-vault', 'dates', 'git'], { cwd, env })).stderr).toContain(
    'set in .wend',
  )
})

test('settings of your own are shown and set where no vault is', async () => {
  const cwd = bare()
  const env = { HOME: cwd, XDG_CONFIG_HOME: join(cwd, '.config') }
  const set = await runWend(['config', 'set', 'vaults.work', 'notes'], { cwd, env })
  expect([set.exit, set.stderr]).toEqual([0, 'wend: vaults.work is set in ~/.config/wend/config.yml\n'])
  expect((await runWend(['config', 'get', 'vaults.work'], { cwd, env })).stdout).toBe(`${join(cwd, 'notes')}\n`)
  expect((await runWend(['config', 'list', 'vaults'], { cwd, env })).stdout).toContain('~/.config/wend/config.yml:1')
  expect((await runWend(['config', 'unset', 'vaults.work'], { cwd, env })).exit).toBe(0)
  await runWend(['config', 'set', 'vaults.home', '~/notes'], { cwd, env })
  expect((await runWend(['vaults'], { cwd, env })).stdout).toContain(`home  ${cwd}/notes`)
  expect((await runWend(['config', 'edit'], { cwd, env })).stderr).toContain('no editor is set')
  expect((await runWend(['config', 'edit'], { cwd, env: { ...env, EDITOR: 'true' } })).exit).toBe(0)
  // A vault's own file needs a vault.
  expect((await runWend(['config', 'set', '--in-vault', 'ignore', 'a/'], { cwd, env })).exit).toBe(1)
})

test.each([
  ['theme.colors.titel', 'red', 'theme.colors: no style "titel"'],
  ['theme.colors.title', 'reddish', 'theme.colors: "reddish" is no look for title'],
  ['theme.name', 'darkish', 'theme.name: no theme "darkish"'],
])('%s %s, with which nothing could be shown, is not set', async (key, value, said) => {
  const cwd = bare()
  const env = { HOME: cwd, XDG_CONFIG_HOME: join(cwd, '.config') }
  const set = await runWend(['config', 'set', key, value], { cwd, env })
  expect([set.exit, set.stderr]).toEqual([2, expect.stringContaining(said)])
  expect((await runWend(['config', 'get', key], { cwd, env })).exit).toBe(1)
})

describe('paths', () => {
  const files = { 'a.md': '# A\n[[b]]\n', 'sub/b.md': '# B\n', 'sub/a.md': '# Other\n' }

  test('open from where one stands; data has those of the vault too', async () => {
    const root = makeVault(files)
    const below = { cwd: join(root, 'sub') }
    expect((await runWend(['list', '--format', 'paths'], below)).stdout).toBe('../a.md\nb.md\na.md\n')
    expect((await runWend(['links', '../a.md', '--format', '{{path}} {{resolved}}'], below)).stdout).toBe(
      '../a.md b.md\n',
    )
    const above = { cwd: join(root, '..') }
    const name = root.slice(root.lastIndexOf('/') + 1)
    expect((await runWend(['list', '-0', '-C', name], above)).stdout).toBe(
      `${name}/a.md\0${name}/sub/b.md\0${name}/sub/a.md\0`,
    )
    const rows = JSON.parse((await runWend(['list', '--json'], below)).stdout) as { path: string; absPath: string }[]
    expect(rows.map(({ path, absPath }) => [path, absPath])).toContainEqual(['sub/b.md', join(root, 'sub/b.md')])
  })

  test('a path that opens from here names that note, before one of the vault', async () => {
    const root = makeVault(files)
    const title = async (query: string, cwd: string): Promise<string> =>
      (await runWend(['show', query, '--format', '{{title}}'], { cwd })).stdout
    expect(await title('a.md', join(root, 'sub'))).toBe('Other\n')
    expect(await title('../a', join(root, 'sub'))).toBe('A\n')
    expect(await title('a.md', root)).toBe('A\n')
    expect(await title(join(root, 'sub/b.md'), root)).toBe('B\n')
  })
})

describe('a NOTE argument', () => {
  const files = {
    'a.md': '# A\n\noutside [[c]]\n\n## In it\n\ninside [[b]] ^blk\n',
    'b.md': '# B\n[[a#In it]] and [[a]]\n',
    'c.md': '# C\n',
    'd#In it.md': '# Whole\n',
    'd.md': '# D\n\n## In it\n',
    'e.md': '# E\n\n## Long name {#short}\n\nin\n\n## Rest\n',
  }

  test('names a heading by the id that it bears', async () => {
    const cwd = makeVault(files)
    expect((await runWend(['show', 'e#short', '--format', '{{body}}'], { cwd })).stdout).toBe(
      '## Long name {#short}\n\nin\n\n\n',
    )
    await runWend(['append', 'e#short', 'more'], { cwd })
    expect(readFileSync(join(cwd, 'e.md'), 'utf8')).toContain('in\n\nmore\n\n## Rest')
    expect((await runWend(['extract', 'e#short'], { cwd })).exit).toBe(0)
    expect(readFileSync(join(cwd, 'e.md'), 'utf8')).toBe('# E\n\n[[long-name|Long name]]\n\n## Rest\n')
  })

  test('names a heading or block after #, and a whole name wins', async () => {
    const cwd = makeVault(files)
    const show = async (query: string): Promise<string> =>
      (await runWend(['show', query, '--format', '{{body}}'], { cwd })).stdout
    expect(await show('a#In it')).toBe('## In it\n\ninside [[b]] ^blk\n\n')
    expect(await show('a#^blk')).toContain('inside')
    expect((await runWend(['show', 'd#In it', '--format', '{{title}}'], { cwd })).stdout).toBe('Whole\n')
    expect((await runWend(['links', 'a#In it', '--format', '{{target}}'], { cwd })).stdout).toBe('b\n')
    expect((await runWend(['backlinks', 'a#In it', '--json'], { cwd })).stdout.match(/"target"/g)).toHaveLength(1)
    expect((await runWend(['rm', 'a#In it'], { cwd })).exit).toBe(2)
  })

  test('- reads names from standard input', async () => {
    const cwd = makeVault(files)
    expect((await runWend(['links', '-', '--format', '{{target}}'], { cwd, input: 'a.md\n' })).stdout).toBe('c\nb\n')
    const several = await runWend(['links', '-'], { cwd, input: 'a.md\nb.md\n' })
    expect([several.exit, several.stderr]).toEqual([2, expect.stringContaining('2 notes')])
    const removed = await runWend(['rm', '-', '--force', '--format', 'paths'], { cwd, input: 'c.md\nb.md\0' })
    expect(removed.stdout).toBe('c.md\nb.md\n')
  })
})

test('a vault is known by the name that the user gave it, where no folder has that name', async () => {
  const [root, cwd, config] = [makeVault({ 'a.md': '# A\n' }), bare(), bare()]
  mkdirSync(join(config, 'wend'))
  writeFileSync(join(config, 'wend', 'config.yml'), `vaults: {work: ${root}, gone: ~/nowhere}\n`)
  const env = { XDG_CONFIG_HOME: config }
  expect((await runWend(['-C', 'work', 'list'], { cwd, env })).stdout).toBe('A\n')
  expect((await runWend(['list'], { cwd, env: { ...env, WEND_VAULT: 'work' } })).stdout).toBe('A\n')
  const mistyped = await runWend(['-C', 'wrok', 'list'], { cwd, env })
  expect([mistyped.exit, mistyped.stderr]).toEqual([2, expect.stringContaining('did you mean "work"?')])
  const unknown = await runWend(['-C', 'unknown', 'list'], { cwd, env })
  expect([unknown.exit, unknown.stderr]).toEqual([2, expect.stringContaining('vaults: work, gone')])
  expect((await runWend(['vaults', '--format', '{{name}} {{exists}}'], { cwd, env })).stdout).toBe(
    'work true\ngone false\n',
  )
  const file = join(config, 'wend', 'config.yml')
  writeFileSync(file, `# mine\nvaults:\n  work: ${root}\n  gone: /nowhere/at/all\n  file: ${root}/a.md\n`)
  for (const [name, at] of [['gone', 4] as const, ['file', 5] as const]) {
    const missing = await runWend(['list'], { cwd, env: { ...env, WEND_VAULT: name } })
    expect([missing.exit, (await runWend(['-C', name, 'list'], { cwd, env })).stderr]).toEqual([2, missing.stderr])
    expect(missing.stderr).toContain(`${file}:${at} names it "${name}"`)
  }
  // What needs no vault works.
  expect((await runWend(['vaults'], { cwd, env: { ...env, WEND_VAULT: 'gone' } })).exit).toBe(0)
  mkdirSync(join(cwd, 'work'))
  writeFileSync(join(cwd, 'work', 'b.md'), '# Here\n')
  expect((await runWend(['-C', 'work', 'list'], { cwd, env })).stdout).toBe('Here\n')
})
