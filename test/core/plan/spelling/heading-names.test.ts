import { expect, test } from '@jest/globals'
import GithubSlugger, { slug } from 'github-slugger'
import type { ToolName } from '../../../../src/core/model/tool-dialect.ts'
import { renameHeading } from '../../../../src/core/plan/rename/rename-heading.ts'
import { applied, sourceOf, type Texts } from '../../../support/planned.ts'
import { expectSame } from '../../../support/expect-same.ts'
import { noteAt } from '../../../support/vault-of.ts'

/** Words that a heading had or gets; what a wikilink cannot hold of them is a blank there. */
const words = ['Old words', 'One', 'New & better: words', 'C# [draft] | x', 'Café au lait', 'two  words']

const spaced = (text: string): string => text.trim().replace(/\s+/g, ' ')
const inWikilink = (text: string): string => spaced(text.replace(/[[\]|^]/g, ' '))

/** A note whose heading is linked to, with the heading above it, and one of the same level behind. */
const headed = (text: string): string => `# Top\n\n## Above\n\n### ${text}\n\nText.\n\n## Behind\n`

/** A link in each way to name a heading: by its words, below another, by its slug, from a note that may be its own. */
function links(text: string, to: { readonly wiki: string; readonly markdown: string }, isNested: boolean): string {
  const [wiki, own] = [inWikilink(text), slug(text)]
  return [
    `[[${to.wiki}#${wiki}]] [[${to.wiki}#${wiki}|shown]] ![[${to.wiki}#${wiki}]]`,
    isNested ? `[[${to.wiki}#Above#${wiki}]] [[${to.wiki}#Top#Above#${wiki}|x]]` : '',
    `[x](${to.markdown}#${own}) [x](<${to.markdown}#${own}> "t") <a href="${to.markdown}#${own}">x</a>`,
    `[x][r] [[${to.wiki}#Behind]] [x](${to.markdown}#above) [[${to.wiki}]]`,
    `[r]: ${to.markdown}#${own}`,
  ].join('\n\n')
}

const pairs = words.flatMap((from) =>
  words.filter((to) => to !== from && !to.includes('#')).map((to) => [from, to] as const),
)

test.each(pairs)('links to the heading "%s" name it "%s" in the way in which they are written', (from, to) => {
  // Of parts that hold a `#` themselves none is known by its place.
  const isNested = !from.includes('#')
  const texts = (text: string): Texts => ({
    'a.md': links(text, { wiki: 'b', markdown: 'b.md' }, isNested),
    's/c.md': links(text, { wiki: 'b', markdown: '../b.md' }, isNested),
    'b.md': `${headed(text)}\n${links(text, { wiki: '', markdown: '' }, isNested)}\n`,
  })
  const source = sourceOf(texts(spaced(from)))
  const { changes } = renameHeading(source, noteAt(source.vault, 'b.md'), slug(spaced(from)), to)
  expectSame(applied(texts(spaced(from)), changes), texts(spaced(to)))
})

test.each(['One', 'Old words'])(
  'a link by the slug of "%s" in a wikilink goes on by slug where it is one for sure',
  (from) => {
    const texts = (text: string, called: string): Texts => ({ 'a.md': `[[b#${called}]]`, 'b.md': headed(text) })
    const before = texts(from, slug(from))
    const source = sourceOf(before)
    const { changes } = renameHeading(source, noteAt(source.vault, 'b.md'), slug(from), 'New words')
    // A single word in lower case may be meant as the text.
    expectSame(applied(before, changes), texts('New words', from === 'One' ? 'New words' : 'new-words'))
  },
)

test.each([
  [['A', 'A', 'A'], 1, 'B'],
  [['A', 'B', 'A'], 0, 'B'],
  [['A', 'A', 'B'], 2, 'A'],
  [['A', 'B', 'B'], 0, 'b'],
])('among the headings %j links by slug follow the numbers as the one at %i becomes "%s"', (before, at, to) => {
  const slugged = (all: readonly string[]): readonly string[] => {
    const slugger = new GithubSlugger()
    return all.map((text) => slugger.slug(text))
  }
  const texts = (all: readonly string[]): Texts => ({
    'a.md': slugged(all).map((one) => `[x](b.md#${one})`).join(' '), // prettier-ignore
    'b.md': all.map((text) => `## ${text}\n`).join('\n'),
  })
  const source = sourceOf(texts(before))
  const { changes } = renameHeading(source, noteAt(source.vault, 'b.md'), slugged(before)[at] ?? '', to)
  expectSame(applied(texts(before), changes), texts(before.map((text, place) => (place === at ? to : text))))
})

test('links by an id of its own keep that, and those by words get the new ones', () => {
  const texts = (text: string): Texts => ({
    'a.md': `[x](b.md#own) [[b#own]] [[b#${text}]] [x](b.md#other)`,
    'b.md': `## ${text} {#own}\n\n## Second {#other}\n`,
  })
  const source = sourceOf(texts('Old words'))
  const { changes } = renameHeading(source, noteAt(source.vault, 'b.md'), 'Old words', 'New words')
  expectSame(applied(texts('Old words'), changes), texts('New words'))
})

test('a heading may get the words that a link asks for which led to no heading', () => {
  const texts = (text: string): Texts => ({
    'a.md': `[[b#Wanted]] [x](b.md#wanted) [[e#Wanted]] [[b#^wanted]]`,
    'b.md': `## ${text}\n`,
    's/e.md': `## ${text}\n`,
    't/e.md': '',
  })
  for (const note of ['b.md', 's/e.md']) {
    const source = sourceOf(texts('Old words'))
    const { changes } = renameHeading(source, noteAt(source.vault, note), 'Old words', 'Wanted')
    expectSame(applied(texts('Old words'), changes), { ...texts('Old words'), [note]: '## Wanted\n' })
  }
})

/** Links by the ids that a tool gives headings, and by those of GitHub. */
// prettier-ignore
test.each<[ToolName, string, string, string, string, string]>([
  ['mkdocs', '## A & B', 'A & B', 'C & D', '[x](b.md#a-b) [x](b.md#a--b) [[b#a-b]]', '[x](b.md#c-d) [x](b.md#c--d) [[b#C & D]]'],
  ['vuepress', '## A & B', 'A & B', 'C & D', '[x](b.md#a-b) [x](b.md#a--b) [[b#a-b]]', '[x](b.md#c-d) [x](b.md#c--d) [[b#C & D]]'],
  ['docusaurus', '## A & B', 'A & B', 'C & D', '[x](b.md#a-b) [x](b.md#a--b) [[b#a-b]]', '[x](b.md#c--d) [x](b.md#c--d) [[b#C & D]]'],
  ['mkdocs', '## A\n\n## A', 'a-1', 'N & M', '[x](b.md#a_1) [x](b.md#a-1) [x](b.md#a)', '[x](b.md#n-m) [x](b.md#n--m) [x](b.md#a)'],
  ['mkdocs', '## A\n\n## A', 'a', 'N & M', '[x](b.md#a_1) [x](b.md#a-1) [x](b.md#a)', '[x](b.md#a) [x](b.md#a) [x](b.md#n-m)'],
  ['mkdocs', '## A\n\n## N', 'N', 'A', '[x](b.md#n) [x](b.md#a)', '[x](b.md#a_1) [x](b.md#a)'],
  ['vuepress', '## A\n\n## A', 'a-1', 'N & M', '[x](b.md#a-2) [x](b.md#a-1) [x](b.md#a)', '[x](b.md#n-m) [x](b.md#n--m) [x](b.md#a)'],
  ['vuepress', '## A\n\n## N', 'N', 'A', '[x](b.md#n) [x](b.md#a)', '[x](b.md#a-2) [x](b.md#a)'],
])('in a vault of %s, of the headings %j, as %s becomes "%s", %s leads on', (tool, headings, from, to, links, expected) => {
  const texts: Texts = { 'a.md': links, 'b.md': `${headings}\n` }
  const source = sourceOf(texts, { tool })
  const { changes } = renameHeading(source, noteAt(source.vault, 'b.md'), from, to)
  expect(applied(texts, changes)['a.md']).toBe(expected)
})
