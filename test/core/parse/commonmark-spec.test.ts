import { describe, expect, test } from '@jest/globals'
import { tests } from 'commonmark-spec'
import fc from 'fast-check'
import { DIFFERENCES } from './commonmark-differences.ts'
import { commonDocuments } from './documents.ts'
import { ownOutline, referenceOutline } from './outlines.ts'

/** Examples of the specification that wend reads in another way, and why. Nothing else may differ. */
const DIFFERENT_EXAMPLES: Readonly<Record<number, string>> = {
  559: '[[foo]] is a wikilink, not a reference in brackets (links.md section 2)',
}

describe('wend and commonmark.js agree on links, images, headings, code and definitions', () => {
  test.each(tests.map(({ number, markdown }) => [number, markdown.replaceAll('→', '\t')] as const))(
    'in example %i: %j',
    (number, markdown) => {
      const same = expect(ownOutline(markdown))
      if (DIFFERENT_EXAMPLES[number] === undefined) same.toEqual(referenceOutline(markdown))
      else same.not.toEqual(referenceOutline(markdown))
    },
  )

  test.each([
    '- 2) ---\n[a]: a',
    '- - 1. - - -\n[a]: a',
    '* 1) **\n[a]: a',
    '- 1) - 1) ---\n[a](b)',
    '- -a- ---\n[a]: a',
  ])('in %j, where a list is in the way of a thematic break', (markdown) =>
    expect(ownOutline(markdown)).toEqual(referenceOutline(markdown)),
  )

  test('in generated documents', () => {
    const alike = commonDocuments.filter((markdown) => DIFFERENCES.every(({ pattern }) => !pattern.test(markdown)))
    fc.assert(
      fc.property(alike, (markdown) => {
        expect(ownOutline(markdown)).toEqual(referenceOutline(markdown))
      }),
      { numRuns: Number(process.env['PARSE_RUNS'] ?? 3000) },
    )
  })

  test.each(DIFFERENCES.map(({ reason, example, pattern }) => [reason, example, pattern] as const))(
    'but not when %s: %j',
    (_, example, pattern) => {
      expect(example).toMatch(pattern)
      expect(ownOutline(example)).not.toEqual(referenceOutline(example))
    },
  )
})
