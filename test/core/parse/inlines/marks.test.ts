import { describe, expect, test } from '@jest/globals'
import { startsOf } from '../../../../src/core/parse/inlines/grammar.ts'
import { definitionEntries } from '../../../../src/core/parse/inlines/definition-entries.ts'
import type { InlineToken } from '../../../../src/core/parse/inlines/inline-token.ts'
import { codeText } from '../../../../src/core/parse/inlines/marks/code-span.ts'
import { texOf } from '../../../../src/core/parse/inlines/marks/formula.ts'
import { htmlPieces } from '../../../../src/core/parse/inlines/marks/html-pieces.ts'
import { tagAttributes, tagEnd, tagParts } from '../../../../src/core/parse/inlines/marks/html-tag.ts'
import { readInline } from '../../../../src/core/parse/inlines/read-inline.ts'
import { plainOf, readableText, toldText } from '../../../../src/core/parse/plain-text.ts'

/** Tokens of one type in a text, as they are written. */
function written(text: string, type: InlineToken['type']): readonly string[] {
  const found = (tokens: readonly InlineToken[]): readonly string[] =>
    tokens.flatMap((token) => [
      ...(token.type === type ? [text.slice(token.span.start, token.span.end)] : []),
      ...('children' in token ? found(token.children) : []),
    ])
  return found(readInline(text))
}

describe('tags (CommonMark 6.6)', () => {
  test.each([
    ...[
      '<a>',
      '<a/>',
      '<a />',
      '<a b>',
      '<a b c>',
      '<a b=c>',
      '<a b = "c>">',
      "<a b='c\">'>",
      '<a-1 b_c:d.e-f=g>',
      '<a _b :c>',
    ],
    ...['</a>', '</a \t\n>', '<a\nb\n=\n"c\nd">', '<A>', '<a b=c/d>', '<a b=/>', '<h1>'],
  ])('%j is one', (tag) => {
    expect(tagEnd(`x${tag}y>`, 1, tag.length + 3)).toBe(tag.length + 1)
    expect(tagEnd(tag, 0, tag.length)).toBe(tag.length)
    // Cut anywhere it is none.
    for (let end = 1; end < tag.length; end++) expect([end, tagEnd(tag, 0, end)]).toEqual([end, -1])
  })

  test.each([
    ...[
      '<>',
      '< a>',
      '<1>',
      '<a',
      '</a b>',
      '<a/ >',
      '<a /b>',
      '<a "b">',
      '<a b="c>',
      '<a b=>',
      '<a b=c"d>',
      "<a b=c'>",
      '<a b=c`>',
    ],
    ...[
      '<a b=c=d>',
      '<a b=c<d>',
      '<a b="c"d>',
      '<a b="c"=d>',
      '<a =b>',
      '<a 1b>',
      '<a .b>',
      '<a -b>',
      '<a_b>',
      '</>',
      '</1>',
      '<a b=" c>',
      '<a*>',
    ],
  ])('%j is none', (tag) => {
    expect(tagEnd(tag, 0, tag.length)).toBe(-1)
  })

  test('say their names and attributes, of which the first counts', () => {
    const tag = '<IMG Src = "a b.png" alt=\'x\' w=1 hidden SRC=c />'
    expect(tagParts(tag)).toEqual({ name: 'img', closing: false, attributes: { src: 'a b.png', alt: 'x', w: '1' } })
    expect(tagAttributes(tag, 0, tag.length).map(({ name, start, end }) => [name, tag.slice(start, end)])).toEqual([
      ...[
        ['src', 'a b.png'],
        ['alt', 'x'],
        ['w', '1'],
        ['src', 'c'],
      ],
    ])
    expect(tagParts('</P >')).toEqual({ name: 'p', closing: true, attributes: {} })
    expect(tagParts('<?php?>')).toEqual({ name: '', closing: false, attributes: {} })
    expect(tagParts('<a b="">').attributes).toEqual({ b: '' })
  })

  test.each([
    ['a<b>c</b>d', ['text a', 'tag <b>', 'text c', 'tag </b>', 'text d']],
    ['<b>', ['tag <b>']],
    ['a < b', ['text a < b']],
    ['<!-- c --><p>', ['comment <!-- c -->', 'tag <p>']],
    ['a<!-- <b>', ['text a', 'comment <!-- <b>']],
    ['<a <b>', ['text <a ', 'tag <b>']],
    ['<?x?><![CDATA[<b>]]>y', ['tag <?x?>', 'tag <![CDATA[<b>]]>', 'text y']],
    ['', []],
  ])('the pieces of %j', (html, expected) => {
    expect(htmlPieces(html).map(({ kind, raw }) => `${kind} ${raw}`)).toEqual(expected)
  })
})

describe('addresses (GitHub Flavored Markdown 6.9)', () => {
  test.each([
    ['www.commonmark.org', ['www.commonmark.org']],
    ['Visit www.commonmark.org/help for more.', ['www.commonmark.org/help']],
    ['Visit www.commonmark.org.', ['www.commonmark.org']],
    ['Visit www.commonmark.org/a.b.', ['www.commonmark.org/a.b']],
    ['www.google.com/search?q=Markup+(business)', ['www.google.com/search?q=Markup+(business)']],
    ['www.google.com/search?q=Markup+(business)))', ['www.google.com/search?q=Markup+(business)']],
    ['(www.google.com/search?q=Markup+(business))', ['www.google.com/search?q=Markup+(business)']],
    ['www.google.com/search?q=(business))+ok', ['www.google.com/search?q=(business))+ok']],
    ['www.google.com/search?q=commonmark&hl=en', ['www.google.com/search?q=commonmark&hl=en']],
    ['www.google.com/search?q=commonmark&hl;', ['www.google.com/search?q=commonmark']],
    ['www.google.com/a&amp;&lt;', ['www.google.com/a']],
    ['www.google.com/a;', ['www.google.com/a;']],
    ['www.commonmark.org/he<lp', ['www.commonmark.org/he']],
    ['http://commonmark.org', ['http://commonmark.org']],
    [
      '(Visit https://encrypted.google.com/search?q=Markup+(business))',
      ['https://encrypted.google.com/search?q=Markup+(business)'],
    ],
    ['ftp://foo.bar.baz', ['ftp://foo.bar.baz']],
    ['HTTPS://E.org/A', ['HTTPS://E.org/A']],
    ['https://e.org/a?!.,:*_~\'"', ['https://e.org/a']],
    ['https://e.org/a_b*c', ['https://e.org/a_b*c']],
    ['https://e.org/a b', ['https://e.org/a']],
    ['https://e.org/a[b]', ['https://e.org/a']],
    ['https://münchen.de/ä', ['https://münchen.de/ä']],
    ['https://localhost:80/a', ['https://localhost:80/a']],
    ['https://', []],
    ['https:// e', []],
    ['xhttps://e.org', []],
    ['1http://e.org', []],
    ['/http://e.org', ['http://e.org']],
    ['mailto://e.org', []],
    ['https:/e.org', []],
    ['xwww.e.org', []],
    ['*www.e.org* _www.e.org_ ~www.e.org~ "www.e.org" \'www.e.org\'', Array<string>(5).fill('www.e.org')],
    ['.www.e.org', []],
    ['ww.e.org', []],
    ['foo@bar.baz', ['foo@bar.baz']],
    ["hello@mail+xyz.example isn't valid, but hello+xyz@mail.example is.", ['hello+xyz@mail.example']],
    ['a.b-c_d@a.b', ['a.b-c_d@a.b']],
    ['a.b-c_d@a.b.', ['a.b-c_d@a.b']],
    ['first_last@a.b of a_b_c@d.e', ['first_last@a.b', 'a_b_c@d.e']],
    ['__a@b.c', ['a@b.c']],
    ['a.b-c_d@a.b-', []],
    ['a.b-c_d@a.b_', []],
    ['a@b', []],
    ['@b.c', []],
    ['`https://e.org` [https://e.org](x) <https://e.org>', []],
  ])('%j', (text, expected) => {
    expect(written(text, 'address')).toEqual(expected)
  })

  test('lead where they say', () => {
    const urls = readInline('www.a.org https://b.org c@d.org').flatMap((token) =>
      token.type === 'address' ? [token.url] : [],
    )
    expect(urls).toEqual(['http://www.a.org', 'https://b.org', 'mailto:c@d.org'])
  })
})

describe('small marks', () => {
  test.each([
    [':tada: :+1::a_b-c: (:x:)', [':tada:', ':+1::a_b-c:', ':x:']],
    ['10:30: a:b: :A: : x: :a', []],
    [':a:b :a:1 :a::', []],
    ['é:a: :a:é', []],
    ['.:a: @:a: /:a: -:a: _:a:', []],
  ])('short codes of %j', (text, expected) => {
    expect(written(text, 'shortCode')).toEqual(expected)
  })

  test.each([
    ['a\nb', 'soft'],
    ['a\r\nb', 'soft'],
    ['a \n  b', 'soft'],
    ['a  \nb', 'hard'],
    ['a   \r\n b', 'hard'],
    ['a\\\nb', 'hard'],
    ['a\t\t\nb', 'soft'],
    ['a \t\nb', 'soft'],
    ['a\t  \nb', 'hard'],
  ])('the break of %j is %s', (text, kind) => {
    const tokens = readInline(text)
    expect(tokens.map((token) => (token.type === 'break' ? (token.hard ? 'hard' : 'soft') : token.type))).toEqual([
      'text',
      kind,
      'text',
    ])
    // The white space around it is its own.
    expect(plainOf(tokens)).toBe('a b')
  })

  test.each([
    ['a %%b%% c', ['%%b%%']],
    ['<!-- a --> b <!-- c -->', ['<!-- a -->', '<!-- c -->']],
    ['<!--> a <!---> b', ['<!-->', '<!--->']],
    ['%%a', []],
    ['%a%', []],
    ['<!-- a', []],
  ])('comments of %j', (text, expected) => {
    expect(written(text, 'comment')).toEqual(expected)
  })

  test.each([
    ['a\n^id', ['^id']],
    ['^id\nb', ['^id']],
    ['a\r\n^i-d \nb', ['^i-d ']],
    ['a ^id', []],
    ['a\n^id x', []],
    ['a\n ^id', []],
    ['a\n^', []],
  ])('block ids alone on a line of %j', (text, expected) => {
    expect(written(text, 'blockId')).toEqual(expected)
  })

  test.each([
    ['`a`', 'a'],
    ['`` a`b ``', 'a`b'],
    ['`  a  `', ' a '],
    ['` a`', ' a'],
    ['`a `', 'a '],
    ['`  `', '  '],
    ['`a\n   b\r\nc\rd`', 'a b c d'],
    ['`\na\n`', 'a'],
  ])('the code of %j', (text, code) => {
    expect(codeText(text)).toBe(code)
  })

  test.each([
    ['$a$', 'a'],
    ['$$a$$', 'a'],
    ['$$ a\n $$', 'a'],
    ['$$a', 'a'],
    ['$`a`$', 'a'],
    ['$``$', '``'],
    ['$`a$', '`a'],
    ['$a`$', 'a`'],
  ])('the TeX of %j', (text, tex) => {
    expect(texOf(text)).toBe(tex)
  })

  test.each([
    ['*a* _b_', ['emphasis *a*', 'emphasis _b_']],
    ['**a**', ['strong **a**']],
    ['~a~ ~~b~~', ['struck ~a~', 'struck ~~b~~']],
    ['~~~a~~~ ~a~~', []],
    ['~~a~', []],
    ['==a== =b= ===c=== ==d=', ['highlight ==a==']],
    ['~~a ==b== c~~', ['struck ~~a ==b== c~~', 'highlight ==b==']],
    ['~~a ==b~~ c==', ['struck ~~a ==b~~']],
    ['a~b~c ==d== e', ['struck ~b~', 'highlight ==d==']],
    ['~ a~ ~a ~ == a==', []],
    ['*a ~b* c~', ['emphasis *a ~b*']],
  ])('emphasis of %j', (text, expected) => {
    const types = ['emphasis', 'strong', 'struck', 'highlight'] as const
    const found = types.flatMap((type) => written(text, type).map((one) => `${type} ${one}`))
    expect(found.sort()).toEqual([...expected].sort())
  })
})

describe('lists of definitions', () => {
  const entries = (text: string): readonly string[] | undefined =>
    definitionEntries(readInline(text))?.map(({ kind, tokens }) => `${kind} ${plainOf(tokens)}`)

  test.each([
    ['a\n: b', ['term a', 'definition b']],
    ['a\nb\n: c\n:  d', ['term a', 'term b', 'definition c', 'definition d']],
    ['a\n: b\nc\n: d', ['term a', 'definition b c', 'definition d']],
    ['*a*\n:\t*b* c', ['term a', 'definition b c']],
    [': b', ['definition b']],
    ['a\n:b', undefined],
    ['a : b', undefined],
    ['a\\\n: b', undefined],
    ['a\n*: b*', undefined],
  ])('%j', (text, expected) => {
    expect(entries(text)).toEqual(expected)
  })
})

describe('what a reader sees', () => {
  test.each([
    ['H<sub>2</sub>O m<sup>2</sup> x<sup>ab*c*</sup>', 'H₂O m² xᵃᵇᶜ'],
    ['x<sub></sub> <sup>a <sub>b</sub>', 'x a _b'],
    ['</sub>a<b>c</b><br>d', 'ac d'],
    ['![p](q.png) a ![[r]]', 'a'],
    ['a & b', 'a & b'],
    ['$a$ <b>\\$5</b> `$x$`', '$a$ \\$5 \\$x\\$'],
  ])('of %j', (text, expected) => {
    expect(readableText(text)).toBe(expected)
  })

  test.each([
    ['a', 'a'],
    ['*a* costs $5', 'a costs $5'],
    ['`$x$` and $y$', '\\$x\\$ and $y$'],
    ['\\$x\\$', '\\$x\\$'],
    [':tada::x: #tag https://e.org', ':tada::x: #tag https://e.org'],
  ])('%j is told as', (text, expected) => {
    expect(toldText(text)).toBe(expected)
  })
})

describe('what a piece may begin with', () => {
  test('is told by the tables of all marks', () => {
    const comments = startsOf((type) => type === 'comment')
    expect([...'%<'].every((sign) => comments.includes(sign))).toBe(true)
    expect([...'[!^$`#{'].some((sign) => comments.includes(sign))).toBe(false)
    expect(startsOf((type) => type === 'comment', ['docusaurus'])).toContain('{')
    // What VuePress makes of `[[toc]]` is a comment.
    expect(startsOf((type) => type === 'comment', ['vuepress'])).toContain('[')
    const links = startsOf((type) => type === 'link')
    expect([...'[!<'].every((sign) => links.includes(sign))).toBe(true)
    expect([...'%^$`#'].some((sign) => links.includes(sign))).toBe(false)
    expect(startsOf((type) => type === 'link', ['hugo'])).toContain('{')
    expect(startsOf((type) => type === 'ownFootnote')).toContain('^')
    expect(startsOf(() => false)).toBe('')
  })
})
