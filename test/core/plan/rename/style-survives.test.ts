import { expect, test } from '@jest/globals'
import type { NotePath } from '../../../../src/core/model/note-path.ts'
import { moveFiles } from '../../../../src/core/plan/rename/move-files.ts'
import { applied, sourceOf, type Texts } from '../../../support/planned.ts'
import type { PlanSource } from '../../../../src/core/plan/draft.ts'
import { vaultOf } from '../../../support/vault-of.ts'
import { expectSame } from '../../../support/expect-same.ts'

const folders = ['', 's/', 's/t/', 'u/']

/** The way from a folder to a path: one `..` for each folder that is left. */
function way(folder: string, path: string): string {
  const [from, to] = [folder.split('/').slice(0, -1), path.split('/')]
  let shared = 0
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/')
}

const dotted = (path: string): string => (path.startsWith('.') ? path : `./${path}`)
const bare = (path: string): string => path.replace(/\.md$/, '')
const name = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
const encoded = (path: string): string => path.replaceAll(' ', '%20')

/** A link in each way to write one, as it stands in a note of a folder that links to a path. */
function written(folder: string, path: string): string {
  const [own, root] = [way(folder, path), `/${path}`]
  return [
    `---\nup: "[[${bare(name(path))}]]"\nalso:\n  - '[x](${encoded(own)})'\n  - "[[${bare(name(path))}|x]]"\n---`,
    `# On [[${bare(name(path))}]]`,
    `[[${bare(name(path))}|text]] and [[${name(path)}]], [[${bare(name(path))}#H]], ![[${bare(name(path))}#^id]]`,
    `| a |\n|---|\n| [[${bare(name(path))}\\|x]] |`,
    `> - [[${bare(root)}]] [[${root}|x]]`,
    `[x](${encoded(own)}) [x](${encoded(bare(own))}#h "t")`,
    `![x](${encoded(root)}) [x](${encoded(bare(root))}?q=1#h)`,
    `[x](<${own}>) [x](<${root}#h> 't')`,
    `[x][ref] and [free]\n\n[ref]: ${encoded(own)} (t)\n[free]: <${bare(own)}>\n[unused]: ${encoded(own)}`,
    `<a href="${encoded(own)}#h">x</a> <img src='${encoded(own)}'>`,
    `\`[[note]]\` and $[x](note.md)$`,
  ].join('\n\n')
}

/** The texts after a file moved. */
function after(texts: Texts, from: string, to: string): Texts {
  return applied(texts, moveFiles(sourceOf(texts), new Map([[from as NotePath, to as NotePath]])).changes)
}

const linked = '# H\n\ntext ^id\n'

/** Where the linked note lies before and after: in each folder, with its name or another. */
const moves = folders.flatMap((from) => [
  ...folders.filter((to) => to !== from).map((to) => [`${from}note.md`, `${to}note.md`] as const),
  ...['', 's/'].map((to) => [`${from}note.md`, `${to}New name.md`] as const),
])

test.each(moves)('links keep the way they are written as %s becomes %s', (from, to) => {
  const texts = (path: string): Texts =>
    Object.fromEntries([...folders.map((folder) => [`${folder}holder.md`, written(folder, path)]), [path, linked]])
  expectSame(after(texts(from), from, to), texts(to))
})

test.each(folders)('links to a note in "%s" keep the way they are written as their own note moves', (home) => {
  for (const from of folders)
    for (const to of folders.filter((folder) => folder !== from)) {
      const texts = (folder: string): Texts => ({
        [`${folder}x.md`]: written(folder, `${home}note.md`),
        [`${home}note.md`]: linked,
      })
      expectSame([from, to, after(texts(from), `${from}x.md`, `${to}x.md`)], [from, to, texts(to)])
    }
})

test.each(moves)('links of a note to itself go with it as %s becomes %s', (from, to) => {
  const texts = (path: string): Texts => ({
    [path]: `${written(path.slice(0, path.lastIndexOf('/') + 1), path)}\n\n# H\n\ntext ^id\n`,
  })
  expectSame(after(texts(from), from, to), texts(to))
})

test.each(moves)('what begins with a dot leads on, from the folder or up, as %s becomes %s', (from, to) => {
  for (const folder of folders) {
    const texts = (path: string, own = dotted(way(folder, path))): Texts => ({
      [`${folder}x.md`]: `[[${bare(dotted(way(folder, path)))}]] [[${dotted(way(folder, path))}#^id]] [x](${encoded(own)} "t")`,
      [path]: linked,
    })
    const wasBelow = way(folder, from).startsWith('..') ? way(folder, to) : undefined
    expectSame([folder, after(texts(from), from, to)], [folder, texts(to, wasBelow)])
  }
})

test('a wikilink from its folder that leads right from another folder, too, stays as it is', () => {
  const texts = { 'u/x.md': '[[../s/note]] [[./y]] [x](../s/note.md)', 's/note.md': linked, 'u/y.md': '' }
  expect(after(texts, 'u/x.md', 's/x.md')).toEqual({
    's/x.md': '[[../s/note]] [[../u/y]] [x](note.md)',
    's/note.md': linked,
    'u/y.md': '',
  })
})

test.each(folders)('links out of the vault lead from "%s" to where they led, wherever their note goes', (from) => {
  const outside = '../out/some file.txt'
  const texts = (folder: string): Texts => {
    const up = folder.replace(/[^/]+(?=\/)/g, '..') + outside
    return {
      [`${folder}x.md`]: `[x](${encoded(up)}) ![x](<${up}> "t") [[${up}]] [x](${encoded(up)}?q=1#h) <a href="${encoded(up)}">x</a>\n\n[r]: <${up}>`,
    }
  }
  const source = (all: Texts): PlanSource => ({
    vault: vaultOf(all, [], (path) => path.endsWith(outside)),
    textOf: (path) => all[path] ?? '',
  })
  for (const to of folders.filter((folder) => folder !== from)) {
    const moved = moveFiles(source(texts(from)), new Map([[`${from}x.md` as NotePath, `${to}x.md` as NotePath]]))
    expectSame([to, applied(texts(from), moved.changes)], [to, texts(to)])
  }
})
