import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import GithubSlugger, { slug } from 'github-slugger'
import type { Note } from '../../../src/core/model/note.ts'
import { isFirstOfSeveral, resolveAnchor } from '../../../src/core/vault/resolve-anchor.ts'
import { noteAt, vaultOf } from '../../support/vault-of.ts'
import { runs } from '../../support/runs.ts'

/** A heading as links.md section 4 compares it: its level, its words and its slug with the number of a repeat. */
interface Plain {
  readonly level: number
  readonly text: string
  readonly slug: string
}

const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim()
const folded = (text: string): string => spaced(text.normalize('NFC').toLowerCase())
const collapsed = (text: string): string => text.replace(/-+/g, '-').replace(/^-|-$/g, '')

/** What a heading, or a fragment that may name it, is in each of the ways (a) to (d), in the order in which they are tried. */
const ways: readonly (readonly [ofHeading: (one: Plain) => string, ofFragment: (fragment: string) => string])[] = [
  [({ text }) => folded(text), folded],
  ...[
    (text: string) =>
      spaced(
        folded(text)
          .normalize('NFKC')
          .replace(/[\p{P}\p{S}]+/gu, ' '),
      ),
    (text: string) =>
      spaced(
        folded(text)
          .normalize('NFKC')
          .replace(/[\p{P}\p{S}]/gu, ''),
      ),
  ].map((way) => [({ text }: Plain) => way(text), way] as const),
  [(one) => one.slug, (fragment) => slug(fragment.trim().normalize('NFC'))],
  [(one) => collapsed(one.slug), (fragment) => collapsed(slug(fragment.trim().normalize('NFC')))],
]

/** The places from one to another whose heading a text names, in the order in which they are taken. */
function named(all: readonly Plain[], text: string, from: number, to: number): number {
  for (const [ofHeading, ofFragment] of ways) {
    const wanted = ofFragment(text)
    for (let place = from; place < to; place++) {
      const one = all[place]
      if (one !== undefined && wanted !== '' && ofHeading(one) === wanted) return place
    }
  }
  return -1
}

/** The place of the heading that parts name, each below the one before it: where headings hold `#`, as many as may be read as one, then fewer. */
function nested(all: readonly Plain[], parts: readonly string[], from: number, to: number): number {
  const most = all.some(({ text }) => text.includes('#')) ? parts.length : 1
  for (let count = most; count > 0; count--) {
    const [first, rest] = [parts.slice(0, count).join('#'), parts.slice(count)]
    let at = from
    for (;;) {
      const place = named(all, first, at, to)
      if (place < 0) break
      if (rest.length === 0) return place
      let end = place + 1
      while (end < all.length && (all[end]?.level ?? 0) > (all[place]?.level ?? 0)) end++
      const below = nested(all, rest, place + 1, end)
      if (below >= 0) return below
      at = place + 1
    }
  }
  return -1
}

/** What a fragment names: a heading by its place, or what it is else. */
function plainAnchor(note: Note, fragment: string): string {
  const slugs = new GithubSlugger()
  const all = note.headings.map(({ level, text }) => ({ level, text, slug: slugs.slug(text.normalize('NFC')) }))
  const wanted = fragment.replace(/^#+/, '').trim()
  if (wanted === '') return 'top'
  const block = (id: string): string => {
    const ids = note.blocks.map((one) => one.id)
    const found = ids.find((one) => one === id) ?? ids.find((one) => one.toLowerCase() === id.toLowerCase())
    return found === undefined ? 'nothing' : `block ${found}`
  }
  if (wanted.startsWith('^')) return block(wanted.slice(1))
  const whole = named(all, wanted, 0, all.length)
  if (whole >= 0) return `heading ${whole}`
  const id = note.anchors.find((one) => one === wanted) ?? note.anchors.find((one) => folded(one) === folded(wanted))
  if (id !== undefined) return `id ${id}`
  const parts = wanted.split('#').filter((part) => part.trim() !== '')
  const place = parts.length < 2 ? -1 : nested(all, parts, 0, all.length)
  if (place >= 0) return `heading ${place}`
  if (wanted.toLowerCase() === 'top') return 'top'
  const last = wanted.slice(wanted.lastIndexOf('#') + 1)
  return wanted.includes('#') && last.startsWith('^') ? block(last.slice(1)) : 'nothing'
}

const words = [
  'Intro', 'intro', 'C#', 'C# basics', 'A#B', 'D&D', '7.6 Fats', 'a - b', 'a--b', 'What is it: a start', 'Caf\u00e9', 'Cafe\u0301', 'Ｆｕｌｌ', '++',
  'Top', 'b', 'B', 'under_score', "it's", 'Intro-1', 'x  y', 'ＡＢ', '数学', 'a b', 'F# and C#',
] // prettier-ignore

const heading = fc.tuple(fc.constantFrom(1, 2, 2, 3, 3, 4), fc.constantFrom(...words))
const others = fc.constantFrom(
  'text ^Blk',
  'text ^blk',
  'text',
  '<a id="Part-1"></a>',
  '<a name="part-1"></a>',
  '## Set {#own .c}',
)
const text = fc
  .array(fc.oneof({ weight: 4, arbitrary: heading.map(([level, name]) => `${'#'.repeat(level)} ${name}`) }, { weight: 1, arbitrary: others }), { minLength: 3, maxLength: 12 })
  .map((lines) => lines.join('\n\n')) // prettier-ignore

/** How people and programs write a heading's words in a link. */
const written = fc.constantFrom<(name: string) => string>(
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => ` ${name} `,
  slug,
  (name) => `${slug(name)}-1`,
  (name) => collapsed(slug(name)),
  (name) => name.replace(/[\p{P}\p{S}]/gu, ' '),
  (name) => name.replace(/[\p{P}\p{S}]/gu, ''),
  (name) => name.normalize('NFD'),
)
const part = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom(...words), written).map(([name, way]) => way(name)) },
  { weight: 1, arbitrary: fc.constantFrom('^blk', '^BLK', '^no', 'Part-1', 'PART-1', 'own', 'gone', '', 'top') },
)
const fragment = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('#'))

test('an anchor names what a plain reading of the headings says', () => {
  fc.assert(
    fc.property(text, fc.array(fragment, { minLength: 5, maxLength: 12 }), (body, fragments) => {
      const note = noteAt(vaultOf({ 'a.md': body }), 'a.md')
      for (const one of fragments) {
        const match = resolveAnchor(note, one)
        const said =
          match === undefined
            ? 'nothing'
            : match.kind === 'heading'
              ? `heading ${note.headings.indexOf(match.heading)}`
              : 'id' in match
                ? `${match.kind} ${match.id}`
                : match.kind
        expect([one, said]).toEqual([one, plainAnchor(note, one)])
      }
      for (const [at, { text: own }] of note.headings.entries()) {
        const same = note.headings.flatMap((other, place) => (folded(other.text) === folded(own) ? [place] : []))
        expect([own, isFirstOfSeveral(note, note.headings[at]!)]).toEqual([own, same.length > 1 && same[0] === at])
      }
    }),
    runs(60),
  )
})
