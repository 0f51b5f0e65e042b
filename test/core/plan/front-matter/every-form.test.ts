import { expect, test } from '@jest/globals'
import type { Metadata, MetadataValue } from '../../../../src/core/model/note.ts'
import { addItem, aliasList, removeItems, tagsList } from '../../../../src/core/plan/front-matter/list-items.ts'
import type { NoteText } from '../../../../src/core/plan/front-matter/note-text.ts'
import { readProperty } from '../../../../src/core/plan/front-matter/read-property.ts'
import { setProperty, unsetProperty } from '../../../../src/core/plan/front-matter/set-property.ts'
import { textBody } from '../../../../src/core/plan/text/text-body.ts'
import { outcomeOf, withCrlf } from '../../../support/planned.ts'

const note = (text: string): NoteText => textBody({ path: 'a.md' }, text)
const yaml = (front: string): string => `---\n${front}\n---\nB\n`
const toml = (front: string, body = ''): string => `+++\n${front}\n+++\n${body}`
const page = (text: string): NoteText => ({ path: 'a.md', text, bodyStart: 0, form: 'page' })
/** What is done to a text is done to it with the line ends of Windows as well, and nothing else. */
function expectIn(text: string, edit: (text: string) => unknown, expected: string): void {
  const said = (one: string): string => outcomeOf(() => String(edit(one)))
  expect(said(text)).toBe(expected)
  // A single line does not tell how lines end.
  if (text.includes('\n'))
    expect(said(withCrlf(text))).toBe(expected.startsWith('refused: ') ? expected : withCrlf(expected))
}
const isX = (item: string): boolean => item === 'x'

test.each([
  ['tags: [a, ]', 'b', '---\ntags: [a, b ]\n---\nB\n'],
  ['tags: [a,]', 'b', '---\ntags: [a, b]\n---\nB\n'],
  ['tags: [ a ]', 'b', '---\ntags: [ a, b ]\n---\nB\n'],
  ['tags: [a] # why', 'b', '---\ntags: [a, b] # why\n---\nB\n'],
  ['tags: [a]', 'x, y', '---\ntags: [a, "x, y"]\n---\nB\n'],
  ['aliases: [a]', 'x, y', '---\naliases: [a, "x, y"]\n---\nB\n'],
  ['alias: a b', 'c d', '---\nalias: [a b, c d]\n---\nB\n'],
  ['alias: a, b', 'c, d', '---\nalias: [a, b, "c, d"]\n---\nB\n'],
  ['tags: *x', 'c', 'refused: an alias (*) in its YAML would repeat what is not there'],
  ['tags: a, b', 'c d', '---\ntags: [a, b, c d]\n---\nB\n'],
  ['tags: a b', 'c', '---\ntags: a b c\n---\nB\n'],
  ['tags: "a b"', 'c', '---\ntags: "a b c"\n---\nB\n'],
  ["tags: 'a, b'", 'c', "---\ntags: 'a, b, c'\n---\nB\n"],
  ['tags:\n- a\n- b', 'c', '---\ntags:\n- a\n- b\n- c\n---\nB\n'],
  ['tags:\n    - a\n\nk: v', 'c', '---\ntags:\n    - a\n    - c\n\nk: v\n---\nB\n'],
  ['tags:\n  - a', '#x', '---\ntags:\n  - a\n  - "#x"\n---\nB\n'],
  ['tags: []', 'c', '---\ntags: [c]\n---\nB\n'],
  ['tags: ~', 'c', '---\ntags: [c]\n---\nB\n'],
  ['tags: ""', 'c', '---\ntags: [c]\n---\nB\n'],
  ['TAGS: [a]', 'c', '---\nTAGS: [a, c]\n---\nB\n'],
  ['tag: a\ntags: [b]', 'c', '---\ntag: a\ntags: [b, c]\n---\nB\n'],
  ['tags: [\n  a,\n  b\n]', 'c', '---\ntags: [\n  a,\n  b, c\n]\n---\nB\n'],
  ['tags: {a: b}', 'c', 'refused: "tags" holds no list'],
  ['aliases: 5', 'c', '---\naliases: ["5", c]\n---\nB\n'],
  ['tags: [1, 2]', '3', '---\ntags: [1, 2, "3"]\n---\nB\n'],
  ['tags:\n  - a\n  # end', 'c', '---\ntags:\n  - a\n  - c\n  # end\n---\nB\n'],
  ['tags:\n  - [x]\n', 'c', '---\ntags:\n  - [x]\n  - c\n\n---\nB\n'],
  ['tags:\n  - a\nk: 1', 'true', '---\ntags:\n  - a\n  - "true"\nk: 1\n---\nB\n'],
])('to %j is added %j', (front, item, expected) => {
  const list = front.startsWith('alias') ? aliasList : tagsList
  expectIn(yaml(front), (text) => addItem(note(text), list, item), expected)
})

test.each([
  ['tags: [x]', 'B\n'],
  ['tags: [a, x] # c', '---\ntags: [a] # c\n---\nB\n'],
  ['tags: [x, a, b]', '---\ntags: [a, b]\n---\nB\n'],
  ['tags: [a, x, b, x]', '---\ntags: [a, b]\n---\nB\n'],
  ['tags: x', 'B\n'],
  ['tags: "#x"', 'B\n'],
  ['tags: x a', '---\ntags: a\n---\nB\n'],
  ['tags: a, x', '---\ntags: a\n---\nB\n'],
  ['tags: a,x,b', '---\ntags: a, b\n---\nB\n'],
  ['tags:\n  - x', 'B\n'],
  ['tags:\n  - a\n  - x', '---\ntags:\n  - a\n---\nB\n'],
  ['tags:\n  - x\n  - a\nk: v', '---\ntags:\n  - a\nk: v\n---\nB\n'],
  ['tags:\n  - x\n  - x\n  - a', '---\ntags:\n  - a\n---\nB\n'],
  ['tags:\n  - a\n  - "#x"\n  - b # c\nk: v', '---\ntags:\n  - a\n  - b # c\nk: v\n---\nB\n'],
  ['k: v', 'undefined'],
  ['tags: ~', 'undefined'],
  ['tags: 5', 'undefined'],
  ['tags: [a]', 'undefined'],
  ['tags: [x , a]', '---\ntags: [a]\n---\nB\n'],
  ['tags: [ a , x ]', '---\ntags: [ a ]\n---\nB\n'],
  ['tags: [a, x, ]', '---\ntags: [a, ]\n---\nB\n'],
  ['tags:\n- a\n-   x\n', '---\ntags:\n- a\n\n---\nB\n'],
  ['tags: ["[[x]]", a]', '---\ntags: [a]\n---\nB\n'],
])('x is removed from %j', (front, expected) => {
  expectIn(yaml(front), (text) => removeItems(note(text), tagsList, isX), expected)
})

test.each<[string, string, MetadataValue, string]>([
  ['k: v', 'k', null, '---\nk: null\n---\nB\n'],
  ['k: v', 'k', true, '---\nk: true\n---\nB\n'],
  ['k: v', 'k', '', '---\nk: ""\n---\nB\n'],
  ['k:', 'k', 'x', '---\nk: x\n---\nB\n'],
  ['k: ', 'k', 'x', '---\nk: x \n---\nB\n'],
  ['k: # c', 'k', 'x', '---\nk: x # c\n---\nB\n'],
  ['k: v # c', 'k', 'x', '---\nk: x # c\n---\nB\n'],
  ['k:   v', 'k', 'x', '---\nk:   x\n---\nB\n'],
  ['k: |\n  a\n  b', 'k', 'x', '---\nk: x\n---\nB\n'],
  ['k: >-\n  a\n  b\nz: 1', 'k', 'x', '---\nk: x\nz: 1\n---\nB\n'],
  ['k: a\n  b', 'k', 'x', '---\nk: x\n---\nB\n'],
  ['k: [a, b]', 'k', 'x', '---\nk: x\n---\nB\n'],
  ['k:\n  - a\n  - b', 'k', 'x', '---\nk: x\n---\nB\n'],
  ['k:\n  - a\n  - b # c\nz: 1', 'k', 'x', '---\nk: x\nz: 1\n---\nB\n'],
  ['k: v', 'k', ['a', 'b'], '---\nk: [a, b]\n---\nB\n'],
  ['k:\n  - a', 'k', [], '---\nk: []\n---\nB\n'],
  ['k:\n- a', 'k', ['x', 'y'], '---\nk:\n- x\n- "y"\n---\nB\n'],
  ['k: [a]', 'k', ['x', 'y, z'], '---\nk: [x, "y, z"]\n---\nB\n'],
  ['k:\n  a: 1', 'k', 'x', '---\nk: x\n---\nB\n'],
  ['k: {a: 1}', 'k', 'x', '---\nk: x\n---\nB\n'],
  ['l:\n  - a', 'k', ['x'], '---\nl:\n  - a\nk:\n  - x\n---\nB\n'],
  ['l: [a]', 'k', ['x'], '---\nl: [a]\nk: [x]\n---\nB\n'],
  ['l:\n- a', 'k', ['x'], '---\nl:\n- a\nk:\n  - x\n---\nB\n'],
  ['a: 1', 'b c', 'x', '---\na: 1\nb c: x\n---\nB\n'],
  ['a: 1', 'b: c', 'x', '---\na: 1\n"b: c": x\n---\nB\n'],
  ['"k": v', 'k', 'x', '---\n"k": x\n---\nB\n'],
  ["'k': v", 'k', 'x', "---\n'k': x\n---\nB\n"],
  ['k: "v"', 'k', 'x"y', '---\nk: "x\\"y"\n---\nB\n'],
  ["k: 'v'", 'k', "it's", "---\nk: 'it''s'\n---\nB\n"],
  ['k: "v"', 'k', 5, '---\nk: 5\n---\nB\n'],
  ['k: &a v', 'k', 'x', '---\nk: &a x\n---\nB\n'],
  ['k: !!str v', 'k', 'x', '---\nk: !!str x\n---\nB\n'],
  ['k: v\nk: w', 'k', 'x', 'refused: the key "k" is given twice'],
  ['? k\n: v', 'k', 'x', '---\n? k\n: x\n---\nB\n'],
  ['k: v\n', 'k', { a: 1 }, 'refused: its YAML is written in a way that wend does not edit'],
  ['k:\n  - a', 'k', [['a']], 'refused: its YAML is written in a way that wend does not edit'],
  ['', 'k', 'x', '---\n\nk: x\n---\nB\n'],
  ['# only', 'k', 'x', '---\n# only\nk: x\n---\nB\n'],
  ['k : v', 'k', 'x', '---\nk : x\n---\nB\n'],
  ['a: 1\nk:\n\nz: 2', 'k', 'x', '---\na: 1\nk: x\n\nz: 2\n---\nB\n'],
])('in %j %s is set to %j', (front, key, value, expected) => {
  expectIn(yaml(front), (text) => setProperty(note(text), key, value), expected)
})

test.each([
  ['k: v', 'k', 'B\n'],
  ['k: v\nz: 1', 'k', '---\nz: 1\n---\nB\n'],
  ['a: 1\nk: v', 'k', '---\na: 1\n---\nB\n'],
  ['a: 1\nk: |\n  x\n  y\nz: 1', 'k', '---\na: 1\nz: 1\n---\nB\n'],
  ['a: 1\nk: # c\n  - x # d\nz: 1', 'k', '---\na: 1\nz: 1\n---\nB\n'],
  ['# top\nk: v\n# end', 'k', '---\n# top\n# end\n---\nB\n'],
  ['k: v # c', 'k', 'B\n'],
  ['K: v\na: 1', 'k', '---\na: 1\n---\nB\n'],
  ['a: 1\nk:\nz: 1', 'k', '---\na: 1\nz: 1\n---\nB\n'],
  ['a: 1\n\nk: v\n\nz: 1', 'k', '---\na: 1\n\n\nz: 1\n---\nB\n'],
  ['{k: v}', 'k', 'refused: it is not a list of `key: value` lines'],
  ['k: v\nk: w', 'k', 'refused: the key "k" is given twice'],
  ['k: &x 1\nz: *x', 'k', 'refused: an alias (*) in its YAML would repeat what is not there'],
])('from %j %s is removed', (front, key, expected) => {
  expectIn(yaml(front), (text) => unsetProperty(note(text), key), expected)
})

test.each([
  ['B', '---\nk: x\n---\nB', '---\n"n": [x]\n---\nB', 'undefined'],
  ['---\n---\nB', '---\nk: x\n---\nB', '---\n"n": [x]\n---\nB', 'undefined'],
  ['---\r\nk: v\r\n---\r\nB', '---\r\nk: x\r\n---\r\nB', '---\r\nk: v\r\n"n": [x]\r\n---\r\nB', 'B'],
  ['B\r\nC', '---\r\nk: x\r\n---\r\nB\r\nC', '---\r\n"n": [x]\r\n---\r\nB\r\nC', 'undefined'],
  ['---\nk: v\n...\nB', '---\nk: x\n---\n---\nk: v\n...\nB', '---\n"n": [x]\n---\n---\nk: v\n...\nB', 'undefined'],
  ['---\nk: v\n---', '---\nk: x\n---', '---\nk: v\n"n": [x]\n---', ''],
  ['---\nk: v\n--- \nB', '---\nk: x\n--- \nB', '---\nk: v\n"n": [x]\n--- \nB', 'B'],
])('of %j one key is set, one added, one removed', (text, set, added, removed) => {
  expectIn(text, (one) => setProperty(note(one), 'k', 'x'), set)
  expectIn(text, (one) => setProperty(note(one), 'n', ['x']), added)
  expectIn(text, (one) => unsetProperty(note(one), 'k'), removed)
})

test.each<[string, string, MetadataValue, string]>([
  ['k = 1', 'k', 2, '+++\nk = 2\n+++\nB\n'],
  ['k = 1 # c', 'k', 2, '+++\nk = 2 # c\n+++\nB\n'],
  ['k = "a # b" # c', 'k', 'x', '+++\nk = "x" # c\n+++\nB\n'],
  ['k = "a"# c', 'k', 'x', '+++\nk = "x" # c\n+++\nB\n'],
  ["k = 'a#b'", 'k', 'x', '+++\nk = "x"\n+++\nB\n'],
  ['k = [1, 2]', 'k', [3], '+++\nk = [3]\n+++\nB\n'],
  ['k = [\n1]', 'k', [3], 'refused: in TOML only values on one line are changed, and "k" has another form'],
  ['k = """a"""', 'k', 'x', '+++\nk = "x"\n+++\nB\n'],
  ['k = """\na"""', 'k', 'x', 'refused: in TOML only values on one line are changed, and "k" has another form'],
  ['"k k" = 1', 'k k', 2, '+++\n"k k" = 2\n+++\nB\n'],
  ["'k.k' = 1", 'k.k', 2, '+++\n"k.k" = 2\n+++\nB\n'],
  ['k.a = 1', 'k', 2, 'refused: in TOML only values on one line are changed, and "k" has another form'],
  ['[k]\na = 1', 'k', 2, 'refused: in TOML only values on one line are changed, and "k" has another form'],
  ['a = 1\n[t]\nb = 2', 'k', 3, '+++\na = 1\nk = 3\n[t]\nb = 2\n+++\nB\n'],
  ['a = 1\n\n[t]\nb = 2', 'k', 3, '+++\na = 1\n\nk = 3\n[t]\nb = 2\n+++\nB\n'],
  ['[t]\nk = 1', 'k', 3, '+++\nk = 3\n[t]\nk = 1\n+++\nB\n'],
  ['', 'k', 'x', '+++\n\nk = "x"\n+++\nB\n'],
  ['a = 1', 'b c', 'x', '+++\na = 1\n"b c" = "x"\n+++\nB\n'],
  ['a = 1', 'k', null, 'refused: TOML has no empty values'],
  ['a = 1', 'k', { a: 1 }, 'refused: only texts, numbers, true, false and lists of them are written in TOML'],
  ['a = 1', 'k', [{ a: 1 }], 'refused: only texts, numbers, true, false and lists of them are written in TOML'],
  ['a = 1', 'k', [[1]], 'refused: only texts, numbers, true, false and lists of them are written in TOML'],
  ['a = 1', 'k', true, '+++\na = 1\nk = true\n+++\nB\n'],
  ['a = 1', 'k', 1.5, '+++\na = 1\nk = 1.5\n+++\nB\n'],
  ['k = 2024-01-01', 'k', '2024-01-02', '+++\nk = "2024-01-02"\n+++\nB\n'],
  ['  k  =  1', 'k', 2, '+++\nk = 2\n+++\nB\n'],
  ['K = 1', 'k', 2, '+++\nK = 2\n+++\nB\n'],
  ['k = {a = 1}', 'k', 2, '+++\nk = 2\n+++\nB\n'],
  ['k = 1\nK = 2', 'K', 3, '+++\nk = 1\nK = 3\n+++\nB\n'],
  ['k = true', 'k', false, '+++\nk = false\n+++\nB\n'],
  ['k = "a\\"b" # c', 'k', 'x', '+++\nk = "x" # c\n+++\nB\n'],
  ['[[t]]\nk = 1', 'k', 3, '+++\nk = 3\n[[t]]\nk = 1\n+++\nB\n'],
  ['a = 1\nk = = 2', 'k', 3, 'refused: Invalid TOML document: invalid value'],
])('in the TOML %j %s is set to %j', (front, key, value, expected) => {
  expectIn(toml(front, 'B\n'), (text) => setProperty(note(text), key, value), expected)
})

test.each([
  ['k = 1', 'k', '+++\n+++\nB\n'],
  ['k = 1\na = 2', 'k', '+++\na = 2\n+++\nB\n'],
  ['a = 2\nk = 1 # c', 'k', '+++\na = 2\n+++\nB\n'],
  ['a = 1', 'k', 'undefined'],
  ['k = [\n1]', 'k', 'refused: in TOML only values on one line are changed, and "k" has another form'],
  ['[t]\nk = 1', 'k', 'undefined'],
  ['[k]\na=1', 'k', 'refused: in TOML only values on one line are changed, and "k" has another form'],
  ['K = 1\n[t]\nk = 2', 'k', '+++\n[t]\nk = 2\n+++\nB\n'],
])('from the TOML %j %s is removed', (front, key, expected) => {
  expectIn(toml(front, 'B\n'), (text) => unsetProperty(note(text), key), expected)
})

test.each([
  ['tags = ["a"]', '+++\ntags = ["a", "c"]\n+++\n', 'undefined'],
  ['tag = "a"', '+++\ntag = ["a", "c"]\n+++\n', 'undefined'],
  ['tags = "a, b"', '+++\ntags = ["a", "b", "c"]\n+++\n', 'undefined'],
  ['a = 1', '+++\na = 1\ntags = ["c"]\n+++\n', 'undefined'],
  ['tags = []', '+++\ntags = ["c"]\n+++\n', 'undefined'],
  ['Tags = ["x"]', '+++\nTags = ["x", "c"]\n+++\n', '+++\n+++\n'],
  ['tags = ["x", "a"] # c', '+++\ntags = ["x", "a", "c"] # c\n+++\n', '+++\ntags = ["a"] # c\n+++\n'],
  ['tags = ["#x", "a"]', '+++\ntags = ["x", "a", "c"]\n+++\n', '+++\ntags = ["a"]\n+++\n'],
  ['tags = "x a"', '+++\ntags = ["x", "a", "c"]\n+++\n', '+++\ntags = ["a"]\n+++\n'],
  ['tags = "x"', '+++\ntags = ["x", "c"]\n+++\n', '+++\n+++\n'],
])('to a list of the TOML %j c is added, from it x removed', (front, added, removed) => {
  expectIn(toml(front), (text) => addItem(note(text), tagsList, 'c'), added)
  expectIn(toml(front), (text) => removeItems(note(text), tagsList, isX), removed)
})

test.each<[string, string, MetadataValue, string]>([
  ['', 'k', 'x', 'k:: x\n\n'],
  ['- a block', 'k', 'x', 'k:: x\n\n- a block'],
  ['k:: v\n- b', 'k', 'x', 'k:: x\n- b'],
  ['k:: v\n\n- b', 'n', 'x', 'k:: v\nn:: x\n\n- b'],
  ['k:: v', 'n', 'x', 'k:: v\nn:: x'],
  ['k:: v\nz:: 1\n- b', 'z', 'x', 'k:: v\nz:: x\n- b'],
  ['- k:: v\n  z:: 1\n- b', 'n', 'x', '- k:: v\n  z:: 1\n  n:: x\n- b'],
  ['- k:: v\n- b', 'k', 'x', '- k:: x\n- b'],
  ['* k:: v\n- b', 'n', 'x', '* k:: v\n  n:: x\n- b'],
  ['K:: v\n- b', 'k', 'x', 'K:: x\n- b'],
  ['k::\n- b', 'k', 'x', 'k:: x\n- b'],
  ['k:: v\n- b', 'k', '', 'k::\n- b'],
  ['k:: v\n- b', 'k', ['a', 'b'], 'k:: a, b\n- b'],
  ['k:: v\n- b', 'k', ['a, b'], 'refused: a comma parts the items of a property of Logseq'],
  ['k:: v\n- b', 'k', 'a, b', 'k:: a, b\n- b'],
  ['k:: v\n- b', 'k', ['[[a, b]]', 'c'], 'k:: [[a, b]], c\n- b'],
  ['k:: v\n- b', 'k', 'a\nb', 'refused: a property of Logseq stands on one line, without blanks at its ends'],
  ['k:: v\n- b', 'k', ' a', 'refused: a property of Logseq stands on one line, without blanks at its ends'],
  ['k:: v\n- b', 'k', 'a ', 'refused: a property of Logseq stands on one line, without blanks at its ends'],
  ['k:: v\n- b', 'k', null, 'k::\n- b'],
  ['k:: v\n- b', 'k', { a: 1 }, 'refused: a property of Logseq holds no nested value'],
  ['k:: v\n- b', 'k', [['a']], 'refused: a property of Logseq holds no nested value'],
  ['k:: v\n- b', 'k k', 'x', 'refused: a property of Logseq cannot be called "k k"'],
  ['k:: v\r\n- b', 'k', 'x', 'k:: x\r\n- b'],
  ['k:: v\r\n\r\n- b', 'n', 'x', 'k:: v\r\nn:: x\r\n\r\n- b'],
  ['\tk:: v\n- b', 'n', 5, '\tk:: v\n\tn:: 5\n- b'],
  ['k:: v  \n\n\n- b', 'n', true, 'k:: v\nn:: true  \n\n\n- b'],
])('in the page %j %s is set to %j', (text, key, value, expected) => {
  expectIn(text, (one) => setProperty(page(one), key, value), expected)
})

test.each([
  ['k:: v\n- b', 'k', '- b'],
  ['k:: v', 'k', ''],
  ['a:: 1\nk:: v\n- b', 'k', 'a:: 1\n- b'],
  ['- k:: v\n  z:: 1\n- b', 'k', '- z:: 1\n- b'],
  ['- k:: v\n- b', 'k', '- b'],
  ['- k:: v\n  text\n- b', 'k', '- text\n- b'],
  ['- z:: 1\n  k:: v\n- b', 'k', '- z:: 1\n- b'],
  ['a:: 1\n- b', 'k', 'undefined'],
  ['- b\n  k:: v', 'k', 'undefined'],
  ['k:: v\n\n', 'k', ''],
])('from the page %j %s is removed', (text, key, expected) => {
  expectIn(text, (one) => unsetProperty(page(one), key), expected)
})

test.each([
  ['tags:: a\n- b', 'tags:: a, c\n- b', 'undefined', 'tags:: a\nalias:: c\n- b'],
  ['tags:: a, x\n- b', 'tags:: a, x, c\n- b', 'tags:: a\n- b', 'tags:: a, x\nalias:: c\n- b'],
  ['tags:: x\n- b', 'tags:: x, c\n- b', '- b', 'tags:: x\nalias:: c\n- b'],
  [
    'tags:: [[a, b]], x\n- b',
    'tags:: [[a, b]], x, c\n- b',
    'tags:: [[a, b]]\n- b',
    'tags:: [[a, b]], x\nalias:: c\n- b',
  ],
  ['- b', 'tags:: c\n\n- b', 'undefined', 'alias:: c\n\n- b'],
  ['tags::\n- b', 'tags:: c\n- b', 'undefined', 'tags::\nalias:: c\n- b'],
  ['tags:: #x, a\n- b', 'tags:: #x, a, c\n- b', 'tags:: a\n- b', 'tags:: #x, a\nalias:: c\n- b'],
  ['alias:: q\n- b', 'alias:: q\ntags:: c\n- b', 'undefined', 'alias:: q, c\n- b'],
  ['tag:: a\n- b', 'tag:: a, c\n- b', 'undefined', 'tag:: a\nalias:: c\n- b'],
  ['tags:: a, , x\n- b', 'tags:: a, x, c\n- b', 'tags:: a\n- b', 'tags:: a, , x\nalias:: c\n- b'],
])('to the page %j a tag is added, from it one removed, an alias added', (text, tagged, untagged, named) => {
  expectIn(text, (one) => addItem(page(one), tagsList, 'c'), tagged)
  expectIn(text, (one) => removeItems(page(one), tagsList, isX), untagged)
  expectIn(text, (one) => addItem(page(one), aliasList, 'c'), named)
})

test.each<[string, Readonly<Record<string, MetadataValue>>, string]>([
  ['k', {}, 'refused: "k" is not of the form key=value'],
  ['=v', {}, 'refused: "=v" is not of the form key=value'],
  [' = v', {}, 'refused: " = v" is not of the form key=value'],
  ['a\nb=v', {}, 'refused: "a\nb=v" is not of the form key=value'],
  ['k=v', {}, '{"key":"k","value":"v"}'],
  [' k =v', {}, '{"key":"k","value":"v"}'],
  ['k= v ', {}, '{"key":"k","value":" v "}'],
  ['k=-0', {}, '{"key":"k","value":"-0"}'],
  ['k=00', {}, '{"key":"k","value":"00"}'],
  ['k=0', {}, '{"key":"k","value":0}'],
  ['k=-1.5', {}, '{"key":"k","value":-1.5}'],
  ['k=.5', {}, '{"key":"k","value":".5"}'],
  ['k=5.', {}, '{"key":"k","value":"5."}'],
  ['k=12345678901234567890', {}, '{"key":"k","value":"12345678901234567890"}'],
  ['k=false', {}, '{"key":"k","value":false}'],
  ['k=FALSE', {}, '{"key":"k","value":"FALSE"}'],
  ['Tags=a', {}, '{"key":"Tags","value":["a"]}'],
  ['keywords=a, b', {}, '{"key":"keywords","value":["a","b"]}'],
  ['cssclasses=a', {}, '{"key":"cssclasses","value":["a"]}'],
  ['alias=a,b', {}, '{"key":"alias","value":["a","b"]}'],
  ['topic=1', {}, '{"key":"topic","value":["1"]}'],
  ['tags=a,b', { tags: 'x' }, '{"key":"tags","value":"a,b"}'],
  ['k=a,b', { k: ['x'] }, '{"key":"k","value":["a","b"]}'],
  ['k=1,true,b', { k: ['x'] }, '{"key":"k","value":[1,true,"b"]}'],
  ['k=[a, b]', { k: [] }, '{"key":"k","value":["a","b"]}'],
  ['k= [ a ] ', { k: [] }, '{"key":"k","value":["a"]}'],
  ['k=[[a, b]], c', { k: [] }, '{"key":"k","value":["[[a, b]]","c"]}'],
  ['k=["a, b", c]', { k: [] }, '{"key":"k","value":["a, b","c"]}'],
  [`tags=['it''s, so' , "say \\"x\\"",d e]`, {}, '{"key":"tags","value":["it\'s, so","say \\"x\\"","d e"]}'],
  ['k=["a" b, "c]', { k: [] }, '{"key":"k","value":["\\"a\\" b","\\"c"]}'],
  ['k=[x, [[a, b]], [[c]', { k: [] }, '{"key":"k","value":["x","[[a, b]]","[[c"]}'],
  ['k="a",b', { k: [] }, '{"key":"k","value":["\\"a\\"","b"]}'],
  ['k=,a,,b,', { k: [] }, '{"key":"k","value":["a","b"]}'],
  ['k=', { k: [] }, '{"key":"k","value":[]}'],
  ['tags=', {}, '{"key":"tags","value":[]}'],
  ['K=v', { k: 'w' }, '{"key":"k","value":"v"}'],
  ['a+-=1', {}, '{"key":"a+-","value":1}'],
  ['++=1', {}, '{"key":"++","value":1}'],
  ['tag-=x', {}, 'refused: "tag-=" adds or removes nothing: = sets the whole of a key'],
  ['Alias+=x', {}, 'refused: "Alias+=" adds or removes nothing: = sets the whole of a key'],
  ['related+=x', {}, 'refused: "related+=" adds or removes nothing: = sets the whole of a key'],
  ['+=x', {}, '{"key":"+","value":"x"}'],
])('%j is read beside %j', (argument, metadata, expected) => {
  expect(outcomeOf(() => JSON.stringify(readProperty(argument, metadata)))).toBe(expected)
})

test.each(['tags', 'tag', 'aliases', 'alias', 'topics', 'topic', 'cssclasses', 'keywords', 'Tags', 'other'])(
  'commas part what %s is given where it holds a list or nothing yet, not where it holds a text',
  (key) => {
    const given = (held: Metadata): unknown => readProperty(`${key}=x, 5`, held).value
    const isList = key !== 'other'
    expect([given({}), given({ [key]: ['a'] }), given({ [key]: 'a' }), given({ [key]: null })]).toEqual([
      isList ? ['x', '5'] : 'x, 5',
      isList ? ['x', '5'] : ['x', 5],
      'x, 5',
      isList ? ['x', '5'] : 'x, 5',
    ])
  },
)

test.each<[string, string]>([
  ['---\na: &x [1]\nb: *x\n---\n', 'an alias (*) in its YAML would repeat what is not there'],
  ['---\na: &x [*x]\n---\n', 'its YAML repeats itself by aliases (&, *) too often'],
  ['---\n? [a]\n: 1\n---\n', 'it has keys that are not plain text'],
  ['---\n- a\n---\n', 'it is not a list of `key: value` lines'],
  ['---\n5\n---\n', 'it is not a list of `key: value` lines'],
])('in %j a key is not set: %s', (text, why) => {
  expect(outcomeOf(() => setProperty(note(text), 'a', 'z'))).toBe(`refused: ${why}`)
})

test('front matter in JSON is not changed', () => {
  const text = '{"a": 1}\nB'
  expect(outcomeOf(() => setProperty({ path: 'a.md', text, bodyStart: 9, form: 'json' }, 'a', 'z'))).toBe(
    'refused: it is JSON, which is read and not changed',
  )
})

test.each([
  ['---\ntags:\n  - a\n  - x\n---', '---\ntags:\n  - a\n---'],
  ['---\ntags:\n  - x\n  - a\n---', '---\ntags:\n  - a\n---'],
  ['---\ntags:\n  - x\n  - a\n  - x\n  - b\n---\nB', '---\ntags:\n  - a\n  - b\n---\nB'],
  ['---\ntags:\n  - a # c\n  - x # d\n  # e\n  - b\n---\nB', '---\ntags:\n  - a # c\n  # e\n  - b\n---\nB'],
  ['---\ntags: [ "]" , x]\n---\n', '---\ntags: [ "]"]\n---\n'],
])('from the list of %j x is taken, and nothing beside it', (text, expected) => {
  expectIn(text, (one) => removeItems(note(one), tagsList, isX), expected)
})
