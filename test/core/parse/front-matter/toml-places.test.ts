import { describe, expect, test } from '@jest/globals'
import { tomlStrings } from '../../../../src/core/parse/front-matter/toml.ts'
import { readFrontMatter } from '../../../../src/core/parse/front-matter.ts'

const read = (toml: string): ReturnType<typeof readFrontMatter> => readFrontMatter(`+++\n${toml}\n+++\nbody`)

describe('the strings of TOML that stand as values', () => {
  // The key, `basic` as b, else l, and what stands inside, of each.
  test.each([
    ['a = "x"', ['a b x']],
    ["a = 'x'", ['a l x']],
    ['a = ""', ['a b ']],
    ['a = "x\\"y" # "no"', ['a b x\\"y']],
    ["a = 'it' # don't", ['a l it']],
    ['a = """x"""', ['a b x']],
    ['a = """\nx\n"y" ""z"""\nb = "w"', ['a b \nx\n"y" ""z', 'b b w']],
    ["a = '''x\n'y' '''\nb = 'w'", ["a l x\n'y' ", 'b l w']],
    ['a = ["x", \'y\', """z"""]', ['a b x', 'a l y', 'a b z']],
    ['a = [\n  "x", # "c"\n  "y",\n]\nb = "z"', ['a b x', 'a b y', 'b b z']],
    ['"a" = "x"', [' b x']],
    ["'a'= 'x'", [' l x']],
    ['a."b" = "x"', ['a b x']],
    ['a . b = "x"', ['a b x']],
    ['a-b_1 = "x"', ['a-b_1 b x']],
    ['  a = "x"', ['a b x']],
    ['a = 1\nb = "x"', ['b b x']],
    ['a = "x"\n[t]\nb = "y"\n[[u.v]]\nc = "z"', ['a b x', 't b y', 'u b z']],
    ['[ t ]\nb = {c = "y", "d" = "z"}', ['t b y', 't b z']],
    ['a = "x"\r\nb = "y"\r\n', ['a b x', 'b b y']],
    ['# "no"\na = true', []],
  ])('%j', (toml, expected) => {
    const strings = tomlStrings(toml)
    expect(
      strings.map(({ key, start, end, basic }) => `${key} ${basic ? 'b' : 'l'} ${toml.slice(start, end)}`),
    ).toEqual(expected)
  })
})

describe('links of TOML', () => {
  // Target, what stands at the place of the target, how it is quoted, line and column of the link.
  test.each([
    ['up = "[[a]]"', ['a', 'a', 'double', 2, 7]],
    ["up = '[[a]]'", ['a', 'a', 'block', 2, 7]],
    ["up = 'x\\[[a]]'", ['a', 'a', 'block', 2, 9]],
    ['up = "x \\"[[caf\\u00e9|d]]"', ['café', 'caf\\u00e9', 'double', 2, 11]],
    ['up = "\\u005b[a]]"', ['a', 'a', 'double', 2, 7]],
    ['up = """\nx\n[[a]]"""', ['a', 'a', 'double', 4, 1]],
    ['up = "[x](a%20b.md)"', ['a%20b.md', 'a%20b.md', 'double', 2, 7]],
  ])('%j', (toml, expected) => {
    const text = `+++\n${toml}\n+++\nbody`
    const { links } = readFrontMatter(text)
    expect(
      links.map(({ target, targetSpan, quoting, line, column }) => [
        target,
        text.slice(targetSpan.start, targetSpan.end),
        quoting,
        line,
        column,
      ]),
    ).toEqual([expected])
  })

  test.each(['up = "a"', 'up = "\\\\[a]"', '# [[a]]\nup = 1', '"[[a]]" = 1'])('%j has none', (toml) => {
    expect(read(toml).links).toEqual([])
  })
})

describe('values of TOML', () => {
  test.each([
    ['a = 1.5\nb = -2\nc = 0x1F\nd = 1_000', { a: 1.5, b: -2, c: 31, d: 1000 }],
    ['a = inf\nb = nan', { a: 'Infinity', b: 'NaN' }],
    ['a = 9223372036854775807', { a: '9223372036854775807' }],
    ['a = true\nb = false', { a: true, b: false }],
    ['a = 2024-05-01', { a: '2024-05-01' }],
    ['a = 10:30:00', { a: '10:30:00' }],
    ['a = 2024-05-01T10:30:00', { a: '2024-05-01T10:30:00' }],
    ['a = 2024-05-01 10:30:00.5Z', { a: '2024-05-01T10:30:00.500Z' }],
    ['a = 2024-05-01T10:30:00+02:00', { a: '2024-05-01T10:30:00+02:00' }],
    ['a = [1, "x", [true]]', { a: [1, 'x', [true]] }],
    ['a = {b = {c = 1}}\n[t]\nx = 1', { a: { b: { c: 1 } }, t: { x: 1 } }],
    ['', {}],
  ])('%j', (toml, expected) => {
    const { metadata, problems } = read(toml)
    expect([metadata, problems]).toEqual([expected, []])
  })

  test('a date of a list and of a table is a text, too', () => {
    expect(read('a = [2024-05-01]\n[t]\nd = 2024-05-01').metadata).toEqual({
      a: ['2024-05-01'],
      t: { d: '2024-05-01' },
    })
  })

  test('what is wrong is said where it stands, without the words of the library', () => {
    // Line and column, as smol-toml counts them, of the note.
    const places = ['a = 1\nb = x', 'a = 1\nb = 2\na = 3', '= x', 'a = 1\nb = "x'].map((toml) => {
      const { problems, metadata } = read(toml)
      expect(metadata).toEqual({})
      return problems.map(({ line, column, reason }) => [line, column, /^Invalid|\n|\.$/.test(reason)])
    })
    expect(places).toEqual([[[3, 5, false]], [[4, 1, false]], [[2, 1, false]], [[3, 7, false]]])
  })

  test('a megabyte is refused', () => {
    const { problems } = read(`a = "${'x'.repeat(1_048_571)}"`)
    expect(problems).toMatchObject([{ reason: 'front matter is longer than 1 MB', line: 2, column: 1 }])
    expect(read(`a = "${'x'.repeat(1_048_569)}"`).problems).toEqual([])
  })
})
