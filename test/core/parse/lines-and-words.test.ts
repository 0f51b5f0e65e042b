import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { findConflictMarks } from '../../../src/core/parse/conflict-marks.ts'
import { nestsTooDeep } from '../../../src/core/parse/front-matter/yaml-depth.ts'
import { countWords } from '../../../src/core/parse/inlines/word-class.ts'
import { LineIndex } from '../../../src/core/parse/line-index.ts'
import { localDay, localMinute, localTime } from '../../../src/core/parse/local-time.ts'
import { Region } from '../../../src/core/parse/region.ts'
import { scanMarkdown } from '../../../src/core/parse/scan-markdown.ts'
import { Slugs, slugOf } from '../../../src/core/parse/slugs.ts'

describe('lines and columns', () => {
  test('are those that a count of line ends gives, in whatever order they are asked', () => {
    const texts = fc.array(fc.constantFrom('a', 'bc', '\n', '\r\n', '\r', '\n\n'), { maxLength: 30 })
    fc.assert(
      fc.property(texts, fc.array(fc.nat(40), { maxLength: 12 }), (pieces, offsets) => {
        const text = pieces.join('')
        const lines = LineIndex.of(text)
        for (const offset of offsets.filter((one) => one <= text.length)) {
          // A place between \r and \n is still of the line that both end.
          const before = text.slice(0, offset).split(/\r\n|\n|\r(?!$)/)
          const isSplit = text.charAt(offset) === '\n' && text.charAt(offset - 1) === '\r'
          const ended = !isSplit && text.slice(0, offset).endsWith('\r')
          const line = before.length + (ended ? 1 : 0)
          const column = ended ? 1 : (before.at(-1) ?? '').length + 1
          expect([text, offset, lines.position(offset)]).toEqual([text, offset, { line, column }])
        }
      }),
      { numRuns: 200 },
    )
  })

  test('are found near and far, forwards and back', () => {
    const text = `${'x'.repeat(99)}\n`.repeat(200)
    const lines = LineIndex.of(text)
    for (const offset of [0, 19_999, 20_000, 50, 4050, 4051, 8150, 8151, 0, 100, 99, 12_345])
      expect([offset, lines.position(offset)]).toEqual([
        offset,
        { line: Math.floor(offset / 100) + 1, column: (offset % 100) + 1 },
      ])
  })
})

describe('a region of pieces', () => {
  test('maps each of its offsets to where it is written', () => {
    const text = '> ab\n> \n> cde\n> f'
    const region = Region.of(text, { start: 2, end: 17, pieces: [2, 4, 7, 7, 10, 13, 16, 17] })
    expect([region.text, region.start, region.end]).toEqual(['ab\n\ncde\nf', 0, 9])
    expect([0, 1, 3, 4, 5, 6, 8].map((at) => region.toSource(at))).toEqual([2, 3, 7, 10, 11, 12, 16])
    expect(region.within(4, 6).toSource(5)).toBe(11)
    expect(Region.of(text, { start: 2, end: 4 }).toSource(3)).toBe(3)
    expect(Region.of(text, { start: 2, end: 2, pieces: [] }).end).toBe(0)
  })
})

describe('words', () => {
  test.each([
    ['', 0],
    ['one', 1],
    ['one two', 2],
    [" it's a well-known 3.14 ", 4],
    ['a\tb\nc', 3],
    ['a — b', 2],
    ['a—b', 2],
    ['a–b', 1],
    ['a/b', 1],
    ['a|b=c', 3],
    ['… - !', 0],
    ['naïve Übung', 2],
    ['a\u00a0b', 2],
    ['日本語', 3],
    ['ひらがな', 4],
    ['あ、い。', 2],
    ['学a学', 3],
    ['人々', 2],
    ['a\u200bb', 1],
    ['a\u2003b', 2],
    ['（注）', 1],
    ['한국어 문장', 2],
  ])('of %j are %d', (text, words) => {
    expect(countWords(text)).toBe(words)
    expect(scanMarkdown(text, 0).words).toBe(words)
  })
})

describe('times as the clock on the wall has them', () => {
  test('are those of the time zone of the process', () => {
    const two = (number: number): string => String(number).padStart(2, '0')
    const dates = fc.date({ min: new Date('0100-01-02'), max: new Date('9998-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(dates, (date) => {
        const day = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
        const minute = `${two(date.getHours())}:${two(date.getMinutes())}`
        const iso = date.toISOString()
        expect(localTime(iso)).toBe(`${day}T${minute}:${two(date.getSeconds())}`)
        expect([localMinute(iso), localDay(iso)]).toEqual([`${day} ${minute}`, day])
      }),
      { numRuns: 100 },
    )
  })

  test.each([
    ['2024-05-01', '2024-05-01', '2024-05-01'],
    ['2024-05-01T10:30:15', '2024-05-01T10:30:15', '2024-05-01 10:30'],
    ['2024-05-01 10:30', '2024-05-01T10:30', '2024-05-01 10:30'],
    ['2024-05', '2024-05', '2024-05'],
    ['', '', ''],
    ['2024-99-01T10:30Z', '2024-99-01T10:30Z', '2024-99-01 10:30'],
  ])('%j without an offset stays', (iso, time, minute) => {
    expect([localTime(iso), localMinute(iso)]).toEqual([time, minute])
  })

  test('an offset counts, however it is written', () => {
    for (const iso of [
      '2024-05-01T12:30:15+02:00',
      '2024-05-01T12:30:15+0200',
      '2024-05-01 12:30:15 +0200',
      '2024-05-01T10:30:15z',
    ])
      expect([iso, localTime(iso)]).toEqual([iso, localTime('2024-05-01T10:30:15Z')])
    expect(localTime('2024-05-01T10:30:15.999Z')).toBe(localTime('2024-05-01T10:30:15Z'))
  })
})

describe('YAML that is nested', () => {
  test.each([
    ['brackets', (depth: number) => `a: ${'['.repeat(depth)}`, 49],
    ['braces', (depth: number) => `a: ${'{'.repeat(depth)}`, 49],
    ['brackets of lines', (depth: number) => 'a: [\n[\n'.padEnd(2 * depth, '[\n'), 48],
    ['dashes', (depth: number) => `${'- '.repeat(depth)}a`, 49],
    ['indentation', (depth: number) => Array.from({ length: depth }, (_, at) => `${' '.repeat(at)}a:`).join('\n'), 50],
  ] as const)('%s are not read from a depth on that no note needs', (_name, nested, deepest) => {
    const depths = Array.from({ length: 120 }, (_, at) => at + 1)
    const first = depths.find((depth) => nestsTooDeep(nested(depth))) ?? 0
    // It errs on the safe side by a few.
    expect(first).toBeGreaterThan(deepest - 5)
    expect(first).toBeLessThanOrEqual(deepest + 4)
    expect(depths.filter((depth) => depth >= first).every((depth) => nestsTooDeep(nested(depth)))).toBe(true)
  })

  test('what is closed does not count', () => {
    expect(nestsTooDeep('[a]\n'.repeat(200))).toBe(false)
    expect(nestsTooDeep('[]{}'.repeat(200))).toBe(false)
    expect(nestsTooDeep('a:\n  b:\n    c\n'.repeat(100))).toBe(false)
    expect(nestsTooDeep(`${'['.repeat(60)}${']'.repeat(60)}`)).toBe(true)
    expect(nestsTooDeep('- a\n'.repeat(200))).toBe(false)
    expect(nestsTooDeep('')).toBe(false)
  })
})

describe('marks of a merge', () => {
  const merge = '<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n'

  test('are a problem each, outside code', () => {
    const text = `x\r\n${merge}y\n${merge}`
    const second = text.lastIndexOf('<<<<<<<')
    expect(findConflictMarks(text, [])).toEqual([
      {
        code: 'conflict-marks',
        reason: 'two versions of these lines were never merged',
        span: { start: 3, end: 15 },
        line: 2,
        column: 1,
      },
      expect.objectContaining({ span: { start: second, end: second + 12 }, line: 8 }),
    ])
    expect(findConflictMarks(text, [{ start: 0, end: second }]).map(({ line }) => line)).toEqual([8])
    expect(
      findConflictMarks(text, [
        { start: 3, end: 4 },
        { start: 40, end: second },
      ]).map(({ line }) => line),
    ).toEqual([8])
  })

  test.each([
    '<<<<<<< a\n',
    '<<<<<<< a\n=======\n',
    '<<<<<<<\na\n=======\n>>>>>>> b\n',
    '<<<<<<<< a\n=======\n>>>>>>> b',
    ' <<<<<<< a\n=======\n>>>>>>> b',
    'a',
  ])('%j is none', (text) => {
    expect(findConflictMarks(text, [])).toEqual([])
  })

  test('an inner one counts, with its CRLF', () => {
    const text = `<<<<<<< a\r\nx\r\n<<<<<<< b\r\ny\r\n=======\r\nz\r\n>>>>>>> c\r\n`
    expect(findConflictMarks(text, []).map(({ span }) => text.slice(span.start, span.end))).toEqual(['<<<<<<< b'])
  })
})

describe('slugs of GitHub', () => {
  test.each([
    ['A b_c-D', 'a-b_c-d'],
    ['a  b', 'a--b'],
    ['C++ & D!', 'c--d'],
    ['1. Über [x]~', '1-über-x'],
    ['', ''],
    ['a}z~', 'az'],
    ['{a|b}', 'ab'],
  ])('%j is %j', (text, slug) => {
    expect(slugOf(text)).toBe(slug)
  })

  test('a repeated one is counted, and no count is given twice', () => {
    const slugs = new Slugs()
    expect(['a', 'A', 'a-1', 'a', 'a-1', 'b', 'a'].map((text) => slugs.next(text))).toEqual([
      ...['a', 'a-1', 'a-1-1', 'a-2', 'a-1-2', 'b', 'a-3'],
    ])
  })
})
