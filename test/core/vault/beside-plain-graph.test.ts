import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Attachment, Note } from '../../../src/core/model/note.ts'
import { isNoteFile, type NotePath } from '../../../src/core/model/note-path.ts'
import { targetPath } from '../../../src/core/model/resolution.ts'
import { parseCanvas } from '../../../src/core/parse/canvas.ts'
import { indexSignature } from '../../../src/core/parse/signed-index.ts'
import { parseNote } from '../../../src/core/parse/parse-note.ts'
import { Vault } from '../../../src/core/vault/vault.ts'
import { files } from '../../support/random-vault.ts'
import { expectSame } from '../../support/expect-same.ts'
import { runs } from '../../support/runs.ts'

const facts = { size: 0, modifiedMs: 0, createdMs: 0 }
const isCanvas = (path: string): boolean => path.endsWith('.canvas')

/** A random vault with an index page and a canvas beside its notes, in no order. */
const vaults = fc.tuple(files, fc.boolean(), fc.nat()).map(([all, isIndexed, turn]) => {
  const texts = new Map(all)
  if (isIndexed) texts.set('sub/list.md', `# List\n\n[[alpha]] [[beta]] [[beta]]\n\n${indexSignature}\n`)
  const nodes = [...texts.keys()].slice(0, 3).map((file, at) => ({ id: `${at}`, type: 'file', file, x: 0, y: 0, width: 1, height: 1 })) // prettier-ignore
  texts.set('m.canvas', JSON.stringify({ nodes: [...nodes, { id: 't', type: 'text', text: '[[gamma]] [[gone]]', x: 0, y: 0, width: 1, height: 1 }], edges: [] })) // prettier-ignore
  const names = [...texts.keys()] as NotePath[]
  const turned = [...names.slice(turn % names.length), ...names.slice(0, turn % names.length)]
  const notes = turned.filter(isNoteFile).map((path) => parseNote({ path, text: texts.get(path) ?? '', facts }))
  const attachments = turned.filter((path) => !isNoteFile(path)).map((path) => ({ path }))
  const canvases = (among: readonly Attachment[]): readonly Note[] =>
    among
      .filter(({ path }) => isCanvas(path))
      .map(({ path }) => parseCanvas({ path, text: texts.get(path) ?? '', facts }))
  return new Vault({ notes, attachments, canvases })
})

const each = <T>(list: readonly T[]): readonly T[] => [...new Set(list)]

/** Each link of the vault by itself: from where, to where. */
function plainLinks(vault: Vault, notes: readonly Note[]): readonly (readonly [from: Note, to: string | undefined])[] {
  return notes.flatMap((from) => from.links.map((link) => [from, targetPath(vault.resolve(from, link))] as const))
}

test('what leads where is what all links say that are looked at one by one', () => {
  fc.assert(
    fc.property(vaults, (vault) => {
      const all = plainLinks(vault, vault.notes)
      const ofCanvases = plainLinks(vault, vault.canvases)
      expect(vault.notes.map(({ path }) => path)).toEqual(vault.notes.map(({ path }) => path).sort())
      for (const note of vault.notes) {
        const { path } = note
        const isHere = (other: string | undefined): other is NotePath => vault.notes.some((one) => one.path === other)
        const own = all.filter(([from]) => from === note).map(([, to]) => to)
        const back = all.filter(([from, to]) => to === path && from !== note).map(([from]) => from)
        const counted = back.filter(({ isIndex }) => isIndex !== true)
        const targets = each(own.filter((to) => isHere(to) && to !== path))
        const canvases = ofCanvases.filter(([, to]) => to === path).map(([from]) => from.path)
        const paths = (notes: readonly { readonly from: Note }[]): readonly string[] =>
          notes.map(({ from }) => from.path)
        const said = {
          out: vault.linksFrom(path).map(({ resolution }) => targetPath(resolution)),
          passed: vault.resolutionsOf(note).map(targetPath),
          all: paths(vault.allLinksTo(path)),
          to: paths(vault.linksTo(path)),
          canvases: paths(vault.canvasLinksTo(path)),
          sources: vault.sourcesOf(path),
          targets: vault.targetsOf(path),
          near: vault.neighbours(path),
          counts: [vault.linkCount(path), vault.backlinkCount(path)],
          known: [vault.known.counts(path), vault.known.sources(path), vault.known.targets(path)],
        }
        expectSame(said, {
          out: own,
          passed: own,
          all: back.map((from) => from.path),
          to: counted.map((from) => from.path),
          canvases,
          sources: each(back.map((from) => from.path)),
          targets,
          near: note.isIndex === true ? [] : each([...targets, ...counted.map((from) => from.path)]),
          counts: [own.filter((to) => to !== path).length, counted.length + canvases.length],
          known: [
            { links: own.filter((to) => to !== path).length, backlinks: counted.length },
            each(back.map((from) => from.path)),
            each(own.filter((to) => to !== undefined && to !== path)),
          ],
        })
      }
    }),
    runs(40),
  )
})

/** What an index cache keeps of some notes, which says what it was asked for. */
function keptOf(notes: readonly Note[], asked: string[]) {
  return {
    size: notes.length,
    numberOf: (path: string) => {
      const number = notes.findIndex((note) => note.path === path)
      return number < 0 ? undefined : number
    },
    alone: (place: number) => {
      asked.push(`alone ${place}`)
      return { ...notes[place]! }
    },
    headingTexts: (place: number) => notes[place]?.headings.map(({ text }) => text) ?? [],
    withProblems: () => notes.slice(0, 1),
  }
}

test('a vault out of an index answers what it can without its notes, and passes over notes of their own', () => {
  const notes = ['a.md', 'b.md'].map((path) => parseNote({ path: path as NotePath, text: '[[b]] [[gone]]', facts }))
  const asked: string[] = []
  const noNotes: readonly Note[] = new Proxy([...notes], { get: () => asked.push('notes') })
  const alone = new Vault({ notes: noNotes, attachments: [], kept: keptOf(notes, asked) })
  expect([alone.size, alone.numberOf('b.md'), alone.numberOf('c.md'), alone.notesWithProblems]).toEqual([2, 1, undefined, notes.slice(0, 1)]) // prettier-ignore
  expect(asked).toEqual([])
  const resolutions = notes.map((note) =>
    note.links.map((link) => new Vault({ notes, attachments: [] }).resolve(note, link)),
  )
  const known = {
    resolutions: (path: string) => resolutions[path === 'a.md' ? 0 : 1],
    counts: () => ({ links: 7, backlinks: 8 }),
    targets: () => ['b.md', 'p.png'] as NotePath[],
    sources: () => ['a.md'] as NotePath[],
  }
  const vault = new Vault({ notes, attachments: [], kept: keptOf(notes, asked), known })
  const [first, second] = vault.notes as readonly [Note, Note]
  const passing = vault.inPassing(first)
  expect([passing.note === first, passing.note.path, passing.resolutions]).toEqual([false, 'a.md', resolutions[0]])
  expect(passing.links().map(({ from, resolution }) => [from === passing.note, resolution])).toEqual([
    [true, resolutions[0]?.[0]],
    [true, resolutions[0]?.[1]],
  ])
  expect(vault.resolutionsOf(second)).toEqual(resolutions[1])
  expect(asked).toEqual(['alone 0', 'alone 1'])
  // What is known is said, and not counted anew, until links were read.
  expect([vault.linkCount(first.path), vault.backlinkCount(first.path), vault.known.counts(first.path)]).toEqual([
    7,
    8,
    { links: 7, backlinks: 8 },
  ])
  expect([vault.targetsOf(first.path), vault.sourcesOf(second.path), vault.known]).toEqual([['b.md'], ['a.md'], known])
  expect(vault.linksFrom(first.path)).toHaveLength(2)
  expect(vault.linkCount(first.path)).toBe(2)
  expect(vault.allLinksTo(second.path).map(({ from, link }) => [from.path, link.target])).toEqual([['a.md', 'b']])
})
