import { expect, test } from '@jest/globals'
import { patternCost } from '../../../../src/core/checks/properties/pattern-cost.ts'

/** Ways are the product of the alternatives, two for each optional part; the power is one for each repeat, and one where a match may begin anywhere. */
test.each<[string, number, number, number]>([
  ['', 1, 1, 0],
  ['a', 1, 1, 0],
  ['^a', 1, 0, 0],
  ['a*', 1, 2, 1],
  ['^a*b+', 1, 2, 2],
  ['^a{2,}$', 1, 1, 1],
  ['^a{2}$', 1, 0, 0],
  ['^a{,3}', 1, 1, 1],
  ['a|b', 2, 1, 0],
  ['^a|b', 2, 1, 0],
  ['^(a|b)', 2, 0, 0],
  ['^(a|b|c)(d|e)', 6, 0, 0],
  ['^(?:a|b)?', 4, 0, 0],
  ['^(a|(b|c))', 4, 0, 0],
  ['^a?b?', 4, 0, 0],
  ['^a*?', 1, 1, 1],
  ['^a+?b??', 2, 1, 1],
  ['^[*+?|()]', 1, 0, 0],
  ['^\\*\\?\\|\\(', 1, 0, 0],
  ['\\^a', 1, 1, 0],
])('the pattern %s can be read in %i ways, of power %i, with %i repeats', (pattern, ways, power, repeats) => {
  expect(patternCost(pattern)).toEqual({ ways, power, repeats })
})
