import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeVault } from '../../support/make-vault.ts'
import { runWend } from '../../support/run-wend.ts'

const mkdocs = {
  'mkdocs.yml': 'site_name: x\nnav:\n  - Home: index.md\n  - guide/start.md\n  - Other: guide/starters.md\n',
  'docs/index.md': '[s](guide/start/) ![p](/img/p.png)\n',
  'docs/guide/start.md': '# S\n',
  'docs/img/p.png': 'p',
}
const docusaurus = {
  'docusaurus.config.js': '',
  'sidebars.js': "module.exports = {\n  docs: ['intro', { type: 'doc', id: 'guide/start' }],\n}\n",
  'docs/intro.md':
    '[a](@site/docs/guide/start.md) [b](/docs/guide/start) [c](/guide/start) ![l](/img/l.png) ![m](@site/static/img/l.png)\n',
  'docs/guide/start.md': '# S\n',
  'static/img/l.png': 'l',
}
const docfx = {
  'docfx.json': '{}',
  'articles/toc.yml': '- name: S\n  href: start.md\n',
  'articles/start.md': '# S\n',
}

describe('a page of a site that goes to another place', () => {
  test.each<readonly [files: Readonly<Record<string, string>>, args: readonly string[], said: string | undefined]>([
    [mkdocs, ['mv', 'docs/guide/start.md', 'docs/begin.md'], 'mkdocs.yml:4 names docs/guide/start.md'],
    [docusaurus, ['mv', 'docs/guide/start.md', 'docs/begin.md'], 'sidebars.js:2 names docs/guide/start.md'],
    [docfx, ['rm', 'articles/start.md'], 'articles/toc.yml:2 names articles/start.md'],
    [docfx, ['mv', 'articles', 'pages'], 'articles/toc.yml:2 names articles/start.md'],
    [{ 'a.md': '', 'mkdocs.yaml.md': 'a.md' }, ['rm', 'a.md'], undefined],
  ])('is named with the line of the menu that says it: %#', async (files, args, said) => {
    const cwd = makeVault(files)
    const { exit, stderr } = await runWend(args, { cwd })
    expect(exit).toBe(0)
    if (said === undefined) expect(stderr).not.toContain('in a menu')
    else expect(stderr).toContain(`${said} in a menu, which wend does not change`)
  })

  test('keeps the form of each link: from the root, from the site, as an address', async () => {
    const cwd = makeVault(docusaurus)
    const intro = (): string => readFileSync(join(cwd, 'docs/intro.md'), 'utf8')
    await runWend(['mv', 'docs/guide/start.md', 'docs/begin.md'], { cwd })
    await runWend(['mv', 'static/img/l.png', 'static/logo.png'], { cwd })
    expect(intro()).toBe(
      '[a](@site/docs/begin.md) [b](/docs/begin) [c](/begin) ![l](/logo.png) ![m](@site/static/logo.png)\n',
    )
    await runWend(['undo', '2'], { cwd })
    expect(intro()).toBe(docusaurus['docs/intro.md'])
  })
})
