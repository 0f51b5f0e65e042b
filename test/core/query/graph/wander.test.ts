import { describe, expect, test } from '@jest/globals'
import { seededRandom } from '../../../../src/core/query/graph/seeded-random.ts'
import { wanderAlone, wanderSteps } from '../../../../src/core/query/graph/wander.ts'
import { noteAt, vaultOf } from '../../../support/vault-of.ts'

const vault = vaultOf({
  'a.md': '[[b]] [[c]] [[b]] [[missing]] [[a]]',
  'b.md': '[[c]]',
  'c.md': 'an end',
  'd.md': '[[c]] [[a]]',
})

function choices(path: string, ...visited: string[]): readonly string[] {
  const seen = new Set(visited.map((name) => noteAt(vault, name).path))
  return wanderSteps(vault, noteAt(vault, path).path, seen).map(
    ({ to, visited: was, backward }) => `${backward ? '<' : ''}${to}${was ? ' visited' : ''}`,
  )
}

describe('where a walk may go', () => {
  test('along the links, each note once, nothing broken and not to itself', () => {
    expect(choices('a.md')).toEqual(['b.md', 'c.md'])
  })
  test('unvisited notes first', () => {
    expect(choices('a.md', 'b.md')).toEqual(['c.md', 'b.md visited'])
  })
  test('from a dead end to the notes that link to it', () => {
    expect(choices('c.md', 'b.md')).toEqual(['<a.md', '<d.md', '<b.md visited'])
  })
})

describe('a walk by itself', () => {
  const walk = (start: string, steps: number, seed: number): readonly string[] =>
    wanderAlone(vault, noteAt(vault, start).path, steps, seededRandom(seed)).map(({ to }) => to)

  test('is the same for the same seed', () => {
    expect(walk('a.md', 3, 5)).toEqual(walk('a.md', 3, 5))
  })
  test('visits no note twice and ends when all were visited', () => {
    const visited = ['a.md', ...walk('a.md', 99, 1)]
    expect(new Set(visited).size).toBe(visited.length)
    expect([...visited].sort()).toEqual(['a.md', 'b.md', 'c.md', 'd.md'])
  })
})
