import { describe, expect, test } from '@jest/globals'
import { scanMarkdown } from '../../../../src/core/parse/scan-markdown.ts'
import { dialectsOf, linksOf } from './dialects-of.ts'

const id = '6652D6ab-0000-4000-8000-00000000000f'
const lower = id.toLowerCase()

describe('Dendron puts the text first', () => {
  test.each([
    ['[[a]]', 'wiki a «[[a]]» «a»'],
    ['[[t|a.b]]', 'wiki/dendron a.b |t «[[t|a.b]]» «a.b»'],
    ['x [[ t | a.b # h ]]', 'wiki/dendron a.b#h |t «[[ t | a.b # h ]]» «a.b»'],
    ['![[t|a]]', 'embed/dendron a |t «![[t|a]]» «a»'],
    ['![[a#h]]', 'embed a#h «![[a#h]]» «a»'],
    ['[[t\\|a]]', 'wiki/dendron a |t «[[t\\|a]]» «a»'],
    ['[[|a]]', undefined],
    ['[[t|]]', 'wiki t «[[t|]]» «t»'],
    ['[[t|#h]]', 'wiki/dendron #h |t «[[t|#h]]» «»'],
    ['[[a#*]]', 'wiki a# «[[a#*]]» «a»'],
    ['[[t|a#*]]', 'wiki/dendron a# |t «[[t|a#*]]» «a»'],
    ['![[a#h:#i]]', 'embed/dendron a#h «![[a#h:#i]]» «a»'],
    ['![[a#h,1]]', 'embed/dendron a#h «![[a#h,1]]» «a»'],
    ['![[a#h,1:#*]]', 'embed/dendron a#h «![[a#h,1:#*]]» «a»'],
    ['![[t|a#h:#i]]', 'embed/dendron a#h |t «![[t|a#h:#i]]» «a»'],
    ['![[a#h,x]]', 'embed a#h,x «![[a#h,x]]» «a»'],
    ['![[a#^b]]', 'embed a#^b «![[a#^b]]» «a»'],
    ['[t](a.md)', 'markdown a.md |t «[t](a.md)» «a.md»'],
  ])('%j', (text, expected) => {
    expect(linksOf(text, 'dendron')).toEqual(expected === undefined ? linksOf(text, 'vuepress') : [expected])
  })
})

describe('DocFX', () => {
  test.each([
    ['[t](~/a.md)', 'markdown/docfx ~/a.md |t «[t](~/a.md)» «~/a.md»'],
    ['[t](xref:a.b#c)', 'markdown/docfx xref:a.b#c |t «[t](xref:a.b#c)» «xref:a.b»'],
    ['![t](~/a.png)', 'image/docfx ~/a.png |t «![t](~/a.png)» «~/a.png»'],
    ['<xref:a.b>', 'markdown/docfx xref:a.b «<xref:a.b>» «xref:a.b»'],
    ['[t](a~/b.md)', 'markdown a~/b.md |t «[t](a~/b.md)» «a~/b.md»'],
    ['[[~/a]]', 'wiki ~/a «[[~/a]]» «~/a»'],
    ['![[~/a]]', 'embed ~/a «![[~/a]]» «~/a»'],
    ['see @a.b-c~d, there', 'markdown/docfx @a.b-c~d «@a.b-c~d» «@a.b-c~d»'],
    ['see @System.', 'markdown/docfx @System «@System» «@System»'],
    ['(@"a b")', 'markdown/docfx @"a b" «@"a b"» «@"a b"»'],
    ["@'a b'", "markdown/docfx @'a b' «@'a b'» «@'a b'»"],
    ['[t](#tab/linux)', undefined],
    ['[t](a.md#tab/linux)', 'markdown a.md#tab/linux |t «[t](a.md#tab/linux)» «a.md»'],
    ['[t](#tabs)', 'markdown #tabs |t «[t](#tabs)» «»'],
    ['me@host.org', undefined],
    ['https://e.org/@a', undefined],
    ['https://e.org/?b=@a', undefined],
    ['a/@b', undefined],
    ['@1', undefined],
    ['@"a\nb"', undefined],
    ['@"a', undefined],
  ])('%j', (text, expected) => {
    expect(linksOf(text, 'docfx')).toEqual(expected === undefined ? [] : [expected])
  })
})

describe('Hugo', () => {
  test.each([
    ['{{< ref "a.md" >}}', 'markdown/shortcode a.md «{{< ref "a.md" >}}» «a.md»'],
    ['{{% relref "a.md#b" %}}', 'markdown/shortcode a.md#b «{{% relref "a.md#b" %}}» «a.md»'],
    ["{{<ref 'a'>}}", "markdown/shortcode a «{{<ref 'a'>}}» «a»"],
    ['{{< ref `a b` >}}', 'markdown/shortcode a b «{{< ref `a b` >}}» «a b»'],
    ['{{< ref a >}}', 'markdown/shortcode a «{{< ref a >}}» «a»'],
    ['{{< ref path="a" lang="de" >}}', 'markdown/shortcode a «{{< ref path="a" lang="de" >}}» «a»'],
    ['{{< ref lang="de" path="a" >}}', 'markdown/shortcode a «{{< ref lang="de" path="a" >}}» «a»'],
    ['x {{< ref "#b" >}} y', 'markdown/shortcode #b «{{< ref "#b" >}}» «»'],
    ['[t]({{< ref "a" >}})', 'markdown/shortcode a |t «[t]({{< ref "a" >}})» «a»'],
    ['[*t*]({{< ref "a#b" >}})', 'markdown/shortcode a#b |t «[*t*]({{< ref "a#b" >}})» «a»'],
    ['[t]({{< ref "a" >}}#b)', 'markdown/shortcode a#b |t «[t]({{< ref "a" >}}#b)» «a»'],
    ['[t]({{< ref "a" >}} "title" )', 'markdown/shortcode a |t «[t]({{< ref "a" >}} "title" )» «a»'],
    ['[t]({{< ref "a" >}}#b "title")', 'markdown/shortcode a#b |t «[t]({{< ref "a" >}}#b "title")» «a»'],
    ['![t]({{< ref "a.png" >}})', 'image/shortcode a.png |t «![t]({{< ref "a.png" >}})» «a.png»'],
    ['{{< figure src="a.png" >}}', 'image/shortcode a.png «{{< figure src="a.png" >}}» «a.png»'],
    ['{{< figure src="a.png" alt="t" />}}', 'image/shortcode a.png |t «{{< figure src="a.png" alt="t" />}}» «a.png»'],
    ["{{% figure title='t' src='a.png' %}}", "image/shortcode a.png |t «{{% figure title='t' src='a.png' %}}» «a.png»"],
    [
      '{{< figure src="a.png" title="n" alt="t" src="b.png" >}}',
      'image/shortcode a.png |t «{{< figure src="a.png" title="n" alt="t" src="b.png" >}}» «a.png»',
    ],
    ['{{< figure link="/b/#c" alt="t" >}}', 'markdown/shortcode /b/#c |t «{{< figure link="/b/#c" alt="t" >}}» «/b/»'],
    [
      '{{< figure data-src="a.png" src="b.png" >}}',
      'image/shortcode b.png «{{< figure data-src="a.png" src="b.png" >}}» «b.png»',
    ],
    ['{{< ref "" >}}', undefined],
    ['{{< ref >}}', undefined],
    ['{{< ref "a" }}', undefined],
    ['{{< ref\n"a" >}}', undefined],
    ['{{< xref "a" >}}', undefined],
    ['{{< refs "a" >}}', undefined],
    ['{{</* ref "a" */>}}', undefined],
    ['{{< figure alt="t" >}}', undefined],
    ['{{< figures src="a.png" >}}', undefined],
    ['{{< figure src="a.png" }}', undefined],
    ['`{{< ref "a" >}}`', undefined],
  ])('%j', (text, expected) => {
    expect(linksOf(text, 'hugo')).toEqual(expected === undefined ? [] : [expected])
  })

  test('what cannot be a destination leaves the shortcode a link of its own', () => {
    for (const text of ['[t]({{< ref "a" >}}', '[t]({{< ref "a" >}} x)', '[t]( {{< ref "a" >}})'])
      expect([text, linksOf(text, 'hugo')]).toEqual([text, ['markdown/shortcode a «{{< ref "a" >}}» «a»']])
    expect(linksOf('[t](a.md) {{< ref "b" >}}', 'hugo')).toHaveLength(2)
  })

  test('a picture that leads somewhere is two links, and its caption holds more', () => {
    const figure = '{{< figure src="a.png" link="/b/" caption="See [c](c.md) *now*" >}}'
    expect(linksOf(figure, 'hugo').map((link) => link.split(' ').slice(0, 2).join(' '))).toEqual([
      'markdown/shortcode /b/',
      'image/shortcode a.png',
      'markdown c.md',
    ])
  })

  test('the anchor behind the braces has its own place', () => {
    const text = '[t]({{< ref "a" >}}#b)'
    const [link] = scanMarkdown(text, 0, dialectsOf('hugo')).links
    const span = link !== undefined && 'anchorSpan' in link ? link.anchorSpan : undefined
    expect(span && text.slice(span.start, span.end)).toBe('b')
  })
})

describe('Logseq', () => {
  test.each([
    [`((${id}))`, `wiki/block ${lower}#^${lower} «((${id}))» «${id}»`],
    [`[*t*](((${id})))`, `wiki/block ${lower}#^${lower} |t «[*t*](((${id})))» «${id}»`],
    ['[t]([[a b]])', 'wiki a b |t «[t]([[a b]])» «a b»'],
    ['{{embed [[a]]}}', 'embed a «{{embed [[a]]}}» «a»'],
    ['{{embed  [[a]] }}', 'embed a «{{embed  [[a]] }}» «a»'],
    [`{{embed ((${id}))}}`, `embed/block ${lower}#^${lower} «{{embed ((${id}))}}» «${id}»`],
    ['#a', 'wiki/tag a «#a» «a»'],
    ['tags:: a, b c', 'wiki/tag a «a» «a»'],
    ['((not-an-id))', undefined],
    [`((${id.slice(1)}))`, undefined],
    [`((${id})`, undefined],
    ['{{embed}}', undefined],
    ['{{embed x}}', undefined],
  ])('%j', (text, expected) => {
    expect(linksOf(text, 'logseq')).toEqual(expected === undefined ? [] : [expected])
  })

  test('what is no whole embed or label leaves the link inside', () => {
    for (const text of ['{{embed [[a]]', '{{embed[[a]]}}', '[t]([[a]]', '[t] ([[a]])'])
      expect([text, linksOf(text, 'logseq')]).toEqual([text, ['wiki a «[[a]]» «a»']])
  })

  test('names of the page are no links, items of tags are', () => {
    const text = 'alias:: [[me]], b\ntags:: [[x]], two, three four, #five\ntype:: [[t]]\n\nalias:: [[later]]'
    expect(linksOf(text, 'logseq')).toEqual([
      'wiki x «[[x]]» «x»',
      'wiki/tag two «two» «two»',
      'wiki/tag five «#five» «five»',
      'wiki t «[[t]]» «t»',
      'wiki later «[[later]]» «later»',
    ])
  })
})

describe('VuePress', () => {
  test.each([
    ['[[toc]]', []],
    ['[[TOC]]', []],
    ['[[toc|x]]', ['wiki toc |x «[[toc|x]]» «toc»']],
    ['[[tocs]]', ['wiki tocs «[[tocs]]» «tocs»']],
    ['![[toc]]', ['embed toc «![[toc]]» «toc»']],
  ])('%j', (text, expected) => {
    expect(linksOf(text, 'vuepress')).toEqual(expected)
  })
})
