import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { targetPath } from '../../src/core/model/resolution.ts'
import { readVault } from '../../src/io/vault/read-vault.ts'
import { runWend } from '../support/run-wend.ts'

/** Vaults tried; raise it to look harder. */
const runs = Number(process.env['WEND_RENAMES'] ?? 30)

const notes = [
  'a.md',
  'B.md',
  'c d.md',
  'Ünï.md',
  'sub/a.md',
  'sub/e.md',
  'sub/deep/f (1).md',
  "x/it's.markdown",
  'x/index.md',
]
const files = ['img/pic one.png', 'sub/doc.pdf']
const places = [
  ...notes,
  'Fresh.md',
  'sub/Fresh Name.md',
  'new/deep/fresh.md',
  "new/q'uote.md",
  'x/a.md',
  'img/Émile & co.md',
]

/** Every way to write a link, some of which lead nowhere. */
const link = fc.constantFrom(
  '[[a]]', '[[B|b]]', '[[sub/a]]', '[[c d]]', '[[C D]]', '![[sub/e#H]]', '[[x]]', '[[/a]]', '[[./a]]', '[[../a]]', '[[a.md]]', '[[sub\\a]]',
  '[[Title 1]]', '[[Other]]', '[[title-1]]', '[[missing]]', '[[c%20d]]', '[[a#H|h]]', '[[a#H#I]]', '[[a#^id]]', '[[#H]]', '[[f (1)#h]]',
  '[[ a ]]', '[[a#]]', '[[it\'s]]', '[[Ünï]]', '[[U\u0308ni\u0308]]', '[[x/index]]', '![[pic one.png|100]]', '![[doc.pdf#page=2]]',
  '[m](a.md)', '[m](./a.md)', '[m](sub/c%20d.md)', '[m](../a.md)', '[m](<c d.md>)', '[m](c%20d.md "title")', '[m](/x/index.md#h)', '[m](a)',
  '[m](x/)', '[m](sub/deep/f%20\\(1\\).md)', '[m](<sub/deep/f (1).md#h>)', '[m](%C3%9Cn%C3%AF.md)', '[m](a.md?x=1#h)', '[m](#h)',
  '![p](img/pic%20one.png)', '![p](<../img/pic one.png>)', '[m](x/it\'s.markdown)', '[m](&uuml;.md)', '[m](a.md#i "t")',
  '[m][r]', '[r]', '[R][]', '![p][i]', '<a href="a.md">x</a>', '<a href=\'sub/e.md#h\'>x</a>', '<img src="img/pic one.png">',
  '| t | u |\n|---|---|\n| [[a\\|x]] | [m](B.md) |', '- [ ] [[B]]\n  - [[sub/e]]', '> [[a]]\n> [m](c%20d.md)',
  '`[[a]]`', '$[[a]]$', '%%[[a]]%%', '<!-- [[a]] -->', '    [[a]]', '```\n[[a]]\n```', '\\[[a]]', '[[[a]]]', '[m](c d.md)',
) // prettier-ignore

const front = fc.constantFrom(
  '', '', '---\ntitle: Title 1\n---\n', '---\ntitle: "Title 2" # kept\naliases: [Other, More]\nup: "[[a]]"\n---\n',
  "---\nup: '[[it''s]]'\nlist:\n  - \"[[c d|x]]\"\n  - '[m](a.md)'\n---\n", '---\nrelated: [[B]]\nplain: see [m](sub/e.md)\n---\n',
  '---\nmore: |\n  [[a]]\n  text\ndown: ["[[sub/a]]", "[[B#H]]"]\n---\n',
) // prettier-ignore

const definitions = '[r]: a.md#h\n[i]: <img/pic one.png> "t"'
const text = fc
  .record({
    front,
    links: fc.array(link, { maxLength: 6 }),
    end: fc.constantFrom('\n', '\r\n'),
    mark: fc.boolean(),
    last: fc.constantFrom('', '\n', '\n\n'),
  })
  .map(({ front, links, end, mark, last }) => {
    const body = [...links, '# H', '## I', 'a block ^id', '[m][r] ![p][i]', definitions].join('\n\n')
    return (mark ? '\ufeff' : '') + `${front}${body}${last}`.replaceAll('\n', end)
  })

const vaults = fc.record({
  texts: fc.uniqueArray(fc.tuple(fc.constantFrom(...notes), text), { selector: ([path]) => path, minLength: 3 }),
  from: fc.nat(),
  to: fc.constantFrom(...places),
  folder: fc.constantFrom('', '', 'moved', 'moved/far away'),
})

test('after a rename every link leads where it led, and renaming back restores every byte', async () => {
  await fc.assert(
    fc.asyncProperty(vaults, async ({ texts, from, to, folder }) => {
      const names = texts.map(([path]) => path)
      const note = names[from % names.length] ?? ''
      const inFolder = folder !== '' && note.includes('/')
      const [source, target] = inFolder ? [note.slice(0, note.lastIndexOf('/')), folder] : [note, to]
      fc.pre(inFolder || !names.some((name) => name.toLowerCase() === to.toLowerCase()))
      const root = vaultOnDisk(texts)
      const before = bytes(root)
      const links = meaning(root, (path) => path)
      const there = await runWend(['mv', source, placed(target)], { cwd: root })
      if (there.exit === 0) {
        const moved = (path: string): string => (inFolder ? `${target}${path.slice(source.length)}` : target)
        const isMoved = (path: string): boolean => path === source || (inFolder && path.startsWith(`${source}/`))
        const wanted = meaningMoved(links, (path) => (isMoved(path) ? moved(path) : path))
        const now = meaning(root, (path) => path)
        expect(withoutBroken(now, wanted)).toEqual(withoutBroken(wanted, wanted))
        // A link that was broken and has found the new name is a link to the note by now, and goes back with it.
        fc.pre(countBroken(now) === countBroken(wanted))
        const back = await runWend(['mv', target, placed(source)], { cwd: root })
        expect([back.exit, back.stderr.includes('cannot')]).toEqual([0, false])
      }
      expect(bytes(root)).toEqual(before)
      rmSync(root, { recursive: true })
    }),
    { numRuns: runs },
  )
}, 600_000)

function vaultOnDisk(texts: readonly (readonly [string, string])[]): string {
  const root = mkdtempSync(join(tmpdir(), 'wend-rename-'))
  for (const [path, content] of [
    ...texts,
    ...files.map((path) => [path, 'x'] as const),
    ['.wend/config.yml', ''] as const,
  ]) {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return root
}

/** The bytes of each file that is the user's. */
function bytes(root: string): Readonly<Record<string, string>> {
  const all = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = all.map((entry) => join(entry.parentPath, entry.name)).filter((path) => !path.includes('/.wend/'))
  return Object.fromEntries(paths.sort().map((path) => [path.slice(root.length + 1), readFileSync(path, 'latin1')]))
}

type Meaning = Readonly<Record<string, readonly (readonly [string, string | undefined, string | undefined])[]>>

/** What each link of each note points at, in order. */
function meaning(root: string, named: (path: string) => string): Meaning {
  const vault = readVault(root, { ignore: [], follow: false })
  return Object.fromEntries(
    vault.notes.map(({ path }) => [
      named(path),
      vault.linksFrom(path).map(({ link, resolution }) => {
        const target = targetPath(resolution)
        const anchor = 'anchor' in resolution ? resolution.anchor : undefined
        return [link.kind, target === undefined ? resolution.status : named(target), anchor] as const
      }),
    ]),
  )
}

/** Without the links that led nowhere before: they may find the new name, as when a note is written that they wait for. */
function withoutBroken(links: Meaning, before: Meaning): Meaning {
  return Object.fromEntries(
    Object.entries(links).map(([path, all]) => [
      path,
      all.filter((_link, at) => !leadsNowhere(before[path]?.[at]?.[1])),
    ]),
  )
}

function countBroken(links: Meaning): number {
  return Object.values(links).flatMap((all) => all.filter(([, target]) => leadsNowhere(target))).length
}

/** Broken, or outside the vault, where nothing is in these vaults: a note in another folder makes one of the other. */
function leadsNowhere(target: string | undefined): boolean {
  return target === 'broken' || target === 'outside'
}

function meaningMoved(links: Meaning, named: (path: string) => string): Meaning {
  return Object.fromEntries(
    Object.entries(links).map(([path, all]) => [
      named(path),
      all.map(([kind, target, anchor]) => [kind, target === undefined ? target : named(target), anchor] as const),
    ]),
  )
}

/** A path from the root as one types it there: a bare file name would keep the folder of the note. */
function placed(path: string): string {
  return path.includes('/') ? path : `./${path}`
}
