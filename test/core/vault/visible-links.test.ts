import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Attachment, Note } from '../../../src/core/model/note.ts'
import { targetPath } from '../../../src/core/model/resolution.ts'
import { parseCanvas } from '../../../src/core/parse/canvas.ts'
import { indexSignature } from '../../../src/core/parse/signed-index.ts'
import { updateVault } from '../../../src/core/vault/update/update-vault.ts'
import { Vault } from '../../../src/core/vault/vault.ts'
import { isNoteFile, type NotePath, toNotePath } from '../../../src/core/model/note-path.ts'
import { visibleVault } from '../../../src/core/vault/visible-vault.ts'
import { edit, files } from '../../support/random-vault.ts'
import { expectSame } from '../../support/expect-same.ts'
import { linkAnswers } from '../../support/vault-answers.ts'
import { vaultOf } from '../../support/vault-of.ts'
import { runs } from '../../support/runs.ts'

/** More files than one random vault has, in folders that notes share: hidden notes leave others behind. */
const folders = ['', 'sub/', 'Sub/', 'sub/deep/']
const names = ['alpha', 'Alpha', 'beta', 'gamma', 'index', 'README']
const targets = [
  'alpha',
  'Alpha',
  'beta',
  'gamma',
  'sub/alpha',
  'deep',
  'Sub',
  'sub',
  'deep/beta',
  'Name',
  'other name',
  'index',
]
const link = fc.oneof(
  fc.constantFrom(...targets).map((target) => `[[${target}]]`),
  fc.constantFrom(...targets).map((target) => `[[${target}#Part]]`),
  fc.constantFrom(...targets).map((target) => `[t](${encodeURI(target)}.md)`),
  fc.constantFrom(...targets).map((target) => `[t](/${encodeURI(target)})`),
  fc.constantFrom(
    '[t](..)',
    '[t](../sub/)',
    '[[#Part]]',
    '![[pic.png]]',
    '[[gone%20away]]',
    'https://x.org',
    '[[mailto:x]]',
  ),
)
const text = fc
  .tuple(
    fc.constantFrom('', 'title: Name\n', 'aliases: [Other name]\n', 'title: name\n'),
    fc.array(link, { maxLength: 9 }),
  )
  .map(([front, links]) => `---\n${front}---\n# Head\n\n${links.join(' ')}\n\n## Part\n`)
const path = fc
  .tuple(fc.constantFrom(...folders), fc.constantFrom(...names))
  .map(([folder, name]) => `${folder}${name}.md`)
const crowded = fc
  .uniqueArray(fc.tuple(path, text), { selector: ([one]) => one, minLength: 2, maxLength: 18 })
  .map((entries) => new Map(entries))
const anyVault = fc.oneof({ weight: 3, arbitrary: crowded }, { weight: 1, arbitrary: files })

function pathsBeside(all: ReadonlyMap<string, string>) {
  return [...all.keys(), 'sub/pic.png'].flatMap((one) =>
    isNoteFile(one) ? [] : [{ path: toNotePath(one) ?? ('' as never) }],
  )
}

function whole(all: ReadonlyMap<string, string>): Vault {
  return vaultOf(Object.fromEntries([...all].filter(([one]) => isNoteFile(one))), pathsBeside(all), (one) =>
    all.has(one),
  )
}

/** The same vault with all links resolved anew. */
function anew({ notes, attachments, exists }: Vault): Vault {
  return new Vault({ notes, attachments, exists })
}

const answers = (vault: Vault) => ({
  notes: vault.notes.map(({ path: one }) => ({ path: one, near: vault.neighbours(one), ...linkAnswers(vault, one) })),
  passed: vault.notes.map((note) => vault.resolutionsOf(note)),
})

test('a vault without some notes says of all links what it says where they are resolved anew', () => {
  fc.assert(
    fc.property(anyVault, fc.array(fc.nat(17), { minLength: 1, maxLength: 4 }), fc.boolean(), (all, chosen, asked) => {
      const vault = whole(all)
      const hidden = new Set(chosen.map((number) => vault.notes[number % Math.max(1, vault.size)]?.path))
      if (asked) answers(vault)
      const visible = visibleVault(vault, ({ path: one }) => hidden.has(one))
      const said = answers(visible)
      expectSame(said, answers(anew(visible)))
      const leads = said.notes.flatMap(({ out }) => out.map(({ resolution }) => resolution))
      for (const resolution of leads) {
        if ('path' in resolution) expect(hidden).not.toContain(resolution.path)
        if (resolution.status === 'ambiguous')
          for (const one of resolution.candidates) expect(hidden).not.toContain(one)
      }
    }),
    runs(40),
  )
})

const place = { x: 0, y: 0, width: 1, height: 1 }
const facts = { size: 0, modifiedMs: 0, createdMs: 0 }

/** The same with a canvas that shows two of its files and links to a note. */
function withCanvas(all: ReadonlyMap<string, string>): Vault {
  const { notes, attachments, exists } = whole(new Map([...all, ['z.md', `[[alpha]] [[beta]] [[beta]] ![[pic.png]]\n\n${indexSignature}\n`]])) // prettier-ignore
  const nodes = [...[...all.keys()].slice(0, 2).map((file) => ({ type: 'file', file })), { type: 'text', text: '[[beta]] ![[pic.png]]' }] // prettier-ignore
  const text = JSON.stringify({ nodes: nodes.map((node, at) => ({ id: `${at}`, ...place, ...node })), edges: [] })
  const canvases = (among: readonly Attachment[]): readonly Note[] =>
    among.filter(({ path: one }) => one.endsWith('.canvas')).map(({ path: one }) => parseCanvas({ path: one, text, facts })) // prettier-ignore
  const paths = ['m.canvas', 'n.canvas'].map((one) => ({ path: one as NotePath }))
  return new Vault({ notes, attachments: [...attachments, ...paths], exists, canvases })
}

/** The links of a note that lead to nothing hidden, each looked at by itself. */
function linksLeft(vault: Vault, note: Note, hidden: ReadonlySet<string>): readonly unknown[] {
  return note.links.filter((one) => !hidden.has(targetPath(vault.resolve(note, one)) ?? 'nothing'))
}

test.each([[[]], [['sub/pic.png', 'alpha.png']], [['n.canvas']], [['sub/pic.png', 'm.canvas', 'pic.png']]])(
  'a vault without some notes and the files %j has all others as they were, but for links to what is hidden',
  (files: readonly string[]) => {
    fc.assert(
      fc.property(anyVault, fc.array(fc.nat(17), { maxLength: 2 }), (all, chosen) => {
        const vault = withCanvas(all)
        const notes = chosen.map((number) => vault.notes[number % vault.size]?.path ?? '')
        const hidden: ReadonlySet<string> = new Set([...notes, ...files])
        const visible = visibleVault(
          vault,
          (note) => notes.includes(note.path),
          (one) => files.includes(one),
        )
        const stay = ({ path: one }: { readonly path: string }): boolean => !hidden.has(one)
        const left = (some: readonly Note[]): unknown =>
          some.filter(stay).map((note) => [note.path, linksLeft(vault, note, hidden)])
        const shown = (some: readonly Note[]): unknown => some.map((note) => [note.path, note.links])
        expectSame([shown(visible.notes), shown(visible.canvases)], [left(vault.notes), left(vault.canvases)])
        expectSame(visible.attachments, vault.attachments.filter(stay))
        const own = (some: Vault): unknown =>
          some.notes.filter(stay).map((note) => ({ ...note, links: [], summary: '' }))
        expectSame(own(visible), own(vault))
        const { readCanvases: canvases } = visible
        const plain = new Vault({
          notes: visible.notes,
          attachments: visible.attachments,
          exists: visible.exists,
          canvases,
        })
        expectSame(answers(visible), answers(plain))
        if (files.every((one) => !vault.attachments.some(({ path: here }) => here === one)) && notes.length === 0)
          expect(visible).toBe(vault)
      }),
      runs(5),
    )
  },
)

test('so does one after later changes, and one without some notes of a changed vault', () => {
  fc.assert(
    fc.property(anyVault, fc.nat(17), fc.array(edit, { minLength: 1, maxLength: 3 }), (all, chosen, edits) => {
      let vault = whole(all)
      const secret = vault.notes[chosen % Math.max(1, vault.size)]?.path
      let visible = visibleVault(vault, ({ path: one }) => one === secret)
      for (const { path: one, text: changed } of edits) {
        if (changed === null || !isNoteFile(one) || one === secret) continue
        const { notes } = vaultOf({ [one]: changed })
        vault = updateVault(vault, { notes, removed: [] })
        visible = updateVault(visible, { notes, removed: [] })
        expectSame(answers(visible), answers(anew(visible)))
        const later = visibleVault(vault, (note) => note.path === secret)
        expectSame(answers(later), answers(anew(later)))
      }
    }),
    runs(25),
  )
})
