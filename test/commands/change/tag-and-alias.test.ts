import { expect, test } from '@jest/globals'
import { trial } from '../../support/trial.ts'

test('tags of a note are added and removed, and taken back', async () => {
  const { run, read, json } = trial({ 'a.md': '# A\n\n#inline\n' })
  await run('tag', 'add', 'a', '#one', 'two', 'inline')
  expect(read('a.md')).toBe('---\ntags: [one, two]\n---\n# A\n\n#inline\n')
  expect(await json('list', '--tag', 'two')).toHaveLength(1)
  const removed = await run('tag', 'remove', 'a', 'One', 'two')
  expect([removed.exit, read('a.md')]).toEqual([0, '# A\n\n#inline\n'])
  const inText = await run('tag', 'remove', 'a', 'inline')
  expect([inText.exit, inText.stderr]).toEqual([1, expect.stringContaining('a.md:3:1')])
  expect((await run('tag', 'remove', 'a', 'none')).exit).toBe(1)
  expect((await run('tag', 'add', 'a', 'no tag')).exit).toBe(2)
  expect((await run('tag', 'add', 'nothing', 'x')).exit).toBe(1)
  expect((await run('tag', 'rename', 'a', 'b', 'c')).exit).toBe(2)
})

test('an alias is removed, and links by it follow', async () => {
  const { run, read } = trial({ 'a.md': '---\naliases: [Ay, Bee]\n---\n# A\n', 'b.md': '[[Ay]] [[Bee]]\n' })
  expect((await run('alias', 'remove', 'a', 'Ay')).exit).toBe(0)
  expect([read('a.md'), read('b.md')]).toEqual(['---\naliases: [Bee]\n---\n# A\n', '[[a]] [[Bee]]\n'])
  expect((await run('alias', 'remove', 'a', 'Ay')).exit).toBe(1)
  expect((await run('alias', 'drop', 'a', 'Ay')).exit).toBe(2)
})
