import { expect, test } from '@jest/globals'
import type { Attachment } from '../../../src/core/model/note.ts'
import type { NotePath } from '../../../src/core/model/note-path.ts'
import type { Resolution } from '../../../src/core/model/resolution.ts'
import { vaultOf } from '../../support/vault-of.ts'

/** What a resolution says, on one line. */
function said(resolution: Resolution): string {
  const { status } = resolution
  const path = 'path' in resolution ? ` ${resolution.path}` : ''
  const anchor = 'anchor' in resolution ? ` #${resolution.anchor ?? ''}` : ''
  const styles = 'styles' in resolution ? resolution.styles.map((style) => ` ${style}`).join('') : ''
  const file = 'isNote' in resolution && !resolution.isNote ? ' (file)' : ''
  const missing = 'anchorMissing' in resolution ? ' (anchor missing)' : ''
  const others = 'candidates' in resolution ? ` of ${resolution.candidates.join(', ')}` : ''
  return `${status}${path}${file}${anchor}${styles}${others}${missing}`
}

const files: readonly Attachment[] = [
  ...['p.png', 'img/q.png', 'img/data.v1'].map((path) => ({ path: path as NotePath })),
  { path: 'link.md' as NotePath, leadsTo: 'bees/real.md' as NotePath },
]

/** What the links of a text mean, standing in `in/a.md` beside some notes and files. */
function meant(text: string, notes: Readonly<Record<string, string>> = {}): readonly string[] {
  const vault = vaultOf({ ...notes, 'in/a.md': text }, files, (path) => path === 'skipped.md' || path === '../out.md')
  return vault.linksFrom('in/a.md' as NotePath).map(({ resolution }) => said(resolution))
}

test.each([
  // Anchors: a wikilink is read as written first, a markdown link decoded.
  ['[[b#a%20b]] [x](../b.md#a%20b)', { 'b.md': '# a%20b\n\n# a b' }, ['ok b.md #a20b', 'ok b.md #a-b']],
  ['[[b#a%20b]] [x](../b.md#a%2520b)', { 'b.md': '# a b' }, ['ok b.md #a-b', 'broken-anchor b.md #a%2520b']],
  [
    '[[b#^x]] [[b#^y]] [x](../b.md#^x)',
    { 'b.md': 'text ^x' },
    ['ok b.md #^x', 'broken-anchor b.md #^y', 'ok b.md #^x'],
  ],
  [
    '[[b#A#C]] [[b#C]] [[b#B#C]]',
    { 'b.md': '# A\n\n## C\n\n# B' },
    ['ok b.md #c', 'ok b.md #c', 'broken-anchor b.md #B#C'],
  ],
  [
    '[[#H]] [[#h-1]] [x](#nowhere)\n\n# H\n\n## H',
    {},
    ['ok in/a.md #h', 'ok in/a.md #h-1', 'broken-anchor in/a.md #nowhere'],
  ],
  [
    '[[n#X]] [[n#Y]]',
    { 'd/n.md': '# X', 'e/n.md': '# Y' },
    ['ambiguous d/n.md #x of d/n.md, e/n.md', 'ambiguous d/n.md of d/n.md, e/n.md (anchor missing)'],
  ],
  ['[[p.png#x]] ![[p.png]] ![](../p.png)', {}, ['ok p.png (file)', 'ok p.png (file)', 'ok p.png (file)']],
  // Names of symbols alone have no slug to be found by.
  ['[[!!!]] [[C]]', { 'q.md': '# ???', 'c++.md': '' }, ['broken', 'ok c++.md resolved-by-slug']],
  [
    '[[the bee]] [[The Bee]] [[bee-keeping]]',
    { 'x.md': '# The Bee', 'y.md': '---\naliases: [Bee Keeping]\n---\n' },
    ['ok x.md resolved-by-title', 'ok x.md resolved-by-title', 'ok y.md resolved-by-slug'],
  ],
  // Pages of Logseq are files of other names in its vaults alone.
  ['[[a/b]] [[Mar 5th, 2024]]', { 'a___b.md': '', '2024_03_05.md': '' }, ['broken', 'broken']],
  // Paths: from the note, from the root, by their end.
  ['[[c]] [[./c]] [[/c]] [[../c]]', { 'in/c.md': '' }, ['ok in/c.md', 'ok in/c.md', 'broken', 'broken']],
  ['[[c]] [[in/c]]', { 'in/c.md': '', 'c.md': '', 'z/in/c.md': '' }, ['ok c.md', 'ok in/c.md']],
  ['[[y/c]] [[x\\y\\c]] [[c/]]', { 'x/y/c.md': '' }, ['ok x/y/c.md', 'ok x/y/c.md', 'ok x/y/c.md']],
  [
    '[[x/y]] [[y]] [x](../x/y/) [y](../x/)',
    { 'x/y/index.md': '', 'x/README.md': '' },
    ['ok x/y/index.md', 'ok x/y/index.md', 'ok x/y/index.md', 'ok x/README.md'],
  ],
  ['[x](../b/) [y](../b) [z](../b.md)', { 'b.md': '' }, ['broken', 'ok b.md', 'ok b.md']],
  ['[x](/b/) [y](/b) [z](/)', { 'b.md': '', 'README.md': '' }, ['broken', 'ok b.md', 'ok README.md']],
  ['[x](../..) [y](../../out.md) [z](../../../out.md)', {}, ['outside', 'outside', 'outside']],
  [
    '[[q.png]] [[data.v1]] [x](q.png) [[img/q.png]]',
    {},
    ['ok img/q.png (file)', 'ok img/data.v1 (file)', 'broken', 'ok img/q.png (file)'],
  ],
  [
    '[[skipped]] [[skipped.md]] [x](../skipped.md)',
    {},
    ['ok skipped.md (file)', 'ok skipped.md (file)', 'ok skipped.md (file)'],
  ],
  ['[[x/../../../y]] [[x/../y]]', { 'in/y.md': '' }, ['broken', 'ok in/y.md']],
  ['[[link]] [x](../link.md)', { 'bees/real.md': '' }, ['ok bees/real.md', 'ok bees/real.md']],
  // Headings by their slug, with all dashes in a row as one; parts of an anchor one below the other.
  ['[[b#A-B]] [[b#a - b]]', { 'b.md': '# A -- B' }, ['ok b.md #a----b', 'ok b.md #a----b']],
  ['[[b#A##C]] [[b#A#C]]', { 'b.md': '# A\n\n# A\n\n## C' }, ['ok b.md #c', 'ok b.md #c']],
  ['[[-the bee-]]', { 'x.md': '# The Bee' }, ['ok x.md resolved-by-slug']],
  // Addresses.
  [
    '[[https://e.org/x#y]] [x](mailto:a@e.org) [[mailto:a@e.org]] [[Project: plan]] [y](c:x) [z](//e.org)',
    {},
    ['external', 'external', 'external', 'broken', 'broken', 'external'],
  ],
  ['[[tel:123]] [[ns:note]]', { 'ns:note.md': '' }, ['external', 'ok ns:note.md']],
])('%j beside %j', (text, notes, expected) => {
  expect(meant(text, notes as Readonly<Record<string, string>>)).toEqual(expected)
})
