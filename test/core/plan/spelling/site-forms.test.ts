import { expect, test } from '@jest/globals'
import { type NotePath, relativePath } from '../../../../src/core/model/note-path.ts'
import { type ToolName, toolDialects } from '../../../../src/core/model/tool-dialect.ts'
import { moveFiles } from '../../../../src/core/plan/rename/move-files.ts'
import { expectSame } from '../../../support/expect-same.ts'
import { applied, sourceOf, type Texts } from '../../../support/planned.ts'

/** The texts of a vault of a tool after a file moved. */
function moved(tool: ToolName, texts: Texts, from: string, to: string): Texts {
  return applied(texts, moveFiles(sourceOf(texts, { tool }), new Map([[from as NotePath, to as NotePath]])).changes)
}

/** A page in the folder of a site as links of a note there name it. */
interface Named {
  /** The page without its ending, from the folder of the site and from that of the note, and from the root of the vault. */
  readonly path: string
  readonly near: string
  readonly whole: string
}

const encoded = (path: string): string => path.replaceAll(' ', '%20')

/** Every way to name a page that all tools of sites share, and those of one of them. */
function forms(tool: ToolName, { path, near, whole }: Named): string {
  const own: Partial<Record<ToolName, string>> = {
    hugo: `{{< ref "/${path}" >}} {{% ref "/${path}.md#h" %}} {{< relref "${near}.md" >}} {{< relref "${near}" >}}`,
    docusaurus: `[x](@site/${encoded(whole)}.md) [x](@site/${encoded(whole)}#h) [x](/docs/${encoded(path)})`,
  }
  return [
    `[x](/${encoded(path)}.html#h) [x](/${encoded(path)}/ "t") [x](/${encoded(path)}#h) [x](</${path}.md>)`,
    `[x](${encoded(near)}.html) [x](${encoded(near)}.md#h) [x](${encoded(near)}) [x][r] <a href="/${encoded(path)}.html">x</a>`,
    `[x](/${encoded(whole)}.md#h) [x](/${encoded(whole)}) [[${path.slice(path.lastIndexOf('/') + 1)}]]`,
    own[tool] ?? '',
    `[r]: /${encoded(path)}.html`,
  ].join('\n\n')
}

const sites = ['mkdocs', 'hugo', 'mdbook', 'vuepress', 'docusaurus'] as const
/** Where pages go: down, up and aside. */
const moves = [
  ['b', 's/c'],
  ['s/c', 's/t/d e'],
  ['s/t/d e', 'u/ü'],
  ['u/ü', 'b'],
  ['s/t/d e', 's/c'],
] as const

test.each(sites)('links to the pages of a site of %s go on to be written as they are', (tool) => {
  const root = toolDialects[tool].site?.root ?? ''
  const site = root === '' ? '' : `${root}/`
  for (const holder of ['a.md', 's/a.md'])
    for (const [from, to] of moves) {
      const texts = (path: string): Texts => ({
        [site + holder]: forms(tool, { path, near: relativePath(holder, path), whole: site + path }),
        [`${site}${path}.md`]: '# H\n',
      })
      const after = moved(tool, texts(from), `${site}${from}.md`, `${site}${to}.md`)
      expectSame([holder, from, to, after], [holder, from, to, texts(to)])
    }
})

/** The note that is the page of a folder, by the tool that calls it so, and links to it from the root and from the folder above. */
test.each([
  ['mkdocs', 'index.md', '[x](/docs/F/) '],
  ['hugo', '_index.md', ''],
  ['hugo', 'index.md', ''],
  ['mdbook', 'README.md', '[x](/src/F/) '],
  ['vuepress', 'README.md', ''],
  ['docusaurus', 'index.md', '[x](/docs/F) [x](/docs/F/) '],
] as const)('links to a folder of a site of %s whose page is %s follow it', (tool, name, own) => {
  const root = toolDialects[tool].site?.root ?? ''
  const site = root === '' ? '' : `${root}/`
  // Docusaurus has no such file: the address of the page is the folder.
  const asFile = tool === 'docusaurus' || tool === 'hugo' ? '' : '[x](/F/index.html) [x](F/index.html) '
  for (const [from, to] of [
    ['s', 't'],
    ['s', 'u/v'],
    ['u/v', 's'],
  ] as const) {
    const texts = (folder: string): Texts => ({
      [`${site}a.md`]: `${own}${asFile}[x](/F/) [x](/F) [x](F/) [x](F) [x](F/${name})`.replaceAll('F', folder),
      [`${site}${folder}/${name}`]: '',
    })
    const after = moved(tool, texts(from), `${site}${from}/${name}`, `${site}${to}/${name}`)
    expectSame([from, to, after], [from, to, texts(to)])
  }
})

// prettier-ignore
test.each<[ToolName, string, string, string, string]>([
  // The folder of the site is no part of what a shortcode names: the whole path, or its end as much as it was.
  ['hugo', 'content/s/c.md', 'content/b.md', '{{< ref "s/c" >}} {{< ref "s/c.md#h" >}} {{< ref "c" >}}', '{{< ref "b" >}} {{< ref "b.md#h" >}} {{< ref "../b" >}}'],
  ['hugo', 'content/s/c.md', 'content/u/v/b.md', '{{< ref "s/c" >}} {{< ref "S/c" >}}', '{{< ref "u/v/b" >}} {{< ref "u/v/b" >}}'],
  ['hugo', 'content/x/s/c.md', 'content/b.md', '{{< ref "s/c" >}}', '{{< ref "b" >}}'],
  ['hugo', 'content/x/s/c.md', 'content/x/s/d.md', '{{< ref "s/c" >}}', '{{< ref "s/d" >}}'],
  ['hugo', 'content/s/_index.md', 'content/t/_index.md', '{{< ref "s" >}} {{< ref "/s" >}} {{< ref "s/_index.md" >}} [x](./)', '{{< ref "t" >}} {{< ref "/t" >}} {{< ref "t/_index.md" >}} [x](../t/)'],
  ['hugo', 'content/s/_index.md', 'content/s/b.md', '{{< ref "s" >}} [x](./) [x](/s/)', '{{< ref "b.md" >}} [x](./b.md) [x](/s/b/)'],
  ['hugo', 'content/x/c.md', 'content/x/q "d".md', '[x](/x/c/)', '[x](/x/q%20%22d%22/)'],
  // The page of a folder that becomes another page, and the other way round.
  ['mkdocs', 'docs/t/index.md', 'docs/u/k.md', '[x](/t/) [x](/t) [x](../t/) [x](../t/index.html)', '[x](/u/k/) [x](/u/k) [x](../u/k.md) [x](../u/k.html)'],
  ['mkdocs', 'docs/k.md', 'docs/t/index.md', '[x](/k/) [x](/k.html) [x](../k.html) [x](../k.md)', '[x](/t/index/) [x](/t/index.html) [x](../t/index.html) [x](../t/index.md)'],
  ['mkdocs', 'docs/k.md', 'docs/t/README.md', '[x](/k.html) [x](../k.html)', '[x](/t/index.html) [x](../t/index.html)'],
  // What leaves the site, comes into it, or is named from the root of the vault.
  ['mkdocs', 'docs/k.md', 'o/k.md', '[x](/k.html) [x](/docs/k.md) [x](../k.md)', '[x](/o/k) [x](/o/k.md) [x](../../o/k.md)'],
  ['mkdocs', 'o/k.md', 'docs/k.md', '[x](/o/k.md) [x](/o/k) [x](../../o/k.md)', '[x](/docs/k.md) [x](/docs/k) [x](../k.md)'],
  ['mkdocs', 'docs/docs/k.md', 'docs/docs/l.md', '[x](/docs/k.html) [x](/docs/k/) [x](/docs/docs/k.md)', '[x](/docs/l.html) [x](/docs/l/) [x](/docs/docs/l.md)'],
  // Addresses of the front matter's own.
  ['docusaurus', 'docs/s/01-k.md', 'docs/u/02-l.md', '[x](/docs/s/k) [x](/s/k/) [x](/docs/next/s/k#h)', '[x](/docs/u/l) [x](/u/l/) [x](/docs/next/u/l#h)'],
  ['vuepress', 's/k.md', 'u/k.md', '[x](/s/k.html?q=1#h) [x](/s/k.md?q)', '[x](/u/k.html?q=1#h) [x](/u/k.md?q)'],
])('a link in s/a.md of a site of %s, as %s becomes %s: %s', (tool, from, to, before, expected) => {
  const root = toolDialects[tool].site?.root ?? ''
  const holder = root === '' ? 's/a.md' : `${root}/s/a.md`
  const after = moved(tool, { [holder]: before, [from]: '# H\n' }, from, to)
  expect(after[holder]).toBe(expected)
})
