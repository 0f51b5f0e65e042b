import { describe, expect, test } from '@jest/globals'
import { noteOfTheDay, type ShownDays } from '../../../../src/core/query/graph/note-of-the-day.ts'
import { vaultOf } from '../../../support/vault-of.ts'

const { notes } = vaultOf({ 'a.md': '', 'b.md': '', 'c.md': '' })
const pick = (shown: ShownDays, day = '2026-06-01'): string | undefined => noteOfTheDay(notes, shown, day)?.path

describe('the note of the day', () => {
  test('stays the same all day', () => {
    expect(pick({ 'b.md': '2026-06-01', 'a.md': '2026-05-30' })).toBe('b.md')
  })
  test('is one never shown, before all others', () => {
    expect(pick({ 'a.md': '2026-05-30', 'b.md': '2026-05-29' })).toBe('c.md')
  })
  test('is else the one shown longest ago', () => {
    expect(pick({ 'a.md': '2026-05-30', 'b.md': '2026-05-29', 'c.md': '2026-05-31' })).toBe('b.md')
  })
  test('every note has its day before one comes again', () => {
    let shown: ShownDays = {}
    const days = ['2026-06-01', '2026-06-02', '2026-06-03']
    for (const day of days) shown = { ...shown, [pick(shown, day) ?? '']: day }
    expect(Object.keys(shown).sort()).toEqual(['a.md', 'b.md', 'c.md'])
  })
  test('of an empty vault is none', () => {
    expect(noteOfTheDay([], {}, '2026-06-01')).toBeUndefined()
  })
})
