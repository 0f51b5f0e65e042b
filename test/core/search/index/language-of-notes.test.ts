import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { languagesOf } from '../../../../src/core/search/index/language-of-notes.ts'
import { NoteRows } from '../../../../src/core/search/index/note-rows.ts'
import { languages } from '../../../../src/core/search/words/languages.ts'
import { searchSourceOf } from '../../../support/search-source-of.ts'

/** Stop words of some languages, of two of them at once (`die`, `de`, `en`), and words of none. */
const words =
  'the and of with und der nicht die mit les des dans avec est de en un het een niet sail segel voile zeil'.split(' ')
const note = fc.record({
  title: fc.array(fc.constantFrom(...words), { maxLength: 2 }),
  body: fc.array(fc.constantFrom(...words), { maxLength: 14 }),
})
type Note = { readonly title: readonly string[]; readonly body: readonly string[] }

/** The language of each note, by reading: that of which the text has most stop words, each three times at most; that of most where fewer than four tell. */
function plainLanguages(notes: readonly Note[], usualCode?: string): readonly string[] {
  const codes = [...languages.keys()]
  const first = (counts: readonly number[]): string => codes[counts.indexOf(Math.max(...counts))] ?? ''
  const told = notes.map(({ body }) => {
    const counts = codes.map((code) =>
      [...new Set(body)]
        .filter((word) => languages.get(code)?.stops.has(word))
        .reduce((sum, word) => sum + Math.min(3, body.filter((one) => one === word).length), 0),
    )
    return Math.max(...counts) < 4 ? undefined : first(counts)
  })
  const usual = usualCode ?? first(codes.map((code) => told.filter((one) => one === code).length))
  return told.map((code) => code ?? usual)
}

test('the language of a note is the one of which its text has most stop words', () => {
  fc.assert(
    fc.property(
      fc.array(note, { minLength: 1, maxLength: 5 }),
      fc.constantFrom(undefined, 'de', 'fr'),
      (notes, usual) => {
        const rows = new NoteRows()
        for (const { title, body } of notes) {
          rows.add('title', [title.join(' ')], 'name')
          rows.add('body', [body.join(' ')])
          rows.endRow()
        }
        const { codes, ofRow, ofWord } = languagesOf(rows, usual)
        const expected = plainLanguages(notes, usual)
        expect(Array.from(ofRow, (place) => codes[place])).toEqual(expected)
        // A word that notes of one language alone hold is stemmed as that language does; one that most notes of one hold, too.
        for (const [number, word] of rows.table.words.entries()) {
          const holding = expected.filter(
            (_, at) => notes[at]?.title.includes(word) === true || notes[at]?.body.includes(word) === true,
          )
          if (new Set(holding).size === 1) expect(codes[ofWord[number] ?? 0]).toBe(holding[0])
        }
      },
    ),
    { numRuns: 60, seed: 20263, endOnFailure: true },
  )
})

test('a word is stemmed by the language of most of the notes that hold it, and the languages come commonest first', () => {
  const german = 'Die Segel sind nicht da, und der Wind kommt mit der Nacht. Segeln ist das.'
  const english = 'The sails are not there, and the wind comes with the night. Sailing is this.'
  const french = 'Les voiles ne sont pas dans le port, et le vent vient avec la nuit.'
  const source = searchSourceOf({
    'a.md': `# A\n\n${german} Konferenzen\n`,
    'b.md': `# B\n\n${german} Konferenzen\n`,
    'c.md': `# C\n\n${german} Konferenzen houses\n`,
    'd.md': `# D\n\n${english} Konferenzen houses\n`,
    'e.md': `# E\n\n${english} houses\n`,
    'f.md': `# F\n\n${french}\n`,
  })
  const stemIn = (code: string, word: string): string | undefined => languages.get(code)?.stem(word)
  expect(source.index.languages).toEqual(['de', 'en', 'fr'])
  expect(source.index.termOf('konferenzen')).toBe(stemIn('de', 'konferenzen'))
  expect(source.index.termOf('houses')).toBe(stemIn('en', 'houses'))
  expect(source.index.termOf('voiles')).toBe(stemIn('fr', 'voiles'))
  expect(stemIn('de', 'konferenzen')).not.toBe(stemIn('en', 'konferenzen'))
  // Stop words of a note's own language are in no posting list of its text, those of another are.
  expect(source.index.termOf('nicht')).toBeUndefined()
  expect(source.index.termOf('with')).toBeUndefined()
})

test('stop words count in names, and not in what a note says', () => {
  const { index } = searchSourceOf({
    'the-who.md':
      '---\nkeywords: [about]\nsummary: Of what?\ntopics: [with]\n---\n# The Who\n\n## From here\n\nNot without us.\n',
    'b.md': '# B\n\nWords.\n',
  })
  for (const word of ['the', 'who']) expect(index.isName(index.termOf(word) ?? '')).toBe(true)
  for (const word of ['about', 'of', 'what', 'with', 'from', 'not', 'without', 'us'])
    expect(index.termOf(word)).toBeUndefined()
})
