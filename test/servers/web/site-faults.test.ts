import { describe, expect, test } from '@jest/globals'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PublishFolder } from '../../../src/io/publish/publish-folder.ts'
import { noteRadius } from '../../../src/core/publish/note-radius.ts'
import { readVault } from '../../../src/io/vault/read-vault.ts'
import { LiveVault } from '../../../src/io/live/live-vault.ts'
import { serveSite } from '../../../src/servers/web/serve-site.ts'
import { SiteBuild } from '../../../src/servers/web/site-build.ts'
import type { Vault } from '../../../src/core/vault/vault.ts'
import { makeVault } from '../../support/make-vault.ts'
import { allTexts, inputsIn, siteOf, textAt } from '../../support/site-of.ts'

/** What went wrong in other programs that make pages of notes and is not tested beside its own part. */
describe('what went wrong for others', () => {
  test('a note that was made private, deleted or renamed leaves nothing in the folder', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wend-again-'))
    const publish = async (build: SiteBuild): Promise<readonly string[]> => {
      const target = new PublishFolder(folder, false)
      const files = [...build.files].map(([address, content]) => ({ address, content }))
      return (await target.publish(files, [], target.open())).removed
    }
    writeFileSync(join(folder, 'CNAME'), 'e.org')
    await publish(siteOf({ 'a.md': '[[b]] [[c]] [[d]]', 'b.md': '![[p.png]]', 'c.md': 'c', 'd.md': 'd', 'p.png': 'x' }))
    const removed = await publish(
      siteOf({ 'a.md': '[[b]] [[c]] [[e]]', 'b.md': '---\nprivate: true\n---\n![[p.png]]', 'e.md': 'd', 'p.png': 'x' }),
    )
    expect([...removed].sort()).toEqual(['b.html', 'b.md', 'c.html', 'c.md', 'd.html', 'd.md', 'p.png'])
    expect(readFileSync(join(folder, 'CNAME'), 'utf8')).toBe('e.org')
    rmSync(folder, { recursive: true })
  })

  test('below a folder of a host a page of any depth has its addresses', async () => {
    const build = siteOf({ 'a/b/c.md': '---\ncreated: 2026-01-02\n---\nx' }, { base: 'https://e.org/repo/' })
    expect(await textAt(build, '404.html')).toContain('<base href="/repo/"')
    expect(await textAt(build, 'a/b/c.html')).toContain('<link rel="canonical" href="https://e.org/repo/a/b/c.html"')
    expect(await textAt(build, 'feed.xml')).not.toMatch(/repo\/\/|repoa/)
    expect(await textAt(build, 'robots.txt')).toContain('https://e.org/repo/sitemap.xml')
  })

  test('notes called as pages and folders of the site have pages of their own', async () => {
    const names = ['index', 'Index', 'README', '404', 'search', 'feed', 'robots', 'wend', 'wend/notes', 'search/index']
    const build = siteOf(Object.fromEntries(names.map((name) => [`${name}.md`, `---\ntitle: the ${name}\n---\nx`])))
    expect(new Set(build.site.notes.map(({ address }) => address.toLowerCase())).size).toBe(names.length)
    for (const { title, address } of build.site.notes) expect(await textAt(build, address)).toContain(`>${title}</h1>`)
    expect(await textAt(build, 'index.html')).toContain('<h1 class="site">Test</h1>')
    expect(await textAt(build, '404.html')).toContain('No note stands here')
  })

  test('names that are written otherwise in addresses open from every list', async () => {
    const names = ['50% off', 'a & b', 'c#', 'what?', 'x+y', "it's", '007.jpg', 'v1.2', 'ÄÖ ß', 'e\u0301', '数学']
    const files = Object.fromEntries(names.map((name) => [`d/${name}.md`, `# ${name}\n`]))
    const build = siteOf({ ...files, 'all.md': names.map((name) => `[[d/${name.replace('#', '%23')}]]`).join(' ') })
    const listed = JSON.parse(await textAt(build, 'index.json')) as { notes: readonly { address: string }[] }
    for (const { address } of listed.notes)
      expect(`${address} ${build.files.has(decodeURIComponent(address)) ? 'there' : 'missing'}`).toBe(
        `${address} there`,
      )
    expect(build.site.notes.map(({ title }) => title)).toEqual(expect.arrayContaining(['50% off', "it's", '数学']))
  })

  test('marks of the map are never large, whatever leans on them', () => {
    expect([noteRadius(0), noteRadius(10_000)]).toEqual([2.6, 30])
  })

  test('backlinks count links in other letter case and in front matter', async () => {
    const build = siteOf({
      'Target.md': 'x',
      'a.md': 'see [[target]]',
      'b.md': '---\nrelated: "[[TARGET]]"\n---\nx',
      'c.md': '[x](./Target.md)',
    })
    expect(build.site.notes.find(({ path }) => path === 'Target.md')?.backlinks).toBe(3)
    const page = await textAt(build, 'target.html')
    for (const address of ['a.html', 'b.html', 'c.html']) expect(page).toContain(`href="${address}"`)
  })

  test('what is served after edits is what would be published', async () => {
    const secret = '---\nprivate: true\n---\n[[a]]'
    const root = makeVault({
      'a.md': '---\nsummary: old\nstatus: new\n---\n[[b]] ![[p.png]]',
      'b.md': '# B',
      'c.md': '[[a]] [[secret|hidden]]',
      'e.md': '---\ntopics: [x]\n---\n[[a#y]]',
      'secret.md': secret,
      'p.png': 'x',
    })
    const options = { ignore: [], follow: false }
    const live = new LiveVault(root, options, readVault(root, options))
    let tell: (vault: Vault) => void = () => undefined
    const place = { host: '127.0.0.1', port: 0, tries: 0 }
    const watch = async (now: typeof tell): Promise<{ close: () => void }> => {
      tell = now
      return { close: () => undefined }
    }
    const site = await serveSite({ inputs: { ...inputsIn(root), vault: live.vault }, place, watch })
    const steps: readonly (readonly [path: string, text: string | undefined])[] = [
      ['a.md', '---\nsummary: old\n---\n## y\n\n[[c]]'],
      ['a.md', '---\n---\n[[d]] [[secret]] text'],
      ['secret.md', '---\nprivate: true\n---\n[[b]] other'],
      ['e.md', '[[a#y]] [[b]] [[secret]]'],
      ['d.md', '# D\n\n[[c#x]]'],
      ['b.md', undefined],
      ['secret.md', '---\nprivate: false\n---\n[[a]]'],
      ['c.md', '## x\n\n[[b]] ![[p.png]]'],
      ['secret.md', secret],
      ['c.md', '---\ntitle: Zeta\n---\n[[d]] [[Alpha]] ![[p.png]]'],
      ['d.md', '# Alpha\n\n[[Zeta]] [[zeta]]'],
      ['secret.md', '---\nprivate: true\ntitle: Alpha\n---\n[[d]]'],
      ['d.md', '---\naliases: [Zeta, Omega]\n---\n# Beta\n\n[[secret]]'],
      ['e.md', '---\ntopics: [x]\ntitle: A\n---\n[[Beta]] [[omega]]'],
      ['secret.md', '---\nprivate: true\ntitle: Beta\n---\n[[d]]'],
    ]
    for (const [path, text] of steps) {
      await allTexts(site.build())
      if (text === undefined) rmSync(join(root, path))
      else writeFileSync(join(root, path), text)
      live.refresh(undefined)
      tell(live.vault)
      const version = Number(/data-version="(\d+)"/.exec(await textAt(site.build(), '404.html'))?.[1])
      const fresh = new SiteBuild({
        ...inputsIn(root),
        version,
        formerTopics: site.build().site.topics.map(({ name }) => name),
      })
      expect([path, await allTexts(site.build())]).toEqual([path, await allTexts(fresh)])
    }
    site.close()
  })
})
