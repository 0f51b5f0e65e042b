import { describe, expect, test } from '@jest/globals'
import type { Note } from '../../../../src/core/model/note.ts'
import type { NotePath } from '../../../../src/core/model/note-path.ts'
import { askBase, type BaseQuestion } from '../../../../src/core/query/base/ask-base.ts'
import { BaseDate } from '../../../../src/core/query/base/base-value.ts'
import { patternRunner } from '../../../../src/io/files/run-pattern.ts'
import { readBase } from '../../../../src/core/query/base/read-base.ts'
import { vaultOf } from '../../../support/vault-of.ts'

const vault = vaultOf(
  {
    'Books/Dune.md':
      '---\nstatus: done\nprice: 10\nage: 4\ntags: [book/novel]\ndue: 2026-03-10\nauthors: [Frank, Brian]\nreading time: 7\nlink: "[[Emma|E]]"\n---\n[[Emma]]\n',
    'Books/Emma.md': '---\nstatus: Draft\nprice: 3.5\nage: 2\ndue: 2026-04-01T10:30\n---\n#book\n',
    'x.md': '---\nprice: "12"\nnested: { deep: 1 }\n---\n',
  },
  [{ path: 'img/p.tar.gz' as NotePath }, { path: 'a.b/LICENSE' as NotePath }],
)

function ask(yaml: string, view = 0): BaseQuestion {
  const base = readBase(yaml)
  const chosen = base.views[view] ?? readBase('views: [{type: table}]').views[0]
  if (chosen === undefined) throw new Error('no view')
  return askBase(base, chosen, {
    vault,
    path: 'lists/all.base',
    now: new BaseDate(Date.UTC(2026, 2, 12, 9)),
    wallClock: (ms) => new BaseDate(ms),
    random: () => 0.5,
    patterns: patternRunner(() => undefined),
    format: (date, pattern) => `${date.toString()} as ${pattern}`,
  })
}

function names(notes: readonly Note[]): string {
  return notes.map(({ path }) => path.replace(/^.*\/|\.md$/g, '')).join(' ')
}

/** The notes of which a filter holds; what can't be read is told. */
function holding(filter: string): string {
  const { filter: holds, told } = ask(`filters: ${JSON.stringify(filter)}\n`)
  return told()[0] ?? names(vault.notes.filter(holds))
}

/** What a formula comes to for Dune. */
function value(formula: string): unknown {
  const { table, told } = ask(`formulas: {f: ${JSON.stringify(formula)}}\nviews: [{type: table, order: [formula.f]}]\n`)
  return told()[0] ?? table(vault.notes.slice(0, 1)).rows[0]?.cells[0]
}

describe('a filter', () => {
  test.each([
    ['status == "done"', 'Dune'],
    ['status != "done"', 'Emma x'],
    ['price > 5', 'Dune x'],
    ['note.price <= 10 && age < 4', 'Emma'],
    ['note["reading time"] == 7', 'Dune'],
    ['!status', 'x'],
    ['status.isEmpty() || price == 10', 'Dune x'],
    ['file.hasTag("book")', 'Dune Emma'],
    ['file.hasTag("#BOOK/novel", "none")', 'Dune'],
    ['file.inFolder("Books")', 'Dune Emma'],
    ['file.inFolder("Book")', ''],
    ['file.folder == "Books"', 'Dune Emma'],
    ['file.name == "x.md" || file.basename == "Emma"', 'Emma x'],
    ['file.hasLink("Emma") || file.hasLink(link("nobody"))', 'Dune'],
    ['file.links.contains(link("Books/Emma"))', 'Dune'],
    ['file.backlinks.length > 0', 'Emma'],
    ['file.hasProperty("nested")', 'x'],
    ['nested.deep == 1', 'x'],
    ['authors.contains("Frank")', 'Dune'],
    ['authors.containsAll("Frank", "Brian") && authors.length == 2', 'Dune'],
    ['link == link("Emma")', 'Dune'],
    ['due < today()', 'Dune'],
    ['due > now() - "1 week" && due <= today() + "1M"', 'Dune Emma'],
    ['due == date("2026-03-10")', 'Dune'],
    ['due.month == 4', 'Emma'],
    ['price * 2 - 1 >= 19', 'Dune x'],
    ['(price + age) % 2 == 0 && age', 'Dune'],
    ['file.tags.contains("#book")', 'Emma'],
    ['missing > 3', ''],
    ['/^d.n/i.matches(file.name)', 'Dune'],
    ['/[/]/.matches(file.path)', 'Dune Emma'],
    ['file.hasLink(file("Books/Emma.md"))', 'Dune'],
    ['link.asFile().properties.age == 2', 'Dune'],
    ['link("Dune").linksTo(file)', 'Emma'],
    ['file == link("Emma")', 'Emma'],
    ['file.embeds.length', ''],
    ['this.file.folder == "lists" && file.name == "x.md"', 'x'],
    ['file.hasLink(this)', ''],
    ['{a: price}.a == 10 || {}.isEmpty() && status == "Draft"', 'Dune Emma'],
    ['note.authors.filter(value.startsWith("B")).length == 1', 'Dune'],
    ['authors.isType("list") || nested.isType("object")', 'Dune x'],
  ])('%s: %s', (filter, notes) => expect(holding(filter)).toBe(notes))

  test.each([
    ['cover.shade() == 1', 'filter left out: cover.shade() == 1 (column 7: the function shade() is not known)'],
    ['file.colour == 1', 'filter left out: file.colour == 1 (column 6: file.colour is not known)'],
    ['status ==', 'filter left out: status == (column 10: it ends too early)'],
    ['status == "do', 'filter left out: status == "do (column 11: this quote is never closed)'],
    ['(a || b', 'filter left out: (a || b (column 8: ) was expected here)'],
    ['a b', 'filter left out: a b (column 3: "b" was not expected here)'],
    ['/x+', 'filter left out: /x+ (column 1: this pattern is never closed)'],
    ['/(x/.matches(a)', 'filter left out: /(x/.matches(a) (column 1: this pattern is none of JavaScript)'],
    ['authors.map()', 'filter left out: authors.map() (column 9: map() needs an expression)'],
    ['constructor()', 'filter left out: constructor() (column 1: the function constructor() is not known)'],
    [
      'a.toLocaleString()',
      'filter left out: a.toLocaleString() (column 3: the function toLocaleString() is not known)',
    ],
  ])('%s is left out and told', (filter, problem) => expect(holding(filter)).toBe(problem))

  test('nothing in a note reaches what is not its own', () => {
    expect(holding('__proto__ || constructor || nested.constructor || authors.constructor')).toBe('')
  })

  test('and, or and not nest; what is left out leaves the rest', () => {
    const base = 'filters:\n  or:\n    - status == "done"\n    - and: [price > 11, nope()]\n    - not: [price, age]\n'
    const { filter, told } = ask(base)
    expect(names(vault.notes.filter(filter))).toBe('Dune x')
    expect(told()).toEqual(['filter left out: nope() (column 1: the function nope() is not known)'])
  })

  test('what nests without end is refused', () => {
    expect(holding('('.repeat(2000))).toMatch(/nested more than 50/)
    expect(holding('!'.repeat(2000))).toMatch(/nested more than 50/)
    expect(holding(`a${'+a'.repeat(3000)}`)).toMatch(/longer than 4000/)
  })
})

describe('a formula', () => {
  test.each([
    ['(price / age).toFixed(2)', '2.50'],
    ['if(price > 5, "dear", "cheap")', 'dear'],
    ['price / 0', undefined],
    ['"due " + due', 'due 2026-03-10'],
    ['due + "1M"', '2026-04-10'],
    ['date("2026-01-31") + "1 month"', '2026-02-28'],
    ['(date("2026-03-12") - due) / 86400000', 2],
    ['due.format("DD.MM.")', '2026-03-10 as DD.MM.'],
    ['authors.join("/")', 'Frank/Brian'],
    ['authors[1].lower()', 'brian'],
    ['[3, 1, 2].sort().reverse()[0]', 3],
    ['max(1, price, 3)', 10],
    ['(7 / 3).round(1)', 2.3],
    ['status.title() + "!"', 'Done!'],
    ['-price + 1', -9],
    ['1 + 2 * 3 == 7', true],
    ['note.price', 10],
    ['"a:b:c:d".replace(/:/, "-")', 'a-b:c:d'],
    ['"a:b:c:d".replace(/:/g, "-")', 'a-b-c-d'],
    ['"a:b".replace(":", "$&")', 'a$&b'],
    ['"John Smith".replace(/(\\w+) (\\w+)/, "$2, $1")', 'Smith, John'],
    ['"123".repeat(2)', '123123'],
    ['"a,b,c,d".split(",", 3)', ['a', 'b', 'c']],
    ['"a,b,c,d".split(/,/, 3)', ['a', 'b', 'c']],
    ['/abc/.matches("abcde")', true],
    ['[1,2,3,4].filter(value > 2)', [3, 4]],
    ['[1,2,3,4].map(value + 1)', [2, 3, 4, 5]],
    ['[5,6].map(index)', [0, 1]],
    ['[1,2,3].reduce(acc + value, 0)', 6],
    ['[1, "x", 7].filter(value.isType("number")).reduce(if(acc == null || value > acc, value, acc), null)', 7],
    ['[[1,2],[3]].map(value.map(value * 2).join("+"))', ['2+4', '6']],
    ['authors.map(value)', ['Frank', 'Brian']],
    ['[1,2,3].contains(2) && [1,2,3].containsAny(3,4) && 5.isEmpty() == false', true],
    ['[1,[2,3]].flat()', [1, 2, 3]],
    ['[1,2,2,3].unique().slice(1,3)', [2, 3]],
    ['{"a": 1, "b": price}.keys()', ['a', 'b']],
    ['{"a": 1, "b": price}.values()', [1, 10]],
    ['{"a": 1}["a"]', 1],
    ['escapeHTML("<b>&")', '&lt;b&gt;&amp;'],
    ['html("<b>bold</b>") + icon("plus") + image("x.png")', 'boldplusx.png'],
    ['link("Emma", "her")', '[[Emma|her]]'],
    ['file.asLink()', '[[Books/Dune.md]]'],
    ['file("Emma").basename', 'Emma'],
    ['link.asFile().status', 'Draft'],
    ['random()', 0.5],
    ['number("3.4") + number(true)', 4.4],
    ['(now() + (duration("1d") * 2)).format("x")', '2026-03-14T09:00:00 as x'],
    ['(now() + "1d") - now()', 86_400_000],
    ['date("2024-12-01") + "1M" + "4h" + "3m"', '2025-01-01T04:03:00'],
    ['due.relative()', '2 days ago'],
    ['(now() + "70m").relative()', 'in an hour'],
    ['(now() - "40d").relative()', 'a month ago'],
    ['now().time()', '09:00:00'],
    ['[1,2,3].mean()', 2],
    ['"hello".endsWith("lo") && "hello".startsWith("he") && "hello".endsWith("he") == false', true],
    ['123.toString() + 1', '1231'],
    ['["a", 2].toString() + due.toString() + /a"/i.toString()', 'a, 22026-03-10/a"/i'],
    ['"HELLO".lower() + "Straße".upper()', 'helloSTRASSE'],
    ['"  hi\t".trim()', 'hi'],
    ['"hello".reverse() + "hello".slice(1, 4)', 'ollehell'],
    ['[1, "2", "x", null, [4]].sum()', 3],
    ['[].sum()', 0],
    ['"7".sum()', undefined],
    ['[(-5).abs(), (2.1).ceil(), (2.9).floor(), (2.5).round()]', [5, 3, 2, 3]],
    ['[(-2.1).ceil(), (-2.1).floor(), "-1.5".abs(), true.abs()]', [-2, -3, 1.5, 1]],
    ['[status.abs(), missing.ceil(), authors.floor()]', [null, null, null]],
    ['[due.year, due.month, due.day, due.hour, due.minute, due.second]', [2026, 3, 10, 0, 0, 0]],
    ['[date("2024-02-29 23:05:07")].map([value.hour, value.minute, value.second, value.millisecond])', [[23, 5, 7, 0]]],
    ['(date("2024-02-29 23:05:07") - "1s").date()', '2024-02-29'],
    ['"2024-02-29T23:05:07".day', 29],
    ['due.weekday', undefined],
    ['due.isEmpty() == false && missing.isEmpty() && "".isEmpty()', true],
    ['0.isTruthy() == false && 1.isTruthy() && "".isTruthy() == false && "a".isTruthy()', true],
    [
      '[file.name, file.basename, file.ext, file.path, file.folder]',
      ['Dune.md', 'Dune', 'md', 'Books/Dune.md', 'Books'],
    ],
    ['[file.size, file.mtime.year, file.ctime.toString()]', [0, 1970, '1970-01-01']],
    ['[file.tags, file.aliases, file.links]', [['book/novel'], [], ['[[Books/Emma.md]]']]],
    ['file.properties.price + file("x").properties.nested.deep', 11],
    [
      '[file("p.tar.gz")].map([value.path, value.name, value.basename, value.ext])',
      [['img/p.tar.gz', 'p.tar.gz', 'p.tar', 'gz']],
    ],
    ['[file("LICENSE")].map([value.folder, value.basename, value.ext])', [['a.b', 'LICENSE', '']]],
    [
      '[file("p.tar.gz")].map([value.size, value.mtime, value.tags, value.links, value.backlinks, value.status])',
      [[null, null, [], [], [], null]],
    ],
    [
      '[file("p.tar.gz")].map([value.inFolder("img"), value.hasTag("book"), value.hasLink(file), value.hasProperty("price")])',
      [[true, false, false, false]],
    ],
    ['file("nobody").path', undefined],
    ['this.ext + this.name', 'baseall.base'],
    ['price.isType("number") && "a".isType("string") && due.isType("list") == false', true],
  ])('%s = %j', (formula, result) => expect(value(formula) ?? undefined).toEqual(result))

  test('names others, but never itself', () => {
    const yaml = 'formulas: {a: formula.b + 1, b: price * 2, c: formula.d, d: formula.c}\n'
    const { table, told } = ask(`${yaml}views: [{type: table, order: [formula.a, formula.c]}]\n`)
    expect(table(vault.notes.slice(0, 1)).rows[0]?.cells).toEqual([21])
    expect(told()[0]).toBe('formula left out: formula.c (column 9: the formula "c" is not there or can\'t be read)')
  })

  test('that doubles another at each step ends', () => {
    const steps = Array.from({ length: 60 }, (_, at) => `f${at + 1}: formula.f${at} + formula.f${at}`)
    const { table } = ask(`formulas: {f0: '"ab"', ${steps.join(', ')}}\nviews: [{type: table, order: [formula.f60]}]\n`)
    expect(String(table(vault.notes.slice(0, 1)).rows[0]?.cells[0]).length).toBeLessThanOrEqual(10_000)
  })
})

describe('a view', () => {
  const yaml = `
properties: {note.price: {displayName: Price}, formula.f: {displayName: F}}
formulas: {f: price * 2}
views:
  - type: table
    name: One
    order: [file.name, price, formula.f, reading time, nope.x()]
    sort: [{property: note.price, direction: DESC}]
    limit: 2
    summaries: {price: Sum}
  - type: cards
    name: Two
    order: [file.basename]
    groupBy: {property: status, direction: DESC}
    sort: [{column: file.name, direction: DESC}]
`
  test('has columns, headings, an order and a limit', () => {
    const { table, sort, limit, told } = ask(yaml)
    const rows = table(sort(vault.notes))
    expect(rows.columns).toEqual(['file.name', 'price', 'f', 'reading time'])
    expect(rows.headings).toEqual(['file.name', 'Price', 'F', 'reading time'])
    expect(rows.rows.map(({ cells }) => cells)).toEqual([
      ['x', '12', 24, null],
      ['Dune', 10, 20, 7],
      ['Emma', 3.5, 7, null],
    ])
    expect(limit).toBe(2)
    expect(told()).toEqual(['column left out: nope.x() (column 6: the function x() is not known)'])
  })

  test('has summaries of its columns, those of all bases and its own', () => {
    const of = (summary: string, column = 'price'): unknown =>
      ask(
        `summaries: {mine: 'values.mean().round(1)', odd: 'values.shade()'}\nviews: [{type: table, order: [${column}], summaries: {${column}: ${summary}}}]\n`,
      ).table(vault.notes).foot
    const expected = {
      ...{ Average: 'Average 8.5', Min: 'Min 3.5', Max: 'Max 12', Sum: 'Sum 25.5', Range: 'Range 8.5' },
      ...{ Median: 'Median 10', Stddev: 'Stddev 3.63', Filled: 'Filled 3', mine: 'mine 8.5' },
    }
    for (const [summary, foot] of Object.entries(expected)) expect(of(summary)).toEqual([foot])
    expect(of('Empty', 'status')).toEqual(['Empty 1'])
    expect(of('unique', 'status')).toEqual(['unique 2'])
    expect(of('Earliest', 'due')).toEqual(['Earliest 2026-03-10'])
    expect(of('Latest', 'due')).toEqual(['Latest 2026-04-01T10:30:00'])
    expect(of('Range', 'due')).toEqual(['Range 22.44 days'])
    expect(of('Sum', 'authors')).toEqual(['Sum 0'])
    expect(of('nope')).toBeUndefined()
    expect(of('odd')).toBeUndefined()
    const { told } = ask('views: [{type: map, order: [age], summaries: {age: nope}}]\n')
    expect(told()).toEqual(['a view of type map is shown as a table', 'summary left out: nope is none that bases have'])
  })

  test('orders by several properties, ties as they were, and groups notes of equal values together', () => {
    const sorted = (sort: string): string => names(ask(`views: [{type: table, sort: ${sort}}]\n`).sort(vault.notes))
    expect(sorted('[{property: file.folder}, {property: price}]')).toBe('Emma Dune x')
    expect(sorted('[{property: file.ext}]')).toBe('Dune Emma x')
    expect(sorted('file.folder')).toBe('Dune Emma x')
    expect(sorted('[null, {property: price, direction: desc}]')).toBe('x Dune Emma')
    const { table } = ask('views: [{type: table, order: [price], groupBy: file.folder, summaries: {price: Sum}}]\n')
    expect(table(vault.notes).groups).toEqual([
      { name: 'Books', rows: [0, 1], foot: ['Sum 13.5'] },
      { name: '(none)', rows: [2], foot: ['Sum 12'] },
    ])
  })

  test('counts what is checked and what is not', () => {
    const boxes = vaultOf({ 'a.md': '---\ndone: true\n---\n', 'b.md': '---\ndone: false\n---\n', 'c.md': '---\ndone: yes please\n---\n', 'd.md': '---\ndone: true\n---\n' }) // prettier-ignore
    const foot = (summary: string): unknown =>
      ask(`views: [{type: table, order: [done], summaries: {done: ${summary}}}]\n`).table(boxes.notes).foot
    expect([foot('Checked'), foot('Unchecked')]).toEqual([['Checked 2'], ['Unchecked 1']])
  })

  test('has a summary of each group', () => {
    const { table } = ask('views: [{type: table, order: [price], groupBy: age, summaries: {price: Sum}}]\n')
    expect(table(vault.notes).groups?.map(({ name, foot }) => [name, foot])).toEqual([
      ['4', ['Sum 10']],
      ['2', ['Sum 3.5']],
      ['(none)', ['Sum 12']],
    ])
  })

  test('goes through lists no further than its bound', () => {
    const digits = '[0,1,2,3,4,5,6,7,8,9]'
    const nested = Array.from({ length: 9 }).reduce<string>((inner) => `${digits}.map(${inner})`, 'value')
    const { table, told } = ask(`formulas: {f: '${nested}.length'}\nviews: [{type: table, order: [formula.f]}]\n`)
    table(vault.notes)
    expect(told()).toEqual(['lists of more than 1000000 items in all are not gone through'])
  })

  test.each([
    ['tags.map(value).reduce([acc, acc], 1)', [[1, 1]]],
    ['list(price).map(list(price).map(value))', [[[10]]]],
  ])('lists in lists are made: %s', (expression, cells) => {
    const { table, told } = ask(
      `formulas: {a: ${JSON.stringify(expression)}}\nviews: [{type: table, order: [formula.a]}]\n`,
    )
    expect(table(vault.notes.slice(0, 1)).rows[0]?.cells).toEqual(cells)
    expect(told()).toEqual([])
  })

  const doubling = Array.from({ length: 40 }, (_, at) => `f${at + 1}: '[formula.f${at}, formula.f${at}]'`).join(', ')
  const growing = Array.from({ length: 60 }, (_, at) => `f${at + 1}: '[formula.f${at}]'`).join(', ')
  test.each([
    [
      'that hold each other twice',
      `{f0: '1', ${doubling}}`,
      'formula.f40',
      'lists of more than 30000000 characters in all are not made',
    ],
    [
      'that are compared',
      `{f0: '1', ${doubling}}`,
      'formula.f40 == formula.f39',
      'lists of more than 30000000 characters in all are not made',
    ],
    ['that nest too deep', `{f0: '1', ${growing}}`, 'formula.f60', 'lists in lists more than 50 deep are not made'],
    [
      'of a long text for each letter of it',
      String.raw`{f0: '"x".repeat(10000)', f1: 'formula.f0.split("").map(formula.f0)'}`,
      'formula.f1',
      'lists of more than 30000000 characters in all are not made',
    ],
    [
      'that are sorted at each step',
      String.raw`{f0: '"x".repeat(10000).split("")', f1: 'formula.f0.map(formula.f0.map(formula.f0.sort().length))'}`,
      'formula.f1',
      'lists of more than 1000000 items in all are not gone through',
    ],
  ])('lists %s come to nothing, and this is told', (_, formulas, column, problem) => {
    const { table, told } = ask(
      `formulas: {z: ${JSON.stringify(column)}, ${formulas.slice(1)}\nviews: [{type: table, order: [formula.z]}]\n`,
    )
    expect(JSON.stringify(table(vault.notes.slice(0, 1)).rows).length).toBeLessThan(3_000_000)
    expect(told()).toContain(problem)
  })

  test('a text that is put in many places, and a list as a text, are as long as is kept', () => {
    const cell = (expression: string): unknown =>
      ask(`formulas: {a: ${JSON.stringify(expression)}}\nviews: [{type: table, order: [formula.a]}]\n`).table(
        vault.notes.slice(0, 1),
      ).rows[0]?.cells[0]
    expect(cell('"abcabc".replace("b", "--")')).toBe('a--ca--c')
    expect(cell('"ab".replace("", "-")')).toBe('-a-b-')
    expect(cell('"ab".repeat(4000).replace("b", "cd".repeat(3000))')).toBe(
      `a${'cd'.repeat(3000)}a${'cd'.repeat(3000)}`.slice(0, 10_000),
    )
    expect(cell('["a", "b", ["c", "d"]].join("-")')).toBe('a-b-c, d')
    expect(cell('"x".repeat(5000).split("").join("--")')).toBe(
      Array.from({ length: 5000 }, () => 'x')
        .join('--')
        .slice(0, 10_000),
    )
  })

  test('groups, those that have nothing at the end', () => {
    const { table, sort } = ask(yaml, 1)
    expect(table(sort(vault.notes)).groups).toEqual([
      { name: 'Draft', rows: [0] },
      { name: 'done', rows: [1] },
      { name: '(none)', rows: [2] },
    ])
  })

  test('what is no base at all is told', () => {
    expect(readBase('- a\n- b\n').problems[0]).toMatch(/line 1: /)
    expect(readBase('views: 7').problems).toEqual(['views must be a list of views'])
    expect(readBase('filters: {xor: [a]}').problems).toEqual(['filters: "xor" is none of and, or, not'])
    expect(readBase('').views).toEqual([])
    const view = 'views: [{name: V, sort: [{direction: ASC}, [a], null, 3], groupBy: {}}]'
    expect(readBase(view).problems).toEqual([
      'groupBy of V: a property was expected',
      'sort of V: a property was expected',
      'sort of V: a property was expected',
    ])
    const many = readBase(`filters: {or: [${Array.from({ length: 600 }, (_, at) => `a == ${at}`).join(', ')}]}`)
    expect(many.problems).toEqual(['filters: only the first 500 filters are read'])
    expect(many.filter).toMatchObject({ kind: 'or', of: { length: 500 } })
  })
})
