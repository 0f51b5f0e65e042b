import { isUrl } from '../../../src/core/parse/links/unescape.ts'
import { describe, expect, test } from '@jest/globals'
import { linksIn } from './show-links.ts'
import { scanMarkdown } from '../../../src/core/parse/scan-markdown.ts'

describe('markdown links (links.md section 3)', () => {
  test.each([
    ['[t](a.md)', ['markdown a.md|t']],
    ['[t](a.md#h "title")', ['markdown a.md#h|t']],
    ["[t](a.md 'title')", ['markdown a.md|t']],
    ['[t](a%20b.md)', ['markdown a%20b.md|t']],
    ['[t](a%23b.md)', ['markdown a%23b.md|t']],
    ['[t](<a b.md>)', ['markdown a b.md|t']],
    ['[t](<a b.md#c d>)', ['markdown a b.md#c d|t']],
    ['[t](a(b).md)', ['markdown a(b).md|t']],
    ['[t](a\\(b.md)', ['markdown a(b.md|t']],
    ['[t](a\\#b.md)', ['markdown a#b.md|t']],
    ['[t](a&amp;b.md)', ['markdown a&b.md|t']],
    ['[t](a&#32;b.md)', ['markdown a b.md|t']],
    ['[t](a.md?raw=1#h)', ['markdown a.md?raw=1#h|t']],
    ['[t](#h)', ['markdown #h|t']],
    ['[t]()', ['markdown |t']],
    ['[](a.md)', ['markdown a.md']],
    ['[**b** `c`](a.md)', ['markdown a.md|b c']],
    ['[a [b](c)](d)', ['markdown c|b']],
    ['[t](a b)', []],
    ['[t](a\\ b.md)', []],
    ['[t](<a\\>b.md>)', ['markdown a>b.md|t']],
    ['[t](a.md "x \\" y")', ['markdown a.md|t']],
    ['[t](<a.md>"x")', []],
    ['[t](a.md\r\n"x")', ['markdown a.md|t']],
    ['<https://e.org/a b>', []],
    ['<iframe src="a.html"></iframe>', ['html a.html']],
    ['<embed src="a.pdf"> <audio src="b.ogg"></audio> <track src="c.vtt">', ['html a.pdf', 'html b.ogg', 'html c.vtt']],
    [
      '<video src="a.mp4" poster="b.png"></video> <object data="c.svg"></object>',
      ['html a.mp4', 'html b.png', 'html c.svg'],
    ],
    ['<div>\n<!-- <a href="x.md"> -->\n<a href="y.md">t</a>', ['html y.md']],
    ['<div>\n<!-- <a href="x.md">', []],
    ['<div>\n< <a href="y.md">t</a>', ['html y.md']],
    ['<div>\n<script>"<a href=\'x.md\'>"</script>\n<a href="y.md">t</a>', ['html y.md']],
    ['![alt *x*](i.png)', ['image i.png|alt x']],
    ['[![alt](i.png)](a.md)', ['markdown a.md|alt', 'image i.png|alt']],
    ['<https://e.org/a#b>', ['markdown https://e.org/a#b']],
    ['<me@e.org>', ['markdown mailto:me@e.org']],
    ['https://e.org', []],
    ['[t](https://e.org)', ['markdown https://e.org|t']],
  ])('%j', (markdown, expected) => {
    expect(linksIn(markdown)).toEqual(expected)
  })

  test.each([
    ['[t][r]\n\n[r]: a.md', ['reference a.md|t']],
    ['[r][]\n\n[r]: a.md#h', ['reference a.md#h|r']],
    ['[r]\n\n[r]: <a b.md> "title"', ['reference a b.md|r']],
    ['[R  x]\n\n[r X]: a.md', ['reference a.md|R x']],
    ['[ẞ]\n\n[SS]: a.md', ['reference a.md|ẞ']],
    ['![alt][r]\n\n[r]: i.png', ['image i.png|alt']],
    ['[r] [r]\n\n[r]: a.md', ['reference a.md|r', 'reference a.md|r']],
    ['[r]\n\n[r]: a.md\n[r]: b.md', ['reference a.md|r']],
    ['[r]\n\n> [r]: a.md', ['reference a.md|r']],
    ['[r]\n\n[r]:\na.md\n"a\ntitle"', ['reference a.md|r']],
    ['text\n[r]: a.md\n\n[r]', []],
  ])('%j', (markdown, expected) => {
    expect(linksIn(markdown)).toEqual(expected)
  })

  test('each use of a reference is a link of its own, which is written in the definition', () => {
    const markdown = 'a [t][r]\n\n[r]: <x y.md#h> "t"'
    const [link] = scanMarkdown(markdown, 0).links
    expect(link).toMatchObject({ kind: 'reference', label: 'r', angle: true, line: 1, column: 3 })
    expect(markdown.slice(link?.span.start, link?.span.end)).toBe('[t][r]')
    expect(markdown.slice(link?.targetSpan.start, link?.targetSpan.end)).toBe('x y.md')
  })

  test('definitions know their uses, and which of a label counts', () => {
    const markdown = '[a] [a][] ![x][A]\n\n[a]: x.md#h\n[a]: y.md\n[b]: z.md'
    expect(scanMarkdown(markdown, 0).definitions).toMatchObject([
      { label: 'a', target: 'x.md', anchor: 'h', uses: 3, duplicate: false, line: 3 },
      { label: 'a', target: 'y.md', uses: 0, duplicate: true, line: 4 },
      { label: 'b', target: 'z.md', uses: 0, duplicate: false, line: 5 },
    ])
  })

  test.each([
    ['<a href="a.md#h">t</a>', ['html a.md#h']],
    ['<A HREF=a.md>', ['html a.md']],
    ["<div>\n<img\nsrc='i.png' />\n</div>", ['html i.png']],
    ['<a href="a&amp;b.md">', ['html a&b.md']],
    ['<pre><a href="a.md"></pre>', ['html a.md']],
    ['<link href="a.css">', []],
    ['<div>\n<!-- <a href="a.md"> -->\n</div>', []],
    ['<!-- <a href="a.md">', []],
    ['<script>\n"<a href=\'a.md\'>"\n</script>', []],
    ['`<a href="a.md">`', []],
  ])('%j', (markdown, expected) => {
    expect(linksIn(markdown)).toEqual(expected)
  })

  test.each([
    ['[t](my note.md)', 'my note.md'],
    ['[t](a/my note)', 'a/my note'],
    ['[t](my note.md#part two)', 'my note.md#part two'],
    ['![t](my image.png)', 'my image.png'],
  ])('a raw space in %j is reported', (markdown, written) => {
    const [problem] = scanMarkdown(markdown, 0).problems
    expect(problem).toMatchObject({ code: 'unencoded-space', line: 1 })
    expect(markdown.slice(problem?.span.start, problem?.span.end)).toBe(written)
  })

  test.each([
    '[t](a.md "x y")',
    '[t](<a b.md>)',
    'f[i](a, b)',
    '[1](see there, page 3)',
    '[t] (a b.md)',
    '`[t](a b.md)`',
  ])('nothing is reported for %j', (markdown) => {
    expect(scanMarkdown(markdown, 0).problems).toEqual([])
  })
})

describe('what leaves the vault', () => {
  test.each([
    ['https://e.org', true],
    ['mailto:a@e.org', true],
    ['//e.org/a', true],
    ['c:/a.md', false],
    ['a.md', false],
    ['a/b:c.md', false],
  ])('%j: %j', (target, leaves) => {
    expect(isUrl(target)).toBe(leaves)
  })
})
