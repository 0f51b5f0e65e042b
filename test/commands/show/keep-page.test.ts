import { describe, expect, test } from '@jest/globals'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keepPage, type RenderedPage } from '../../../src/commands/show/keep-page.ts'
import { toNotePath } from '../../../src/core/model/note-path.ts'
import type { Resolution } from '../../../src/core/model/resolution.ts'
import { spawnWend } from '../../support/run-wend.ts'

const target = toNotePath('b.md')
const found: Resolution =
  target === undefined ? { status: 'external', url: 'b' } : { status: 'ok', path: target, isNote: true, styles: [] }
const broken: Resolution = { status: 'broken' }

function keeper() {
  const texts = new Map<string, string>()
  const kept = {
    read: (name: string) => texts.get(name),
    keep: (name: string, text: string) => void texts.set(name, text),
  }
  let rendered = 0
  const ask = (facts: unknown, resolution = found, name = 'a.md'): Promise<RenderedPage> =>
    keepPage({ kept, name: [name], facts, resolve: () => resolution }, async (resolve) => {
      rendered++
      return { text: `${JSON.stringify(facts)} ${resolve({ kind: 'wiki', target: 'b' }).status}`, warnings: ['odd'] }
    })
  return { ask, rendered: () => rendered }
}

describe('a page that was rendered before', () => {
  test('is handed back with its warnings', async () => {
    const { ask, rendered } = keeper()
    const page = await ask({ body: 'one\ntwo' })
    expect(await ask({ body: 'one\ntwo' })).toMatchObject(page)
    expect(rendered()).toBe(1)
  })

  test('is rendered anew when what it is made of changed, or where its links lead', async () => {
    const { ask, rendered } = keeper()
    await ask({ body: 'one' })
    expect((await ask({ body: 'two' })).text).toContain('two')
    expect((await ask({ body: 'two' }, broken)).text).toContain('broken')
    expect((await ask({ body: 'two' }, found)).text).toContain('ok')
    expect(rendered()).toBe(4)
    await ask({ body: 'two' }, found, 'other.md')
    expect(rendered()).toBe(5)
  })
})

describe('show, through the built program', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'wend-keep-page-'))
  const cache = join(cwd, 'cache')
  /** The folder in which something is kept for the only vault below a cache folder. */
  const folderIn = (caches: string): string => {
    const [name = ''] = readdirSync(join(caches, 'wend')).filter((one) => one.includes('.') && !one.endsWith('.code'))
    return join(caches, 'wend', name)
  }
  const pagesIn = (folder: string): readonly string[] =>
    existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('page-')) : []
  const note = (name: string, text: string): void => writeFileSync(join(cwd, `${name}.md`), text)
  const show = (...more: readonly string[]): string =>
    spawnWend(['show', 'a', ...more], { cwd, env: { XDG_CACHE_HOME: cache } }).stdout

  test('says the same with and without kept pages, after every kind of change', () => {
    note('a', '# A\n\nSee [[b]], $x_i^2$ and [part](b.md#part).\n')
    note('b', '# B\n\nBack to [[a]].\n\n## Part\n')
    const steps: readonly (() => void)[] = [
      () => undefined,
      () => note('b', '---\nsummary: New.\n---\n# B\n\nBack to [[a]].\n\n## Part\n'),
      () => note('b', '# Bee\n\nAnd back to [[a]].\n\n## Part\n'),
      () => note('b', '# Bee\n\nAnd back to [[a]].\n\n## Other\n'),
      () => note('c', '# C\n\nAlso [[a]], $y$.\n'),
      () => note('a', '# A\n\nSee [[b]] and [[d]].\n'),
      () => note('d', '# D\n'),
      () => note('d', '# D\n\n![[a]]\n'),
    ]
    for (const step of steps) {
      step()
      const right = show('--no-cache')
      expect([show(), show()]).toEqual([right, right])
    }
    for (const more of [['--width', '40'], ['--color', 'always'], ['--plain'], ['--no-links'], ['-s', 'A']]) {
      const right = show(...more, '--no-cache')
      expect(right).not.toBe('')
      expect([show(...more), show(...more)]).toEqual([right, right])
    }
    expect(pagesIn(folderIn(cache)).length).toBeGreaterThan(2)
  }, 120_000)

  test('takes no page whose bytes were changed', () => {
    const folder = folderIn(cache)
    for (const file of pagesIn(folder)) {
      const path = join(folder, file)
      writeFileSync(path, readFileSync(path, 'latin1').replaceAll('See', 'Sea'), 'latin1')
    }
    expect(show()).toContain('See')
    expect(show('--json')).toBe(show('--json', '--no-cache'))
  }, 60_000)

  test('neither keeps pages in a vault nor takes them out of it', () => {
    const vault = join(cwd, 'stranger')
    const [own, foreign] = [folderIn(cache), join(vault, '.wend', 'cache')]
    for (const name of pagesIn(own)) cpSync(join(own, name), join(foreign, name))
    writeFileSync(join(vault, '.wend', 'config.yml'), 'cache: vault\n')
    writeFileSync(join(vault, 'a.md'), '# A\n\nOf the stranger.\n')
    const other = join(cwd, 'other-cache')
    const { stdout, exit } = spawnWend(['show', 'a'], { cwd: vault, env: { XDG_CACHE_HOME: other } })
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: expect.stringContaining('Of the stranger.') })
    expect(pagesIn(folderIn(other))).toEqual([])
    expect(pagesIn(foreign)).toEqual(pagesIn(own))
  }, 60_000)
})
