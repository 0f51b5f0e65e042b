import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { NotePath } from '../../../../src/core/model/note-path.ts'
import { handOnNames, namesIn, VaultNames } from '../../../../src/core/query/names/vault-names.ts'
import { updateVault } from '../../../../src/core/vault/update/update-vault.ts'
import type { Vault } from '../../../../src/core/vault/vault.ts'
import { noteText } from '../../../support/random-vault.ts'
import { vaultOf } from '../../../support/vault-of.ts'

const paths = ['alpha.md', 'sub/beta.md', 'sub/deep/gamma.md'] as const
const attachments = [{ path: 'alpha.png' as NotePath }, { path: 'sub/beta delta.png' as NotePath }]
const questions = ['alpa', 'sub/beta', 'Title of alpha', 'Alias beta', 'Proff', 'Intro'].flatMap((name) => [`note:${name}`, `file:${name}.png`]) // prettier-ignore

/** What names answer to all questions. */
function asked(names: VaultNames, vault: Vault): unknown {
  return {
    near: questions.map((one) => names.near(one)),
    same: vault.notes.flatMap((note) => note.links.map((link) => names.same.find(note, link))),
    alike: ['title of', 'alias alpha', 'see'].map((text) => names.alike.find(text, 1).map(({ path }) => path)),
  }
}

/** The vault with one of its notes written anew. */
function written(vault: Vault, path: string, text: string): Vault {
  const { notes } = vaultOf({ [path]: text })
  return updateVault(vault, { notes, removed: [] })
}

test('names that were handed on through edits answer as those of the vault made anew', () => {
  const texts = fc.tuple(noteText, noteText, noteText)
  const edits = fc.array(fc.tuple(fc.constantFrom(...paths), noteText, fc.boolean()), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(texts, edits, fc.boolean(), (first, changes, early) => {
      let vault = vaultOf(Object.fromEntries(paths.map((path, at) => [path, first[at] ?? ''])), attachments)
      const names = namesIn(vault)
      if (early) asked(names, vault)
      for (const [path, text, between] of changes) {
        const now = written(vault, path, text)
        handOnNames(vault, now)
        expect(namesIn(now)).toBe(names)
        if (between) expect(asked(names, now)).toEqual(asked(new VaultNames(now), now))
        vault = now
      }
      expect(asked(names, vault)).toEqual(asked(new VaultNames(vault), vault))
    }),
    { numRuns: 40 },
  )
})

test('names are made anew where notes or files came, went or moved; a former state has none', () => {
  const vault = vaultOf({ 'a.md': '# One', 'b.md': '# Two' }, attachments)
  const later: Readonly<Record<string, Vault>> = {
    added: updateVault(vault, { notes: vaultOf({ 'c.md': '' }).notes, removed: [] }),
    removed: updateVault(vault, { notes: [], removed: ['b.md' as NotePath] }),
    moved: updateVault(vault, { notes: vaultOf({ 'c.md': '' }).notes, removed: ['a.md' as NotePath] }),
    'with other files': updateVault(vault, { notes: [], removed: [], attachments: attachments.slice(1) }),
  }
  for (const [how, now] of Object.entries(later)) {
    const names = namesIn(vault)
    asked(names, vault)
    handOnNames(vault, now)
    expect([how, namesIn(now) === names]).toEqual([how, false])
    expect([how, asked(namesIn(now), now)]).toEqual([how, asked(new VaultNames(now), now)])
    expect(namesIn(vault)).not.toBe(names)
  }
})

test('names stay with a vault that is handed on to itself, and nothing is handed on from none', () => {
  const vault = vaultOf({ 'a.md': '' })
  const names = namesIn(vault)
  handOnNames(vault, vault)
  handOnNames(undefined, vault)
  handOnNames(vaultOf({ 'a.md': '' }), vault)
  expect(namesIn(vault)).toBe(names)
})

test('a suggestion names the heading, where it is nearest', () => {
  const vault = vaultOf({ 'a.md': '# One\n\n## Gradient\n' })
  const now = written(vault, 'a.md', '# One\n\n## Steepest\n')
  const [before, after] = [namesIn(vault).near('note:Gradeint'), (handOnNames(vault, now), namesIn(now))]
  expect(before.map(({ value }) => value)).toEqual([{ path: 'a.md', heading: 'Gradient' }])
  expect(after.near('note:Gradeint')).toEqual([])
  expect(after.near('note:Steepst').map(({ value }) => value)).toEqual([{ path: 'a.md', heading: 'Steepest' }])
})
