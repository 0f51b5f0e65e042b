import { expect, test } from '@jest/globals'
import { clustersOf } from '../../../../src/core/query/graph/clusters.ts'

/** `ab bc` as links from a to b and from b to c. */
function links(text: string): Parameters<typeof clustersOf>[0] {
  return text.split(' ').map((pair) => ({ from: pair[0] ?? '', to: pair[1] ?? '', kind: 'wiki' as const }))
}

test('notes that link among themselves are a cluster, the most linked first', () => {
  const found = clustersOf(links('ab ac ad bc cd ef eg fg dg'))
  expect(found.map(({ paths }) => paths.join(''))).toEqual(['acdb', 'gef'])
  expect(found[0]?.joined).toEqual([{ cluster: 1, links: 1 }])
})

test('parts that nothing joins are clusters of their own; the order of links does not matter', () => {
  const one = clustersOf(links('ab cd'))
  expect(one.map(({ paths }) => paths)).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
  const many = links('ab ac ad bc cd ef eg fg dg')
  expect(clustersOf(many.toReversed())).toEqual(clustersOf(many))
  expect(clustersOf([])).toEqual([])
})
