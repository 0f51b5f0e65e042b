import { beforeEach, describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeVault } from '../../support/make-vault.ts'
import { runWend } from '../../support/run-wend.ts'

let cwd = ''

function git(...args: readonly string[]): void {
  const who = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.org', '-c', 'commit.gpgSign=false']
  const { status, stderr } = spawnSync('git', [...who, ...args], { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}

function write(path: string, text: string): void {
  writeFileSync(join(cwd, path), text)
}

beforeEach(() => {
  cwd = makeVault({ 'a.md': '# A\n\nFirst [[b]].\n', 'b.md': '# B\n' })
  git('init', '-q')
  git('add', '-A')
  git('commit', '-qm', 'begin')
  write('a.md', '# A\n\nFirst [[c]].\n\n## More\n\nText.\n')
  git('commit', '-qam', 'add more')
  git('mv', '--', 'a.md', '-z [x].md')
  git('commit', '-qm', 'rename')
})

describe('history', () => {
  test('tells what each commit changed, through renames and odd names', async () => {
    const { stdout, exit } = await runWend(['history', '--json', '--', '-z [x].md'], { cwd })
    const rows = JSON.parse(stdout) as Record<string, unknown>[]
    expect(exit).toBe(0)
    expect(rows).toEqual([
      expect.objectContaining({
        subject: 'rename',
        author: 'Ann',
        path: '-z [x].md',
        from: 'a.md',
        added: 0,
        removed: 0,
      }),
      expect.objectContaining({
        ...{ subject: 'add more', path: 'a.md', added: 5, removed: 1 },
        ...{ linksAdded: ['c'], linksRemoved: ['b'], headingsAdded: ['More'], headingsRemoved: [] },
      }),
      expect.objectContaining({ subject: 'begin', added: 3, linksAdded: ['b'], headingsAdded: ['A'] }),
    ])
    const schema = JSON.parse(readFileSync('docs/schema/wend.schema.json', 'utf8')) as object
    const ajv = new Ajv2020({ strict: true, strictRequired: false })
    ajv.addSchema(schema, 'wend')
    const validate = ajv.getSchema('wend#/$defs/noteHistory')
    validate?.(rows)
    expect(validate?.errors).toBeNull()
  })

  test('names a target that comes several times once', async () => {
    write('-z [x].md', '# A\n\nFirst [[c]].\n\n## More\n\n[[d]] and [[d|D]], [[e]].\n')
    git('commit', '-qam', 'link d twice')
    const { stdout } = await runWend(['history', '-n', '1', '--', '-z [x].md'], { cwd })
    expect(stdout).toContain('3 links added (d 2 times, e)')
  })

  test('as text, cut by -n; a note without commits is a no', async () => {
    const { stdout } = await runWend(['history', '-n', '2', '--', '-z [x].md'], { cwd })
    expect(stdout.replace(/[\da-f]{8}/g, 'COMMIT').replace(/\d{4}-\d\d-\d\d/g, 'DAY')).toBe(
      'DAY  COMMIT  rename\n  renamed from a.md; Ann\nDAY  COMMIT  add more\n' +
        '  5 lines added, 1 line removed, 1 link added (c), 1 link removed (b), 1 heading\n  added (More); Ann\n',
    )
    write('new.md', '# New\n')
    expect(await runWend(['history', 'new'], { cwd })).toMatchObject({
      exit: 1,
      stderr: 'wend: no commit has new.md\n',
    })
  })
})

describe('diff', () => {
  test('compares with the last commit, or another, under the name that the note had then', async () => {
    expect((await runWend(['diff', '--', '-z [x].md'], { cwd })).stdout).toBe(
      'No difference: -z [x].md is as in HEAD.\n',
    )
    write('-z [x].md', '# A\n\nFirst [[c]].\n\n## Most\n\nText.\n')
    expect((await runWend(['diff', '--', '-z [x].md'], { cwd })).stdout).toContain('\n-## More\n+## Most\n')
    const { stdout, stderr } = await runWend(['diff', '--json', '--', '-z [x].md', 'HEAD~2'], { cwd })
    expect(JSON.parse(stdout)).toMatchObject({ applied: false, changes: [{ action: 'edit' }] })
    expect(stdout).toContain('-First [[b]].\\n+First [[c]].')
    expect(stderr).toBe('wend: in HEAD~2 it is called a.md\n')
  })

  test('of a note that was not there is all of it', async () => {
    write('new.md', '# New\n')
    const { stdout, stderr } = await runWend(['diff', 'new'], { cwd })
    expect(stdout).toContain('--- /dev/null\n+++ b/new.md\n')
    expect(stderr).toBe('wend: HEAD does not have new.md\n')
  })

  test.each(['nope', '--output=x', '-p', 'HEAD:a.md'])('a revision that is none is refused: %s', async (revision) => {
    const { exit, stderr } = await runWend(['diff', 'b', '--', revision], { cwd })
    expect([exit, stderr]).toEqual([2, expect.stringContaining(`git knows no revision "${revision}"`)])
  })
})

test('list --changed keeps what differs from a revision', async () => {
  write('new.md', '# New\n')
  write('b.md', '# Bee\n')
  const changed = async (flag: string): Promise<string> =>
    (await runWend(['list', flag, '--format', '{{path}};'], { cwd })).stdout.replaceAll('\n', '')
  expect(await changed('--changed')).toBe('b.md;new.md;')
  expect(await changed('--changed=HEAD~1')).toBe('-z [x].md;b.md;new.md;')
  expect((await runWend(['list', '--changed=nope'], { cwd })).exit).toBe(2)
})

test('outside a repository that is said', async () => {
  const elsewhere = makeVault({ 'a.md': '# A\n' })
  const { exit, stderr } = await runWend(['history', 'a'], { cwd: elsewhere })
  expect([exit, stderr]).toEqual([2, `wend: ${elsewhere} is in no git repository, or git is not installed\n`])
})

describe('in a partial clone, whose texts are fetched by git alone', () => {
  let partial = ''

  beforeEach(() => {
    git('config', 'uploadpack.allowFilter', 'true')
    partial = join(makeVault({ 'x.md': '' }), 'clone')
    git('clone', '-q', '--no-local', '--filter=blob:none', `file://${cwd}`, partial)
    mkdirSync(join(partial, '.wend'))
  })

  test('a text that is not there is told, not taken for one that never was', async () => {
    const { exit, stdout, stderr } = await runWend(['diff', 'b', 'HEAD~1'], { cwd: partial })
    expect([exit, stdout, stderr]).toEqual([0, 'No difference: b.md is as in HEAD~1.\n', ''])
    const gone = await runWend(['diff', '--', '-z [x].md', 'HEAD~2'], { cwd: partial })
    expect([gone.exit, gone.stdout]).toEqual([1, ''])
    expect(gone.stderr).toContain('git knows the text of a.md, but does not have it: this clone is partial')
  })

  test('history says of how many commits it does not know what they changed', async () => {
    const { exit, stdout, stderr } = await runWend(['history', '--json', '--', '-z [x].md'], { cwd: partial })
    expect([exit, stderr]).toEqual([0, expect.stringContaining('git')])
    expect((JSON.parse(stdout) as readonly { added: number }[]).map(({ added }) => added)).toEqual([0, 0, 0])
    expect(stderr).toContain('git has not fetched the text of 2 of these commits: what they changed is not known')
  })
})

test('a folder that had the name of a note is no text', async () => {
  const at = makeVault({ 'n.md/x.md': '# X\n' })
  cwd = at
  git('init', '-q')
  git('add', '-A')
  git('commit', '-qm', 'folder')
  rmSync(join(cwd, 'n.md'), { recursive: true })
  write('n.md', '# N\n')
  const { exit, stderr } = await runWend(['diff', 'n.md'], { cwd: at })
  expect([exit, stderr]).toEqual([0, expect.stringContaining('HEAD does not have n.md')])
})

test('a note that is moved and edited counts as one file of what can be undone', async () => {
  cwd = makeVault({ 'a.md': '# A\n\n[me](a.md)\n', 'b.md': '# B\n' })
  expect((await runWend(['mv', 'a.md', 'c.md'], { cwd })).exit).toBe(0)
  expect((await runWend(['undo', '--list'], { cwd })).stdout).toMatch(/, 1 file\n$/)
})
