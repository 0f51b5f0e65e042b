import { execFileSync } from 'node:child_process'
import { expect, test } from '@jest/globals'
import { makeVault } from '../support/make-vault.ts'
import { type Run, runWend } from '../support/run-wend.ts'

const cwd = makeVault({
  'a.md': '# A\n',
  'b.md': '# B\n',
  '.wend/config.yml':
    'views:\n  recent: --sort modified -n 10\n  late: [--where, due < today, --oneline]\n  paths: --format paths\n',
  'broken/.wend/config.yml': 'views: [',
})
const wend = (...args: string[]): Promise<Run> => runWend(args, { cwd })

const views = `Views of your configuration:
  @recent  --sort modified -n 10
  @late    --where "due < today" --oneline
  @paths   --format paths
`

test('the help of list names the views that there are', async () => {
  for (const args of [
    ['list', '--help'],
    ['ls', '-h'],
    ['help', 'list'],
    ['list', '@recent', '--help'],
  ])
    expect((await wend(...args)).stdout.endsWith(`\n\n${views}`)).toBe(true)
  for (const vault of [['-C', '..'], ['-C..'], ['--vault=..'], ['--vault', '..']])
    expect((await runWend([...vault, 'list', '--help'], { cwd: `${cwd}/broken` })).stdout).toContain(views)
})

test('no other help does, and none where they cannot be read', async () => {
  expect((await wend('search', '--help')).stdout).not.toContain('Views of')
  expect((await wend('--help')).stdout).not.toContain('Views of')
  const broken = await runWend(['list', '--help'], { cwd: `${cwd}/broken` })
  expect(broken).toMatchObject({ exit: 0, stderr: '' })
  expect(broken.stdout).not.toContain('Views of')
})

test('a view stands wherever it likes, also behind --changed', async () => {
  for (const args of [
    ['init', '-q'],
    ['add', 'a.md', '.wend'],
    ['-c', 'user.name=n', '-c', 'user.email=e@e', 'commit', '-qm', 'a'],
  ])
    execFileSync('git', args, { cwd })
  expect(await wend('list', '--changed', '@paths')).toMatchObject({ stdout: 'b.md\n', exit: 0 })
  expect(await wend('list', '@paths', '--changed')).toMatchObject({ stdout: 'b.md\n', exit: 0 })
  expect(await wend('list', '--changed', '@', '--format', 'paths')).toMatchObject({ stdout: 'b.md\n', exit: 0 })
  expect((await wend('list', '--changed', '@pats')).stderr).toContain('did you mean @paths?')
})
