import { expect, test } from '@jest/globals'
import type { Attachment, Note } from '../../../src/core/model/note.ts'
import type { NotePath } from '../../../src/core/model/note-path.ts'
import type { VaultDialects } from '../../../src/core/model/tool-dialect.ts'
import { targetPath } from '../../../src/core/model/resolution.ts'
import { parseNote } from '../../../src/core/parse/parse-note.ts'
import { Vault } from '../../../src/core/vault/vault.ts'

type Texts = Readonly<Record<string, string>>

const facts = { size: 0, modifiedMs: 0, createdMs: 0 }

function vaultWith(texts: Texts, dialects?: VaultDialects, attachments: readonly Attachment[] = []): Vault {
  const notes = Object.entries(texts).map(([path, text]) =>
    parseNote({ path: path as NotePath, text, facts, dialects }),
  )
  const isCanvas = (note: Note): boolean => note.path.endsWith('.canvas')
  return new Vault({
    notes: notes.filter((note) => !isCanvas(note)),
    attachments: [...attachments, ...notes.filter(isCanvas).map(({ path }) => ({ path }))],
    canvases: () => notes.filter(isCanvas),
  })
}

/** Where each link of a note leads, with the anchor that it found; or how it fails. */
function leads(vault: Vault, from: string): readonly string[] {
  return vault.linksFrom(from as NotePath).map(({ resolution }) => {
    const path = targetPath(resolution)
    if (path === undefined) return resolution.status === 'external' ? `external ${resolution.url}` : resolution.status
    const anchor = 'anchor' in resolution && resolution.anchor !== undefined ? `#${resolution.anchor}` : ''
    const isMissing = 'anchorMissing' in resolution && resolution.anchorMissing === true
    const isFirst = 'isFirstOfSeveral' in resolution && resolution.isFirstOfSeveral === true
    const isNote = 'isNote' in resolution && resolution.isNote ? '' : ' (file)'
    const isBlock = resolution.status === 'broken-anchor' && resolution.block ? ' (block)' : ''
    return `${resolution.status} ${path}${anchor}${isMissing ? ' (no such anchor)' : ''}${isFirst ? ' (first of several)' : ''}${isBlock}${isNote}`
  })
}

test.each([
  ['[[mailto:a@b.org]]', 'external mailto:a@b.org'],
  ['[[tel:123]]', 'external tel:123'],
  ['[[DOI:10.1/x]]', 'external DOI:10.1/x'],
  ['[[https://e.org/x#y]]', 'external https://e.org/x#y'],
  ['[[ns:note]]', 'broken'],
  ['[[Project: plan]]', 'broken'],
  ['[[file: x]]', 'broken'],
  ['[x](ns:note)', 'external ns:note'],
  ['[x](c:note)', 'broken'],
  ['[x](/c:note)', 'broken'],
  ['[x](./c:note.md)', 'broken'],
  ['[x](//host/x)', 'external //host/x'],
  ['[[{{date}}]]', 'external {{date}}'],
  ['[x](<% tp.file.title %>.md)', undefined],
  ['[x](<{{title}}.md>)', 'external {{title}}.md'],
  ['[[{date}]]', 'broken'],
])('%s is %s', (link, expected) => {
  const [said] = leads(vaultWith({ 'a.md': link }), 'a.md')
  expect(said).toBe(expected)
})

test.each([
  ['[[x/]]', 'ok x/index.md'],
  ['[[x]]', 'ok x.md'],
  ['[m](x/)', 'ok x/index.md'],
  ['[m](x)', 'ok x.md'],
  ['[[/x/]]', 'ok x.md'],
  ['[m](./)', 'ok index.md'],
  ['[m](.)', 'ok index.md'],
  ['[m](x/..)', 'ok index.md'],
  ['[m](/)', 'ok index.md'],
  ['[m](/.)', 'ok index.md'],
  ['[m](/x/../)', 'ok index.md'],
  ['[m](/..)', 'outside'],
  ['[m](..)', 'outside'],
  ['[m](../x/..)', 'outside'],
  ['[m](y)', 'ok y (file)'],
  ['[m](/y/)', 'ok y (file)'],
  ['[[y]]', 'broken'],
  ['[m](?q=1)', 'ok a.md'],
  ['[m](x.md?q=1#t)', 'ok x.md#t'],
  ['[m](x%2Emd)', 'ok x.md'],
  ['[m](x%zz.md)', 'broken'],
  ['[m](y/z.png)', 'ok y/z.png (file)'],
  ['[[z.png]]', 'ok y/z.png (file)'],
])('among files and folders of one name %s leads to %s', (link, expected) => {
  const files = [{ path: 'y/z.png' as NotePath }]
  const texts = { 'a.md': link, 'x.md': '# T\n', 'x/index.md': '', 'index.md': '' }
  expect(leads(vaultWith(texts, undefined, files), 'a.md')).toEqual([expected])
})

test.each([
  ['[[e]]', 'ambiguous s/e.md'],
  ['[[e#H]]', 'ambiguous s/e.md#h'],
  ['[[e#Gone]]', 'ambiguous s/e.md (no such anchor)'],
  ['[[b#Same]]', 'ok b.md#same (first of several)'],
  ['[x](b.md#same-1)', 'ok b.md#same-1'],
  ['[[b#Gone]]', 'broken-anchor b.md#Gone'],
  ['[[b#^gone]]', 'broken-anchor b.md#^gone (block)'],
  ['[[b##^gone]]', 'broken-anchor b.md##^gone (block)'],
  ['[[b#^ID]]', 'ok b.md#^id'],
  ['[[b#top]]', 'ok b.md'],
  ['[[b#]]', 'ok b.md'],
  // Of a wikilink the fragment is tried as it is first, of a markdown link decoded.
  ['[[b#100%25]]', 'ok b.md#10025'],
  ['[x](b.md#100%25)', 'ok b.md#100'],
  ['[[b#Same%20not]]', 'ok b.md#same-not'],
  ['[x](b.md#Same%20not)', 'ok b.md#same-not'],
  ['![[p.png#x]]', 'ok p.png (file)'],
])('%s says %s of its anchor', (link, expected) => {
  const texts = {
    'a.md': link,
    's/e.md': '# H\n',
    't/e.md': '# H\n',
    'b.md': '## Same\n\n## same\n\n## Same not\n\n## 100%\n\n## 100%25\n\ntext ^id\n',
  }
  expect(leads(vaultWith(texts, undefined, [{ path: 'p.png' as NotePath }]), 'a.md')).toEqual([expected])
})

test('the file of a card is a path from the root and nothing else', () => {
  const place = { x: 0, y: 0, width: 1, height: 1 }
  const files = ['s/b.md', 'b.md', 's/../b.md', './s/b.md', 'S/B.md', 's/b', 'Title']
  const nodes = files.map((file, at) => ({ id: `${at}`, type: 'file', file, ...place }))
  const texts = { 's/m.canvas': JSON.stringify({ nodes, edges: [] }), 's/b.md': '# Title\n' }
  expect(leads(vaultWith(texts), 's/m.canvas')).toEqual(['ok s/b.md', 'broken', 'broken', 'broken', 'ok s/b.md', 'ok s/b.md', 'broken']) // prettier-ignore
})

test('a page with an address of its own sees others from there', () => {
  const docusaurus: VaultDialects = { tools: ['docusaurus'], admonitions: false, sites: ['docs'], assets: ['docs', 'static'], rootMarks: ['@site/'], pages: false, syntax: [] } // prettier-ignore
  const texts = {
    'docs/a.md':
      '---\nslug: /deep/page\n---\n[x](other) [x](../other) [x](/deep/other) [x](/docs/deep/other/) [x](gone) [x](/p.png) [x](@site/docs/c.md)\n',
    'docs/b.md': '---\nslug: /deep/other\n---\n[x](page/)\n',
    'docs/c.md': '[x](deep/other) [x](other) [x](/deep/Other)\n',
  }
  const vault = vaultWith(texts, docusaurus, [{ path: 'static/P.png' as NotePath }])
  expect(leads(vault, 'docs/a.md')).toEqual(['ok docs/b.md', 'ok docs/b.md', 'ok docs/b.md', 'ok docs/b.md', 'broken', 'ok static/P.png (file)', 'ok docs/c.md']) // prettier-ignore
  expect(leads(vault, 'docs/b.md')).toEqual(['ok docs/a.md'])
  expect(leads(vault, 'docs/c.md')).toEqual(['ok docs/b.md', 'broken', 'ok docs/b.md'])
})

test('a uid names a note of DocFX, and nothing elsewhere', () => {
  const docfx: VaultDialects = { tools: ['docfx'], admonitions: false, sites: [], assets: [], rootMarks: [], pages: false, syntax: ['docfx'] } // prettier-ignore
  const texts = { 'a.md': '<xref:my.id> [x](xref:my%2Eid) [x](xref:System.String) [x](~/s/b.md)', 's/b.md': '---\nuid: my.id\n---\n', 'c.md': '---\nuid: [x]\n---\n' } // prettier-ignore
  expect(leads(vaultWith(texts, docfx), 'a.md')).toEqual(['ok s/b.md', 'ok s/b.md', 'external xref:System.String', 'ok s/b.md']) // prettier-ignore
})

const plain = { admonitions: false, sites: [], assets: [], rootMarks: [], pages: false } as const
const uuid = '64a1f1c2-1111-4222-8333-abcdefabcdef'

test.each<[string, VaultDialects, Texts, readonly (readonly [link: string, expected: string])[]]>([
  [
    'Logseq',
    { ...plain, tools: ['logseq'], pages: true, syntax: ['logseq'], journals: { folder: 'journals', file: 'yyyy_MM_dd', title: 'MMM do, yyyy' } }, // prettier-ignore
    {
      'pages/a___b.md': '- x',
      'pages/x%3A y.md': '- x',
      'pages/a c.md': '- x',
      'pages/o.md': 'title:: Own\n\n- x',
      'pages/tagged.md': '- x',
      'pages/block.md': `- text\n  id:: ${uuid}\n`,
      'journals/2024_03_05.md': '- x',
    },
    [
      ['[[a/b]]', 'ok pages/a___b.md'],
      ['[[A/B]]', 'ok pages/a___b.md'],
      ['[[x: y]]', 'ok pages/x%3A y.md'],
      ['[[Mar 5th, 2024]]', 'ok journals/2024_03_05.md'],
      ['[[2024-03-05]]', 'ok journals/2024_03_05.md'],
      ['[[2024-03-06]]', 'broken'],
      ['[[Own]]', 'ok pages/o.md [resolved-by-title]'],
      ['[[own!]]', 'ok pages/o.md [resolved-by-slug]'],
      ['[[a%20c]]', 'ok pages/a c.md [encoded-wikilink]'],
      [`((${uuid}))`, `ok pages/block.md#^${uuid}`],
      [`((${uuid.replace('f', '0')}))`, 'broken'],
      ['#tagged', 'ok pages/tagged.md'],
      ['#none', 'external #none'],
      ['#[[a/b]]', 'ok pages/a___b.md'],
      ['[t]([[a/b]])', 'ok pages/a___b.md'],
    ],
  ],
  [
    'Hugo',
    { ...plain, tools: ['hugo'], sites: ['content'], assets: ['content', 'static'], syntax: ['hugo'] },
    {
      'content/posts/b.md': '## H',
      'content/posts/c/index.md': '',
      'content/z/deep/index.md': '',
      'content/a/b/deep/index.md': '',
      'content/x/list/_index.md': '',
      'content/q/d.md': '',
      'content/q/r/d.md': '',
    },
    [
      ['[t]({{< ref "/posts/b" >}})', 'ok content/posts/b.md'],
      ['[t]({{< relref "posts/c" >}})', 'ok content/posts/c/index.md'],
      ['[t]({{< ref "c" >}})', 'ok content/posts/c/index.md'],
      ['[t]({{< ref "/deep/" >}})', 'ambiguous content/z/deep/index.md'],
      ['[t]({{< ref "list" >}})', 'ok content/x/list/_index.md'],
      ['[t]({{< ref "b#h" >}})', 'ok content/posts/b.md#h'],
      ['[t]({{< ref "d.md#no" >}})', 'ambiguous content/q/d.md (no such anchor)'],
      ['[t]({{< ref "gone" >}})', 'broken'],
      ['[t](c)', 'broken'],
      ['[t](b.md)', 'ok content/posts/b.md [non-portable-link]'],
      ['[t](/tags/x/)', 'external /tags/x/'],
      ['[t](/tags)', 'external /tags'],
      ['[t](/tag/x)', 'broken'],
    ],
  ],
  [
    'DocFX',
    { ...plain, tools: ['docfx'], syntax: ['docfx'] },
    { 's/b.md': '---\nuid: my.id\n---\n## H', 'c.md': '---\nuid: [my.id]\n---\n', '~x.md': '', 'xref/z.md': '' },
    [
      ['<xref:my.id>', 'ok s/b.md'],
      ['[t](xref:my%2Eid#h)', 'ok s/b.md#h'],
      ['[t](xref:my.id#no)', 'broken-anchor s/b.md#no'],
      ['<xref:my.id?text=x>', 'ok s/b.md'],
      ['@my.id', 'ok s/b.md'],
      ['@"my.id"', 'ok s/b.md'],
      ['[t](xref:System.Int32)', 'external xref:System.Int32'],
      ['[t](~/s/b.md)', 'ok s/b.md'],
      ['[t](~x.md)', 'ok ~x.md'],
    ],
  ],
  [
    'no tool',
    { ...plain, tools: [], syntax: [] },
    { 's/b.md': '---\nuid: my.id\n---\n', 'a___b.md': '', '2024_03_05.md': '', 's/c/index.md': '' },
    [
      ['[t](~/s/b.md)', 'broken'],
      ['[t](@my.id)', 'broken'],
      ['[t](xref:my.id)', 'external xref:my.id'],
      ['[[a/b]]', 'broken'],
      ['[[Mar 5th, 2024]]', 'broken'],
      ['[t](c/)', 'broken'],
      ['[t](/tags/x)', 'broken'],
    ],
  ],
])('links of %s', (_tool, dialects, texts, rows) => {
  for (const [link, expected] of rows) {
    const vault = vaultWith({ ...texts, 'z.md': `- ${link}\n` }, dialects)
    const styles = vault.linksFrom('z.md' as NotePath).flatMap(({ resolution }) => ('styles' in resolution ? resolution.styles : [])) // prettier-ignore
    const said = styles.length === 0 ? leads(vault, 'z.md') : leads(vault, 'z.md').map((one) => `${one} [${styles.join()}]`) // prettier-ignore
    expect([link, said]).toEqual([link, [expected]])
  }
})

test('a file that the vault leaves out is found by its path', () => {
  const there = ['left', 'left.txt', 'in/left.txt', 'n.md', 'in/q.md', 'in/q.png']
  const rows = [
    ['[[left]]', 'broken'],
    ['[[left.txt]]', 'ok left.txt (file)'],
    ['[[./left.txt]]', 'ok in/left.txt (file)'],
    ['[[../left.txt]]', 'ok left.txt (file)'],
    ['[[/left.txt]]', 'ok left.txt (file)'],
    ['[[n]]', 'ok n.md (file)'],
    ['[[q]]', 'ok in/q.md (file)'],
    ['[[in/q]]', 'ok in/q.md (file)'],
    ['[[q.png]]', 'ok in/q.png (file)'],
    ['[x](q.png)', 'ok in/q.png (file)'],
    ['[x](../left)', 'ok left (file)'],
    ['[x](../left/)', 'ok left (file)'],
    ['[x](../long)', 'ok long (file)'],
    ['[x](../LONG/)', 'ok long (file)'],
    ['[x](../lon)', 'broken'],
    ['[x](../long/dee/)', 'broken'],
  ] as const
  const { notes } = vaultWith({ 'in/a.md': rows.map(([link]) => link).join(' '), 'long/deep/c.md': '' })
  const vault = new Vault({ notes, attachments: [], exists: (path) => there.includes(path) })
  expect(rows.map(([link], at) => [link, leads(vault, 'in/a.md')[at]])).toEqual(rows)
})

const siteOf = (tool: 'docusaurus' | 'mkdocs' | 'vuepress'): VaultDialects => ({ tools: [tool], admonitions: false, sites: ['docs'], assets: ['static'], rootMarks: [], pages: false, syntax: [] }) // prettier-ignore

test('of two pages with one address the nearer answers, and both are told', () => {
  const page = '---\nslug: /same\n---\n'
  const texts = { 'docs/a.md': '[x](/same)\n', 'docs/s/b.md': page, 'docs/b.md': page, 'docs/s/a.md': '[x](/same)\n' }
  const vault = vaultWith(texts, siteOf('docusaurus'))
  expect(leads(vault, 'docs/a.md')).toEqual(['ambiguous docs/b.md'])
  expect(leads(vault, 'docs/s/a.md')).toEqual(['ambiguous docs/s/b.md'])
})

test.each([
  ['vuepress', 'ok docs/far.md'],
  ['mkdocs', 'broken'],
] as const)('a permalink is an address of VuePress alone: %s', (tool, expected) => {
  const texts = { 'docs/a.md': '[x](/home/)\n', 'docs/far.md': '---\npermalink: /home/\n---\n' }
  expect(leads(vaultWith(texts, siteOf(tool)), 'docs/a.md')).toEqual([expected])
})
