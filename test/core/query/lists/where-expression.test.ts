import { describe, expect, test } from '@jest/globals'
import { FailureError } from '../../../../src/core/model/failure.ts'
import { type DayWords, parseWhere, valuesIn } from '../../../../src/core/query/lists/where-expression.ts'
import { vaultOf } from '../../../support/vault-of.ts'

const vault = vaultOf({
  'a.md':
    '---\ntitle: Anna\nstatus: Draft\nrating: 4\ncreated: 2026-03-01\ntags: [ml/rl, graphs]\ndue: 2026-03-10T09:30\nuntil: 2026-01-01\n---\none two [[b]]\n',
  'b.md':
    '---\ntitle: Bert\nstatus: in review\nrating: 10\ncreated: 2025-12-24\nreviewed: true\nempty:\nuntil: [2026-05-01, 01/02/2026]\n---\n#ml\n',
  'c.md':
    '---\ntitle: Carl\nrating: good\nauthors: [Ann Lee, "Bo, Jr."]\nnested: { a: 1 }\nuntil: some day\ncreated: 2026-04-02\n---\n',
})

/** The notes of which an expression holds, by the letters of their paths. */
function holding(expression: string, words: DayWords = new Map()): string {
  const holds = parseWhere(expression, vault, words)
  return holds === undefined
    ? 'nothing to compare'
    : vault.notes
        .filter(holds)
        .map(({ path }) => path.replace('.md', ''))
        .join('')
}

describe('a comparison', () => {
  test.each([
    ['rating>=4', 'ab'],
    ['rating > 4', 'b'],
    ['rating<5', 'a'],
    ['rating<=4', 'a'],
    ['rating=4.0', 'a'],
    ['rating==10', 'b'],
    ['rating!=4', 'bc'],
    ['rating>=f', 'c'],
    ['missing<5', ''],
    ['empty<5', ''],
    ['nested<5', ''],
  ])('%s compares numbers as numbers: %s', (expression, notes) => {
    expect(holding(expression)).toBe(notes)
  })

  test.each([
    ['folder=""', 'abc'],
    ["status=''", 'c'],
    ['status!=""', 'ab'],
    ['empty=""', 'abc'],
    ['links', 'a'],
    ['!links', 'bc'],
    ['backlinks', 'b'],
    ['folder', ''],
    ['!folder', 'abc'],
    ['name', 'abc'],
    ['empty', ''],
  ])('%s asks for what is empty, or is not: %s', (expression, notes) => {
    expect(holding(expression)).toBe(notes)
  })

  test.each(['folder~""', 'rating>""', 'tags has ""', '""=x'])(
    '%s is refused, since nothing is looked for',
    (expression) => {
      expect(() => holding(expression)).toThrow(FailureError)
    },
  )

  test('a folder is told from the root', () => {
    const nested = vaultOf({ 'a.md': '', 'p/b.md': '' })
    const paths = (expression: string): readonly string[] =>
      nested.notes.filter(parseWhere(expression, nested) ?? (() => false)).map(({ path }) => path)
    expect(['folder=""', 'folder!=""', 'folder', '!folder'].map(paths)).toEqual([
      ['a.md'],
      ['p/b.md'],
      ['p/b.md'],
      ['a.md'],
    ])
  })

  test.each([
    ['created>=2026-01-01', 'ac'],
    ['created<2026-04', 'ab'],
    ['created=2026-03', 'a'],
    ['created>2025', 'ac'],
    ['created=2025', 'b'],
    ['due=2026-03-10', 'a'],
    ['due<=2026-03-10', 'a'],
    ['due<2026-03-10', ''],
    ['rating>2026-01-01', ''],
  ])('%s compares dates as far as they are written: %s', (expression, notes) => {
    expect(holding(expression)).toBe(notes)
  })

  test.each([
    ['created >= last spring', 'ac'],
    ['created < "last spring"', 'b'],
    ['created = last spring', 'a'],
    ['created != last spring', 'bc'],
    ['due > yesterday', ''],
    ['due <= yesterday', 'a'],
    ['NOT due = yesterday', 'bc'],
    ['status > yesterday', ''],
    ['rating > yesterday', ''],
    ['until < yesterday', 'a'],
    ['until > yesterday', 'b'],
    ['status < yesterday', 'ab'],
  ])('%s compares dates with days in words, and texts as such: %s', (expression, notes) => {
    const words = new Map([
      ['last spring', { first: '2026-03-01', last: '2026-04-01' }],
      ['yesterday', { first: '2026-03-10', last: '2026-03-10' }],
    ])
    expect(holding(expression, words)).toBe(notes)
  })

  test('the values that may be such words are known before', () => {
    expect(valuesIn('created > "last friday" AND (NOT due = today OR status) AND a=')).toEqual(['last friday', 'today'])
    expect(valuesIn('')).toEqual([])
  })

  test.each([
    ['created > lst', 11],
    ['modified = soon', 12],
    ['created < 2026-02-30', 11],
    ['words > 3 AND due <= "the end"', 22],
  ])('%s says that a date is held against what is no day', (expression, column) => {
    expect(() => parseWhere(expression, vault)).toThrow(
      expect.objectContaining({
        failure: expect.objectContaining({
          message: expect.stringContaining('is no day; write 2026-03-01'),
          hint: `column ${column} of --where`,
        }),
      }),
    )
  })

  test.each([
    ['status=draft', 'a'],
    ['STATUS = "in review"', 'b'],
    ['status=in review', 'b'],
    ['status!=draft', 'bc'],
    ['status=', 'c'],
    ['status~RE', 'b'],
    ['reviewed=true', 'b'],
    ['authors has Ann Lee', 'c'],
    ['authors="Bo, Jr."', 'c'],
    ['authors~jr', 'c'],
    ['authors!=Ann Lee', 'ab'],
    ['constructor', ''],
    ['__proto__', ''],
  ])('%s compares texts without regard to case: %s', (expression, notes) => {
    expect(holding(expression)).toBe(notes)
  })

  test.each([
    ['status', 'ab'],
    ['!status', 'c'],
    ['empty', ''],
    ['nested', 'c'],
    ['tags', 'ab'],
    ['!tags', 'c'],
  ])('%s asks whether a key is set: %s', (expression, notes) => {
    expect(holding(expression)).toBe(notes)
  })

  test.each([
    ['tags has ml', 'ab'],
    ['tags has #ML', 'ab'],
    ['words>=2', 'a'],
    ['links>0', 'a'],
    ['backlinks=1', 'b'],
    ['path~b.md', 'b'],
    ['Title<=anna', 'a'],
  ])('%s knows what wend knows of a note: %s', (expression, notes) => {
    expect(holding(expression)).toBe(notes)
  })
})

test.each([
  ['rating>=4 AND tags has ml', 'ab'],
  ['rating>=4 AND NOT status=draft', 'b'],
  ['status=draft OR rating=good', 'ac'],
  ['rating=good OR rating>=4 AND status=draft', 'ac'],
  ['(rating=good OR rating>=4) AND status=draft', 'a'],
  ['NOT (status=draft OR reviewed)', 'c'],
  ['', 'nothing to compare'],
])('%s joins comparisons: %s', (expression, notes) => {
  expect(holding(expression)).toBe(notes)
})

test.each([
  ['rating>=', '>= needs a value after it'],
  ['a=1 AND', 'AND needs something after it'],
  ['(a=1', 'this parenthesis is never closed'],
  ['=1', 'a key was expected here'],
  ['a="b', 'this quote is never closed'],
])('%s is refused: %s', (expression, message) => {
  expect.assertions(1)
  try {
    parseWhere(expression, vault)
  } catch (error) {
    expect(error instanceof FailureError && error.failure).toMatchObject({ kind: 'usage', message })
  }
})
