import { expect, test } from '@jest/globals'
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Trial, trial } from '../../support/trial.ts'

test('--baseline tells only what is new since, wherever it stands now', async () => {
  const { root, run, json } = trial({ 'a.md': '[[gone]] [[gone]]\n', 'b.md': '[[a]]\n' })
  writeFileSync(join(root, 'base.json'), (await run('check', '--json')).stdout)
  expect((await run('check', '--baseline', 'base.json')).exit).toBe(0)
  writeFileSync(join(root, 'a.md'), '# Moved\n\n[[gone]] [[gone]] [[gone]] [[other]]\n')
  const { problems } = await json<{ problems: { target: string }[] }>('check', '--baseline', 'base.json')
  expect(problems.map(({ target }) => target)).toEqual(['gone', 'other'])
  expect((await run('check', '--baseline', 'base.json')).exit).toBe(1)
  expect((await run('check', '--baseline', 'none.json')).exit).toBe(2)
  expect((await run('check', '--baseline', 'a.md')).exit).toBe(2)
})

/** A vault with a broken link, and beside it the baseline that knows it. */
async function known(files: Readonly<Record<string, string>> = { 'a.md': '[[gone]]\n' }): Promise<Trial> {
  const own = trial(files)
  writeFileSync(join(own.root, 'base.json'), (await own.run('check', '--json')).stdout)
  return own
}

test('a file that was renamed or moved keeps what is known of it, and only that', async () => {
  const { root, json } = await known({ 'a.md': '[[gone]] [[gone]]\n', 'b.md': '[[lost]]\n' })
  const left = async (): Promise<readonly (string | undefined)[][]> => {
    const { problems } = await json<{ problems: { path: string; target?: string }[] }>(
      'check',
      '--baseline',
      'base.json',
    )
    return problems.map(({ path, target }) => [path, target])
  }
  mkdirSync(join(root, 'sub'))
  renameSync(join(root, 'a.md'), join(root, 'sub/z.md'))
  expect(await left()).toEqual([])
  writeFileSync(join(root, 'sub/z.md'), 'One [[gone]]\n\n[[gone]] [[gone]] [[new]]\n')
  expect(await left()).toEqual([
    ['sub/z.md', 'gone'],
    ['sub/z.md', 'new'],
  ])
  // What is gone was another file's: this one is still what it was.
  writeFileSync(join(root, 'sub/z.md'), '[[gone]]\n')
  writeFileSync(join(root, 'b.md'), '[[lost]] [[gone]]\n')
  expect(await left()).toEqual([['b.md', 'gone']])
})

test('a place that is not there is known, also where its note was renamed since', async () => {
  const { root, run, json } = await known({ 'a.md': '# A\n', 'b.md': '[[a#x]] [[a#^y]] [c](a.md#z)\n' })
  await run('mv', 'a', 'sub/new name.md')
  expect((await run('check', '--baseline', 'base.json')).exit).toBe(0)
  writeFileSync(join(root, 'b.md'), '[[new name#x]] [[new name#other]]\n')
  const { problems } = await json<{ problems: { target?: string }[] }>('check', '--baseline', 'base.json')
  expect(problems.map(({ target }) => target)).toEqual(['new name#other'])
})

test('what a message counts or where it points may change', async () => {
  const { root, run } = await known({ 'a.md': '# A\n\n## X\n\n## X\n', 'b.md': '[[a#X]]\n\none ^x\n\ntwo ^x\n' })
  writeFileSync(join(root, 'a.md'), '# A\n\nMore.\n\n## X\n\n## X\n\n## X\n')
  writeFileSync(join(root, 'b.md'), 'More.\n\n[[a#X]]\n\none ^x\n\ntwo ^x\n')
  const { stdout, exit } = await run('check', '--only', 'duplicate-heading,duplicate-block', '--baseline', 'base.json')
  expect([exit, stdout]).toEqual([0, expect.stringContaining('No problems')])
})

test.each([
  ['text', 'No problems: 1 note and 1 link checked.\n'],
  ['ndjson', ''],
  ['csv', ''],
  ['paths', ''],
  ['github', ''],
  ['{{code}}', ''],
])('--format %s of nothing new', async (format, expected) => {
  const { run } = await known()
  const { stdout, exit } = await run('check', '--baseline', 'base.json', '--format', format)
  expect([exit, stdout]).toEqual([0, expected])
})

test('sarif and junit of nothing new hold no result and no failure', async () => {
  const { run } = await known()
  const of = async (format: string): Promise<string> =>
    (await run('check', '--baseline', 'base.json', '--format', format)).stdout
  expect(JSON.parse(await of('sarif'))).toMatchObject({ runs: [{ results: [] }] })
  expect(await of('junit')).toContain('tests="1" failures="0"')
})

test('the baseline may lie in the vault, be in UTF-16 or have a mark of order, and hold more than today', async () => {
  const { root, run, read } = await known()
  const text = read('base.json')
  writeFileSync(join(root, 'in-the-vault.md'), text)
  writeFileSync(join(root, 'utf-16.json'), Buffer.from(`\uFEFF${text}`, 'utf16le'))
  writeFileSync(join(root, 'mark.json'), `\uFEFF${text}`)
  writeFileSync(
    join(root, 'later.json'),
    text.replace('"problems": [', '"version": 9, "problems": [{"code":"x-y","path":"z","message":"m","new":1},'),
  )
  for (const file of ['in-the-vault.md', 'utf-16.json', 'mark.json', 'later.json'])
    expect([file, (await run('check', '--baseline', file)).exit]).toEqual([file, 0])
})

test.each([
  ['', 'it is empty'],
  ['[]', 'it is not what wend check --json prints'],
  ['{"problems": 3}', 'it is not what wend check --json prints'],
  ['{"problems": [{"code": "x"}]}', 'it is not what wend check --json prints'],
  [
    '{"problems": [{"code": "x", "path": "a.md", "message": "m", "target": 3}]}',
    'it is not what wend check --json prints',
  ],
  ['{"code":"x","path":"a.md"}\n{}\n', 'it is not what wend check --json prints'],
])('%j is no baseline', async (text, why) => {
  const { root, run } = trial({ 'a.md': '[[gone]]\n' })
  writeFileSync(join(root, 'base.json'), text)
  const { exit, stderr, stdout } = await run('check', '--baseline', 'base.json')
  expect([exit, stdout, stderr]).toEqual([2, '', expect.stringContaining(`base.json is no baseline: ${why}`)])
})

test('--fix mends only what is new', async () => {
  const { root, run, read } = await known({ 'a.md': '[[B]]\n', 'b.md': 'B.\n' })
  writeFileSync(join(root, 'c.md'), '[[B]]\n')
  await run('check', '--fix', '--baseline', 'base.json')
  expect([read('a.md'), read('c.md')]).toEqual(['[[B]]\n', '[[b|B]]\n'])
})
