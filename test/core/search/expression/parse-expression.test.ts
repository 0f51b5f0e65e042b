import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { FailureError } from '../../../../src/core/model/failure.ts'
import {
  type Dialect,
  type Expression,
  queryDialect,
  tagDialect,
  whereDialect,
} from '../../../../src/core/search/expression/expression.ts'
import { parseExpression } from '../../../../src/core/search/expression/parse-expression.ts'

/** An expression in one line: operators before their parts, `a+b` for words side by side. */
function written(expression: Expression | undefined): string {
  switch (expression?.kind) {
    case undefined:
      return ''
    case 'and':
      return expression.spelled
        ? `AND(${expression.of.map(written).join(', ')})`
        : `[${expression.of.map(written).join(' ')}]`
    case 'or':
      return `OR(${expression.of.map(written).join(', ')})`
    case 'not':
      return `NOT ${written(expression.of)}`
    case 'word':
      return expression.text
    case 'phrase':
      return `"${expression.text}"`
    case 'field':
      return `{${expression.name} ${expression.operator}${expression.value === '' ? '' : ` ${expression.quoted ? `"${expression.value}"` : expression.value}`}}`
    case 'pattern':
      return `/${expression.source}/${expression.flags}`
  }
}

const read = (text: string, dialect: Dialect = queryDialect): string => written(parseExpression(text, dialect))

function failure(text: string, dialect: Dialect = queryDialect): string {
  try {
    return `read as ${read(text, dialect)}`
  } catch (error) {
    if (!(error instanceof FailureError)) throw error
    const { failure: told } = error
    return told.kind === 'usage' ? `${told.message} | ${told.hint ?? ''}` : told.kind
  }
}

describe('queries', () => {
  test.each([
    ['', ''],
    ['  kv   cache ', '[kv cache]'],
    ['ppo OR trpo clip', 'OR(ppo, [trpo clip])'],
    ['ppo | trpo', 'OR(ppo, trpo)'],
    ['ppo|trpo', 'OR(ppo, trpo)'],
    ['ppo AND clip', 'AND(ppo, clip)'],
    ['ppo NOT clip', '[ppo NOT clip]'],
    ['ppo AND NOT clip', 'AND(ppo, NOT clip)'],
    ['(ppo OR trpo) -clip', '[OR(ppo, trpo) NOT clip]'],
    ['a (b OR (c d)) e', '[a OR(b, [c d]) e]'],
    ['"grid search" -"random search"', '["grid search" NOT "random search"]'],
    ['"a \\"quoted\\" word"', '"a "quoted" word"'],
    ['policy !gradient', '[policy NOT gradient]'],
    ['!gradient policy', '[NOT gradient policy]'],
    [
      'title:brew -topic:"hot water" tag:(a OR b)',
      '[{title : brew} NOT {topic : "hot water"} OR({tag : a}, {tag : b})]',
    ],
    ['title:(grid -search)', 'AND({title : grid}, NOT {title : search})'],
    ['year:>=2020 status:draft', '[{year >= 2020} {status : draft}]'],
    ['[status] [status:in progress]', '[{status set} {status : in progress}]'],
    ['[rating:>5] -[rating: <= 2] [rating:!=4]', '[{rating > 5} NOT {rating <= 2} {rating != 4}]'],
    ['-[status:Draft OR Published OR]', 'NOT OR({status : Draft}, {status : Published OR})'],
    ['/gr[aiou]nds?/i espresso', '[/gr[aiou]nds?/i espresso]'],
    ['a:>2020 b:<1 c:=x d:!=x e:<=2', '[{a > 2020} {b < 1} {c = x} {d != x} {e <= 2}]'],
    ['[due:null] [due:null OR >null] [due:=null]', '[{due =} OR({due =}, {due > null}) {due = null}]'],
    ['[a:x OR >3 OR  < 4] [a:xORy] [a:<]', '[OR({a : x}, {a > 3}, {a < 4}) {a : xORy} {a : <}]'],
    ['[draft]x [ due] [a:b:c]', '[[draft]x [ due] {a : b:c}]'],
    ['[a:/x+y/is] [path:/usr/lib]', '[{a : x+y} {path : /usr/lib}]'],
    ['x://y x:://y a:/b c/ d', '[x://y x:://y {a : b c} d]'],
    ['x:a(b)c) y:"a b"c', '[{x : a(b)c} ) {y : "a b"} c]'],
    ['p(x|y)|z', 'OR(p(x|y), z)'],
    ['(x "a)" y) z', '[[x "a)" y] z]'],
    ['("a)" y) z', '[["a)" y] z]'],
    ['x:>/a/ y:=/b/', '[{x > /a/} {y = /b/}]'],
    [')a(b|c) d', '[)a(b|c) d]'],
    ['(a(b) c) f(a b)', '[[a(b) c] f(a b)]'],
    ['a)b|c', 'OR(a)b, c)'],
    ['(a)b|c)', 'OR((a)b, c))'],
    ['/a b/', '/a b/'],
    ['ppo -/clip(ped)?/', '[ppo NOT /clip(ped)?/]'],
  ])('%s', (text, tree) => {
    expect(read(text)).toBe(tree)
  })

  test.each([
    ['git reset --hard', '[git reset --hard]'],
    ['rsync - delete', '[rsync - delete]'],
    ['-rf is dangerous', '[-rf is dangerous]'],
    ['/etc/nginx/nginx.conf', '/etc/nginx/nginx.conf'],
    ['and/or', 'and/or'],
    ['softmax(QK^T)', 'softmax(QK^T)'],
    ['(QK^T)/sqrt(d)', '(QK^T)/sqrt(d)'],
    ['p(x|y)', 'p(x|y)'],
    ['1) first', '[1) first]'],
    ['std::vector https://example.org 10:30', '[std::vector https://example.org 10:30]'],
    ['wow! 5" C++ C# x<y a=b', '[wow! 5" C++ C# x<y a=b]'],
    ['note: this', '[note: this]'],
    ['AND', 'AND'],
    ['or not and', '[or not and]'],
    ['a[0] [[link]] [x](y)', '[a[0] [[link]] [x](y)]'],
    ['-[ ] task', '[-[ ] task]'],
  ])('%s is text', (text, tree) => {
    expect(read(text)).toBe(tree)
  })

  test('a comparison without a colon is read where the name is a key', () => {
    const dialect = { ...queryDialect, isField: (name: string) => name === 'rating' }
    expect(read('rating>=4 a=b', dialect)).toBe('[{rating >= 4} a=b]')
  })

  test('says where each part stands', () => {
    expect(parseExpression('ab  -title:"x y"', queryDialect)).toMatchObject({
      of: [{ column: 1 }, { column: 5, of: { column: 6, valueColumn: 12 } }],
    })
    expect(parseExpression('[rating: >5 OR < 3]', queryDialect)).toMatchObject({
      of: [{ valueColumn: 11 }, { valueColumn: 18 }],
    })
  })

  test.each([
    ['a OR', 'OR needs something after it | column 3 of the query'],
    ['OR a', 'OR needs something before it | column 1 of the query'],
    ['a AND', 'AND needs something after it | column 3 of the query'],
    ['a AND OR b', 'AND needs something after it | column 3 of the query'],
    ['AND a', 'AND needs something before it | column 1 of the query'],
    ['a NOT', 'NOT needs something after it | column 3 of the query'],
    ['(a b', 'this parenthesis is never closed | column 1 of the query'],
    ['a ()', 'there is nothing between these parentheses | column 3 of the query'],
    ['a "b', 'this quote is never closed | column 3 of the query'],
    ['a ""', 'there is nothing to look for here | column 3 of the query'],
    ['/*gr/', "this pattern can't be read: nothing to repeat | column 1 of the query"],
    ['x /ab/iig y', 'flags of a pattern are i, s and u, not "iig" | column 7 of the query'],
    ['x /a(/', "this pattern can't be read: unterminated group | column 3 of the query"],
    ['[a:x OR /b(/i]', "this pattern can't be read: unterminated group | column 9 of the query"],
    ['[a: /b/g]', 'flags of a pattern are i, s and u, not "g" | column 8 of the query'],
    ['x:(', 'this parenthesis is never closed | column 3 of the query'],
    ['/gr/g', 'flags of a pattern are i, s and u, not "g" | column 5 of the query'],
    [`${'('.repeat(60)}a${')'.repeat(60)}`, 'this is nested too deep | column 51 of the query'],
  ])('%s fails', (text, message) => {
    expect(failure(text)).toBe(message)
  })
})

describe('tags', () => {
  test.each([
    ['a, b', 'AND(a, b)'],
    ['a OR b, NOT c', 'AND(OR(a, b), NOT c)'],
    ['a OR b AND c', 'AND(OR(a, b), c)'],
    ['a|b', 'OR(a, b)'],
    ['-a !b', 'NOT a !b'],
    ['machine learning OR #ml/rl', 'OR(machine learning, #ml/rl)'],
    ['(a AND b) OR c', 'OR(AND(a, b), c)'],
    ['NOT (a OR b)', 'NOT OR(a, b)'],
    ['ml*, -draft', 'AND(ml*, NOT draft)'],
    [',a,,b,', 'AND(a, b)'],
    [' ', ''],
    ['a b AND c', 'AND(a b, c)'],
    ['a ANDb, ORc', 'AND(a ANDb, ORc)'],
    ['"a b" c NOT d', 'AND("a b", c, NOT d)'],
    ['a && b\tOR c', 'AND(a, OR(b, c))'],
  ])('%s', (text, tree) => {
    expect(read(text, tagDialect)).toBe(tree)
  })

  test.each([
    ['a OR', 'OR needs something after it | column 3 of --tag'],
    ['(a', 'this parenthesis is never closed | column 1 of --tag'],
    ['a)', 'nothing was opened that this could close | column 2 of --tag'],
    ['NOT', 'NOT needs something after it | column 1 of --tag'],
    ['a, AND', 'AND needs something after it | column 4 of --tag'],
    ['!', 'a tag was expected here, not ! | column 1 of --tag'],
  ])('%s fails', (text, message) => {
    expect(failure(text, tagDialect)).toBe(message)
  })
})

describe('comparisons', () => {
  test.each([
    ['status', '{status set}'],
    ['!status', 'NOT {status set}'],
    ['status=in progress', '{status = in progress}'],
    ['status != draft', '{status != draft}'],
    ['rating>=4 AND rating < 5', 'AND({rating >= 4}, {rating < 5})'],
    ['NOT (a=1 OR b=2) AND c', 'AND(NOT OR({a = 1}, {b = 2}), {c set})'],
    ['title ~ Foo (bar)', '{title ~ Foo (bar)}'],
    ['tags has rl || words > 100', 'OR({tags has rl}, {words > 100})'],
    ['"date created" >= "2024-01-01"', '{date created >= "2024-01-01"}'],
    ["date created>='last week'", '{date created >= "last week"}'],
    ['status==done', '{status = done}'],
    ['due=', '{due =}'],
    ['a != AND b=2', 'AND({a !=}, {b = 2})'],
    ['a= OR b', 'OR({a =}, {b set})'],
    ['a = OR', '{a = OR}'],
    ['a ~ AND b', '{a ~ AND b}'],
    ['a = (x AND y) AND b', 'AND({a = (x AND y)}, {b set})'],
    ['(a = b) AND c', 'AND({a = b}, {c set})'],
    ['a = b ANDx', '{a = b ANDx}'],
    ['a = b && c | d', 'OR(AND({a = b}, {c set}), {d set})'],
    ['a=b|c', '{a = b|c}'],
    ['a = x(c =3)', '{a = x(c =3)}'],
    ['hasx', '{hasx set}'],
    ['a hasx = 3', '{a hasx = 3}'],
    ['a = "x" OR b', 'OR({a = "x"}, {b set})'],
    ['a=1 OR b=2 AND c=3', 'OR({a = 1}, AND({b = 2}, {c = 3}))'],
    ['time=10:30', '{time = 10:30}'],
    ['url=https://x.org/?a=b', '{url = https://x.org/?a=b}'],
    ['title~(see a=b) c', '{title ~ (see a=b) c}'],
    ['title = "rating > 3 status = draft"', '{title = "rating > 3 status = draft"}'],
  ])('%s', (text, tree) => {
    expect(read(text, whereDialect)).toBe(tree)
  })

  test.each([
    ['=3', 'a key was expected here | column 1 of --where'],
    ['a ~', '~ needs a value after it | column 3 of --where'],
    ['a has', 'has needs a value after it | column 5 of --where'],
    ['a = b) c', 'nothing was opened that this could close | column 6 of --where'],
    [
      'a = x c>3',
      'AND or OR is missing before "c"; a value that holds this is written in quotes | column 7 of --where',
    ],
    ['a>', '> needs a value after it | column 2 of --where'],
    ['a=1 AND', 'AND needs something after it | column 5 of --where'],
    ['(a=1', 'this parenthesis is never closed | column 1 of --where'],
    ['rating >> 3', 'a value was expected here, not >; if it is one, write it in quotes | column 9 of --where'],
    ['a =~ b', 'a value was expected here, not ~; if it is one, write it in quotes | column 4 of --where'],
    [
      'rating > 3 status = draft',
      'AND or OR is missing before "status"; a value that holds this is written in quotes | column 12 of --where',
    ],
  ])('%s fails', (text, message) => {
    expect(failure(text, whereDialect)).toBe(message)
  })
})

test.each([
  ['a query', queryDialect],
  ['tags', tagDialect],
  ['comparisons', whereDialect],
])('%s: any text is read or told what is wrong with it', (_name, dialect) => {
  const pieces = fc.constantFrom(
    'a',
    'b',
    ' ',
    '(',
    ')',
    '"',
    '-',
    '!',
    'OR',
    'AND',
    'NOT',
    '|',
    ':',
    '/',
    '=',
    ',',
    '\\',
    '猫',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      expect(typeof failure(parts.join(''), dialect)).toBe('string')
    }),
  )
})
