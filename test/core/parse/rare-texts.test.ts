import { describe, expect, test } from '@jest/globals'
import type { NotePath } from '../../../src/core/model/note-path.ts'
import type { VaultDialects } from '../../../src/core/model/tool-dialect.ts'
import { countWords } from '../../../src/core/parse/inlines/word-class.ts'
import { parseNote } from '../../../src/core/parse/parse-note.ts'
import { cutWords } from '../../../src/core/parse/prose/summarize.ts'

const docusaurus: VaultDialects = { tools: ['docusaurus'], admonitions: false, sites: [], assets: [], rootMarks: [], pages: false, syntax: ['docusaurus'] } // prettier-ignore
const noteOf = (text: string, dialects?: VaultDialects) =>
  parseNote({ path: 'a.md' as NotePath, text, facts: { size: 0, modifiedMs: 0, createdMs: 0 }, dialects })

describe('the words of a note are those that it shows', () => {
  test.each([
    ['[[one two]]', 2],
    ['[[a|three of them]]', 3],
    ['one [[two three]] four', 4],
    ['![[a b]] c', 1],
    ['![[a b|c d]]', 0],
    ['[two words](x.md)', 2],
    ['![two words](x.png)', 2],
    ['[two words][r]\n\n[r]: x.md', 2],
    ['<https://e.org>', 0],
    ['[[https://e.org/x]]', 0],
    ['#tag word', 2],
    ['**a b** c', 3],
    ['<b>a b</b>', 2],
    ['a ^id', 1],
    ['%% a b %% c', 1],
    ['- [ ] task it', 2],
    ['| a b | c |\n|---|---|\n| d | e |', 5],
    ['# H one\n\ntext', 3],
    ['---\nx: a b\n---\nc', 1],
  ])('%j: %d', (text, words) => {
    expect(noteOf(text).words).toBe(words)
  })
})

test('what stands between two letters parts them, joins them, is one of them or a word of its own', () => {
  const said = (code: number): string => {
    const sign = String.fromCharCode(code)
    return { 2: 'parts', 3: 'word' }[countWords(`a${sign}b`)] ?? (countWords(`a ${sign} b`) === 2 ? 'joins' : 'letter')
  }
  const borders: readonly (readonly [first: number, last: number, kind: string])[] = [
    [0x00, 0x20, 'parts'],
    [0x21, 0x2f, 'joins'],
    [0x30, 0x39, 'letter'],
    [0x3a, 0x40, 'joins'],
    [0x41, 0x5a, 'letter'],
    [0x5b, 0x60, 'joins'],
    [0x61, 0x7a, 'letter'],
    [0x7b, 0x9f, 'joins'],
    [0xa0, 0xa0, 'parts'],
    [0xa1, 0x1fff, 'letter'],
    [0x2000, 0x200a, 'parts'],
    [0x200b, 0x2013, 'joins'],
    [0x2014, 0x2014, 'parts'],
    [0x2015, 0x2027, 'joins'],
    [0x2028, 0x2029, 'parts'],
    [0x202a, 0x206f, 'joins'],
    [0x2070, 0x2e7f, 'letter'],
    [0x2e80, 0x2fff, 'word'],
    [0x3000, 0x3004, 'parts'],
    [0x3005, 0x3005, 'word'],
    [0x3006, 0x303f, 'parts'],
    [0x3040, 0x312f, 'word'],
    [0x3130, 0x319f, 'letter'],
    [0x31a0, 0x9fff, 'word'],
    [0xa000, 0xd7ff, 'letter'],
    [0xf900, 0xfaff, 'word'],
    [0xff00, 0xff0f, 'parts'],
  ]
  for (const [first, last, kind] of borders)
    expect([first, last, said(first), said(last)]).toEqual([first, last, kind, kind])
})

describe('a text is cut at the end of a word, or in one that is longer than half of it', () => {
  test.each([
    ['0123456789', 10, '0123456789'],
    ['01234567890', 10, '012345678…'],
    ['aaaa bbbb cccc', 10, 'aaaa bbbb…'],
    ['a bbbbbbbbbbbbbb', 10, 'a bbbbbbb…'],
    ['aaaaa bbbbbbbbbb', 10, 'aaaaa bbb…'],
    ['aaaaaa bbbbbbbb', 10, 'aaaaaa…'],
    ['aaaaaaaaa bbb', 10, 'aaaaaaaaa…'],
    ['aaaaaaaaaa bbb', 10, 'aaaaaaaaa…'],
    ['abc, def: ghi', 10, 'abc, def…'],
    ['abcdefgh😀😀😀', 10, 'abcdefgh…'],
    ['abcdefg😀😀😀', 10, 'abcdefg😀…'],
    ['', 3, ''],
  ])('%j in %d', (text, length, cut) => {
    expect(cutWords(text, length)).toBe(cut)
  })
})

describe('values of YAML (core schema of YAML 1.2)', () => {
  const same = (value: unknown, ...words: readonly string[]): [string, unknown][] => words.map((word) => [word, value])
  test.each<[string, unknown]>([
    ['-0', 0],
    ['-0.0', 0],
    ['+1', 1],
    ['.5', 0.5],
    ['5.', 5],
    ['1e3', 1000],
    ['1e400', '1e400'],
    ['0x1F', 31],
    ['0o17', 15],
    ['007', '007'],
    ['-07', '-07'],
    ['1_000', '1_000'],
    ['9007199254740993', '9007199254740993'],
    ...same(true, 'true', 'True', 'TRUE'),
    ...same(false, 'false', 'False', 'FALSE'),
    ...same(null, 'null', 'Null', 'NULL', '~'),
    ...['tRUE', 'fALSE', 'nULL', 'yes', 'f', 'n', 't'].flatMap((word) => same(word, word)),
  ])('%s', (written, value) => {
    expect(noteOf(`---\nx: ${written}\n---\n`).metadata['x']).toBe(value)
  })
})

const targetsOf = (text: string, dialects?: VaultDialects) => noteOf(text, dialects).links.map(({ target }) => target)

describe('links beside HTML of blocks (CommonMark 4.6)', () => {
  test.each([
    ['<x>\n[[a]]\n\n[[b]]', ['b']],
    ['<x> \t\n[[a]]', []],
    ['<x> y\n[[a]]', ['a']],
    ['<x y="z">\n[[a]]', []],
    ['<x\n[[a]]', ['a']],
    ['</x>\n[[a]]', []],
    ['<x>a</x>\n[[a]]', ['a']],
    ['<1>\n[[a]]', ['a']],
    ['text\n<x>\n[[a]]', ['a']],
    ['text\n<div>\n[[a]]', []],
    ['<div\n[[a]]', []],
    ['<!X [[a]]>\n[[b]]', ['b']],
    ['<?x [[a]]\n?>\n[[b]]', ['b']],
    ['<![CDATA[ [[a]]\n]]>\n[[b]]', ['b']],
    ['<pre>\n\n[[a]]\n</pre>\n[[b]]', ['b']],
    ['<!-- [[a]]\n\n-->\n[[b]]', ['b']],
    ['<script>[[a]]</script> [[c]]\n[[b]]', ['b']],
  ])('%j', (text, targets) => {
    expect(targetsOf(text)).toEqual(targets)
  })
})

describe('links beside comments of MDX', () => {
  test.each([
    ['{/* [[a]] */} [[b]]', ['b']],
    ['{/*[[a]]*/}[[b]]', ['b']],
    ['{/* [[a]] [[b]]', ['a', 'b']],
    ['{ /* [[a]] */ }', ['a']],
    ['{/* a\n\n[[a]] */}\n\n[[b]]', ['b']],
  ])('%j', (text, targets) => {
    expect(targetsOf(text, docusaurus)).toEqual(targets)
    expect(targetsOf('{/* [[a]] */}')).toEqual(['a'])
  })
})
