import { describe, expect, test } from '@jest/globals'
import { trial } from '../../support/trial.ts'

describe('what changes notes takes no guess', () => {
  test.each([
    ['rm', '2026-01-02', '--force'],
    ['rm', 'chapter 1', '--force'],
    ['rm', 'Gradient descnt'],
    ['mv', '2026-01-02', 'x.md'],
    ['set', 'chapter', 'k=v'],
    ['unset', 'chapter', 'k'],
    ['alias', 'add', 'chapter', 'Chap'],
    ['link', 'suggest', 'chapter', '--write'],
  ])('%s %s', async (...args) => {
    const notes = {
      '2026-01-03.md': '---\nk: 1\n---\n# A day\n',
      'chapter 10.md': '---\nk: 1\n---\n# Chapter 10\n',
      'gradient-descent.md': '# Gradient descent\n',
    }
    const { run, read } = trial(notes)
    const { exit, stderr } = await run(...args)
    expect([exit, stderr]).toEqual([1, expect.stringContaining('did you mean')])
    for (const [path, text] of Object.entries(notes)) expect(read(path)).toBe(text)
  })

  test.each([['Gradient Descent'], ['gradient-descent.md'], ['GD'], ['./gradient-descent.md'], ['gradient_descent']])(
    'the exact name %s does',
    async (name) => {
      const { run, has } = trial({ 'gradient-descent.md': '---\naliases: [GD]\n---\n# Gradient descent\n' })
      expect((await run('rm', name)).exit).toBe(0)
      expect(has('gradient-descent.md')).toBe(false)
    },
  )
})

describe('a slug that left out signs which tell names apart is a guess', () => {
  const commands = [
    ['rm', 'NAME', '--force'],
    ['mv', 'NAME', 'd.md'],
    ['set', 'NAME', 'k=v'],
    ['unset', 'NAME', 'k'],
    ['alias', 'add', 'NAME', 'x'],
    ['tag', 'add', 'NAME', 'x'],
    ['append', 'NAME', 'x'],
    ['add', '--to', 'NAME', 'x'],
    ['tasks', 'done', 'NAME:4'],
    ['link', 'suggest', 'NAME', '--write'],
    ['split', 'NAME'],
  ]
  const names = [
    ['c', 'C++.md'],
    ['c', 'C#.md'],
    ['who', 'Who!.md'],
    ['c-basics', 'C++ basics.md'],
    ['15-notes', '1.5 notes.md'],
  ] as const
  test.each(names.flatMap(([name, path]) => commands.map((words) => [name, path, words] as const)))(
    '%s is not %s for %j',
    async (name, path, words) => {
      const text = '---\nk: 1\n---\n- [ ] task\n'
      const { run, read } = trial({ [path]: text })
      const { exit, stderr } = await run(...words.map((word) => word.replace('NAME', name)))
      expect([exit, stderr, read(path)]).toEqual([1, expect.stringContaining('did you mean'), text])
    },
  )

  test.each([
    ['whats-new', "What's new?.md"],
    ['hello-world', 'Hello, World!.md'],
    ['launch', '🚀 Launch.md'],
    ['a-b-c', 'A (b) c.md'],
  ])('%s is %s', async (name, path) => {
    const { run, read } = trial({ [path]: 'x\n' })
    expect((await run('append', name, 'y')).exit).toBe(0)
    expect(read(path)).toBe('x\n\ny\n')
  })
})

describe('mv NOTE#Heading', () => {
  test('renames the heading of the note that is named', async () => {
    const { run, read, has } = trial({
      'kl.md': '# KL note\n\n## Attention mechanisms\n',
      'attention-mechanisms.md': '# Attention mechanisms\n',
    })
    expect((await run('mv', 'kl#Attention mechanisms', 'X')).exit).toBe(0)
    expect(read('kl.md')).toBe('# KL note\n\n## X\n')
    expect(has('attention-mechanisms.md')).toBe(true)
  })

  test('is refused where the note has no such heading', async () => {
    const { run, has } = trial({ 'kl.md': '# KL note\n\n## Other\n', 'attention.md': '# Attention\n' })
    expect((await run('mv', 'kl#Attention', 'X')).exit).toBe(1)
    expect(has('attention.md')).toBe(true)
  })

  test('knows names that hold a # themselves', async () => {
    const { run, read, has } = trial({ 'C#.md': '## Setup\n', 'c.md': '## Setup\n' })
    await run('mv', 'C##Setup', 'Set up')
    expect(read('C#.md')).toBe('## Set up\n')
    await run('mv', 'C#', 'csharp.md')
    expect([has('csharp.md'), read('c.md')]).toEqual([true, '## Setup\n'])
  })
})

describe('where a note goes', () => {
  test('not where it would be left out', async () => {
    const files = {
      '.gitignore': 'private/\n*.draft.md\n',
      'a.md': '[[b]]\n',
      'b.md': '# B\n',
      'drafts/.ignore': '*\n',
    }
    for (const place of ['private/b.md', 'private/', 'b.draft.md', 'drafts/b.md', 'node_modules/b.md']) {
      const { run, read } = trial(files)
      const { exit, stderr } = await run('mv', 'b', place)
      expect([place, exit, stderr]).toEqual([place, 1, expect.stringContaining('left out of the vault')])
      expect(read('b.md')).toBe('# B\n')
    }
  })

  test('what was left out before moves with its folder', async () => {
    const files = {
      '.gitignore': '*.tmp\npriv/\n',
      'in/.DS_Store': 'x',
      'in/x.tmp': 'y',
      'in/n.md': '# N\n',
      'in/.obsidian/x': 'z',
    }
    const { run, has, read } = trial({ ...files, 'a.md': '[x](in/n.md)\n' })
    expect((await run('mv', 'in', 'out')).exit).toBe(0)
    expect(['.DS_Store', 'x.tmp', 'n.md', '.obsidian/x'].map((name) => has(`out/${name}`))).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect([has('in'), read('a.md')]).toEqual([false, '[x](out/n.md)\n'])
    expect((await run('mv', 'out', 'priv')).exit).toBe(1)
  })

  test('unless it is forced, which is told', async () => {
    const { run, has } = trial({ '.gitignore': 'private/\n', 'b.md': '# B\n' })
    const { exit, stderr } = await run('mv', 'b', 'private/b.md', '--force')
    expect([exit, stderr, has('private/b.md')]).toEqual([0, expect.stringContaining('.gitignore'), true])
  })

  test.each([
    ['..', 'a.md', './sub/x.md', 'x.md'],
    ['sub', 'note', './moved.md', 'sub/moved.md'],
    ['sub', 'note', '../moved.md', 'moved.md'],
    ['sub', './note.md', '../deep/', 'deep/note.md'],
    ['sub', 'note', 'moved.md', 'sub/moved.md'],
    ['sub', 'note', 'deep/moved.md', 'deep/moved.md'],
    ['sub', 'note', 'deep/', 'deep/note.md'],
  ])('from %s, mv %s %s is %s', async (folder, what, wanted, place) => {
    const { run, has } = trial(
      { 'a.md': '# A\n', 'sub/note.md': '# N\n', 'sub/x.md': '' },
      folder === '..' ? '.' : folder,
    )
    if (folder === '..') return expect((await run('mv', what, './sub/x.md')).exit).toBe(1)
    expect((await run('mv', what, wanted)).stderr).toContain('undo')
    return expect(has(place)).toBe(true)
  })

  test.each([
    [['mv', '../a.md', '../new.md'], 'sub/a.md', 'new.md'],
    [['mv', '../a.md', '../i.png', '../deep/'], 'sub/a.md', 'deep/a.md'],
    [['mv', '../a', '../new.md'], 'sub/a.md', 'new.md'],
    [['mv', '../a.md#H', 'J'], 'sub/a.md', 'a.md'],
    [['append', '../a.md#H', 'J'], 'sub/a.md', 'a.md'],
    [['set', '../a.md', 'k=J'], 'sub/a.md', 'a.md'],
  ])('from sub, %j changes the note above and not the one of that name here', async (words, kept, changed) => {
    const { run, read, has } = trial({ 'a.md': '# A\n\n## H\n', 'sub/a.md': '# B\n\n## H\n', 'i.png': '' }, 'sub')
    const { exit, stderr } = await run(...words)
    expect([exit, stderr]).toEqual([0, expect.stringContaining('undo')])
    expect([read(kept), has('a.md') && read('a.md') === '# A\n\n## H\n']).toEqual(['# B\n\n## H\n', false])
    expect(read(changed)).toContain('# A\n')
  })

  test.each([
    ['.', ['rm', './a.md']],
    ['.', ['rm', './a']],
    ['.', ['set', './Alpha', 'k=v']],
    ['.', ['mv', './a.md', 'b.md']],
    ['.', ['mv', './i.png', 'j.png']],
    ['.', ['append', './a#H', 'more']],
    ['sub', ['rm', '../a.md']],
    ['sub', ['tag', 'add', '../a', 'new']],
    ['sub', ['mv', '../a#H', 'J']],
    ['sub', ['mv', '../a.md', '../i.png', '../deep/']],
  ])('from %s, %j is no note of that name elsewhere', async (folder, words) => {
    const files = { 'x/a.md': '# Alpha\n\n## H\n', 'x/i.png': '', 'sub/s.md': '' }
    const { run, read, has } = trial(files, folder)
    expect((await run(...words)).exit).toBe(1)
    expect([has('x/a.md') && read('x/a.md'), has('x/i.png')]).toEqual(['# Alpha\n\n## H\n', true])
  })

  test.each([
    ['./*.md', ['sub/a.md']],
    ['./**', ['sub/[x]/c.md', 'sub/a.md']],
    ['.', ['sub/[x]/c.md', 'sub/a.md']],
    ['./[[]x]/*', ['sub/[x]/c.md']],
    ['../*.md', ['a.md']],
    ['*.md', ['a.md']],
    ['sub', ['sub/[x]/c.md', 'sub/a.md']],
  ])('from sub, --path %s sets a key of %j', async (glob, changed) => {
    const { run, read } = trial({ 'a.md': 'a\n', 'sub/a.md': 'b\n', 'sub/[x]/c.md': 'c\n' }, 'sub')
    expect((await run('set', '--path', glob, 'k=v', '--expect', String(changed.length))).exit).toBe(0)
    expect(['a.md', 'sub/[x]/c.md', 'sub/a.md'].filter((path) => read(path).includes('k: v'))).toEqual(changed)
  })

  test('a folder whose name is a pattern is one folder to --path', async () => {
    const { run, read } = trial({ 'sub/[x]/c.md': 'c\n', 'sub/x/d.md': 'd\n' }, 'sub/[x]')
    expect((await run('set', '--path', '.', 'k=v', '--expect', '1')).exit).toBe(0)
    expect([read('sub/[x]/c.md'), read('sub/x/d.md')]).toEqual([expect.stringContaining('k: v'), 'd\n'])
    expect((await run('set', '--path', '../../../*', 'k=v', '--expect', '1')).exit).toBe(2)
  })

  test.each([
    [['new', 'Idea', '--dir', './deep'], 'sub/deep/idea.md'],
    [['new', 'Idea', '--dir', '.'], 'sub/idea.md'],
    [['new', 'Idea', '--dir', '..'], 'idea.md'],
    [['new', 'Idea', '--dir', 'deep/'], 'deep/idea.md'],
    [['new', './deep/Idea'], 'sub/deep/Idea.md'],
    [['new', '../Idea.md'], 'Idea.md'],
    [['new', '--missing', '--dir', './deep'], 'sub/deep/gone.md'],
    [['extract', 'x#Part', '--dir', './deep'], 'sub/deep/part.md'],
    [['split', './x', '--dir', '..'], 'part.md'],
  ])('from sub, %j makes %s', async (words, place) => {
    const { run, has } = trial({ 'sub/x.md': '# X\n\n## Part\n\n[[gone]]\n', 'y.md': '' }, 'sub')
    const { exit, stderr } = await run(...words)
    expect([exit, has(place), stderr]).toEqual([0, true, expect.stringContaining('undo')])
  })

  test('a note that is made where one stands has its title and no other folder', async () => {
    const { run, read } = trial({ 'sub/x.md': '' }, 'sub')
    await run('new', './deep/Idea')
    expect(read('sub/deep/Idea.md')).toContain('title: Idea\n')
    expect((await run('new', './deep/Other', '--dir', 'x')).exit).toBe(2)
    expect((await run('new', '../../Out')).exit).toBe(2)
    expect((await run('add', 'hi', '--to', './x.md')).exit).toBe(0)
    expect(read('sub/x.md')).toContain('hi')
  })

  test('an attachment goes to no folder that wend leaves out', async () => {
    const { run, has } = trial({ 'p.png': 'x' })
    for (const place of ['.git/p.png', '.hidden.png'])
      expect([place, (await run('mv', 'p.png', place)).exit]).toEqual([place, 1])
    expect(has('p.png')).toBe(true)
  })

  test('what is called so already is no change that undo would take back', async () => {
    const { run, read } = trial({ 'a.md': '#x\n\n## Part\n' })
    await run('append', 'a', 'more')
    for (const words of [
      ['mv', 'a#Part', 'Part'],
      ['mv', 'a', 'a.md'],
      ['tag', 'rename', 'x', 'x'],
    ]) {
      const { exit, stdout, stderr } = await run(...words)
      expect([exit, stdout, stderr]).toEqual([0, expect.stringContaining('Nothing to change'), ''])
    }
    await run('undo')
    expect(read('a.md')).toBe('#x\n\n## Part\n')
  })

  test('a folder, when a folder and its index answer', async () => {
    const { run, has } = trial({ 'python/index.md': '# Python\n', 'python/a.md': '# A\n', 'b.md': '[[python]]\n' })
    await run('mv', 'python', 'lang/python')
    expect([has('lang/python/index.md'), has('lang/python/a.md')]).toEqual([true, true])
  })

  test('several notes and attachments at once, into a folder', async () => {
    const { run, has, read } = trial({
      'a.md': '![[p.png]] [[b]]\n',
      'b.md': '[x](a.md)\n',
      'p.png': 'x',
      'c.md': '[x](a.md)\n',
    })
    expect((await run('mv', 'a', 'b', 'p.png', 'into/')).exit).toBe(0)
    expect([read('into/a.md'), read('into/b.md'), has('into/p.png')]).toEqual([
      '![[p.png]] [[b]]\n',
      '[x](a.md)\n',
      true,
    ])
    expect(read('c.md')).toBe('[x](into/a.md)\n')
    expect((await run('mv', 'c', 'into/a.md', 'Some words')).exit).toBe(2)
  })

  test('a name that Windows cannot have is told', async () => {
    const { run } = trial({ 'b.md': '# B\n' })
    expect((await run('mv', 'b', 'what: then.md')).stderr).toContain('Windows')
  })
})

test.each([
  ['![x](img/p.png)', '![x](img/q.png)'],
  ['![[p.png|100]]', '![[q.png|100]]'],
  ['![[img/p.png]]', '![[img/q.png]]'],
  ['<img src="img/p.png" alt="">', '<img src="img/q.png" alt="">'],
  ['<video src="img/p.png" poster=img/p.png></video>', '<video src="img/q.png" poster=img/q.png></video>'],
  [
    '<picture><source srcset="img/p.png 1x, img/other.png 2x"><img src="img/p.png"></picture>',
    '<picture><source srcset="img/q.png 1x, img/other.png 2x"><img src="img/q.png"></picture>',
  ],
  [
    '<div>\n<img srcset="img/other.png, img/p.png 480w">\n</div>',
    '<div>\n<img srcset="img/other.png, img/q.png 480w">\n</div>',
  ],
  ['[r]\n\n[r]: img/p.png "t"', '[r]\n\n[r]: img/q.png "t"'],
])('an attachment is renamed in %s', async (before, after) => {
  const { run, read, has } = trial({ 'img/p.png': 'x', 'img/other.png': 'x', 'a.md': `${before}\n` })
  expect((await run('mv', 'img/p.png', 'img/q.png')).exit).toBe(0)
  expect([read('a.md'), has('img/q.png')]).toEqual([`${after}\n`, true])
})
