import { describe, expect, test } from '@jest/globals'
import type { MetadataValue } from '../../../../src/core/model/note.ts'
import { safeSchema } from '../../../../src/core/checks/properties/safe-schema.ts'

const problemsOf = (schema: MetadataValue): readonly string[] => safeSchema(schema).problems

describe('what of a schema is checked', () => {
  test.each(['date', 'date-time', 'time', 'duration', 'email', 'ipv4', 'uuid'])('the format %s', (format) => {
    expect(safeSchema({ format })).toEqual({ schema: { format }, problems: [] })
  })

  test.each(['regex', 'uri', 'ipv6', 'hostname', ''])('not the format %j', (format) => {
    expect(safeSchema({ type: 'string', format })).toEqual({
      schema: { type: 'string' },
      problems: [`the format ${format} is not checked`],
    })
  })

  test.each([
    '$id',
    'id',
    '$anchor',
    '$dynamicRef',
    '$dynamicAnchor',
    '$recursiveRef',
    '$recursiveAnchor',
    '$vocabulary',
  ])('not %s, but a property of that name', (key) => {
    expect(safeSchema({ [key]: 'x' })).toEqual({ schema: {}, problems: [`${key} is not checked`] })
    expect(problemsOf({ properties: { [key]: { type: 'string' } } })).toEqual([])
  })

  test('not uniqueItems, wherever it stands, which is told once', () => {
    expect(safeSchema({ uniqueItems: true, items: [{ uniqueItems: true }], enum: [{ uniqueItems: true }] })).toEqual({
      schema: { items: [{}], enum: [{ uniqueItems: true }] },
      problems: ['uniqueItems is not checked'],
    })
  })

  test.each([
    '^[a-z]+$',
    'a*b+',
    'x{2,5}',
    '(?:a|b)c',
    '\\d+\\.\\d+',
    '[*+]+[*+]+',
    '(a)[b]*',
    '(a)\\d*',
    `a{999}`,
    '(a|b|c|d|e|f|g|h|i|j)'.repeat(4),
    'x'.repeat(500),
  ])('the pattern %s', (pattern) => {
    expect(problemsOf({ pattern })).toEqual([])
    expect(problemsOf({ patternProperties: { [pattern]: true } })).toEqual([])
  })

  test.each([
    'a*b*c*',
    '(a)+',
    '(?:ab){2}',
    '(a)\\1',
    '(?=a)',
    '(?<n>a)',
    'a{1000}',
    'x'.repeat(501),
    `${'(a|b|c|d|e|f|g|h|i|j)'.repeat(4)}b?`,
  ])('not the pattern %s', (pattern) => {
    const told = [`the pattern ${pattern} may take too long and is not checked`]
    expect(safeSchema({ pattern })).toEqual({ schema: {}, problems: told })
    expect(safeSchema({ patternProperties: { [pattern]: true } })).toEqual({
      schema: { patternProperties: {} },
      problems: told,
    })
  })

  test('no pattern that is none', () => {
    expect(problemsOf({ properties: { due: { type: 'date' } } })).toEqual([
      'there is no type date: types are null, boolean, object, array, number, integer, string; a date is { type: string, format: date }',
    ])
    expect(safeSchema({ type: ['text', 'null'] })).toEqual({
      schema: {},
      problems: ['there is no type text: types are null, boolean, object, array, number, integer, string'],
    })
    expect(safeSchema({ properties: { rating: 'number', type: { type: 'string' } } })).toEqual({
      schema: { properties: { type: { type: 'string' } } },
      problems: ['the schema of "rating" must be an object, such as { type: number }'],
    })
    expect(problemsOf({ pattern: '[a' })).toEqual(["the pattern [a can't be read"])
  })
})

describe('how large a schema may be', () => {
  const parts = (count: number): MetadataValue => ({ allOf: Array.from({ length: count - 2 }, () => true) })

  test('two thousand parts', () => {
    expect(problemsOf(parts(2000))).toEqual([])
    expect(() => safeSchema(parts(2001))).toThrow('it has more than 2000 parts')
  })

  test('what is referred to counts as often as it is, and not where it is defined', () => {
    const twice = (count: number): MetadataValue => ({
      $defs: { a: parts(count) },
      allOf: [{ $ref: '#/$defs/a' }, { $ref: '#/$defs/a' }],
    })
    expect(problemsOf(twice(998))).toEqual([])
    expect(() => safeSchema(twice(999))).toThrow('it has more than 2000 parts')
    expect(problemsOf({ definitions: { a: parts(1990) } })).toEqual([])
  })

  test.each([
    ['#/$defs/b', '#/$defs/b is not there'],
    ['other.json', '$ref may name #/$defs/NAME of the same schema, not other.json'],
    ['#/$defs/a', '#/$defs/a leads back to itself'],
  ])('no reference %s', ($ref, message) => {
    expect(() => safeSchema({ $defs: { a: { items: { $ref } } }, $ref: '#/$defs/a' })).toThrow(message)
  })

  test('nothing but an object or true and false', () => {
    expect(safeSchema(true)).toEqual({ schema: true, problems: [] })
    expect(() => safeSchema(3)).toThrow('a schema must be an object')
    expect(() => safeSchema([])).toThrow('a schema must be an object')
  })
})
