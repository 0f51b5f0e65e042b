import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { findProgram } from '../../src/io/programs/find-program.ts'
import { RealTerminal } from '../support/real-terminal.ts'
import { testEnvironment } from '../support/run-wend.ts'

/** What stands in blocks of a language on a page of jobs, in order. */
function blocksOf(page: string, language: string): readonly string[] {
  const text = readFileSync(`docs/jobs/${page}.md`, 'utf8')
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, block = '']) => block)
}

const tasks = '# To do\n\n- [ ] call Ana\n- [ ] buy milk\n'

/** A home with the vault of the pages in `notes`, and a `wend` and an editor that says what it was started with. */
function makeHome(): { readonly home: string; readonly notes: string; readonly env: Record<string, string> } {
  const home = mkdtempSync(join(tmpdir(), 'wend-jobs-'))
  const [notes, bin] = [join(home, 'notes'), join(home, 'bin')]
  cpSync('test/vaults/garden', notes, { recursive: true })
  writeFileSync(join(notes, 'todo.md'), tasks)
  mkdirSync(bin)
  const programs = {
    wend: `exec "${process.execPath}" "${resolve('bin/wend.js')}" "$@"`,
    editor: 'printf "%s\\n" "$@" > "$HOME/edited"',
  }
  for (const [name, line] of Object.entries(programs)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${line}\n`)
    chmodSync(join(bin, name), 0o755)
  }
  const env = testEnvironment({ HOME: home, PATH: `${bin}:${process.env['PATH'] ?? ''}`, EDITOR: 'editor' })
  return { home, notes, env: { ...env, TERM: 'xterm-256color', GIT_CONFIG_GLOBAL: '/dev/null' } }
}

const has = (program: string): boolean =>
  process.platform !== 'win32' && findProgram(program, process.env) !== undefined
const withProgram = (program: string): typeof test => (has(program) ? test : (test.skip as typeof test))

let open: RealTerminal | undefined
afterEach(() => open?.end())

describe.each([
  ['vim', ['-Nu', 'NONE', '-es']],
  ['nvim', ['-u', 'NONE', '-es', '--headless']],
])('%s', (program, args) => {
  const [lists = '', gf = ''] = blocksOf('with-fzf-vim-tmux', 'vim')

  /** What an expression comes to after some lines. */
  function answer(lines: readonly string[], expression: string): string {
    const { home, notes, env } = makeHome()
    const script = join(home, 'script.vim')
    const said = join(home, 'said')
    writeFileSync(script, [...lines, `call writefile([${expression}], '${said}')`, 'qa!', ''].join('\n'))
    spawnSync(program, [...args, '-S', script], { cwd: notes, env, timeout: 60_000 })
    return readFileSync(said, 'utf8').trim()
  }

  withProgram(program)('findings and tasks fill the quickfix list, and nothing else does', () => {
    const [check = '', todo = ''] = lists.split('\n')
    const rows = `join(map(getqflist(), 'v:val.valid . bufname(v:val.bufnr) . ":" . v:val.lnum . ":" . v:val.col . " " . v:val.text'), ';')`
    expect(answer([check], rows)).toBe('1brewing/cold-brew.md:11:81  no note named "Iced cofee"')
    expect(answer([todo], rows)).toBe('1todo.md:3:1  call Ana;1todo.md:4:1  buy milk')
  })

  withProgram(program).each([
    ['extraction.md', 14, 'Espresso', 'espresso.md'],
    ['extraction.md', 18, 'grind', 'grind size.md'],
    ['espresso.md', 16, 'Under', 'extraction.md'],
    ['brew ratio.md', 12, 'press', 'brewing/french-press.md'],
  ])('gf in %s:%i on %s opens %s', (file, line, word, target) => {
    const lines = [
      gf,
      `edit ${file.replaceAll(' ', '\\ ')}`,
      `call cursor(${line}, 1)`,
      `call search('${word}')`,
      'normal! gf',
    ]
    expect(answer(lines, 'bufname("%")')).toBe(target)
  })
})

withProgram('fzf')('fzf chooses a note to open, and tasks to tick off', () => {
  const [lines = ''] = blocksOf('with-fzf-vim-tmux', 'sh')
  const [openNote = '', tickOff = '', count = ''] = lines.split('\n')
  const { home, notes, env } = makeHome()
  const run = (line: string, filter: string): string => {
    const { stdout } = spawnSync('sh', ['-c', line], {
      ...{ cwd: join(notes, 'brewing'), encoding: 'utf8', timeout: 60_000 },
      env: { ...env, FZF_DEFAULT_OPTS: `--filter=${filter}` },
    })
    return stdout
  }
  run(openNote, 'grind')
  expect(readFileSync(join(home, 'edited'), 'utf8').trim()).toMatch(/grind size\.md$/)
  run(tickOff, 'todo.md')
  expect(readFileSync(join(notes, 'todo.md'), 'utf8')).toBe(tasks.replaceAll('[ ]', '[x]'))
  expect(run(count.replace('--tag draft', '--topic brewing'), '')).toMatch(/\d+ .*espresso\.md/)
})

withProgram('tmux').each([
  ['n', /Brew ratio/],
  ['N', /edited .*\d{4}-\d\d-\d\d\.md/],
  ['o', /Water chemistry/],
])('tmux opens a popup with prefix %s', async (key, seen) => {
  const [bindings = ''] = blocksOf('with-fzf-vim-tmux', 'tmux')
  const { home, env } = makeHome()
  const conf = join(home, 'tmux.conf')
  writeFileSync(conf, `set -g default-shell /bin/sh\n${bindings}`)
  writeFileSync(join(home, 'bin/editor'), '#!/bin/sh\necho edited "$@"\nread line\n')
  const socket = join(home, 'socket')
  open = new RealTerminal('tmux', ['-S', socket, '-f', conf, 'new-session'], { cwd: home, columns: 120, rows: 30, env })
  try {
    await open.waitFor(/[$#] /)
    open.send('\u0002', key)
    await open.waitFor(seen, 30_000)
  } finally {
    spawnSync('tmux', ['-S', socket, 'kill-server'], { env })
  }
})

describe('in CI', () => {
  const [hook = '', baseline = '', pages = ''] = blocksOf('in-ci', 'sh')

  withProgram('git')('the hook stops a commit that breaks a link', () => {
    const { notes, env } = makeHome()
    const git = (...args: readonly string[]): number | null =>
      spawnSync('git', ['-c', 'user.name=n', '-c', 'user.email=e@example.org', ...args], { cwd: notes, env }).status
    git('init', '-q')
    git('add', '-A')
    expect(git('commit', '-qm', 'all')).toBe(0)
    writeFileSync(join(notes, '.git/hooks/pre-commit'), hook)
    chmodSync(join(notes, '.git/hooks/pre-commit'), 0o755)
    writeFileSync(join(notes, 'todo.md'), '# To do\n\n[[nowhere]]\n')
    git('add', '-A')
    expect(git('commit', '-qm', 'breaks')).toBe(1)
    writeFileSync(join(notes, 'todo.md'), '# To do\n\n[[espresso]]\n')
    git('add', '-A')
    expect(git('commit', '-qm', 'does not')).toBe(0)
  })

  test('a file keeps what is wrong today', () => {
    const { notes, env } = makeHome()
    const [keep = '', compare = ''] = baseline.split('\n')
    spawnSync('sh', ['-c', keep], { cwd: notes, env })
    expect(spawnSync('sh', ['-c', compare], { cwd: notes, env }).status).toBe(0)
    writeFileSync(join(notes, 'todo.md'), '# To do\n\n[[nowhere]]\n')
    expect(spawnSync('sh', ['-c', compare], { cwd: notes, env, encoding: 'utf8' })).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/nowhere[\s\S]*1 error/),
    })
  })

  test('made pages are compared', () => {
    const { notes, env } = makeHome()
    const run = (line: string): number | null => spawnSync('sh', ['-c', line], { cwd: notes, env }).status
    run('wend index --write README.md')
    run('wend publish .site')
    for (const line of pages.trim().split('\n')) expect([line, run(line)]).toEqual([line, 0])
    writeFileSync(join(notes, 'todo.md'), '# Another title\n')
    for (const line of pages.trim().split('\n')) expect([line, run(line)]).toEqual([line, 1])
  })

  test('findings are annotations', () => {
    const { notes, env } = makeHome()
    const line = /npx (wend [^#\n]*)/.exec(blocksOf('in-ci', 'yaml').join('\n'))?.[1] ?? ''
    const { stdout } = spawnSync('sh', ['-c', line], { cwd: notes, env, encoding: 'utf8' })
    expect(stdout).toMatch(/^::error file=brewing\/cold-brew\.md,line=11,col=81/m)
  })
})
