import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { shortestChains } from '../../../../src/core/query/graph/shortest-chains.ts'
import { noteAt, vaultOf } from '../../../support/vault-of.ts'

const diamond = vaultOf({
  'a.md': '[[b]] [[c]]',
  'b.md': '[[d]]',
  'c.md': '[[d]] [[a]]',
  'd.md': '[[e]] and itself [[d]]',
  'e.md': 'nothing',
  'lone.md': '',
})

function chains(from: string, to: string, options: { undirected?: boolean; max?: number } = {}): readonly string[] {
  const { chains: found } = shortestChains(diamond, {
    from: noteAt(diamond, `${from}.md`).path,
    to: noteAt(diamond, `${to}.md`).path,
    undirected: options.undirected ?? false,
    max: options.max ?? 10,
  })
  return found.map((chain) =>
    chain.map((step) => `${step.backward ? '<' : '>'}${step.to.replace('.md', '')}`).join(' '),
  )
}

describe('the shortest chains of links', () => {
  test.each([
    ['a', 'd', ['>b >d', '>c >d']],
    ['c', 'd', ['>d', '>a >b >d']],
    ['a', 'e', ['>b >d >e', '>c >d >e']],
    ['a', 'a', ['']],
    ['b', 'c', []],
    ['a', 'lone', []],
  ])('from %s to %s', (from, to, expected) => {
    expect(chains(from, to)).toEqual(expected)
  })

  test('as many as asked for', () => {
    expect(chains('a', 'd', { max: 1 })).toEqual(['>b >d'])
  })

  test('backward too, when asked', () => {
    expect(chains('b', 'c', { undirected: true })).toEqual(['>d <c', '<a >c'])
  })

  test('a vault with more chains than could be counted does not take forever', () => {
    const names = Array.from({ length: 60 }, (_name, at) => `n${at}`)
    const links = names.map((name) => `[[${name}]]`).join(' ')
    const trap = vaultOf({
      ...Object.fromEntries(names.map((name) => [`${name}.md`, `${links} [[start]]`])),
      'start.md': `${links} [[end]]`,
      'end.md': '',
    })
    const search = { from: noteAt(trap, 'start.md').path, to: noteAt(trap, 'end.md').path, undirected: false, max: 5 }
    const { chains: found, isCut } = shortestChains(trap, search)
    expect(found.length).toBe(1)
    expect(isCut).toBe(true)
  })

  const names = ['a', 'b', 'c', 'd', 'e', 'f']
  const links = fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)), { maxLength: 20 })
  const linked = (pairs: readonly (readonly [string, string])[]): ReturnType<typeof vaultOf> =>
    vaultOf(
      Object.fromEntries(
        names.map((name) => [
          `${name}.md`,
          pairs.flatMap(([from, to]) => (from === name ? [`[[${to}]]`] : [])).join(' '),
        ]),
      ),
    )

  test('every step of every chain is a link, no note comes twice, and none is shorter than the one before', () => {
    fc.assert(
      fc.property(links, fc.boolean(), (pairs, undirected) => {
        const vault = linked(pairs)
        const start = noteAt(vault, 'a.md').path
        const search = { from: start, to: noteAt(vault, 'f.md').path, undirected, max: 50 }
        let before = 0
        for (const chain of shortestChains(vault, search).chains) {
          expect(chain.length).toBeGreaterThanOrEqual(before)
          before = chain.length
          let at: string = start
          for (const { to, resolved, backward } of chain) {
            expect(resolved.from.path).toBe(backward ? to : at)
            expect('path' in resolved.resolution && resolved.resolution.path).toBe(backward ? at : to)
            at = to
          }
          expect(at).toBe('f.md')
          expect(new Set([start, ...chain.map(({ to }) => to)]).size).toBe(chain.length + 1)
        }
      }),
    )
  })

  test('all chains are found, as trying every order of notes finds them', () => {
    fc.assert(
      fc.property(links, (pairs) => {
        const to = new Map(names.map((name) => [name, new Set<string>()]))
        for (const [from, target] of pairs) if (from !== target) to.get(from)?.add(target)
        const all = (at: string, seen: readonly string[]): readonly string[] =>
          at === 'f'
            ? [seen.join('>')]
            : [...(to.get(at) ?? [])].flatMap((next) => (seen.includes(next) ? [] : all(next, [...seen, next])))
        const vault = linked(pairs)
        const search = { from: noteAt(vault, 'a.md').path, to: noteAt(vault, 'f.md').path, undirected: false, max: 500 }
        const found = shortestChains(vault, search).chains.map((chain) =>
          ['a', ...chain.map((step) => step.to.replace('.md', ''))].join('>'),
        )
        expect([...found].sort()).toEqual([...all('a', ['a'])].sort())
      }),
    )
  })
})
