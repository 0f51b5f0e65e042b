import { beforeAll, describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rules } from '../../../src/core/checks/rules.ts'
import { problemCodes } from '../../../src/core/model/problem-code.ts'
import { runWend, spawnWend } from '../../support/run-wend.ts'

function vault(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'wend-check-'))
  mkdirSync(join(root, '.wend'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

const place = ['--format', '{{path}}:{{line}} {{severity}} {{code}}']

async function problems(cwd: string, ...args: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await runWend(['check', ...args, ...place], { cwd })
  return stdout.split('\n').filter((line) => line !== '')
}

let root = ''
beforeAll(() => {
  root = vault({
    'a.md': '# A\n\n[[b]] [[gone]] [[The B]] [b](B.md)\n',
    'b.md': '---\ntitle: The B\n---\n\nBack to [[a]] and [[gone too]].\n',
    'sub/c.md': '# C\n\n[[nothing]] ![[gone.png]]\n',
  })
})

describe('which rules run', () => {
  test('the usual ones', async () => {
    expect(await problems(root)).toEqual([
      'a.md:3 error broken-link',
      'a.md:3 warning case-mismatch',
      'b.md:5 error broken-link',
      'sub/c.md:3 error broken-link',
      'sub/c.md:3 error missing-file',
    ])
  })

  test('--only runs just these, also optional ones; --skip leaves some out', async () => {
    expect(await problems(root, '--only', 'missing-file,orphan')).toEqual([
      'sub/c.md:1 info orphan',
      'sub/c.md:3 error missing-file',
    ])
    expect(await problems(root, '--skip', 'broken-link', '--skip', 'missing-file')).toEqual([
      'a.md:3 warning case-mismatch',
    ])
  })

  test('--strict makes errors of links that hold by a name', async () => {
    expect(await problems(root, '--strict', 'a.md')).toContain('a.md:3 error resolved-by-title')
  })

  test('the configuration sets severities and leaves notes out', async () => {
    const own = vault({
      '.wend/config.yml':
        'check:\n  rules:\n    broken-link: warning\n    orphan: error\n  ignore: [drafts/, "*.tmp.md"]\n',
      'a.md': '[[gone]]',
      'drafts/b.md': '[[gone]]',
      'c.tmp.md': '[[gone]]',
    })
    expect(await problems(own)).toEqual(['a.md:1 warning broken-link', 'a.md:1 error orphan'])
  })

  test('an unknown code is a usage error with the nearest one', async () => {
    const { exit, stderr } = await runWend(['check', '--only', 'broken-lnk'], { cwd: root })
    expect([exit, stderr]).toEqual([2, expect.stringContaining('did you mean "broken-link"?')])
    const own = vault({ '.wend/config.yml': 'check:\n  rules:\n    orphans: error\n', 'a.md': 'Text.' })
    expect((await runWend(['check'], { cwd: own })).stderr).toContain('did you mean "orphan"?')
  })
})

describe('--fix', () => {
  test('reports what is left where it stands then', async () => {
    const own = vault({
      'a.md': '# A\n\n[[Attentoin mechanism]] and [[gone]].\n',
      'attention-mechanism.md': '# Attention mechanism\n',
    })
    const { stdout, stderr } = await runWend(['check', '--fix-typos', '--json'], { cwd: own })
    const line = readFileSync(join(own, 'a.md'), 'utf8').split('\n')[2] ?? ''
    expect(line).toBe('[[attention-mechanism]] and [[gone]].')
    expect(stderr).toContain('fixed 1 problem in 1 note')
    const left = { code: 'broken-link', target: 'gone', line: 3, column: line.indexOf('[[gone') + 1 }
    expect(JSON.parse(stdout)).toMatchObject({ problems: [left] })
  })
})

describe('did you mean', () => {
  const weather = (index: number) => `# What number ${index} says of weather\n`
  const others = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`n${index}.md`, weather(index)]))
  const meant = { 'meant.md': '# Bread made at home by slow rising overnight\n' }

  test.each([
    ['a small vault', 5, 1],
    ['more than 200 notes', 400, 1],
    ['more than 20 targets that no name is like', 60, 60],
    ['both', 400, 60],
  ])('compares words letter by letter, in %s', async (_name, notes, targets) => {
    const strange = Array.from({ length: targets - 1 }, (_, index) => `[[qqjx${index}zzv wwkk${index}]]`).join(' ')
    const own = vault({ ...others(notes), ...meant, 'links.md': `${strange}\n\n[[overnight rising]]\n` })
    const { stdout } = await runWend(['check', '--only', 'broken-link', '--json'], { cwd: own })
    const { problems: found } = JSON.parse(stdout) as { problems: { target: string; suggestions: string[] }[] }
    expect(found).toHaveLength(targets)
    expect(found.find(({ target }) => target === 'overnight rising')?.suggestions).toContain('meant')
  })
})

describe('the exit code', () => {
  test.each([
    [[], 1],
    [['--exit-zero'], 0],
    [['--only', 'case-mismatch'], 1],
    [['--only', 'case-mismatch', '--max-warnings', '0'], 1],
    [['--only', 'case-mismatch', '--max-warnings', '1'], 0],
    [['--only', 'broken-link', '--max-warnings', '9'], 1],
    [['--only', 'orphan'], 0],
    [['--only', 'broken-anchor'], 0],
    [['--max-warnings', 'many'], 2],
  ] as const)('%j gives %d', async (args, exit) => {
    expect((await runWend(['check', ...args], { cwd: root })).exit).toBe(exit)
  })
})

describe('paths', () => {
  test('limit what is reported, relative to the current folder or to the vault', async () => {
    const only = ['sub/c.md:3 error broken-link', 'sub/c.md:3 error missing-file']
    expect(await problems(root, 'sub')).toEqual(only)
    expect(await problems(root, './sub/c.md')).toEqual(only)
    const fromBelow = only.map((line) => line.replace('sub/', ''))
    expect(await problems(join(root, 'sub'), 'c.md')).toEqual(fromBelow)
    expect(await problems(join(root, 'sub'), 'sub/c.md')).toEqual(fromBelow)
    expect(await problems(join(root, 'sub'), '.')).toEqual(fromBelow)
    expect(await problems(root, join(root, 'b.md'))).toEqual(['b.md:5 error broken-link'])
    expect(await problems(root, '.')).toHaveLength(5)
  })

  test.each(['nowhere.md', 'su', '..', '../elsewhere', 'a.md/x'])('%s names nothing', async (path) => {
    const { exit, stderr } = await runWend(['check', path], { cwd: root })
    expect([exit, stderr]).toEqual([2, expect.stringContaining(`no note or folder of notes at "${path}"`)])
  })
})

describe('--changed', () => {
  const git = (cwd: string, ...args: readonly string[]): void => {
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd, stdio: 'pipe' })
  }

  test('reports on notes that differ from the last commit, in a folder of the repository too', async () => {
    const repository = vault({ 'notes/old.md': '[[x]]', 'notes/edited.md': '[[x]]', 'notes/.wend/config.yml': '' })
    const notes = join(repository, 'notes')
    git(repository, 'init', '-q')
    expect(await problems(notes, '--changed')).toHaveLength(2)
    git(repository, 'add', '-A')
    git(repository, 'commit', '-qm', 'x')
    expect(await problems(notes, '--changed')).toEqual([])
    writeFileSync(join(notes, 'edited.md'), 'Now [[y]].')
    writeFileSync(join(notes, 'näw note.md'), 'New [[z]].')
    expect(await problems(notes, '--changed')).toEqual([
      'edited.md:1 error broken-link',
      'näw note.md:1 error broken-link',
    ])
    git(repository, 'add', '-A')
    expect(await problems(notes, '--changed')).toHaveLength(2)
  })

  test('runs no program that a repository names', async () => {
    const repository = vault({ 'a.md': '[[x]]', '.gitattributes': '*.md filter=evil\n' })
    git(repository, 'init', '-q')
    git(repository, 'add', '-A')
    git(repository, 'commit', '-qm', 'x')
    const marker = join(repository, 'ran')
    const evil = join(repository, '.git', 'evil.sh')
    writeFileSync(evil, `#!/bin/sh\ntouch '${marker}'\ncat\n`)
    chmodSync(evil, 0o755)
    for (const key of ['core.fsmonitor', 'filter.evil.clean', 'filter.evil.smudge', 'diff.external'])
      git(repository, 'config', key, evil)
    writeFileSync(join(repository, 'a.md'), '[[y]]!')
    expect(await problems(repository, '--changed')).toEqual(['a.md:1 error broken-link'])
    expect(existsSync(marker)).toBe(false)
  })

  test('needs a repository', async () => {
    const { exit, stderr } = await runWend(['check', '--changed'], {
      cwd: root,
      env: { GIT_CEILING_DIRECTORIES: tmpdir() },
    })
    expect([exit, stderr]).toEqual([2, expect.stringContaining('--changed needs git')])
  })
})

describe('a page for each problem', () => {
  test.each(problemCodes)('%s', async (code) => {
    const { stdout, exit } = await runWend(['check', '--explain', code, '--json'], { cwd: root })
    const { text } = JSON.parse(stdout) as { readonly text: string }
    expect(exit).toBe(0)
    const headings = text.split('\n').filter((line) => line.startsWith('#'))
    expect(headings[0]).toBe(`# ${code}`)
    expect(headings).toEqual(expect.arrayContaining(['## Triggers', '## Fix', '## Why']))
    const { severity, optional } = rules[code]
    expect(/^Severity: (.*)\.$/m.exec(text)?.[1]).toContain(optional === true ? 'off' : severity)
    expect(readFileSync(join(import.meta.dirname, '../../../docs/problems', `${code}.md`), 'utf8')).toBe(text)
    const { stdout: rendered } = await runWend(['check', '--explain', code], { cwd: root })
    expect(rendered.split('\n')[0]).toBe(code)
    expect(rendered).not.toMatch(/^#/m)
  })

  test('an unknown code', async () => {
    const { exit, stderr } = await runWend(['check', '--explain', 'broken'], { cwd: root })
    expect([exit, stderr]).toEqual([2, expect.stringContaining('did you mean "broken-')])
  })
})

describe('comments', () => {
  test('that switch problems off are counted', async () => {
    const own = vault({ 'a.md': '[[x]] <!-- wend-ignore broken-link -->\n\n[[y]]\n' })
    const { stdout } = await runWend(['check'], { cwd: own })
    expect(stdout).toContain('1 error: 1 note and 2 links checked (1 problem switched off by comments).')
    expect(stdout).not.toContain('[[x]]')
  })
})

test('an address that does not answer', async () => {
  const own = vault({ 'a.md': '[dead](http://127.0.0.1:9/x#y) <http://127.0.0.1:9/x> [mail](mailto:a@example.org)' })
  const { stdout, exit } = await runWend(['check', '--external', '--private', '--only', 'broken-url', '--json'], {
    cwd: own,
  })
  expect(exit).toBe(1)
  expect(JSON.parse(stdout).problems).toMatchObject([
    { line: 1, column: 1 },
    { line: 1, column: 32 },
  ])
  expect((await runWend(['check'], { cwd: own })).exit).toBe(0)
})

test('after a change every format says what it says without the cache', async () => {
  const cwd = vault({
    'a.md': '# A\n\n[[b#Part]] [[gone]] [[sub/c]] [x](B.md)\n\n## Part\n',
    'b.md': '# B\n\n[[a#Prat]] [[A]] <!-- wend-ignore -->\n',
    'sub/c.md': '# C\n\n![[gone.png]] and ![](gone.png)\n',
  })
  const edits = [
    ['a.md', '# A\n\nMore. [[b#Part]] [[gone]] [[sub/c]] [x](B.md) [[gnoe]]\n\n## Part\n'],
    ['a.md', '# A\n\nMore. [[b#Part]] [[gone]]\n\n## Prat\n'],
    ['b.md', '# B\n\n## Part\n\n[[a#Prat]] [[A]]\n'],
    ['new.md', '# Gone\n'],
  ] as const
  spawnWend(['check'], { cwd })
  for (const [path, text] of edits) {
    writeFileSync(join(cwd, path), text)
    await new Promise((resolve) => setTimeout(resolve, 60))
    for (const format of ['text', 'json', 'ndjson', 'csv', 'github', 'sarif', 'junit'] as const) {
      const cached = spawnWend(['check', '--format', format], { cwd })
      expect(cached).toEqual(spawnWend(['check', '--format', format, '--no-cache'], { cwd }))
    }
  }
})
