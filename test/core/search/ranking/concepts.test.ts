import { expect, test } from '@jest/globals'
import { askedWordsOf } from '../../../../src/core/search/ranking/asked-words.ts'
import { conceptsOf } from '../../../../src/core/search/ranking/concepts.ts'
import { toolsFor } from '../../../../src/core/search/ranking/tools.ts'
import { searchSourceOf } from '../../../support/search-source-of.ts'

const note = (title: string, body: string, more = ''): string => `---\ntitle: ${title}\n${more}---\n\n${body}\n`
const source = searchSourceOf(
  {
    'a.md': note('Gradient', 'The yoghurt is cold. A sailboat and its windvane; colour of the hull.'),
    'b.md': note('Off Policy', 'Learning off policy with a reef. Version 18.2 of it. Straddle the anchor.'),
    'c.md': note('Temporal Difference', 'A temporal difference (TD) is learned. Gradients of anchors.'),
    'd.md': note('Reefing', 'Put a reef in the sail. A data base of reefs. Halyards.', 'keywords: [mooring]\n'),
    'e.md': note(
      'Steering',
      'The tiller. Anchorage and anchors; anchors again. Rigging, riggings. An omelette, an omelet; a hull, a hullage.\n\nThe keel and its keelson; the stern.',
    ),
  },
  [
    ['tiller', 'helm stick'],
    ['stern', 'poop'],
  ],
)

/** What stands for each word of a query: the way, the words of the vault, and what it is worth in the hundred. */
async function concepts(query: string, without: readonly string[] = []): Promise<Record<string, readonly string[]>> {
  const { index } = source
  const tools = await toolsFor(source, query, new Set(without))
  const found = conceptsOf(index, askedWordsOf(index, [query], tools), tools)
  return Object.fromEntries(
    found.map(({ word, alternatives }) => [
      word,
      alternatives.map(({ way, as, weight }) => `${way} ${as} ${Math.round(100 * weight)}`),
    ]),
  )
}

test.each<[string, string, string, string]>([
  // A word of the vault is worth all; the last word may be begun, more the more of it is written: 0.6 and 0.4 of the share.
  ['a word', 'reef', 'reef', 'same reef 100'],
  ['the beginning of a word that the vault lacks', 'moori', 'moori', 'beginning mooring 84'],
  ['three letters are a beginning', 'ree', 'ree', 'beginning reef 86'],
  ['two signs less do not make one', 'joined words', 'joined', ''],
  ['a word that notes are about is hardly a beginning', 'anchor', 'anchor', 'beginning anchorage 39'],
  ['one of few letters that nothing is called by may be', 'hull', 'hull', 'beginning hullage 50'],
  [
    'one that only texts hold, beside what they say first, is like one that the vault lacks',
    'keel',
    'keel',
    'beginning keelson 79',
  ],
  ['letters that were changed', 'tilelr', 'tilelr', 'typo tiller 89'],
  ['a letter that was doubled', 'tillerr', 'tillerr', 'typo tiller 93'],
  ['a letter for one that sounds alike', 'gradiend', 'gradiend', 'typo gradient 93'],
  ['a spelling that the vault has beside the one typed', 'omelette', 'omelette', 'spelling omelet 90'],
  ['the other way round', 'omelet', 'omelet', 'spelling omelette 90'],
  [
    'the beginning and the end of a word in one, where the vault has one of them',
    'anchorwxyz',
    'anchorwxyz',
    'parted anchor 50',
  ],
  ['a synonym of a word that the vault lacks', 'poop', 'poop', 'synonym stern 94'],
  ['a synonym of two words', 'helm stick', 'helm', 'synonym tiller 80'],
  ['an opposite that is part of a name', 'off policy', 'off policy', 'same off 100'],
  ['another spelling in the vault', 'yoghurt', 'yoghurt', 'same yoghurt 100'],
  ['two words that the vault has as one', 'sail boat', 'boat', 'joined sailboat 100'],
  ['the same for the first of them', 'sail boat', 'sail', 'joined sailboat 100'],
  ['one word that the vault has as two', 'temporaldifference', 'temporaldifference', 'parted temporal difference 90'],
  ['a name in one word', 'temporalDifference', 'temporalDifference', 'parted temporal difference 90'],
  ['a version by its beginning', 'x 18.2.7', '18.2.7', 'parted 18.2 60'],
  ['a short form that a note explains', 'td', 'td', 'synonym temporal difference 85'],
  ['a short form in common use', 'kl', 'kl', ''],
])('%s: %s', async (_, query, word, expected) => {
  const found = (await concepts(query))[word] ?? []
  if (expected === '') expect(found.filter((one) => one.startsWith('joined'))).toEqual([])
  else expect(found).toContain(expected)
})

test('what a layer adds is gone when it is switched off', async () => {
  expect(await concepts('tilelr', ['typos'])).toEqual({ tilelr: [] })
  expect(await concepts('moori', ['beginnings', 'typos'])).toEqual({ moori: [] })
  expect(await concepts('poop', ['synonyms', 'typos'])).toEqual({ poop: [] })
  expect(await concepts('omelette', ['typos', 'synonyms', 'beginnings'])).toEqual({ omelette: ['same omelette 100'] })
})

test('small words are left out unless there is nothing else', async () => {
  expect(Object.keys(await concepts('what is the reef'))).toEqual(['reef'])
  expect(Object.keys(await concepts('off'))).toEqual(['off'])
  expect(Object.keys(await concepts('reef reef'))).toEqual(['reef'])
  expect(Object.keys(await concepts(Array.from({ length: 40 }, (_, at) => `word${at}x`).join(' ')))).toHaveLength(32)
})
