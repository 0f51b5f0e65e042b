import { describe, expect, test } from '@jest/globals'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { trial } from '../../support/trial.ts'

/** As Obsidian writes it: tabs, a card a line. */
const board = [
  '{',
  '\t"nodes":[',
  '\t\t{"id":"1","type":"file","file":"notes/a.md","x":0,"y":0,"width":4,"height":4},',
  '\t\t{"id":"2","type":"file","file":"notes/a.md","color":"#ff0000","subpath":"#Part one","x":1},',
  '\t\t{"id":"3","type":"text","text":"See [[a]], [b](notes/b.md#part) and ![[pic.png]]\\n\\n`[[a]]` \\"[[a|\\u00e4]]\\" \\ud83d\\ude00 [[b]]"},',
  '\t\t{"id":"4","type":"link","url":"https://example.org/#x"},',
  '\t\t{"id":"5","type":"group","label":"[[a]]","background":"img/pic.png"}',
  '\t],',
  '\t"edges":[{"id":"e","fromNode":"1","toNode":"3"}]',
  '}',
].join('\n')

const files = {
  'board.canvas': board,
  'notes/a.md': '# A\n\n## Part one\n',
  'notes/b.md': '# B\n\n## Part\n',
  'img/pic.png': 'x',
  'c.md': '# C\n',
}

interface Row {
  readonly kind: string
  readonly target: string
  readonly resolved?: string
  readonly status: string
}

describe('the links of a canvas', () => {
  test('are read: files, subpaths, pages, pictures, and the markdown of texts', async () => {
    const { json, codes } = trial(files)
    const rows = await json<Row[]>('links', 'board.canvas')
    expect(rows.map(({ kind, target, resolved, status }) => `${kind} ${target} -> ${resolved ?? status}`)).toEqual([
      'embed notes/a.md -> notes/a.md',
      'embed notes/a.md -> notes/a.md',
      'wiki a -> notes/a.md',
      'markdown notes/b.md -> notes/b.md',
      'embed pic.png -> img/pic.png',
      'wiki a -> notes/a.md',
      'wiki b -> notes/b.md',
      'markdown https://example.org/ -> external',
      'embed img/pic.png -> img/pic.png',
    ])
    expect(await codes()).toEqual([])
  })

  test.each([
    ['without a cache', ['--no-cache']],
    ['with a cache', []],
  ])('count as backlinks, and nothing that is on a canvas is an orphan, %s', async (_how, options) => {
    const { json, root } = trial(files)
    const write = (path: string, text: string): void => writeFileSync(join(root, path), text)
    const paths = async (...args: string[]): Promise<readonly string[]> =>
      (await json<{ path: string }[]>(args[0] ?? '', ...args.slice(1), ...options)).map(({ path }) => path)
    expect(await paths('backlinks', 'b')).toEqual(['board.canvas', 'board.canvas'])
    expect(await paths('orphans')).toEqual(['c.md'])
    expect(await paths('list')).toEqual(['notes/a.md', 'notes/b.md', 'c.md'])
    write('board.canvas', '{"nodes":[{"type":"file","file":"c.md"}]}')
    expect(await paths('backlinks', 'b')).toEqual([])
    expect(await paths('backlinks', 'c')).toEqual(['board.canvas'])
  })

  test('follow a note, its heading, a picture and a folder, and nothing else of the file changes', async () => {
    const { run, read } = trial(files)
    expect((await run('mv', 'notes/a.md', 'deep/a "new" ü.md', '--only', 'file')).exit).toBe(0)
    const moved = board
      .replaceAll('"file":"notes/a.md"', '"file":"deep/a \\"new\\" ü.md"')
      .replace('See [[a]]', 'See [[a \\"new\\" ü]]')
      .replace('[[a|\\u00e4]]', '[[a \\"new\\" ü|\\u00e4]]')
    expect(read('board.canvas')).toBe(moved)
    await run('mv', 'deep/a "new" ü.md#Part one', 'Part: "two"')
    expect(read('board.canvas')).toBe(moved.replace('#Part one', '#Part: \\"two\\"'))
    await run('undo')
    await run('undo')
    expect(read('board.canvas')).toBe(board)
    await run('mv', 'img/pic.png', 'img/other.png')
    await run('mv', 'notes', 'texts')
    expect(read('board.canvas')).toBe(board.replaceAll('pic.png', 'other.png').replaceAll('notes/', 'texts/'))
    await run('mv', 'texts', 'notes')
    await run('mv', 'img/other.png', 'img/pic.png')
    expect(read('board.canvas')).toBe(board)
  })

  test('are checked with the place in the JSON; the file of a card is a path from the root', async () => {
    const { json } = trial({
      ...files,
      'board.canvas': [
        '{"nodes":[',
        '{"type":"file","file":"a.md"},',
        '{"type":"file","file":"notes/a.md","subpath":"#Gone"},',
        '{"type":"text","text":"x\\n[[nope]]"},',
        '{"type":"file","file":"../secret.md"}',
        ']}',
      ].join('\n'),
    })
    const { problems } = await json<{ problems: { code: string; path: string; line: number; column: number }[] }>(
      'check',
    )
    expect(problems.map(({ code, path, line, column }) => `${path}:${line}:${column} ${code}`)).toEqual([
      'board.canvas:2:24 broken-link',
      'board.canvas:3:24 broken-anchor',
      'board.canvas:4:27 broken-link',
      'board.canvas:5:24 broken-link',
    ])
  })

  test.each([
    ['{"nodes":[{"type":"file","file":"notes/a.md"]', 'board.canvas:1:45'],
    ['{"nodes":5}', 'board.canvas:1:10'],
    ['[]', 'board.canvas:1:1'],
    ['{\n"nodes": [],\n// no\n}', 'board.canvas:3:1'],
    [`{"nodes":${'['.repeat(200_000)}`, 'board.canvas:1:1'],
  ])('that is broken are reported and spare the rest: %.30s', async (text, place) => {
    const { run, json, read } = trial({ ...files, 'board.canvas': text, 'c.md': '[[a]]\n' })
    const { problems } = await json<{ problems: { code: string; path: string; line: number; column: number }[] }>(
      'check',
    )
    expect(problems.map(({ code, path, line, column }) => `${path}:${line}:${column} ${code}`)).toEqual([
      `${place} bad-canvas`,
    ])
    expect((await run('mv', 'notes/a.md', 'notes/z.md')).exit).toBe(0)
    expect([read('board.canvas'), read('c.md')]).toEqual([text, '[[z]]\n'])
  })

  test.each(['', '{}', '{"nodes":[],"edges":[]}', '{"nodes":[1,null,{"type":"file"},{"type":"text","text":4}]}'])(
    'that holds no link is fine: %j',
    async (text) => {
      expect(await trial({ 'a.md': '# A\n', 'x.canvas': text }).codes()).toEqual([])
    },
  )
})

test('graph has canvases, in the middle too', async () => {
  const { json, run } = trial(files)
  interface Graph {
    readonly nodes: readonly { readonly path: string }[]
    readonly edges: readonly { readonly from: string; readonly to: string }[]
  }
  const paths = (graph: Graph): unknown => graph.nodes.map(({ path }) => path).sort()
  const whole = await json<Graph>('graph')
  expect(paths(whole)).toEqual(['board.canvas', 'c.md', 'notes/a.md', 'notes/b.md'])
  expect(new Set(whole.edges.map(({ from, to }) => `${from} ${to}`))).toEqual(
    new Set(['board.canvas notes/a.md', 'board.canvas notes/b.md']),
  )
  expect(paths(await json<Graph>('graph', 'board.canvas'))).toEqual(['board.canvas', 'notes/a.md', 'notes/b.md'])
  expect(paths(await json<Graph>('graph', 'a'))).toEqual(['board.canvas', 'notes/a.md'])
  expect(paths(await json<Graph>('graph', 'a', '--depth', '2'))).toEqual(['board.canvas', 'notes/a.md', 'notes/b.md'])
  expect((await run('graph')).stdout).toContain('3 notes, 1 canvas, ')
})
