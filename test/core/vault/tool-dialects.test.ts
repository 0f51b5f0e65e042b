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
