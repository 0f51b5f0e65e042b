import { describe, expect, test } from '@jest/globals'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { trial } from '../../support/trial.ts'

type LinkRow = { readonly target: string; readonly resolved?: string; readonly status: string }

async function leads(files: Readonly<Record<string, string>>, note: string): Promise<readonly (string | undefined)[]> {
  const { json } = trial(files)
  return (await json<LinkRow[]>('links', note)).map(({ resolved, status }) => resolved ?? status)
}

describe('MkDocs', () => {
  const page = [
    '# Page',
    '',
    '!!! note "A title"',
    '    See [[b]] and [c][code].',
    '',
    '    - item with [b](b.md)',
    '',
    '            code [[no]]',
    '',
    '=== "Tab"',
    '',
    '    Text with [d][code]',
    '',
    '    ```',
    '    [[no]]',
    '    ```',
    '',
    '??? tip',
    '    [b](b.md)',
    '',
    '    [[no]] is a link here, too',
    '',
    '    code [[gone]]',
    '',
    '[code]: b.md',
    '',
  ].join('\n')

  test('what is indented under an admonition or a tab is no code', async () => {
    const files = { 'docs/a.md': page, 'docs/b.md': '# B\n', 'mkdocs.yml': 'site_name: x\n' }
    const { json, codes } = trial(files)
    const links = await json<LinkRow[]>('links', 'docs/a')
    expect(links.map(({ target }) => target)).toEqual(['b', 'b.md', 'b.md', 'b.md', 'b.md', 'no', 'gone'])
    expect(await codes('--only', 'unused-definition')).toEqual([])
  })

  test('titles, tabs in tabs and admonitions in lists are text; code in them is code', async () => {
    const text = [
      '!!! note "See [b](b.md) and `[[no]]`"',
      '    === "Tab [[b]]"',
      '        ??? tip',
      '            [in three](b.md)',
      '',
      '1. one',
      '',
      '    !!! note inline end',
      '        [in a list](b.md)',
      '',
      '            [[no]]',
      '',
      '"[[b]]" !!! note "[[b]]"',
    ].join('\n')
    const files = { 'docs/a.md': text, 'docs/b.md': '# B\n', 'mkdocs.yml': 'site_name: x\n' }
    expect(await leads(files, 'docs/a')).toEqual(Array(6).fill('docs/b.md'))
    const { run, read } = trial(files)
    await run('mv', 'docs/b', 'docs/c.md')
    expect(read('docs/a.md')).toBe(text.replaceAll('b.md', 'c.md').replaceAll('[[b]]', '[[c]]'))
  })

  test('without it nothing changes', async () => {
    const { json } = trial({ 'docs/a.md': page, 'docs/b.md': '# B\n' })
    const links = await json<LinkRow[]>('links', 'docs/a')
    expect(links.map(({ target }) => target)).toEqual(['b', 'b.md', 'b.md'])
  })

  test('its docs_dir is where a site begins; links follow renames', async () => {
    const { root, run, read, codes } = trial({
      'mkdocs.yml': 'docs_dir: pages # here\n',
      'pages/guide/start.md': '# Start\n',
      'pages/index.md':
        '[a](/guide/start/) [b](/guide/start.md) [c](guide/start.html) [d](guide/start/) [e](start.md)\n',
      'pages/other/x.md': '!!! note\n    [up](../../guide/start/) [md](../guide/start.md) [[start]]\n',
    })
    expect((await run('check', '--skip', 'non-portable-link')).stdout).toContain('No problems')
    await run('mv', 'pages/guide/start.md', 'pages/guide/begin.md')
    expect(read('pages/index.md')).toBe(
      '[a](/guide/begin/) [b](/guide/begin.md) [c](guide/begin.html) [d](guide/begin/) [e](begin.md)\n',
    )
    expect(read('pages/other/x.md')).toContain('[md](../guide/begin.md) [[begin]]')
    expect((await run('check', '--skip', 'non-portable-link')).stdout).toContain('No problems')
    mkdirSync(join(root, '.wend'), { recursive: true })
    writeFileSync(join(root, '.wend/config.yml'), 'links:\n  dialect: none\n')
    expect(await codes('--only', 'broken-link')).not.toEqual([])
  })
})

test('Hugo: bundles, sections and paths of the site', async () => {
  const files = {
    'hugo.toml': 'title = "x"\n',
    'content/_index.md': '+++\ntitle = "Home"\n+++\n[a](/posts/one/) [b](/posts/) [c](/posts/two) [d](/)\n',
    'content/posts/_index.md': '# Posts\n',
    'content/posts/one/index.md': '# One\n',
    'content/posts/two.md': '# Two\n',
  }
  expect(await leads(files, 'content/_index.md')).toEqual([
    'content/posts/one/index.md',
    'content/posts/_index.md',
    'content/posts/two.md',
    'content/_index.md',
  ])
})

test.each([
  ['book.toml', '[book]\nsrc = "text"\n', 'text'],
  ['docusaurus.config.js', 'throw new Error("never run")\n', 'docs'],
  ['.vuepress/config.js', 'throw new Error("never run")\n', '.'],
])('%s: .html and paths of the site', async (marker, config, folder) => {
  const at = (path: string): string => join(folder, path)
  const files = {
    [marker]: config,
    [at('intro.md')]: '[a](guide/x.html#h) [b](/guide/x.html) [c](/guide/x) [d](guide/) [e](/guide/)\n',
    [at('guide/x.md')]: '# H\n',
    [at('guide/README.md')]: '# R\n',
  }
  expect(await leads(files, at('intro.md'))).toEqual(
    ['guide/x.md', 'guide/x.md', 'guide/x.md', 'guide/README.md', 'guide/README.md'].map(at),
  )
})

test('Logseq: journals by date, namespaces by path', async () => {
  const files = {
    'logseq/config.edn': '{}\n',
    'journals/2024_03_05.md': 'x\n',
    'pages/a___b.md': 'x\n',
    'pages/n.md': '[[Mar 5th, 2024]] [[2024-03-05]] [[a/b]] [[a/none]]\n',
  }
  expect(await leads(files, 'n')).toEqual([
    'journals/2024_03_05.md',
    'journals/2024_03_05.md',
    'pages/a___b.md',
    'broken',
  ])
  const { run, read } = trial(files)
  await run('mv', 'a___b', 'a___c.md')
  expect(read('pages/n.md')).toContain('[[a/c]]')
})

test('check says which tool it follows', async () => {
  const { run } = trial({ 'mkdocs.yml': '', 'a.md': '# A\n\nText.\n' })
  expect((await run('check')).stderr).toContain('MkDocs')
})

describe('what is renamed in a vault of a tool', () => {
  const uuid = '64b9b3d2-5a3f-4c7e-9d1b-0f6a2c8e7d10'

  test('Logseq: pages, namespaces, aliases, tags; blocks are found wherever they are', async () => {
    const files = {
      'logseq/config.edn': '{}\n',
      'pages/Ada.md': 'alias:: Countess, [[Lady]]\ntags:: person, maths\n\n- x\n',
      'pages/p___engine.md': `- a part\n  id:: ${uuid}\n- #person\n`,
      'pages/n.md': `- [[p/engine]] {{embed [[Ada]]}} {{embed ((${uuid}))}} [[Lady]]\n`,
    }
    const { run, read, codes, json } = trial(files)
    expect(await codes()).toEqual([])
    await run('mv', 'p___engine', 'p___motor.md')
    await run('mv', 'Ada', 'Ada Lovelace')
    expect(read('pages/n.md')).toBe(`- [[p/motor]] {{embed [[Ada Lovelace]]}} {{embed ((${uuid}))}} [[Lady]]\n`)
    expect(await codes()).toEqual([])
    expect(await json('backlinks', 'p___motor')).toHaveLength(2)
    await run('tag', 'rename', 'person', 'people')
    expect([read('pages/Ada Lovelace.md'), read('pages/p___motor.md')]).toEqual([
      files['pages/Ada.md'].replace('person', 'people'),
      files['pages/p___engine.md'].replace('person', 'people'),
    ])
  })

  test('Logseq: a block that is written later is found by links that were there, with a cache', async () => {
    const { root, codes } = trial({ 'logseq/config.edn': '', 'a.md': `- ((${uuid}))\n`, 'b.md': '- x\n' })
    expect(await codes()).toEqual(['broken-link'])
    writeFileSync(join(root, 'b.md'), `- x\n  id:: ${uuid}\n`)
    expect(await codes()).toEqual([])
    const { json } = trial({ 'a.md': `((${uuid}))\n`, 'b.md': `id:: ${uuid}\n` })
    expect((await json<{ links: number }[]>('list')).map(({ links }) => links)).toEqual([0, 0])
  })

  test('Hugo: shortcodes, pages and bundles', async () => {
    const text = [
      '[a]({{< ref "/posts/first" >}}) [b]({{< relref "posts/second.md#part" >}}) [c]({{% ref `second` %}})',
      '[d]({{<ref \'/posts/second.md\'>}}) [e](/posts/second/) [f]({{< ref "/posts/second" "lang" >}})',
      '`{{< ref "second" >}}` {{</* ref "second" */>}}',
      '',
    ].join('\n')
    const files = {
      'config.toml': '',
      'content/a.md': text,
      'content/posts/first/index.md': '# F\n',
      'content/posts/second.md': '# S\n\n## Part\n',
    }
    const { run, read, codes } = trial(files)
    expect(await codes()).toEqual([])
    expect((await run('mv', 'second.md', 'third.md', '--only', 'file')).exit).toBe(0)
    const renamed = text.replace(/(\{\{[<%] ?(?:rel)?ref ["'`][^"'`]*|\(\/posts\/)second/g, '$1third')
    expect(read('content/a.md')).toBe(renamed.replace('`{{< ref "third" >}}`', '`{{< ref "second" >}}`'))
    expect((await run('mv', 'content/posts/first', 'content/posts/one')).exit).toBe(0)
    expect(read('content/a.md')).toContain('{{< ref "/posts/one" >}}')
    expect((await run('mv', 'third#Part', 'A piece')).exit).toBe(0)
    expect(read('content/a.md')).toContain('third.md#a-piece')
    expect(await codes()).toEqual([])
    await run('undo')
    await run('undo')
    await run('undo')
    expect(read('content/a.md')).toBe(text)
  })

  test.each([
    ['Dendron', 'dendron.yml', 'see [[the engine|proj.engine]]\n'],
    ['DocFX', 'docfx.json', 'see [it](~/proj.engine.md)\n'],
  ])(
    '%s: its own syntax is not changed, and a rename that needed it is refused with the reason',
    async (tool, marker, own) => {
      const files = { [marker]: '', 'proj.engine.md': '# E\n', 'a.md': own, 'b.md': '# B\n' }
      const { run, read, has } = trial(files)
      const refused = await run('mv', 'proj.engine', 'proj.motor.md', '--only', 'file')
      expect([refused.exit, has('proj.engine.md'), read('a.md')]).toEqual([1, true, own])
      expect(refused.stderr).toContain(tool)
      expect((await run('mv', 'b', 'c.md', '--only', 'file')).exit).toBe(0)
      await run('check', '--fix')
      expect(read('a.md')).toBe(own)
    },
  )

  test('Dendron: other links to the same note follow', async () => {
    const { run, read } = trial({ 'dendron.yml': '', 'proj.engine.md': '# E\n', 'a.md': '[[proj.engine#^x]] [[#a]]\n' })
    await run('mv', 'proj.engine', 'proj.motor.md', '--only', 'file')
    expect(read('a.md')).toBe('[[proj.motor#^x]] [[#a]]\n')
  })

  test('DocFX: what a uid names may move', async () => {
    const { run, read, codes } = trial({
      'docfx.json': '',
      'x/start.md': '---\nuid: a.b\n---\n# S\n\n## Go\n',
      'a.md': '# A\n\n<xref:a.b> [t](xref:a.b#go) [u](xref:System.Int32)\n',
    })
    await run('mv', 'start', 'begin.md', '--only', 'file')
    expect(read('a.md')).toBe('# A\n\n<xref:a.b> [t](xref:a.b#go) [u](xref:System.Int32)\n')
    expect(await codes()).toEqual([])
  })

  test.each(['logseq/config.edn', 'hugo.toml', 'dendron.yml', 'docfx.json'])(
    'nothing of it is read without %s',
    async () => {
      const text = `# A\n\n((${uuid})) [[b|x]] [x]({{< ref "b" >}}) {{< ref "b" >}}\n\nid:: ${uuid}\n\ntags:: person\n`
      const { json } = trial({ 'a.md': text, 'x.md': '# X\n' })
      const rows = await json<LinkRow[]>('links', 'a')
      expect(rows.map(({ target, status }) => `${target} ${status}`)).toEqual(['b broken'])
      expect(await json('tags')).toEqual([])
    },
  )
})

describe('what the documentation of a tool shows', () => {
  test('MkDocs: ids of headings are those of Python-Markdown, and follow a heading', async () => {
    const text =
      '# A\n\n## Notes\n\n## Notes\n\n## Über uns\n\n## 概要\n\n[b](#notes_1) [u](#uber-uns) [o](#_1) [n](#notes_2)\n'
    const { run, read, codes } = trial({ 'mkdocs.yml': '', 'docs/a.md': text })
    expect(await codes('--only', 'broken-anchor')).toEqual(['broken-anchor'])
    await run('mv', 'a#Über uns', 'Où aller')
    expect(read('docs/a.md')).toBe(text.replace('Über uns', 'Où aller').replace('uber-uns', 'ou-aller'))
    const { codes: elsewhere } = trial({ 'a.md': text })
    expect(await elsewhere('--only', 'broken-anchor')).toHaveLength(4)
  })

  test('MkDocs: an id in braces names anything, and is no tag', async () => {
    const text =
      '# A\n\n`name` { #one .x }\n:   text\n\nA line\n{: #two }\n\n[1](#one) [2](#two) [3](#x) `{ #three }` [4](#three) #real\n'
    const { codes, json } = trial({ 'mkdocs.yml': '', 'docs/a.md': text })
    expect(await codes()).toEqual(['broken-anchor', 'broken-anchor'])
    expect((await json<{ name: string }[]>('tags')).map(({ name }) => name)).toEqual(['real'])
  })

  test('VuePress: the second of two headings, a permalink, and where the headings go', async () => {
    const text = '# A\n\n[[toc]]\n\n## 1. Réunion\n\n## Go\n\n## Go\n\n[g](#go-2) [r](#_1-reunion) [p](/asked/)\n'
    const files = { '.vuepress/config.js': '', 'a.md': text, 'faq.md': '---\npermalink: /asked/\n---\n\n# Questions\n' }
    expect(await leads(files, 'a')).toEqual(['a.md', 'a.md', 'faq.md'])
    expect(await trial(files).codes('--only', 'broken-anchor,broken-link')).toEqual([])
    expect(await leads({ ...files, '.vuepress/config.js': '', 'faq.md': '# Q\n' }, 'a')).toEqual([
      'a.md',
      'a.md',
      'broken',
    ])
  })

  test('Hugo: the path of ref by its name, whatever stands before it', async () => {
    const text =
      '[a]({{< ref path="/b" lang="b" >}}) [b]({{% relref lang="b" path=\'b.md#h\' %}}) [c]({{< ref path="no" >}})\n'
    const files = { 'hugo.toml': '', 'content/a.md': text, 'content/b.md': '## H\n' }
    expect(await leads(files, 'content/a')).toEqual(['content/b.md', 'content/b.md', 'broken'])
    const { run, read } = trial(files)
    await run('mv', 'b', 'c.md', '--only', 'file')
    expect(read('content/a.md')).toBe(text.replace('"/b"', '"/c"').replace('b.md', 'c.md'))
  })

  test('Logseq: names that no file can have, and links with a text', async () => {
    const text = '- [[Books: a list]] [them]([[Books: a list]]) [b]([[b/c]]) [no]([[none]])\n'
    const files = {
      'logseq/config.edn': '',
      'pages/a.md': text,
      'pages/Books%3A a list.md': '- x\n',
      'pages/b___c.md': '- x\n',
    }
    const list = 'pages/Books%3A a list.md'
    expect(await leads(files, 'a')).toEqual([list, list, 'pages/b___c.md', 'broken'])
    const { run, read } = trial(files)
    await run('mv', list, 'pages/Read%3F.md', '--only', 'file')
    await run('mv', 'b___c', 'pages/b___d.md', '--only', 'file')
    expect(read('pages/a.md')).toBe(text.replaceAll('Books: a list', 'Read?').replace('b/c', 'b/d'))
  })

  test('Logseq: a tag that needed brackets is a tag again when the page is renamed back', async () => {
    const files = {
      'logseq/config.edn': '',
      'pages/a.md': 'tags:: place\n\n- #place [[place]]\n',
      'pages/place.md': '- x\n',
    }
    const { run, read } = trial(files)
    await run('mv', 'pages/place.md', 'pages/a place.md', '--only', 'file')
    expect(read('pages/a.md')).toBe('tags:: [[a place]]\n\n- #[[a place]] [[a place]]\n')
    await run('mv', 'pages/a place.md', 'pages/place.md', '--only', 'file')
    expect(read('pages/a.md')).toBe(files['pages/a.md'])
  })

  test('Dendron: a part of a note, which is not changed', async () => {
    const text = '![[b#one:#two]] ![[b#one,1]] ![[b#^x:#*]] ![[b#three:#one]]\n'
    const files = { 'dendron.yml': '', 'a.md': text, 'b.md': '## One\n\nx ^x\n\n## Two\n' }
    const { run, read, json } = trial(files)
    expect((await json<LinkRow[]>('links', 'a')).map(({ status }) => status)).toEqual([
      'ok',
      'ok',
      'ok',
      'broken-anchor',
    ])
    expect((await run('mv', 'b#One', 'First')).exit).toBe(1)
    expect(read('a.md')).toBe(text)
  })

  test('DocFX: the link that makes a heading a tab leads nowhere', async () => {
    const files = { 'docfx.json': '', 'a.md': '# A\n\n# [Linux](#tab/linux)\n\n[gone](#no)\n' }
    expect(await trial(files).codes()).toEqual(['broken-anchor'])
  })
})
