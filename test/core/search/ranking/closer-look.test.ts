import { describe, expect, test } from '@jest/globals'
import { searchNotes } from '../../../../src/core/search/search-notes.ts'
import { searchSourceOf } from '../../../support/search-source-of.ts'

const titles = async (texts: Readonly<Record<string, string>>, query: string): Promise<readonly string[]> => {
  const { hits } = await searchNotes(searchSourceOf(texts), query, { filters: [], limit: 10, all: true })
  return hits.map(({ title }) => title)
}

describe('a closer look at the best notes', () => {
  test('a note is found by what another says in the sentence that links to it', async () => {
    const vault = {
      'glossary.md': '# Glossary\n\nTo see which notes mention this one, open [[Backlinks]]. Unrelated: [[Canvas]].',
      'Backlinks.md': 'A pane.',
      'Canvas.md': 'Boxes.',
    }
    expect(await titles(vault, 'notes mention')).toEqual(['Glossary', 'Backlinks'])
  })

  test('words that the best notes share order those that tell nothing else', async () => {
    const filler = Object.fromEntries(
      Array.from({ length: 8 }, (_, at) => [`f${at}.md`, `# F${at}\n\nsomething ${at} entirely apart`]),
    )
    const vault = {
      ...filler,
      'a.md': '# A\n\nSwarm in the plum tree.\n\nThe hive needs syrup, queen and brood.',
      'b.md': '# B\n\nSwarm of the grey moths.\n\nThe hive needs syrup, queen and brood.',
      'c.md': '# C\n\nSwarm of the loud tourists.\n\nThe harbour has noise, litter and boats.',
    }
    expect((await titles(vault, 'swarm')).indexOf('C')).toBe(2)
  })

  test('a word of the same family stands for one that the vault lacks', async () => {
    const vault = { 'a.md': '# Installation\n\nSteps.', 'b.md': '# Other\n\nText.' }
    expect(await titles(vault, 'installieren')).toEqual(['Installation'])
  })
})

test('what is known of a query is answered, however much of it is not', async () => {
  const vault = { 'a.md': '# Cornwall\n\nThe best pasty is in St Just.', 'b.md': '# Other\n\nText.' }
  const found = await searchNotes(searchSourceOf(vault), 'qwyxz zzkrw vvbnm pasty', { filters: [], limit: 5 })
  expect(found).toMatchObject({ band: 'partial', hits: [{ title: 'Cornwall' }] })
})
