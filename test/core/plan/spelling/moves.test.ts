import { expect, test } from '@jest/globals'
import type { NotePath } from '../../../../src/core/model/note-path.ts'
import type { ToolName } from '../../../../src/core/model/tool-dialect.ts'
import { moveFiles } from '../../../../src/core/plan/rename/move-files.ts'
import { answerOf, applied, outcomeOf, type Texts } from '../../../support/planned.ts'
import { dialectsOf, vaultOf } from '../../../support/vault-of.ts'

/** The texts after a file moved, of notes that a tool may read, beside some files. */
function moved(
  texts: Texts,
  [from, to]: readonly [string, string],
  { tool, files }: { readonly tool?: ToolName; readonly files: readonly string[] },
): { readonly texts: Texts; readonly messages: readonly string[] } {
  const attachments = files.map((path) => ({ path: path as NotePath }))
  const vault = vaultOf(texts, attachments, () => false, tool && dialectsOf(tool))
  const source = { vault, textOf: (path: string) => texts[path] ?? '' }
  const { changes, messages } = moveFiles(source, new Map([[from as NotePath, to as NotePath]]))
  return { texts: applied(texts, changes), messages }
}

test.each<[string, Texts, string, string, readonly string[], unknown]>([
  [
    'logseq',
    { 'pages/a.md': '- [[x/y]] [[X/Y]] #x/y', 'pages/x___y.md': '' },
    'pages/x___y.md',
    'pages/x___z.md',
    [],
    { 'pages/a.md': '- [[x/z]] [[X/Z]] #x/z', 'pages/x___z.md': '' },
  ],
  [
    'logseq',
    { 'pages/a.md': '- #b #[[b]] [[b]]', 'pages/b.md': '' },
    'pages/b.md',
    'pages/new page.md',
    [],
    { 'pages/a.md': '- #[[new page]] #[[new page]] [[new page]]', 'pages/new page.md': '' },
  ],
  [
    'logseq',
    { 'pages/a.md': '- [[2024-03-05]]', 'journals/2024_03_05.md': '' },
    'journals/2024_03_05.md',
    'journals/2024_03_06.md',
    [],
    { 'pages/a.md': '- [[2024-03-06]]', 'journals/2024_03_06.md': '' },
  ],
  [
    'logseq',
    { 'pages/a.md': '- [[pages/b]] [[bee]] [[b]]', 'pages/b.md': 'alias:: bee' },
    'pages/b.md',
    'pages/x___c.md',
    [],
    { 'pages/a.md': '- [[pages/x___c]] [[bee]] [[x/c]]', 'pages/x___c.md': 'alias:: bee' },
  ],
  [
    'hugo',
    {
      'content/a.md': '[x](/posts/b/) [y](/posts/b) {{< ref "posts/b" >}} {{< relref "b.md" >}}',
      'content/posts/b.md': '',
    },
    'content/posts/b.md',
    'content/posts/c.md',
    [],
    {
      'content/a.md': '[x](/posts/c/) [y](/posts/c) {{< ref "posts/c" >}} {{< relref "c.md" >}}',
      'content/posts/c.md': '',
    },
  ],
  [
    'hugo',
    { 'content/a.md': '[x](/s/) {{< ref "s" >}}', 'content/s/_index.md': '' },
    'content/s/_index.md',
    'content/t/_index.md',
    [],
    { 'content/a.md': '[x](/t/) {{< ref "t" >}}', 'content/t/_index.md': '' },
  ],
  [
    'hugo',
    { 'content/a.md': '![p](/p.png)', 'content/b.md': '---\nslug: q\n---\n' },
    'static/p.png',
    'static/r.png',
    ['static/p.png'],
    { 'content/a.md': '![p](/r.png)', 'content/b.md': '---\nslug: q\n---\n' },
  ],
  [
    'hugo',
    { 'content/a.md': '[x](/q/)', 'content/b.md': '---\nslug: q\n---\n' },
    'content/b.md',
    'content/s/b.md',
    [],
    { 'content/a.md': '[x](/s/q/)', 'content/s/b.md': '---\nslug: q\n---\n' },
  ],
  [
    'mkdocs',
    { 'docs/a.md': '[x](b.html) [y](/b/) [z](/b.html#h) [w](b.md)', 'docs/b.md': '# H' },
    'docs/b.md',
    'docs/s/c.md',
    [],
    { 'docs/a.md': '[x](s/c.html) [y](/s/c/) [z](/s/c.html#h) [w](s/c.md)', 'docs/s/c.md': '# H' },
  ],
  [
    'mkdocs',
    { 'docs/s/a.md': '[x](../b/) [y](../b/index.html)', 'docs/b/index.md': '' },
    'docs/b/index.md',
    'docs/c/index.md',
    [],
    { 'docs/s/a.md': '[x](../c/) [y](../c/index.html)', 'docs/c/index.md': '' },
  ],
  [
    'docusaurus',
    { 'docs/a.md': '[x](/b) [y](/docs/b) [z](@site/docs/b.md) [w](./b.md)', 'docs/b.md': '' },
    'docs/b.md',
    'docs/c.md',
    [],
    { 'docs/a.md': '[x](/c) [y](/docs/c) [z](@site/docs/c.md) [w](./c.md)', 'docs/c.md': '' },
  ],
  [
    'docusaurus',
    { 'docs/a.md': '[x](/docs/intro)', 'docs/01-intro.md': '' },
    'docs/01-intro.md',
    'docs/02-start.md',
    [],
    { 'docs/a.md': '[x](/docs/start)', 'docs/02-start.md': '' },
  ],
  [
    'mdbook',
    { 'src/a.md': '[x](/b.html) [y](b.html) [z](b.md)', 'src/b.md': '' },
    'src/b.md',
    'src/s/b.md',
    [],
    { 'src/a.md': '[x](/s/b.html) [y](s/b.html) [z](s/b.md)', 'src/s/b.md': '' },
  ],
  [
    'vuepress',
    { 'a.md': '[x](/g/) [y](/g/b.html) ![p](/p.png)', 'g/README.md': '', 'g/b.md': '' },
    'g/b.md',
    'h/b.md',
    ['.vuepress/public/p.png'],
    { 'a.md': '[x](/g/) [y](/h/b.html) ![p](/p.png)', 'g/README.md': '', 'h/b.md': '' },
  ],
  [
    'vuepress',
    { 'a.md': '[x](/g/) [z](g/README.md)', 'g/README.md': '' },
    'g/README.md',
    'h/README.md',
    [],
    { 'a.md': '[x](/h/) [z](h/README.md)', 'h/README.md': '' },
  ],
  [
    'dendron',
    { 'a.md': '[[t|b]]', 'b.md': '' },
    'b.md',
    'c.md',
    [],
    'the link to "b" at a.md:1:1 is written in a way that only Dendron knows, which is read and not changed; nothing was changed — rename it in Dendron, or write the link as [[name]] or [text](path.md) first',
  ],
])('%s: links of %j as %s becomes %s', (tool, texts, from, to, files, expected) => {
  expect(answerOf(() => moved(texts, [from, to], { tool: tool as ToolName, files }).texts)).toEqual(expected)
})

test.each<[string, string, string, { readonly at?: string; readonly other?: string }, string]>([
  ['[x](../s/b.md)', 's/b.md', 't/b.md', { at: 's/a.md' }, '[x](../t/b.md)'],
  ['[x](../s/b.md)', 's/b.md', 's/c.md', { at: 's/a.md' }, '[x](../s/c.md)'],
  ['[x](../../n/s/b.md)', 'n/s/b.md', 'n/t/b.md', { at: 'n/s/a.md' }, '[x](../../n/t/b.md)'],
  [
    '[x](b.md) [y](./b.md) [z](/s/b.md)',
    's/a.md',
    't/a.md',
    { at: 's/a.md', other: 's/b.md' },
    '[x](../s/b.md) [y](../s/b.md) [z](/s/b.md)',
  ],
  ['[x](b%20c.md) [y](<b c.md>) [z](b c.md)', 'b c.md', 'd(e).md', {}, '[x](d%28e%29.md) [y](<d(e).md>) [z](b c.md)'],
  [
    '<a href="b.md?x#y">q</a> <img src="p.png">',
    'b.md',
    'c d.md',
    {},
    '<a href="c%20d.md?x#y">q</a> <img src="p.png">',
  ],
  ['[x](b.md) [y](B.md)', 'b.md', 'c.md', {}, '[x](c.md) [y](C.md)'],
  ['[[B]] [[b]] [[b|B]]', 'b.md', 'Cee.md', {}, '[[Cee]] [[Cee]] [[Cee|B]]'],
  [
    '[[my-note]] [[my_note]] [[My note]] [[MY NOTE]]',
    'my note.md',
    'new one.md',
    {},
    '[[new-one]] [[new_one]] [[New one]] [[NEW ONE]]',
  ],
  ['[[b.md]] [[b.md#H]] [[s/b.MD]]', 's/b.md', 't/c.md', {}, '[[c.md]] [[c.md#H]] [[t/c.md]]'],
  ['[[../s/b]] [[./b]]', 's/b.md', 't/b.md', { at: 's/a.md' }, '[[../t/b]] [[../t/b]]'],
  ['[[s/b]] [[S/b]]', 's/b.md', 's/c.md', {}, '[[s/c]] [[s/c]]'],
  ['[[readme]] [x](s) [y](s/)', 's/readme.md', 's/other.md', {}, '[[other]] [x](s/other.md) [y](s/other.md)'],
  ['[[s]] [x](s/README.md)', 's/README.md', 't/README.md', {}, '[[t]] [x](t/README.md)'],
  [
    '![[p.png|100]] ![x](p.png "t") [[p.png]]',
    'p.png',
    'img/q r.png',
    {},
    '![[q r.png|100]] ![x](img/q%20r.png "t") [[q r.png]]',
  ],
  [
    '---\nup: "[[b]]"\nalso: [\'[[b|x]]\']\nrel: "[t](b.md)"\n---\n',
    'b.md',
    'it\'s "c".md',
    {},
    '---\nup: "[[it\'s \\"c\\"]]"\nalso: [\'[[it\'\'s "c"|x]]\']\nrel: "[t](it\'s%20%22c%22.md)"\n---\n',
  ],
  ['[[b]]\n\n[b]: b.md', 'b.md', 'c.md', {}, '[[c]]\n\n[c]: c.md'],
  ['[[b]]\n\n[b]: https://e.org', 'b.md', 'c.md', {}, '[[c]]\n\n[b]: https://e.org'],
  ['[[b]] [b]\n\n[b]: b.md', 'b.md', 'c.md', {}, '[[c]] [b]\n\n[b]: c.md'],
  ['[x](b.md)\n\n[b]: b.md\n[z]: z.md', 'b.md', 'c.md', {}, '[x](c.md)\n\n[b]: c.md\n[z]: z.md'],
  ['[[b|x]]\n\n[b|x]: b.md', 'b.md', 'c.md', {}, '[[c|x]]\n\n[c|x]: c.md'],
  ['[r]\n\n[r]: <b.md> "t"\n[s]: b.md#h', 'b.md', 'c d.md', {}, '[r]\n\n[r]: <c d.md> "t"\n[s]: c%20d.md#h'],
  ['[[b#H|x]] [[b#H]] [y](b.md#h)', 'b.md', 'c.md', {}, '[[c#H|x]] [[c#H]] [y](c.md#h)'],
  ['| [[b\\|x]] | [y](b.md) |\n|-|-|', 'b.md', 's/c.md', {}, '| [[c\\|x]] | [y](s/c.md) |\n|-|-|'],
  ['[x](b)', 'b.md', 'b.c.md', {}, '[x](b.c)'],
  ['[x](%62.md) [y](&#98;.md) [z](\\b.md)', 'b.md', 'c.md', {}, '[x](c.md) [y](c.md) [z](c.md)'],
  [
    '[[gone]] [x](c.md)',
    'b.md',
    'c.md',
    {},
    '[[gone]] [x](c.md) | the link to "c.md" at a.md:1:10 was broken and now resolves',
  ],
  ['[[s/b]] [[t/b]]', 's/b.md', 'u/b.md', { other: 't/b.md' }, '[[u/b]] [[t/b]]'],
  ['[[b]]', 'b.md', 'a]b.md', {}, '[[a]b]]'],
  [
    '[[b]]',
    'b.md',
    'c|d.md',
    {},
    'refused: the link to "b" at a.md:1:1 cannot be written so that it leads to the same place',
  ],
  ['[x](b.md)', 'b.md', 'c)d.md', {}, '[x](c%29d.md)'],
  ['[x](b.md)', 'b.md', 'c%20d.md', {}, '[x](c%2520d.md)'],
])('links of %j as %s becomes %s, beside %j', (text, from, to, { at = 'a.md', other = 'z.md' }, expected) => {
  const isNote = from.endsWith('.md')
  const texts = { [at]: text, ...(isNote && from !== at ? { [from]: '# H\n' } : {}), [other]: '' }
  const outcome = outcomeOf(() => {
    const after = moved(texts, [from, to], { files: isNote ? [] : [from] })
    return [after.texts[from === at ? to : at], ...after.messages].join(' | ')
  })
  expect(outcome).toBe(expected)
})
