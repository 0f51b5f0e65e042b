import { expect, test } from '@jest/globals'
import { nearestNames } from '../../../../src/core/query/names/nearest-names.ts'

test.each([
  ['titel', ['time', 'title'], ['title', 'time']],
  ['slgu', ['slug', 'id'], ['slug']],
  ['Broken_lnk', ['broken-link', 'orphan'], ['broken-link']],
  // As far away: first the one that begins alike.
  ['modifed', ['codified', 'modified'], ['modified', 'codified']],
  ['abc', ['xyz'], []],
])('%s of %j may have been %j', (wanted, names, near) => {
  expect(nearestNames(wanted, names)).toEqual(near)
})
