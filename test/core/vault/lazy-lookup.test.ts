import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fileStem, type NotePath, toNotePath } from '../../../src/core/model/note-path.ts'
import { parseNote } from '../../../src/core/parse/parse-note.ts'
import { FileIndex, withoutNoteExtension } from '../../../src/core/vault/file-index.ts'
import { NameIndex, nameSlug } from '../../../src/core/vault/name-index.ts'
import { runs } from '../../support/runs.ts'

// Letters that change their length or their script when they are folded, composed or made a slug.
const letters = [
  'a',
  'A',
  'z',
  'Z',
  '0',
  '9',
  '@',
  '[',
  '`',
  '{',
  ':',
  '/',
  'k',
  'K',
  '\u212a',
  'ü',
  'u\u0308',
  'Ü',
  'ß',
  'İ',
  '1',
  '-',
  '_',
  ' ',
  '.',
  "'",
  '+',
  '日',
]
const name = fc
  .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 5 })
  .map((all) => all.join('').trim() || 'a')
const path = fc
  .tuple(fc.array(name, { minLength: 1, maxLength: 3 }), fc.constantFrom('.md', '.MD', '.markdown'))
  .map(([names, extension]) => `${names.join('/')}${extension}`)

/** Asks so often that the next questions are answered from a map. */
function asked<T>(index: T, ask: (index: T, name: string) => unknown): T {
  for (let turn = 0; turn < 30; turn++) ask(index, `x${turn}`)
  return index
}

test('the first questions about names are answered as the later ones are', () => {
  const note = fc.record({ path, title: name, aliases: fc.array(name, { maxLength: 2 }) })
  fc.assert(
    fc.property(
      fc.uniqueArray(note, { maxLength: 8, selector: (one) => toNotePath(one.path) ?? '' }),
      fc.array(name, { minLength: 1, maxLength: 6 }),
      (all, names) => {
        const facts = { size: 0, modifiedMs: 0, createdMs: 0 }
        const notes = all.flatMap(({ path: at, ...named }) => {
          const notePath = toNotePath(at)
          return notePath === undefined ? [] : [{ ...parseNote({ path: notePath, text: '', facts }), ...named }]
        })
        const later = asked(new NameIndex(notes), (index, one) => [
          index.withTitle(one),
          index.withAlias(one),
          index.withSlug(one),
        ])
        for (const one of [
          ...names,
          ...notes.flatMap(({ path: at, title, aliases }) => [fileStem(at), title, ...aliases]),
        ]) {
          const first = new NameIndex(notes)
          expect(first.withTitle(one)).toEqual(later.withTitle(one))
          expect(first.withAlias(one)).toEqual(later.withAlias(one))
          expect(first.titled(one)).toEqual(later.titled(one))
          expect(first.aliased(one)).toEqual(later.aliased(one))
          expect(first.withSlug(nameSlug(one))).toEqual(later.withSlug(nameSlug(one)))
        }
      },
    ),
    runs(100),
  )
})

test('the first questions about files are answered as the later ones are', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(path, { maxLength: 8 }),
      fc.array(path, { minLength: 1, maxLength: 4 }),
      (all, others) => {
        const paths = [...new Set(all.flatMap((one) => toNotePath(one) ?? []))]
        const later = asked(new FileIndex(paths, withoutNoteExtension), (index, one) => [
          index.at(one),
          index.endingWith(one),
        ])
        for (const one of [...others, ...paths].map(withoutNoteExtension)) {
          const first = new FileIndex(paths, withoutNoteExtension)
          expect(first.at(one)).toEqual(later.at(one))
          for (const suffix of [one, one.slice(one.indexOf('/') + 1), one.slice(one.lastIndexOf('/') + 1)])
            expect(first.endingWith(suffix)).toEqual(later.endingWith(suffix))
        }
      },
    ),
    runs(100),
  )
})

test('a name with any character of ASCII is found by its slug, as a title, an alias or the name of a file', () => {
  const facts = { size: 0, modifiedMs: 0, createdMs: 0 }
  const others = [parseNote({ path: toNotePath('ab.md')!, text: '', facts })]
  for (let code = 32; code < 127; code++) {
    // A slash in the name of a file ends a folder.
    const called = `x${String.fromCharCode(code).replace('/', '-')}Y9`
    const slug = nameSlug(called)
    const notes = ['f/n.md', `f/${called}.markdown`, `${called}.MD`].map((path) => {
      const note = parseNote({ path: path as NotePath, text: '', facts })
      return path === 'f/n.md' ? { ...note, title: called, aliases: [called, called.toUpperCase()] } : note
    })
    for (const note of notes) {
      const [first, later] = [new NameIndex([...others, note]), asked(new NameIndex([...others, note]), (index, one) => index.withSlug(one))] // prettier-ignore
      expect([first.withSlug(slug), later.withSlug(slug)]).toEqual([[note.path], [note.path]])
      expect([`${slug}a`, slug.slice(1), slug.slice(0, -1)].map((one) => first.withSlug(one))).toEqual([undefined, undefined, undefined]) // prettier-ignore
    }
  }
})
