import { expect, test } from '@jest/globals'
import { noteAt, vaultOf } from '../../support/vault-of.ts'

/** Each link of a note: its target as the text has it at its span, and its target and anchor as they are read. */
function linksOf(text: string): readonly string[] {
  return noteAt(vaultOf({ 'a.md': text }), 'a.md').links.map(({ kind, target, anchor, targetSpan, span }) => {
    const written = text.slice(targetSpan.start, targetSpan.end)
    const whole = text.slice(span.start, span.end)
    return `${kind} ${whole} -> ${written} = ${target}${anchor === undefined ? '' : `#${anchor}`}`
  })
}

test.each<[string, readonly string[]]>([
  // HTML: what is in a comment is no tag, and scripts hold none.
  ['<div>\n<!-- <a href="x.md"> -->\n<a href="y.md#h">z</a>\n</div>\n', ['html <a href="y.md#h"> -> y.md = y.md#h']],
  ['<div>\n<script>"<a href=x.md>"</script><a href="y.md">z</a>\n</div>\n', ['html <a href="y.md"> -> y.md = y.md']],
  ['<div>\n<!-- <a href="x.md">\n', []],
  [
    '<img srcset="a.png 1x, b.png 2x" src="c.png" alt="d.png">\n',
    [
      'html <img srcset="a.png 1x, b.png 2x" src="c.png" alt="d.png"> -> a.png = a.png',
      'html <img srcset="a.png 1x, b.png 2x" src="c.png" alt="d.png"> -> b.png = b.png',
      'html <img srcset="a.png 1x, b.png 2x" src="c.png" alt="d.png"> -> c.png = c.png',
    ],
  ],
  ['<constructor href="x.md"> <a toString="y.md">\n', []],
  // References: a label that begins with ^ is a footnote.
  ['[a][^1]\n\n[a]: b.md\n[^1]: note\n', ['reference [a] -> b.md = b.md']],
  [
    '[a][b] [b][] [b] [c][x]\n\n[b]: b.md#h "t"\n',
    ['reference [a][b] -> b.md = b.md#h', 'reference [b][] -> b.md = b.md#h', 'reference [b] -> b.md = b.md#h'],
  ],
  ['[A\n b] [ẞ]\n\n[a   B]: x.md\n[ss]: y.md\n', ['reference [A\n b] -> x.md = x.md', 'reference [ẞ] -> y.md = y.md']],
  ["[a]\n\n[a]: <b c.md> 't'\n", ['reference [a] -> b c.md = b c.md']],
  ['[a]\n\n[a]: b.md "t" x\n', []],
  ['[a]\n\n[a]:\n', []],
  ['[a]: b.md', []],
  ['[]\n\n[]: b.md\n[ ]: c.md\n', []],
  // Destinations.
  [
    '[x](a(b(c)).md) [y](a\\).md) [z](a)b.md)',
    [
      'markdown [x](a(b(c)).md) -> a(b(c)).md = a(b(c)).md',
      'markdown [y](a\\).md) -> a\\).md = a).md',
      'markdown [z](a) -> a = a',
    ],
  ],
  ['[x](<a>b.md>) [y](<a\\>b.md>) [z](<a\nb.md>)', ['markdown [y](<a\\>b.md>) -> a\\>b.md = a>b.md']],
  [
    '[x](a.md "t\\"u") [y](a.md (t)) [z](a.md \'t) [w](a.md "t" u)',
    ['markdown [x](a.md "t\\"u") -> a.md = a.md', 'markdown [y](a.md (t)) -> a.md = a.md'],
  ],
  ['[x]((((((((((a.md))))))))))', []],
  ['[x](a.md', []],
  ['[x]() [y](<>) [z](#h)', ['markdown [x]() ->  = ', 'markdown [y](<>) ->  = ', 'markdown [z](#h) ->  = #h']],
  // Wikilinks.
  [
    '[[ a b ]] [[a|]] [[a| b ]] [[a#]] [[#h|x]] [[|x]] [[a\nb]]',
    [
      'wiki [[ a b ]] -> a b = a b',
      'wiki [[a|]] -> a = a',
      'wiki [[a| b ]] -> a = a',
      'wiki [[a#]] -> a = a#',
      'wiki [[#h|x]] ->  = #h',
    ],
  ],
  ['[[a[[b]] [[c]d]] [[e]]]', ['wiki [[b]] -> b = b', 'wiki [[c]d]] -> c]d = c]d', 'wiki [[e]] -> e = e']],
  ['| a |\n| - |\n| [[b\\|c]] |\n', ['wiki [[b\\|c]] -> b = b']],
  // Links in front matter.
  [
    '---\nsee: "[[#H]]"\nalso: "[[b|x]] and [y](c.md#z)"\nnone: "[[]]"\n---\n\n# H\n',
    ['property [[#H]] ->  = #H', 'property [[b|x]] -> b = b', 'property [y](c.md#z) -> c.md = c.md#z'],
  ],
  [
    "---\nsee: 'it''s [[b]]'\nlist: [\"[[c]]\", '[](d.md)']\n---\n",
    ['property [[b]] -> b = b', 'property [[c]] -> c = c', 'property [](d.md) -> d.md = d.md'],
  ],
  // Addresses.
  [
    '<https://e.org/a> <a@e.org> <b> <foo.bar> <a:b c>',
    [
      'markdown <https://e.org/a> -> https://e.org/a = https://e.org/a',
      'markdown <a@e.org> -> a@e.org = mailto:a@e.org',
    ],
  ],
])('%j', (text, expected) => {
  expect(linksOf(text)).toEqual(expected)
})

test('a wikilink to a heading of its own note has an empty target, whatever blanks stand before it', () => {
  expect(linksOf('[[ #h]] [[#h]]')).toEqual(['wiki [[ #h]] ->  = #h', 'wiki [[#h]] ->  = #h'])
})

test('what a comment in HTML holds is no anchor', () => {
  const text = '<div>\n<!-- <p id="x"> id="y" -->\n<p id="z"></p>\n</div>\n\na <!-- <b id="v"> --> <b id="w">\n'
  expect(noteAt(vaultOf({ 'a.md': text }), 'a.md').anchors).toEqual(['z', 'w'])
})

test('a link in front matter without text of its own has none', () => {
  const text = '---\nsee: ["[](d.md)", "[t](d.md)", "[[d]]", "[[d|]]", "[[d|t]]"]\n---\n'
  expect(
    noteAt(vaultOf({ 'a.md': text }), 'a.md').links.map((link) => ('text' in link ? link.text : undefined)),
  ).toEqual([...[undefined, 't', undefined, undefined, 't']])
})
