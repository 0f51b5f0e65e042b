import { expect, test } from '@jest/globals'
import { trial } from '../support/trial.ts'

test.each([
  [['stats'], 'the largest has 1 note\n'],
  [['graph'], '1 note, 0 links, no clusters\n'],
  [['index'], '1 note in 1 topic, joined by 1 link. '],
  [['check'], '1 note and 1 link checked'],
  [['context', 'a'], 'wend: 1 note, about'],
])('a vault of one note is told of in the singular: %j', async (args, said) => {
  const { stdout, stderr } = await trial({ 'a.md': '---\ntopics: [t]\n---\n# A\n\n[out](https://a.example)\n' }).run(
    ...args,
  )
  expect(stdout + stderr).toContain(said)
})
