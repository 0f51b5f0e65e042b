import { existsSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { trial } from '../support/trial.ts'
import { makeVault } from '../support/make-vault.ts'
import { pngOf } from '../support/png-of.ts'
import { runWend } from '../support/run-wend.ts'

const files = {
  'a.md': [
    '---\ntitle: The A\nsummary: What it is.\nsecret-key: hunter2\n---\n',
    'First [[b]], then [[hidden|what is hidden]] and [x](x.pdf), %%a comment%% $x^2$.',
    '',
    '![[b#Part]]',
    '',
    '![[hidden]]',
    '',
    '![[dot.png]] ![far](https://example.org/far.png)',
    '',
    '## Section',
    '',
    'Only this, with <script>alert(1)</script>. ^end',
    '',
  ].join('\n'),
  'b.md': '# B\n\nIntroduction.\n\n## Part\n\nThe part,\n\n![[c]]\n\n## Other\n\nNot this.\n',
  'c.md': 'inside of C, ![[b#Part]].\n',
  'hidden.md': '---\nprivate: true\n---\n\n# Hidden\n\nNobody reads this.\n',
  'sine.md': '# Sine\n\n$\\sin x \\colon y$ and what is behind.\n',
  'plain.md': '# Plain\n\nNo mathematics.\n',
  'x.pdf': '%PDF',
  'dot.png': pngOf({ width: 1, height: 1, depth: 8, type: 2, rows: [Uint8Array.of(255, 0, 0)] }),
}
const cwd = makeVault(files)
const exported = async (...args: string[]): Promise<string> => (await runWend(['export', ...args], { cwd })).stdout

describe('a note as one file', () => {
  test('of HTML needs no other file and tells nothing of what is not published', async () => {
    const page = await exported('a')
    expect(page).toMatch(/^<!doctype html>/)
    expect(page).toContain('<title>The A</title>')
    expect(page).toContain('src="data:image/png;base64,')
    expect(page).toContain('url(data:font/woff2;base64,')
    for (const said of ['What it is.', 'The part,', 'inside of C', 'what is hidden']) expect(page).toContain(said)
    for (const hidden of ['Nobody reads', 'hunter2', 'a comment', 'Not this', '<script', 'hidden.md'])
      expect(page).not.toContain(hidden)
    const outside = [...page.matchAll(/(?:src|href)="([^"]*)"|url\(([^)]*)\)/g)].map(
      ([, address, url]) => address ?? url,
    )
    expect(outside.filter((address) => !/^(?:data:|#|https:\/\/example\.org)/.test(address ?? ''))).toEqual([])
    expect(page).not.toMatch(/<img[^>]+example\.org/)
  })

  test('on standard output has the signs of its formulas as they are, not as tags that would hide the rest', async () => {
    const page = await exported('sine')
    expect(page).toContain('\u2061')
    expect(page).not.toContain('<U+')
  })

  test('has fonts and rules of mathematics only where there is any', async () => {
    const page = await exported('plain')
    expect(page).not.toMatch(/\.katex|@font-face/)
    expect(page.length).toBeLessThan(60_000)
    expect((await exported('a')).length).toBeLessThan(150_000)
  })

  test('of markdown has what it embeds written out, each once', async () => {
    expect(await exported('a', '--format', 'md')).toBe(
      [
        '# The A\n\n> What it is.\n\nFirst [[b]], then what is hidden and [x](x.pdf),  $x^2$.\n',
        '## Part\n\nThe part,\n\ninside of C, ![[b#Part]].\n\n\n\n![[dot.png]] ![far](https://example.org/far.png)\n',
        '## Section\n\nOnly this, with <script>alert(1)</script>. ^end\n',
      ].join('\n'),
    )
  })

  test('of text is what show prints', async () => {
    const text = await exported('a', '--format', 'txt')
    expect(text).toMatch(/^The A\n━+\n/)
    expect(text).toContain('First b, then what is hidden and x, x².')
    expect(text).not.toMatch(/\u001b|Nobody reads/)
  })

  test('may be a section', async () => {
    expect(await exported('a#Section', '--format', 'md')).toBe(
      '## Section\n\nOnly this, with <script>alert(1)</script>. ^end\n',
    )
    const page = await exported('a#Section')
    expect(page).toContain('Only this')
    expect(page).not.toContain('The part')
  })

  test('is written where it is said, by the ending of the name, and replaces nothing unasked', async () => {
    const first = await runWend(['export', 'b', '-o', 'out/b.md'], { cwd: makeCopy() })
    expect([first.exit, first.stdout, first.stderr]).toEqual([0, '', expect.stringContaining('wrote out/b.md (1 kB)')])
    const at = makeCopy()
    await runWend(['export', 'b', '-o', 'b.html'], { cwd: at })
    expect(readFileSync(join(at, 'b.html'), 'utf8')).toMatch(/^<!doctype html>/)
    const again = await runWend(['export', 'b', '-o', 'b.html'], { cwd: at })
    expect([again.exit, again.stderr]).toEqual([1, expect.stringContaining('b.html is there already')])
    expect((await runWend(['export', 'b', '-o', 'b.html', '--force'], { cwd: at })).exit).toBe(0)
  })

  test.each([
    ['another note', 'c.md', 'note'],
    ['itself', 'b.md', 'note'],
    ['a canvas', 'board.canvas', 'canvas'],
    ['a note behind a symbolic link', 'link.txt', 'note'],
  ])('never replaces %s of the vault', async (_what, output, kind) => {
    const at = makeVault({ ...files, 'board.canvas': '{"nodes":[],"edges":[]}' })
    symlinkSync('c.md', join(at, 'link.txt'))
    const before = readFileSync(join(at, output), 'utf8')
    for (const more of [[], ['--force']]) {
      const { exit, stderr } = await runWend(['export', 'b', '-f', 'md', '-o', output, ...more], { cwd: at })
      expect([exit, stderr]).toEqual([1, expect.stringContaining(`${output} is a ${kind} of the vault`)])
    }
    expect(readFileSync(join(at, output), 'utf8')).toBe(before)
  })

  test('that others may not see is refused', async () => {
    const at = makeCopy()
    const { exit, stdout, stderr } = await runWend(['export', 'hidden', '-o', 'x.html'], { cwd: at })
    expect([exit, stdout, stderr]).toEqual([1, '', expect.stringContaining('hidden.md is not for others to see')])
    expect(existsSync(join(at, 'x.html'))).toBe(false)
  })

  test('says which files are not in it', async () => {
    expect((await runWend(['export', 'a'], { cwd })).stderr).toContain('x.pdf is not in it')
  })

  test.each([
    ['html', 1_600_000],
    ['md', 1_100_000],
    ['txt', 1_100_000],
  ])('grows by no power of what notes embed: %s', async (format, most) => {
    const names = Array.from({ length: 9 }, (_, level) => `n${level}`)
    const embedding = (level: number): string =>
      `# N\n\n${`![[n${level + 1}]]\n\n`.repeat(30)}\n${'word '.repeat(400)}\n`
    const at = makeVault(Object.fromEntries(names.map((name, level) => [`${name}.md`, embedding(level)])))
    const { exit, stdout } = await runWend(['export', 'n0', '-f', format], { cwd: at })
    expect(exit).toBe(0)
    expect(stdout.length).toBeGreaterThan(100_000)
    expect(stdout.length).toBeLessThan(most)
  })

  test('has a part of a long note as often as it is embedded', async () => {
    const at = makeVault({
      'a.md': `# A\n\n${'![[b#P]]\n\n'.repeat(50)}`,
      'b.md': `# B\n\n${'word '.repeat(20_000)}\n\n## P\n\nThis part.\n`,
    })
    for (const format of ['html', 'md'])
      expect((await runWend(['export', 'a', '-f', format], { cwd: at })).stdout.match(/This part/g)).toHaveLength(50)
    expect((await runWend(['show', 'a'], { cwd: at })).stdout.match(/This part/g)).toHaveLength(50)
  })

  test.each([
    [['show', 'a'], 'd.md (not shown: too much is embedded)'],
    [['export', 'a', '-f', 'md'], '![[d#^x]]'],
  ])(
    'has blocks of long notes, each of which is read once, after eight million characters no other: %s',
    async (args, left) => {
      const long = `one ^x\n\n\`\`\`\n${'x'.repeat(5_000_000)}\n\`\`\`\n`
      const at = makeVault({
        'a.md': '# A\n\n![[b#^x]]\n\n![[c#^x]]\n\n![[d#^x]]\n\n![[b#^x]]\n',
        ...{ 'b.md': long, 'c.md': long, 'd.md': long },
      })
      const { stdout } = await runWend(args, { cwd: at })
      expect(
        stdout.match(/^(?: {2}▏ )?one|d\.md \(.*\)|!\[\[.*\]\]/gm)?.map((line) => line.replace(/^ *▏ /, '')),
      ).toEqual(['one', 'one', left, 'one'])
    },
  )

  test('says in the terminal what is not embedded any more', async () => {
    const at = makeVault({ 'a.md': `# A\n\n${'![[b]]\n\n'.repeat(50)}`, 'b.md': `# B\n\n${'word '.repeat(2000)}\n` })
    const { stdout } = await runWend(['show', 'a'], { cwd: at })
    expect(stdout.match(/b\.md \(not shown: too much is embedded\)/g)).toHaveLength(40)
  })

  test('has a file that it shows a thousand times as often as there is room', async () => {
    const at = makeVault({ 'a.md': `# A\n\n${'![](p.png) '.repeat(1000)}`, '.wend/config.yml': '' })
    writeFileSync(join(at, 'p.png'), Buffer.alloc(3_000_000))
    const { exit, stderr } = await runWend(['export', 'a', '-o', 'a.html'], { cwd: at })
    expect([exit, stderr]).toEqual([0, expect.stringContaining('p.png is not everywhere in it')])
    const made = readFileSync(join(at, 'a.html'), 'latin1')
    expect(made.match(/src="data:image\/png/g)).toHaveLength(24)
    expect(made.match(/src="p\.png"/g)).toHaveLength(976)
  })

  test('has no file that is larger than there is room, and reads nothing of it', async () => {
    const at = makeVault({ 'a.md': '# A\n\n![](p.png) ![](q.png) ![](r.png)\n', '.wend/config.yml': '', 'r.png': '' })
    writeFileSync(join(at, 'p.png'), '')
    truncateSync(join(at, 'p.png'), 75_000_001)
    writeFileSync(join(at, 'q.png'), 'x')
    const { exit, stdout, stderr } = await runWend(['export', 'a'], { cwd: at })
    expect(exit).toBe(0)
    for (const name of ['p.png', 'r.png'])
      expect(stderr).toContain(`${name} is not in it: it is empty, larger than 75 MB or can not be read`)
    expect(stdout.match(/src="[^"]{1,40}"/g)).toEqual([
      'src="p.png"',
      'src="data:image/png;base64,eA=="',
      'src="r.png"',
    ])
  })

  test('is told of a file that is too large to be published, which is no empty file of the site', async () => {
    const at = makeVault({
      'a.md': '# A\n\n![](p.mp4) [q](q.pdf)\n',
      '.wend/config.yml': '',
      'p.mp4': '',
      'q.pdf': 'x',
    })
    truncateSync(join(at, 'p.mp4'), 500_000_001)
    const { exit, stderr } = await runWend(['publish', '.site'], { cwd: at })
    expect([exit, stderr]).toEqual([0, expect.stringContaining('p.mp4 is not published: it is larger than 500 MB')])
    expect([existsSync(join(at, '.site/p.mp4')), existsSync(join(at, '.site/q.pdf'))]).toEqual([false, true])
  })

  test('has no more files than there is room for', async () => {
    const at = makeVault({ 'a.md': '# A\n\n![](p.png) ![](q.png) ![](r.png)\n', '.wend/config.yml': '' })
    for (const name of ['p.png', 'q.png', 'r.png']) writeFileSync(join(at, name), Buffer.alloc(40_000_000))
    const { stdout, stderr } = await runWend(['export', 'a'], { cwd: at })
    expect(stdout.match(/src="data:image/g)).toHaveLength(1)
    for (const name of ['q.png', 'r.png']) expect(stderr).toContain(`${name} is not everywhere in it`)
  })
})

function makeCopy(): string {
  return makeVault(files)
}

test('an embed is written out where it stands alone, within its item or quote, and stays amid a sentence', async () => {
  const root = makeVault({
    'a.md': '# A\n\n- ![[b#P]]\n- x\n\n> ![[b#P]]\n\nSee ![[b#P]] here.\n',
    'b.md': '# B\n\n## P\n\none\n\ntwo\n',
  })
  const { stdout } = await runWend(['export', 'a', '--format', 'md'], { cwd: root })
  expect(stdout).toBe('# A\n\n- ## P\n\n  one\n\n  two\n- x\n\n> ## P\n>\n> one\n>\n> two\n\nSee ![[b#P]] here.\n')
})

test('--json tells the note, the format and the text or the file', async () => {
  const json = JSON.parse(await exported('plain', '--format', 'md', '--json')) as unknown
  expect(json).toEqual({ path: 'plain.md', format: 'md', text: '# Plain\n\nNo mathematics.\n' })
  expect(JSON.parse(await exported('plain', '--json'))).toMatchObject({ format: 'html', text: expect.any(String) })
  const file = JSON.parse(await exported('plain', '-o', 'out.txt', '--json')) as unknown
  expect(file).toEqual({ path: 'plain.md', format: 'txt', file: 'out.txt' })
})

describe('the ending of the file says the format', () => {
  test.each([
    ['page.html', '<!doctype html>'],
    ['page.HTM', '<!doctype html>'],
    ['page.v2.md', '# Plain'],
    ['page.text', 'Plain'],
    ['page', '<!doctype html>'],
    ['v1.2/page', '<!doctype html>'],
  ])('-o %s', async (output, begins) => {
    const folder = makeVault({ 'plain.md': files['plain.md'] })
    expect((await runWend(['export', 'plain', '-o', output], { cwd: folder })).exit).toBe(0)
    expect(readFileSync(join(folder, output), 'utf8').trimStart().startsWith(begins)).toBe(true)
  })

  test.each([
    ['page.pdf', 'wend export NOTE --format md | pandoc -o "page.pdf"'],
    ['page.xyz', 'say which it is with --format html, md or txt'],
    ['page.constructor', 'say which it is with --format html, md or txt'],
  ])('-o %s is refused, unless the format is said', async (output, hint) => {
    const folder = makeVault({ 'plain.md': files['plain.md'] })
    const { exit, stderr } = await runWend(['export', 'plain', '-o', output], { cwd: folder })
    expect([exit, stderr]).toEqual([2, expect.stringContaining(hint)])
    expect(existsSync(join(folder, output))).toBe(false)
    expect((await runWend(['export', 'plain', '-o', output, '-f', 'md'], { cwd: folder })).exit).toBe(0)
    expect(readFileSync(join(folder, output), 'utf8')).toContain('# Plain')
  })

  test('-o - is standard output', async () => {
    expect(await exported('plain', '-o', '-', '-f', 'md')).toBe(await exported('plain', '-f', 'md'))
  })
})

test('the text of a note is written as the tool of its vault reads it', async () => {
  const { run } = trial({ 'dendron.yml': '', 'a.md': '# A\n\nSee [[the plan|b]].\n', 'b.md': '# B\n' })
  expect((await run('export', 'a', '-f', 'txt')).stdout).toContain('See the plan.')
})
