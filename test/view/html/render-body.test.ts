import { describe, expect, test } from '@jest/globals'
import type { BodyOptions, EmbeddedBody } from '../../../src/view/html/body/body-options.ts'
import { renderBody } from '../../../src/view/html/body/render-body.ts'
import { HtmlMath } from '../../../src/view/math/html-formula.ts'

const math = new HtmlMath(new Map())
const options: BodyOptions = {
  target: ({ target, anchor }) => {
    if (/^https?:/.test(target)) return { kind: 'external', href: target }
    if (target === 'gone') return { kind: 'broken', reason: 'there is no such note' }
    if (/\.png$/.test(target)) return { kind: 'image', href: target }
    if (/\.mp4$/.test(target)) return { kind: 'file', href: target, media: 'video' }
    if (/\.mp3$/.test(target)) return { kind: 'file', href: target, media: 'audio' }
    if (/\.pdf$/.test(target)) return { kind: 'file', href: target }
    if (/^\w+:/.test(target)) return { kind: 'text' }
    const section = anchor === undefined ? {} : { section: anchor }
    return { kind: 'note', href: `${target}.html${anchor === undefined ? '' : `#${anchor}`}`, note: 0, ...section }
  },
  embed: () => undefined,
  highlight: () => undefined,
  formula: (tex, display) => math.formula(tex, display),
}
const body = (text: string, more: Partial<BodyOptions> = {}): string =>
  renderBody({ text, rules: { bodyStart: 0 } }, 'a', { ...options, ...more }).markup

describe('the text of a note as HTML', () => {
  test.each([
    ['a *b* **c** ~~d~~ ==e== `f`', '<p>a <em>b</em> <strong>c</strong> <s>d</s> <mark>e</mark> <code>f</code></p>'],
    ['[[b]] [[b|c]] [c](b)', '<p><a href="b.html">b</a> <a href="b.html">c</a> <a href="b.html">c</a></p>'],
    ['[[b#Part]]', '<p><a href="b.html#Part">b <span class="sec">§Part</span></a></p>'],
    ['[[gone]]', '<p><span class="broken" title="there is no such note">gone</span></p>'],
    ['[x](https://e.org)', '<p><a href="https://e.org" class="out" rel="noreferrer">x</a></p>'],
    [
      '![alt|30x20](p.png)',
      '<p><img src="p.png" alt="alt" width="30" height="20" loading="lazy" decoding="async"></p>',
    ],
    ['![[p.png|30]]', '<p><img src="p.png" alt="p.png" width="30" loading="lazy" decoding="async"></p>'],
    ['![far](https://e.org/p.png)', '<p><a href="https://e.org/p.png" class="out" rel="noreferrer">far</a></p>'],
    [
      '- [x] a\n- b',
      '<ul><li class="task"><span class="box" role="img" aria-label="done">☑</span>a</li><li>b</li></ul>',
    ],
    [
      '- [-] a\n- [q] b',
      '<ul><li class="task"><span class="box" role="img" aria-label="given up">☒</span>a</li>' +
        '<li class="task"><span class="box" role="img" aria-label="marked q">[q]</span>b</li></ul>',
    ],
    [
      'A\nB\n: one *two*\ngoes on\n: three',
      '<dl><dt>A</dt><dt>B</dt><dd>one <em>two</em>\ngoes on</dd><dd>three</dd></dl>',
    ],
    ['A\n:  one\ngoes on', '<dl><dt>A</dt><dd>one\ngoes on</dd></dl>'],
    ['a:\nb : c', '<p>a:\nb : c</p>'],
    ['> [!tip] T\n> a\n^x', '<div class="callout" role="note"><p class="label">T</p><p id="^x">a</p></div>'],
    ['> [!tip] T ^x', '<div id="^x"><div class="callout" role="note"><p class="label">T</p></div></div>'],
    ['3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
    ['text ^id', '<p id="^id">text</p>'],
    ['> [!warning] Mind\n> it', '<div class="callout loud" role="note"><p class="label">Mind</p><p>it</p></div>'],
    ['> [!note]- Fold\n> it', '<details class="callout"><summary class="label">Fold</summary><p>it</p></details>'],
    ['a\n\n%%\nb\n%%\n\nc', '<p>a</p><p>c</p>'],
    ['a :smile: :nope-nope:', '<p>a 😄 :nope-nope:</p>'],
    [
      '![film](a.mp4) ![tune](a.mp3) ![[a.pdf]]',
      '<p><video src="a.mp4" controls preload="none">film</video> <audio src="a.mp3" controls preload="none">tune</audio> <a href="a.pdf">a.pdf</a></p>',
    ],
    ['a %%b%% c <!-- d --> e', '<p>a  c  e</p>'],
    [
      '| | a |\n|--|--|\n| b | c |',
      '<div class="table"><table><thead><tr><td></td><th scope="col">a</th></tr></thead><tbody><tr><td>b</td><td>c</td></tr></tbody></table></div>',
    ],
    [
      '| a |\n|--:|\n| b |',
      '<div class="table"><table><thead><tr><th class="right" scope="col">a</th></tr></thead><tbody><tr><td class="right">b</td></tr></tbody></table></div>',
    ],
    [
      '|a|b|c|\n|-|-|-|\n|d|\n|e|f|g|h|',
      '<div class="table"><table><thead><tr><th scope="col">a</th><th scope="col">b</th><th scope="col">c</th></tr></thead><tbody><tr><td>d</td></tr><tr><td>e</td><td>f</td><td>g</td></tr></tbody></table></div>',
    ],
  ])('%j', (markdown, html) => {
    expect(body(markdown)).toBe(html)
  })

  test('headings have the ids of the index, repeats numbered, other scripts as they are', () => {
    const { headings, markup } = renderBody(
      { text: '## Über uns\n\n## A\n\n## A {#own}', rules: { bodyStart: 0 } },
      'a',
      options,
    )
    expect(headings.map(({ id }) => id)).toEqual(['über-uns', 'a', 'a-1'])
    expect(markup).toContain('<h2 id="über-uns">')
    expect(markup).toContain('<span id="own"></span>')
  })

  test('the title of the page is not said twice; headings stand below it', () => {
    const { markup, titleId } = renderBody({ text: '# T\n\n# Other', rules: { bodyStart: 0 } }, 'a', {
      ...options,
      title: 'T',
    })
    expect(titleId).toBe('t')
    const behind = renderBody({ text: '%% a %%\n\n# T', rules: { bodyStart: 0 } }, 'a', { ...options, title: 'T' })
    expect(behind.titleId).toBe('t')
    expect(behind.markup).not.toContain('<h')
    expect(markup).toMatch(/^<h2 id="other">/)
  })

  test('a formula is HTML and MathML; what cannot be read is its source', () => {
    expect(body('$x^2$')).toMatch(/<math.*<annotation encoding="application\/x-tex">x\^2<.*katex-html/)
    expect(body('$\\frac{$')).toContain('<code class="tex">')
  })

  test('a footnote stands after the block of its first mark', () => {
    expect(body('a[^n] b\n\nc\n\n[^n]: note')).toBe(
      '<p>a<sup class="fn"><a href="#fn-1" id="fn-1-mark" role="doc-noteref">1</a></sup> b</p>' +
        '<aside class="fn" id="fn-1" role="doc-footnote"><sup><a href="#fn-1-mark" class="back" aria-label="back to mark 1">1</a></sup> <p>note</p></aside><p>c</p>',
    )
  })

  test('blocks say their direction where one runs from right to left, code does not turn', () => {
    expect(body('مرحبا `x`')).toBe('<p dir="auto">مرحبا <code dir="ltr">x</code></p>')
    expect(body('hello')).toBe('<p>hello</p>')
    expect(body('> - ```\n>   x\n>   ```\n>\n>   مرحبا\n> - b')).toMatch(
      /^<blockquote dir="rtl"><ul><li dir="rtl">.*<li dir="ltr">/,
    )
  })

  test('embeds end with a sentence where they go in circles, and two sections of a note are none', () => {
    const texts: Record<string, string> = {
      a: '![[b]]',
      b: 'B\n\n![[a]]\n\n![[b#x]]\n\n![[b#y]]\n\n## x\n\nin x\n\n## y\n\nin y',
    }
    const embed = ({ target, anchor }: { target: string; anchor?: string }): EmbeddedBody => {
      const text = texts[target] ?? ''
      const start = anchor === undefined ? 0 : text.indexOf(`## ${anchor}`)
      const part = { start, end: anchor === 'x' ? text.indexOf('## y') : text.length }
      return {
        key: anchor === undefined ? target : `${target}#${anchor}`,
        title: target,
        text,
        rules: { bodyStart: 0 },
        options: { ...options, embed },
        ...(anchor === undefined ? {} : { part }),
      }
    }
    const markup = renderBody({ text: texts['a'] ?? '', rules: { bodyStart: 0 } }, 'a', { ...options, embed }).markup
    expect(markup.match(/embeds itself/g)).toHaveLength(1)
    expect(markup.match(/in x/g)).toHaveLength(2)
    expect(markup).not.toMatch(/ id="/)
  })
})

describe('HTML of notes', () => {
  test.each([
    ['a <kbd>b</kbd>', '<p>a <kbd>b</kbd></p>'],
    [
      '<details><summary>s</summary>\n\n**b**\n\n</details>',
      '<details><summary>s</summary>\n<p><strong>b</strong></p></details>\n',
    ],
    ['<a href="b">x</a>', '<p><a href="b.html">x</a></p>'],
    ['<img src="p.png" width="9" onerror="x()">', '<img width="9" alt="" loading="lazy" src="p.png" />\n'],
    ['<a name="here"></a>', '<p><a id="here"></a></p>'],
    ['</div></main>text', 'text\n'],
  ])('%j', (markdown, html) => {
    expect(body(markdown)).toBe(html)
  })

  test('formulas and links of our own pass unchanged', () => {
    const plain = body('$x$ [[b]] [y](https://e.org)')
    expect(body('$x$ [[b]] [y](https://e.org) <b></b>')).toBe(plain.replace('</p>', ' <b></b></p>'))
  })

  test.each([
    [
      '<iframe src="https://e.org/v"></iframe>',
      '<p><a class="out" rel="noreferrer" href="https://e.org/v">https://e.org/v</a></p>',
    ],
    [
      '<iframe src="https://e.org/v" title="A film">none</iframe>',
      '<p><a class="out" rel="noreferrer" href="https://e.org/v">A film</a></p>',
    ],
    [
      '<img src="https://e.org/p.png" alt="A picture">',
      '<p><a class="out" rel="noreferrer" href="https://e.org/p.png">A picture</a></p>',
    ],
    ['<video src="gone"></video>', '<p><span class="broken" title="there is no such note">gone</span></p>'],
    ['<object data="p.png">old</object>', '<p><a href="p.png">p.png</a></p>'],
    ['<img src="p.png" alt="P" width="9">', '<p><img alt="P" width="9" loading="lazy" src="p.png" /></p>'],
    ['<iframe></iframe>', '<p><span></span></p>'],
  ])('%j keeps its words where nothing is loaded', (text, markup) => {
    expect(body(`x ${text}`).replace('<p>x ', '<p>')).toBe(markup)
  })

  test.each(attempts())('%j gives no script', (attempt) => {
    expect(dangerous(body(attempt))).toEqual([])
    expect(dangerous(body(`<b></b>${attempt}`))).toEqual([])
  })
})

/** Ways in which notes have run scripts in other programs. */
function attempts(): readonly string[] {
  return [
    '<script>alert(1)</script>',
    '<SCRIPT SRC=//e.org/x.js></SCRIPT>',
    '<scr<script>ipt>alert(1)</scr</script>ipt>',
    '<img src=x onerror=alert(1)>',
    '<img src="x" OnError="alert(1)">',
    '<img src=`x`onerror=alert(1)>',
    '<svg onload=alert(1)>',
    '<svg><script>alert(1)</script></svg>',
    '<svg><animate onbegin=alert(1) attributeName=x></svg>',
    '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<iframe srcdoc="<script>alert(1)</script>">',
    '<object data="x.svg"></object>',
    '<embed src="x.svg">',
    '<form action="https://e.org"><input type=submit formaction="javascript:alert(1)"></form>',
    '<button formaction="javascript:alert(1)">x</button>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="  java\nscript:alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href="vbscript:x">x</a>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](<java\tscript:alert(1)>)',
    '[x](&#x6A;avascript:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '![x](javascript:alert(1))',
    '[[javascript:alert(1)]]',
    '<javascript:alert(1)>',
    '<style>@import "https://e.org/x.css"</style>',
    '<link rel=stylesheet href="https://e.org/x.css">',
    '<meta http-equiv=refresh content="0;url=https://e.org">',
    '<base href="https://e.org/">',
    '<p style="background:url(https://e.org/x)">x</p>',
    '<video><source onerror="alert(1)"></video>',
    '<video poster="javascript:alert(1)" src=x></video>',
    '<details open ontoggle=alert(1)>x</details>',
    '<input autofocus onfocus=alert(1)>',
    '<textarea><img src=x onerror=alert(1)></textarea>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<template><script>alert(1)</script></template>',
    '<b data-own="own" onclick="alert(1)">x</b>',
    '<a data-own="own" href="javascript:alert(1)">x</a>',
    '`<script>alert(1)</script>`',
    '$\\href{javascript:alert(1)}{x}$',
    '$\\htmlStyle{background:url(https://e.org)}{x}$',
    '$\\text{<script>alert(1)</script>}$',
    '```"><script>alert(1)</script>\nx\n```',
    '[^"><script>alert(1)</script>]: x\n\n[^"><script>alert(1)</script>]',
    '# <script>alert(1)</script> {#"onclick=alert(1)}',
    '[x](b "\\"onmouseover=alert(1)")',
    '![x" onerror="alert(1)](p.png)',
    '![[p.png|x" onerror="alert(1)]]',
  ]
}

/** What in HTML could run or load: read tag by tag, values apart from what is text. */
function dangerous(markup: string): readonly string[] {
  const found: string[] = []
  for (const [tag, name = ''] of markup.matchAll(/<\/?([a-zA-Z][\w:-]*)(?:"[^"]*"|'[^']*'|[^"'>])*>/g)) {
    if (
      /^(?:script|style|iframe|object|embed|form|input|button|link|meta|base|template|textarea|noscript|foreignObject|animate|source)$/i.test(
        name,
      )
    )
      found.push(tag)
    const bare = tag.replace(/"[^"]*"|'[^']*'/g, '""')
    if (/\son\w+\s*=|\ssrcdoc|\sformaction|\sposter/i.test(bare)) found.push(tag)
    for (const [, value = ''] of tag.matchAll(/\s(?:href|src|xlink:href|action)="([^"]*)"/gi))
      if (/^[\s\0-\x20]*(?:javascript|data|vbscript)/i.test(value.replace(/&#\w+;/g, ''))) found.push(tag)
  }
  return found
}

test.each([
  ['> اقتباس', '<blockquote dir="rtl"><p dir="auto">اقتباس</p></blockquote>'],
  ['> quote\n\nنص', '<blockquote dir="ltr"><p dir="auto">quote</p></blockquote><p dir="auto">نص</p>'],
  ['- عنصر', '<ul><li dir="rtl">عنصر</li></ul>'],
  ['> 1 2\n\nنص', '<blockquote><p dir="auto">1 2</p></blockquote><p dir="auto">نص</p>'],
])('of text from right to left, what holds blocks has their direction: %s', (text, markup) =>
  expect(body(text)).toBe(markup),
)

test('a table from right to left begins at the right, and its numbers stand with their column', () =>
  expect(body('| أ | ب |\n|---|---|\n| 1 | 2 |')).toBe(
    '<div class="table"><table dir="rtl"><thead><tr><th scope="col" dir="auto">أ</th><th scope="col" dir="auto">ب</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table></div>',
  ))

test.each([
  ['<img src=x onerror=alert(1)>', /onerror/],
  ['<form action="javascript:alert(1)">', /form|javascript/],
  ['![x](data:image/svg+xml,<svg onload=alert(1)>)', /<svg/],
  ['<script>alert(1)</script>', /<script/],
  ['<i onclick=alert(1)>x</i>', /onclick/],
])('a heading is as safe in the outline as in the text: %s', (html, forbidden) => {
  const { markup, headings } = renderBody({ text: `## a ${html}`, rules: { bodyStart: 0 } }, 'a', options)
  expect(headings).toHaveLength(1)
  for (const written of [markup, headings[0]?.markup ?? '']) expect(written).not.toMatch(forbidden)
})

test('a formula in a heading beside HTML stands in the outline', () => {
  const { headings } = renderBody({ text: '## <b>a</b> $x$', rules: { bodyStart: 0 } }, 'a', options)
  expect(headings[0]?.markup).toMatch(/^<b>a<\/b> <span class="katex">/)
})

test.each([
  ['an embedded note', '<b>x</b>\n\n![[b]]', '<img data-own="own" src="https://e.org/p.png">'],
  ['an embedded note of two marks', '<b>own</b>\n\n![[b]]', '<img data-own="own0" src="https://e.org/p.png">'],
  ['character references', '<img DATA-OWN="&#111;wn" src="https://e.org/p.png">', ''],
])('no element of a note passes as ours, and loads what is elsewhere: %s', (_where, text, inside) => {
  const embedded: EmbeddedBody = { key: 'b', title: 'b', text: inside, rules: { bodyStart: 0 }, options }
  const markup = body(text, { embed: () => embedded })
  expect(markup).toContain(' href="https://e.org/p.png"')
  expect(markup).not.toContain('<img')
})

test.each([
  ['paragraph', '<p>text</p>'],
  ['PARAGRAPH', '<p>text</p>'],
  ['item', '<ul><li>one<ul><li>deep</li></ul></li></ul>'],
  ['task', '<ol start="3"><li class="task"><span class="box" role="img" aria-label="done">☑</span>three</li></ol>'],
  ['quoted', '<p>quoted</p>'],
  ['inquote', '<ul><li>in it</li></ul>'],
  ['foot', '<p>a note</p>'],
  ['second', '<p>goes on</p>'],
  ['whole', '<ul><li>a</li><li>b</li></ul>'],
  ['nothing', ''],
])('an embedded block is shown as it stands, of a list its item with what is below it: %s', (block, markup) => {
  const text = [
    'text ^paragraph',
    '- zero\n- one ^item\n  - deep',
    '2. two\n3. [x] three ^task',
    '> quoted ^quoted\n>\n> - in it ^inquote',
    '[^1]: a note ^foot\n\n    goes on ^second',
    '* a\n* b\n\n^whole',
  ].join('\n\n')
  const embedded: EmbeddedBody = { key: 'b', title: 'b', text, part: { block }, rules: { bodyStart: 0 }, options }
  const shown = body('![[b#^x]]', { embed: () => embedded })
  expect(shown.replace(/^<div class="embed"><p class="label">.*?<\/p>|<\/div>$/g, '')).toBe(markup)
})

test('of long notes whose blocks are embedded each is read once, and after eight million characters no other', () => {
  const long = `one ^x\n\n\`\`\`\n${'x'.repeat(5_000_000)}\n\`\`\`\n`
  const rulesOf = new Map(['b', 'c', 'd'].map((name) => [name, { bodyStart: 0 }]))
  const embed: BodyOptions['embed'] = ({ target }) => {
    const rules = rulesOf.get(target)
    return rules && { key: `${target}#^x`, title: target, text: long, part: { block: 'x' }, rules, options }
  }
  const markup = body('![[b#^x]]\n\n![[c#^x]]\n\n![[d#^x]]\n\n![[b#^x]]', { embed })
  expect(markup.match(/<p>one<\/p>|embeds too much/g)).toEqual([
    '<p>one</p>',
    '<p>one</p>',
    'embeds too much',
    '<p>one</p>',
  ])
})

test('what stands in HTML of the note for what is kept apart is taken for nothing of ours', () => {
  const formula = (): string => '<math></math>'
  expect(body('$x$ <b title="\ufdd00\ufdd1">\ufdd00\ufdd1</b>', { formula })).toBe(
    '<p dir="auto"><math></math> <b title="\ufffd0\ufffd">\ufffd0\ufffd</b></p>',
  )
  expect(body('$x$\n\n<p>&#xfdd0;0&#xfdd1;</p>', { formula })).toBe('<p><math></math></p><p>\ufffd0\ufffd</p>\n')
})
