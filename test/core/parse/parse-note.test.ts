import { describe, expect, test } from '@jest/globals'
import { toNotePath } from '../../../src/core/model/note-path.ts'
import type { Note } from '../../../src/core/model/note.ts'
import { parseNote } from '../../../src/core/parse/parse-note.ts'

const facts = { size: 0, modifiedMs: Date.UTC(2024, 1, 3, 4, 5, 6), createdMs: Date.UTC(2023, 0, 2) }

function parse(text: string, path = 'folder/A note.md'): Note {
  const notePath = toNotePath(path)
  if (notePath === undefined) throw new Error(`not a note path: ${path}`)
  return parseNote({ path: notePath, text, facts })
}

describe('a title (links.md section 6)', () => {
  test.each([
    ['---\ntitle: Given\n---\n# Heading\n', 'Given', 'front-matter'],
    ['---\ntitle: 1984\n---\n', '1984', 'front-matter'],
    ['---\ntitle: 007\n---\n', '007', 'front-matter'],
    ['---\ntitle: "  "\n---\n# Heading', 'Heading', 'heading'],
    ['---\ntitle: [a]\n---\n# Heading', 'Heading', 'heading'],
    ['## Other\n# Heading *one*\n# Two', 'Heading one', 'heading'],
    ['#\n# Second', 'Second', 'heading'],
    ['```\n# Code\n```\n', 'A note', 'file'],
    ['text\n', 'A note', 'file'],
    ['---\ntitle: Foo: bar\n---\ntext\n', 'A note', 'file'],
  ])('%j is titled %s', (text, title, titleSource) => {
    expect(parse(text)).toMatchObject({ title, titleSource })
  })
})

describe('a summary (links.md section 6)', () => {
  test.each([
    ['---\nsummary: Given.\n---\nText.', 'Given.', 'front-matter'],
    ['![A pie](a.png)\n\nText.', 'Text.', 'paragraph'],
    ['![A pie](a.png) H<sub>2</sub>O ![[b.png|c]]', 'H₂O', 'paragraph'],
    ['---\ndescription: Given.\n---\nText.', 'Given.', 'front-matter'],
    [
      '# T\n\nThe *first* [[a|paragraph]]\nof `two` lines. ^id\n\nSecond.',
      'The first paragraph of two lines.',
      'paragraph',
    ],
    ['before\n\n# T\n\nafter', 'after', 'paragraph'],
    ['before\n\n# T\n\n- a list', 'before', 'paragraph'],
    ['---\ntitle: T\n---\nbefore\n\n# H\n\nafter', 'before', 'paragraph'],
    ['# T\n\n![[banner.png]]\n\n#tag #other\n\n```\ncode\n```\n\nProse.', 'Prose.', 'paragraph'],
    ['> [!note] Callout\n> its text', 'its text', 'paragraph'],
    ['| a |\n|---|\n\n<div>\nb\n</div>\n\n%% c %%\n\nProse.', 'Prose.', 'paragraph'],
  ])('of %j is %j', (text, summary, summarySource) => {
    expect(parse(text)).toMatchObject({ summary, summarySource })
  })

  test.each(['', '# T', '- a', '```\na\n```', '---\ntitle: T\n---\n'])('is absent from %j', (text) => {
    expect(parse(text)).not.toHaveProperty('summary')
  })

  test('is cut at a word', () => {
    const { summary } = parse('word '.repeat(100))
    expect(summary).toMatch(/^(?:word )+word…$/)
    expect(summary?.length).toBeLessThanOrEqual(300)
    expect(summary?.length).toBeGreaterThan(290)
  })
})

describe('front matter fields', () => {
  test.each<[string, Partial<Note>]>([
    ['aliases: [a, b, a]', { aliases: ['a', 'b'] }],
    ['alias: a, b c', { aliases: ['a', 'b c'] }],
    ['Aliases:\n  - a\n  - 1', { aliases: ['a', '1'] }],
    ['topics: [x, y z]', { topics: ['x', 'y z'] }],
    ['topic: x', { topics: ['x'] }],
    ['tags: [a, "#b"]', { tags: ['a', 'b', 'c'] }],
    ['tag: "a, #b d"', { tags: ['a', 'b', 'd', 'c'] }],
    ['tags:', { tags: ['c'] }],
    ['created: 2024-05-01', { created: '2024-05-01' }],
    ['date: 2024/05/01', { created: '2024-05-01' }],
    ['created: 2024-05-01 10:30', { created: '2024-05-01T10:30' }],
    ['created: yesterday', { created: '' }],
    ['updated: 2024-05-01T10:30:00Z', { modified: '2024-05-01T10:30:00Z' }],
    ['created: 2024-02-29', { created: '2024-02-29' }],
    ['created: 2000-02-29', { created: '2000-02-29' }],
    ['created: 2023-02-29', { created: '' }],
    ['created: 1900-02-29', { created: '' }],
    ['created: 2024/04/31', { created: '' }],
    ['created: 2024-02-30 10:30', { created: '' }],
    ['modified: 2024-05', { modified: '2024-05' }],
    ['x: 1', { modified: '2024-02-03T04:05:06.000Z', created: '' }],
  ])('%j', (yaml, expected) => {
    expect(parse(`---\n${yaml}\n---\n#c`)).toMatchObject(expected)
  })
})

test('what was wrong with the bytes is a problem', () => {
  const path = toNotePath('a.md')
  const note = path && parseNote({ path, text: 'a', facts, encodingProblem: 'not UTF-8' })
  expect(note?.problems).toMatchObject([{ code: 'bad-encoding', reason: 'not UTF-8', line: 1, column: 1 }])
})

test('links of front matter come before those of the body', () => {
  const { links } = parse('---\nup: "[[a]]"\n---\n[[b]]')
  expect(links.map(({ kind, target, line }) => [kind, target, line])).toEqual([
    ['property', 'a', 2],
    ['wiki', 'b', 4],
  ])
})

describe('names as they are written (links.md sections 6 and 8)', () => {
  const named = (yaml: string) => {
    const { title, aliases, topics, tags } = parse(`---\n${yaml}\n---\n`)
    return { title, aliases, topics, tags }
  }

  test.each([
    ['title: 1.10', { title: '1.10' }],
    ['title: true', { title: 'true' }],
    ['title: 2024', { title: '2024' }],
    ['title: 4.0 # why', { title: '4.0' }],
    ['aliases: [1.10, a]', { aliases: ['1.10', 'a'] }],
    ['aliases:\n  - a\n  - 2.50\n  - b', { aliases: ['a', '2.50', 'b'] }],
    ['aliases: {a: 1}\ntags: [1.0]', { tags: ['1.0'] }],
    ['topics: ["[[Emergence]]", plain]', { topics: ['Emergence', 'plain'] }],
    ['topics: "[[a, b|A and B]], c"', { topics: ['A and B', 'c'] }],
    ['topics: [[Emergence]]', { topics: ['Emergence'] }],
    ['tags: "[[one two]] three"', { tags: ['one two', 'three'] }],
  ])('%j', (yaml, expected) => {
    expect(named(yaml)).toMatchObject(expected)
  })
})
