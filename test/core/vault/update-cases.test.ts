import { expect, test } from '@jest/globals'
import type { NotePath } from '../../../src/core/model/note-path.ts'
import { indexSignature } from '../../../src/core/parse/signed-index.ts'
import { updateVault } from '../../../src/core/vault/update/update-vault.ts'
import type { Vault } from '../../../src/core/vault/vault.ts'
import { expectSame } from '../../support/expect-same.ts'
import { noteAt, vaultOf } from '../../support/vault-of.ts'

type Texts = Readonly<Record<string, string>>

const before: Texts = {
  'a.md': '# A\n\n[[b#H]] [[b]] [[b#^x]] [[gone]] <https://e.org> [[a]] [s](#a)\n',
  'b.md': '# H\n\ntext ^x\n\n[[c]]\n',
  'c.md': '# C\n\n[[a]] [[b#H]]\n',
  'd.md': '---\naliases: [dee]\n---\n\n[[dee]] [b](b.md#h) [[e]] [[DEE]] [[what%20not]]\n',
  'e/index.md': '# E\n\n[[c]]\n',
  'index.md': `[[a]] [[b]]\n\n${indexSignature}\n`,
}

/** All that a vault says of links. */
function saidBy(vault: Vault): unknown {
  return vault.notes.map(({ path }) => ({
    path,
    links: vault.linksFrom(path).map(({ link, resolution }) => [link.target, resolution]),
    counts: [vault.linkCount(path), vault.backlinkCount(path)],
    back: vault.linksTo(path).map(({ from, link }) => [from.path, link.column]),
    sources: vault.sourcesOf(path),
    near: vault.neighbours(path),
  }))
}

/** The vault after changes of some texts, one after the other, each asked for all it says so that more is known before the next. */
function after(changes: readonly Texts[], asks: boolean): { readonly updated: Vault; readonly anew: Vault } {
  let [vault, texts] = [vaultOf(before), before]
  for (const change of changes) {
    if (asks) saidBy(vault)
    texts = { ...texts, ...change }
    const now = vaultOf(texts)
    vault = updateVault(vault, { notes: Object.keys(change).map((path) => noteAt(now, path)), removed: [] })
  }
  return { updated: vault, anew: vaultOf(texts) }
}

test.each<[string, readonly Texts[]]>([
  ['a text', [{ 'a.md': `${before['a.md'] ?? ''}more\n` }]],
  ['a heading that others link to', [{ 'b.md': '# K\n\ntext ^x\n\n[[c]]\n' }]],
  [
    'a heading and the note that links to it',
    [{ 'b.md': '# K\n\ntext ^x\n', 'a.md': `${before['a.md'] ?? ''}more\n` }],
  ],
  ['a block', [{ 'b.md': '# H\n\ntext ^y\n\n[[c]]\n' }]],
  ['links that go and come', [{ 'a.md': '# A\n\n[[c]] [[c]] [[d]]\n' }, { 'a.md': '# A\n\n[[b#H]]\n' }]],
  ['a link that leads somewhere at last', [{ 'a.md': '# A\n\n[[c]]\n' }, { 'a.md': before['a.md'] ?? '' }]],
  ['an index that becomes none', [{ 'index.md': '[[a]] [[b]]\n' }]],
  ['a note that becomes an index', [{ 'c.md': `# C\n\n[[a]] [[b#H]]\n\n${indexSignature}\n` }]],
  ['an alias', [{ 'd.md': '---\naliases: [doe]\n---\n\n[[dee]]\n' }]],
  [
    'where one alias ends and the next begins',
    [{ 'd.md': '---\naliases: [do, e]\n---\n', 'a.md': '[[do]] [[oe]]\n' }, { 'd.md': '---\naliases: [d, oe]\n---\n' }],
  ],
  [
    'a title that links ask for by its slug',
    [{ 'a.md': '# A\n\n[[sea-and-sky]] [[Sea and, sky!]] [[gone-by]]\n' }, { 'c.md': '# Sea and Sky\n' }],
  ],
  ['a title', [{ 'c.md': '# Sea\n\n[[a]]\n' }]],
  ['a title that is the name of a folder', [{ 'c.md': '# e\n\n[[a]] [[b#H]]\n' }]],
  ['a title that a link only half spells', [{ 'c.md': '# What not\n\n[[a]]\n' }]],
  [
    'a title, then a text, then another title',
    [{ 'c.md': '# Gone\n' }, { 'a.md': '# A\n\n[[gone]] [[e]]\n' }, { 'd.md': '# E\n\n[[gone]] [[dee]]\n' }],
  ],
  ['an alias and a heading that others link to', [{ 'b.md': '---\naliases: [gone]\n---\n# K\n\n[[c]]\n' }]],
  ['nothing', [{ 'c.md': before['c.md'] ?? '' }]],
  [
    'the same note three times',
    [{ 'c.md': '# C\n\n[[a]]\n' }, { 'c.md': '# C\n' }, { 'c.md': '# C\n\n[[d]] [[b#H]]\n' }],
  ],
])('after a change of %s all is as if read anew', (_what, changes) => {
  for (const asks of [true, false]) {
    const { updated, anew } = after(changes, asks)
    expectSame(saidBy(updated), saidBy(anew))
  }
})

test('a note that goes, and one that comes, have all links resolved again', () => {
  const others = Object.fromEntries(Object.entries(before).filter(([path]) => path !== 'b.md'))
  const gone = updateVault(vaultOf(before), { notes: [], removed: ['b.md' as NotePath] })
  expect(saidBy(gone)).toEqual(saidBy(vaultOf(others)))
  const texts = { ...before, 'gone.md': '# Here\n' }
  const come = updateVault(vaultOf(before), { notes: [noteAt(vaultOf(texts), 'gone.md')], removed: [] })
  expect(saidBy(come)).toEqual(saidBy(vaultOf(texts)))
})

test('what a change leaves as it is serves the vault after it, too', () => {
  const old = vaultOf(before)
  const changed = (texts: Texts): Vault => {
    const now = vaultOf({ ...before, ...texts })
    return updateVault(old, { notes: Object.keys(texts).map((path) => noteAt(now, path)), removed: [] })
  }
  const shared = ({ index }: Vault): readonly boolean[] => [
    index.files === old.index.files,
    index.notesByStem === old.index.notesByStem,
    index.names === old.index.names,
  ]
  const text = changed({ 'a.md': '# A\n\n[[c]]\n' })
  expect([shared(text), text.named === old, text.notes.length]).toEqual([[true, true, true], true, old.notes.length])
  const title = changed({ 'c.md': '# Sea\n' })
  expect([shared(title), title.named === title]).toEqual([[true, true, false], true])
  expect(shared(changed({ 'new.md': 'new' }))).toEqual([false, false, false])
  const later = updateVault(text, { notes: [noteAt(old, 'a.md')], removed: [] })
  expect([shared(later), later.named === old]).toEqual([[true, true, true], true])
})

test('the links of a note that did not change are not resolved again after a text or a title did', () => {
  for (const text of ['# C\n\n[[d]]\n', '# Sea\n\n[[a]]\n']) {
    const old = vaultOf(before)
    saidBy(old)
    const now = vaultOf({ ...before, 'c.md': text })
    const updated = updateVault(old, { notes: [noteAt(now, 'c.md')], removed: [] })
    const kept = ['a.md', 'b.md', 'index.md'].map((path) => {
      const [was, is] = [old, updated].map((vault) =>
        vault.linksFrom(path as NotePath).map(({ resolution }) => resolution),
      )
      return was?.every((resolution, at) => resolution === is?.[at])
    })
    expect(kept).toEqual([true, true, true])
  }
})
