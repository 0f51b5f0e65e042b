import fc from 'fast-check'
import type { Note } from '../../src/core/model/note.ts'
import { targetPath } from '../../src/core/model/resolution.ts'
import { resolveAnchor } from '../../src/core/vault/resolve-anchor.ts'
import type { Vault } from '../../src/core/vault/vault.ts'

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
export function markedText({ front, title, blocks, links, end, last }: NoteText, number: number): string {
  let mark = 0
  const marked = (all: readonly string[]): string =>
    [`mark${number}-${mark++}`, ...all.map((one, at) => `L${number}-${mark}-${at} ${one}`)].join('\n')
  const parts = blocks.map(({ heading, links }, at) => `${heading}\n\n${marked(links)}${at === 1 ? ' ^id' : ''}`)
  const definitions = `[r]: a.md#h\n[s]: https://example.org/${number}\n[i]: img/p.png "t"\n\n[^1]: note ${number} L${number}-f [[a#H]]\n[^n]: alike`
  return (front + title + [marked(links), ...parts, definitions].join('\n\n') + last).replaceAll('\n', end)
}

/** Notes that are to be regrouped, and how: the numbers are of the notes concerned. */
export const markedVaults = fc.record({
  texts: fc.uniqueArray(fc.tuple(fc.constantFrom(...paths), text), { selector: ([path]) => path, minLength: 2 }),
  one: fc.nat(),
  other: fc.nat(),
  what: fc.constantFrom('extract', 'extract', 'inline', 'split', 'merge'),
  anchor: fc.constantFrom('H', 'I', 'J', 'K', '^id'),
  isApart: fc.boolean(),
})

/** What two places have in common: a note whose beginning goes still begins where it did, and a heading stays where its text goes as a block. */
export function sharedPlaces(place: string, now: string, byHeading: boolean): readonly string[] {
  return place.split('\n').filter((part) => now.split('\n').includes(part) && (byHeading || !part.includes('#')))
}

/** Footnotes that the other note has in the same words are written once; a link that stands alone is replaced by what it leads to. */
export function mayGo(name: string): boolean {
  return name.startsWith('f ')
}

/** What each link that led somewhere leads to, by the mark before it: a file, or the first mark from the place on. */
export function markedMeaning(vault: Vault, textOf: (path: string) => string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const note of vault.notes) {
    const content = textOf(note.path)
    for (const { link, resolution } of vault.linksFrom(note.path)) {
      const name = /L\d+-\S+(?= $)/.exec(content.slice(0, link.span.start))?.[0]
      const path = targetPath(resolution)
      if (name === undefined || path === undefined || link.kind === 'property') continue
      const target = vault.note(path)
      const isLost =
        resolution.status === 'broken-anchor' || ('anchorMissing' in resolution && resolution.anchorMissing === true)
      const anchor = 'anchor' in resolution ? resolution.anchor : undefined
      const place = target === undefined ? path : isLost ? 'lost' : markAt(textOf(target.path), target, anchor)
      found.set(name, place)
    }
  }
  return found
}

function markAt(content: string, note: Note, anchor: string | undefined): string {
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
