import { expect, test } from '@jest/globals'
import { isCanvasFile, type NotePath } from '../../../src/core/model/note-path.ts'
import type { Attachment, Note } from '../../../src/core/model/note.ts'
import { parseCanvas } from '../../../src/core/parse/canvas.ts'
import { indexSignature } from '../../../src/core/parse/signed-index.ts'
import { Vault } from '../../../src/core/vault/vault.ts'
import { isPrivate, visibleVault } from '../../../src/core/vault/visible-vault.ts'
import { vaultOf } from '../../support/vault-of.ts'

test.each([
  ['private: true', true],
  ['private: 1', true],
  ['Private: " Yes "', true],
  ['PRIVATE: on', true],
  ['private: y', true],
  ['private: [true]', true],
  ['private:\n  - false', false],
  ['private: false', false],
  ['private: 2', false],
  ['private: no', false],
  ['private: true\nprivate: false', true],
  ['a: b\n"private": yes\n"private": no', true],
  ['a: 1\na: private', false],
  ['private:', false],
  ['secret: true', false],
])('a note with %s: hidden %s', (line, hidden) => {
  const [note] = vaultOf({ 'a.md': `---\n${line}\n---\n` }).notes
  expect(note && isPrivate(note)).toBe(hidden)
})

test('hidden notes are gone with every link to them, all others stay', () => {
  const vault = vaultOf({
    'a.md': '[[b]] [[c]] [[b]] [t](b.md)',
    'b.md': '---\nprivate: true\n---\n[[a]]',
    'c.md': '[[a]] [[b]]',
  })
  const seen = visibleVault(vault, isPrivate)
  expect(seen.notes.map(({ path }) => path)).toEqual(['a.md', 'c.md'])
  expect(seen.notes.map(({ links }) => links.map(({ target }) => target))).toEqual([['c'], ['a']])
  expect(visibleVault(vault, () => false)).toBe(vault)
})

test('a folder whose only note is hidden is there no more', () => {
  const vault = vaultOf({ 'a.md': '[t](x/) [[x/only]] [y](y/)', 'x/only.md': '', 'y/one.md': '', 'y/two.md': '' })
  const seen = visibleVault(vault, ({ path }) => path === 'x/only.md' || path === 'y/two.md')
  const said = [vault, seen].map((one) => one.linksFrom('a.md' as NotePath).map(({ resolution }) => resolution.status))
  expect(said).toEqual([
    ['ok', 'ok', 'ok'],
    ['broken', 'ok'],
  ])
})

const place = { x: 0, y: 0, width: 1, height: 1 }
const facts = { size: 0, modifiedMs: 0, createdMs: 0 }

/** What a vault shows: the targets of the links of each note and canvas, how many links point at each note, and the other files. */
function shown(vault: Vault) {
  const targets = (notes: readonly Note[]): unknown => Object.fromEntries(notes.map(({ path, links }) => [path, links.map(({ target }) => target)])) // prettier-ignore
  return {
    notes: targets(vault.notes),
    canvases: targets(vault.canvases),
    counts: vault.notes.map(({ path }) => [vault.linkCount(path), vault.backlinkCount(path)]),
    files: vault.attachments.map(({ path }) => path),
  }
}

test('hidden notes and files are gone from notes, canvases, counts and lists, each by itself and together', () => {
  const notes = vaultOf({
    'a.md': '[[b]] ![[p.png]] [[c]] ![[q.png]]',
    'b.md': '[[a]] [[a]] [[c]]',
    'c.md': '[[a]] [[c]] ![[p.png]] ![[p.png]]',
    'i.md': `[[a]] [[b]]\n\n${indexSignature}\n`,
    'd.md': 'nothing',
  }).notes
  const nodes = [
    { type: 'file', file: 'a.md' },
    { type: 'file', file: 'p.png' },
    { type: 'text', text: '[[b]] [[c]]' },
  ]
  const text = JSON.stringify({ nodes: nodes.map((node, at) => ({ id: `${at}`, ...place, ...node })), edges: [] })
  const paths = ['p.png', 'q.png', 'm.canvas', 'n.canvas'] as readonly string[] as readonly NotePath[]
  const canvases = (all: readonly Attachment[]): readonly Note[] =>
    all.filter(({ path }) => isCanvasFile(path)).map(({ path }) => parseCanvas({ path, text, facts }))
  const vault = new Vault({ notes, attachments: paths.map((path) => ({ path })), canvases })
  const without = (hidden: readonly string[]) =>
    shown(visibleVault(vault, ({ path }) => hidden.includes(path), (path) => hidden.includes(path))) // prettier-ignore
  const card = ['a.md', 'p.png', 'b', 'c']
  const all = { 'a.md': ['b', 'p.png', 'c', 'q.png'], 'b.md': ['a', 'a', 'c'], 'c.md': ['a', 'c', 'p.png', 'p.png'], 'd.md': [], 'i.md': ['a', 'b'] } // prettier-ignore
  const whole = {
    notes: all,
    canvases: { 'm.canvas': card, 'n.canvas': card },
    counts: [[4, 5], [3, 3], [3, 4], [0, 0], [2, 0]],
    files: paths,
  } // prettier-ignore
  expect(without([])).toEqual(whole)
  expect(without(['p.png', 'n.canvas'])).toEqual({
    notes: { ...all, 'a.md': ['b', 'c', 'q.png'], 'c.md': ['a', 'c'] },
    canvases: { 'm.canvas': ['a.md', 'b', 'c'] },
    counts: [[3, 4], [3, 2], [1, 3], [0, 0], [2, 0]],
    files: ['q.png', 'm.canvas'],
  }) // prettier-ignore
  expect(without(['b.md'])).toEqual({
    notes: { 'a.md': ['p.png', 'c', 'q.png'], 'c.md': all['c.md'], 'd.md': [], 'i.md': ['a'] },
    canvases: { 'm.canvas': ['a.md', 'p.png', 'c'], 'n.canvas': ['a.md', 'p.png', 'c'] },
    counts: [[3, 3], [3, 3], [0, 0], [1, 0]],
    files: paths,
  }) // prettier-ignore
  expect(without(['i.md', 'q.png'])).toEqual({
    ...whole,
    notes: { 'a.md': ['b', 'p.png', 'c'], 'b.md': all['b.md'], 'c.md': all['c.md'], 'd.md': [] },
    counts: [[3, 5], [3, 3], [3, 4], [0, 0]],
    files: ['p.png', 'm.canvas', 'n.canvas'],
  }) // prettier-ignore
  expect(visibleVault(vault, ({ path }) => path === 'd.md').attachments).toEqual(vault.attachments)
})
