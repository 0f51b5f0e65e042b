import { expect, test } from '@jest/globals'
import { inferSchema, schemaTable } from '../../../../src/core/query/lists/infer-schema.ts'
import { vaultOf } from '../../../support/vault-of.ts'

test('100 % is every note, and a key that one of many notes has is not in 0 % of them', () => {
  const keys = (at: number): string => `all: 1\n${at > 0 ? 'most: 1\n' : 'one: 1\n'}${at < 100 ? 'half: 1\n' : ''}`
  const texts = Array.from({ length: 201 }, (_, at) => [`${at}.md`, `---\n${keys(at)}---\n`] as const)
  const facts = inferSchema(vaultOf(Object.fromEntries(texts)).notes)
  expect(facts.map(({ key, share }) => [key, share])).toEqual([
    ['all', 100],
    ['most', 99],
    ['half', 49],
    ['one', 0],
  ])
  expect(schemaTable(facts).rows.map(({ cells }) => cells[2])).toEqual(['100%', '99%', '49%', '<1%'])
})
