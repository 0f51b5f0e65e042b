import { describe, expect, test } from '@jest/globals'
import { searchNotes } from '../../../src/core/search/search-notes.ts'
import { searchSourceOf } from '../../support/search-source-of.ts'

const source = searchSourceOf({
  'and.md': '# AND gate\n\nLogic.\n',
  'paren.md': '# (re)design (draft\n\nWork.\n',
  'code/node.js.md': '# Server runtime\n\nAn event loop.\n',
  'daily/2024-03-01.md': '# Friday\n\nAn apple.\n',
  'my-file_name.md': '# Something else\n\nText.\n',
  'notes.md': '# List\n\nmy-file_name and node.js and the AND gate of (re)design (draft, 2024-03-01.\n',
  'apple.md': '# Apple\n\nA fruit.\n',
})

describe('a note that is called what was typed is first', () => {
  test.each([
    ['AND gate', 'and.md'],
    ['and gate', 'and.md'],
    ['(re)design (draft', 'paren.md'],
    ['node.js', 'code/node.js.md'],
    ['node.js.md', 'code/node.js.md'],
    ['code/node.js', 'code/node.js.md'],
    ['code/node.js.md', 'code/node.js.md'],
    ['2024-03-01', 'daily/2024-03-01.md'],
    ['daily/2024-03-01.md', 'daily/2024-03-01.md'],
    ['my-file_name', 'my-file_name.md'],
    ['my file name', 'my-file_name.md'],
  ])('%s finds %s', async (query, path) => {
    const { hits, band } = await searchNotes(source, query, { filters: [], limit: 3 })
    expect(hits[0]).toMatchObject({ path, score: expect.any(Number) })
    expect(hits[0]?.score).toBeGreaterThanOrEqual(95)
    expect(band).toBe('full')
  })

  test('unless a filter leaves it out', async () => {
    const filters = [({ path }: { readonly path: string }) => path.startsWith('daily/')]
    const { hits } = await searchNotes(source, 'apple', { filters, limit: 3 })
    expect(hits.map(({ path }) => path)).toEqual(['daily/2024-03-01.md'])
  })

  test('what can be read neither as a query nor as a name is pointed at', async () => {
    await expect(searchNotes(source, 'AND door', { filters: [], limit: 3 })).rejects.toMatchObject({
      failure: { message: 'AND needs something before it' },
    })
  })
})
