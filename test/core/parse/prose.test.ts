import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { toNotePath } from '../../../src/core/model/note-path.ts'
import { isInCell } from '../../../src/core/parse/cells-of.ts'
import { parseNote } from '../../../src/core/parse/parse-note.ts'
import { movedRanges } from '../../../src/core/parse/prose/moved-ranges.ts'
import { placesApart, prosePlaces } from '../../../src/core/parse/prose/prose-places.ts'
import { subscript, superscript } from '../../../src/core/parse/prose/raised-text.ts'
import { sentenceBetween } from '../../../src/core/parse/prose/sentence-between.ts'
import { cutWords } from '../../../src/core/parse/prose/summarize.ts'

describe('places in prose', () => {
  const text = 'Ada met `Ada` and <b title=Ada>, $Ada$ at https://e.org/Ada or (Ada), %%Ada%% Ada'
  const places = [...text.matchAll(/Ada/g)].map(({ index }) => ({ start: index, end: index + 3 }))

  test('are outside code, formulas, comments, tags and addresses', () => {
    expect(prosePlaces(text, { bodyStart: 0 }, places).map(({ start }) => text.slice(start - 1, start + 4))).toEqual([
      '',
      '(Ada)',
      ' Ada',
    ])
    expect(prosePlaces(text, { bodyStart: 0 }, []).length).toBe(0)
    expect(
      prosePlaces('---\na: Ada\n---\nAda', { bodyStart: 15 }, [
        { start: 7, end: 10 },
        { start: 15, end: 18 },
      ]),
    ).toEqual([{ start: 15, end: 18 }])
    for (const address of ['www.Ada.org', 'see www.e.org/Ada', 'http://Ada', 'x:https://a/Ada/b'])
      expect(
        prosePlaces(address, { bodyStart: 0 }, [{ start: address.indexOf('Ada'), end: address.indexOf('Ada') + 3 }]),
      ).toEqual([])
    expect(prosePlaces('a://b c Ada', { bodyStart: 0 }, [{ start: 8, end: 11 }])).toHaveLength(1)
    expect(prosePlaces('Ada://x', { bodyStart: 0 }, [{ start: 0, end: 3 }])).toHaveLength(1)
  })

  test('apart from spans are those that touch none, as a look at each pair says', () => {
    const spans = fc.array(
      fc.tuple(fc.nat(20), fc.nat(5)).map(([start, length]) => ({ start, end: start + length })),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(spans, spans, (taken, some) => {
        const solid = taken.filter(({ start, end }) => start < end)
        const wanted = some.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start)
        // Places do not overlap one another.
        const places: typeof wanted = []
        for (const one of wanted) if (one.start >= (places.at(-1)?.end ?? 0)) places.push(one)
        expect(placesApart(solid, places)).toEqual(
          places.filter(({ start, end }) => solid.every((one) => one.end <= start || one.start >= end)),
        )
      }),
      { numRuns: 300 },
    )
  })

  test('are found again in what is shown', () => {
    expect(
      movedRanges(
        '**a** b a',
        [
          [2, 3],
          [6, 7],
          [8, 9],
        ],
        'a b a',
      ),
    ).toEqual([
      [0, 1],
      [2, 3],
      [4, 5],
    ])
    expect(
      movedRanges(
        'a ![x](b) a',
        [
          [0, 1],
          [4, 5],
          [10, 11],
        ],
        'a  a',
      ),
    ).toEqual([
      [0, 1],
      [3, 4],
    ])
  })

  test('in cells are told', () => {
    const table = 'a|b\n\n| a | b |\n|---|---|\n| c | d |\n\ne'
    const path = toNotePath('a.md')
    if (path === undefined) throw new Error('no path')
    const note = parseNote({ path, text: table, facts: { size: 0, modifiedMs: 0, createdMs: 0 } })
    const inCell = [...table].map((letter, at) => (/[a-e]/.test(letter) ? [letter, isInCell(note, table, at)] : []))
    expect(inCell.filter((one) => one.length > 0)).toEqual([
      ...[
        ['a', false],
        ['b', false],
        ['a', true],
        ['b', true],
        ['c', true],
        ['d', true],
        ['e', false],
      ],
    ])
    expect(isInCell(note, 'none', 1)).toBe(false)
  })
})

describe('small writing', () => {
  test.each([
    ['2', '²', '₂'],
    ['n+1', 'ⁿ⁺¹', 'ₙ₊₁'],
    ['(10-x)', '⁽¹⁰⁻ˣ⁾', '₍₁₀₋ₓ₎'],
    ['q', '^q', '_q'],
    ['ab', 'ᵃᵇ', '_(ab)'],
    ['a b', '^(a b)', '_(a b)'],
    ['TM', 'ᵀᴹ', '_(TM)'],
    ['😀', '^😀', '_😀'],
    ['', '', ''],
  ])('of %j', (text, high, low) => {
    expect([superscript(text), subscript(text)]).toEqual([high, low])
  })

  test('all letters that Unicode has are written', () => {
    expect(superscript('0123456789+-=()')).toBe('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾')
    expect(superscript('abcdefghijklmnoprstuvwxyz')).toBe('ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ')
    expect(superscript('ABDEGHIJKLMNOPRTUVW')).toBe('ᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ')
    expect(subscript('0123456789+-=()aehijklmnoprstuvx')).toBe('₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ')
  })
})

describe('a line is cut', () => {
  test('as someone who counts would cut it', () => {
    const words = fc
      .array(fc.constantFrom('a', 'bcd', 'efghij', 'k,', '—', '😀'), { minLength: 1 })
      .map((all) => all.join(' '))
    fc.assert(
      fc.property(words, fc.integer({ min: 4, max: 30 }), (text, length) => {
        const cut = cutWords(text, length)
        if (text.length <= length) expect(cut).toBe(text)
        else {
          expect([text, cut.length <= length, cut.endsWith('…'), text.startsWith(cut.slice(0, -1))]).toEqual([
            text,
            true,
            true,
            true,
          ])
          expect(cut).not.toMatch(/[\s,—]…$|[\ud800-\udbff]…$/)
        }
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    ['one two three', 13, 'one two three'],
    ['one two three', 12, 'one two…'],
    ['one two three', 8, 'one two…'],
    ['one two three', 7, 'one tw…'],
    ['one, two', 5, 'one…'],
    ['abcdefghij', 5, 'abcd…'],
    ['ab cdefghij', 9, 'ab cdefg…'],
    ['abc😀def', 5, 'abc…'],
    ['abc😀def', 6, 'abc😀…'],
  ])('%j to %d is %j', (text, length, expected) => {
    expect(cutWords(text, length)).toBe(expected)
  })
})

describe('the sentence that holds a mark', () => {
  /** The sentence around what stands between angles, which become the marks. */
  const around = (text: string): string =>
    sentenceBetween(text.replace('‹', '\ufdd0').replace('›', '\ufdd1')).replace('\ufdd0', '‹').replace('\ufdd1', '›')

  test.each([
    ['A. ‹B›. C.', 'A. ‹B›. '],
    ['Ab. ‹Cd›. Ef.', '‹Cd›. '],
    ['Ab! "‹Cd›?" Ef.', '"‹Cd›?" '],
    ['Ab (see.) ‹Cd› e.', '‹Cd› e.'],
    ['Ab. cd ‹ef›. gh.', 'Ab. cd ‹ef›. gh.'],
    ['Ab. 12 ‹ef›. (Gh).', '12 ‹ef›. '],
    ['Ab… ‹Cd›', '‹Cd›'],
    ['Ab. Ünd ‹ef›. Ægir.', 'Ünd ‹ef›. '],
    ['Ab. “‹Ef›.” ‘Gh.’', '“‹Ef›.” '],
    [
      'See e.g. ‹A›, i.e. B, cf. C, vs. D, etc. E, approx. F, resp. G. H',
      'See e.g. ‹A›, i.e. B, cf. C, vs. D, etc. E, approx. F, resp. G. H',
    ],
    [
      'By Dr. ‹A›, Mr. B, Mrs. C, Ms. D, Prof. E, St. F, Fig. 1, Eq. 2, Sec. 3, No. 4, p. 5, pp. 6',
      'By Dr. ‹A›, Mr. B, Mrs. C, Ms. D, Prof. E, St. F, Fig. 1, Eq. 2, Sec. 3, No. 4, p. 5, pp. 6',
    ],
    ['J. R. ‹Tolkien› wrote. He', 'J. R. ‹Tolkien› wrote. '],
    ['É. ‹Zola› wrote. He', 'É. ‹Zola› wrote. '],
    ['Of course. ‹A› is', '‹A› is'],
    ['第一。‹二›！第三。', '‹二›！'],
    ['第一？”‹二›', '‹二›'],
    ['‹a›', '‹a›'],
    ['Ab.‹Cd›', 'Ab.‹Cd›'],
    ['Ab. ‹Cd. Ef›. Gh', '‹Cd. Ef›. '],
  ])('%j', (text, expected) => {
    expect(around(text)).toBe(expected)
  })
})
