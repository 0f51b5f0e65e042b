import { existsSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { readFrontMatter } from '../../../src/core/parse/front-matter.ts'
import { showLink } from './show-links.ts'

function read(yaml: string): ReturnType<typeof readFrontMatter> {
  return readFrontMatter(`---\n${yaml}\n---\nbody`)
}

describe('where front matter stands', () => {
  test.each([
    ['---\na: 1\n---\nbody', 'body'],
    ['---\r\na: 1\r\n---\r\nbody', 'body'],
    ['--- \na: 1\n---\t\nbody', 'body'],
    ['---\n---\nbody', 'body'],
    ['---\na: 1\n---', ''],
    ['---yaml\na: 1\n---\nbody', 'body'],
    ['---\na: |\n  x\n  ---\n---\nbody', 'body'],
  ])('%j has the body %j', (text, body) => {
    const { bodyStart, problems } = readFrontMatter(text)
    expect(text.slice(bodyStart)).toBe(body)
    expect(problems).toEqual([])
  })

  test.each([
    '',
    '---',
    '---\na: 1',
    '----\na: 1\n----',
    ' ---\na: 1\n---',
    '\n---\na: 1\n---',
    '--- a b\n---',
    '---\na: 1\n----\n',
  ])('%j has none', (text) => {
    expect(readFrontMatter(text)).toEqual({ metadata: {}, texts: {}, bodyStart: 0, links: [], problems: [] })
  })
})

describe('data', () => {
  test.each([
    ['a: 1\nb: 1.50\nc: -2\nd: 1e3', { a: 1, b: 1.5, c: -2, d: 1000 }],
    ['a: 007\nb: 12345678901234567890', { a: '007', b: '12345678901234567890' }],
    ['a: .inf\nb: .nan\nc: 0x1F\nd: 0o17', { a: '.inf', b: '.nan', c: 31, d: 15 }],
    ['a: true\nb: No\nc: ~\nd:\ne: null', { a: true, b: 'No', c: null, d: null, e: null }],
    ['a: 2024-05-01\nb: 2024-05-01 10:00', { a: '2024-05-01', b: '2024-05-01 10:00' }],
    ["a: \"x\\ty\"\nb: 'it''s'\nc: plain # comment", { a: 'x\ty', b: "it's", c: 'plain' }],
    ['a: [x, "y, z"]\nb:\n  - x\n  - {c: d}', { a: ['x', 'y, z'], b: ['x', { c: 'd' }] }],
    ['a: >\n  x\n  y\nb: |\n  x\n  y', { a: 'x y\n', b: 'x\ny\n' }],
    ['a: &x [1]\nb: *x', { a: [1], b: [1] }],
    ['a: !!binary aGk=\nb: !own c', { a: 'aGk=', b: 'c' }],
    ['? [a]\n: b\n1: c\nnull: d', { '[a]': 'b', 1: 'c', null: 'd' }],
    ['constructor: a\ntoString: b', { constructor: 'a', toString: 'b' }],
    ['# nothing', {}],
  ])('%j is %j', (yaml, data) => {
    const { metadata, problems } = read(yaml)
    expect(metadata).toEqual(data)
    expect(problems).toEqual([])
  })

  test('a key named __proto__ is a key', () => {
    const { metadata } = read('__proto__: {polluted: yes}')
    expect(Object.keys(metadata)).toEqual(['__proto__'])
    expect({}).not.toHaveProperty('polluted')
  })
})

describe('what is wrong is said with its place', () => {
  test.each([
    ['title: Foo: bar', 2, 8, /": " must be in quotes/, {}],
    ['a: 1\nb: [x', 3, 6, /\]/, {}],
    ['a: 1\n\tb: 2', 3, 1, /tab/, {}],
    ['a: @x', 2, 4, /@/, {}],
    ['a: 1\nb: 2\na: 3', 4, 1, /"a" is given twice/, { a: 3, b: 2 }],
    ['a: *b\nc: d', 2, 4, /&b/, { a: '*b', c: 'd' }],
    ['just text', 2, 1, /key: value/, {}],
    ['- a', 2, 1, /key: value/, {}],
    [`a: ${'[x, '.repeat(100)}`, 2, 1, /nested/, {}],
    [`a: ${'{x: '.repeat(100)}`, 2, 1, /nested/, {}],
    [`${'- '.repeat(20_000)}a`, 2, 1, /nested/, {}],
    [`a: "${'x\\n'.repeat(40_000)}"`, 2, 1, /too many parts/, {}],
    [`a: "${'words '.repeat(200_000)}\\n"`, 2, 1, /longer than 1 MB/, {}],
  ])('%j', (yaml, line, column, reason, metadata) => {
    const front = read(yaml)
    expect(front.problems).toMatchObject([{ code: 'bad-frontmatter', line, column }])
    expect(front.problems[0]?.reason).toMatch(reason)
    expect(front.problems[0]?.reason).not.toMatch(/\n|\.$/)
    expect(front.metadata).toEqual(metadata)
    expect(front.bodyStart).toBe(yaml.length + 9)
  })

  test('aliases that would fill the memory are refused', () => {
    const names = [...'abcdefghi']
    const bomb = names.map(
      (name, at) =>
        `${name}: &${name} [${Array(9)
          .fill(at === 0 ? 'x' : `*${names[at - 1] ?? ''}`)
          .join(', ')}]`,
    )
    expect(read(bomb.join('\n')).problems).toMatchObject([{ reason: 'aliases make front matter too large' }])
  })

  test('long front matter of any form is read', () => {
    const item = (at: number) => `people${String(at)}:\n  - {name: "Ada, of ${String(at)}", role: writer of programs}\n`
    const yaml = Array.from({ length: 2000 }, (_, at) => item(at)).join('') + 'last: yes'
    expect(yaml.length).toBeGreaterThan(100_000)
    const { metadata, problems } = read(yaml)
    expect(problems).toEqual([])
    expect(metadata['people1999']).toEqual([{ name: 'Ada, of 1999', role: 'writer of programs' }])
  })

  test('long front matter of plain lines is read', () => {
    const lines = Array.from({ length: 20_000 }, (_, at) => `key${String(at)}: "[[note ${String(at)}]]"`)
    const { metadata, links } = read(lines.join('\n'))
    expect(Object.keys(metadata)).toHaveLength(20_000)
    expect(links.at(-1)).toMatchObject({ target: 'note 19999', line: 20_001 })
  })
})

describe('nothing in a note is run', () => {
  const marker = join(tmpdir(), `wend-ran-${String(process.pid)}`)
  const code = `require("fs").writeFileSync(${JSON.stringify(marker)}, "")`

  test.each([
    'js',
    ' js ',
    'javascript',
    'JS',
    'JavaScript',
    'coffee',
    'cson',
    'json',
    'toml',
    'constructor',
    '__proto__x',
    'hasOwnProperty',
  ])('after ---%s', (language) => {
    rmSync(marker, { force: true })
    const { metadata, problems, bodyStart } = readFrontMatter(`---${language}\nmodule.exports = ${code}\n---\nbody`)
    expect(existsSync(marker)).toBe(false)
    expect(metadata).toEqual({})
    if (/^\W*[A-Za-z]/.test(language)) expect(problems).toMatchObject([{ code: 'bad-frontmatter', line: 1 }])
    else expect(bodyStart).toBe(0)
  })

  test.each([`a: !!js/function 'function () { ${code} }'`, `a: !!js/eval "${code.replaceAll('"', "'")}"`])(
    'by %j',
    (yaml) => {
      rmSync(marker, { force: true })
      read(yaml)
      expect(existsSync(marker)).toBe(false)
    },
  )
})

describe('links in properties', () => {
  test.each([
    ['a: "[[x]]"', ['property x']],
    ["a: '[[x#h|t]]'", ['property x#h|t']],
    ['a: see [[x]] and [[y]]', ['property x', 'property y']],
    ['a: [[x]]', ['property x']],
    ['a: [[x|y z]]', ['property x|y z']],
    ['a:\n  - "[[x]]"\n  - [[y]]\n  - "![[z]]"', ['property x', 'property y', 'property z']],
    ['a: ["[[x]]", "[[y]]"]', ['property x', 'property y']],
    ['a: {b: "[[x]]"}', ['property x']],
    ['a: |\n  text [[x]]\n  [t](y.md#h)', ['property x', 'property y.md#h|t']],
    ['a: "[t](x%20y.md)"', ['property x%20y.md|t']],
    ["a: '[[it''s]]'", ["property it's"]],
    ['a: "[[say \\"x\\"]]"', ['property say "x"']],
    ['a: &l "[[x]]"\nb: *l', ['property x']],
    ['a: "[[]]"', []],
    ['a: [x]', []],
    ['a: https://e.org', []],
    ['# "[[x]]"', []],
  ])('%j', (yaml, expected) => {
    expect(read(yaml).links.map(showLink)).toEqual(expected)
  })

  test('know their key, their quotes and what a rename replaces', () => {
    const text = '---\nup:\n  - "[[a b|c]]"\nown: {x: \'[[d]]\'}\nbare: [[e]]\n---\n'
    const { links } = readFrontMatter(text)
    expect(links.map(({ key, quoting, line, column }) => [key, quoting, line, column])).toEqual([
      ['up', 'double', 3, 6],
      ['own', 'single', 4, 11],
      ['bare', 'flow', 5, 7],
    ])
    expect(links.map(({ targetSpan }) => text.slice(targetSpan.start, targetSpan.end))).toEqual(['a b', 'd', 'e'])
    expect(links.map(({ span }) => text.slice(span.start, span.end))).toEqual(['[[a b|c]]', '[[d]]', '[[e]]'])
  })
})

describe('links are those of the YAML values (links.md section 1)', () => {
  const linksIn = (yaml: string) => {
    const text = `---\n${yaml}\n---\n`
    return readFrontMatter(text).links.map(({ target, anchor, text: shown, span, targetSpan }) => [
      target,
      anchor,
      shown,
      text.slice(span.start, span.end),
      text.slice(targetSpan.start, targetSpan.end),
    ])
  }

  test.each([
    [
      'folded',
      'up: >-\n  [[long-slug|the long text that\n  is folded]]',
      'long-slug',
      'the long text that is folded',
      'long-slug',
    ],
    ['folded inside the target', 'up: >\n  see [[long\n  slug]] there', 'long slug', undefined, 'long\n  slug'],
    ['literal', 'up: |\n  one\n  [[a|b]]\n', 'a', 'b', 'a'],
    ['literal with a comment', 'up: |- # why\n    [[a]]', 'a', undefined, 'a'],
    ['double, escaped', 'up: "[[caf\\xE9]]"', 'caf\u00e9', undefined, 'caf\\xE9'],
    ['double, emoji', 'up: "[[\\U0001F600 x]]"', '\u{1f600} x', undefined, '\\U0001F600 x'],
    ['double, quotes', 'up: "[[say \\"it\\"]]"', 'say "it"', undefined, 'say \\"it\\"'],
    ['double, an escaped line end', 'up: "[[lo\\\n  ng]]"', 'long', undefined, 'lo\\\n  ng'],
    ['double, folded', 'up: "[[lo\n  ng]]"', 'lo ng', undefined, 'lo\n  ng'],
    ['single', "up: '[[it''s]]'", "it's", undefined, "it''s"],
    ['plain over two lines', 'up: see [[long\n  slug]]', 'long slug', undefined, 'long\n  slug'],
    ['in a map in a list', 'up:\n  - a: >-\n      [[x\n      y]]', 'x y', undefined, 'x\n      y'],
  ])('%s', (_name, yaml, target, shown, written) => {
    expect(linksIn(yaml)).toEqual([[target, undefined, shown, expect.stringContaining('[['), written]])
  })

  test('in markdown, over lines', () => {
    expect(linksIn('up: >-\n  [the\n  text](a\\_b.md#part) more')).toEqual([
      ['a_b.md', 'part', 'the text', '[the\n  text](a\\_b.md#part)', 'a\\_b.md'],
    ])
  })
})
