import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  type Comparison,
  type Dialect,
  type Expression,
  queryDialect,
  tagDialect,
  whereDialect,
} from '../../../../src/core/search/expression/expression.ts'
import { parseExpression } from '../../../../src/core/search/expression/parse-expression.ts'
import { readQuery } from '../../../../src/core/search/query.ts'
import { answerOf } from '../../../support/planned.ts'

/** A text that grows while the expression that it stands for is made. */
interface Written {
  text: string
}
/** Writes a part of an expression; gives what is to be read of it. */
type Part = (written: Written) => Expression
const column = ({ text }: Written): number => text.length + 1
const write = (written: Written, text: string): number => {
  const at = column(written)
  written.text += text
  return at
}

const word =
  (text: string): Part =>
  (written) => ({ kind: 'word', text, column: write(written, text) })
const phrase =
  (typed: string, text: string): Part =>
  (written) => ({ kind: 'phrase', text, column: write(written, typed) })
const pattern =
  (source: string, flags: string): Part =>
  (written) => ({ kind: 'pattern', source, flags, column: write(written, `/${source}/${flags}`) })

interface Field extends Partial<Pick<Comparison, 'quoted'>> {
  readonly before: string
  readonly typed: string
  readonly name: string
  readonly operator: Comparison['operator']
  readonly value?: string
  readonly after?: string
}
/** A comparison: what is typed before the value, the value as typed, and what is read of it. */
const field =
  ({ before, typed, name, operator, value = typed, quoted = false, after = '' }: Field): Part =>
  (written) => {
    const at = write(written, before)
    const valueColumn = write(written, typed)
    write(written, after)
    return { kind: 'field', name, operator, value, quoted, column: at, valueColumn }
  }

/** What a dialect has between and before operands. */
interface Grammar {
  readonly dialect: Dialect
  readonly operands: fc.Arbitrary<Part>
  /** Each with whether AND is written. */
  readonly ands: readonly (readonly [sign: string, spelled: boolean])[]
  readonly ors: readonly string[]
  readonly nots: readonly string[]
}

function listOf(
  kind: 'and' | 'or',
  of: fc.Arbitrary<Part>,
  signs: readonly (readonly [string, boolean])[],
): fc.Arbitrary<Part> {
  const more = fc.array(fc.tuple(fc.constantFrom(...signs), of), { maxLength: 2 })
  return fc.tuple(of, more).map(([first, others]): Part => (written) => {
    const at = column(written)
    const parts = [first(written)]
    for (const [[sign], other] of others) {
      write(written, sign)
      parts.push(other(written))
    }
    const [only] = parts
    if (parts.length === 1 && only !== undefined) return only
    return kind === 'or'
      ? { kind, of: parts, column: at }
      : { kind, of: parts, spelled: others.some(([[, spelled]]) => spelled), column: at }
  })
}

function expressions({ dialect, operands, ands, ors, nots }: Grammar): fc.Arbitrary<Part> {
  const signsOfOr = ors.map((sign) => [sign, true] as const)
  return fc.letrec<{ whole: Part; single: Part }>((tie) => {
    const [outer, inner] = dialect.orFirst ? (['and', 'or'] as const) : (['or', 'and'] as const)
    const signs = { and: ands, or: signsOfOr }
    return {
      whole: listOf(outer, listOf(inner, tie('single'), signs[inner]), signs[outer]),
      single: fc.oneof(
        { maxDepth: 4, depthSize: 'small' },
        { weight: 5, arbitrary: operands },
        {
          weight: 1,
          arbitrary: fc.tuple(tie('whole'), fc.constantFrom('', ' ')).map(([of, blank]): Part => (written) => {
            write(written, `(${blank}`)
            const expression = of(written)
            write(written, ')')
            return expression
          }),
        },
        {
          weight: 2,
          arbitrary: fc.tuple(fc.constantFrom(...nots), tie('single')).map(([sign, of]): Part => (written) => {
            // A dash that a query begins with is text, and so are two of them.
            const at = write(written, /^$|[-!]$/.test(written.text) ? 'NOT ' : sign)
            return { kind: 'not', of: of(written), column: at }
          }),
        },
      ),
    }
  }).whole
}

const keys = ['rating', 'status', 'due date']
const query: Grammar = {
  dialect: { ...queryDialect, isField: (name) => keys.includes(name) },
  operands: fc.constantFrom<Part>(
    ...['sail', 'C++', '10:30', 'std::vector', 'f(x|y)', 'x=1', 'http://e.org', 'ANDROID', 'ORbit', '日本'].map(word),
    phrase('"grid search"', 'grid search'),
    phrase('"say \\"OR\\" (a"', 'say "OR" (a'),
    pattern('gr[ae]y', 'i'),
    pattern('a\\/b', ''),
    pattern('a/b|c', 'su'),
    field({ before: 'title:', typed: 'brew', name: 'title', operator: ':' }),
    field({ before: 'title:', typed: '"hot water"', name: 'title', operator: ':', value: 'hot water', quoted: true }),
    field({ before: 'path:', typed: 'a/*.md', name: 'path', operator: ':' }),
    field({ before: 'title:', typed: 'f(x)', name: 'title', operator: ':' }),
    ...(['>', '>=', '<', '<=', '!=', '='] as const)
      .flatMap((operator) => [
        field({ before: `rating${operator}`, typed: '4', name: 'rating', operator }),
        field({ before: `rating:${operator}`, typed: '4', name: 'rating', operator }),
        field({ before: '[rating:', typed: `${operator}4`, name: 'rating', operator, value: '4', after: ']' }),
      ])
      .map((part): Part => (written) => {
        const read = part(written)
        // Between brackets the value begins behind its sign.
        return read.kind === 'field' && written.text.endsWith(']')
          ? { ...read, valueColumn: read.valueColumn + read.operator.length }
          : read
      }),
    field({ before: '[status:', typed: 'in work', name: 'status', operator: ':', after: ']' }),
    field({ before: '["due date": ', typed: 'today', name: 'due date', operator: ':', after: ']' }),
    (written) => {
      const at = write(written, '[status]')
      return { kind: 'field', name: 'status', operator: 'set', value: '', quoted: false, column: at, valueColumn: at }
    },
    (written) => {
      const at = write(written, '[rating:')
      const made = { kind: 'field', name: 'rating', operator: ':', quoted: false, column: at } as const
      const first = write(written, 'a ')
      write(written, 'OR ')
      const other = write(written, 'b]')
      return {
        kind: 'or',
        of: [
          { ...made, value: 'a', valueColumn: first },
          { ...made, value: 'b', valueColumn: other },
        ],
        column: at,
      }
    },
  ),
  ands: [
    [' ', false],
    ['  ', false],
    [' AND ', true],
    [' && ', true],
  ],
  ors: [' OR ', ' | ', ' || ', '  OR  '],
  nots: ['NOT ', '-', '!'],
}
const tags: Grammar = {
  dialect: tagDialect,
  operands: fc.constantFrom<Part>(
    ...['rl', 'machine learning', 'a/b', 'AND-gate', 'NOTE', '日本'].map(word),
    phrase('"a, b"', 'a, b'),
    phrase('"a OR b"', 'a OR b'),
  ),
  ands: [',', ', ', ' , ', ' AND ', ' && '].map((sign) => [sign, true] as const),
  ors: [' OR ', ' | ', ' || '],
  nots: ['NOT ', '-', '!'],
}
const operators = ['=', '!=', '<', '<=', '>', '>=', '~', ':'] as const
const where: Grammar = {
  dialect: whereDialect,
  operands: fc.constantFrom<Part>(
    ...operators.flatMap((operator) => [
      field({ before: `status${operator}`, typed: 'draft', name: 'status', operator }),
      field({ before: `due date ${operator} `, typed: 'in (a b) work', name: 'due date', operator }),
      field({
        before: `"a (b" ${operator}`,
        typed: "'x AND y'",
        name: 'a (b',
        operator,
        value: 'x AND y',
        quoted: true,
      }),
    ]),
    field({ before: 'status==', typed: 'x', name: 'status', operator: '=' }),
    field({ before: 'tags has ', typed: 'rl', name: 'tags', operator: 'has' }),
    field({ before: 'status=', typed: '""', name: 'status', operator: '=', value: '', quoted: true }),
    field({ before: 'status', typed: '', name: 'status', operator: 'set' }),
    field({ before: "'date done'", typed: '', name: 'date done', operator: 'set' }),
  ),
  ands: [
    [' AND ', true],
    [' && ', true],
  ],
  ors: [' OR ', ' || ', ' | '],
  nots: ['NOT ', '-', '!'],
}

test.each([
  ['a query', query],
  ['tags', tags],
  ['comparisons', where],
])('%s is read as it was written, each part at its column', (_, grammar) => {
  fc.assert(
    fc.property(expressions(grammar), (part) => {
      const written = { text: '' }
      const expected = part(written)
      expect(answerOf(() => parseExpression(written.text, grammar.dialect))).toEqual(expected)
    }),
    { numRuns: 250, seed: 20267, endOnFailure: true },
  )
})

/** Whether an expression holds when each of its operands holds or not, as `isHeld` says of where it stands. */
function holds(expression: Expression, isHeld: (column: number) => boolean): boolean {
  switch (expression.kind) {
    case 'and':
      return expression.of.every((part) => holds(part, isHeld))
    case 'or':
      return expression.of.some((part) => holds(part, isHeld))
    case 'not':
      return !holds(expression.of, isHeld)
    default:
      return isHeld(expression.column)
  }
}

test('the ways to satisfy a query are those in which all that must hold does', () => {
  const operands = fc.constantFrom<Part>(
    phrase('"grid search"', 'grid search'),
    pattern('gr[ae]y', 'i'),
    field({ before: 'title:', typed: 'brew', name: 'title', operator: ':' }),
    field({ before: 'rating>=', typed: '4', name: 'rating', operator: '>=' }),
  )
  fc.assert(
    fc.property(expressions({ ...query, operands }), fc.infiniteStream(fc.boolean()), (part, stream) => {
      const written = { text: '' }
      const expression = part(written)
      const known = new Map<number, boolean>()
      const isHeld = (at: number): boolean => {
        if (!known.has(at)) known.set(at, stream.next().value === true)
        return known.get(at) === true
      }
      const branches = readQuery(written.text, () => new Set(keys))
      expect(branches.some(({ conditions }) => conditions.every((one) => holds(one, isHeld)))).toBe(
        holds(expression, isHeld),
      )
    }),
    { numRuns: 200, seed: 20268, endOnFailure: true },
  )
})

/** Each way as the texts that rank, and how many conditions it has. */
test.each<[string, readonly string[]]>([
  ['', ['|0']],
  ['kv cache', ['kv,cache|0']],
  ['"grid search" x', ['grid search,x|1']],
  ['ppo AND clip', ['ppo,clip|2']],
  ['ppo OR trpo', ['ppo|0', 'trpo|0']],
  ['ppo OR trpo clip', ['ppo|0', 'trpo,clip|0']],
  ['ppo -clip', ['ppo|1']],
  ['(ppo OR trpo) x', ['ppo,x|1', 'trpo,x|1']],
  ['(ppo x) y', ['ppo,x,y|0']],
  ['(ppo OR trpo) AND (x | y)', ['ppo,x|2', 'ppo,y|2', 'trpo,x|2', 'trpo,y|2']],
  ['title:brew alias:a section:b content:c summary:d keyword:e file:f', ['brew,a,b,c,d,e,f|7']],
  ['name:brew heading:b body:c text:c description:d keywords:e aliases:f', ['brew,b,c,c,d,e,f|7']],
  ['path:a tag:b topic:c folder:d tags:e topics:f', ['|6']],
  ['status:draft rating>=4 title=x [rating]', ['|4']],
  ['/a/ x', ['x|1']],
  ['-(a OR "b")', ['|1']],
  // More ways than are told apart: one in which all must hold, ranked by all texts.
  [Array.from({ length: 6 }, () => '(a OR b)').join(' '), ['a,b,a,b,a,b,a,b,a,b,a,b|1']],
  [
    Array.from({ length: 5 }, () => '(a OR b)').join(' '),
    Array.from(
      { length: 32 },
      (_, at) => `${[...at.toString(2).padStart(5, '0')].map((bit) => 'ab'.charAt(Number(bit))).join()}|5`,
    ),
  ],
  [
    Array.from({ length: 33 }, (_, at) => `w${at}`).join(' OR '),
    [`${Array.from({ length: 33 }, (_, at) => `w${at}`).join()}|1`],
  ],
  ['std::vector 10:30 Note:this std:9', ['std::vector,10:30,Note:this,std:9|0']],
  ['other>=4 rating', ['other>=4,rating|0']],
])('%j ranks by and holds %j', (text, expected) => {
  expect(
    readQuery(text, () => new Set(keys)).map(({ texts, conditions }) => `${texts.join()}|${conditions.length}`),
  ).toEqual(expected)
})

test.each<[string, readonly string[], string, string]>([
  ['titel:x', [], 'no field is named "titel"; did you mean "title:"?', 'column 1 of the query'],
  ['x ratin:x', keys, 'no field is named "ratin"; did you mean "rating:"?', 'column 3 of the query'],
  ['tog:x', [], 'no field is named "tog"; did you mean "tag:"?', 'column 1 of the query'],
  [
    'zzz:x',
    [],
    'no field is named "zzz"; fields are title, alias, file, path, tag, topic, section, content, summary, keyword; put quotes around it to look for the text',
    'column 1 of the query',
  ],
  [
    'colour:x',
    ['b', 'a', 'title'],
    'no field is named "colour"; fields are title, alias, file, path, tag, topic, section, content, summary, keyword; keys of front matter here: a, b; put quotes around it to look for the text',
    'column 1 of the query',
  ],
  [
    'colour:x',
    [...'abcdefgh'],
    'no field is named "colour"; fields are title, alias, file, path, tag, topic, section, content, summary, keyword; keys of front matter here: a, b, c, d, e, f, g, h; put quotes around it to look for the text',
    'column 1 of the query',
  ],
  [
    'colour:x',
    [...'abcdefghi'],
    'no field is named "colour"; fields are title, alias, file, path, tag, topic, section, content, summary, keyword; keys of front matter here: a, b, c, d, e, f, g, h, …; put quotes around it to look for the text',
    'column 1 of the query',
  ],
  ['x tag:', [], 'there is nothing to look for here', 'column 3 of the query'],
  ['rating> x', keys, 'there is nothing to compare with here', 'column 7 of the query'],
  ['rating:> x', keys, 'there is nothing to compare with here', 'column 8 of the query'],
  ['title:>', [], 'there is nothing to compare with here', 'column 7 of the query'],
])('%s fails where keys are %j: %s', (text, known, message, place) => {
  expect(answerOf(() => readQuery(text, () => new Set(known)))).toBe(`${message} — ${place}`)
})

test.each<[string, readonly string[]]>([
  ['rating>', ['rating>|0']],
  ['Title:', ['Title:|0']],
  ['other:', ['other:|0']],
  ['title:">"', ['>|1']],
])('%s is text, or holds a sign', (text, expected) => {
  expect(
    readQuery(text, () => new Set<string>()).map(({ texts, conditions }) => `${texts.join()}|${conditions.length}`),
  ).toEqual(expected)
})

test.each<[string, string]>([
  ['due= AND rating>3', 'and due="" rating>"3"'],
  ['due != OR rating>3', 'or due!="" rating>"3"'],
  ['due = && !rating', 'and due="" not rating'],
  ['(due= ) AND rating', 'and due="" rating'],
  ['due= || (rating OR x)', 'or due="" or rating x'],
  ['due=', 'due=""'],
  // What can be no operator is a value.
  ['state = OR', 'state="OR"'],
  ['state = OR AND rating', 'and state="OR" rating'],
  ['state=AND x', 'state="AND x"'],
  ['state = ANDROID', 'state="ANDROID"'],
])('%s holds a key against nothing, or against a word that looks like an operator', (text, expected) => {
  const said = (read: Expression | undefined): string => {
    if (read?.kind === 'and' || read?.kind === 'or') return [read.kind, ...read.of.map(said)].join(' ')
    if (read?.kind === 'not') return `not ${said(read.of)}`
    if (read?.kind !== 'field') return ''
    return read.operator === 'set' ? read.name : `${read.name}${read.operator}"${read.value}"`
  }
  expect(said(parseExpression(text, whereDialect))).toBe(expected)
})
