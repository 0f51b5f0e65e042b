import { expect, test } from '@jest/globals'
import type { Attachment, Note } from '../../../../src/core/model/note.ts'
import type { NotePath } from '../../../../src/core/model/note-path.ts'
import { parseNote } from '../../../../src/core/parse/parse-note.ts'
import type { PlanSource } from '../../../../src/core/plan/draft.ts'
import { moveFiles } from '../../../../src/core/plan/rename/move-files.ts'
import { renameHeading } from '../../../../src/core/plan/rename/rename-heading.ts'
import { Vault } from '../../../../src/core/vault/vault.ts'
import { applied, outcomeOf, sourceOf, type Texts } from '../../../support/planned.ts'
import { expectSame } from '../../../support/expect-same.ts'
import { noteAt } from '../../../support/vault-of.ts'

const path = (name: string): NotePath => name as NotePath
const facts = { size: 0, modifiedMs: 0, createdMs: 0 }

function moved(source: PlanSource, from: string, to: string) {
  return moveFiles(source, new Map([[path(from), path(to)]])).changes
}

/** A vault with canvases beside its notes. */
function withCanvases(texts: Texts): PlanSource {
  const all = Object.entries(texts).map(([name, text]) => parseNote({ path: path(name), text, facts }))
  const isCanvas = (note: { readonly path: string }): boolean => note.path.endsWith('.canvas')
  const canvases = (among: readonly Attachment[]): readonly Note[] =>
    all.filter((note) => isCanvas(note) && among.some((one) => one.path === note.path))
  const attachments = all.filter(isCanvas).map((note) => ({ path: note.path }))
  const vault = new Vault({ notes: all.filter((note) => !isCanvas(note)), attachments, canvases })
  return { vault, textOf: (name) => texts[name] ?? '' }
}

const place = { x: 0, y: 0, width: 1, height: 1 }

test.each(['c.md', 's/c.md', 's/it\'s "c".md', 'Ünï.md'])(
  'the cards of a canvas follow a note that becomes %s',
  (to) => {
    const name = to.slice(to.lastIndexOf('/') + 1).replace(/\.md$/, '')
    const canvas = (file: string, called: string): string =>
      JSON.stringify({
        nodes: [
          { id: '1', type: 'file', file, ...place },
          { id: '2', type: 'file', file, subpath: '#H', ...place },
          { id: '3', type: 'text', text: `[[${called}]] "and"\n[[${called}#H|x]] \\[[b]]`, ...place },
          { id: '4', type: 'file', file: 'z.md', ...place },
        ],
        edges: [],
      })
    const texts = { 'm.canvas': canvas('b.md', 'b'), 'b.md': '# H\n', 'z.md': '' }
    const after = applied(texts, moved(withCanvases(texts), 'b.md', to))
    expectSame(after, { 'm.canvas': canvas(to, name), [to]: '# H\n', 'z.md': '' })
  },
)

test('a heading of a card is renamed with it, and a canvas that moves keeps its cards, which count from the root', () => {
  const canvas = (heading: string): string =>
    JSON.stringify({ nodes: [{ id: '1', type: 'file', file: 's/b.md', subpath: `#${heading}`, ...place }, { id: '2', type: 'text', text: `[[b#${heading}]]`, ...place }], edges: [] }) // prettier-ignore
  const texts = { 's/m.canvas': canvas('Old "one"'), 's/b.md': '# Old "one"\n' }
  const source = withCanvases(texts)
  const { changes } = renameHeading(source, noteAt(source.vault, 's/b.md'), 'Old "one"', 'New "two"')
  expectSame(applied(texts, changes), { 's/m.canvas': canvas('New "two"'), 's/b.md': '# New "two"\n' })
  expectSame(applied(texts, moved(source, 's/m.canvas', 'm.canvas')), { 'm.canvas': texts['s/m.canvas'], 's/b.md': texts['s/b.md'] }) // prettier-ignore
})

const relative = { to: path('s/b.md'), isAbsolute: false }
const absolute = { to: path('s/b.md'), isAbsolute: true }

test.each([
  [relative, 's/b.md', 's/c.md', ['l.md > s/c.md']],
  [relative, 's/b.md', 'b.md', ['l.md > b.md']],
  [relative, 'l.md', 'k.md', []],
  [relative, 'l.md', 's/l.md', ['l.md > s/b.md']],
  [relative, 'z.md', 'y.md', []],
  [absolute, 's/b.md', 's/c.md', ['l.md > s/c.md']],
  [absolute, 'l.md', 's/l.md', []],
  [absolute, 'z.md', 'y.md', []],
])('a symbolic link %j is written anew as %s becomes %s: %j', (written, from, to, expected) => {
  const notes = ['s/b.md', 'z.md'].map((name) => parseNote({ path: path(name), text: '', facts }))
  const attachments: readonly Attachment[] = [
    { path: path('l.md'), leadsTo: written.to, written },
    { path: path('p.png') },
  ]
  const { changes } = moved({ vault: new Vault({ notes, attachments }), textOf: () => '' }, from, to)
  const relinked = changes.flatMap((change) => (change.kind === 'relink' ? [`${change.path} > ${change.to}`] : []))
  expect(relinked).toEqual(expected)
})

/** The ways in which a link may write a name that the file has in another form. */
const styles: Readonly<Record<string, (name: string) => string>> = {
  'as it is': (name) => name,
  'in small letters': (name) => name.toLowerCase(),
  'in capitals': (name) => name.toUpperCase(),
  'with a capital first': (name) => name.slice(0, 1).toUpperCase() + name.slice(1),
  'with a small letter first': (name) => name.slice(0, 1).toLowerCase() + name.slice(1),
  'as a slug': (name) => name.toLowerCase().replaceAll(' ', '-'),
  'with dashes': (name) => name.replaceAll(' ', '-'),
  'with underscores': (name) => name.replaceAll(' ', '_'),
}

test.each(Object.entries(styles))('a name written %s goes on to be written so', (_style, style) => {
  // A slug is one of a name, and no path.
  const isPath = style('x Y').includes(' ')
  for (const [from, to] of Object.entries({ 'old Name': 'new Name of it', 'Old Name': 'Newer Name' })) {
    const texts = (name: string): Texts => ({
      'x.md': `[[${style(name)}]] [[${style(name)}.md|x]] ![[${style(name)}]]${isPath ? ` [[s/${style(name)}#H]] [[s\\${style(name)}]]` : ''}`,
      [`s/${name}.md`]: '# H\n',
    })
    expectSame(applied(texts(from), moved(sourceOf(texts(from)), `s/${from}.md`, `s/${to}.md`)), texts(to))
  }
})

/** Names that a syntax cannot hold as they are: how each holds them, or that it does not. */
test.each([
  ['c d', '[[c d]] [x](c%20d.md) [x](<c d.md>) <a href="c%20d.md">'],
  ["it's", "[[it's]] [x](it's.md) [x](<it's.md>) <a href=\"it%27s.md\">"],
  ['c(d)', '[[c(d)]] [x](c%28d%29.md) [x](<c(d).md>) <a href="c%28d%29.md">'],
  ['c%d', '[[c%d]] [x](c%25d.md) [x](<c%25d.md>) <a href="c%25d.md">'],
  ['c?d', '[[c?d]] [x](c%3Fd.md) [x](<c%3Fd.md>) <a href="c%3Fd.md">'],
  ['c&d', '[[c&d]] [x](c&d.md) [x](<c&d.md>) <a href="c%26d.md">'],
  ['c&amp;', '[[c&amp;]] [x](c%26amp;.md) [x](<c%26amp;.md>) <a href="c%26amp;.md">'],
  ['c`d', '[[c`d]] [x](c%60d.md) [x](<c%60d.md>) <a href="c%60d.md">'],
  ['数学', '[[数学]] [x](数学.md) [x](<数学.md>) <a href="数学.md">'],
  ['c#d', 'refused: the link to "b" at a.md:1:1 cannot be written so that it leads to the same place'],
  ['c|d', 'refused: the link to "b" at a.md:1:1 cannot be written so that it leads to the same place'],
  ['c]]', 'refused: the link to "b" at a.md:1:1 cannot be written so that it leads to the same place'],
])('a note that is called "%s" now is linked to as %s', (name, expected) => {
  const texts = { 'a.md': '[[b]] [x](b.md) [x](<b.md>) <a href="b.md">', 'b.md': '' }
  expect(outcomeOf(() => String(applied(texts, moved(sourceOf(texts), 'b.md', `${name}.md`))['a.md']))).toBe(expected)
})
