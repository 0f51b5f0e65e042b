import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { findMentions } from '../../../src/core/plan/find-mentions.ts'
import { sourceOf, type Texts } from '../../support/planned.ts'
import { runs } from '../../support/runs.ts'

const word = fc.constantFrom('alpha', 'Beta', 'gamma', 'DELTA', 'naïve', '7')
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
const sentence = fc
  .array(
    fc.tuple(
      fc.oneof(
        word,
        word.map((one) => one.toLowerCase()),
      ),
      fc.constantFrom(' ', ' ', ', ', '\n', '. '),
    ),
    {
      maxLength: 12,
    },
  )
  .map((all) => all.flat().join('').trim())

/** A note with a title and other names, whose text may link to another. */
const note = fc.record({
  title: name,
  aliases: fc.array(name, { maxLength: 2 }),
  text: sentence,
  link: fc.constantFrom('', '\n\n[[n0]]', '\n\n[[n1]]'),
})

type NoteParts = typeof note extends fc.Arbitrary<infer T> ? T : never

const textOf = ({ title, aliases, text, link }: NoteParts): string =>
  `---\ntitle: "${title}"\naliases: ${JSON.stringify(aliases)}\n---\n${text}${link}\n`

/** What is found when at each word of a text all names of all notes are tried: the longest, of those alike the first one's. */
function plainMentions(notes: readonly NoteParts[], at: number): readonly string[] {
  const { text, link } = notes[at] ?? { text: '', link: '' }
  const names = notes.flatMap(({ title, aliases }, target) => [title, ...aliases].map((called) => ({ called, target })))
  const found: string[] = []
  const linked = link === '' ? [] : [Number(link.at(-3))]
  const seen = new Set<number>(linked)
  let end = 0
  for (const { index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (index < end) continue
    const [longest] = names
      .filter(({ called }) => called.length > 2 && !/^[\d ]+$/.test(called))
      .filter(({ called }) => text.slice(index, index + called.length).toLowerCase() === called.toLowerCase())
      .filter(({ called }) => !/^[\p{L}\p{N}]/u.test(text.slice(index + called.length)))
      .sort((a, b) => b.called.length - a.called.length)
    if (longest === undefined || longest.target === at) continue
    end = index + longest.called.length
    if (!seen.has(longest.target)) found.push(`n${at}:${index} ${text.slice(index, end)} > n${longest.target}`)
    seen.add(longest.target)
  }
  return found
}

test('mentions are those that are found when every name is tried at every word, surest first', () => {
  fc.assert(
    fc.property(fc.array(note, { minLength: 2, maxLength: 5 }), (notes) => {
      const texts: Texts = Object.fromEntries(notes.map((one, at) => [`n${at}.md`, textOf(one)]))
      const source = sourceOf(texts)
      const mentions = findMentions(source, source.vault.notes)
      const said = mentions.map(({ note: { path, bodyStart }, start, text, target }) => {
        expect(texts[path]?.slice(start, start + text.length)).toBe(text)
        return `${path.slice(0, -3)}:${start - bodyStart} ${text} > ${target.path.slice(0, -3)}`
      })
      expect([...said].sort()).toEqual(notes.flatMap((_one, at) => plainMentions(notes, at)).sort())
      const places = mentions.map(({ score, note: { path }, start }) => [100 - score, path, start] as const)
      const sorted = [...places].sort((a, b) => a[0] - b[0] || a[1].localeCompare(b[1]) || a[2] - b[2])
      expect(places).toEqual(sorted)
    }),
    runs(60),
  )
})
