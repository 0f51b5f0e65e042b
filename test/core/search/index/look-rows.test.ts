import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { RowReader, RowWriter } from '../../../../src/core/search/index/byte-rows.ts'
import {
  putNames,
  putPassages,
  putShown,
  readNames,
  readPassages,
  readShown,
  withTexts,
} from '../../../../src/core/search/index/look-rows.ts'
import { lookOf } from '../../../../src/core/search/ranking/note-look.ts'
import { noteAt, vaultOf } from '../../../support/vault-of.ts'

const note = (name: string, alias: string, body: string): string =>
  `---\ntitle: ${JSON.stringify(name)}\naliases: ${JSON.stringify([alias, 'KL'])}\nkeywords: [cold start, the who]\nsummary: Why so slow? It is ${name}.\ntags: [a/b]\n---\n\n# Part\n\n${body}\n`

test('what a closer look needs is read as it was put', () => {
  const words = fc.stringMatching(/^[A-Za-z]{1,9}(?:[ -][A-Za-zäß学]{1,9}){0,7}$/)
  fc.assert(
    fc.property(words, words, fc.string({ maxLength: 60 }), (name, alias, body) => {
      const text = note(name, alias, body)
      const look = lookOf(noteAt(vaultOf({ 'a.md': text }), 'a.md'), text)
      const stems: string[] = []
      const numberOf = (stem: string): number => {
        const known = stems.indexOf(stem)
        return known < 0 ? stems.push(stem) - 1 : known
      }
      const put = (into: (row: RowWriter) => void): RowReader => {
        const row = new RowWriter()
        into(row)
        return new RowReader(row.taken().slice())
      }
      const read = {
        names: readNames(put((row) => putNames(row, look.names, numberOf))),
        shown: readShown(put((row) => putShown(row, look.shown))),
        passages: readPassages(put((row) => putPassages(row, look.passages, numberOf))),
      }
      // Weights are tenths of parts of up to eight words.
      const rounded = (_key: string, value: unknown): unknown =>
        typeof value === 'number' ? Math.round(value * 1e12) / 1e12 : value
      const again = withTexts(read, (stem) => stems[stem] ?? '')
      expect(JSON.stringify(again, rounded)).toBe(JSON.stringify(look, rounded))
    }),
  )
})
