import { describe, expect, test } from '@jest/globals'
import { plainText } from '../../../src/core/parse/plain-text.ts'
import { scanMarkdown } from '../../../src/core/parse/scan-markdown.ts'

describe('plain text', () => {
  test.each([
    ['a  b\nc', 'a b c'],
    ['*a* **b** ***c*** _d_ __e__', 'a b c d e'],
    ['snake_case_name and 2 * 3 * 4', 'snake_case_name and 2 * 3 * 4'],
    ['**a *b* c**', 'a b c'],
    ['*a **b*', '*a *b'],
    ['~~a~~ ==b== ~c~', 'a b c'],
    ['a ~ b = c', 'a ~ b = c'],
    ['`` a ` b ``', 'a ` b'],
    ['`*a*`', '*a*'],
    ['[a](b) [c][d] ![e](f)', 'a [c][d] e'],
    ['![[a.png|300]] ![[a.png|b]]', 'b'],
    ['a ^[b [c](d)] e', 'a e'],
    ['costs $2, **b** and $x^2$', 'costs $2, b and $x^2$'],
    ['[a]', '[a]'],
    ['[[a]] [[b|c]] [[d#e]] [[#f]] [[g#^h]]', 'a c d > e f g'],
    ['a ![[b]]', 'a'],
    ['a[^1] b', 'a b'],
    ['<b>a</b> <!-- c --> <https://e.org>', 'a https://e.org'],
    ['a<br>b', 'a b'],
    ['a %%b%% c', 'a c'],
    ['\\*a\\* &amp; &#98; &nosuch;', '*a* & b &nosuch;'],
    ['$a_b*c*$', '$a_b*c*$'],
    ['#tag', '#tag'],
    ['a\\\nb', 'a b'],
  ])('of %j is %j', (markdown, text) => {
    expect(plainText(markdown)).toBe(text)
  })
})

describe('hashtags', () => {
  test.each([
    ['#a b', ['a']],
    ['x #a/b-c_d.', ['a/b-c_d']],
    ['#été #中 #😀', ['été', '中', '😀']],
    ['#1984 #1984a #a1', ['1984a', 'a1']],
    ['#️⃣ #⃣ #❤️', ['❤️']],
    ['#a#b', ['a']],
    ['a#b (#c)', []],
    ['# a', []],
    ['\\#a', []],
    ['`#a` $#a$ %%#a%% <!-- #a -->', []],
    ['[#a](b) [[#a]] [x](#a) <https://e.org/#a>', []],
    ['[see #a](b) [see #a][r] ![see #a](b) [[b|see #a]] [*see #a*](b)\n\n[r]: c', []],
    ['[see #a] (see #b)', ['a', 'b']],
    ['- #a\n- [ ] #b', ['a', 'b']],
    ['## H #a', ['a']],
    ['| #a |\n|---|\n| #b |', ['a', 'b']],
    ['#a/ #b', ['a', 'b']],
    ['##a', []],
  ])('in %j are %j', (markdown, expected) => {
    expect(scanMarkdown(markdown, 0).inlineTags.map(({ tag }) => tag)).toEqual(expected)
  })
})

describe('footnotes', () => {
  test.each([
    ['a[^1] b[^n-2]', ['mark 1', 'mark n-2']],
    ['a[^1]\n\n[^1]: b', ['mark 1', 'definition 1']],
    ['a\n[^1]: b', ['definition 1']],
    ['[^1]: a[^2]\n[^2]: b', ['definition 1', 'mark 2', 'definition 2']],
    ['[^a b] `[^1]` \\[^1] [^1](x)', []],
  ])('in %j are %j', (markdown, expected) => {
    expect(scanMarkdown(markdown, 0).footnotes.map(({ role, id }) => `${role} ${id}`)).toEqual(expected)
  })
})

describe('words', () => {
  test.each([
    ['', 0],
    ["It's a well-known fact: 3.14 is near.", 7],
    ['# Two words\n\n- three more words', 5],
    ['a `code` $m$ %%c%% <!-- c -->', 1],
    ['```\ncode\n```', 0],
    ['[two words](a/path/that/counts/nothing.md)', 2],
    ['[[a/path|two words]] [[name]]', 3],
    ['中文字', 3],
    ['- * | --- !', 0],
  ])('of %j are %i', (markdown, words) => {
    expect(scanMarkdown(markdown, 0).words).toBe(words)
  })
})

describe('unbalanced mathematics', () => {
  test.each([
    ['$$ a', '$$'],
    ['a $\\alpha + b', '$'],
    ['$$\na\n\nb', '$$'],
    ['$\\frac{a{b}$', '{'],
    ['a $x}$ b', '}'],
    ['$$\n\\text{a\n$$', '{'],
  ])('in %j is reported', (markdown, written) => {
    const [problem] = scanMarkdown(markdown, 0).problems
    expect(problem).toMatchObject({ code: 'unbalanced-math' })
    expect(markdown.slice(problem?.span.start, problem?.span.end)).toBe(written)
  })

  test.each([
    '$5 and $6',
    '$a$',
    '$$a$$',
    '$$\na\n\nb\n$$',
    '`$$`',
    'costs $',
    '$\\{a$',
    '$$ a % {\n$$',
    '$\\frac{a}{b}$',
    '\\$$\\alpha$',
    '$$$$$',
  ])('not in %j', (markdown) => {
    expect(scanMarkdown(markdown, 0).problems).toEqual([])
  })
})
