import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { NoteRow } from '../../src/core/model/report.ts'
import { toNotePath } from '../../src/core/model/note-path.ts'
import { formatReport } from '../../src/view/format-report.ts'
import { neutraliseAll } from '../../src/view/neutralise.ts'
import { plainStyle } from '../../src/view/style.ts'

const hostile = ['\u001b[31m', '\u0007', '\r', '\u009b', '\u202e', '\ufeff', '\u200b', '\u{e0041}', '\0']
const text = fc.array(fc.constantFrom('a note', ' ', 'é', '中', ...hostile, '\n')).map((parts) => `x${parts.join('')}`)
const row = fc.record({ title: text, summary: text, topics: fc.array(text, { maxLength: 2 }) })

function rowOf(fields: Pick<NoteRow, 'title' | 'topics'> & { readonly summary?: string }, order: number): NoteRow {
  const path = toNotePath(`note-${order}.md`)
  if (path === undefined) throw new Error('no path')
  return {
    tags: [],
    aliases: [],
    created: '',
    modified: '',
    words: 0,
    metadata: {},
    links: 0,
    backlinks: 0,
    ...fields,
    path,
  }
}

const totalsOf = () => ({ links: 0, backlinks: 0 })

test.each([
  ['a\u{e0100}\u{e01ef}b', 'a<U+E0100><U+E01EF>b'],
  ['a\ufe0fb\ufe00', 'a<U+FE0F>b<U+FE00>'],
  ['so\u00adft\u034f', 'so<U+00AD>ft<U+034F>'],
  ['\u115f\u3164\uffa0\u180e', '<U+115F><U+3164><U+FFA0><U+180E>'],
  [
    '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} \u{1f3f4}\u{e0067}\u{e007f}',
    '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} \u{1f3f4}<U+E0067><U+E007F>',
  ],
  ['a\u200db\u200c\u200d c\u200d', 'a<U+200D>b<U+200C><U+200D> c<U+200D>'],
  [
    '👩\u200d❤\ufe0f\u200d👨 👩🏽\u200d🚀 🏳\ufe0f\u200d🌈 x\u200d😀',
    '👩\u200d❤\ufe0f\u200d👨 👩🏽\u200d🚀 🏳\ufe0f\u200d🌈 x<U+200D>😀',
  ],
  ['می\u200cخواهم क्\u200dष', 'می\u200cخواهم क्\u200dष'],
  ['می\u200c\u200d\u200cخ', 'می\u200c<U+200D><U+200C>خ'],
  ['❤\ufe0f ☺\ufe0e 1\ufe0f\u20e3', '❤\ufe0f ☺\ufe0e 1\ufe0f\u20e3'],
])('letters that are not seen are shown, but for those of emoji: %j', (text, shown) => {
  expect(neutraliseAll({ title: text })).toEqual({ title: shown })
  const many = Array.from({ length: 50 }, () => text)
  expect(neutraliseAll(many)).toEqual(many.map(() => shown))
})

describe('what reaches a terminal', () => {
  test.each(['text', 'csv', 'paths', '{{title}} {{summary}}'])('as %s holds no control characters', (format) => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), fc.nat(250), (few, before) => {
        const clean = Array.from({ length: before }, () => ({ title: 'A note', topics: ['b'] }))
        const notes = [...clean, ...few, ...clean].map(rowOf)
        const layout = { width: 80, style: plainStyle }
        const written = formatReport({ kind: 'notes', notes, totalsOf }, { format, separator: '\n' }, layout)
        expect(written).not.toMatch(/[\0-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202e\ufeff]|\udb40/)
        const groups = [{ name: few[0]?.title ?? '', paths: notes.map(({ path }) => path) }]
        const grouped = formatReport({ kind: 'notes', notes, totalsOf, groups }, { format, separator: '\n' }, layout)
        expect(grouped).not.toMatch(/[\0-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202e\ufeff]|\udb40/)
      }),
      { numRuns: 60 },
    )
  })

  test.each(['csv', '{{title}},{{links}}'])(
    'as %s a note with a hostile path has the counts of its links',
    (format) => {
      const hostilePath = 'a\u001b.md'
      const notes = [{ ...rowOf({ title: 'A', topics: [] }, 1), path: hostilePath }]
      const counted = (path: string) => ({ links: path === hostilePath ? 777 : 0, backlinks: 0 })
      const layout = { width: 80, style: plainStyle }
      const report = { kind: 'notes' as const, notes, totalsOf: counted }
      expect(formatReport(report, { format, separator: '\n' }, layout)).toContain('777')
    },
  )

  test('a clean report is handed back as it is, one hostile string among many is found', () => {
    const rows = Array.from({ length: 450 }, (_, order) => rowOf({ title: `Note ${order}`, topics: [] }, order))
    expect(neutraliseAll(rows)).toBe(rows)
    const dirty = rows.map((one, order) => (order === 449 ? { ...one, title: 'a\nb\u001b' } : one))
    expect(neutraliseAll(dirty)[449]?.title).toBe('a^Jb^[')
  })
})
