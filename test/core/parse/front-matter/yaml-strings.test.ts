import { describe, expect, test } from '@jest/globals'
import { readFrontMatter } from '../../../../src/core/parse/front-matter.ts'
import { readFullYaml } from '../../../../src/core/parse/front-matter/full-yaml.ts'
import { readSimpleYaml } from '../../../../src/core/parse/front-matter/simple-yaml.ts'
import type { YamlRead } from '../../../../src/core/parse/front-matter/yaml-value.ts'

const full = (yaml: string): YamlRead => readFullYaml(yaml, 4, `---\n${yaml}---\n`)

/** Strings that may hold links as `key quoting «as written» value`. */
function strings(yaml: string, read: YamlRead): readonly string[] {
  return read.strings.map(({ key, quoting, start, end, value }) => {
    return `${key} ${quoting} «${yaml.slice(start - 4, end - 4)}»${value === undefined ? '' : ` ${JSON.stringify(value)}`}`
  })
}

describe('the strings that may hold links', () => {
  // Simple ones are read without the library, and by it, alike.
  test.each([
    ['a: "[[b]]"\n', ['a double «[[b]]» "[[b]]"']],
    ["a: 'it''s [[b]]'\n", ["a single «it''s [[b]]» \"it's [[b]]\""]],
    ['a: x [[b]] \n', ['a plain «x [[b]]» "x [[b]]"']],
    ['a: x](b)\n', ['a plain «x](b)» "x](b)"']],
    ['a:\n  - "[[b]]"\n  - c\n  - x [[d]]\n', ['a double «[[b]]» "[[b]]"', 'a plain «x [[d]]» "x [[d]]"']],
    ['a: ["[[b]]", c, \'[[d]]\']\n', ['a double «[[b]]» "[[b]]"', 'a single «[[d]]» "[[d]]"']],
    ['a: [ "[[b]]" ,  "[[c]]" ]\n', ['a double «[[b]]» "[[b]]"', 'a double «[[c]]» "[[c]]"']],
    ['x: 1\na:   "[[b]]"  \nc: "[[d]]"\n', ['a double «[[b]]» "[[b]]"', 'c double «[[d]]» "[[d]]"']],
    ['a: "b"\nc: d\n', []],
  ])('of %j, read in both ways', (yaml, expected) => {
    const simple = readSimpleYaml(yaml, 4)
    expect(simple && strings(yaml, simple)).toEqual(expected)
    expect(strings(yaml, full(yaml))).toEqual(expected)
    expect(simple).toEqual(full(yaml))
    const returned = yaml.replaceAll('\n', '\r\n')
    expect(readSimpleYaml(returned, 4)).toEqual(full(returned))
  })

  test.each([
    ['a: [[b]]\n', ['a flow «[[b]]»']],
    ['a: [[b]], c\n', []],
    ['a:\n  - [[b]]\n  - [[c|d]]\n', ['a flow «[[b]]»', 'a flow «[[c|d]]»']],
    ['a: [["[[b]]"]]\n', ['a double «[[b]]» "[[b]]"']],
    ['a: [[b]  ]\n', []],
    ['a: |\n  x [[b]]\n  c\n', ['a block «  x [[b]]\n  c\n» "x [[b]]\\nc\\n"']],
    ['a: >-\n  x\n  [[b]]\n', ['a block «  x\n  [[b]]\n» "x [[b]]"']],
    [
      'a:\n  b: "[[c]]"\n  d:\n    - "[[e]]"\nf: "[[g]]"\n',
      ['a double «[[c]]» "[[c]]"', 'a double «[[e]]» "[[e]]"', 'f double «[[g]]» "[[g]]"'],
    ],
    ['a: "x\\n[[b]]"\n', ['a double «x\\n[[b]]» "x\\n[[b]]"']],
    ['a: x\n  [[b]]\n', ['a plain «x\n  [[b]]» "x [[b]]"']],
    ['a: &n "[[b]]"\nc: *n\n', ['a double «[[b]]» "[[b]]"']],
    ['a: !own "[[b]]"\n', ['a double «[[b]]» "[[b]]"']],
    ['? "[[a]]"\n: "[[b]]"\n', ['[[a]] double «[[b]]» "[[b]]"']],
  ] as readonly (readonly [string, readonly string[]])[])('of %j, which the library reads', (yaml, expected) => {
    expect(readSimpleYaml(yaml, 4)).toBeUndefined()
    const read = full(yaml)
    if (read.problems.length === 0) expect(strings(yaml, read)).toEqual(expected)
    else expect(expected).toEqual([])
  })
})

describe('numbers and words are remembered as they are written', () => {
  test.each([
    ['a: 1.10\nb: true\nc: x\nd: 007\n', { a: '1.10', b: 'true' }],
    ['a: [1.0, x, True]\n', { a: ['1.0', 'x', 'True'] }],
    ['a:\n  - x\n  - 2.50\n  - y\n', { a: ['x', '2.50', 'y'] }],
    ['a: [x, y]\nb:\n  - x\n', {}],
    ['a: "1.10"\nb: null\nd:\n', {}],
    ['a: 0x1F\nb: 1e3\nc: -0\n', { a: '0x1F', b: '1e3', c: '-0' }],
  ])('%j, read in both ways', (yaml, texts) => {
    expect(full(yaml).texts).toEqual(texts)
    expect(readSimpleYaml(yaml, 4)).toEqual(full(yaml))
  })

  test.each([
    ['a: {b: 1.10}\n', {}],
    ['a: [1.10, [2.20]]\n', { a: ['1.10', [2.2]] }],
    ['a: [1.10, {b: 2.20}, null]\n', { a: ['1.10', { b: 2.2 }, null] }],
    ['a: !!str 1.10\n', {}],
    ['a: 1.10 # c\n', { a: '1.10' }],
    ['__proto__: 1.10\na: |\n  1.10\n', {}],
  ])('%j, read by the library', (yaml, texts) => {
    expect(full(yaml).texts).toEqual(texts)
  })

  test('tags say what a value is', () => {
    const { metadata, problems } = full(
      'a: !!int "5"\nb: !!float "1.5"\nc: !!bool "true"\nd: !!null ""\ne: !!str 5\nf: !!float .inf\n',
    )
    expect([metadata, problems]).toEqual([{ a: 5, b: 1.5, c: true, d: null, e: '5', f: '.inf' }, []])
  })

  test('names are read of them', () => {
    const { metadata, texts } = readFrontMatter('---\ntitle: 1.10\ntags: [2.0, x]\n---\n')
    expect([metadata, texts]).toEqual([
      { title: 1.1, tags: [2, 'x'] },
      { title: '1.10', tags: ['2.0', 'x'] },
    ])
    const same = readFrontMatter('---\ntitle: x\n---\n')
    expect(same.texts).toBe(same.metadata)
  })
})

describe('problems are placed', () => {
  // The reason and what stands where it is.
  test.each([
    ['a: 1\na: 2\n', [['the key "a" is given twice; the last one counts', 'a']]],
    ['b:\n  a: 1\n  a: 2\n', [['the key "a" is given twice; the last one counts', 'a']]],
    ['a: *b\n', [['nothing is called &b; a value that starts with * must be in quotes', '*b']]],
    ['a: *b\nc: &b 1\nd: *b\n', [['nothing is called &b; a value that starts with * must be in quotes', '*b']]],
    ['a: &b [*b]\n', [['nothing is called &b; a value that starts with * must be in quotes', '*b']]],
    ['- a\n', [['front matter must be lines of "key: value"', '- a']]],
    ['text\nmore\n', [['front matter must be lines of "key: value"', 'text']]],
    ['text', [['front matter must be lines of "key: value"', 'text']]],
    ['a: b: c\n', [['a value that holds ": " must be in quotes', 'b: c'.slice(0, 1)]]],
  ])('of %j', (yaml, expected) => {
    const { problems } = full(yaml)
    expect(problems.map(({ reason, start, end }) => [reason, yaml.slice(start - 4, end - 4)])).toEqual(expected)
  })

  test('what is never closed is missed where the text ends', () => {
    const yaml = 'a: [b\n\n\n'
    const { problems, metadata } = full(yaml)
    expect(metadata).toEqual({})
    expect(problems.map(({ start, end }) => [start - 4, end - 4])).toEqual([[6 - 1, 6 - 1]])
  })

  test('aliases mean what they name, as often as they do', () => {
    const { metadata, problems } = full('a: &x [1, 2]\nb: {c: *x, d: *x}\ne: &x y\nf: *x\n')
    expect([metadata, problems]).toEqual([{ a: [1, 2], b: { c: [1, 2], d: [1, 2] }, e: 'y', f: 'y' }, []])
  })
})

describe('what is simple', () => {
  test.each([
    ...[
      'a: b\n',
      'a_b-c d1: x\n',
      '_a: b\n',
      'a:\n',
      'a: \n',
      '# c\na: b\n',
      'a:\n- b\n- c\n',
      'a:\n  - b\n',
      'a: []\n',
      'a: [ ]  \n',
    ],
    ...[
      "a: ''\n",
      'a: ""\n',
      'a: b#c\n',
      'a: b:c\n',
      'a: (b)\n',
      'a: $5\n',
      'a: +1\n',
      'a: .5\n',
      'a: /b\n',
      'a: -1\n',
      'a: ä\n',
      'a: [b c, d]\n',
      '\n',
      '',
    ],
    `${'k'.repeat(100)}: x\n`,
  ])('%j is read without the library', (yaml) => {
    expect(readSimpleYaml(yaml, 4)).toEqual(full(yaml))
  })

  test.each([
    ...[
      'a:b\n',
      'a : b\n',
      'a  b: c\n',
      '1a: b\n',
      '-a: b\n',
      'a.b: c\n',
      '"a": b\n',
      'a: b: c\n',
      'a: b #c\n',
      'a: b:\n',
      ' a: b\n',
      'a: b\n- c\n',
    ],
    ...[
      '- a\n',
      'a:\n  - b\n - c\n',
      'a:\n  - b\n    - c\n',
      'a:\n  -b\n',
      'a:\n  - - b\n',
      'a: "b\n',
      "a: 'b'c'\n",
      "a: '\n",
      'a: "b" c\n',
      'a: "\\t"\n',
    ],
    ...[
      'a: [b, [c]]\n',
      'a: [b, {c}]\n',
      'a: [b\n',
      'a: [b] c\n',
      'a: ["b, c"]\n',
      'a: [b,]\n',
      'a: [b]c, d]\n',
      'a: [b{c, d]\n',
      'a: [,b]\n',
      'a: {b: c}\n',
      'a: &b c\n',
      'a: *b\n',
      'a: !b c\n',
    ],
    ...[
      'a: |\n  b\n',
      'a: >\n  b\n',
      'a: %b\n',
      'a: @b\n',
      'a: `b`\n',
      'a: - b\n',
      'a: ? b\n',
      'a: b\n  c\n',
      'a: b\na: c\n',
      'a\n',
      'a: \tb\n',
      'a: b\tc\n',
    ],
    ...[
      'a:\n  b: c\n',
      '---\n',
      'a: b\u0085c\n',
      'a: "b\u0001"\n',
      '# \u0001\n',
      'a: \ufeffb\n',
      'a: 😀\n',
      `${'k'.repeat(101)}: x\n`,
    ],
  ])('%j is left to it', (yaml) => {
    expect(readSimpleYaml(yaml, 4)).toBeUndefined()
  })
})

describe('JSON front matter', () => {
  const hugo = {
    tools: ['hugo'],
    admonitions: false,
    sites: [],
    assets: [],
    rootMarks: [],
    pages: false,
    syntax: ['hugo'],
  } as const
  const read = (text: string): ReturnType<typeof readFrontMatter> => readFrontMatter(text, hugo)

  test.each([
    ['{"a": {"b": "}"}}\nx', { a: { b: '}' } }, 'x'],
    ['{\n"a": "\\"}"\n}  \r\nx', { a: '"}' }, 'x'],
    ['{}', {}, ''],
    ['{ "a": [1, "x", true, null, {"b": [2]}] }\n', { a: [1, 'x', true, null, { b: [2] }] }, ''],
  ])('%j', (text, metadata, body) => {
    const front = read(text)
    expect([front.metadata, front.problems, text.slice(front.bodyStart)]).toEqual([metadata, [], body])
  })

  test.each(['{', '{"a": {}', '{}x', '{} x\n', '{a}\n', '[]'])('%j is text', (text) => {
    expect(read(text).bodyStart).toBe(0)
  })

  test('links stand where they are written, with the key at the top', () => {
    const text = '{"a": "[[b]]", "c": {"d": "x](e)", "f": ["\\"[[g]]"]}, "[[h]]": 1, "i": "no", "j": "[k](l.md)"}\n'
    expect(
      read(text).links.map(({ key, target, targetSpan }) => [
        key,
        target,
        text.slice(targetSpan.start, targetSpan.end),
      ]),
    ).toEqual([
      ...[
        ['a', 'b', 'b'],
        ['c', 'g', 'g'],
        ['j', 'l.md', 'l.md'],
      ],
    ])
  })

  test.each([
    ['{"a": 1,}\n', 'property name expected', 8],
    ['{"a": x}\n', 'invalid symbol', 6],
    ['{"a"}\n', 'colon expected', 4],
    [`{"a": ${'['.repeat(100_000)}}\n`, 'front matter cannot be read', 0],
  ])('what is wrong with %.12j is said where it is', (text, reason, at) => {
    const { problems, metadata } = read(text)
    expect(metadata).toEqual({})
    expect(problems.map(({ span, reason: said }) => [said, span.start])).toEqual([[reason, at]])
  })

  test('fifty levels are read, deeper ones are null', () => {
    const nested = (depth: number): string => `{"a": ${'['.repeat(depth)}1${']'.repeat(depth)}}\n`
    const depthOf = (value: unknown): number => (Array.isArray(value) ? 1 + depthOf(value[0]) : 0)
    expect(JSON.stringify(read(nested(49)).metadata)).toBe(nested(49).trim().replace(': ', ':'))
    expect(depthOf(read(nested(60)).metadata['a'])).toBe(50)
  })
})
