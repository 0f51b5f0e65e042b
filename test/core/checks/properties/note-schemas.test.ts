import { describe, expect, test } from '@jest/globals'
import type { Note } from '../../../../src/core/model/note.ts'
import { readNoteSchemas } from '../../../../src/core/checks/properties/note-schemas.ts'
import { vaultOf } from '../../../support/vault-of.ts'

const vault = vaultOf({
  'books/a.md':
    '---\nstatus: lost\nrating: 9\ntags: [ab, 3]\nextra: 1\ndue: soon\nnested: { n: x }\ntype: Book\ngröße x: 3\na~b/c%: 4\n---\n',
})

/** What a schema for all notes finds in the note, and what of the schema can't be used. */
function found(text: string, files: Readonly<Record<string, string>> = {}): readonly string[] {
  const { check, problems } = readNoteSchemas(text, (path) => files[path])
  return [...problems, ...vault.notes.flatMap(check).map(({ code, key, message }) => `${code} ${key}: ${message}`)]
}

test.each([
  ['{required: [title, status]}', ['missing-property title: the front matter has no key "title"']],
  ['{properties: {status: {enum: [a, b]}}}', ['bad-property status: "status" must be one of a, b']],
  [
    '{properties: {status: {type: [integer, boolean]}}}',
    ['bad-property status: "status" must be of the type integer, boolean'],
  ],
  ['{properties: {rating: {minimum: 10}}}', ['bad-property rating: "rating" must be at least 10']],
  ['{properties: {due: {format: date}}}', ['bad-property due: "due" must be a date']],
  ['{properties: {status: {pattern: "^[a-k]+$"}}}', ['bad-property status: "status" must match ^[a-k]+$']],
  ['{properties: {tags: {items: {type: string}}}}', ['bad-property tags: "tags.1" must be of the type string']],
  ['{properties: {nested: {required: [m]}}}', ['bad-property nested: "nested" has no "m"']],
  [
    '{properties: {rating: {anyOf: [{type: string}, {const: 3}]}}}',
    ['bad-property rating: "rating" fits none of the alternatives'],
  ],
  [
    '{properties: {rating: {$ref: "#/$defs/r"}}, $defs: {r: {maximum: 5}}}',
    ['bad-property rating: "rating" must be at most 5'],
  ],
  [
    '{properties: {status: true, rating: true, tags: true, due: true, nested: true, type: true, größe x: true, a~b/c%: true}, additionalProperties: false}',
    ['bad-property extra: "extra" is a key that the schema does not have'],
  ],
  ['{properties: {rating: {type: integer}}}', []],
  ['{properties: {status: {const: won}}}', ['bad-property status: "status" must be won']],
  [
    '{properties: {rating: {oneOf: [{type: string}, {minimum: 10}]}}}',
    ['bad-property rating: "rating" fits none of the alternatives'],
  ],
  ['{patternProperties: {"^ra": {type: string}}}', ['bad-property rating: "rating" must be of the type string']],
  [
    '{allOf: [{required: [x]}, {properties: {extra: {enum: [2]}}}]}',
    ['missing-property x: the front matter has no key "x"', 'bad-property extra: "extra" must be one of 2'],
  ],
  [
    '{if: {required: [status]}, then: {required: [won]}, else: {required: [no]}}',
    ['missing-property won: the front matter has no key "won"'],
  ],
  ['{dependentSchemas: {status: {required: [y]}}}', ['missing-property y: the front matter has no key "y"']],
  [
    '{properties: {tags: {prefixItems: [{type: integer}]}}}',
    ['bad-property tags: "tags.0" must be of the type integer'],
  ],
  ['{properties: {tags: {maxItems: 1}}}', ['bad-property tags: "tags" is wrong: Array has too many items (2 > 1)']],
  [
    '{properties: {rating: {$ref: "#/definitions/a~1b"}}, definitions: {}}',
    ['notes: $ref may name #/$defs/NAME of the same schema, not #/definitions/a~1b'],
  ],
  ['false', ['bad-property : the front matter is a key that the schema does not have']],
  ['true', []],
  ['{properties: {größe x: {type: string}}}', ['bad-property größe x: "größe x" must be of the type string']],
  ['{properties: {a~b/c%: {minimum: 5}}}', ['bad-property a~b/c%: "a~b/c%" must be at least 5']],
])('%s', (schema, problems) => {
  expect(found(`notes: ${schema}\n`)).toEqual(problems)
})

test('is for a folder or a type, and may stand in a file', () => {
  expect(found('folders: {books/: {required: [x]}, book/: {required: [y]}}\n')).toHaveLength(1)
  expect(found('types: {book: {required: [x]}, film: {required: [y]}}\n')).toHaveLength(1)
  expect(found('notes: s/x.json\n', { 's/x.json': '{\n\t"required": ["x"]\n}' })).toHaveLength(1)
  expect(found('notes: s/x.json\n')).toEqual(['notes: there is no file s/x.json in the vault'])
  expect(found('note: {}\n')).toEqual(['"note" is none of notes, folders, types'])
})

describe('a schema of a stranger', () => {
  const doubling = Array.from(
    { length: 40 },
    (_, at) => `d${at}: {allOf: [{$ref: "#/$defs/d${at + 1}"}, {$ref: "#/$defs/d${at + 1}"}]}`,
  )
  test.each([
    ['{$ref: "https://example.org/x.json"}', /\$ref may name/],
    ['{$ref: "../../etc/passwd"}', /\$ref may name/],
    ['{$ref: "#"}', /\$ref may name/],
    ['{$ref: "#/$defs/gone"}', /is not there/],
    ['{$ref: "#/$defs/a", $defs: {a: {items: {$ref: "#/$defs/a"}}}}', /leads back to itself/],
    [`{$ref: "#/$defs/d0", $defs: {${doubling.join(', ')}, d40: {type: string}}}`, /more than 2000 parts/],
    ['{properties: {status: {pattern: "^(a+)+$"}}}', /may take too long/],
    ['{properties: {status: {pattern: "a*a*a*a*b"}}}', /may take too long/],
    ['{properties: {status: {pattern: "(?=x)(?<=y)"}}}', /may take too long/],
    [`{properties: {status: {pattern: "${'(a|aa)'.repeat(14)}b"}}}`, /may take too long/],
    [`{properties: {status: {pattern: "^${'a?'.repeat(14)}$"}}}`, /may take too long/],
    ['{properties: {definitions: {$ref: "#/$defs/a"}}, $defs: {a: {allOf: [{$ref: "#/$defs/a"}]}}}', /leads back to/],
    [
      `{properties: {$defs: {$ref: "#/$defs/d0"}}, $defs: {${doubling.join(', ')}, d40: {type: string}}}`,
      /more than 2000 parts/,
    ],
    ['{properties: {status: {pattern: "["}}}', /can't be read/],
    ['{patternProperties: {"^(a|a)*$": false}}', /may take too long/],
    ['{properties: {status: {format: uri-template}}}', /format uri-template is not checked/],
    ['{properties: {tags: {uniqueItems: true}}}', /uniqueItems is not checked/],
    ['7', /must be an object/],
  ])('can not lead outside or take long: %s', (schema, reason) => {
    const [problem, ...rest] = found(`notes: ${schema}\n`)
    expect(problem).toMatch(reason)
    expect(rest).toEqual([])
  })

  test('may call a property as a keyword is called', () => {
    expect(
      found(
        'notes: {properties: {uniqueItems: true, id: {type: string}, $ref: {type: string}, pattern: {type: string}}}\n',
      ),
    ).toEqual([])
  })
})

describe('the time that patterns of a schema may take in one note', () => {
  const long = vaultOf({ 'a.md': `---\nabstract: ${'x'.repeat(5000)}\ntitle: xx\n---\n` })
  const noteOfLong = long.notes[0] as Note
  const told = (pattern: string): readonly string[] =>
    readNoteSchemas(`notes: {properties: {abstract: {pattern: ${JSON.stringify(pattern)}}}}\n`, () => undefined)
      .check(noteOfLong)
      .map(({ key, message }) => `${key}: ${message}`)

  test.each(['x*x*y', 'x*x*y|^z', '(?:x|xx)(?:x|xx)x*y', '^x*(?:x|y)?(?:x|y)?(?:x|y)?x*$'])(
    'is bounded by its length: %s',
    (pattern) => {
      expect(told(pattern)).toEqual([
        'abstract: "abstract" is too long for the patterns of the schema, and the front matter is not checked',
      ])
    },
  )

  test.each(['^[a-z]+$', '^x*x*$', 'x+', '^y|x+$'])('suffices for %s', (pattern) => {
    expect(told(pattern)).toEqual([])
  })

  test('counts a pattern as often as it is referred to', () => {
    const often = (count: number): readonly string[] => {
      const parts = Array.from({ length: count }, () => '{$ref: "#/$defs/p"}').join(', ')
      const schema = `{properties: {title: {allOf: [${parts}]}}, $defs: {p: {pattern: "^x*x*$"}}}`
      return readNoteSchemas(`notes: ${schema}\n`, () => undefined)
        .check(noteOfLong)
        .map(({ key }) => key)
    }
    expect(often(3)).toEqual([])
    expect(often(5)).toEqual(['abstract'])
  })
})
