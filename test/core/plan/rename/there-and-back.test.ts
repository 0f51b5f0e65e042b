import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ChangeSet } from '../../../../src/core/model/change.ts'
import type { NotePath } from '../../../../src/core/model/note-path.ts'
import { targetPath } from '../../../../src/core/model/resolution.ts'
import type { FormerTexts, PlanSource } from '../../../../src/core/plan/draft.ts'
import { moveFiles } from '../../../../src/core/plan/rename/move-files.ts'
import { renameFolder } from '../../../../src/core/plan/rename/rename-folder.ts'
import { renameHeading } from '../../../../src/core/plan/rename/rename-heading.ts'
import { renameNote } from '../../../../src/core/plan/rename/rename-note.ts'
import { renameTag } from '../../../../src/core/plan/rename/rename-tag.ts'
import type { Vault } from '../../../../src/core/vault/vault.ts'
import { formerTextsOf } from '../../../support/formerly.ts'
import { answerOf, applied, type Texts } from '../../../support/planned.ts'
import { noteAt, vaultOf } from '../../../support/vault-of.ts'
import { expectSame } from '../../../support/expect-same.ts'
import { runs } from '../../../support/runs.ts'

const paths = [
  'a.md',
  'B.md',
  'c d.md',
  'Ünï.md',
  'sub/a.md',
  'sub/e.md',
  'sub/deep/f (1).md',
  "x/it's.md",
  'x/index.md',
  'x/e.md',
]
const places = [
  ...paths,
  'Fresh.md',
  'sub/Fresh Name.md',
  'new/deep/fresh.md',
  'new/q\'uote "d".md',
  'x/a.md',
  'y/README.md',
]
const files = ['img/pic one.png', 'doc.pdf']

/** Every way to write a link, some of which lead nowhere. */
const link = fc.constantFrom(
  '[[a]]', '[[e]]', '[[e#H]]', '[[e#Gone]]', '[[B|b]]', '[[sub/a]]', '[[c d]]', '[[C D]]', '![[sub/e#H]]', '[[x]]', '[[/a]]', '[[./a]]', '[[../a]]', '[[a.md]]', '[[sub\\a]]',
  '[[Title 1]]', '[[Other]]', '[[title-1]]', '[[title 1#h]]', '[[missing]]', '[[c%20d]]', '[[a#H|h]]', '[[a#H#I]]', '[[a#^id]]', '[[#H]]', '[[f (1)#h]]',
  "[[it's]]", '[[Ünï]]', '[[U\u0308ni\u0308]]', '[[x/index]]', '[[x/]]', '![[pic one.png|100]]', '![[doc.pdf#page=2]]', '[[c-d]]', '[[C_D#i]]',
  '[m](a.md)', '[m](./a.md)', '[m](sub/c%20d.md)', '[m](../a.md)', '[m](<c d.md>)', '[m](c%20d.md "title")', '[m](/x/index.md#h)', '[m](a)',
  '[m](x/)', '[m](sub/deep/f%20\\(1\\).md)', '[m](<sub/deep/f (1).md#h>)', '[m](%C3%9Cn%C3%AF.md)', '[m](a.md?x=1#h)', '[m](#h)', '[m](&uuml;n&iuml;.md)',
  '![p](img/pic%20one.png)', '![p](<../img/pic one.png>)', "[m](x/it's.md)", '[m](../sub/e.md#i)', '[m](../../a.md)', '[m](e.md)', '[m](deep/)',
  '[m][r]', '[r]', '[R][]', '![p][i]', '<a href="a.md">x</a>', "<a href='sub/e.md#h'>x</a>", '<img src="img/pic one.png">', '#one #one/two',
  '| t | u |\n|---|---|\n| [[a\\|x]] | [m](B.md) |', '> [[a]]\n> [m](c%20d.md)', '`[[a]]` $[[a]]$ %%[[a]]%%', '[m](c d.md)', 'https://e.org/a.md',
) // prettier-ignore

const front = fc.constantFrom(
  '', '', '---\ntitle: Title 1\n---\n', '---\ntitle: "Title 2" # kept\naliases: [Other, More]\nup: "[[a]]"\n---\n',
  "---\nup: '[[it''s]]'\nlist:\n  - \"[[c d|x]]\"\n  - '[m](a.md)'\ntags: [one]\n---\n", '---\nrelated: [[B]]\nplain: see [m](sub/e.md)\n---\n',
  '---\nmore: |\n  [[a]]\n  text\ndown: ["[[sub/a]]", "[[B#H]]"]\ntags: one/two, x\n---\n', '---\nup: "[[\\u0061]] and [[sub\\\\a]]"\n---\n',
) // prettier-ignore

const text = fc
  .record({
    front,
    links: fc.array(link, { maxLength: 6 }),
    end: fc.constantFrom('\n', '\r\n'),
    last: fc.constantFrom('', '\n'),
  })
  .map(({ front, links, end, last }) => {
    const body = [
      ...links,
      '# H',
      '## I',
      'a block ^id',
      '[m][r] ![p][i]',
      '[r]: a.md#h\n[i]: <img/pic one.png> "t"\n[free]: sub/e.md',
    ]
    return `${front}${body.join('\n\n')}${last}`.replaceAll('\n', end)
  })

const vaults = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...paths), text), { selector: ([path]) => path, minLength: 3 })
  .map((entries): Texts => Object.fromEntries(entries))

/** A vault of texts; folders of notes that were in it stay when the last one has left. */
function sourceOf(texts: Texts, were: readonly string[], formerly?: FormerTexts): PlanSource {
  const all = [...Object.keys(texts), ...files]
  const folders = [...all, ...were].flatMap((path) =>
    [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index)),
  )
  const there = new Set([...all, ...folders])
  const attachments = files.map((path) => ({ path: path as NotePath }))
  const vault = vaultOf(texts, attachments, (path) => there.has(path))
  return { vault, textOf: (path) => texts[path] ?? '', formerly: () => formerly }
}

/** The change that is asked for, the one that takes it back, and where each note is in between. */
interface Ways {
  readonly there: (source: PlanSource) => ChangeSet
  readonly back: (source: PlanSource) => ChangeSet
  readonly moved: (path: string) => string
}

const stays = (path: string): string => path

/** What may be done to a note of a vault. */
const changes: Readonly<Record<string, (texts: Texts, path: NotePath, to: string) => Ways>> = {
  move: (_texts, path, to) => {
    const move = (from: string, now: string) => (source: PlanSource) =>
      moveFiles(source, new Map([[from as NotePath, now as NotePath]])).changes
    return { there: move(path, to), back: move(to, path), moved: (other) => (other === path ? to : other) }
  },
  'move of a folder': (texts, path) => {
    const folder = path.slice(0, Math.max(0, path.indexOf('/'))) || 'sub'
    const inFolder = Object.keys(texts).filter((name) => name.startsWith(`${folder}/`))
    const below = inFolder.some((name) => name.startsWith('sub/deep/')) ? ['sub/deep'] : []
    const moved = (other: string): string =>
      `${other}/`.startsWith(`${folder}/`) ? `w/z${other.slice(folder.length)}` : other
    const move = (from: string, to: string, where: (one: string) => string) => (source: PlanSource) =>
      renameFolder(source, from as NotePath, to as NotePath, {
        files: inFolder.map(where) as NotePath[],
        folders: below.map(where) as NotePath[],
      }).changes
    return { there: move(folder, 'w/z', stays), back: move('w/z', folder, moved), moved }
  },
  'new title': (texts, path) => {
    const titled = (title: string) => (source: PlanSource) =>
      renameNote(source, noteAt(source.vault, path), { title }).changes
    const old = noteAt(vaultOf(texts), path).title
    return { there: titled('Newly "named"'), back: titled(old), moved: stays }
  },
  'new heading': (_texts, path) => {
    const named = (from: string, now: string) => (source: PlanSource) =>
      renameHeading(source, noteAt(source.vault, path), from, now).changes
    return { there: named('I', "It's named"), back: named("It's named", 'I'), moved: stays }
  },
  'new name of a tag': () => {
    const named = (from: string, now: string) => (source: PlanSource) => renameTag(source, from, now).changes
    return { there: named('one', 'three'), back: named('three', 'one'), moved: stays }
  },
}

/** Where each link of each note leads: the file, and in it the heading by its place or the id. */
function meaning(vault: Vault, moved: (path: string) => string): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    vault.notes.map(({ path }) => [
      moved(path),
      vault.linksFrom(path).map(({ link, resolution }) => {
        const target = targetPath(resolution)
        if (target === undefined)
          return `${link.kind} ${resolution.status === 'outside' ? 'broken' : resolution.status}`
        const isThere =
          resolution.status === 'ok' || (resolution.status === 'ambiguous' && resolution.anchorMissing !== true)
        const anchor = isThere ? resolution.anchor : undefined
        const heading = vault.note(target)?.headings.findIndex(({ slug }) => slug === anchor) ?? -1
        return `${link.kind} ${moved(target)} ${heading < 0 ? String(anchor) : `heading ${heading}`}`
      }),
    ]),
  )
}

/** Without the links that led nowhere: they may find the new name. */
function held(
  links: Readonly<Record<string, readonly string[]>>,
  before: Readonly<Record<string, readonly string[]>>,
): unknown {
  const leads = (path: string, at: number): boolean => before[path]?.[at]?.endsWith(' broken') !== true
  return Object.fromEntries(
    Object.entries(links).map(([path, all]) => [path, all.filter((_link, at) => leads(path, at))]),
  )
}

const countBroken = (links: Readonly<Record<string, readonly string[]>>): number =>
  Object.values(links).flatMap((all) => all.filter((one) => one.endsWith(' broken'))).length

test.each(Object.entries(changes))(
  'a %s leaves every link where it led, and taken back it restores every byte',
  (what, waysOf) => {
    const vaultsWithNote = fc.tuple(vaults, fc.nat(), fc.constantFrom(...places))
    fc.assert(
      fc.property(vaultsWithNote, ([texts, one, to]) => {
        const names = Object.keys(texts)
        const path = (names[one % names.length] ?? '') as NotePath
        const ways = waysOf(texts, path, to)
        const were = what === 'move of a folder' ? [] : names
        const source = sourceOf(texts, were)
        const there = answerOf(() => ways.there(source)) as ChangeSet | string
        if (typeof there === 'string') return
        const edited = there.changes.flatMap(({ kind, path: one }) => (kind === 'edit' ? [one] : []))
        expectSame(edited, [...edited].sort())
        const after = applied(texts, there)
        const [before, now] = [meaning(source.vault, ways.moved), meaning(sourceOf(after, were).vault, stays)]
        expectSame([path, held(now, before)], [path, held(before, before)])
        // A link that was broken and has found the new name is a link to the note by now, and goes back with it.
        if (countBroken(now) !== countBroken(before)) return
        const formerly = formerTextsOf(there)
        const back = answerOf(() => ways.back(sourceOf(after, were, formerly))) as ChangeSet | string
        expectSame([path, to, typeof back === 'string' ? back : applied(after, back)], [path, to, texts])
      }),
      runs(15),
    )
  },
)

test('an anchor in a quoted string of front matter is renamed as the quotes want it', () => {
  const texts = {
    'a.md': '---\na: "[[b#Say \\"x\\"]]"\nb: \'[[b#Say "x"|it\'\'s]] [[b#It\'\'s]]\'\n---\n',
    'b.md': '# B\n\n## Say "x"\n\n## It\'s\n',
  }
  const renamed = (from: string, to: string): string | undefined => {
    const source = sourceOf(texts, [])
    return applied(texts, renameHeading(source, noteAt(source.vault, 'b.md'), from, to).changes)['a.md']
  }
  expect(renamed('Say "x"', 'Say "y"')).toBe(texts['a.md'].replace('\\"x\\"', '\\"y\\"').replace('"x"', '"y"'))
  expect(renamed("It's", "That's")).toBe(texts['a.md'].replace("#It''s", "#That''s"))
})
