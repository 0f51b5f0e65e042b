import { describe, expect, test } from '@jest/globals'
import { closeNotes } from '../../../../src/core/query/graph/close-notes.ts'
import { searchSourceOf } from '../../../support/search-source-of.ts'

function reasonsOf(texts: Readonly<Record<string, string>>, path: string): ReadonlyMap<string, readonly string[]> {
  const filler = Object.fromEntries(
    Array.from({ length: 30 }, (_, at) => [`f${at}.md`, `# Filler ${at}\n\nNothing of note${at}.`]),
  )
  const { vault, index } = searchSourceOf({ ...texts, ...filler })
  const note = vault.note(path)
  const hits = note === undefined ? [] : closeNotes(vault, index, note, 5)
  return new Map(hits.map(({ title, reasons = [] }) => [title, reasons]))
}

describe('why a note is close to another', () => {
  test('by what one of them is called, as it writes it', () => {
    const reasons = reasonsOf(
      { 'a.md': '# Bees\n\nThe hive needs smoke.', 'b.md': '# The judge\n\nShe keeps bees.' },
      'a.md',
    )
    expect(reasons.get('The judge')).toEqual(['both speak of Bees'])
  })

  test('not by the day of the week, the month or a single word', () => {
    const texts = {
      'a.md': '# Saturday 8 June\n\nForty pierogi.',
      'b.md': '# Saturday 15 June\n\nForty people in the gallery.',
    }
    expect([...reasonsOf(texts, 'a.md')]).toEqual([])
  })

  test('not because a long note mentions everything, but because a note speaks of the same', () => {
    const other = Array.from({ length: 300 }, (_, at) => `word${at}`).join(' ')
    const texts = {
      'a.md': '# Pruning\n\nCut the apple tree in winter, above an outward bud, and seal the wound.',
      'b.md': '# Winter work\n\nPruning an apple tree: above an outward bud.',
      'c.md': `# Everything\n\nPruning, apple, tree, winter, outward bud, wound, seal. ${other}`,
      'd.md': `# More\n\n${other}`,
    }
    expect([...reasonsOf(texts, 'a.md').keys()][0]).toBe('Winter work')
  })

  test('not by one note alone that both link with, if they have no words in common', () => {
    const texts = {
      'a.md': '# Oak\n\nHeavy timber for beams, boards and barrels that endure for centuries.',
      'b.md': '# Payroll\n\nWages are due on the last working day; overtime comes a month later.',
      'hub.md': '# Start\n\nBegin at [[a]] or [[b]].',
    }
    expect([...reasonsOf(texts, 'a.md').keys()]).toEqual([])
  })

  test('not because both lie in one folder, nor by initials of their titles, nor a page of links', () => {
    const texts = {
      'post/a.md': '# How do I bake bread?\n\nFlour, yeast, an oven. [[one]] [[two]]',
      'post/b.md': '# How do I choose boots?\n\nLeather keeps rain out.',
      'start.md': `# Start\n\n${Array.from({ length: 20 }, (_, at) => `[[f${at}]]`).join(' ')} flour yeast oven bake bread`,
    }
    expect([...reasonsOf(texts, 'post/a.md').keys()]).toEqual([])
  })

  test('by the words that weigh most in both where they are much alike and share no name', () => {
    const texts = {
      'a.md': '# Monday\n\nSigned with the society: the broker got us a cheap mortgage.',
      'b.md': '# House\n\nThe mortgage came through the broker, signed at the society.',
    }
    expect(reasonsOf(texts, 'a.md').get('House')).toEqual(['both speak of broker, mortgage, society'])
  })

  test.each([
    ['topics: [bread]', ['both are about bread']],
    ['topics: [Breads]\ntags: [breads]', ['both are about Breads']],
    ['topics: [baking/bread]', ['both are about baking/bread']],
    ['topics: [oven]', ['both speak of Bread', 'both are about oven']],
  ])('by a topic and not by its words once more: %s', (keys, reasons) => {
    const texts = {
      'a.md': `---\n${keys}\n---\n\n# Bread\n\nThe bread rises.`,
      'b.md': `---\n${keys}\n---\n\n# My loaf\n\nA bread of spelt.`,
    }
    expect(reasonsOf(texts, 'a.md').get('My loaf')).toEqual(reasons)
  })
})
