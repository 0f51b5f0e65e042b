import { expect, test } from '@jest/globals'
import type { ChangeSet } from '../../../../src/core/model/change.ts'
import type { Note } from '../../../../src/core/model/note.ts'
import type { NotePath } from '../../../../src/core/model/note-path.ts'
import { parseNote } from '../../../../src/core/parse/parse-note.ts'
import type { FormerTexts, PlanSource } from '../../../../src/core/plan/draft.ts'
import { moveFiles } from '../../../../src/core/plan/rename/move-files.ts'
import { renameHeading } from '../../../../src/core/plan/rename/rename-heading.ts'
import { renameNote } from '../../../../src/core/plan/rename/rename-note.ts'
import { renameTag } from '../../../../src/core/plan/rename/rename-tag.ts'
import { Vault } from '../../../../src/core/vault/vault.ts'
import { expectSame } from '../../../support/expect-same.ts'
import { formerTextsOf } from '../../../support/formerly.ts'
import { applied, type Texts } from '../../../support/planned.ts'
import { logseq, noteAt } from '../../../support/vault-of.ts'

/** A vault of notes and canvases; of Logseq where it has pages. What notes said before is known where `formerly` says so. */
function sourceOf(texts: Texts, formerly?: FormerTexts): PlanSource {
  const facts = { size: 0, modifiedMs: 0, createdMs: 0 }
  const paths = Object.keys(texts) as NotePath[]
  const dialects = paths.some((path) => path.startsWith('pages/')) ? logseq : undefined
  const all: readonly Note[] = paths.map((path) => parseNote({ path, text: texts[path] ?? '', facts, dialects }))
  const isCanvas = ({ path }: { readonly path: string }): boolean => path.endsWith('.canvas')
  const vault = new Vault({
    notes: all.filter((note) => !isCanvas(note)),
    attachments: all.filter(isCanvas).map(({ path }) => ({ path })),
    canvases: () => all.filter(isCanvas),
  })
  return { vault, textOf: (path) => texts[path] ?? '', formerly: () => formerly }
}

type Names = readonly [string, string]

/** What gets another name: a file, the heading of `b.md`, its title, a tag. */
const ways = {
  move: (source, [from, to]) => moveFiles(source, new Map([[from as NotePath, to as NotePath]])).changes,
  heading: (source, [from, to]) => renameHeading(source, noteAt(source.vault, 'b.md'), from, to).changes,
  title: (source, [, to]) => renameNote(source, noteAt(source.vault, 'b.md'), { title: to }).changes,
  tag: (source, [from, to]) => renameTag(source, from, to).changes,
} satisfies Readonly<Record<string, (source: PlanSource, names: Names) => ChangeSet>>

const place = { x: 0, y: 0, width: 1, height: 1 }
const card = (node: object): string => JSON.stringify({ nodes: [{ id: '1', ...node, ...place }], edges: [] })
const same = undefined

/** How a text is written, what gets another name, the text then, and what it would be if the name was just given back: `same` as before. */
// prettier-ignore
const rows: readonly (readonly [string, string, Texts, keyof typeof ways, Names, string, string | undefined])[] = [
  ['a.md', '[[C_D]] [[c-d]] [[C D]]', { 'c d.md': '' }, 'move', ['c d.md', 'x.md'], '[[x]] [[x]] [[X]]', '[[c d]] [[c d]] [[C d]]'],
  ['a.md', '[[s\\_b]] [[s/_b]]', { 's/_b.md': '' }, 'move', ['s/_b.md', 'x.md'], '[[x]] [[x]]', '[[_b]] [[_b]]'],
  ['s/a.md', '[[../c d]] [[/c d]] [[c d.md|x]]', { 'c d.md': '' }, 'move', ['c d.md', 's/t.md'], '[[./t]] [[/s/t]] [[t.md|x]]', same],
  ['a.md', '[[c%20d]] ![[c%20d]]', { 'c d.md': '' }, 'move', ['c d.md', 'x.md'], '[[x]] ![[x]]', '[[c d]] ![[c d]]'],
  ['a.md', '[m](%63%20d.md) [m](&#99;%20d.md) [m](<c d.md>)', { 'c d.md': '' }, 'move', ['c d.md', 'x.md'], '[m](x.md) [m](x.md) [m](<x.md>)', '[m](c%20d.md) [m](c%20d.md) [m](<c d.md>)'],
  ['a.md', '[m](f\\(1\\).md) [m](f(1).md) [m](f%281%29.md)', { 'f(1).md': '' }, 'move', ['f(1).md', 'x.md'], '[m](x.md) [m](x.md) [m](x.md)', '[m](f%281%29.md) [m](f%281%29.md) [m](f%281%29.md)'],
  ['a.md', '[m](&uuml;.md) [m](%C3%BC.md) [m](%c3%bc.md) [m](ü.md)', { 'ü.md': '' }, 'move', ['ü.md', 'x.md'], '[m](x.md) [m](x.md) [m](x.md) [m](x.md)', '[m](ü.md) [m](ü.md) [m](ü.md) [m](ü.md)'],
  ['a.md', '[m](s/../b.md) [m](./b.md) [m](b) [m](/b.md)', { 'b.md': '', 's/z.md': '' }, 'move', ['b.md', 's/x.md'], '[m](s/x.md) [m](./s/x.md) [m](s/x) [m](/s/x.md)', '[m](b.md) [m](./b.md) [m](b) [m](/b.md)'],
  ['a.md', '[m](b.md?q=1#h) [m](&#98;.md?q=1) [m](%62.md?a#h)', { 'b.md': '# H' }, 'move', ['b.md', 'x.md'], '[m](x.md?q=1#h) [m](x.md?q=1) [m](x.md?a#h)', '[m](b.md?q=1#h) [m](b.md?q=1) [m](b.md?a#h)'],
  ['a.md', '[m][r]\n\n[r]: <%62.md> "t"\n[free]: &#98;.md', { 'b.md': '' }, 'move', ['b.md', 'x.md'], '[m][r]\n\n[r]: <x.md> "t"\n[free]: x.md', '[m][r]\n\n[r]: <b.md> "t"\n[free]: b.md'],
  ['a.md', '<a href="&#98;.md">x</a> <a href=%62.md>x</a>', { 'b.md': '' }, 'move', ['b.md', 'x.md'], '<a href="x.md">x</a> <a href=x.md>x</a>', '<a href="b.md">x</a> <a href=b.md>x</a>'],
  ['a.md', '---\nup: "[[\\u0062]]"\nq: "[[s\\\\b]]"\n---\n', { 'b.md': '' }, 'move', ['b.md', 'x.md'], '---\nup: "[[x]]"\nq: "[[s\\\\b]]"\n---\n', '---\nup: "[[b]]"\nq: "[[s\\\\b]]"\n---\n'],
  ['a.md', "---\nup: '[[it''s]] [[IT''s]]'\nq: \"[[it's]]\"\n---\n", { "it's.md": '' }, 'move', ["it's.md", 'x.md'], '---\nup: \'[[x]] [[x]]\'\nq: "[[x]]"\n---\n', "---\nup: '[[it''s]] [[it''s]]'\nq: \"[[it's]]\"\n---\n"],
  ['a.md', '---\nup: "[[c\n  d]]"\n---\n', { 'c d.md': '' }, 'move', ['c d.md', 'x.md'], '---\nup: "[[x]]"\n---\n', '---\nup: "[[c d]]"\n---\n'],
  ['a.md', "---\nup: '[[c \n  d]]'\n---\n", { 'c d.md': '' }, 'move', ['c d.md', 'x.md'], "---\nup: '[[x]]'\n---\n", "---\nup: '[[c d]]'\n---\n"],
  ['a.md', '---\nup: see [[c\n  d]]\n---\n', { 'c d.md': '' }, 'move', ['c d.md', 'x.md'], '---\nup: see [[x]]\n---\n', '---\nup: see [[c d]]\n---\n'],
  ['a.md', '---\nup: >-\n  see [[c\n  d]] x\n---\n', { 'c d.md': '' }, 'move', ['c d.md', 'x.md'], '---\nup: >-\n  see [[x]] x\n---\n', '---\nup: >-\n  see [[c d]] x\n---\n'],
  ['m.canvas', card({ type: 'file', file: 's/ü.md' }).replace('/', '\\/').replace('ü', '\\u00fc'), { 's/ü.md': '' }, 'move', ['s/ü.md', 'x.md'], card({ type: 'file', file: 'x.md' }), card({ type: 'file', file: 's/ü.md' })],
  ['m.canvas', card({ type: 'text', text: '[[ü]] [x](ü.md)' }).replaceAll('ü', '\\u00fc'), { 'ü.md': '' }, 'move', ['ü.md', 'x "y".md'], card({ type: 'text', text: '[[x "y"]] [x](x%20%22y%22.md)' }), card({ type: 'text', text: '[[ü]] [x](ü.md)' })],
  ['pages/a.md', '- #b [[b]] #[[b]] #B [[B|x]]', { 'pages/b.md': '' }, 'move', ['pages/b.md', 'pages/new page.md'], '- #[[new page]] [[new page]] #[[new page]] #[[New page]] [[New page|x]]', '- #[[b]] [[b]] #[[b]] #[[B]] [[B|x]]'],
  ['pages/a.md', '- #x/y [[X/Y]]', { 'pages/x___y.md': '' }, 'move', ['pages/x___y.md', 'pages/n.md'], '- #n [[n]]', '- #x/y [[x/y]]'],
  ['a.md', '[[b#i]] [[b#I]] [x](b.md#i) [x](b.md#I) [x](#i)', { 'b.md': '# H\n\n## I' }, 'heading', ['I', 'It is'], '[[b#It is]] [[b#It is]] [x](b.md#it-is) [x](b.md#it-is) [x](#i)', '[[b#I]] [[b#I]] [x](b.md#i) [x](b.md#i) [x](#i)'],
  ['a.md', '[[b#two-words]] [[b#Two Words]] [x](b.md#two%20words) [x](b.md#Two-words)', { 'b.md': '# H\n\n## Two words' }, 'heading', ['Two words', 'One'], '[[b#one]] [[b#One]] [x](b.md#one) [x](b.md#one)', '[[b#Two words]] [[b#Two words]] [x](b.md#two-words) [x](b.md#two-words)'],
  ['a.md', '[[b#H#i]] [[b#h#I|x]] [x](b.md#%C3%BC)', { 'b.md': '# H\n\n## I\n\n# Ü' }, 'heading', ['I', "It's"], "[[b#H#It's]] [[b#h#It's|x]] [x](b.md#%C3%BC)", '[[b#H#I]] [[b#h#I|x]] [x](b.md#%C3%BC)'],
  ['b.md', '# H\n\n## I\n\n[[#i]] [x](#i) [[#I]] [[b#i]]', {}, 'heading', ['I', 'Jo K'], '# H\n\n## Jo K\n\n[[#Jo K]] [x](#jo-k) [[#Jo K]] [[b#Jo K]]', '# H\n\n## I\n\n[[#I]] [x](#i) [[#I]] [[b#I]]'],
  ['a.md', '[[title one]] [[title-one#title one]] [[b#TITLE one]]', { 'b.md': '# Title one' }, 'title', ['Title one', 'New "x"'], '[[new "x"]] [[new-x#New "x"]] [[b#New "x"]]', '[[title one]] [[title-one#Title one]] [[b#Title one]]'],
  ['a.md', '---\ntags: [One, oNe/two, x]\n---\n#one #ONE/b', {}, 'tag', ['one', 'two'], '---\ntags: [two, two/two, x]\n---\n#two #two/b', '---\ntags: [one, one/two, x]\n---\n#one #one/b'],
  ['s/a.md', '[m](../b.md) [m](../s/../b.md) [[../b]] [m](./k.md) [m](../t/../s/k.md)', { 'b.md': '', 's/k.md': '', 't/z.md': '' }, 'move', ['s/a.md', 'a.md'], '[m](b.md) [m](b.md) [[./b]] [m](./s/k.md) [m](s/k.md)', '[m](../b.md) [m](../b.md) [[../b]] [m](./k.md) [m](k.md)'],
  ['s/a.md', '[m](./k.md) [m](../b.md) [x](../%62.md)', { 'b.md': '', 's/k.md': '' }, 'move', ['s/a.md', 'u/v/a.md'], '[m](../../s/k.md) [m](../../b.md) [x](../../%62.md)', '[m](k.md) [m](../b.md) [x](../%62.md)'],
  ['s/a.md', '[m](../../b.md) [x](../%62.md)', { 'b.md': '' }, 'move', ['s/a.md', 'u/v/a.md'], '[m](../../b.md) [x](../../%62.md)', '[m](../b.md) [x](../%62.md)'],
]

test.each(rows)(
  'in %s %j, beside %j, as %s %j, taken back, is as it was',
  (at, text, beside, way, names, there, back) => {
    const texts = { [at]: text, ...beside }
    const change = ways[way](sourceOf(texts), names)
    const after = applied(texts, change)
    const path = Object.entries(after).find(([, now]) => now === there)?.[0]
    expectSame([path === undefined ? after : there], [there])
    const opposite: Names = [names[1], names[0]]
    const takenBack = (formerly?: FormerTexts): Texts => applied(after, ways[way](sourceOf(after, formerly), opposite))
    expectSame(takenBack(formerTextsOf(change)), texts)
    expectSame(takenBack()[at], back ?? text)
  },
)

/** What notes said before, for all that is asked: words that stood there, whether that is sure, and where the note lay. */
const history = (former: readonly string[], isTraced: boolean, folder?: string): FormerTexts => ({
  at: () => former,
  isTraced: () => isTraced,
  folderOf: () => folder,
})

// prettier-ignore
test.each<[string, string, FormerTexts, string]>([
  ['what leads right', '[[b]]', history(['C'], true), '[[C]]'],
  ['the likeliest that leads right', '[[b]]', history(['z', '/c', 'C'], true), '[[/c]]'],
  ['nothing that leads elsewhere', '[[b]]', history(['z'], true), '[[c]]'],
  ['nothing that is no string', '---\nup: "[[b]]"\n---\n', history(['\\q'], false), '---\nup: "[[c]]"\n---\n'],
  ['nothing of several lines', '[[b]]', history(['c\n'], false), '[[c]]'],
  ['what is escaped, read', '[x](b.md)', history(['\\c.md'], true), '[x](\\c.md)'],
  ['what leads right though it reads worse, where the note lay there', '[x](b.md)', history(['/c.md'], true, ''), '[x](/c.md)'],
  ['what reads worse, not where the note lay elsewhere', '[x](b.md)', history(['/c.md'], true, 's'), '[x](c.md)'],
  ['what reads as well where the note lay elsewhere', '[x](b.md)', history(['./c.md'], true, 's'), '[x](./c.md)'],
  ['a link that led nowhere, where that is sure', '[[gone]]', history(['C'], true), '[[C]]'],
  ['a link that led nowhere, not where it is not sure', '[[gone]]', history(['C'], false), '[[gone]]'],
  ['a card, which is a string of JSON', card({ type: 'file', file: 'b.md' }), history(['\\q', '\\u0063.md'], true), card({ type: 'file', file: 'b.md' }).replace('b.md', '\\u0063.md')],
])('of what stood there before is taken %s: %j', (_what, text, formerly, expected) => {
  const at = text.startsWith('{') ? 'm.canvas' : 'a.md'
  const texts = { [at]: text, 'b.md': '', 'z.md': '' }
  expect(applied(texts, ways.move(sourceOf(texts, formerly), ['b.md', 'c.md']))[at]).toBe(expected)
})
