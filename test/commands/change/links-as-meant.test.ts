import { describe, expect, test } from '@jest/globals'
import { appendFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { trial } from '../../support/trial.ts'

describe('a path that ends in a slash, or is . or .., is a folder', () => {
  test('and not the note beside it', async () => {
    const files = {
      'docs.md': '# D\n',
      'docs/README.md': '# R\n\n[t](./) [u](.) [v](../docs/) [w](..)\n',
      'README.md': '# Top\n\n[e](docs/) [f](docs.md) [g](/docs/) [h](docs)\n',
    }
    const { run, read } = trial(files)
    expect((await run('mv', 'docs.md', 'guide.md')).exit).toBe(0)
    expect(read('docs/README.md')).toBe(files['docs/README.md'])
    expect(read('README.md')).toBe('# Top\n\n[e](docs/) [f](guide.md) [g](/docs/) [h](guide)\n')
  })

  test('whose index may be renamed', async () => {
    const { run, read } = trial({ 'docs/README.md': '# R\n', 'a.md': '[e](docs/) [f](docs/README.md)\n' })
    await run('mv', 'docs/README.md', 'intro.md')
    expect(read('a.md')).toBe('[e](docs/intro.md) [f](docs/intro.md)\n')
  })
})

describe('destinations are written as they were', () => {
  test.each([
    ['[x](N%C3%B6te.md)', '[x](T%C3%A4g.md)'],
    ['[x](Nöte.md)', '[x](Täg.md)'],
    ['[x](<N%C3%B6te.md>)', '[x](<T%C3%A4g.md>)'],
    ['[x](<Nöte.md#h>)', '[x](<Täg.md#h>)'],
    ['![x](N%c3%b6te.md)', '![x](T%C3%A4g.md)'],
    ['[r]\n\n[r]: N%C3%B6te.md "t"', '[r]\n\n[r]: T%C3%A4g.md "t"'],
    ['<a href="N%C3%B6te.md">x</a>', '<a href="T%C3%A4g.md">x</a>'],
  ])('%j', async (before, after) => {
    const { run, read, codes } = trial({ 'Nöte.md': '# H\n', 'a.md': `${before}\n` })
    expect((await run('mv', 'Nöte.md', 'Täg.md')).exit).toBe(0)
    expect([read('a.md'), await codes()]).toEqual([`${after}\n`, []])
  })

  test.each([
    ['\u{1f600} folder', '[x](%F0%9F%98%80%20folder/n.md)', '[x](to%20go/n.md)'],
    ['\u{1f600}', '[x](\u{1f600}/n.md)', '[x](to%20go/n.md)'],
  ])('a folder %s', async (folder, before, after) => {
    const { run, read } = trial({ [`${folder}/n.md`]: '# N\n', 'a.md': `${before}\n` })
    await run('mv', folder, 'to go')
    expect(read('a.md')).toBe(`${after}\n`)
    await run('mv', 'to go', folder)
    expect(read('a.md')).toBe(`${before}\n`)
  })

  test.each([["<a href='a.md'>x</a>"], ['<a href=a.md>x</a>'], ['<img src="a.md">'], ['[x](a.md)'], ['[[a]]']])(
    'a name with a quote, in %s',
    async (link) => {
      const { run, codes, json } = trial({ 'a.md': '# A\n', 'b.md': `# B\n\n${link}\n` })
      expect((await run('mv', 'a', "it's a.md")).exit).toBe(0)
      expect(await codes()).toEqual([])
      expect(await json('backlinks', "it's a.md")).toHaveLength(1)
    },
  )

  test('a name with brackets', async () => {
    const { run, read } = trial({ 'c.md': '# C\n', 'b.md': '[[c]] [x](c.md)\n' })
    expect((await run('mv', 'c', 'c [d] e.md')).exit).toBe(0)
    expect(read('b.md')).toBe('[[c [d] e]] [x](c%20%5Bd%5D%20e.md)\n')
  })
})

describe('renamed headings', () => {
  test.each([
    ['[[a#setup]]', '[[a#Set up: now]]'],
    ['[[a#Setup]]', '[[a#Set up: now]]'],
    ['[x](a.md#setup)', '[x](a.md#set-up-now)'],
  ])('%s', async (before, after) => {
    const { run, read } = trial({ 'a.md': '# A\n\n## Setup\n', 'b.md': `${before}\n` })
    await run('mv', 'a#Setup', 'Set up: now')
    expect(read('b.md')).toBe(`${after}\n`)
  })

  test('a slug of two words stays a slug', async () => {
    const { run, read } = trial({ 'a.md': '# A\n\n## First setup\n', 'b.md': '[[a#first-setup]] [[a#First setup]]\n' })
    await run('mv', 'a#First setup', 'Set up: now')
    expect(read('b.md')).toBe('[[a#set-up-now]] [[a#Set up: now]]\n')
  })
})

test('a link that leads nowhere keeps its bytes, there and back', async () => {
  const text = '[x](../x.html) [y](gone.md) [z](../../out.md)\n'
  const { run, read } = trial({ 'dir/n.md': text, 'a.md': '[[n]]\n' })
  const there = await run('mv', 'n', './n.md')
  expect([read('n.md'), there.stderr]).toEqual([text, expect.not.stringContaining('now resolves')])
  const back = await run('mv', 'n', 'dir/')
  expect([read('dir/n.md'), back.stderr]).toEqual([text, expect.not.stringContaining('now resolves')])
})

test('an unused definition of a web address keeps its label', async () => {
  const { run, read } = trial({ 'Nix.md': '# Nix\n', 'a.md': '[[Nix]]\n\n[Nix]: https://nixos.org\n' })
  await run('mv', 'Nix.md', 'nixos.md')
  expect(read('a.md')).toContain('[Nix]: https://nixos.org')
})

describe('tag rename', () => {
  test.each([
    ['tags: ml nlp', 'tags: ai nlp'],
    ['tags: "ml, nlp"', 'tags: "ai, nlp"'],
    ['tags: [ml, nlp]', 'tags: [ai, nlp]'],
    ['tags:\n  - "#ml"\n  - nlp', 'tags:\n  - "#ai"\n  - nlp'],
    ['tag: ml', 'tag: ai'],
    ['tags: ml/deep', 'tags: ai/deep'],
  ])('%j', async (before, after) => {
    const { run, read } = trial({ 'a.md': `---\n${before}\n---\n# A\n` })
    expect((await run('tag', 'rename', 'ml', 'ai')).exit).toBe(0)
    expect(read('a.md')).toBe(`---\n${after}\n---\n# A\n`)
  })
})

test('an index page lists neither itself nor what it links to as linked', async () => {
  const { run, read } = trial({ 'a.md': '# A\n', 'b.md': '# B\n\nsee [[a]]\n' })
  await run('index', '--write', 'README.md')
  const page = read('README.md')
  expect([page, (await run('index', '--check', 'README.md')).exit]).toEqual([expect.not.stringContaining('README'), 0])
  await run('index', '--write', 'README.md')
  expect(read('README.md')).toBe(page)
})

test('rm --force says where links lead then', async () => {
  const { run } = trial({ 'x/a.md': '# A\n', 'y/a.md': '# A\n', 'b.md': '[[x/a]] [[a]]\n' })
  const { stderr } = await run('rm', 'x/a', '--force')
  expect(stderr).toContain('1 link leads nowhere now')
  expect(stderr).toContain('1 link leads to y/a.md now')
})

test('a note that ignore files leave out is an attachment of wikilinks, too', async () => {
  const { codes } = trial({
    '.gitignore': 'secret.md\nprivate/\n',
    'secret.md': '',
    'private/secret.md': '',
    'a.md': '[[secret]] [[private/secret]] [x](secret.md)\n',
  })
  expect(await codes()).toEqual([])
})

describe('links in front matter are followed and written back', () => {
  test.each([
    [
      'up: >-\n  [[old|the long text that a writer folds at\n  80 columns]]',
      'up: >-\n  [[new name|the long text that a writer folds at\n  80 columns]]',
    ],
    ['up: "[[\\u006fld]]"', 'up: "[[new name]]"'],
    ["up: '[[old|it''s]]'", "up: '[[new name|it''s]]'"],
    ['up: see [[old]]\n  and more', 'up: see [[new name]]\n  and more'],
    ['up:\n  - "[x](old.md)"', 'up:\n  - "[x](new%20name.md)"'],
    ['up: |\n  [[old]]\n  [[old#^b]]', 'up: |\n  [[new name]]\n  [[new name#^b]]'],
  ])('%j', async (before, after) => {
    const { run, read } = trial({ 'old.md': 'x ^b\n', 'a.md': `---\n${before}\n---\n` })
    expect((await run('mv', 'old.md', 'new name.md')).exit).toBe(0)
    expect(read('a.md')).toBe(`---\n${after}\n---\n`)
    await run('mv', 'new name.md', 'old.md')
    expect(read('a.md')).toBe(`---\n${before}\n---\n`)
  })

  test('in TOML', async () => {
    const { run, read } = trial({ 'old.md': '', 'a.md': '+++\nup = "[[old]]"\n+++\n' })
    await run('mv', 'old.md', 'new name.md')
    expect(read('a.md')).toBe('+++\nup = "[[new name]]"\n+++\n')
  })
})

test('[[name][label]] with a definition of the label is a reference', async () => {
  const { json, codes } = trial({
    'a.md': 'We [[GitHub][code]], [[c][none]] and [[b]].\n\n[code]: https://github.com/x\n',
    'b.md': '# B\n',
    'c][none.md': '# C\n',
  })
  const links = await json<{ kind: string; target: string }[]>('links', 'a')
  expect(links.map(({ kind, target }) => [kind, target])).toEqual([
    ['reference', 'https://github.com/x'],
    ['wiki', 'c][none'],
    ['wiki', 'b'],
  ])
  expect(await codes()).toEqual([])
})

test('mentions are prose: no comment, attribute, address, code, formula or heading', async () => {
  const { json } = trial({
    'kl.md': '# KL divergence\n',
    'a.md': [
      '# KL divergence there',
      '<!-- KL divergence --> <img alt="KL divergence" src="x.png">',
      'https://e.org/KL-divergence and www.e.org/kl-divergence/x',
      '`KL divergence` $KL divergence$ [[kl|KL divergence]]',
      '%% KL divergence %%',
      '```',
      'KL divergence',
      '```',
      'The KL-divergence counts, see https://e.org too.',
    ].join('\n\n'),
  })
  const [hit] = await json<{ matches: { line: number; text: string }[] }[]>('mentions', 'kl')
  expect(hit?.matches.map(({ text }) => text)).toEqual(['The KL-divergence counts, see https://e.org too.'])
})

test('a path that goes up and comes back does so again when its folder is renamed', async () => {
  const text = '[a](./) [b](../docs/) [c](../docs/x.md) [d](../../top/docs/x.md)\n'
  const { run, read } = trial({ 'top/docs/README.md': '# R\n', 'top/docs/x.md': '# X\n', 'top/docs/y.md': text })
  await run('mv', 'top/docs', 'top/guide')
  expect(read('top/guide/y.md')).toBe('[a](./) [b](../guide/) [c](../guide/x.md) [d](../../top/guide/x.md)\n')
  await run('mv', 'top/guide', 'top/docs')
  expect(read('top/docs/y.md')).toBe(text)
})

test('a heading whose id stands in braces has no tag of it', async () => {
  const { json } = trial({ 'a.md': '# X { #id }\n\n## Y {#id2 .c}\n\n[x](#id) [y](#id2) #real\n' })
  expect(await json<{ name: string }[]>('tags')).toEqual([expect.objectContaining({ name: 'real' })])
})

test('front matter that is new has the line ends of the note', async () => {
  const { run, read } = trial({ 'a.md': 'text\r\n\r\nmore\r\n' })
  await run('set', 'a', 'k=v', 'tags=x,z')
  expect(read('a.md')).toBe('---\r\nk: v\r\ntags: [x, z]\r\n---\r\ntext\r\n\r\nmore\r\n')
})

test.each([
  ['tags = ["ml", "b"]', 'tags = ["ai", "b"]'],
  ["tags = ['ml','b'] # two", "tags = ['ai','b'] # two"],
  ['tags = [\n  "ml/deep", # one\n  "b",\n]', 'tags = [\n  "ai/deep", # one\n  "b",\n]'],
  ['tags = "ml b"', 'tags = "ai b"'],
])('a tag of TOML is renamed where it stands: %j', async (before, after) => {
  const { run, read } = trial({ 'a.md': `+++\ntitle = "ml"\n${before}\n+++\ntext\n` })
  await run('tag', 'rename', 'ml', 'ai')
  expect(read('a.md')).toBe(`+++\ntitle = "ml"\n${after}\n+++\ntext\n`)
  await run('tag', 'rename', 'ai', 'ml')
  expect(read('a.md')).toBe(`+++\ntitle = "ml"\n${before}\n+++\ntext\n`)
})

test('a broken link that a move made lead somewhere is as it was when the move is taken back', async () => {
  const text = '[up](../../README.md) [broken](../README.md) [[gone]]\n'
  const { run, read } = trial({ 'README.md': '# R\n', 'docs/guide/intro.md': text })
  expect((await run('mv', 'intro', 'moved/intro.md')).stderr).toContain('now resolves')
  expect(read('moved/intro.md')).toBe('[up](../README.md) [broken](../README.md) [[gone]]\n')
  await run('mv', 'moved/intro.md', 'docs/guide/intro.md')
  expect(read('docs/guide/intro.md')).toBe(text)
  await run('mv', 'intro', 'moved/intro.md')
  await run('append', 'intro', 'more')
  await run('mv', 'moved/intro.md', 'docs/guide/intro.md')
  expect(read('docs/guide/intro.md')).toBe(`${text}\nmore\n`)
})

test('a link that led somewhere when others wrote to its note is kept, whatever was there before', async () => {
  const text = '[up](../../README.md) [broken](../README.md) [[gone]]\n'
  const { root, run, read } = trial({ 'README.md': '# R\n', 'docs/guide/intro.md': text })
  await run('mv', 'intro', 'moved/intro.md')
  appendFileSync(join(root, 'moved/intro.md'), 'more\n')
  await run('mv', 'moved/intro.md', 'docs/guide/intro.md')
  expect(read('docs/guide/intro.md')).toContain('[broken](../../README.md)')
})

test('a name that a move made lead somewhere in another note is broken again when the move is taken back', async () => {
  const { run, read } = trial({ 'b.md': 'x\n', 'a.md': '[[z]] [[b]]\n', 'c.md': '[[z]]\n' })
  await run('mv', 'b', 'z.md')
  await run('mv', 'z', 'b.md')
  expect([read('a.md'), read('c.md')]).toEqual(['[[z]] [[b]]\n', '[[z]]\n'])
})

test.each([
  ['x&amp;b', '[x](x%26amp;b.md) <a href=x%26amp;b.md>y</a> [z](<x%26amp;b.md>)\n'],
  ['R&copy', '[x](R&copy.md) <a href=R%26copy.md>y</a> [z](<R&copy.md>)\n'],
  ['A & B', '[x](A%20&%20B.md) <a href=A%20&%20B.md>y</a> [z](<A & B.md>)\n'],
  ['C&#35;', '[x](C%26%2335;.md) <a href=C%26%2335;.md>y</a> [z](<C%26%2335;.md>)\n'],
])('a note is renamed to %s, which is no character reference in links to it', async (name, links) => {
  const { run, read, codes } = trial({ 'a.md': '# A\n', 'b.md': '[x](a.md) <a href=a.md>y</a> [z](<a.md>)\n' })
  expect((await run('mv', 'a', `${name}.md`)).exit).toBe(0)
  expect(read('b.md')).toBe(links)
  expect(await codes()).toEqual([])
})

test('a wikilink with a slash at its end leads to the folder, and not to the note beside it', async () => {
  const links = '[[docs/]] ![[docs/]] [[docs/|x]] [[docs]] [[x/]]\n'
  const { run, read } = trial({ 'docs.md': '', 'docs/README.md': '# R\n', 'x.md': '', 'a.md': links })
  await run('mv', 'docs.md', 'guide.md')
  expect(read('a.md')).toBe('[[docs/]] ![[docs/]] [[docs/|x]] [[guide]] [[x/]]\n')
  await run('mv', 'docs', 'texts')
  expect(read('a.md')).toBe('[[texts/]] ![[texts/]] [[texts/|x]] [[guide]] [[x/]]\n')
  await run('mv', 'texts', 'docs')
  await run('mv', 'guide', 'docs.md')
  expect(read('a.md')).toBe(links)
})

describe('a link follows its note through several names', () => {
  const links = '[[n s]] [[N S]] [x](n%20s.md) [[n s#h]] [[N s|t]]\n'

  test.each([['n-s'], ['N_S'], ['N S']])('and back from %s each byte is as it was', async (name) => {
    const { run, read } = trial({ 'n s.md': '# h\n', 'a.md': links })
    await run('mv', 'n s', 'q r.md')
    await run('mv', 'q r', `${name}.md`)
    await run('append', 'a', `[[${name}]]`)
    await run('mv', `${name}.md`, 'n s.md')
    // What came meanwhile follows, and is not left to its slug.
    expect(read('a.md')).toBe(`${links}\n[[n s]]\n`)
  })

  test('so does one that others wrote meanwhile; one that stood by its slug before stays', async () => {
    const { root, run, read } = trial({ 'n s.md': 'x\n', 'a.md': '[[n-s]]\n', 'b.md': '[[n-s]] [[n s]]\n' })
    await run('mv', 'n s', 'n-s.md')
    await new Promise((resolve) => setTimeout(resolve, 20))
    writeFileSync(join(root, 'c.md'), '[[n-s]]\n')
    await run('append', 'b', 'more')
    await run('mv', 'n-s', 'n s.md')
    expect([read('a.md'), read('b.md'), read('c.md')]).toEqual(['[[n-s]]\n', '[[n-s]] [[n s]]\n\nmore\n', '[[n s]]\n'])
  })
})

test('a path is not restored in a note that lies in another folder since', async () => {
  const { run, read } = trial({ 'd/n.md': '# N\n', 'a.md': '[x](d/n.md) [[d/n]]\n' })
  await run('mv', 'n', './m.md')
  await run('mv', 'a', 'sub/a.md')
  await run('mv', 'm', 'd/n.md')
  expect(read('sub/a.md')).toBe('[x](../d/n.md) [[d/n]]\n')
})

test('a link by the name of the file is not left to a title or alias, which Obsidian does not follow', async () => {
  const { run, read } = trial({
    'Attention.md': '---\naliases: [ATTENTION]\n---\n# Attention\n',
    'a.md': '---\nup: "[[attention]]"\n---\n[[attention]] [[ATTENTION|x]] ![[attention#Attention]] [[Attention]]\n',
  })
  await run('mv', 'Attention.md', 'attn.md')
  expect(read('a.md')).toBe('---\nup: "[[attn]]"\n---\n[[attn]] [[attn|x]] ![[attn#Attention]] [[attn]]\n')
})

test('a broken link keeps its bytes, whatever the history says of the same words elsewhere', async () => {
  const text = '[up](../../README.md) [broken](../README.md)\n'
  const { run, read } = trial({ 'README.md': '# R\n', 'docs/guide/intro.md': text, 'docs/a.md': '# A\n' })
  await run('mv', 'intro', 'moved/intro.md')
  await run('mv', 'moved/intro.md', 'docs/guide/intro.md')
  await run('mv', 'docs', 'texts')
  await run('mv', 'texts', 'docs')
  expect(read('docs/guide/intro.md')).toBe(text)
})

test('a link in another case of letters is written anew where it would lead by its slug alone, which Obsidian does not follow', async () => {
  const { run, read } = trial({ 'n s.md': 'x\n', 'a.md': '[[n s]] [[N S]] [[N s#h]]\n' })
  await run('mv', 'n s', 'n-s.md')
  expect(read('a.md')).toBe('[[n-s]] [[N-S]] [[N-s#h]]\n')
  await run('mv', 'n-s', 'n s.md')
  expect(read('a.md')).toBe('[[n s]] [[N S]] [[N s#h]]\n')
})

test('names with a $ are followed, to and fro, in cells too', async () => {
  const text =
    '[[$AAPL]] and [[$GOOG]], [[b|$5]] and [[b|$6]], [x]($AAPL.md) $y$\n\n| [[$AAPL]] | [[$GOOG]] |\n|---|---|\n'
  const { run, read, codes } = trial({ '$AAPL.md': '# X\n', '$GOOG.md': '# Y\n', 'b.md': '# B\n', 'a.md': text })
  expect((await run('mv', '$AAPL', 'Apple')).exit).toBe(0)
  expect(read('a.md')).toBe(text.replaceAll('$AAPL', 'Apple'))
  await run('mv', 'Apple', '$AAPL.md')
  expect([read('a.md'), await codes()]).toEqual([text, []])
})
