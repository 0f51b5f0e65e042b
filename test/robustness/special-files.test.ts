import { describe, expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { makeVault } from '../support/make-vault.ts'
import { type Run, runWend, spawnWend, testEnvironment } from '../support/run-wend.ts'

const notes = { 'a.md': '# A\n\n[[b]]\n', 'b.md': '# B\n' }

const kinds: Readonly<Record<string, (file: string) => void>> = {
  'a pipe': (file) => void spawnSync('mkfifo', [file]),
  'a link to a device': (file) => symlinkSync('/dev/zero', file),
  'a link to itself': (file) => symlinkSync(file, file),
  'a link to nothing': (file) => symlinkSync('/nowhere/at/all', file),
  'a folder': (file) => void mkdirSync(join(file, 'inside'), { recursive: true }),
}

describe('what wend keeps in a vault of a stranger', () => {
  /** Pipes and devices would hang the tests themselves, so another process meets them. */
  const risky = ['a pipe', 'a link to a device']

  test.each(
    [
      'lock',
      'journal',
      'journal.new',
      'lock.takeover',
      'trash',
      'history',
      'history/000001.json',
      'cache',
      '.gitignore',
    ].flatMap((name) => Object.keys(kinds).map((kind) => [name, kind] as const)),
  )('.wend/%s is %s: notes are read, a change is made or refused, nothing hangs', async (name, kind) => {
    const cwd = makeVault({ ...notes, '.wend/config.yml': 'cache: vault\n' })
    if (name.startsWith('history/')) mkdirSync(join(cwd, '.wend/history'))
    kinds[kind]?.(join(cwd, '.wend', name))
    const run = (args: readonly string[]): Promise<Run> =>
      risky.includes(kind) ? Promise.resolve(spawnWend(args, { cwd })) : runWend(args, { cwd })
    const list = await run(['list', '--format', 'paths'])
    expect([list.exit, list.stdout]).toEqual([0, 'a.md\nb.md\n'])
    const change = await run(['rm', 'a'])
    expect(change.stderr).not.toMatch(/bug in wend|could not be taken back yet \(/)
    expect(readdirSync(cwd).filter((file) => file.endsWith('.md'))).toEqual(
      change.exit === 0 ? ['b.md'] : ['a.md', 'b.md'],
    )
  })

  test.each(Object.keys(kinds))('the files of a cache are %s: the answers are those without a cache', async (kind) => {
    const cwd = makeVault({ ...notes, '.wend/config.yml': 'cache: vault\n' })
    const commands = [
      ['list', '--format', 'paths'],
      ['search', 'a', '--format', 'paths'],
      ['check', '--format', 'paths'],
      ['show', 'a', '--plain'],
    ]
    const told = (args: readonly string[]): Run => spawnWend(args, { cwd })
    const expected = commands.map((args) => told([...args, '--no-cache']))
    for (const args of commands) told(args)
    const cache = join(cwd, '.wend/cache')
    const names = readdirSync(cache)
    expect(names).toContain('index')
    for (const name of names) {
      rmSync(join(cache, name), { recursive: true })
      kinds[kind]?.(join(cache, name))
    }
    expect(commands.map(told)).toEqual(expected)
  })

  test.each(['trash', ''])('.wend/%s that leads out of the vault is not written to', async (name) => {
    const outside = mkdtempSync(join(tmpdir(), 'wend-outside-'))
    const cwd = makeVault(notes)
    if (name === '') rmSync(join(cwd, '.wend'), { recursive: true })
    symlinkSync(outside, join(cwd, '.wend', name))
    const { exit, stdout, stderr } = await runWend(['rm', 'a', '-C', cwd], { cwd })
    expect([exit, stdout, stderr]).toEqual([1, '', expect.stringMatching(/symbolic link|is no folder/)])
    expect(readdirSync(outside)).toEqual([])
    expect(existsSync(join(cwd, '.wend/journal'))).toBe(false)
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(notes['a.md'])
  })
})

test('a cache in the vault that is a link is not written through', () => {
  const outside = mkdtempSync(join(tmpdir(), 'wend-outside-'))
  const cwd = makeVault({ ...notes, '.wend/config.yml': 'cache: vault\n' })
  symlinkSync(outside, join(cwd, '.wend/cache'))
  for (const args of [['list'], ['search', 'a'], ['check'], ['show', 'a']])
    expect(spawnWend(args, { cwd }).exit).toBe(0)
  expect(readdirSync(outside)).toEqual([])
})

describe('special files among the notes', () => {
  test('a socket, a pipe and links to devices are not opened by any command', async () => {
    const cwd = makeVault(notes)
    spawnSync('mkfifo', [join(cwd, 'pipe.md')])
    symlinkSync('/dev/zero', join(cwd, 'zero.md'))
    symlinkSync('/dev/zero', join(cwd, '.gitignore'))
    symlinkSync('loop.md', join(cwd, 'loop.md'))
    const server = createServer()
    await new Promise<void>((done) => server.listen(join(cwd, 'socket.md'), done))
    for (const args of [['list'], ['check'], ['stats'], ['search', 'a'], ['mentions', 'a'], ['list', '--follow']]) {
      const { exit, stderr } = await runWend(args, { cwd })
      expect([args, exit === 2, stderr]).toEqual([args, false, args[0] === 'list' ? '' : stderr])
    }
    for (const name of ['pipe.md', 'zero.md', 'socket.md', 'loop.md'])
      expect((await runWend(['show', `./${name}`], { cwd })).stderr).toContain('no note named')
    server.close()
  })
})

describe('odd places to be', () => {
  test('a current folder that was removed is told; a vault named in full is read all the same', () => {
    const cwd = makeVault(notes)
    const shell = (line: string): ReturnType<typeof spawnSync> =>
      spawnSync('sh', ['-c', `mkdir gone && cd gone && rmdir ../gone && ${line}`], {
        cwd,
        env: testEnvironment({ WEND: resolve('bin/wend.js'), VAULT: cwd }),
        encoding: 'utf8',
      })
    const lost = shell('node "$WEND" list')
    expect([lost.status, lost.stdout, lost.stderr]).toEqual([
      2,
      '',
      'wend: the current folder is not there any more\n      go to another one with cd, and run the command again\n',
    ])
    expect(shell('node "$WEND" -C "$VAULT" list --format paths').stdout).toBe(`${cwd}/a.md\n${cwd}/b.md\n`)
  })

  test.each([
    {},
    { HOME: '', XDG_CONFIG_HOME: '', XDG_CACHE_HOME: '', XDG_STATE_HOME: '' },
    { HOME: 'here', XDG_CONFIG_HOME: 'here', XDG_CACHE_HOME: 'here', XDG_STATE_HOME: 'here' },
    { HOME: '/dev/null', XDG_CONFIG_HOME: '/dev/null', XDG_CACHE_HOME: '/dev/null', XDG_STATE_HOME: '/dev/null' },
    { HOME: '/nowhere', XDG_CONFIG_HOME: '/nowhere/x', XDG_CACHE_HOME: '/proc/x', XDG_STATE_HOME: '/proc/x' },
  ])('no home to keep anything in: %j', (env) => {
    const cwd = makeVault(notes)
    for (const args of [['list', '--format', 'paths'], ['wander']]) {
      const { exit, stdout, stderr } = spawnWend(args, { cwd, env })
      expect([args, exit, stdout === '']).toEqual([args, 0, false])
      expect(stderr).toMatch(/^(?:wend: go on with.*\n)?(?:wend: .*cannot.*\n)?$/)
    }
    expect(readdirSync(cwd).sort()).toEqual(['.wend', 'a.md', 'b.md'])
  })
})
