import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Note } from '../../src/core/model/note.ts'
import { targetPath } from '../../src/core/model/resolution.ts'
import { resolveAnchor } from '../../src/core/vault/resolve-anchor.ts'
import { readVault } from '../../src/io/vault/read-vault.ts'
import { runWend } from '../support/run-wend.ts'

/** Vaults tried; raise it to look harder. */
const runs = Number(process.env['WEND_REGROUPINGS'] ?? 25)

const paths = ['a.md', 'B.md', 'sub/a.md', 'sub/deep/c d.md', 'x/index.md', 'x/Ünï.md']

/** Every way to write a link to a note, a heading, a block, a file; some lead nowhere. */
const link = fc.constantFrom(
  '[[a]]', '[[B|b]]', '[[sub/a]]', '[[c d]]', '![[sub/a#H]]', '[[x]]', '[[/a]]', '[[./a]]', '[[a.md]]', '[[Title 1]]', '[[Other]]', '[[missing]]',
  '[[a#H|h]]', '[[a#H]]', '[[B#H#I]]', '[[a#^id]]', '[[#H]]', '[[#I]]', '[[#^id]]', '[[c d#h]]', '[[a#Missing]]', '![[B]]', '[[Ünï#J]]',
  '[m](a.md)', '[m](./a.md#i)', '[m](../a.md)', '[m](<c d.md>)', '[m](/x/index.md#h)', '[m](x/)', '[m](#j)', '[m](#h)', '[m](a.md?x=1#h)',
  '![p](img/p.png)', '![p](../img/p.png)', '![[p.png]]', '[m][r]', '[r]', '[r][]', '[s]', '![p][i]', '<a href="a.md">x</a>', '<a href="#i">x</a>',
  '[^1]', '[^n]', '[u](https://example.org)', '`[[a]]`', '[m](B.md "t")', '[[B#J|j]]', '[m](sub/deep/c%20d.md#j)',
) // prettier-ignore

const front = fc.constantFrom(
  '', '', '---\ntitle: Title 1\n---\n', '---\ntitle: "Title 2" # kept\naliases: [Other, More]\nup: "[[a]]"\n---\n', '---\ntags: [x]\n---\n\n',
) // prettier-ignore

const heading = fc.constantFrom('## H', '### I', '## J', 'H\n---', '#### K ^k', '## J', '# Top')
const blocks = fc.array(fc.record({ heading, links: fc.array(link, { maxLength: 3 }) }), { maxLength: 5 })

const text = fc.record({
  front,
  title: fc.constantFrom('# H\n\n', '# Name\n\n', '', 'Name\n====\n\n'),
  blocks,
  links: fc.array(link, { maxLength: 2 }),
  end: fc.constantFrom('\n', '\n', '\r\n'),
  last: fc.constantFrom('', '\n', '\n\n'),
})

type NoteText = typeof text extends fc.Arbitrary<infer T> ? T : never

/** A note with a mark of its own behind every heading and before every link, by which places are known wherever they go. */
function written({ front, title, blocks, links, end, last }: NoteText, number: number): string {
  let mark = 0
  const marked = (all: readonly string[]): string =>
    [`mark${number}-${mark++}`, ...all.map((one, at) => `L${number}-${mark}-${at} ${one}`)].join('\n')
  const parts = blocks.map(({ heading, links }, at) => `${heading}\n\n${marked(links)}${at === 1 ? ' ^id' : ''}`)
  const definitions = `[r]: a.md#h\n[s]: https://example.org/${number}\n[i]: img/p.png "t"\n\n[^1]: note ${number} L${number}-f [[a#H]]\n[^n]: alike`
  return (front + title + [marked(links), ...parts, definitions].join('\n\n') + last).replaceAll('\n', end)
}

const vaults = fc.record({
  texts: fc.uniqueArray(fc.tuple(fc.constantFrom(...paths), text), { selector: ([path]) => path, minLength: 2 }),
  one: fc.nat(),
  other: fc.nat(),
  what: fc.constantFrom('extract', 'extract', 'inline', 'split', 'merge'),
  anchor: fc.constantFrom('H', 'I', 'J', 'K', '^id'),
  dir: fc.constantFrom([], ['--dir', 'new/deep']),
})

test('after extract, inline, split and merge every link leads where it led, and undo restores every byte', async () => {
  await fc.assert(
    fc.asyncProperty(vaults, async ({ texts, one, other, what, anchor, dir }) => {
      const names = texts.map(([path]) => path)
      const note = names[one % names.length] ?? ''
      const into = names[other % names.length] ?? ''
      fc.pre(note !== into)
      const root = vaultOnDisk(texts.map(([path, content], at) => [path, written(content, at)]))
      const movesBlock = what === 'extract' && anchor.startsWith('^')
      const before = bytes(root)
      const links = meaning(root)
      const lines = {
        extract: ['extract', `./${note}#${anchor}`, ...dir],
        split: ['split', `./${note}`, ...dir],
        inline: ['inline', `./${note}`, '--into', `./${into}`],
        merge: ['merge', `./${note}`, `./${into}`],
      }
      const there = await runWend(lines[what as keyof typeof lines], { cwd: root })
      expect([0, 1]).toContain(there.exit)
      if (there.exit === 0) {
        const now = meaning(root)
        for (const [name, place] of links)
          if (now.has(name) && place !== 'lost')
            expect([name, ...shared(place, now.get(name) ?? '', movesBlock)]).not.toEqual([name])
        expect([...links.keys()].filter((name) => !now.has(name) && !mayGo(name))).toEqual([])
        expect((await runWend(['undo'], { cwd: root })).exit).toBe(0)
      }
      expect(bytes(root)).toEqual(before)
      rmSync(root, { recursive: true })
    }),
    { numRuns: runs },
  )
}, 600_000)

/** What two places have in common: a note whose beginning goes still begins where it did, and a heading stays where its text goes as a block. */
function shared(place: string, now: string, byHeading: boolean): readonly string[] {
  return place.split('\n').filter((part) => now.split('\n').includes(part) && (byHeading || !part.includes('#')))
}

/** Footnotes that the other note has in the same words are written once; a link that stands alone is replaced by what it leads to. */
function mayGo(name: string): boolean {
  return name.startsWith('f ')
}

function vaultOnDisk(texts: readonly (readonly [string, string])[]): string {
  const root = mkdtempSync(join(tmpdir(), 'wend-regroup-'))
  for (const [path, content] of [...texts, ['img/p.png', 'x'], ['.wend/config.yml', '']] as const) {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return root
}

/** The bytes of each file that is the user's. */
function bytes(root: string): Readonly<Record<string, string>> {
  const all = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const files = all.map((entry) => join(entry.parentPath, entry.name)).filter((path) => !path.includes('/.wend/'))
  return Object.fromEntries(files.sort().map((path) => [path.slice(root.length + 1), readFileSync(path, 'latin1')]))
}

/** What each link that led somewhere leads to, by the mark before it: a file, or the first mark from the place on. */
function meaning(root: string): ReadonlyMap<string, string> {
  const vault = readVault(root, { ignore: [], follow: false })
  const found = new Map<string, string>()
  for (const note of vault.notes) {
    const content = readFileSync(join(root, note.path), 'utf8')
    for (const { link, resolution } of vault.linksFrom(note.path)) {
      const name = /L\d+-\S+(?= $)/.exec(content.slice(0, link.span.start))?.[0]
      const path = targetPath(resolution)
      if (name === undefined || path === undefined || link.kind === 'property') continue
      const target = vault.note(path)
      const isLost =
        resolution.status === 'broken-anchor' || ('anchorMissing' in resolution && resolution.anchorMissing === true)
      const anchor = 'anchor' in resolution ? resolution.anchor : undefined
      const place = target === undefined ? path : isLost ? 'lost' : markAt(root, target, anchor)
      found.set(name, place)
    }
  }
  return found
}

function markAt(root: string, note: Note, anchor: string | undefined): string {
  const content = readFileSync(join(root, note.path), 'utf8')
  const bySlug = note.headings.find(({ slug }) => slug === anchor)
  const match = anchor === undefined || bySlug !== undefined ? undefined : resolveAnchor(note, anchor)
  const block = match?.kind === 'block' ? note.blocks.find(({ id }) => id === match.id) : undefined
  const start = bySlug?.span.start ?? (match?.kind === 'heading' ? match.heading.span.start : note.bodyStart)
  if (block !== undefined)
    return (
      content
        .slice(0, block.span.start)
        .match(/^mark\d+-\d+/gm)
        ?.at(-1) ?? ''
    )
  const mark = /^mark\d+-\d+/m.exec(content.slice(start))?.[0] ?? 'end'
  return anchor === undefined ? `${mark}\n${note.path}` : `${mark}\n${note.path}#${anchor}`
}
