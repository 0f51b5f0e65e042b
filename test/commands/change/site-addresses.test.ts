import { describe, expect, test } from '@jest/globals'
import { trial } from '../../support/trial.ts'

interface Row {
  readonly target: string
  readonly status: string
  readonly resolved?: string
}

const linksOf = async (json: <T>(...args: readonly string[]) => Promise<T>, note: string): Promise<unknown> =>
  Object.fromEntries(
    (await json<readonly Row[]>('links', note)).map(({ target, status, resolved }) => [
      target,
      status === 'ok' ? resolved : status,
    ]),
  )

describe('Docusaurus', () => {
  const files = {
    'docusaurus.config.js': '',
    'docs/intro.md':
      '---\nslug: /\n---\n# Intro\n\n[a](/docs/getting-going) [b](/docs/guides/advanced) [c](/docs/guides/own-id) [d](/docs/next/guides/advanced) [e](/blog/hello) [f](/blog/2024/01/03/more) [g](/docs/guides/named/) [h](/blog/tags/x) [i](/docs/none) [j](/docs/2024-01-plans) [k](/about)\n',
    'docs/guides/01-setup.md':
      '---\nslug: /getting-going\n---\n# Setup\n\n[home](/docs/) [rel](./advanced) [up](../docs)\n',
    'docs/guides/02-advanced.md': '# Advanced\n\n[id](own-id) [named](./named#x)\n',
    'docs/guides/custom.md': '---\nid: own-id\n---\n# Custom\n',
    'docs/guides/03-slug.md': '---\nslug: named\n---\n# Named\n\n## X\n',
    'docs/2024-01-plans.md': '# Plans\n',
    'blog/2024-01-02-hello.md': '---\nslug: hello\n---\n# Hello\n',
    'blog/2024-01-03-more/index.md': '# More\n',
    'src/pages/about.md': '# About\n',
  }

  test('links by slug, id, and names without numbers and dates resolve', async () => {
    const { json } = trial(files)
    expect(await linksOf(json, 'docs/intro.md')).toEqual({
      '/docs/getting-going': 'docs/guides/01-setup.md',
      '/docs/guides/advanced': 'docs/guides/02-advanced.md',
      '/docs/guides/own-id': 'docs/guides/custom.md',
      '/docs/next/guides/advanced': 'docs/guides/02-advanced.md',
      '/blog/hello': 'blog/2024-01-02-hello.md',
      '/blog/2024/01/03/more': 'blog/2024-01-03-more/index.md',
      '/docs/guides/named/': 'docs/guides/03-slug.md',
      '/blog/tags/x': 'external',
      '/docs/none': 'broken',
      '/docs/2024-01-plans': 'docs/2024-01-plans.md',
      '/about': 'src/pages/about.md',
    })
    expect(await linksOf(json, 'docs/guides/02-advanced.md')).toEqual({
      'own-id': 'docs/guides/custom.md',
      './named': 'docs/guides/03-slug.md',
    })
  })

  test('a rename leaves an address that holds and follows one that does not', async () => {
    const { run, read } = trial(files)
    await run('mv', 'docs/guides/01-setup.md', 'docs/start/01-setup.md')
    expect(read('docs/intro.md')).toBe(files['docs/intro.md'])
    await run('mv', 'docs/guides/03-slug.md', 'docs/other/03-slug.md')
    expect(read('docs/intro.md')).toContain('[g](/docs/other/named/)')
    await run('mv', 'docs/other/03-slug.md', 'docs/guides/03-slug.md')
    await run('mv', 'docs/start/01-setup.md', 'docs/guides/01-setup.md')
    for (const [path, text] of Object.entries(files)) expect([path, read(path)]).toEqual([path, text])
  })
})

describe('Hugo', () => {
  const files = {
    'hugo.toml': '',
    'content/_index.md':
      '[p](/posts/) [s](/posts/the-first/) [o](/old/first/) [t](/two/) [g](/tags/go/) [n](/none/) {{< ref "second" >}}\n',
    'content/posts/first.md':
      '+++\ntitle = "First"\nslug = "the-first"\naliases = ["/old/first/"]\n+++\n{{< figure src="/img/p.png" link="#head" >}} {{< figure src=\'gone.png\' >}} `{{< figure src="code.png" >}}`\n\n## Head\n',
    'content/posts/second/index.md':
      '---\ntitle: Second\nurl: /two/\n---\n{{< figure src="cover one.png" alt="x" >}} {{% figure src="https://e.org/x.png" %}}\n',
    'content/posts/second/cover one.png': 'x',
    'static/img/p.png': 'x',
  }

  test('links by slug, url, aliases, sections and bundles resolve, figures are pictures', async () => {
    const { json, codes } = trial(files)
    expect(await linksOf(json, 'content/_index.md')).toEqual({
      '/posts/': 'content/posts',
      '/posts/the-first/': 'content/posts/first.md',
      '/old/first/': 'content/posts/first.md',
      '/two/': 'content/posts/second/index.md',
      '/tags/go/': 'external',
      '/none/': 'broken',
      second: 'content/posts/second/index.md',
    })
    expect(await linksOf(json, 'content/posts/first.md')).toEqual({
      '/img/p.png': 'static/img/p.png',
      '': 'content/posts/first.md',
      'gone.png': 'broken',
    })
    expect(await codes('--only', 'broken-link,missing-file,broken-anchor')).toEqual(['broken-link', 'missing-file'])
  })

  test('figures and addresses follow, there and back', async () => {
    const { run, read } = trial(files)
    await run('mv', 'static/img/p.png', 'static/img/q.png')
    await run('mv', 'content/posts/second/cover one.png', 'content/posts/second/c.png')
    await run('mv', 'content/posts/first.md', 'content/notes/first.md')
    expect(read('content/notes/first.md')).toContain('src="/img/q.png" link="#head"')
    expect(read('content/posts/second/index.md')).toContain('figure src="c.png" alt')
    expect(read('content/_index.md')).toContain('[s](/notes/the-first/) [o](/old/first/)')
    await run('mv', 'content/notes/first.md', 'content/posts/first.md')
    await run('mv', 'content/posts/second/c.png', 'content/posts/second/cover one.png')
    await run('mv', 'static/img/q.png', 'static/img/p.png')
    for (const [path, text] of Object.entries(files)) expect([path, read(path)]).toEqual([path, text])
  })
})

describe('DocFX', () => {
  const files = {
    'docfx.json': '{}',
    'a.md':
      '---\nuid: art.a\n---\n# A\n\n@art.b, @"art.b?text=B"! (@art.b) <xref:art.b> @System.String. me@art.b.org `@art.b` [x](https://e.org/@art.b)\n',
    'sub/b.md': '---\nuid: art.b\n---\n# B\n\n@art.a.\n',
  }

  test('@uid is a link to the note with that uid, which a rename leaves', async () => {
    const { json, run, read, codes } = trial(files)
    const rows = await json<readonly Row[]>('links', 'a')
    expect(rows.map(({ target, status }) => [target, status])).toEqual([
      ['@art.b', 'ok'],
      ['@"art.b?text=B"', 'ok'],
      ['@art.b', 'ok'],
      ['xref:art.b', 'ok'],
      ['@System.String', 'external'],
      ['https://e.org/@art.b', 'external'],
    ])
    expect(await codes('--only', 'orphan,broken-link')).toEqual([])
    expect((await run('mv', 'sub/b.md', 'c.md')).exit).toBe(0)
    expect(read('a.md')).toBe(files['a.md'])
    expect((await run('backlinks', 'c', '--format', 'paths')).stdout).toBe('a.md\n')
  })
})
