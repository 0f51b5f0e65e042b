import { describe, expect, test } from '@jest/globals'
import { checkVault } from '../../../src/core/checks/check-vault.ts'
import { type ChosenRules, chooseRules, type RuleChoice, unknownRules } from '../../../src/core/checks/choose-rules.ts'
import type { Config } from '../../../src/core/model/config.ts'
import type { UrlVerdict } from '../../../src/core/model/url-verdict.ts'
import type { Attachment } from '../../../src/core/model/note.ts'
import type { ProblemCode } from '../../../src/core/model/problem-code.ts'
import { vaultOf } from '../../support/vault-of.ts'

type Texts = Readonly<Record<string, string>>

/** A file beside the notes. */
interface File {
  readonly path: string
  readonly skipped?: string
  readonly reason?: string
  readonly leadsTo?: string
}

/** What one rule finds in a vault: where, how serious it is, the message, what is suggested and what `--fix` would write. */
function found(
  code: ProblemCode,
  texts: Texts,
  { files = [], there = [] }: { readonly files?: readonly File[]; readonly there?: readonly string[] } = {},
): readonly string[] {
  const vault = vaultOf(texts, files as readonly Attachment[], (path) => there.includes(path))
  const rules = chooseRules({ rules: {} }, { only: [code], skip: [], strict: false, external: false })
  return checkVault(vault, { rules, reports: () => true }).problems.map(
    ({ path, line, column, endColumn, severity, message, suggestions, fix }) => {
      const place = `${path}:${line}:${column}${endColumn === undefined ? '' : `-${endColumn}`}`
      const mended =
        fix === undefined
          ? ''
          : ` ! ${fix.kind === 'link' ? `${fix.target}${fix.anchor === undefined ? '' : `#${fix.anchor}`}` : '<>'}`
      return `${place} ${severity} ${message}${suggestions.length === 0 ? '' : ` ? ${suggestions.join(' | ')}`}${mended}`
    },
  )
}

const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ')

type Files = { readonly files?: readonly File[]; readonly there?: readonly string[] }

const cases: readonly (readonly [ProblemCode, Texts, readonly string[], Files?])[] = [
  [
    'ambiguous-link',
    {
      'a.md': 'see [[n]]',
      'd1/n.md': '# N',
      'd2/n.md': '# N',
      'd3/n.md': '# N',
      'd4/n.md': '# N',
      'd5/n.md': '# N',
      'd6/n.md': '# N',
      'd7/n.md': '# N',
    },
    [
      'a.md:1:5-10 warning "n" could be d1/n.md or d2/n.md or d3/n.md or d4/n.md or d5/n.md or 2 more; read as d1/n.md ? d1/n | d2/n | d3/n',
    ],
  ],
  [
    'ambiguous-link',
    { 'a.md': '[[n]]', 'd1/n.md': '', 'd2/n.md': '' },
    ['a.md:1:1-6 warning "n" could be d1/n.md or d2/n.md; read as d1/n.md ? d1/n | d2/n'],
  ],
  ['ambiguous-link', { 'a.md': '[[n]]', 'd1/n.md': '', 'b.md': '' }, []],
  [
    'ambiguous-link',
    { 'a.md': '[[n#X]]', 'd1/n.md': '# X', 'd2/n.md': '' },
    ['a.md:1:1-8 warning "n" could be d1/n.md or d2/n.md; read as d1/n.md ? d1/n | d2/n'],
  ],
  [
    'broken-anchor',
    { 'a.md': '[[b#Prof]] [[b#Proof]] [x](b.md#prof) [[b#^x]] [[#Her]]\n\n# Here', 'b.md': '# Proof' },
    [
      'a.md:1:1-11 error no heading "Prof" in b.md ? Proof',
      'a.md:1:24-38 error no heading "prof" in b.md ? proof',
      'a.md:1:48-56 error no heading "Her" in a.md ? Here',
    ],
  ],
  [
    'broken-anchor',
    { 'a.md': '[[n#Y]]', 'd1/n.md': '# X', 'd2/n.md': '' },
    ['a.md:1:1-8 error no heading "Y" in d1/n.md'],
  ],
  ['broken-anchor', { 'a.md': '[[b#the PROOF!]]', 'b.md': '# B\n\n## The proof' }, []],
  [
    'broken-block',
    { 'a.md': '[[b#^x]] [[b#^y]] [[b#X]]', 'b.md': 'text ^y' },
    ['a.md:1:1-9 error no block "^x" in b.md'],
  ],
  [
    'broken-footnote',
    { 'a.md': 'x[^nte] y[^Note]\n\n[^note]: text' },
    ['a.md:1:2-8 warning no footnote [^nte] ? [^note]'],
  ],
  ['broken-footnote', { 'a.md': 'x[^far]\n\n[^note]: text[^note]' }, ['a.md:1:2-8 warning no footnote [^far]']],
  [
    'broken-link',
    { 'a.md': '[[nowhere]] ![[p.png]] [x](gone.md) [[https://e.org]] [y](../o.md)' },
    [
      'a.md:1:1-12 error no note named "nowhere"',
      'a.md:1:24-36 error no note named "gone.md"',
      'a.md:1:55-67 error nothing at "../o.md", which lies outside the vault',
    ],
  ],
  [
    'broken-link',
    { 'a.md': '[[Betta]] [[sub/beta]]', 'beta.md': '' },
    ['a.md:1:1-10 error no note named "Betta" ? beta', 'a.md:1:11-23 error no note named "sub/beta" ? beta'],
  ],
  [
    'missing-file',
    { 'a.md': '![[p.png]] [x](p.pdf) ![](q.png) [[gone]] ![](../out.png) ![](../in.png)' },
    [
      'a.md:1:12-22 error no file "p.pdf" ? img/p.png',
      'a.md:1:43-58 error no file "../out.png", which lies outside the vault',
    ],
    { files: [{ path: 'q.png' }, { path: 'img/p.png' }], there: ['../in.png'] },
  ],
  [
    'missing-file',
    { 'a.md': '![[Pic.PNG]] ![](pic-1.png)' },
    ['a.md:1:14-28 error no file "pic-1.png" ? x/pic%201.png'],
    { files: [{ path: 'pic.png' }, { path: 'x/pic 1.png' }] },
  ],
  [
    'case-mismatch',
    { 'a.md': '[[B]] [x](Sub/C.md) [[SUB/C#h]] [[Ünï]] [y](SUB%2FC.MD)', 'b.md': '', 'sub/c.md': '# h', 'ünÏ.md': '' },
    [
      'a.md:1:1-6 info "B" is in another case than b.md ? b ! b',
      'a.md:1:7-20 warning "Sub/C.md" is in another case than sub/c.md ? sub/c.md ! sub/c.md',
      'a.md:1:21-32 info "SUB/C" is in another case than sub/c.md ? sub/c ! sub/c#h',
      'a.md:1:33-40 info "Ünï" is in another case than ünÏ.md ? ünÏ ! ünÏ',
      'a.md:1:41-56 warning "SUB%2FC.MD" is in another case than sub/c.md ? sub/c.md ! sub/c.md',
    ],
  ],
  [
    'case-mismatch',
    { 'a.md': '[[%42]] [[b%20C]]', 'b.md': '', 'b c.md': '' },
    [
      'a.md:1:1-8 info "%42" is in another case than b.md ? b ! b',
      'a.md:1:9-18 info "b%20C" is in another case than b c.md ? b c ! b c',
    ],
  ],
  [
    'encoded-wikilink',
    { 'a.md': '[[b%20c]] [[b c]] [[B%20c#h]]', 'b c.md': '# h' },
    [
      'a.md:1:1-10 warning wikilinks are not percent-encoded: "b%20c" is read as b c.md ? b c ! b c',
      'a.md:1:19-30 warning wikilinks are not percent-encoded: "B%20c" is read as b c.md ? B c ! B c#h',
    ],
  ],
  [
    'unencoded-space',
    { 'a.md': '[x](b c.md) [y](<b c.md>) [z](b%20c.md)', 'b c.md': '' },
    ['a.md:1:5-11 warning a destination with spaces needs %20 for each, or <…> around it ! <>'],
  ],
  [
    'resolved-by-title',
    { 'a.md': '[[The bee]] [[bee]]', 'bee.md': '# The bee' },
    ['a.md:1:1-12 info "The bee" is the title, not the file name, of bee.md ? bee ! bee'],
  ],
  [
    'resolved-by-alias',
    { 'a.md': '[[Maja]] [[bee]]', 'bee.md': '---\naliases: [Maja]\n---\n' },
    ['a.md:1:1-9 info "Maja" is the alias, not the file name, of bee.md ? bee ! bee'],
  ],
  [
    'resolved-by-slug',
    { 'a.md': '[[the-bee]] [[The, bee]] [[c-1]]', 'bee.md': '# The bee', 'x.md': '---\naliases: ["C 1"]\n---\n' },
    [
      'a.md:1:1-12 info "the-bee" equals no file name; by its slug it is bee.md ? bee ! bee',
      'a.md:1:13-25 info "The, bee" equals no file name; by its slug it is bee.md ? bee ! bee',
      'a.md:1:26-33 info "c-1" equals no file name; by its slug it is x.md ? x ! x',
    ],
  ],
  [
    'resolved-by-slug',
    { 'a.md': '[[c]]', 'c++.md': '' },
    ['a.md:1:1-6 info "c" equals no file name; by its slug it is c++.md ? c++'],
  ],
  [
    'outside-vault',
    { 'a.md': '[x](../o.md) [y](../p.md) [z](../q)' },
    [
      'a.md:1:1-13 info "../o.md" lies outside the vault; whoever has only the vault does not have it',
      'a.md:1:27-36 info "../q" lies outside the vault; whoever has only the vault does not have it',
    ],
    { there: ['../o.md', '../q.md'] },
  ],
  [
    'unused-definition',
    { 'a.md': '[x]: b.md\n[y]: b.md\n[z]: c.md\n[z]: d.md\n[//]: # (c)\n[b]: b.md\n\n[y] [[b]]', 'b.md': '' },
    ['a.md:1:1-10 warning nothing uses the definition [x]', 'a.md:3:1-10 warning nothing uses the definition [z]'],
  ],
  [
    'unused-definition',
    { 'a.md': '[^1]: none\n[^Two]: used[^1x]\n\nx[^two]' },
    ['a.md:1:1-6 warning nothing refers to the footnote [^1]'],
  ],
  [
    'duplicate-definition',
    { 'a.md': '[x]: b.md\n[X]: c.md\n\n[x]' },
    ['a.md:2:1-10 warning [x] is defined above; this definition is never read'],
  ],
  [
    'duplicate-title',
    {
      'a.md': '# Same',
      'b.md': '# same',
      'c.md': '',
      'sub/c.md': '',
      'd.md': '# Same',
      'e.md': '---\ntitle: SAME\n---\n',
      'f.md': '# Same',
    },
    [
      'a.md:1:1 warning "Same" is also the title of b.md, d.md, e.md and 1 more',
      'b.md:1:1 warning "same" is also the title of a.md, d.md, e.md and 1 more',
      'd.md:1:1 warning "Same" is also the title of a.md, b.md, e.md and 1 more',
      'e.md:1:1 warning "SAME" is also the title of a.md, b.md, d.md and 1 more',
      'f.md:1:1 warning "Same" is also the title of a.md, b.md, d.md and 1 more',
    ],
  ],
  [
    'duplicate-alias',
    { 'a.md': '---\naliases: [x, Y]\n---\n', 'b.md': '---\naliases: [X]\n---\n' },
    [
      'a.md:1:1 warning the alias "x" is also an alias of b.md',
      'b.md:1:1 warning the alias "X" is also an alias of a.md',
    ],
  ],
  [
    'shadowed-alias',
    { 'a.md': '---\naliases: [b, "The C", a, own]\n---\n# Own', 'b.md': '', 'c.md': '# The C' },
    [
      'a.md:4:1 warning the alias "b" never leads here: it is the name of b.md',
      'a.md:4:1 warning the alias "The C" never leads here: it is the name of c.md',
    ],
  ],
  [
    'duplicate-heading',
    { 'a.md': '[[b#H]] [[b#H-1]] [[#Z]] [x](b.md#h)\n\n# Z\n\n# z', 'b.md': '# H\n\n## h\n\n## K' },
    [
      'a.md:1:1-8 warning b.md has 2 headings "H"; this goes to the first, on line 1',
      'a.md:1:19-25 warning a.md has 2 headings "Z"; this goes to the first, on line 3',
    ],
  ],
  ['duplicate-heading', { 'a.md': '[[b#K]] [[b#H#K]]', 'b.md': '# H\n\n## K\n\n# h' }, []],
  [
    'duplicate-block',
    { 'a.md': 'x ^one\n\ny ^one\n\nz ^two' },
    ['a.md:3:3-7 warning ^one stands on line 1 already; links go there'],
  ],
  [
    'bad-frontmatter',
    { 'a.md': '---\na: [\n---\ntext' },
    [
      'a.md:2:5-6 error invalid front matter: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
  ],
  [
    'binary-file',
    { 'a.md': 'x' },
    ['b.md:1:1 warning not read as a note: byte 3'],
    { files: [{ path: 'b.md', skipped: 'binary', reason: 'byte 3' }] },
  ],
  [
    'unreadable-file',
    { 'a.md': 'x' },
    ['b.md:1:1 error cannot be read: no rights'],
    { files: [{ path: 'b.md', skipped: 'unreadable', reason: 'no rights' }, { path: 'c.png' }] },
  ],
  [
    'conflict-marks',
    { 'a.md': 'x\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n' },
    ['a.md:2:1-13 error two versions of these lines were never merged'],
  ],
  [
    'unused-attachment',
    { 'a.md': '![](p.png)' },
    ['q.png:1:1 info no note links to this file'],
    {
      files: [
        { path: 'p.png' },
        { path: 'q.png' },
        { path: 'c.canvas' },
        { path: 'r.png', skipped: 'binary' },
        { path: 'l.png', leadsTo: 'q.png' },
      ],
    },
  ],
  [
    'empty-note',
    { 'a.md': '', 'b.md': '# B', 'c.md': '---\nx: 1\n---\n', 'd.md': 'x' },
    ['a.md:1:1 info the note is empty', 'c.md:1:1 info the note is empty'],
  ],
  [
    'missing-summary',
    {
      'a.md':
        '# A\n\n- word word word word word word word word word word word word word word word word word word word word',
      'b.md': '- word word word word word word word word word word word word word word word word word word word',
      'c.md': '- word word word word word word word word word word word word word word word word word word word word',
      'd.md':
        'word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word',
    },
    [
      'a.md:1:1 info no summary: neither `summary` in front matter nor a first paragraph',
      'c.md:1:1 info no summary: neither `summary` in front matter nor a first paragraph',
    ],
  ],
  [
    'unbalanced-math',
    { 'a.md': 'a $$x b\n\n$\\frac{1}$ $\\frac{1$ ok $5' },
    ['a.md:1:3-5 warning this $$ has no closing $$', 'a.md:3:18-19 warning this { has no closing }'],
  ],
  [
    'self-link',
    { 'a.md': '[[a]] [[#H]] [[a#H]] [x](a.md)\n\n# H' },
    [
      'a.md:1:1-6 info the link leads to the note it stands in',
      'a.md:1:22-31 info the link leads to the note it stands in',
    ],
  ],
  [
    'orphan',
    { 'a.md': '[[b]]', 'b.md': '', 'c.md': '[[c]]' },
    ['a.md:1:1 info no other note links here', 'c.md:1:1 info no other note links here'],
  ],
  [
    'dead-end',
    { 'a.md': '[[b]]', 'b.md': '[[b]]', 'c.md': '[[gone]] [x](https://e.org)' },
    ['b.md:1:1 info links to no other note', 'c.md:1:1 info links to no other note'],
  ],
  [
    'one-way-link',
    { 'a.md': '[[b]] [[b]] [[c]] [[a]] [[gone]] ![](p.png)', 'b.md': '', 'c.md': '[[a]]' },
    ['a.md:1:1-6 info b.md does not link back'],
    { files: [{ path: 'p.png' }] },
  ],
]

test.each(cases.map(([code, texts, expected, files = {}]) => ({ code, texts, expected, files })))(
  '$code $#',
  ({ code, texts, expected, files }) => {
    expect(found(code, texts, files)).toEqual(expected)
  },
)

test('a summary is wanted of notes of twenty words, and is too long above 300 characters', () => {
  const list = (count: number): string => `- ${words(count)}\n`
  const missing = 'info no summary: neither `summary` in front matter nor a first paragraph'
  expect(found('missing-summary', { 'a.md': list(20), 'b.md': list(19), 'c.md': words(30) })).toEqual([
    `a.md:1:1 ${missing}`,
  ])
  const given = (key: string, length: number): string => `---\n${key}: ${'x'.repeat(length)}\n---\n`
  expect(
    found('long-summary', {
      'a.md': `${given('summary', 301)}# A`,
      'b.md': given('summary', 300),
      'c.md': given('description', 302),
      'd.md': 'x'.repeat(400),
    }),
  ).toEqual([
    'a.md:4:1 info the summary has 301 characters; lists show 300',
    'c.md:1:1 info the summary has 302 characters; lists show 300',
  ])
})

test.each([
  'a.sync-conflict-20240102-030405-ABCDEFG.md',
  "b (Ann's conflicted copy 2024-01-02).md",
  'c (conflicted copy).md',
  'd (Konfliktkopie).md',
  'e (in Konflikt stehende Kopie von Anna).md',
  'f (case conflict).md',
  'g (case conflict 1).md',
])('%s is a copy from a conflict', (path) => {
  expect(found('sync-conflict', { [path]: '' })).toEqual([
    expect.stringContaining(`${path}:1:1 warning this is a copy`),
  ])
})

test.each([
  'conflicted copy.md',
  'sync-conflict.md',
  'Konfliktkopie.md',
  'a (conflicted copies).md',
  'case conflict 1.md',
])('%s is a note like others', (path) => {
  expect(found('sync-conflict', { [path]: '' })).toEqual([])
})

test.each(['untitled.md', 'Untitled 3.md', 'note-12.md', 'draft.md', '20240102030405.md', '12.md', '2024-13.md'])(
  'a file that is called %s names no note',
  (path) => {
    const message = `no title: neither front matter nor a heading names the note, and "${path.slice(0, -3)}" does not`
    expect(found('no-title', { [path]: 'text' })).toEqual(path === '2024-13.md' ? [] : [`${path}:1:1 info ${message}`])
    expect(found('no-title', { [path]: '' })).toEqual([])
    expect(found('no-title', { [path]: '# A title' })).toEqual([])
  },
)

test.each(['2024.md', '2024-01.md', '2024-01-02.md', '20240102.md', 'notes.md', 'untitled thoughts.md', 'a1.md'])(
  'a file that is called %s names its note',
  (path) => {
    expect(found('no-title', { [path]: 'text' })).toEqual([])
  },
)

test('a markdown link that only a search through all folders finds', () => {
  const texts = {
    'a/a.md': '[x](bee.md) [y](../b/bee.md) [z](bee.md#h) [i](in/index.md)',
    'b/bee.md': '# h',
    'c/in/index.md': '',
  }
  const message = 'is no path from here; it is found as b/bee.md, but not by GitHub or a browser'
  expect(found('non-portable-link', texts)).toEqual([
    `a/a.md:1:1-12 info "bee.md" ${message} ? ../b/bee.md ! ../b/bee.md`,
    `a/a.md:1:30-43 info "bee.md" ${message} ? ../b/bee.md ! ../b/bee.md#h`,
    'a/a.md:1:44-60 info "in/index.md" is no path from here; it is found as c/in/index.md, but not by GitHub or a browser ? ../c/in/index.md',
  ])
})

test('web addresses that were asked and do not answer', () => {
  const vault = vaultOf({
    'a.md': '<https://e.org/x> [y](https://e.org/y#part) [z](https://e.org/z) [m](mailto:a@e.org)',
  })
  const rules = chooseRules({ rules: {} }, { ...none, only: ['broken-url'], external: true })
  const urls = new Map<string, UrlVerdict>([
    ['https://e.org/x', { ok: true, status: 200 }],
    ['https://e.org/y', { ok: false, reason: 'answers 404 (not found)' }],
  ])
  const messages = checkVault(vault, { rules, reports: () => true, urls }).problems.map(({ message }) => message)
  expect(messages).toEqual(['https://e.org/y: answers 404 (not found)'])
  expect(checkVault(vault, { rules, reports: () => true }).problems).toEqual([])
})

const none: RuleChoice = { only: [], skip: [], strict: false, external: false }

describe('which rules run, and how serious they are', () => {
  const chosen = (rules: Config['rules'], choice: Partial<RuleChoice>): ChosenRules =>
    chooseRules({ rules }, { ...none, ...choice })

  test('all but those that must be asked for', () => {
    const rules = chosen({}, {})
    expect(rules.get('broken-link')).toEqual({ severity: 'error', byUser: false })
    for (const code of ['orphan', 'dead-end', 'one-way-link', 'resolved-by-slug', 'broken-url'] as const)
      expect(rules.has(code)).toBe(false)
    expect(chosen({}, { external: true }).get('broken-url')).toEqual({ severity: 'error', byUser: false })
  })

  test('those that a configuration turns on, off or names otherwise', () => {
    const rules = chosen(
      { orphan: 'warning', 'broken-link': 'off', 'self-link': 'info', 'duplicate-title': 'error' },
      {},
    )
    expect(rules.get('orphan')).toEqual({ severity: 'warning', byUser: true })
    expect(rules.has('broken-link')).toBe(false)
    expect(rules.get('self-link')).toEqual({ severity: 'info', byUser: true })
    expect(rules.get('duplicate-title')).toEqual({ severity: 'error', byUser: true })
  })

  test('only some, also where the configuration turns them off, in the severity that it gives', () => {
    const only = ['orphan', 'broken-link', 'self-link'] as const
    const rules = chosen({ orphan: 'off', 'self-link': 'error' }, { only })
    expect([...rules.keys()].sort()).toEqual([...only].sort())
    expect(rules.get('orphan')).toMatchObject({ severity: 'info' })
    expect(rules.get('self-link')).toMatchObject({ severity: 'error' })
    expect(chosen({}, { only, skip: ['orphan'] }).has('orphan')).toBe(false)
  })

  test('without those that are skipped, and stricter', () => {
    expect(chosen({}, { skip: ['broken-link'] }).has('broken-link')).toBe(false)
    const strict = chosen({ 'resolved-by-alias': 'off' }, { strict: true })
    for (const code of ['resolved-by-title', 'resolved-by-alias', 'resolved-by-slug'] as const)
      expect(strict.get(code)).toEqual({ severity: 'error', byUser: true })
    expect(strict.get('broken-link')).toEqual({ severity: 'error', byUser: false })
  })

  test('what is said to be of no rule', () => {
    expect(unknownRules({ rules: { 'broken-link': 'off', 'broken-lnk': 'off' } as Config['rules'] })).toEqual([
      'broken-lnk',
    ])
  })
})

test('problems stand by path, line, column and then in the order of the rules', () => {
  const vault = vaultOf({ 'b.md': '[[gone]]', 'a.md': 'x\n\n[[gone]] [[a]]\n\n[[a]]', 'c.md': '' })
  const rules = chooseRules({ rules: {} }, { ...none, only: ['self-link', 'broken-link', 'dead-end'] })
  const { problems, checked } = checkVault(vault, { rules, reports: (path) => path !== 'c.md' })
  expect(problems.map(({ path, line, column, code }) => `${path}:${line}:${column} ${code}`)).toEqual([
    'a.md:1:1 dead-end',
    'a.md:3:1 broken-link',
    'a.md:3:10 self-link',
    'a.md:5:1 self-link',
    'b.md:1:1 broken-link',
    'b.md:1:1 dead-end',
  ])
  expect(checked).toEqual({ notes: 2, links: 4 })
})
