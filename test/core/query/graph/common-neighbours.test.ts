import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Neighbours } from '../../../../src/core/query/graph/common-neighbours.ts'
import { sharedTopics, topicRarities } from '../../../../src/core/query/graph/common-topics.ts'
import { comparableTag } from '../../../../src/core/query/lists/tag-expression.ts'
import { vaultOf } from '../../../support/vault-of.ts'

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'index', 'lonely/README']
const text = fc
  .record({
    links: fc.array(fc.constantFrom(...names), { maxLength: 6 }),
    tags: fc.subarray(['x', 'X', 'two words', 'two_words', 'y', 'z']),
  })
  .map(({ links, tags }) => `---\ntags: [${tags.join(', ')}]\n---\n${links.map((name) => `[[${name}]]`).join(' ')}\n`)
const texts = fc.tuple(...names.map((name) => text.map((one) => [`${name}.md`, one] as const))).map(Object.fromEntries)

test('the share of a neighbourhood that two notes have in common is never above what is told of it beforehand', () => {
  fc.assert(
    fc.property(texts, (all) => {
      const vault = vaultOf(all)
      for (const note of vault.notes) {
        const near = new Neighbours(vault, note)
        for (const [number, other] of vault.notes.entries()) {
          if (other.isIndex === true || other === note) continue
          const share = near.shareOf(other, number)
          expect(near.between(other).length > 0).toBe(share > 0)
          expect(share).toBeLessThanOrEqual(near.mostOf(number) + 1e-12)
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('the idf of the topics of a note is summed over those that another shares, however they are spelled', () => {
  fc.assert(
    fc.property(texts, (all) => {
      const vault = vaultOf(all)
      const spread = (tag: string) =>
        vault.notes.filter(({ tags }) => tags.map(comparableTag).includes(comparableTag(tag))).length
      for (const note of vault.notes) {
        const rarities = topicRarities(vault, note)
        for (const [number, other] of vault.notes.entries()) {
          const shared = sharedTopics(vault, note, other)
          const sum = shared.reduce((before, tag) => before + Math.log(vault.size / spread(tag)), 0)
          expect(rarities[number]).toBeCloseTo(sum, 9)
        }
      }
    }),
    { numRuns: 200 },
  )
})
