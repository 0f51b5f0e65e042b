import { describe, expect, test } from '@jest/globals'
import { Vault } from '../../../src/core/vault/vault.ts'
import { vaultOf } from '../../support/vault-of.ts'

/** Where the links of a text lead, when it stands at a path: the file, or the status and what is worth saying of it. */
function lead(
  others: Readonly<Record<string, string>>,
  text: string,
  at = 'note.md',
  files: readonly string[] = [],
): readonly string[] {
  const { notes, attachments } = vaultOf({ ...others, [at]: text })
  const more = files.map((path) => ({ path: path as (typeof notes)[number]['path'] }))
  const vault = new Vault({
    notes,
    attachments: [...attachments, ...more],
    exists: (path) => path === 'ignored.md' || path === '../outside.md' || path === 'skipped/file.txt',
  })
  return vault.linksFrom(at as (typeof notes)[number]['path']).map(({ resolution }) => {
    if (resolution.status === 'external' || resolution.status === 'broken') return resolution.status
    if (resolution.status === 'outside') return `outside ${resolution.exists === true ? 'there' : 'nothing'}`
    const words = [
      resolution.path,
      ...('anchor' in resolution && resolution.status !== 'broken-anchor' ? [`#${resolution.anchor ?? ''}`] : []),
      ...(resolution.status === 'ok' ? [] : [resolution.status]),
      ...(resolution.status === 'ambiguous' ? [resolution.candidates.slice(1).join(' ')] : []),
      ...resolution.styles,
    ]
    return words.join(' ')
  })
}

describe('wikilinks (links.md section 2)', () => {
  const vault = {
    'a.md': '# The A\n\n## Part',
    'x/a.md': '',
    'x/deep/c.md': '---\ntitle: Sea\naliases: [See, "C, D"]\n---\n',
    'y/deep/c.md': '',
    'x/only.md': '',
    'x/Case.md': '',
    'v1.2.md': '',
    'Node.js.md': '',
    'my%20file.md': '',
    'a file.md': '',
    'Café.md': '',
    '\u{1f600}/tie.md': '',
    '\uff21\uff21/tie.md': '',
    'folder/index.md': '# Index of it',
    'docs/README.md': '',
    'b.markdown': '',
    'T1.md': '---\ntitle: Rust\n---\n',
    'T2.md': '---\ntitle: RUST\n---\n',
    'names/TCP.md': '---\ntitle: TCP/IP\n---\n',
    'slug.md': '---\ntitle: "What is it, then?"\n---\n',
  }
  test.each([
    ['1 from the root', 'x/note.md', '[[/a]] [[/x/a]] [[/only]] [[/a.md]]', ['a.md', 'x/a.md', 'broken', 'a.md']],
    [
      '2 relative',
      'x/note.md',
      '[[./a]] [[../a]] [[./deep/c]] [[../only]] [[../../a]]',
      ['x/a.md', 'a.md', 'x/deep/c.md', 'broken', 'outside nothing'],
    ],
    [
      '2 outside',
      'note.md',
      '[[../outside.md]] [[../outside]] [[../nothing]]',
      ['outside there', 'outside there', 'outside nothing'],
    ],
    ['3 the root before the folder', 'x/note.md', '[[a]] [[x/a]]', ['a.md', 'x/a.md']],
    ['4 the folder before others', 'x/note.md', '[[deep/c]]', ['x/deep/c.md']],
    [
      '5 a suffix of whole segments',
      'note.md',
      '[[only]] [[nly]] [[deep/c]]',
      ['x/only.md', 'broken', 'x/deep/c.md ambiguous y/deep/c.md'],
    ],
    [
      '5 case',
      'note.md',
      '[[case]] [[X/CASE]] [[Case]]',
      ['x/Case.md case-mismatch', 'x/Case.md case-mismatch', 'x/Case.md'],
    ],
    [
      '5 dots and extensions',
      'note.md',
      '[[v1.2]] [[Node.js]] [[b]] [[b.md]] [[only.MD]]',
      ['v1.2.md', 'Node.js.md', 'b.markdown', 'b.markdown', 'x/only.md'],
    ],
    ['5 other ways to write é', 'note.md', '[[Cafe\u0301]] [[cafe\u0301]]', ['Café.md', 'Café.md case-mismatch']],
    ['5 backslashes', 'note.md', '[[x\\only]]', ['x/only.md']],
    [
      '6 title',
      'note.md',
      '[[Sea]] [[sea]] [[The A]]',
      ['x/deep/c.md resolved-by-title', 'x/deep/c.md resolved-by-title', 'a.md resolved-by-title'],
    ],
    [
      '6 exact case wins',
      'note.md',
      '[[Rust]] [[RUST]] [[rust]]',
      ['T1.md resolved-by-title', 'T2.md resolved-by-title', 'T1.md ambiguous T2.md resolved-by-title'],
    ],
    ['6 a title with a slash', 'note.md', '[[TCP/IP]]', ['names/TCP.md resolved-by-title']],
    ['7 alias', 'note.md', '[[See]] [[C, D]]', ['x/deep/c.md resolved-by-alias', 'x/deep/c.md resolved-by-alias']],
    [
      '8 slug',
      'note.md',
      '[[what-is-it-then]] [[What is it then]] [[a-file]]',
      ['slug.md resolved-by-slug', 'slug.md resolved-by-slug', 'a file.md resolved-by-slug'],
    ],
    ['9 folders', 'note.md', '[[folder]] [[docs]] [[x]]', ['folder/index.md', 'docs/README.md', 'broken']],
    [
      '10 attachments',
      'x/note.md',
      '![[pic.png]] ![[img/pic.png|100]] [[f.pdf#page=3]] ![[PIC.png]] [[pic]]',
      ['img/pic.png', 'img/pic.png', 'x/f.pdf', 'img/pic.png case-mismatch', 'broken'],
    ],
    ['skipped files', 'note.md', '[[skipped/file.txt]] [[ignored.md]]', ['skipped/file.txt', 'ignored.md']],
    [
      'percent-encoding',
      'note.md',
      '[[a%20file]] [[my%20file]] [[a%2]]',
      ['a file.md encoded-wikilink', 'my%20file.md', 'broken'],
    ],
    ['never a part of a name', 'note.md', '[[ase]] [[fold]]', ['broken', 'broken']],
    ['code-point order', 'note.md', '[[tie]]', ['\uff21\uff21/tie.md ambiguous \u{1f600}/tie.md']],
    ['itself', 'a.md', '[[#]] [[a#]]', ['a.md', 'a.md']],
    [
      'URLs',
      'note.md',
      '[[https://e.org]] [[mailto:a@e.org]] [[Project: plan]] [[ns:note]]',
      ['external', 'external', 'broken', 'broken'],
    ],
  ] as const)('%s', (_name, at, text, expected) => {
    expect(lead(vault, text, at, ['img/pic.png', 'x/f.pdf'])).toEqual(expected)
  })

  test('the note of a folder: index before README', () => {
    const notes = { 'both/README.md': '', 'both/index.md': '', 'up/both/README.md': '' }
    expect(lead(notes, '[[both]] [[/both]] [[./both]] [x](both) [x](both/)')).toEqual(Array(5).fill('both/index.md'))
    expect(lead({ 'README.md': '', 'index.md': '', 's/n.md': '' }, '[x](../) [x](/)', 's/z.md')).toEqual([
      'index.md',
      'index.md',
    ])
  })

  test('several candidates: same folder, fewest segments, shortest path, code points', () => {
    const notes = { 'p/q/n.md': '', 'pp/n.md': '', 'o/n.md': '', 'r/n.md': '' }
    expect(lead(notes, '[[n]]', 'z.md')).toEqual(['o/n.md ambiguous r/n.md pp/n.md p/q/n.md'])
    expect(lead({ ...notes, 's/t/N2.md': '' }, '[[q/n]] [[N2]]', 's/t/z.md')).toEqual(['p/q/n.md', 's/t/N2.md'])
    const titled = { 'p/1.md': '# T', 'z/2.md': '# T', '3.md': '# T' }
    expect(lead(titled, '[[T]]', 'z/z.md')).toEqual(['z/2.md ambiguous 3.md p/1.md resolved-by-title'])
  })
})

describe('markdown links (links.md section 3)', () => {
  const vault = {
    'a.md': '',
    'x/a.md': '',
    'x/b.md': '',
    'only/deep.md': '',
    'root.md': '',
    'a file.md': '',
    'q?.md': '',
    'odd#name.md': '',
    '100%.md': '',
    'x/sub/README.md': '',
    'x/plain/one.md': '',
  }
  test.each([
    [
      '1 the folder of the note',
      '[t](a.md) [t](b.md) [t](./b.md) [t](../a.md) [t](../root.md)',
      ['x/a.md', 'x/b.md', 'x/b.md', 'a.md', 'root.md'],
    ],
    ['2 without extension', '[t](a) [t](sub/README)', ['x/a.md', 'x/sub/README.md']],
    ['3 from the root', '[t](/a.md) [t](/a) [t](/b.md)', ['a.md', 'a.md', 'broken']],
    ['4 the root, when nothing is nearer', '[t](root.md) [t](only/deep)', ['root.md', 'only/deep.md']],
    [
      '5 folders',
      '[t](sub) [t](sub/) [t](plain) [t](/x) [t](..)',
      ['x/sub/README.md', 'x/sub/README.md', 'x/plain', 'x', '.'],
    ],
    [
      '6 any folder',
      '[t](deep.md) [t](deep) [t](./deep.md) [t](../deep.md)',
      ['only/deep.md non-portable-link', 'only/deep.md non-portable-link', 'broken', 'broken'],
    ],
    [
      'encoded',
      '[t](../a%20file.md) [t](<../a file.md>) [t](../odd%23name.md) [t](../100%.md) [t](../q%3F.md)',
      ['a file.md', 'a file.md', 'odd#name.md', '100%.md', 'q?.md'],
    ],
    ['query', '[t](a.md?raw=1) [t](a.md?raw=1#gone)', ['x/a.md', 'x/a.md broken-anchor']],
    ['case', '[t](A.md) [t](../X/a.md)', ['x/a.md case-mismatch', 'x/a.md case-mismatch']],
    ['outside', '[t](../../outside.md) [t](../../../b)', ['outside nothing', 'outside nothing']],
    [
      'URLs',
      '[t](https://e.org) [t](//e.org/a.md) [t](mailto:a@e.org) <https://e.org>',
      ['external', 'external', 'external', 'external'],
    ],
    ['itself', '[t](#) [t](?x)', ['x/note.md', 'x/note.md']],
    ['never title, alias or slug', '[t](A-file) [t](Title)', ['broken', 'broken']],
    ['images', '![t](pic.png) ![t](../img/pic.png)', ['broken', 'img/pic.png']],
    ['references', '[t][r] [r]\n\n[r]: b.md', ['x/b.md', 'x/b.md']],
    ['html', '<a href="b.md">t</a> <img src="../img/pic.png">', ['x/b.md', 'img/pic.png']],
  ] as const)('%s', (_name, text, expected) => {
    expect(lead(vault, text, 'x/note.md', ['img/pic.png'])).toEqual(expected)
  })
})

describe('anchors (links.md section 4)', () => {
  const target = `# Top title

## What's *new*, in \`2.0\`?

## Setup ##

### Linux

## Other

### Linux

## Setup

## C#

## 日本語 見出し

Underlined
----------

## With id {#custom-id}

## A -- B

<a id="html-id"></a> <a name="named"></a>

A block. ^Block-1

- item ^item

## The $\\alpha$ rate

## Costs

### $O(n^2)$ or $O(n~^{2})$

## From $5 to $6
`
  test.each([
    ['(a) the text', '[[t#Setup]] [[t#setup]] [[t#  top   title ]]', ['#setup', '#setup', '#top-title']],
    ['(a) markup removed', "[[t#What's new, in 2.0?]]", ['#whats-new-in-20']],
    ['(b) punctuation removed', '[[t#Whats new in 20]]', ['#whats-new-in-20']],
    [
      '(c) the slug',
      '[t](t.md#whats-new-in-20) [t](t.md#setup-1) [t](t.md#linux-1) [t](t.md#setup-2)',
      ['#whats-new-in-20', '#setup-1', '#linux-1', 'missing'],
    ],
    ['(d) dashes collapsed', '[t](t.md#a----b) [t](t.md#a-b) [[t#A -- B]]', ['#a----b', '#a----b', '#a----b']],
    ['(e) ids', '[t](t.md#custom-id) [t](t.md#html-id) [t](t.md#named)', ['#custom-id', '#html-id', '#named']],
    [
      'nested',
      '[[t#Other#Linux]] [[t#Setup#Linux]] [[t#Linux#Other]] [[t#C#]] [[t##Setup]]',
      ['#linux-1', '#linux', 'missing', '#c', '#setup'],
    ],
    [
      'setext and other scripts',
      '[[t#Underlined]] [t](t.md#%E6%97%A5%E6%9C%AC%E8%AA%9E-%E8%A6%8B%E5%87%BA%E3%81%97)',
      ['#underlined', '#日本語-見出し'],
    ],
    ['empty', '[[t#]] [t](t.md#)', ['#', '#']],
    [
      'blocks',
      '[[t#^Block-1]] [[t#^block-1]] [[t#^item]] [[t#^no]] [[t#Other#^item]]',
      ['#^Block-1', '#^Block-1', '#^item', 'missing', '#^item'],
    ],
    [
      'formulas by their source',
      '[[t#The $\\alpha$ rate]] [t](t.md#the-alpha-rate)',
      ['#the-alpha-rate', '#the-alpha-rate'],
    ],
    [
      'formulas as they are shown',
      '[[t#The α rate]] [t](t.md#the-%CE%B1-rate) [[t#the α rate]] [[t#Costs#O(n²) or 𝑂(𝑛 ²)]] [[t#The β rate]]',
      ['#the-alpha-rate', '#the-alpha-rate', '#the-alpha-rate', '#on2-or-on2', 'missing'],
    ],
    ['dollars that are no formula', '[[t#From $5 to $6]] [[t#From 5 to 6]]', ['#from-5-to-6', '#from-5-to-6']],
  ] as const)('%s', (_name, text, expected) => {
    const { notes } = vaultOf({ 't.md': target, 'note.md': text })
    const vault = new Vault({ notes, attachments: [] })
    const found = vault.linksFrom('note.md' as (typeof notes)[number]['path']).map(({ resolution }) => {
      if (resolution.status === 'broken-anchor') return 'missing'
      return resolution.status === 'ok' ? `#${resolution.anchor ?? ''}` : resolution.status
    })
    expect(found).toEqual(expected)
  })
})
