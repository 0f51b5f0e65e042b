import { describe, expect, test } from '@jest/globals'
import { trial } from '../../support/trial.ts'

const files = { 'a.md': '# A\n', 'b.md': '# B\n\nsee [[a]]\n', 'c.md': '# C\n\n[[b]]\n', 'd.md': '# D\n' }

describe('a page that wend index made', () => {
  const answers: readonly (readonly string[])[] = [
    ['orphans'],
    ['orphans', '--isolated'],
    ['backlinks', 'a'],
    ['graph'],
    ['graph', 'a'],
    ['related', 'b'],
    ['path', 'a', 'c', '--undirected'],
  ]

  test.each([
    ['without a cache', ['--no-cache']],
    ['with a cache', []],
  ])('changes no list, count or orphan, %s', async (_how, options) => {
    const { run, json } = trial(files)
    const ask = async (): Promise<readonly unknown[]> => {
      const said: unknown[] = []
      for (const [command = '', ...args] of answers) said.push(await json(command, ...args, ...options))
      return said
    }
    const counts = async (): Promise<unknown> =>
      (await json<{ path: string; backlinks: number }[]>('list', ...options))
        .filter(({ path }) => path !== 'README.md')
        .map(({ path, backlinks }) => [path, backlinks])
    const [before, counted] = [await ask(), await counts()]
    await run('index', '--write', 'README.md')
    expect([await ask(), await counts()]).toEqual([before, counted])
    expect((await run('index', '--check', 'README.md')).exit).toBe(0)
  })

  test('counts its links in no statistics', async () => {
    const { run, json } = trial(files)
    const figures = async (): Promise<unknown> => {
      const { links, broken, orphans, components } = await json<Record<string, number>>('stats')
      return { links, broken, orphans, components }
    }
    const before = await figures()
    await run('index', '--write', 'README.md')
    expect(await figures()).toEqual(before)
  })

  test('has links that follow, all the same', async () => {
    const { run, read } = trial(files)
    await run('index', '--write', 'README.md')
    await run('mv', 'a', 'renamed.md')
    expect(read('README.md')).toContain('[A](renamed.md)')
    expect((await run('rm', 'renamed', '--force')).stderr).toMatch(/links? leads? nowhere/)
  })

  test.each([
    'Run `wend index --write README.md`. See [[d]].',
    'A page made by `wend index --write` lists all. See [[d]].',
    'See [[d]], and put a page made by `wend index --write` beside it.',
    '[[d]]\n\n```\n<!-- Made by: wend index --write -->\n```',
    '[[d]]\n\n<!-- Made by: wend index --write -->\n\nis the line at the end of such a page.',
  ])('is told from a note that speaks of the command: %j', async (text) => {
    const { run, json } = trial({ ...files, 'how.md': `# How\n\n${text}\n` })
    expect(await json('backlinks', 'd')).toHaveLength(1)
    expect((await run('index', '--write', 'how.md')).exit).toBe(1)
  })

  test('is told by words of its template, too', async () => {
    const words =
      '# All\n\n{{notes}}\n\nThis page is made by `wend index --write README.md`; change `.wend/index.md` instead.\n'
    const { run, json } = trial({ ...files, '.wend/index.md': words })
    await run('index', '--write', 'README.md')
    expect(await json('backlinks', 'a')).toHaveLength(1)
    expect((await run('index', '--write', 'README.md')).exit).toBe(0)
  })
})
