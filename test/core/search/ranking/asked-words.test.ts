import { expect, test } from '@jest/globals'
import { type AskedWord, askedWordsOf } from '../../../../src/core/search/ranking/asked-words.ts'
import { compoundsWith, partsOfCompound } from '../../../../src/core/search/ranking/compounds.ts'
import type { Alternative } from '../../../../src/core/search/ranking/alternative.ts'
import { toolsFor } from '../../../../src/core/search/ranking/tools.ts'
import { searchSourceOf } from '../../../support/search-source-of.ts'

const source = searchSourceOf({
  'a.md': '# 机械学习\n\n注意力权重。猫。한국어 학습. แมวของฉัน\n',
  'b.md': '# C++\n\nA database of node.js, and F#. The policy is off.\n',
  'c.md': '# HTTP\n\nSee parseHTTPResponse, version 18.2, and data. Iceberg lettuce.\n',
})

const asked = async (...texts: readonly string[]): Promise<readonly AskedWord[]> =>
  askedWordsOf(source.index, texts, await toolsFor(source, texts.join(' ')))

/** Each word as the vault is asked for it, small ones in brackets. */
test.each<[string, readonly string[]]>([
  ['the policy of data', ['(the)', 'policy', '(of)', 'data']],
  ['C++ and C#', ['c++', '(and)', 'c']],
  ['F# ++', ['f#']],
  ['https://data.example/policy', ['data', 'example', 'policy']],
  ['parseHTTPResponse v18.2', ['parsehttpresponse', '18.2']],
  // A stop word of another language counts where the vault has it, and where it makes a word with its neighbour.
  ['data base', ['data', 'base']],
  ['die policy', ['(die)', 'policy']],
  // Runs without blanks: the pairs that the vault has, and what no pair covers.
  ['机械学习', ['机械', '械学', '学习']],
  ['機械學習', ['机械', '械学', '学习']],
  ['深度学习', ['学习', '深度']],
  ['学习者', ['学习']],
  ['注意力和权重', ['注意', '意力', '权重']],
  ['猫', ['猫']],
  ['猫狗', ['猫']],
  ['恐竜図鑑', ['恐竜図鑑']],
  ['恐竜', ['恐竜']],
  ['狗', ['狗']],
  ['학습', ['학습']],
  ['แมว', ['แม', 'มว']],
  ['ปลาทู', ['ปลาทู']],
  // Words that ask say nothing, unless nothing else is there.
  ['什么是注意力', ['注意', '意力']],
  ['机械学习とは何ですか', ['机械', '械学', '学习']],
  ['学习的方法是什么?', ['学习', '的方法']],
  ['어떻게 학습', ['학습']],
  ['什么', ['什么']],
  ['', []],
  ['#!', []],
])('%s asks for %j', async (text, expected) => {
  const words = await asked(text)
  expect(words.map(({ text: word, small }) => (small ? `(${word})` : word))).toEqual(expected)
})

test('each word is told as it was typed, with its kind and its parts', async () => {
  expect(await asked('The parseHTTP C++', '機械 恐竜図鑑')).toEqual([
    { typed: 'The', text: 'the', parts: [], kind: 'word', small: true },
    { typed: 'parseHTTP', text: 'parsehttp', parts: ['parse', 'http'], kind: 'word', small: false },
    { typed: 'C++', text: 'c++', parts: [], kind: 'signed', small: false },
    { typed: '機械', text: '机械', parts: [], kind: 'piece', small: false },
    { typed: '恐竜図鑑', text: '恐竜図鑑', parts: [], kind: 'piece', small: false },
  ])
})

test('the texts of a query are read one by one', async () => {
  expect((await asked('https', '://data')).map(({ text }) => text)).toEqual(['https', 'data'])
  expect((await asked('data', 'base')).map(({ text, small }) => [text, small])).toEqual([
    ['data', false],
    ['base', false],
  ])
})

const said = (found: readonly Alternative[]): readonly string[] =>
  found.map(({ terms, weight, way, as }) => `${way} ${as} [${terms.join(' ')}] ${weight}`)

const german = searchSourceOf({
  'a.md':
    '# Straßenbahn\n\nDie Bahn ist nicht da, und der Zug mit dem Versicherungsbeitrag ist nicht das. Die U-Bahn, die Seilbahnen. Die Ostbahn.\n',
  'b.md':
    '# Versicherung\n\nDer Beitrag ist nicht für die Kinder und das Kind mit dem Schlüssel. Arbeit und Zeit, Liebe und Brief, Kind und Garten.\n',
})
const english = searchSourceOf({
  'a.md': '# Treehouse\n\nThe house of the tree, and the search. The warehouse and the key.\n',
})
const stem = (word: string): string => german.index.termOf(word) ?? ''

test('compounds that end with a word are found in languages that write them in one', () => {
  expect(said(compoundsWith(german.index, 'bahn'))).toEqual(
    ['ostbahn', 'strassenbahn'].map((one) => `compound ${one} [${stem(one)}] 0.6`),
  )
  expect(said(compoundsWith(german.index, 'beitrag'))).toEqual([
    `compound versicherungsbeitrag [${stem('versicherungsbeitrag')}] 0.6`,
  ])
  // Not a word itself, one with two letters before it, one that is too short, nor in English.
  expect(said(compoundsWith(german.index, 'strassenbahn'))).toEqual([])
  expect(said(compoundsWith(german.index, 'zug'))).toEqual([])
  expect(said(compoundsWith(english.index, 'house'))).toEqual([])
})

test.each<[string, string, string]>([
  ['nothing', 'Zugschluessel', ''],
  ['nothing', 'kindgarten', 'kind garten'],
  ['nothing', 'kindergarten', 'kinder garten'],
  ['s', 'arbeitszeit', 'arbeit zeit'],
  ['es', 'kindeszeit', 'kind zeit'],
  ['s', 'liebesbrief', 'liebe brief'],
  ['en', 'zeitenbrief', 'zeit brief'],
  ['e', 'briefegarten', 'brief garten'],
  ['n', 'liebenbrief', 'liebe brief'],
  ['s, whose head has three letters', 'zugszeit', 'zug zeit'],
  ['nothing, where both have three', 'zugbahn', ''],
  ['er', 'zugerbahn', 'zug bahn'],
])('parts of a compound that %s joins: %s', (_, word, parts) => {
  const found = partsOfCompound(german.index, word.toLowerCase())
  const terms = parts.split(' ').map(stem)
  if (parts !== '') expect(said(found)).toEqual([`parted ${parts} [${terms.join(' ')}] 0.9`])
  else expect(found.filter(({ weight }) => weight === 0.9)).toEqual([])
})

test('a word of which the vault has one part is known by half', () => {
  expect(said(partsOfCompound(english.index, 'treesearch'))).toEqual(['parted tree search [tree search] 0.9'])
  expect(said(partsOfCompound(english.index, 'housewarming'))).toEqual(['parted house [hous] 0.5'])
  expect(said(partsOfCompound(english.index, 'workhouse'))).toEqual(['parted house [hous] 0.5'])
  // The beginning counts from five letters on, the end from four.
  expect(said(partsOfCompound(english.index, 'treetops'))).toEqual([])
  expect(said(partsOfCompound(english.index, 'topstree'))).toEqual(['parted tree [tree] 0.5'])
  expect(said(partsOfCompound(english.index, 'keykey'))).toEqual([])
  expect(said(partsOfCompound(english.index, 'treekey'))).toEqual([])
})

test('stop words and stems are those of the languages of the vault, whatever is asked', async () => {
  const of = async (vault: typeof german, query: string): Promise<readonly unknown[]> => {
    const { ofVault, ofAny, stemsOf } = await toolsFor(vault, query)
    return [ofVault('die'), ofVault('the'), ofAny('the'), stemsOf('seilbahnen')]
  }
  for (const query of ['bahn', 'xyzzyx'])
    expect(await of(german, query)).toEqual([true, false, true, [stem('seilbahnen')]])
  for (const query of ['house', 'xyzzyx']) expect((await of(english, query)).slice(0, 3)).toEqual([false, true, true])
})
