import { expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { keepUpdated } from '../../src/core/plan/front-matter/keep-updated.ts'
import { toNotePath } from '../../src/core/model/note-path.ts'
import { makeVault } from '../support/make-vault.ts'
import { runWend, spawnWend } from '../support/run-wend.ts'

const note = '---\ncreated: 2020-01-02\nupdated: 2021-03-04\n---\n# A\n'

async function dates(cwd: string): Promise<readonly unknown[]> {
  const { stdout } = await runWend(['list', '--json', '--sort', 'path'], { cwd })
  const rows = JSON.parse(stdout) as readonly { readonly created: string; readonly modified: string }[]
  return rows.map(({ created, modified }) => [created, modified.slice(0, 10)])
}

function at(cwd: string, file: string, day: string): void {
  utimesSync(join(cwd, file), new Date(day), new Date(day))
}

test('the time of the file tells when a note was changed, and nobody when it was made', async () => {
  const cwd = makeVault({ 'a.md': note, 'b.md': '# B\n' })
  at(cwd, 'a.md', '2022-05-06')
  at(cwd, 'b.md', '2023-07-08')
  const expected = [
    ['2020-01-02', '2022-05-06'],
    ['', '2023-07-08'],
  ]
  expect(await dates(cwd)).toEqual(expected)
  expect(await dates(cwd)).toEqual(expected)
  expect((await runWend(['list', '--created-before', '2030-01-01', '--format', 'paths'], { cwd })).stdout).toBe(
    'a.md\n',
  )
  expect((await runWend(['show', 'b'], { cwd })).stdout).not.toContain('created')
})

test('front matter tells where the configuration says so, also when that changes', async () => {
  const cwd = makeVault({ 'a.md': note, 'b.md': '# B\n' })
  at(cwd, 'a.md', '2022-05-06')
  at(cwd, 'b.md', '2023-07-08')
  await dates(cwd)
  writeFileSync(join(cwd, '.wend/config.yml'), 'dates: front-matter\n')
  expect(await dates(cwd)).toEqual([
    ['2020-01-02', '2021-03-04'],
    ['', '2023-07-08'],
  ])
})

test('git tells of what is committed, the file of what changed since', async () => {
  const cwd = makeVault({ 'a.md': note, 'b.md': '# B\n', '.wend/config.yml': 'dates: git\n' })
  const git = (...args: readonly string[]): void => {
    const GIT_COMMITTER_DATE = '2024-02-03T23:30:00-02:00'
    const env = { ...process.env, GIT_COMMITTER_DATE, GIT_CONFIG_GLOBAL: '/dev/null' }
    execFileSync('git', ['-c', 'user.name=n', '-c', 'user.email=e@example.org', ...args], { cwd, env })
  }
  for (const file of ['a.md', 'b.md']) at(cwd, file, '2023-07-08')
  const files = [
    ['2020-01-02', '2023-07-08'],
    ['', '2023-07-08'],
  ]
  expect(await dates(cwd)).toEqual(files)
  git('init', '-q')
  git('add', 'a.md', 'b.md')
  git('commit', '-q', '-m', 'first')
  const committed = '2024-02-04T01:30:00.000Z'
  expect(await dates(cwd)).toEqual([
    ['2020-01-02', '2024-02-04'],
    [committed, '2024-02-04'],
  ])
  writeFileSync(join(cwd, 'b.md'), '# B\n\nmore\n')
  at(cwd, 'b.md', '2025-01-01')
  expect(await dates(cwd)).toEqual([
    ['2020-01-02', '2024-02-04'],
    [committed, '2025-01-01'],
  ])
})

test('a note that says when it was updated is kept up where the configuration wants it', async () => {
  const texts = { 'a.md': note, 'b.md': '---\nupdated: 2021-03-04 # by hand\n---\n[[a]]\n', 'c.md': '# C\n\n[[a]]\n' }
  const cwd = makeVault({ ...texts, '.wend/config.yml': 'keep-updated: true\n' })
  const read = (file: string): string => readFileSync(join(cwd, file), 'utf8')
  await runWend(['append', 'a', 'line'], { cwd })
  expect(read('a.md')).toBe('---\ncreated: 2020-01-02\nupdated: 2026-06-01\n---\n# A\n\nline\n')
  await runWend(['mv', 'a', 'd.md'], { cwd })
  expect(read('b.md')).toBe('---\nupdated: 2026-06-01 # by hand\n---\n[[d]]\n')
  expect(read('c.md')).toBe('# C\n\n[[d]]\n')
  await runWend(['set', 'd', 'updated=2022-02-02'], { cwd })
  expect(read('d.md')).toContain('updated: 2022-02-02\n')
  await runWend(['undo', '3'], { cwd })
  expect([read('a.md'), read('b.md'), read('c.md')]).toEqual(Object.values(texts))
  writeFileSync(join(cwd, '.wend/config.yml'), '')
  await runWend(['append', 'a', 'line'], { cwd })
  expect(read('a.md')).toContain('updated: 2021-03-04\n')
})

test.each([
  ['updated: 2021-03-04T10:00', 'updated: 2026-06-01T12:34'],
  ['updated: 2021-03-04 10:00:59', 'updated: 2026-06-01 12:34:56'],
  ['updated: 2021-03-04T10:00:00Z', 'updated: 2026-06-01T12:34:56+02:00'],
  ['updated: "2021-03-04"', 'updated: "2026-06-01"'],
  ['modified: 2021-03-04', 'modified: 2026-06-01'],
  ['Updated: 2021-03-04', 'Updated: 2026-06-01'],
])('%s is moved in its own form', (before, after) => {
  const path = toNotePath('a.md')
  if (path === undefined) throw new Error('no path')
  const original = `---\n${before}\n---\nx`
  const end = original.length
  const edits = [{ span: { start: end, end }, before: '', after: 'y' }]
  const now = { day: '2026-06-01', time: '12:34:56', offset: '+02:00' }
  const [change] = keepUpdated({ title: '', changes: [{ kind: 'edit', path, original, edits }] }, now).changes
  const said = change?.kind === 'edit' ? change.edits : []
  const text = [...said]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((made, edit) => made.slice(0, edit.span.start) + edit.after + made.slice(edit.span.end), original)
  expect(text).toBe(`---\n${after}\n---\nxy`)
})

test('a day is that of the clock on the wall, also where it is not yet or no longer that of Greenwich', () => {
  const cwd = makeVault({ 'a.md': '# A\n', 'b.md': '---\ncreated: 2026-11-27T23:30:00-05:00\n---\n# B\n' })
  at(cwd, 'a.md', '2026-11-27T20:00:00Z')
  at(cwd, 'b.md', '2026-11-20T12:00:00Z')
  const env = { TZ: 'Asia/Tokyo', SOURCE_DATE_EPOCH: String(Date.parse('2026-11-27T21:00:00Z') / 1000) }
  const list = (...args: readonly string[]): string => spawnWend(['list', ...args], { cwd, env }).stdout
  expect(list('--modified', 'today')).toBe('A\n')
  expect(list('--modified', 'yesterday')).toBe('')
  expect(list('--where', 'modified >= -2h')).toBe('A\n')
  expect(list('--where', 'created = 2026-11-28')).toBe('B\n')
  expect(list('--sort', 'modified', '--oneline')).toBe('2026-11-28  A\n2026-11-20  B\n')
  expect(list('--group-by', 'modified', '--count')).toMatch(/2026-11-20 +1\n2026-11-28 +1\n/)
  expect(list('--columns', 'title,modified', '-n', '1')).toContain('A      2026-11-28 05:00')
  expect(list('--columns', 'title,modified', '-n', '1', '--format', 'csv')).toContain('2026-11-27T20:00:00.000Z')
  expect(spawnWend(['show', 'a'], { cwd, env }).stdout).toContain('updated 2026-11-28')
  env.TZ = 'America/Los_Angeles'
  expect(list('--modified', '2026-11-27')).toBe('A\n')
})
