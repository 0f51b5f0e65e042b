import { describe, expect, test } from '@jest/globals'
import type { ToolSyntax, VaultDialects } from '../../src/core/model/tool-dialect.ts'
import { plainText } from '../../src/core/parse/plain-text.ts'
import { scanMarkdown } from '../../src/core/parse/scan-markdown.ts'
import { Sentences } from '../../src/core/parse/sentences.ts'
import { renderBody } from '../../src/view/html/body/render-body.ts'
import { renderMarkdown } from '../../src/view/render/render-markdown.ts'
import type { WrittenLink } from '../../src/view/render/render-options.ts'
import { plainStyle } from '../../src/view/style.ts'

function dialectsOf(syntax: ToolSyntax): VaultDialects {
  const admonitions = syntax === 'mkdocs'
  return { tools: [syntax], admonitions, sites: [], assets: [], rootMarks: [], pages: false, syntax: [syntax] }
}

/** What is shown of a text on a terminal, and each link as the vault is asked for it. */
function onTerminal(text: string, syntax: ToolSyntax): { readonly lines: readonly string[]; readonly asked: string } {
  const asked: WrittenLink[] = []
  const { lines } = renderMarkdown(text, {
    width: 40,
    style: plainStyle,
    links: 'none',
    dialects: dialectsOf(syntax),
    resolve: (link) => {
      asked.push(link)
      return { status: 'external', url: link.target }
    },
  })
  return { lines: lines.map((line) => line.trimEnd()), asked: asked.map(named).join(' ') }
}

function onPage(text: string, syntax: ToolSyntax): { readonly markup: string; readonly asked: string } {
  const asked: WrittenLink[] = []
  const { markup } = renderBody({ text, rules: { bodyStart: 0, dialects: dialectsOf(syntax) } }, 'a', {
    target: (link) => {
      asked.push(link)
      return { kind: 'note', href: `${link.target}.html`, note: 0 }
    },
    embed: () => undefined,
    highlight: () => undefined,
    formula: () => undefined,
  })
  return { markup, asked: asked.map(named).join(' ') }
}

function named({ kind, target, anchor, tool }: WrittenLink): string {
  return `${kind}:${target}${anchor === undefined ? '' : `#${anchor}`}${tool === undefined ? '' : `(${tool})`}`
}

const uuid = '65e8a1f0-1111-4222-8333-444455556666'

describe.each<readonly [ToolSyntax, string, string, string]>([
  ['dendron', 'See [[the *plan*|proj.plan#part]].', 'See the plan.', 'wiki:proj.plan#part(dendron)'],
  ['dendron', '[[proj.plan]] and [[a|]]', 'proj.plan and a', 'wiki:proj.plan wiki:a'],
  ['dendron', '[[one\\|two]]', 'one', 'wiki:two(dendron)'],
  ['logseq', 'See [the page]([[a page]]).', 'See the page.', 'wiki:a page'],
  ['logseq', `See [it](((${uuid}))).`, 'See it.', `wiki:${uuid}#^${uuid}(block)`],
  ['logseq', `Text of a block\nid:: ${uuid}`, 'Text of a block', ''],
  ['hugo', 'See [*one*]({{< relref "one.md#part" >}} "t").', 'See one.', 'markdown:one.md#part(shortcode)'],
  ['hugo', '[one]({{% ref one.md %}}#part)', 'one', 'markdown:one.md#part(shortcode)'],
  ['hugo', 'At {{< ref "one.md" >}}.', 'At one.md.', 'markdown:one.md(shortcode)'],
  ['hugo', '{{</* ref "one.md" */>}}', '{{</* ref "one.md" */>}}', ''],
  ['mkdocs', '[Go](a.md){ .md-button #go } on', 'Go on', 'markdown:a.md'],
  [
    'docfx',
    'See @a.b, [x](xref:c) and a@b.c.',
    'See @a.b, x and a@b.c.',
    'markdown:@a.b(docfx) markdown:xref:c(docfx)',
  ],
  ['docusaurus', 'A {/* see [[b]] */} [c](c.md)', 'A c', 'markdown:c.md'],
  ['vuepress', 'Above [[toc]] below [[toc|x]]', 'Above below x', 'wiki:toc'],
])('as %s reads it', (syntax, text, shown, asked) => {
  test(`${JSON.stringify(text)} is shown as ${JSON.stringify(shown)}`, () => {
    const terminal = onTerminal(text, syntax)
    const [line = ''] = terminal.lines
    expect(line.trim()).toBe(shown)
    expect(terminal.asked.replace(' markdown:mailto:a@b.c', '')).toBe(asked)
    const page = onPage(text, syntax)
    expect(page.asked.replace(' markdown:mailto:a@b.c', '')).toBe(asked)
    expect(
      page.markup
        .replace(/<[^>]+>|§part/g, '')
        .replace(/\s+/g, ' ')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .trim(),
    ).toBe(shown)
    expect(plainText(text, { dialects: dialectsOf(syntax) })).toBe(shown)
  })

  test(`${JSON.stringify(text)} is indexed with the same links, and the sentence around each says it`, () => {
    const dialects = dialectsOf(syntax)
    const { links } = scanMarkdown(text, 0, dialects)
    expect(links.map(named).join(' ')).toBe(asked)
    const sentences = new Sentences(text, dialects)
    for (const { span } of links) expect(sentences.around(span)).toBe(shown)
  })
})

describe('admonitions and tabs of MkDocs', () => {
  test('are callouts, whose bodies are markdown', () => {
    const text =
      '!!! warning "Mind *this*"\n\n    See [b](b.md).\n\n        code\n\n??? note\n    - item\n\n=== "Tab"\n\n    Text'
    const { lines, asked } = onTerminal(text, 'mkdocs')
    expect(lines).toEqual([
      '┃ Warning: Mind this',
      '┃ See b.',
      '┃',
      '┃     code',
      '',
      '┃ ▾ Note',
      '┃ • item',
      '',
      '┃ Tab: Tab',
      '┃ Text',
    ])
    expect(asked).toBe('markdown:b.md')
    expect(onPage(text, 'mkdocs').markup).toBe(
      '<div class="callout loud" role="note"><p class="label">Mind <em>this</em></p><p>See <a href="b.md.html">b</a>.</p>' +
        '<pre><code>code</code></pre></div><details class="callout"><summary class="label">Note</summary><ul><li>item</li></ul></details>' +
        '<div class="callout" role="note"><p class="label">Tab</p><p>Text</p></div>',
    )
  })

  test('are text where no vault of MkDocs is read', () => {
    const { lines } = renderMarkdown('!!! note\n\n    code', { width: 40, style: plainStyle, links: 'none' })
    expect(lines.map((line) => line.trim())).toEqual(['!!! note', '', 'code'])
  })

  test.each([
    ['!!! note "See [[a]]"\n\n    Text.', 'See a'],
    ['!!! note "Title"\n\n    Text of [[a]]. More.', 'Text of a.'],
  ])('the sentence in %j is %j', (text, sentence) => {
    const dialects = dialectsOf('mkdocs')
    const [link] = scanMarkdown(text, 0, dialects).links
    expect(link && new Sentences(text, dialects).around(link.span)).toBe(sentence)
  })
})

describe.each<readonly [ToolSyntax]>([['docusaurus'], ['vuepress']])('admonitions between colons of %s', (syntax) => {
  test.each<readonly [string, string, readonly string[], string]>([
    [
      'title and body',
      ':::tip Mind *this* [a](a.md)\nSee [b](b.md).\n:::\nafter',
      ['┃ Tip: Mind this a', '┃ See b.', '', 'after'],
      'a.md b.md',
    ],
    ['a label', ':::tip[Mind [a](a.md)]{.x #y}\n\nText\n\n:::', ['┃ Tip: Mind a', '┃ Text'], 'a.md'],
    ['a blank before the kind', '::: warning\n- [a](a.md)\n:::', ['┃ Warning', '┃ • a'], 'a.md'],
    [
      'one in the other',
      '::::note\n:::tip\nin\n:::\nout\n::::\nend',
      ['┃ Note', '┃ ┃ Tip', '┃ ┃ in', '┃', '┃ out', '', 'end'],
      '',
    ],
    ['more colons end it', ':::note\nin\n:::::\nout', ['┃ Note', '┃ in', '', 'out'], ''],
    ['what nothing ends goes on', ':::note\nin\n\n[a](a.md)', ['┃ Note', '┃ in', '┃', '┃ a'], 'a.md'],
    ['in an item', '- x\n  :::note\n  in\n  :::\n- y', ['• x', '', '  ┃ Note', '  ┃ in', '• y'], ''],
    ['in a quote', '> :::note\n> in\n> :::\n> out', ['│ ┃ Note', '│ ┃ in', '│', '│ out'], ''],
    ['code inside', ':::note\n```\n[a](a.md)\n```\n:::', ['┃ Note', '┃     [a](a.md)'], ''],
    ['it ends code and quotes', ':::note\n> q\n:::\n[a](a.md)', ['┃ Note', '┃ │ q', '', 'a'], 'a.md'],
    ['folded', ':::details Click\nin\n:::', ['┃ ▸ Details: Click', '┃ in'], ''],
    ['nothing drawn around', ':::v-pre\n{{ x }}\n:::', ['{{ x }}'], ''],
    ['no kind', '::: \ntext\n:::', ['::: text :::'], ''],
    ['no blank behind the kind', ':::a:b\ntext', [':::a:b text'], ''],
  ])('%s', (_name, text, shown, linked) => {
    const { lines, asked } = onTerminal(text, syntax)
    expect(lines.map((line) => line.replace('▾', '▸'))).toEqual(shown)
    expect(asked).toBe(linked.replace(/\S+/g, 'markdown:$&'))
    expect(scanMarkdown(text, 0, dialectsOf(syntax)).links.map(named).join(' ')).toBe(asked)
  })

  test('many that nothing ends, and many ends, are read in one pass', () => {
    const dialects = dialectsOf(syntax)
    for (const text of [':::a\n', '- :::a\n  '.repeat(3), ':::a\n:::\n', '::::a\n:::b\n:::\n', '> :::a\n', ':'])
      expect(scanMarkdown(text.repeat(30_000), 0, dialects).links).toEqual([])
  })
})

test('colons are text where no tool reads them', () => {
  const { lines } = renderMarkdown(':::note\n\ntext\n\n:::', { width: 40, style: plainStyle, links: 'none' })
  expect(lines.map((line) => line.trim())).toEqual([':::note', '', 'text', '', ':::'])
})

test('a figure of Hugo is a picture that leads where it says, with its caption', () => {
  const text = '{{< figure src="p.png" link="/x/" caption="See [b](b.md)" >}}'
  expect(onTerminal(text, 'hugo').lines.map((line) => line.trim())).toEqual(['▣ See b'])
  expect(scanMarkdown(text, 0, dialectsOf('hugo')).links.map(named)).toEqual([
    'markdown:/x/(shortcode)',
    'image:p.png(shortcode)',
    'markdown:b.md',
  ])
})

test.each([
  ['{{< figure src="p.png" link="/x/" alt="A plot" >}}', 'A plot'],
  ['{{< figure src="p.png" link="/x/" caption="See *it*" >}}', 'See it'],
  ['{{< figure src="p.png" link="/x/" >}}', undefined],
])('the link of %s says what its picture says', (text, said) => {
  expect(scanMarkdown(text, 0, dialectsOf('hugo')).links[0]?.text).toBe(said)
})

test.each<readonly [ToolSyntax, string, string]>([
  ['hugo', '{{< ref ', 'path='],
  ['hugo', '{{< ref ', 'a'],
  ['hugo', '', '{{< ref path='],
  ['docusaurus', 'text ', '{/*'],
])('in a vault of %s %s and many %s that nothing ends are text, read in one pass', (syntax, start, more) => {
  expect(scanMarkdown(start + more.repeat(100_000), 0, dialectsOf(syntax)).links).toEqual([])
})

test.each([
  ['{/* [[a]]\n\n[[b]] */}\n\n[[c]]', 'c'],
  ['text\n{/*\n[[a]]\n\n*/} [[b]]', 'text b'],
  ['{/* [[a]] */} [[b]]', 'b'],
  ['{/* [[a]]\n\nnever closed', '{/* a never closed'],
])('comments of MDX hold no links, also over blank lines: %j', (text, shown) => {
  const links = scanMarkdown(text, 0, dialectsOf('docusaurus')).links
  const { lines, asked } = onTerminal(text, 'docusaurus')
  expect(lines.join(' ').replace(/\s+/g, ' ').trim()).toBe(shown)
  expect(links.map(named).join(' ')).toBe(asked)
})
