import { describe, expect, test } from '@jest/globals'
import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { makeVault } from './support/make-vault.ts'
import { runWend, spawnWend, testEnvironment } from './support/run-wend.ts'

async function titles(cwd: string): Promise<readonly string[]> {
  const { stdout } = await runWend(['list', '--json'], { cwd })
  return (JSON.parse(stdout) as { title: string }[]).map(({ title }) => title)
}

/** Bytes that control a terminal, other than line feed and tab. */
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

describe('one bad note never spoils the rest', () => {
  const cases: Readonly<Record<string, string | Buffer>> = {
    'invalid YAML': '---\ntitle: Foo: bar\n---\nText.\n',
    'unclosed front matter': '---\ntitle: Foo\n\nText.\n',
    'duplicate keys': '---\ntitle: a\ntitle: b\n---\nText.\n',
    'only a byte order mark': Buffer.from([0xef, 0xbb, 0xbf]),
    empty: '',
    'Latin-1': Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x0a]),
    'NUL bytes': Buffer.from([0x61, 0x00, 0x62]),
    'UTF-16 without its second half': Buffer.from([0xff, 0xfe, 0x61]),
    '10,000 brackets': `${'['.repeat(10_000)}\n`,
    '10,000 quotes': `${'>'.repeat(10_000)} deep\n`,
    'a line of 1 MB': `${'word '.repeat(200_000)}\n`,
    'an alias bomb': `---\na: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefgh']
      .map(
        (key, at) =>
          `${key}: &${key} [${Array(9)
            .fill(`*${'abcdefgh'[at] ?? ''}`)
            .join(',')}]`,
      )
      .join('\n')}\n---\nText.\n`,
  }
  test.each(Object.keys(cases))('%s', async (name) => {
    const cwd = makeVault({
      'good.md': '# Good\n\nFine, see [[bad]].\n',
      'bad.md': cases[name] ?? '',
      'other.md': '# Other\n',
    })
    for (const args of [
      ['list'],
      ['check'],
      ['stats'],
      ['links', 'good'],
      ['backlinks', 'bad'],
      ['search', 'good'],
      ['show', 'good'],
    ]) {
      const result = await runWend(args, { cwd })
      if (!result.stderr.includes('cannot read bad.md: it holds NUL bytes'))
        expect([args[0], result.exit]).not.toEqual([args[0], 2])
    }
    expect(await titles(cwd)).toEqual(expect.arrayContaining(['Good', 'Other']))
    const { stdout, stderr } = await runWend(['list'], { cwd })
    expect(`${stdout}${stderr}`).toMatch(/bad|Foo|^a$|^b$|Text/m)
  })

  test('encodings and line ends are read as they are', async () => {
    const cwd = makeVault({
      'bom.md': '\ufeff---\ntitle: With a mark\n---\n',
      'crlf.md': '---\r\ntitle: With returns\r\n---\r\n\r\nSee [[bom]].\r\n',
      'utf16.md': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('# Sixteen bits\n', 'utf16le')]),
      'bigendian.md': Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from('# Other end\n', 'utf16le').swap16()]),
      'cafe\u0301.md': '# Decomposed\n\n[[crlf]]\n',
      'links.md': '# Links\n\n[[caf\u00e9]]\n',
    })
    expect(await titles(cwd)).toEqual([
      'Decomposed',
      'Links',
      'Other end',
      'Sixteen bits',
      'With a mark',
      'With returns',
    ])
    expect((await runWend(['check', '--skip', 'empty-note'], { cwd })).stdout).toContain('No problems')
  })
})

describe('a vault may come from a stranger', () => {
  test.each(['---js', '---javascript', '--- js ', '---JS', '---coffee', '---constructor', '---json'])(
    '%s front matter is never run',
    async (fence) => {
      const marker = join(tmpdir(), `wend-marker-${process.pid}`)
      const code = `module.exports = require('fs').writeFileSync(${JSON.stringify(marker)}, 'run')`
      const cwd = makeVault({ 'evil.md': `${fence}\n${code}\n---\nText.\n`, 'good.md': '# Good\n' })
      for (const args of [['list'], ['show', 'evil'], ['check'], ['search', 'text']]) await runWend(args, { cwd })
      expect(existsSync(marker)).toBe(false)
      expect(await titles(cwd)).toContain('Good')
    },
  )

  test('a config file cannot name a program, and an unknown key is an error with its line', async () => {
    const cwd = makeVault({ 'a.md': '# A\n', '.wend/config.yml': '# mine\neditor: rm -rf .\n' })
    const denied = await runWend(['list'], { cwd })
    expect([denied.exit, denied.stderr]).toEqual([
      2,
      expect.stringMatching(/config\.yml:2:1: "editor" is not for a vault/),
    ])
    writeFileSync(join(cwd, '.wend/config.yml'), 'ignore: []\nchek:\n  rules: {}\n')
    const unknown = await runWend(['list'], { cwd })
    expect([unknown.exit, unknown.stderr]).toEqual([2, expect.stringMatching(/config\.yml:2:1: unknown key "chek"/)])
  })

  test('no escape of a title, path, tag, alias, body or link reaches the output', async () => {
    const escape = '\u001b]0;gone\u0007\u001b[2J\u009b31m\u202e'
    const cwd = makeVault({
      'evil.md': `---\ntitle: "T${'\\e[31m\\x07\\u202e'}"\naliases: ["a\\e[2J"]\ntags: ["t\\e[2J"]\ntopics: ["p\\e[2J"]\nsummary: "s\\e]52;c;aGk=\\a"\n---\n\n# H${escape}\n\nBody ${escape} &#27;[2J [[gone${escape}]] <https://e.org/${escape}> \`c${escape}\`\n\n| a${escape} |\n| - |\n| b |\n`,
      [`name${String.fromCharCode(27)}[2J.md`]: 'Text.\n',
    })
    for (const args of [
      ['list'],
      ['list', '--json'],
      ['list', '--format', 'csv'],
      ['list', '--format', '{{title}} {{path}}'],
      ['show', 'evil'],
      ['links', 'evil'],
      ['check'],
      ['tags'],
      ['topics'],
      ['search', 'body'],
      ['stats'],
      ['graph', '--format', 'dot'],
      ['index'],
    ]) {
      const { stdout, stderr } = await runWend(args, { cwd })
      expect([args.join(' '), control.exec(`${stdout}${stderr}`)?.index]).toEqual([args.join(' '), undefined])
    }
  })

  test('links that leave the vault or loop are not followed, and special files are not opened', async () => {
    const outside = makeVault({ 'secret.md': '# Secret\n' })
    const cwd = makeVault({ 'a.md': '# A\n\n[[b]]\n', 'folder/b.md': '# B\n' })
    symlinkSync(outside, join(cwd, 'out'))
    symlinkSync(join(outside, 'secret.md'), join(cwd, 'secret.md'))
    symlinkSync(cwd, join(cwd, 'folder', 'loop'))
    symlinkSync(join(cwd, 'a.md'), join(cwd, 'again.md'))
    spawnSync('mkfifo', [join(cwd, 'pipe.md')])
    mkdirSync(join(cwd, 'folder.md'))
    expect(await titles(cwd)).toEqual(['A', 'B'])
    expect(
      (JSON.parse((await runWend(['list', '--json', '--follow'], { cwd })).stdout) as { title: string }[])
        .map(({ title }) => title)
        .sort(),
    ).toEqual(['A', 'B', 'Secret', 'Secret'])
  })
})

describe('wrong places', () => {
  test('an empty folder says how to choose another', async () => {
    const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'wend-empty-')))
    const { exit, stderr } = await runWend(['list'], { cwd })
    expect([exit, stderr]).toEqual([1, expect.stringContaining('--vault DIR')])
  })

  test('an empty vault is no error of the user', async () => {
    const { exit, stderr } = await runWend(['list'], { cwd: makeVault({}) })
    expect([exit, stderr]).toEqual([1, expect.stringContaining('no notes in')])
  })

  test('a file that cannot be read is reported and the others are listed', async () => {
    const cwd = makeVault({ 'a.md': '# A\n', 'b.md': '# B\n' })
    chmodSync(join(cwd, 'b.md'), 0)
    if (process.getuid?.() === 0) symlinkSync('/proc/self/mem', join(cwd, 'c.md'))
    expect(await titles(cwd)).toContain('A')
  })

  test('the vault is found upward, by environment and in ./notes', async () => {
    const cwd = makeVault({ 'deep/er/a.md': '# A\n', 'b.md': '# B\n' })
    expect(await titles(join(cwd, 'deep', 'er'))).toEqual(['A', 'B'])
    const elsewhere = realpathSync(mkdtempSync(join(tmpdir(), 'wend-else-')))
    expect((await runWend(['list', '--format', 'paths'], { cwd: elsewhere, env: { WEND_VAULT: cwd } })).stdout).toBe(
      ['deep/er/a.md', 'b.md'].map((path) => `${relative(elsewhere, join(cwd, path))}\n`).join(''),
    )
    mkdirSync(join(elsewhere, 'notes'))
    writeFileSync(join(elsewhere, 'notes', 'c.md'), '# C\n')
    expect(await titles(elsewhere)).toEqual(['C'])
  })
})

describe('streams', () => {
  const many = Object.fromEntries(
    [...Array(500).keys()].map((number) => [`n${number}.md`, `# Note ${number}\n\n${'word '.repeat(200)}\n`]),
  )

  test('a closed pipe ends quietly', async () => {
    const cwd = makeVault(many)
    const shell = spawnSync(
      'bash',
      ['-c', `set -o pipefail; node ${resolve('bin/wend.js')} list --json | head -n 1; echo "$? $PIPESTATUS"`],
      { cwd, env: testEnvironment(), encoding: 'utf8' },
    )
    expect([shell.stdout, shell.stderr]).toEqual(['[\n0 0\n', ''])
  })

  test('output that cannot be written is an error', () => {
    if (!existsSync('/dev/full')) return
    const cwd = makeVault(many)
    const shell = spawnSync('bash', ['-c', `node ${resolve('bin/wend.js')} list --json > /dev/full; echo $?`], {
      cwd,
      env: testEnvironment(),
      encoding: 'utf8',
    })
    expect([shell.stdout, shell.stderr]).toEqual(['2\n', expect.stringContaining('cannot write the output')])
  })

  test('much output reaches a slow reader whole', () => {
    const cwd = makeVault(many)
    const shell = spawnSync('bash', ['-c', `node ${resolve('bin/wend.js')} list --json | (sleep 0.3; cat)`], {
      cwd,
      env: testEnvironment(),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
    expect(JSON.parse(shell.stdout)).toHaveLength(500)
  })

  test('Ctrl-C is 130', async () => {
    const child = spawn(process.execPath, [resolve('bin/wend.js'), 'new', 'From standard input'], {
      cwd: makeVault({}),
      env: testEnvironment(),
      stdio: ['pipe', 'ignore', 'ignore'],
    })
    // More than a pipe holds is gone once the program reads it, however long it took to start.
    await new Promise((done) => child.stdin?.write('words\n'.repeat(100_000), done))
    child.kill('SIGINT')
    const code = await new Promise((done) => child.on('exit', done))
    expect(code).toBe(130)
  })

  test.each([
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    [{ FORCE_COLOR: '1' }, true],
    [{}, false],
    [{ TERM: 'dumb' }, false],
    [{ FORCE_COLOR: '0', CLICOLOR_FORCE: '1' }, false],
  ])('colour with %o: %s', async (env, coloured) => {
    const cwd = makeVault({ 'a.md': '# A\n' })
    expect((await runWend(['list'], { cwd, env })).stdout.includes('\u001b[')).toBe(coloured)
  })

  test('a terminal of 20 columns gets lines of 20 columns', async () => {
    const cwd = makeVault({
      'a.md':
        '# A title that is rather long for it\n\nAnd a summary with averyveryverylongwordindeed in it, 漢字漢字漢字漢字漢字漢字.\n',
    })
    const { stdout } = await runWend(['list'], { cwd, env: { COLUMNS: '20' } })
    for (const line of stdout.split('\n'))
      expect([...line].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0)).toBeLessThanOrEqual(20)
  })
})

describe('large numbers and long words', () => {
  test('a huge limit is no limit', async () => {
    const cwd = makeVault({ 'a.md': '# A\n' })
    expect((await runWend(['list', '-n', '99999999999999999999', '--format', 'paths'], { cwd })).stdout).toBe('a.md\n')
  })

  test('a query of 10,000 characters is answered', async () => {
    const cwd = makeVault({ 'a.md': '# A\n' })
    expect((await runWend(['search', 'long '.repeat(2000)], { cwd })).exit).toBe(1)
    expect((await runWend(['show', 'x'.repeat(10_000)], { cwd })).stderr.length).toBeLessThan(500)
  })
})

describe('the editor', () => {
  test('gets the file exactly, with its arguments split and the line where it can', () => {
    const name = '$(touch pwned) \'a\' "b" -n.md'
    const cwd = makeVault({ [name]: '# Odd\n' })
    const editor = join(cwd, 'vim')
    writeFileSync(editor, `#!/bin/sh\nprintf '%s\\n' "$@" > "${join(cwd, 'got')}"\nexit 3\n`)
    chmodSync(editor, 0o755)
    const { exit, stderr } = spawnWend(['open', 'Odd', '--line', '7'], {
      cwd,
      env: { EDITOR: `${editor} "two words" -x` },
    })
    expect(readFileSync(join(cwd, 'got'), 'utf8')).toBe(`two words\n-x\n+7\n${join(cwd, name)}\n`)
    expect([exit, stderr]).toEqual([2, expect.stringContaining('exit code 3')])
    expect(existsSync(join(cwd, 'pwned'))).toBe(false)
  })
})
