import { describe, expect, test } from '@jest/globals'
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

describe('tag rename changes all tags that are counted', () => {
  test.each([
    ['tags: >-\n  ml\n  x\nk: 1\n', 'tags: ai x\nk: 1\n'],
    ['tags: |\n  ml, x\nk: 1\n', 'tags: ai, x\nk: 1\n'],
    ['a: &t [ml, x]\ntags: *t\n', 'a: &t [ml, x]\ntags: [ai, x]\n'],
    ['date: 1\ndate: 2\ntags: [ml]\n', 'date: 1\ndate: 2\ntags: [ai]\n'],
    ['"tags": [x,\n  "ml" ]\n', '"tags": [x,\n  "ai" ]\n'],
    ['tags: # list\n  # inner\n  - ml # one\n', 'tags: # list\n  # inner\n  - ai # one\n'],
  ])('%j', async (before, after) => {
    const { run, read } = trial({ 'a.md': `---\n${before}---\n# A\n` })
    expect((await run('tag', 'rename', 'ml', 'ai')).exit).toBe(0)
    expect(read('a.md')).toBe(`---\n${after}---\n# A\n`)
  })

  test('a key that is given twice is not set, others are', async () => {
    const { run, read } = trial({ 'a.md': '---\ndate: 1\ndate: 2\nk: 1\n---\n' })
    expect((await run('set', 'a', 'date=3')).stderr).toContain('the key "date" is given twice; nothing was changed')
    expect((await run('set', 'a', 'k=2')).exit).toBe(0)
    expect(read('a.md')).toBe('---\ndate: 1\ndate: 2\nk: 2\n---\n')
  })
})

test.each(['a', 'A'])('a tag that is renamed and back to %s has in each place the case that it had', async (tag) => {
  const files = {
    'a.md': '---\ntags: [A, b]\n---\nx #a/b #A\n',
    'b.md': '---\ntags: "a, B"\n---\n#A #a\n',
    'c.md': '---\ntags:\n  - A/x\n  - "a"\n---\n',
    'd.md': '+++\ntags = ["A"]\n+++\n',
    'e.md': '---\ntags: A b\n---\n',
  }
  const { run, read } = trial(files)
  await run('tag', 'rename', tag, 'zz')
  expect(read('a.md')).toBe('---\ntags: [zz, b]\n---\nx #zz/b #zz\n')
  await run('tag', 'rename', 'zz', tag)
  for (const [path, text] of Object.entries(files)) expect(read(path)).toBe(text)
  // Without such a change before, the case is the one that is asked for.
  await run('tag', 'rename', 'a', 'A')
  expect(read('b.md')).toBe('---\ntags: "A, B"\n---\n#A #A\n')
})

describe('tags and keys are the same in any Unicode form', () => {
  const [composed, decomposed] = ['caf\u00e9', 'cafe\u0301']
  const text = `---\ntags: [${decomposed}, x]\n${decomposed}: 1\n---\n\n#${decomposed} #${composed}/${decomposed}\n`

  test.each([composed, decomposed])('renamed by %j', async (typed) => {
    const { run, read } = trial({ 'a.md': text })
    expect((await run('tag', 'rename', typed, 'tea')).exit).toBe(0)
    expect(read('a.md')).toBe(`---\ntags: [tea, x]\n${decomposed}: 1\n---\n\n#tea #tea/${decomposed}\n`)
    expect((await run('undo')).exit).toBe(0)
    expect(read('a.md')).toBe(text)
  })

  test('removed, and not added twice', async () => {
    const { run, read } = trial({ 'a.md': text })
    expect((await run('tag', 'add', 'a', composed)).stdout).toContain('says that already')
    expect((await run('tag', 'remove', 'a', composed)).exit).toBe(0)
    expect(read('a.md')).toContain('tags: [x]\n')
  })

  test('a key is set and found where it stands', async () => {
    const { run, read } = trial({ 'a.md': text })
    expect((await run('set', '--where', `${composed}=1`, `${composed}=2`, '--expect', '1')).exit).toBe(0)
    expect(read('a.md')).toBe(text.replace(': 1', ': 2'))
    expect((await run('unset', 'a', composed)).exit).toBe(0)
    expect(read('a.md')).toBe(text.replace(`${decomposed}: 1\n`, ''))
  })
})
