import { expect, test } from '@jest/globals'
import { askedWordsOf } from '../../../../src/core/search/ranking/asked-words.ts'
import { type Concept, conceptsOf } from '../../../../src/core/search/ranking/concepts.ts'
import { toolsFor } from '../../../../src/core/search/ranking/tools.ts'
import { searchSourceOf } from '../../../support/search-source-of.ts'

/** A note that says one thing first, and mentions another behind it. */
const note = (title: string, said: string, mentioned = ''): string =>
  `# ${title}\n\nThis is the ${said}.\n\nAnd it is the other, which is not the first.\n\nIt is of the ${mentioned}.\n`
const source = searchSourceOf(
  {
    'a.md': note('Sailboat', 'sail, the catboat and the paravane', 'halyrad and the gradeint and the dekc'),
    'b.md': note('Halyard', 'crane and the squawk', 'halyrad and the gradeint and the paravena'),
    'c.md': note('Deck', 'haliard, the craneberry and the deckhand', 'gradeint, the mc and the boom'),
    'd.md': note('Gradient', 'boom of the keels, the squawk and the tillerman', 'Monte Carlo'),
    'e.md': note('Markov', 'squawk, the squawky bird and the rl', 'tilter of reinforcement learning'),
  },
  [
    ['keel', 'alfa bravo carlo delta ecko'],
    ['boom', 'alfa bravo carlo delta ecko fox'],
    ['deck', 'shut it off then now'],
    ['sail', 'shut it off then now go'],
  ],
)

async function conceptsIn(query: string): Promise<readonly Concept[]> {
  const tools = await toolsFor(source, query)
  return conceptsOf(source.index, askedWordsOf(source.index, [query], tools), tools)
}

/** How rare a word is that so many of the five notes hold, as BM25 has it, and what one of such a rarity matters. */
const idf = (spread: number): number => Math.log(1 + (5 - spread + 0.5) / (spread + 0.5))
const matter = (spread: number): number => idf(spread) ** 0.45
/** What a typo is worth: the less, the more edits there are to a letter; changed neighbours are 0.8 of an edit, letters that sound alike 0.6. */
const typo = (edits: number, letters: number): number => 1 - edits / (letters + 1)
/** What a beginning is worth, at most so much. */
const begun = (most: number, typed: number, letters: number): number => most * (0.6 + (0.4 * typed) / letters)

interface Expected {
  readonly is: Readonly<Record<string, number>>
  readonly matter: number
  readonly rarity: number
}

/** The word of a query with everything that stands for it, what it matters and how rare it is. */
test.each<[string, string, string, Expected]>([
  ['a word of the vault', 'craneberry', 'craneberry', { is: { craneberry: 1 }, matter: matter(1), rarity: idf(1) }],
  [
    'one of three notes',
    'the squawk of it x',
    'squawk',
    { is: { squawk: 1, squawky: begun(0.45, 6, 7) }, matter: matter(3), rarity: idf(3) },
  ],
  ['a word that nothing stands for', 'zzzz', 'zzzz', { is: {}, matter: matter(0), rarity: idf(0) }],
  [
    'a typo, which is not surely meant',
    'tillermna',
    'tillermna',
    { is: { tillerman: typo(0.8, 9) }, matter: typo(0.8, 9) * matter(1), rarity: idf(0) },
  ],
  [
    'a typo of the commoner of two words',
    'sqauwk',
    'sqauwk',
    { is: { squawk: typo(0.8, 6) }, matter: typo(0.8, 6) * matter(3), rarity: idf(0) },
  ],
  [
    'a beginning, which is meant',
    'parav',
    'parav',
    {
      is: { paravane: begun(0.95, 5, 8), paravena: begun(0.95, 5, 8) },
      matter: begun(0.95, 5, 8) * matter(1),
      rarity: idf(1),
    },
  ],
  [
    'a beginning of what notes are called',
    'deck',
    'deck',
    {
      is: { deck: 1, deckhand: begun(0.45, 4, 8), dekc: 0, 'shut it off then now': 0 },
      matter: matter(1),
      rarity: idf(1),
    },
  ],
  [
    'a typo beside a beginning counts less',
    'tiller',
    'tiller',
    {
      is: { tillerman: begun(0.95, 6, 9), tilter: 0.7 * typo(1, 6) },
      matter: begun(0.95, 6, 9) * matter(1),
      rarity: idf(1),
    },
  ],
  ['words that are one in the vault', 'cat boat', 'boat', { is: { catboat: 1 }, matter: matter(1), rarity: idf(1) }],
  [
    'a typo of two words in one, from eight letters on',
    'kil sial boat',
    'boat',
    { is: { sailboat: typo(0.8, 8) }, matter: typo(0.8, 8) * matter(1), rarity: idf(0) },
  ],
  ['none of seven', 'kat boat', 'boat', { is: {}, matter: matter(0), rarity: idf(0) }],
  [
    'none of two words that the vault has',
    'crane bery',
    'crane',
    { is: { crane: 1, craneberry: typo(0.6, 9) }, matter: matter(1), rarity: idf(1) },
  ],
  [
    'a name by its parts, which are known',
    'keelsBoom',
    'keelsBoom',
    { is: { 'keels boom': 0.9 }, matter: 0.9 * matter(1), rarity: idf(1) },
  ],
  [
    'a name of which one part is',
    'craneZzzz',
    'craneZzzz',
    { is: { crane: 0.5 }, matter: 0.5 * matter(1), rarity: idf(1) },
  ],
  [
    'five words that are a synonym',
    'alfa bravo carlo delta ecko',
    'ecko',
    { is: { keel: 0.8 }, matter: 0.8 * matter(1), rarity: idf(0) },
  ],
  ['six are none', 'alfa bravo carlo delta ecko fox', 'fox', { is: {}, matter: matter(0), rarity: idf(0) }],
  [
    'five words with small ones among them',
    'shut it off then now',
    'shut',
    { is: { deck: 0.8 }, matter: 0.8 * matter(1), rarity: idf(0) },
  ],
  [
    'of six the first five',
    'shut it off then now go',
    'shut',
    { is: { deck: 0.8 }, matter: 0.8 * matter(1), rarity: idf(0) },
  ],
  // What the vault has is no typo; a short form that notes only mention may be what people know by it.
  [
    'a word that two notes mention is no slip of a name',
    'halyrad',
    'halyrad',
    { is: { halyrad: 1 }, matter: matter(2), rarity: idf(2) },
  ],
  ['nor is one that three mention', 'gradeint', 'gradeint', { is: { gradeint: 1 }, matter: matter(3), rarity: idf(3) }],
  ['nor of another word', 'paravena', 'paravena', { is: { paravena: 1 }, matter: matter(1), rarity: idf(1) }],
  ['nor one of four letters', 'dekc', 'dekc', { is: { dekc: 1 }, matter: matter(1), rarity: idf(1) }],
  [
    'another spelling that the vault has',
    'haliard',
    'haliard',
    { is: { haliard: 1, halyard: 0.9 }, matter: matter(1), rarity: idf(1) },
  ],
  [
    'a short form that is mentioned',
    'mc',
    'mc',
    { is: { mc: 1, 'monte carlo': 0.85 }, matter: matter(1), rarity: idf(1) },
  ],
  ['one that is said first', 'rl', 'rl', { is: { rl: 1 }, matter: matter(1), rarity: idf(1) }],
])('%s: %s', async (_, query, word, expected) => {
  const concept = (await conceptsIn(query)).find((one) => one.word === word)
  const rounded = (one: number): number => Math.round(1e6 * one)
  expect(Object.fromEntries((concept?.alternatives ?? []).map(({ as, weight }) => [as, rounded(weight)]))).toEqual(
    Object.fromEntries(
      Object.entries(expected.is)
        .filter(([, weight]) => weight > 0)
        .map(([as, weight]) => [as, rounded(weight)]),
    ),
  )
  expect([rounded(concept?.matter ?? 0), rounded(concept?.rarity ?? 0)]).toEqual([
    rounded(expected.matter),
    rounded(expected.rarity),
  ])
})

test('of a long query the known words are kept, then those that matter most; no more than 200 are looked at', async () => {
  const strange = (count: number): string => Array.from({ length: count }, (_, at) => `q${at}`).join(' ')
  const words = async (query: string): Promise<readonly string[]> => (await conceptsIn(query)).map(({ word }) => word)
  expect(await words(`${strange(30)} squawk crane`)).toEqual([...strange(30).split(' '), 'squawk', 'crane'])
  expect((await words(`${strange(31)} squawk crane`)).slice(0, 3)).toEqual(['crane', 'squawk', 'q0'])
  expect(await words(`${strange(31)} squawk crane`)).toHaveLength(32)
  expect(await words(`${strange(199)} crane`)).toContain('crane')
  expect(await words(`${strange(200)} crane`)).not.toContain('crane')
})

test('of many words that begin with one the 40 shortest are kept, and come first', async () => {
  const many = Array.from({ length: 50 }, (_, at) => `halyard${at < 25 ? 'a' : 'b'}${'x'.repeat(1 + ((at * 7) % 25))}`)
  const { index, ...others } = searchSourceOf({ 'a.md': `# A\n\nThis is the other.\n\n${many.join(' ')}\n` })
  const tools = await toolsFor({ index, ...others }, 'halyar', new Set(['typos']))
  const [concept] = conceptsOf(index, askedWordsOf(index, ['halyar'], tools), tools)
  const lengths = many.map(({ length }) => length).sort((a, b) => a - b)
  expect((concept?.alternatives ?? []).map(({ as }) => as.length)).toEqual(lengths.slice(0, 40))
})
