import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fileStem } from '../../../../src/core/model/note-path.ts'
import { findExactNote, findNamedNote, findNote } from '../../../../src/core/query/names/find-note.ts'
import { foldName } from '../../../../src/core/vault/fold.ts'
import { nameSlug } from '../../../../src/core/vault/name-index.ts'
import { Vault } from '../../../../src/core/vault/vault.ts'
import { noteAt, vaultOf } from '../../../support/vault-of.ts'

const vault = vaultOf({
  'kept/gradient-descent.md': '---\naliases: [Steepest Descent, "Übung macht"]\n---\n# Gradient descent\n',
  'gradient-flow.md': '# Gradient flow\n',
  'c++.md': '# C++ (the language)\n',
  'a/twin.md': '# First twin\n',
  'b/twin.md': '# Second twin\n',
  'cafe.md': '# Cafe\u0301 au lait\n',
})

const paths = (found: ReturnType<typeof findNote>): unknown =>
  found.status === 'found'
    ? [found.note.path, found.guessed ? 'guessed' : 'named']
    : (found.status === 'ambiguous' ? found.candidates : found.suggestions).map(({ path }) => path)

describe('a NOTE argument', () => {
  test.each<[query: string, found: unknown]>([
    ['kept/gradient-descent.md', ['kept/gradient-descent.md', 'named']],
    ['KEPT/Gradient-Descent', ['kept/gradient-descent.md', 'named']],
    ['[[gradient-flow]]', ['gradient-flow.md', 'named']],
    [' gradient flow ', ['gradient-flow.md', 'named']],
    ['steepest descent', ['kept/gradient-descent.md', 'named']],
    ['STEEPEST-DESCENT', ['kept/gradient-descent.md', 'named']],
    ['steep', ['kept/gradient-descent.md', 'named']],
    ['übung', ['kept/gradient-descent.md', 'named']],
    ['U\u0308BUNG', ['kept/gradient-descent.md', 'named']],
    ['café', ['cafe.md', 'named']],
    ['c++ (the', ['c++.md', 'named']],
    ['c-the-lang', ['c++.md', 'named']],
    ['gradient', ['gradient-flow.md', 'kept/gradient-descent.md']],
    ['twin', ['a/twin.md', 'b/twin.md']],
    ['gradient flwo', ['gradient-flow.md', 'guessed']],
    ['s', []],
    ['', []],
  ])('%j finds', (query, found) => {
    expect(paths(findNote(vault, query))).toEqual(found)
    const named = findNamedNote(vault, query)
    expect(named?.path).toBe(Array.isArray(found) && found[1] === 'named' ? found[0] : undefined)
  })

  test.each<[query: string, found: unknown]>([
    ['steepest descent', ['kept/gradient-descent.md', 'named']],
    ['steep', ['kept/gradient-descent.md']],
    ['gradient flwo', ['gradient-flow.md']],
    ['twin', ['a/twin.md', 'b/twin.md']],
  ])('%j of a note that is to be changed is no guess', (query, found) => {
    expect(paths(findExactNote(vault, query))).toEqual(found)
  })

  test('that begins like names finds those that do when all of each is folded', () => {
    const name = fc
      .array(fc.constantFrom('a', 'B', 'é', 'e\u0301', '-', '_', ' ', '1', '(', 'ß', '日', '\u0301'), {
        minLength: 1,
        maxLength: 5,
      })
      .map((parts) => parts.join('').trim())
      .filter((one) => one !== '')
    const empty = vaultOf({ '0.md': '', '1.md': '', '2.md': '' })
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), name, (titles, query) => {
        const notes = titles.map((title, order) => ({ ...noteAt(empty, `${order}.md`), title }))
        const all = new Vault({ notes, attachments: [] })
        const [folded, slug] = [foldName(query), nameSlug(query)]
        const begins = notes.filter(({ title, path }) =>
          [title, fileStem(path)].some(
            (one) => foldName(one).startsWith(folded) || (slug.length > 1 && nameSlug(one).startsWith(slug)),
          ),
        )
        const found = findNote(all, query)
        // A whole name comes before a beginning, also by its slug alone: "-1" is the name of 1.md.
        const isWhole = notes.some(({ title, path }) => [title, fileStem(path)].some((one) => nameSlug(one) === slug))
        if (isWhole || folded.length < 2 || begins.length !== 1 || found.status === 'ambiguous') return
        expect(paths(found)).toEqual([begins[0]?.path, 'named'])
      }),
      { numRuns: 1000 },
    )
  })
})
