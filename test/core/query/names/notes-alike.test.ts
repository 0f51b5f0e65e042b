import { describe, expect, test } from '@jest/globals'
import type { Note } from '../../../../src/core/model/note.ts'
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

  test('are those of now, however many notes were replaced', () => {
    const texts = (word: string): Record<string, string> =>
      Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`${at}.md`, `# ${word} ${at}`]))
    const [before, now] = [vaultOf(texts('lentils')).notes, vaultOf(texts('cumin')).notes]
    const index = new NotesAlike(before)
    const found = (): readonly number[] => ['lentils', 'cumin'].map((text) => index.find(text, 149).length)
    const counts = Array.from({ length: 150 }, (_, at) => {
      index.replace(at, now[at] as Note)
      return at % 25 === 24 ? found() : []
    })
    expect(counts.filter(({ length }) => length > 0)).toEqual(
      [25, 50, 75, 100, 125, 150].map((many) => [150 - many, Math.min(149, many)]),
    )
  })
})
