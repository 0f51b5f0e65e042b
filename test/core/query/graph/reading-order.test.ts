import { describe, expect, test } from '@jest/globals'
import { readingOrder } from '../../../../src/core/query/graph/reading-order.ts'
import { noteAt, vaultOf } from '../../../support/vault-of.ts'

const limits = { depth: 3, max: 8 }

function order(
  texts: Readonly<Record<string, string>>,
  target: string,
  some: Partial<typeof limits> = {},
): readonly string[] {
  const vault = vaultOf(texts)
  return readingOrder(vault, noteAt(vault, target), { ...limits, ...some }).map(({ note }) => note.path)
}

describe('what to read first', () => {
  const basics = {
    'transformer.md': 'Built on [[attention]].\n\n## Later\n\nUsed by [[chatbot]].',
    'attention.md': 'A weighted [[mean]].\n\n## More\n\nSee also [[transformer]].',
    'mean.md': 'A sum over a count.',
    'chatbot.md': 'A [[transformer]] that talks.\n\n## More\n\nOf [[attention]].',
  }

  test('what the opening presupposes, basics before what builds on them', () => {
    expect(order(basics, 'transformer.md')).toEqual(['mean.md', 'attention.md', 'transformer.md'])
  })
  test('as far back as asked', () => {
    expect(order(basics, 'transformer.md', { depth: 1 })).toEqual(['attention.md', 'transformer.md'])
  })
  test('however far back, it ends with the last note', () => {
    // Counting to the depth would take seconds, and longer than a test may.
    const depth = Number.MAX_SAFE_INTEGER
    expect(order(basics, 'transformer.md', { depth })).toEqual(['mean.md', 'attention.md', 'transformer.md'])
  })
  test('as many as asked, the surest', () => {
    expect(order(basics, 'chatbot.md', { max: 1 })).toEqual(['transformer.md', 'chatbot.md'])
  })
  test('front matter decides where given, by link or by name', () => {
    const texts = {
      ...basics,
      'transformer.md': '---\nprerequisites: ["[[mean]]", chatbot, nothing there]\n---\nBuilt on [[attention]].',
    }
    expect(order(texts, 'transformer.md', { depth: 1 })).toEqual(['mean.md', 'chatbot.md', 'transformer.md'])
    const vault = vaultOf(texts)
    const [first] = readingOrder(vault, noteAt(vault, 'transformer.md'), limits)
    expect(first).toMatchObject({ inferred: false, reasons: ['transformer names it in its prerequisites'] })
  })
  test('an empty list of prerequisites means none', () => {
    expect(
      order({ ...basics, 'transformer.md': '---\nprerequisites: []\n---\n[[attention]]' }, 'transformer.md'),
    ).toEqual(['transformer.md'])
  })
  test('a cycle is cut, and each note comes once', () => {
    const texts = {
      'a.md': '---\nprerequisites: [b]\n---\n',
      'b.md': '---\nprerequisites: [c]\n---\n',
      'c.md': '---\nprerequisites: [a, b]\n---\n',
    }
    expect(order(texts, 'a.md')).toEqual(['b.md', 'c.md', 'a.md'])
  })
  test('what the title names counts for more than the rest', () => {
    const texts = {
      'a.md': '# Deep transformers\n\n## Use\n\n[[x]] and [[transformers]].',
      'transformers.md': '# Transformers\n\nText.',
      'x.md': '# X\n\nText.',
    }
    expect(order(texts, 'a.md', { max: 1 })).toEqual(['transformers.md', 'a.md'])
  })
  test('each inferred note has a reason', () => {
    const vault = vaultOf(basics)
    const steps = readingOrder(vault, noteAt(vault, 'transformer.md'), limits).slice(0, -1)
    expect(steps.every(({ inferred, reasons }) => inferred && reasons.length > 0)).toBe(true)
    expect(steps.at(-1)?.reasons).toContain('transformer links to it in its opening')
  })
})
