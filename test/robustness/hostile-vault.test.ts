import { describe, expect, test } from '@jest/globals'
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { registry } from '../../src/commands/registry.ts'
import { readingLines, writingLines } from '../support/command-lines.ts'
import { contentsOf, type HostileVault, putHostileVault, secret } from '../support/hostile-vault.ts'
import { testEnvironment } from '../support/run-wend.ts'

/** What commands are asked in the vault of a stranger beside what they are asked elsewhere. */
const ownLines: Readonly<Record<string, readonly (readonly string[])[]>> = {
  list: [
    ['list', '--format', 'json'],
    ['list', '@run'],
    ['list', '--changed'],
    ['list', '--base', 'x.base'],
    ['list', '--base', 'secret.base'],
    ['list', '--base', '../secret.base'],
    ['list', '--columns', 'title,tags,path', '--group-by', 'tags'],
  ],
  search: [
    ['search', 'words of b'],
    ['search', '--exact', 'staple'],
  ],
  show: [
    ['show', 'a', '--embeds', '3'],
    ['show', 'secret'],
  ],
  open: [
    ['open', 'a'],
    ['open', 'secret'],
  ],
  links: [['links', 'a', '--json']],
  mcp: [['mcp']],
  lsp: [['lsp']],
  check: [['check'], ['check', '--changed'], ['check', '--fix']],
  tasks: [['tasks'], ['tasks', 'done', 'secret:1'], ['tasks', 'done', 'a:1']],
  history: [
    ['history', 'a'],
    ['history', 'secret'],
  ],
  diff: [
    ['diff', 'a'],
    ['diff', 'a', '--output=x'],
    ['diff', 'secret'],
  ],
  index: [['index'], ['index', '--write', 'README.md', '--force', '--template', 'Template.md']],
  serve: [['serve', '--port', '0']],
  publish: [['publish', 'SITE']],
  export: [
    ['export', 'a'],
    ['export', 'a', '--format', 'md'],
    ['export', 'a', '--format', 'txt'],
    ['export', 'secret'],
  ],
  browse: [['browse']],
  wander: [['wander', 'a', '--auto', '3']],
  path: [['path', 'a', 'b']],
  random: [['random']],
  new: [
    ['new', 'X', '--dir', 'out'],
    ['new', 'secret'],
  ],
  add: [
    ['add', 'a thought', '--to', 'secret'],
    ['add', 'a thought'],
  ],
  append: [
    ['append', 'secret', 'x'],
    ['append', 'b', 'x'],
  ],
  prepend: [
    ['prepend', 'secret', 'x'],
    ['prepend', 'b', 'x'],
  ],
  daily: [['daily']],
  init: [['init']],
  doctor: [['doctor'], ['doctor', '--json']],
  config: [
    ['config', 'list', '--json'],
    ['config', 'set', 'ignore', 'x/', '--in-vault'],
    ['config', 'edit', '--in-vault'],
  ],
  extract: [
    ['extract', 'secret#B', 'X'],
    ['extract', 'a#A', 'X', '--dir', 'out'],
  ],
  inline: [
    ['inline', 'b', '--into', 'secret'],
    ['inline', 'b'],
  ],
  split: [
    ['split', 'secret', '--level', '1'],
    ['split', 'a', '--level', '1', '--dir', 'out'],
  ],
  merge: [
    ['merge', 'b', 'secret'],
    ['merge', 'b', 'a'],
  ],
  mv: [
    ['mv', 'b', 'out/b.md'],
    ['mv', 'a', 'sub/'],
  ],
  set: [
    ['set', 'a', 'title=Other'],
    ['set', 'secret', 'k=v'],
    ['set', '--path', 'out/', 'k=v', '--expect', '1'],
  ],
  unset: [['unset', 'a', 'tags']],
  alias: [['alias', 'add', 'b', 'Bee']],
  tag: [['tag', 'rename', '../t', 't']],
  link: [['link', 'suggest', '--write']],
  rm: [
    ['rm', 'a', '--force'],
    ['rm', 'secret', '--force'],
  ],
  undo: [['undo'], ['undo', '--list']],
  redo: [['redo']],
  trash: [
    ['trash', 'list'],
    ['trash', 'empty', '--force'],
  ],
  completion: [['completion', '--for', 'show', ':']],
}

/** The lines of every command. */
const commandLines = registry.map(({ name }): readonly [string, readonly (readonly string[])[]] => {
  const elsewhere = readingLines[name] ?? writingLines[name]?.map(({ args }) => args)
  return [name, ownLines[name] ?? elsewhere ?? []]
})

interface Watched {
  readonly output: string
  readonly record: string
  readonly ended: boolean
}

/** Runs the built program with what it opens and starts written down. */
function watch(args: readonly string[], { cwd }: HostileVault): Promise<Watched> {
  const home = mkdtempSync(join(tmpdir(), 'wend-watched-'))
  const record = join(home, 'record')
  writeFileSync(record, '')
  const env = testEnvironment({
    WEND_TEST_RECORD: record,
    EDITOR: 'true',
    XDG_STATE_HOME: join(home, 'state'),
    XDG_CACHE_HOME: join(home, 'cache'),
  })
  const shim = resolve('test/support/record-files.js')
  const words = args.map((word) => (word === 'SITE' ? join(home, 'site') : word))
  return new Promise((done) => {
    const child = spawn(process.execPath, ['--import', shim, resolve('bin/wend.js'), ...words], { cwd, env })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()))
    child.stdin.end()
    let ended = true
    const patience = setTimeout(() => ((ended = false), child.kill('SIGKILL')), 50_000)
    // A server never ends by itself: it is looked at once it serves, and a while after.
    if (args[0] === 'serve') child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), 1000))
    child.on('close', () => {
      clearTimeout(patience)
      done({ output, record: readFileSync(record, 'utf8'), ended })
      rmSync(home, { recursive: true, force: true })
    })
  })
}

/** What wend may start: git, the editor of the test, and its own second program, which finishes a site that was cut off. */
const started = ['start git', 'start true', `start node ${resolve('dist/finish-publication.cjs')}`]

/** Nothing of the vault ran, nothing outside it was opened, shown or changed, git is as it was, and the command ended. */
function expectHarmless(
  vault: HostileVault,
  before: string,
  { output, record, ended }: Watched,
  isExact = false,
): void {
  const lines = record.split('\n')
  expect(lines.filter((line) => line.includes(vault.outside))).toEqual([])
  expect(lines.filter((line) => line.startsWith('start ') && !started.includes(line))).toEqual([])
  expect(lines.filter((line) => / \/(?:etc\/passwd|dev\/zero)$/.test(line))).toEqual([])
  expect(existsSync(vault.marker)).toBe(false)
  expect(output).not.toContain(secret)
  expect(output).not.toContain('root:x:')
  if (!isExact) expect(output).not.toMatch(/[\u0007\u009b]|\u001b\]/)
  expect(output).not.toContain('bug in wend')
  expect(contentsOf(vault.outside) + contentsOf(join(vault.cwd, '.git'))).toBe(before)
  expect(ended).toBe(true)
}

describe("in a stranger's vault", () => {
  test('every command is tried', () => {
    expect(commandLines.filter(([, lines]) => lines.length === 0)).toEqual([])
  })

  test('what is opened on the word of a person is noticed, so the others would be', async () => {
    const vault = putHostileVault()
    const { record, output } = await watch(['show', join(vault.outside, 'secret.md')], vault)
    expect(record).toContain(join(vault.outside, 'secret.md'))
    expect(output).toContain(secret)
    expect((await watch(['check', '--changed'], vault)).record).toContain('start git')
  })

  test.each(commandLines)('%s does no harm', async (_name, lines) => {
    for (const args of lines) {
      const vault = putHostileVault()
      const before = contentsOf(vault.outside) + contentsOf(join(vault.cwd, '.git'))
      // The markdown of a note goes into a pipe byte for byte.
      expectHarmless(vault, before, await watch(args, vault), args.includes('md'))
    }
  })

  test.each([['list'], ['set', 'a', 'k=v'], ['rm', 'a', '--force'], ['index']])(
    'whose .wend leads out, %s does no harm',
    async (...args) => {
      const vault = putHostileVault()
      rmSync(join(vault.cwd, '.wend'), { recursive: true })
      symlinkSync(vault.outside, join(vault.cwd, '.wend'))
      const before = contentsOf(vault.outside) + contentsOf(join(vault.cwd, '.git'))
      expectHarmless(vault, before, await watch(args, vault))
    },
  )

  test.each([
    'editor: x',
    'pager: x',
    'cache: ../outside',
    'publish.title: "\\e]0;x"',
    'ignore: ["**/a/**/a/**/a/**/b"]',
  ])('whose configuration says %s, list does no harm', async (config) => {
    const vault = putHostileVault()
    writeFileSync(join(vault.cwd, '.wend/config.yml'), `${config}\n`)
    mkdirSync(join(vault.cwd, 'a/'.repeat(60)), { recursive: true })
    const before = contentsOf(vault.outside) + contentsOf(join(vault.cwd, '.git'))
    expectHarmless(vault, before, await watch(['list'], vault))
  })
})
