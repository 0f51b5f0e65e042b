import { expect, test } from '@jest/globals'
import type { Attachment, Note } from '../../../src/core/model/note.ts'
import type { NotePath } from '../../../src/core/model/note-path.ts'
import { targetPath } from '../../../src/core/model/resolution.ts'
import { parseCanvas } from '../../../src/core/parse/canvas.ts'
import { indexSignature } from '../../../src/core/parse/signed-index.ts'
import { Vault } from '../../../src/core/vault/vault.ts'
import { isPrivate, visibleVault } from '../../../src/core/vault/visible-vault.ts'
import { vaultOf } from '../../support/vault-of.ts'

const path = (name: string): NotePath => name as NotePath

/** Where the links of a note lead, or how they fail. */
function leads(vault: Vault, from: string): readonly string[] {
  return vault.linksFrom(path(from)).map(({ resolution }) => targetPath(resolution) ?? resolution.status)
}

const texts = {
  'c.md': '# C\n\n[[a]] [[a]] [[gone]]',
  'a.md': '[[b]] ![[p.png]] <https://e.org> [[a]] [[b#no]]',
  'b.md': '---\nx: [\n---\n',
  'i.md': `[[a]] [[b]]\n\n${indexSignature}\n`,
}
const files: readonly Attachment[] = [{ path: path('p.png') }, { path: path('l.md'), leadsTo: path('a.md') }]

test('notes in the order of their paths, whatever order they come in', () => {
  const vault = vaultOf(texts, files)
  expect(vault.notes.map((note) => note.path)).toEqual(['a.md', 'b.md', 'c.md', 'i.md'])
  expect(['a.md', 'i.md', 'z.md'].map((name) => vault.numberOf(name))).toEqual([0, 3, undefined])
  expect([vault.size, vault.note('b.md')?.path, vault.note('B.md')]).toEqual([4, 'b.md', undefined])
  expect(vault.notesWithProblems.map((note) => note.path)).toEqual(['b.md'])
  expect([vault.leadsTo('l.md'), vault.leadsTo('p.png'), vault.leadsTo('a.md')]).toEqual(['a.md', undefined, undefined])
})

test('links to a note, of notes and of index pages, and what is counted', () => {
  const vault = vaultOf(texts, files)
  const from = (links: ReturnType<Vault['linksTo']>): readonly string[] => links.map(({ from: note }) => note.path)
  expect(from(vault.linksTo(path('a.md')))).toEqual(['c.md', 'c.md'])
  expect(from(vault.allLinksTo(path('a.md')))).toEqual(['c.md', 'c.md', 'i.md'])
  expect(from(vault.linksTo(path('z.md')))).toEqual([])
  expect(vault.sourcesOf(path('a.md'))).toEqual(['c.md', 'i.md'])
  expect(vault.targetsOf(path('a.md'))).toEqual(['b.md'])
  expect(vault.targetsOf(path('i.md'))).toEqual(['a.md', 'b.md'])
  expect(vault.neighbours(path('a.md'))).toEqual(['b.md', 'c.md'])
  expect(vault.neighbours(path('i.md'))).toEqual([])
  expect(['a.md', 'c.md', 'i.md', 'z.md'].map((name) => vault.linkCount(path(name)))).toEqual([4, 3, 2, 0])
  expect(['a.md', 'b.md', 'i.md'].map((name) => vault.backlinkCount(path(name)))).toEqual([2, 2, 0])
})

test('without one note links to it lead to a file', () => {
  const vault = vaultOf(texts, files, (name) => name === 'b.md')
  const less = vault.without('b.md')
  expect(less.notes.map((note) => note.path)).toEqual(['a.md', 'c.md', 'i.md'])
  expect(less.attachments.map((one) => one.path)).toEqual(['p.png', 'l.md', 'b.md'])
  expect(leads(less, 'a.md')).toEqual(['b.md', 'p.png', 'external', 'a.md', 'b.md'])
  expect(less.note('b.md')).toBeUndefined()
  expect(vault.without('z.md')).toBe(vault)
})

test('canvases are no notes, but their links count', () => {
  const json = JSON.stringify({
    nodes: [
      { id: '1', type: 'file', file: 'a.md', x: 0, y: 0, width: 1, height: 1 },
      { id: '2', type: 'text', text: '[[b]]', x: 0, y: 0, width: 1, height: 1 },
    ],
    edges: [],
  })
  const { notes } = vaultOf(texts)
  let reads = 0
  const canvases = (all: readonly Attachment[]): readonly Note[] => {
    reads++
    const facts = { size: json.length, modifiedMs: 0, createdMs: 0 }
    return all.map((one) => parseCanvas({ path: one.path, text: json, facts }))
  }
  const vault = new Vault({ notes, attachments: [{ path: path('m.canvas') }], canvases })
  expect([vault.document('m.canvas')?.path, vault.document('a.md')?.path]).toEqual(['m.canvas', 'a.md'])
  expect([vault.document('n.canvas'), vault.document('p.png'), vault.note('m.canvas')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  expect(leads(vault, 'm.canvas')).toEqual(['a.md', 'b.md'])
  expect(vault.canvasLinksTo(path('a.md'))).toHaveLength(1)
  expect(vault.canvasLinksTo(path('c.md'))).toEqual([])
  expect([vault.linksTo(path('a.md')).length, vault.backlinkCount(path('a.md'))]).toEqual([2, 3])
  expect(reads).toBe(1)
  expect(vaultOf(texts).canvases).toEqual([])
})

test('a summary names hidden notes without their folders', () => {
  const vault = vaultOf({
    's/secret.md': '---\nprivate: true\n---\n',
    'a.md': 'See [[s/secret]] and [[s/secret|text]] and [[b]].',
    'b.md': '---\nsummary: About s/secret\n---\n[[s/secret]]',
    'c.md': 'No link to s/secret here.',
    'd.md': 'Of s/secret.md: [[s/secret|text]] [[secret.md]].',
  })
  const seen = visibleVault(vault, isPrivate)
  expect(seen.notes.map(({ summary }) => summary)).toEqual([
    'See secret and text and b.',
    'About s/secret',
    'No link to s/secret here.',
    'Of s/secret.md: text secret.md.',
  ])
  expect(seen.notes.map(({ links }) => links.length)).toEqual([1, 0, 0, 0])
})
