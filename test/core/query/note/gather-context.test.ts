import { describe, expect, test } from '@jest/globals'
import type { Note } from '../../../../src/core/model/note.ts'
import { gatherContext, type GatheredContext } from '../../../../src/core/query/note/gather-context.ts'
import { vaultOf } from '../../../support/vault-of.ts'

const body = (name: string): string => `${name} is described here in some words.\n\n`.repeat(8)
const files = {
  'a.md': `---\nsummary: What A is.\nprerequisites: ['[[base]]']\n---\n# A\n\nSee [[far]].\n\n${body('A')}`,
  'base.md': `# Base\n\nThe ground.\n\n${body('Base')}`,
  'far.md': `# Far\n\nAt the end.\n\n${body('Far')}`,
  'user.md': `# User\n\nBuilds on [[a]].\n\n${body('User')}`,
}
const vault = vaultOf(files)
const gather = (names: readonly string[], tokens: number, depth = 1): Promise<GatheredContext> =>
  gatherContext(vault, {
    notes: names.map((name) => vault.note(name) as Note),
    tokens,
    depth,
    readText: (path) => Promise.resolve(files[path as keyof typeof files]),
  })
const pieces = async (names: readonly string[], tokens: number, depth?: number): Promise<readonly string[]> =>
  (await gather(names, tokens, depth)).pieces.map(({ path, role, part }) => `${path} ${role} ${part}`)

describe('what a context holds', () => {
  test('the note, what it needs, what links to it, what it links to', async () => {
    expect(await pieces(['a.md'], 5000)).toEqual([
      'a.md note whole',
      'base.md needed whole',
      'user.md linking whole',
      'far.md linked whole',
    ])
  })

  test('no neighbours at depth 0', async () => {
    expect(await pieces(['a.md'], 5000, 0)).toEqual(['a.md note whole'])
  })

  test('summaries where there is no room, and the count of what is left out', async () => {
    const found = await gather(['a.md'], 135)
    expect(found.pieces.map(({ path, part }) => `${path} ${part}`)).toEqual(['a.md whole', 'base.md summary'])
    expect(found.left).toBe(2)
  })

  test('room is kept for the summaries of all notes asked for', async () => {
    expect(await pieces(['a.md', 'far.md', 'user.md'], 150, 0)).toEqual([
      'a.md note whole',
      'far.md note summary',
      'user.md note summary',
    ])
  })

  test('a note longer than the budget is cut after a paragraph, never after a heading', async () => {
    const [piece] = (await gather(['a.md'], 60)).pieces
    expect(piece).toMatchObject({ part: 'beginning', summary: 'What A is.' })
    expect(piece?.text.endsWith('words.')).toBe(true)
    const lines = files['a.md'].split('\n').slice((piece?.lines?.[0] ?? 0) - 1, piece?.lines?.[1])
    expect(lines.join('\n')).toBe(piece?.text)
  })

  test.each([20, 60, 150, 400, 1000])('the estimate stays within %i tokens', async (tokens) => {
    expect((await gather(['a.md', 'user.md'], tokens)).tokens).toBeLessThanOrEqual(tokens)
  })

  test('a note that can no longer be read is there by its summary', async () => {
    const note = vault.note('a.md') as Note
    const { pieces: found } = await gatherContext(vault, {
      notes: [note],
      tokens: 500,
      depth: 0,
      readText: () => Promise.resolve(undefined),
    })
    expect(found).toEqual([{ path: 'a.md', title: 'A', role: 'note', part: 'summary', text: 'What A is.' }])
  })
})
