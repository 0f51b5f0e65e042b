import { describe, expect, test } from '@jest/globals'
import type { Concept } from '../../../../src/core/search/ranking/concepts.ts'
import type { Way } from '../../../../src/core/search/ranking/alternative.ts'
import { bandOf, unknownWords } from '../../../../src/core/search/ranking/bands.ts'
import { bestMatches } from '../../../../src/core/search/ranking/best-matches.ts'
import { explain, missingIn } from '../../../../src/core/search/ranking/explain.ts'
import { Matcher } from '../../../../src/core/search/ranking/matcher.ts'
import { patternLine } from '../../../../src/core/search/ranking/pattern-line.ts'
import type { Ranked } from '../../../../src/core/search/ranking/rank-notes.ts'
import { searchSourceOf } from '../../../support/search-source-of.ts'

const text = `---
title: Sail Trim
aliases: [Sheeting, Luff care]
summary: Ease the sail.
topics: [sailing, boats]
tags: [wind]
keywords: [loose sheets, flapping sail]
author: Raven
---

# Sail Trim

## Reef and sail

First line. The luff flutters when the boat heels! Then ease the sheet.
\`\`\`
luff luff boat
\`\`\`
- the **boat** and its [[luff|leading edge]] luff
![luff boat](a.png)

## Wind and boat
x
`
const source = searchSourceOf({ 'a.md': text, 'b.md': '# Monte Carlo\n\nOther words.\n' })
const { index } = source
const [note] = source.vault.notes
if (note === undefined) throw new Error('no note')

function concept(word: string, terms: readonly string[], way: Way = 'same', weight = 1, as = word): Concept {
  return { word, matter: 1, rarity: 1, alternatives: terms.length === 0 ? [] : [{ terms, weight, way, as }] }
}
const matcherOf = (...concepts: readonly Concept[]): Matcher =>
  new Matcher(index, concepts, { words: new Set(), isSmall: (word) => word === 'the' })
const ranked = (more: Partial<Ranked> = {}): Ranked => ({ note: 0, score: 0, coverage: 0, sureness: 0, ...more })

describe('reasons of a hit', () => {
  test.each<[string, Concept, string]>([
    [
      'the word itself, wherever it is',
      concept('sail', ['sail']),
      '"sail" in the title, a keyword, the summary, a heading, its folder, topics, tags or properties and the text',
    ],
    ['in two places', concept('luff', ['luff']), '"luff" in an alias and the text'],
    ['in one', concept('flutters', ['flutter']), '"flutters" in the text'],
    ['initials', concept('st', ['st']), '"st" in the initials of its name'],
    [
      'the beginning',
      concept('flut', ['flutter'], 'beginning', 0.8, 'flutters'),
      '"flut" as the beginning of "flutters" in the text',
    ],
    ['a typo', concept('fluters', ['flutter'], 'typo', 0.8, 'flutters'), '"fluters" read as "flutters" in the text'],
    [
      'a spelling',
      concept('fluttres', ['flutter'], 'spelling', 0.8, 'flutters'),
      '"fluttres" written as "flutters" in the text',
    ],
    [
      'two words in one',
      concept('flut', ['flutter'], 'joined', 0.8, 'flutters'),
      '"flut" written as "flutters" in the text',
    ],
    [
      'one word in two, both of which are needed',
      concept('heelflutter', ['heel', 'flutter'], 'parted', 0.8, 'heel flutter'),
      '"heelflutter" written as "heel flutter" in the text',
    ],
    [
      'a compound',
      concept('heel', ['flutter'], 'compound', 0.6, 'heelflutter'),
      '"heel" as a part of "heelflutter" in the text',
    ],
    [
      'a synonym',
      concept('wave', ['flutter'], 'synonym', 0.6, 'flutter'),
      '"wave" by its synonym "flutter" in the text',
    ],
    [
      'a short form',
      concept('hf', ['heel', 'flutter'], 'short-form', 0.85, 'heel flutter'),
      '"hf" short for "heel flutter" in the text',
    ],
    ['nothing', concept('zebra', []), 'nothing for "zebra"'],
    ['a word of another note', concept('mc', ['mont', 'flutter'], 'short-form'), 'nothing for "mc"'],
    [
      'terms in several fields',
      concept('x', ['raven', 'sheet'], 'synonym', 1, 'y'),
      '"x" by its synonym "y" in an alias, a keyword, its folder, topics, tags or properties and the text',
    ],
  ])('%s', (_, one, expected) => {
    const matcher = matcherOf(one)
    expect(explain(matcher, ranked(), note)).toEqual([expected])
    expect(missingIn(index, [one, one], 0)).toEqual(expected.startsWith('nothing') ? [one.word] : [])
  })

  test('the best of what stands for a word is told', () => {
    const both: Concept = {
      ...concept('x', ['flutter'], 'typo', 0.6, 'flutters'),
      alternatives: [
        ...concept('x', ['flutter'], 'typo', 0.6, 'flutters').alternatives,
        ...concept('x', ['heel'], 'synonym', 0.7, 'heel').alternatives,
        ...concept('x', ['mont'], 'same', 1).alternatives,
      ],
    }
    expect(explain(matcherOf(both), ranked(), note)).toEqual(['"x" by its synonym "heel" in the text'])
  })

  test('its name, the keyword that says much and the place of its text come with them', () => {
    const [sail, flap, zebra] = [concept('sail', ['sail']), concept('flap', ['flap']), concept('zebra', [])]
    const much = 'the keyword "flapping sail" says much of it'
    expect(explain(matcherOf(sail, flap), ranked({ named: true, near: 0.5 }), note)).toEqual([
      'it is what the note is called',
      '"sail" in the title, a keyword, the summary, a heading, its folder, topics, tags or properties and the text',
      '"flap" in a keyword',
      much,
      'a place of its text says much of it',
    ])
    expect(explain(matcherOf(flap), ranked({ near: 0.49 }), note)).toEqual(['"flap" in a keyword'])
    expect(explain(matcherOf(sail, zebra), ranked(), note)).not.toContain(much)
  })
})

describe('how far a query is answered', () => {
  const one = (coverage: number, sureness: number, more: Partial<Ranked> = {}): Ranked =>
    ranked({ coverage, sureness, ...more })
  test.each<[string, readonly Ranked[], string]>([
    ['no note', [], 'none'],
    ['one that has all', [one(1, 1)], 'full'],
    ['the third of them', [one(0, 0), one(0, 0), one(1, 1)], 'full'],
    ['not the fourth', [one(0, 0), one(0, 0), one(0, 0), one(1, 1)], 'none'],
    ['one that has half', [one(0.5, 1)], 'partial'],
    ['one that has six of ten', [one(0.6, 0)], 'full'],
    ['one that has less', [one(0.59, 0.35)], 'partial'],
    ['one that is hardly sure', [one(0.59, 0.34)], 'none'],
    ['the second, which is sure', [one(0, 0), one(0.2, 0.35)], 'partial'],
    ['not the fourth, which is sure', [one(0, 0), one(0, 0), one(0, 0), one(0.2, 1)], 'none'],
    ['the fourth, which has a name', [one(0, 0), one(0, 0), one(0, 0), one(0, 0, { holdsName: true })], 'none'],
    ['one that hardly has a word', [one(0.2, 0.2)], 'none'],
    ['a whole name', [one(0.2, 0.2, { holdsName: true })], 'full'],
    ['no whole name', [one(0.2, 0.2, { holdsName: false })], 'none'],
  ])('by %s', (_, notes, band) => {
    expect(bandOf(notes)).toBe(band)
  })

  test('words that nothing stands for are named once', () => {
    expect(unknownWords([concept('a', []), concept('b', ['b']), concept('a', []), concept('c', [])])).toEqual([
      'a',
      'c',
    ])
  })
})

test('a hit shows its names, best keyword, summary, topics, tags, best heading and best line, with their words marked', () => {
  const shown = (...concepts: readonly Concept[]): readonly string[] =>
    bestMatches(matcherOf(...concepts), note, text).map(
      ({ field, line, text: line_, ranges }) =>
        `${field}${line === undefined ? '' : ` ${line}`}: ${(ranges ?? []).reduceRight((whole, [from, to]) => `${whole.slice(0, from)}<${whole.slice(from, to)}>${whole.slice(to)}`, line_)}`,
    )
  expect(shown(concept('sail', ['sail']))).toEqual([
    'title: <Sail> Trim',
    'keyword: flapping <sail>',
    'summary: Ease the <sail>.',
    'topic: <sailing>',
    'heading 13: Reef and <sail>',
  ])
  // A line of a fence, an image or a heading is not the best line; links show what a reader sees.
  expect(shown(concept('luff', ['luff']), concept('boat', ['boat']))).toEqual([
    'alias: <Luff> care',
    'topic: <boats>',
    'heading 22: Wind and <boat>',
    'body 15: The <luff> flutters when the <boat> heels!',
  ])
  expect(shown(concept('edge', ['edg']), concept('boat', ['boat']))).toContain(
    'body 19: the <boat> and its leading <edge> luff',
  )
  expect(shown(concept('wind', ['wind']))).toEqual(['tag: <wind>', 'heading 22: <Wind> and boat'])
  expect(shown(concept('sheet', ['sheet']))).toEqual([
    'alias: <Sheeting>',
    'keyword: loose <sheets>',
    'body 15: Then ease the <sheet>.',
  ])
  expect(shown(concept('x', []))).toEqual([])
})

test('the line of the first pattern that matches is shown as it is written', async () => {
  const line = async (...sources: readonly string[]): Promise<unknown> =>
    patternLine(
      source.findPattern,
      [
        { kind: 'word', text: 'x', column: 1 },
        ...sources.map((one) => ({ kind: 'pattern' as const, source: one, flags: '', column: 1 })),
      ],
      { note, text },
    )
  const [first = ''] = text.split('\n').slice(14)
  expect(await line('l.ff f')).toEqual([{ field: 'body', line: 15, text: first, ranges: [[16, 22]] }])
  expect(await line('zebra', 'First')).toEqual([{ field: 'body', line: 15, text: first, ranges: [[0, 5]] }])
  // What goes on in the next line is marked to the end of its own; front matter is no body.
  expect(await line('sheet\\.\\n')).toEqual([{ field: 'body', line: 15, text: first, ranges: [[65, first.length]] }])
  expect(await line('author')).toEqual([])
  expect(await line()).toEqual([])
})
