import { describe, expect, test } from '@jest/globals'
import { NotesAlike } from '../../../../src/core/query/names/notes-alike.ts'
import { vaultOf } from '../../../support/vault-of.ts'

const { notes } = vaultOf({
  'a.md': '# Gradient descent',
  'b.md': '---\naliases: [steepest descent]\n---\n# Walking downhill',
  'c.md': '# Cooking\n\nLentils with cumin.',
  'd.md': '# Gradients of descent and descents of gradients',
})

function alike(texts: readonly string[], most: number): readonly (readonly string[])[] {
  const index = new NotesAlike(notes)
  return texts.map((text) => index.find(text, most).map(({ path }) => path))
}

describe('notes that share the most letters with a text', () => {
  test('are those of title, alias and summary, in the order of the vault', () => {
    expect(alike(['gradient descents', 'steepest', 'LENTIL', 'xyz'], 3)).toEqual([
      ['a.md', 'b.md', 'd.md'],
      ['b.md'],
      ['c.md'],
      [],
    ])
  })

  test('are the ones that share the most when there are many', () => {
    expect(alike(['descent of gradients'], 1)).toEqual([['d.md']])
  })

  test('are all notes of a small vault', () => {
    expect(alike(['xyz'], 4)).toEqual([['a.md', 'b.md', 'c.md', 'd.md']])
  })

  test('are those of now when notes were replaced', () => {
    const index = new NotesAlike(notes)
    expect(index.find('lentils', 3).map(({ path }) => path)).toEqual(['c.md'])
    const [a, , c] = notes
    if (a === undefined || c === undefined) throw new Error('no notes')
    index.replace(0, { ...a, title: 'Red lentils' })
    index.replace(2, { ...c, title: 'Rice', summary: 'With cumin.' })
    expect(index.find('lentils', 3).map(({ title }) => title)).toEqual(['Red lentils'])
  })
})
