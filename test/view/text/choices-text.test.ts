import { expect, test } from '@jest/globals'
import { choicesText } from '../../../src/view/text/choices-text.ts'

const notes = [
  { title: 'The $x$ norm', path: 'a.md' },
  { title: 'Sync your notes', path: 'Getting started/Sync your notes.md' },
]

test('choices have titles as they are read, and are broken at words', () => {
  const formula = (): string => '𝑥'
  expect(choicesText(notes, { width: 30, formula })).toEqual([
    '  1  The 𝑥 norm  (a.md)',
    '  2  Sync your notes',
    '     (Getting started/Sync',
    '     your notes.md)',
  ])
  expect(choicesText(notes, { width: 80, formula })[1]).toBe(
    '  2  Sync your notes  (Getting started/Sync your notes.md)',
  )
})
