import { expect, test } from '@jest/globals'
import { FailureError } from '../../../src/core/model/failure.ts'
import { missingPart } from '../../../src/core/query/note/missing-part.ts'
import { vaultOf } from '../../support/vault-of.ts'

const many = Array.from({ length: 9 }, (_, at) => `## Part ${at}\n`).join('\n')
const vault = vaultOf({ 'few.md': '# Few\n\n## Water\n\ntext ^b1\n', 'many.md': many, 'none.md': 'text\n' })

test.each([
  ['few.md', 'Watr', 'no heading "Watr" in few.md — did you mean "Water"?'],
  ['few.md', 'Zebra', 'no heading "Zebra" in few.md — its headings: Few, Water'],
  ['few.md', '^b2', 'no block "^b2" in few.md — did you mean "^b1"?'],
  ['many.md', 'Zebra', 'no heading "Zebra" in many.md — see its headings with: wend show "many" --toc'],
  ['none.md', 'Zebra', 'no heading "Zebra" in none.md — its headings: none'],
])('%s#%s', (path, anchor, said) => {
  const note = vault.note(path)
  if (note === undefined) throw new Error(path)
  try {
    missingPart(note, anchor)
  } catch (error) {
    const failure = error instanceof FailureError ? error.failure : undefined
    expect(failure?.kind === 'refused' && `${failure.message} — ${failure.hint ?? ''}`).toBe(said)
  }
  expect.assertions(1)
})
