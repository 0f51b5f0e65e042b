import { describe, expect, test } from '@jest/globals'
import { closeNotes } from '../../../../src/core/query/graph/close-notes.ts'
import { searchSourceOf } from '../../../support/search-source-of.ts'

function reasonsOf(texts: Readonly<Record<string, string>>, path: string): ReadonlyMap<string, readonly string[]> {
  const filler = Object.fromEntries(
    Array.from({ length: 12 }, (_, at) => [`f${at}.md`, `# Filler ${at}\n\nNothing of note${at}.`]),
  )
  const { vault, index } = searchSourceOf({ ...texts, ...filler })
  const note = vault.note(path)
  const hits = note === undefined ? [] : closeNotes(vault, index, note, 5)
  return new Map(hits.map(({ title, reasons = [] }) => [title, reasons]))
}

describe('why a note is close to another', () => {
  test('by what one of them is called, as it writes it', () => {
    const reasons = reasonsOf(
      { 'a.md': '# Bees\n\nThe hive needs smoke.', 'b.md': '# The judge\n\nShe keeps bees.' },
      'a.md',
    )
    expect(reasons.get('The judge')).toEqual(['both speak of Bees'])
  })

  test('not by the day of the week, the month or a single word', () => {
    const texts = {
      'a.md': '# Saturday 8 June\n\nForty pierogi.',
      'b.md': '# Saturday 15 June\n\nForty people in the gallery.',
    }
    expect([...reasonsOf(texts, 'a.md')]).toEqual([])
  })
})
