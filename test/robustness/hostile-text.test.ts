import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeVault } from '../support/make-vault.ts'
import { runWend } from '../support/run-wend.ts'

/** Bytes that control a terminal, turn text round or are not seen, other than line feed and tab. */
const control =
  // eslint-disable-next-line no-misleading-character-class -- these are looked for one by one
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\u3164\ufe00\ufeff\u{e0000}-\u{e01ef}]/u

describe('escapes in every place of a note', () => {
  const raw =
    '\u001b[31m\u001b]0;gone\u0007\u001b]8;;http://x\u001b\\\u009b2J\r\u0008\u202e\u200b\u{e0041}\u0085\u2028\u007f\u00ad\u034f\u115f\u3164\ufe00\u{e0100}'
  const yaml =
    '\\e[31m\\e]0;gone\\a\\x9b2J\\r\\b\\u202E\\u200B\\U000E0041\\u0085\\u2028\\x7f\\0\\xad\\u034f\\u115f\\u3164\\ufe00\\U000e0100'
  const cwd = makeVault({
    'evil.md': `---
title: "T${yaml}"
aliases: ["a${yaml}"]
tags: ["t${yaml}", ok]
topics: ["p${yaml}"]
summary: "s${yaml}"
status: "st${yaml}"
"k${yaml}": "v${yaml}"
keywords: ["kw${yaml}"]
date: "2020${yaml}"
---

# H${raw}

Body ${raw} &#27;[2J &#x9b;2J &#x202e; [[gone${raw}]] [[gone${raw}#h${raw}|t${raw}]] <https://e.org/${raw}> [l${raw}](u${raw}.md) ![alt${raw}](pic${raw}.png) \`c${raw}\` #tag${raw}

| a${raw} |
| - |
| b${raw} |

\`\`\`js${raw}
const a = '${raw}'
\`\`\`

- [ ] task ${raw}

> [!note${raw}] call ${raw}

$a${raw}$ [^1] [[good]] [[second]] ![[good${raw}]]

[^1]: foot ${raw}

<b ${raw}>html</b> <!-- ${raw} -->
`,
    'second.md': `---\ntitle: "Second${yaml}"\n---\n\nSee [[evil]] and [[good]] ${raw}.\n\n# Good ${raw}\n`,
    'good.md': `# Good\n\n- [ ] do ${raw}\n\nFine, see [[evil]], [[second]]. Second\n\n## S ${raw}\n`,
    'evil.base': `properties: {title: {displayName: "h${yaml}"}}\nviews: [{name: v, filters: "f${yaml}()", order: [title, file.name, "c${yaml}()"], groupBy: title}]\n`,
    '.wend/schema.yml': `notes: {required: ["k${yaml}"], properties: {title: {enum: ["v${yaml}"]}, "p${yaml}": {format: "f${yaml}"}}}\nother${yaml}: 1\n`,
    'bad.md': `---\ntitle: "x${raw}\n  [: ${raw}\n---\nText\n`,
    [`fold\u001b[31mer/x\u202e.md`]: '# X\n\n[[gone2]]\n',
    'line\nfeed.md': '# Feed\n\n[[gone]]\n',
  })
  const formats = ['text', 'json', 'ndjson', 'csv', 'paths']
  const reports = [
    ['list'],
    ['list', '--by', 'tag'],
    ['list', '--by', 'folder'],
    ['search', 'body'],
    ['search', '/./'],
    ['show', 'evil'],
    ['show', 'good'],
    ['links', 'evil', '--depth', '2'],
    ['backlinks', 'evil'],
    ['related', 'evil'],
    ['mentions', 'second'],
    ['check'],
    ['topics'],
    ['tags'],
    ['tasks'],
    ['schema'],
    ['list', '--columns', 'title,path,summary,tags,topics', '--group-by', 'topics'],
    ['list', '--base', 'evil.base'],
    ['list', '--columns', 'title,path,tags', '--format', 'tsv'],
    ['list', '--group-by', 'tags', '--count'],
    ['orphans'],
    ['stats'],
    ['index'],
    ['graph'],
    ['path', 'evil', 'good'],
    ['learn', 'evil'],
    ['random', '--seed', '1'],
    ['today'],
    ['wander', 'evil'],
  ]
  const others = [
    ['show', 'evil', '--toc'],
    ['show', 'evil', '--plain', '--width', '20'],
    ['check', '-f', 'github'],
    ['check', '-f', 'junit'],
    ['check', '-f', 'sarif'],
    ['graph', '-f', 'dot'],
    ['graph', '-f', 'mermaid'],
    ['list', '-f', '{{title}} {{path}} {{tags}} {{metadata.title}} {{metadata}}'],
    ['links', 'evil', '-f', '{{target}} {{text}} {{context}}'],
    ['mv', 'evil', 'renamed', '--dry-run'],
    ['mv', 'good', 'T\u001b[2J', '--dry-run'],
    ['set', 'evil', 'a=b\u001b', '--dry-run'],
    ['unset', 'evil', 'title', '--dry-run'],
    ['tag', 'rename', 'ok', 'fine', '--dry-run'],
    ['rm', 'evil', '--force', '--dry-run'],
    ['link', 'suggest'],
    ['new', 'New \u001b[2J', '--dry-run'],
    ['show', 'no\u001b[2Jpe'],
    ['list', '--topic', '\u001b[2J'],
    ['list', '--where', '\u202e'],
    ['-C', '/nope\u001b[2J', 'list'],
    ['help', '\u001b[2J'],
  ]
  test.each([...reports.map((args) => [args, formats] as const), ...others.map((args) => [args, ['']] as const)])(
    'none leaves by wend %j',
    async (args, wanted) => {
      for (const format of wanted) {
        const { stdout, stderr } = await runWend(format === '' ? args : [...args, '-f', format], { cwd })
        const found = control.exec(stdout + stderr)
        expect([format, found && (stdout + stderr).slice(Math.max(0, found.index - 40), found.index + 9)]).toEqual([
          format,
          null,
        ])
        expect(stderr).not.toContain('bug in wend')
        if (format === 'json' && stdout !== '') JSON.parse(stdout)
        if (format === 'ndjson') for (const line of stdout.split('\n').filter(Boolean)) JSON.parse(line)
      }
    },
  )
})

/** One at a time: a candidate that holds anything else is shown as text is, all the more. */
test.each(['\u00ad', '\u034f', '\u115f', '\u200b', '\u3164', '\ufe00', '\u{e0041}', '\u{e0100}'])(
  'completion shows %j in a name, an alias and a tag',
  async (unseen) => {
    const cwd = makeVault({
      [`n${unseen}.md`]: `---\naliases: ["a${unseen}"]\ntags: [t${unseen}]\n---\n# T${unseen}\n`,
    })
    const shown = `<U+${unseen.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}>`
    const words = { ':': [`T${shown}`, `a${shown}`], n: [`n${shown}.md`] }
    for (const [typed, candidates] of Object.entries(words))
      expect((await runWend(['completion', '--for', 'show', typed], { cwd })).stdout.trimEnd().split('\n')).toEqual(
        candidates,
      )
    expect((await runWend(['completion', '--shell', 'fish', '--line', 'wend list --tag t'], { cwd })).stdout).toBe(
      `t${shown}\t1 note\n`,
    )
  },
)

describe('half of a character', () => {
  const half = '\ud83d'
  const wide = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
  const text = `# H${half} 😀\n\nBody ${half} [[b#H${half}]] [x](b.md#h${half}) [y](u${half}.md) <http://e.org/${half}/😀> $x${half}$\n`
  const files = {
    'a.md': wide(`---\ntitle: "T${half}"\ntags: ["t${half}"]\n---\n\n${text}`),
    'b.md': '---\naliases: ["\\ud83d"]\n---\n\n# B 😀\n\n[[a#H 😀]] <https://e.org/😀> [c](https://e.org/%zz)\n',
  }
  test.each([
    ['show', 'a'],
    ['show', 'b'],
    ['links', 'a', '--json'],
    ['links', 'b'],
    ['check', '-f', 'sarif'],
    ['index'],
    ['graph', '-f', 'mermaid'],
    ['mv', 'b', 'c d', '--dry-run'],
    ['mv', 'b#B 😀', `Other ${half}`, '--dry-run'],
  ])('is shown on a terminal with hyperlinks by wend %s %s %s', async (...args) => {
    const { exit, stdout } = await runWend(args, {
      cwd: makeVault(files),
      env: { FORCE_COLOR: '3', FORCE_HYPERLINK: '1' },
    })
    expect([exit === 2, stdout === '']).toEqual([false, false])
  })

  test('and an address with an emoji is a hyperlink in ASCII', async () => {
    const { stdout } = await runWend(['show', 'b'], {
      cwd: makeVault(files),
      env: { FORCE_COLOR: '3', FORCE_HYPERLINK: '1' },
    })
    expect(stdout).toMatch(/\u001b\]8;(?:id=\w+)?;https:\/\/e\.org\/%F0%9F%98%80\u001b\\/)
  })
})

describe('YAML that asks for too much', () => {
  const bomb = `---\na: &a [${'x,'.repeat(9)}]\n${[...'bcdefghi']
    .map((key, at) => `${key}: &${key} [${`*${'abcdefghi'[at] ?? ''},`.repeat(9)}]`)
    .join('\n')}\n---\n\nText.\n`
  test.each([
    ['a bomb of aliases', bomb],
    ['a list that holds itself', '---\na: &a {b: *a}\n---\n\nText.\n'],
  ])('%s is not edited, and says so', async (_name, text) => {
    const cwd = makeVault({ 'a.md': text })
    for (const args of [
      ['set', 'a', 'x=y'],
      ['unset', 'a', 'a'],
      ['alias', 'add', 'a', 'other'],
    ]) {
      const { exit, stderr } = await runWend(args, { cwd })
      expect([exit, stderr]).toEqual([1, expect.stringContaining('repeats itself by aliases')])
    }
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(text)
  })

  test.each(['&a [*a]', '['.repeat(9000), '*a', '{'])('a value %j is text', async (value) => {
    const cwd = makeVault({ 'a.md': '# A\n' })
    expect((await runWend(['set', 'a', `x=${value}`], { cwd })).exit).toBe(0)
    const { stdout } = await runWend(['show', 'a', '--json'], { cwd })
    expect((JSON.parse(stdout) as { metadata: { x?: string } }).metadata.x ?? value).toBe(value)
  })
})

test('thousands of problems in one line cost and show little each', async () => {
  const cwd = makeVault({ 'a.md': `# A\n\n漢${'[[gone]] '.repeat(3000)}\n` })
  const { exit, stdout } = await runWend(['check', '--only', 'broken-link'], { cwd })
  const lines = stdout.split('\n')
  expect([exit, lines.filter((line) => line.includes('│ …')).length > 2900]).toEqual([1, true])
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(81)
  expect(lines.filter((line) => /^ {4}│ +\^{8}$/.test(line))).toHaveLength(3000)
})

test.each(['\\e]0;owned\\a', '\\x1b[31m', '\\u202e', '\\u200b'])(
  'a view of a vault sends nothing to the terminal that steers it: %s',
  async (bytes) => {
    const cwd = makeVault({
      'a.md': '# A\n',
      '.wend/config.yml': `views: {g: ["-f", "{{path}}${bytes}"], ok: ["-f", "{{path}}\\t\\n"]}\n`,
    })
    const { exit, stdout, stderr } = await runWend(['list', '@g'], { cwd })
    expect([exit, stdout, stderr]).toEqual([1, '', expect.stringContaining('that steer a terminal')])
    expect((await runWend(['list', '@ok'], { cwd })).stdout).toContain('a.md\t\n')
  },
)
