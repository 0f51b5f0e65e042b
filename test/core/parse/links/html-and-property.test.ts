import { describe, expect, test } from '@jest/globals'
import { readFrontMatter } from '../../../../src/core/parse/front-matter.ts'
import { readInline } from '../../../../src/core/parse/inlines/read-inline.ts'
import { dialects } from '../../../../src/core/parse/links/dialects.ts'
import { scanMarkdown } from '../../../../src/core/parse/scan-markdown.ts'

/** Links as `kind target#anchor |shown «as written» «its target» line:column`, then anchors. */
function found(text: string): readonly string[] {
  const { links, anchors } = scanMarkdown(text, 0)
  return [
    ...links.map((link) => {
      const { kind, target, anchor, span, targetSpan, line, column } = link
      const words = 'text' in link && link.text !== undefined ? ` |${link.text}` : ''
      const places = [span, targetSpan].map(({ start, end }) => `«${text.slice(start, end)}»`).join(' ')
      return `${kind} ${target}${anchor === undefined ? '' : `#${anchor}`}${words} ${places} ${String(line)}:${String(column)}`
    }),
    ...anchors.map((anchor) => `{${anchor}}`),
  ]
}

describe('links of HTML', () => {
  test.each([
    ['x <a href="b.md#c">d</a>', ['html b.md#c «<a href="b.md#c">» «b.md» 1:3']],
    ['<a href="a b, c.md">', ['html a b, c.md «<a href="a b, c.md">» «a b, c.md» 1:1']],
    ["<A HREF='b'>", ["html b «<A HREF='b'>» «b» 1:1"]],
    ['<a href=b>', ['html b «<a href=b>» «b» 1:1']],
    [
      '<img src="a.png" srcset="b.png 1x, c.png 2x">',
      [
        'html a.png «<img src="a.png" srcset="b.png 1x, c.png 2x">» «a.png» 1:1',
        'html b.png «<img src="a.png" srcset="b.png 1x, c.png 2x">» «b.png» 1:1',
        'html c.png «<img src="a.png" srcset="b.png 1x, c.png 2x">» «c.png» 1:1',
      ],
    ],
    [
      '<source srcset=" a,b.png 100w , c.png">',
      [
        'html a,b.png «<source srcset=" a,b.png 100w , c.png">» «a,b.png» 1:1',
        'html c.png «<source srcset=" a,b.png 100w , c.png">» «c.png» 1:1',
      ],
    ],
    ['<video src=a poster=b>', ['html a «<video src=a poster=b>» «a» 1:1', 'html b «<video src=a poster=b>» «b» 1:1']],
    ...['area href', 'audio src', 'track src', 'iframe src', 'embed src', 'object data'].map(
      (tag) => [`<${tag}=b>`, [`html b «<${tag}=b>» «b» 1:1`]] as const,
    ),
    ['<p href=b><a src=b><div data=b><img href=b poster=c>', []],
    ['<a id="b"><a name=c><p id=d><p name=e><img name=f>', ['{b}', '{c}', '{d}']],
    ['</a href=b>', []],
    ['<!-- <a href=b> -->', []],
    ['`<a href=b>` <a href=c>', ['html c «<a href=c>» «c» 1:14']],
    [
      '<div>\n<a href=b>\n<!-- <a href=c> --> <a\nhref=d>\n</div>',
      ['html b «<a href=b>» «b» 2:1', 'html d «<a\nhref=d>» «d» 3:21'],
    ],
    ['<div>\n<!-- <a href=b>\n</div>', []],
    ['<div> < <a href=b>', ['html b «<a href=b>» «b» 1:9']],
    ['<script>\n"<a href=b>"\n</script><a href=c>', ['html c «<a href=c>» «c» 3:10']],
    ['<style>\n<a href=b>\n</style>', []],
    ['<script>\n<a href=b>', []],
    ['<div>\n<scripts><a href=b>', ['html b «<a href=b>» «b» 2:10']],
    ['> <div>\n> <a href=b>', ['html b «<a href=b>» «b» 2:3']],
    ['> a <a\n> href="b">', ['html b «<a\n> href="b">» «b» 1:5']],
  ] as readonly (readonly [string, readonly string[]])[])('%j', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })
})

describe('autolinks and sizes', () => {
  test.each([
    ['<https://e.org/a#b>', ['markdown https://e.org/a#b «<https://e.org/a#b>» «https://e.org/a» 1:1']],
    ['x <a@b.org>', ['markdown mailto:a@b.org «<a@b.org>» «a@b.org» 1:3']],
    ['<ab:>', ['markdown ab: «<ab:>» «ab:» 1:1']],
    ['<a:b> <1a:b> <https://e.org a> <a@b_c>', []],
    [`<${'a'.repeat(32)}:b>`, [`markdown ${'a'.repeat(32)}:b «<${'a'.repeat(32)}:b>» «${'a'.repeat(32)}:b» 1:1`]],
    [`<${'a'.repeat(33)}:b>`, []],
  ])('%j', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  test.each([
    ['![[a.png|300]]', '300', undefined],
    ['![[a.png|300x20]]', '300x20', undefined],
    ['![[a.png|300x]]', undefined, '300x'],
    ['![[a.png|x]]', undefined, 'x'],
    ['![[a.png]]', undefined, undefined],
    ['[[a|300]]', undefined, '300'],
  ])('the size of %j', (text, size, shown) => {
    const [token] = readInline(text)
    if (token?.type !== 'link') throw new Error('no link')
    expect(token.size).toBe(size)
    if (shown !== undefined) expect(token.children).toMatchObject([{ type: 'text', text: shown }])
    expect(token.bare).toBe(shown === undefined)
  })
})

describe('links of front matter', () => {
  function properties(yaml: string): readonly string[] {
    const text = `---\n${yaml}\n---\n`
    return readFrontMatter(text).links.map((link) => {
      const { kind, key, syntax, target, anchor, text: shown, span, targetSpan, line, column } = link
      const places = [span, targetSpan].map(({ start, end }) => `«${text.slice(start, end)}»`).join(' ')
      return `${kind} ${key} ${syntax} ${target}${anchor === undefined ? '' : `#${anchor}`}${shown === undefined ? '' : ` |${shown}`} ${places} ${String(line)}:${String(column)}`
    })
  }

  test.each([
    ['a: "[[b#c|d]]"', ['property a wiki b#c |d «[[b#c|d]]» «b» 2:5']],
    ['a: "x ![[b]] y"', ['property a wiki b «![[b]]» «b» 2:7']],
    ['a: "[[#c]]"', ['property a wiki #c «[[#c]]» «» 2:5']],
    ['a: "[[]] [[|x]] [[b"', []],
    ['a: "[[b [[c]]"', ['property a wiki c «[[c]]» «c» 2:9']],
    ['a: "[x](b.md#c)"', ['property a markdown b.md#c |x «[x](b.md#c)» «b.md» 2:5']],
    ['a: "![x](b.png)"', ['property a markdown b.png |x «![x](b.png)» «b.png» 2:5']],
    [
      'a: "[](b.md) [y](<c d.md> \'t\')"',
      [
        'property a markdown b.md «[](b.md)» «b.md» 2:5',
        "property a markdown c d.md |y «[y](<c d.md> 't')» «c d.md» 2:14",
      ],
    ],
    ['a: "[x](b c) [x]"', []],
    [
      'a: "[x](b.md) [[c]] [y](d.md)"',
      [
        'property a markdown b.md |x «[x](b.md)» «b.md» 2:5',
        'property a wiki c «[[c]]» «c» 2:15',
        'property a markdown d.md |y «[y](d.md)» «d.md» 2:21',
      ],
    ],
    ["a: 'it''s [[b''c]]'", ["property a wiki b'c «[[b''c]]» «b''c» 2:11"]],
    ['a: "\\t[[caf\\u00e9]]"', ['property a wiki café «[[caf\\u00e9]]» «caf\\u00e9» 2:7']],
    ['a: [[b]]\nc:\n  - [[d|e]]', ['property a wiki b «[[b]]» «b» 2:4', 'property c wiki d |e «[[d|e]]» «d» 4:5']],
    ['a: |\n  [[b]]\n  c [[d]]', ['property a wiki b «[[b]]» «b» 3:3', 'property a wiki d «[[d]]» «d» 4:5']],
    ['a: https://e.org', []],
  ])('%j', (yaml, expected) => {
    expect(properties(yaml)).toEqual(expected)
  })
})

describe('links are written as their syntax wants them', () => {
  const place = { target: 'a b', anchor: 'c' }
  test.each([
    ['wiki', '[[a b#c]]', '[[a b#c|t]]', 'a b > c', false],
    ['embed', '![[a b#c]]', '![[a b#c|t]]', 'a b > c', true],
    ['markdown', '[a b](a b#c)', '[t](a b#c)', 'a b#c', false],
    ['image', '![](a b#c)', '![t](a b#c)', 'a b', true],
    ['reference', '[a b]', '[t][a b]', 'a b', false],
    ['html', '<a href="a b#c">a b</a>', '<a href="a b#c">t</a>', 'a b', false],
    ['property', '[[a b#c]]', '[[a b#c|t]]', 'a b > c', false],
  ] as const)('%s', (kind, bare, named, shown, embeds) => {
    const dialect = dialects[kind]
    expect([
      dialect.kind,
      dialect.write(place),
      dialect.write(place, 't'),
      dialect.shown(place),
      dialect.embeds,
    ]).toEqual([...[kind, bare, named, shown, embeds]])
    expect(dialect.write({ target: 'a' }).includes('#')).toBe(false)
  })

  test('what a wikilink without text shows', () => {
    const { shown } = dialects.wiki
    expect(shown({ target: 'a', anchor: 'b#c' })).toBe('a > b > c')
    expect(shown({ target: '', anchor: 'b' })).toBe('b')
    expect(shown({ target: 'a', anchor: '^id' })).toBe('a')
    expect(shown({ target: '', anchor: '^id' })).toBe('^id')
    expect(shown({ target: 'a', anchor: '##b' })).toBe('a > b')
    expect([shown({ target: 'a', anchor: '' }), shown({ target: '' }), shown({ target: '', anchor: '' })]).toEqual([
      'a',
      '',
      '',
    ])
    expect(dialects.markdown.shown({ target: 'mailto:a@b' })).toBe('a@b')
    expect(dialects.html.write({ target: 'a"b' })).toBe('<a href="a&quot;b">a"b</a>')
  })
})
