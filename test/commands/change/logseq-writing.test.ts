import { describe, expect, test } from '@jest/globals'
import { trial } from '../../support/trial.ts'

const settings = '{:preferred-format "Markdown"\n ;; :journal/file-name-format "dd-MM-yyyy"\n}\n'
const id = '64a1b2c3-0000-4000-8000-000000000001'

// Today is 2026-06-01, a Monday.
describe('a vault of Logseq is written as Logseq writes', () => {
  test.each([
    [settings, 'journals/2026_06_01.md'],
    ['{:journal/file-name-format "dd-MM-yyyy"}', 'journals/01-06-2026.md'],
    ['{:journals-directory "days" :journal/file-name-format "EEE, do MMM yyyy"}', 'days/Mon, 1st Jun 2026.md'],
  ])('journals are called as the settings say: %j', async (edn, path) => {
    const { run, read } = trial({ 'logseq/config.edn': edn, 'pages/a.md': '- a\n' })
    await run('add', 'buy', 'milk')
    await run('daily', '--append', 'two\nlines')
    expect(read(path)).toBe('- 00:00 buy milk\n- two\n  lines\n')
    expect((await run('daily', '--path')).stdout).toBe(`${path}\n`)
  })

  test('what is appended is a block, below its heading one level deeper', async () => {
    const page = `tags:: x\n\n- a\n- ## Works\n  id:: ${id}\n  - one\n    - deep\n- end\n- ## Empty\n`
    const { run, read } = trial({ 'logseq/config.edn': settings, 'pages/a.md': page })
    await run('append', 'a', 'text\nmore')
    await run('prepend', 'a', 'first')
    await run('append', 'a#Works', '- two\n')
    await run('prepend', 'a', 'zero', '--section', 'Works')
    await run('append', 'a#Empty', 'e')
    expect(read('pages/a.md')).toBe(
      `tags:: x\n\n- first\n- a\n- ## Works\n  id:: ${id}\n  - zero\n  - one\n    - deep\n  - two\n- end\n- ## Empty\n\t- e\n- text\n  more\n`,
    )
    for (let count = 0; count < 5; count++) await run('undo')
    expect(read('pages/a.md')).toBe(page)
  })

  test('new pages stand in pages, a/b as a___b', async () => {
    const { run, read } = trial({ 'logseq/config.edn': settings, 'pages/a.md': '- [[x/y z]]\n' })
    expect((await run('new', 'x/y z')).stdout).toBe('pages/x___y z.md\n')
    expect(read('pages/x___y z.md')).toContain('title: x/y z')
    expect((await run('check')).exit).toBe(0)
  })
})

describe('#page of Logseq', () => {
  const files = {
    'logseq/config.edn': settings,
    'journals/2026_05_30.md': '- met #babbage and #[[Babbage]], #other, `#Babbage`\n',
    'pages/Babbage.md': '- engine\n',
    'pages/b.md': 'tags:: Babbage, loose\n\n- [[Babbage]]\n',
  }

  test('leads to the page, and is a tag alone where there is none', async () => {
    const { run } = trial(files)
    const links = JSON.parse((await run('links', '2026_05_30', '--json')).stdout) as Record<string, unknown>[]
    expect(links.map(({ target, status }) => [target, status])).toEqual([
      ['babbage', 'ok'],
      ['Babbage', 'ok'],
      ['other', 'external'],
    ])
    expect((await run('check', '--infos')).stdout).not.toContain('babbage')
    expect((await run('backlinks', 'Babbage', '--format', 'paths')).stdout.trim().split('\n')).toHaveLength(2)
  })

  test('follows the page there and back, in brackets where it must', async () => {
    const { run, read } = trial(files)
    await run('mv', 'Babbage', 'Charles Babbage')
    expect(read('journals/2026_05_30.md')).toBe(
      '- met #[[charles babbage]] and #[[Charles Babbage]], #other, `#Babbage`\n',
    )
    expect(read('pages/b.md')).toBe('tags:: [[Charles Babbage]], loose\n\n- [[Charles Babbage]]\n')
    await run('undo')
    await run('mv', 'Babbage', 'Engine')
    expect(read('journals/2026_05_30.md')).toBe('- met #engine and #[[Engine]], #other, `#Babbage`\n')
    await run('mv', 'Engine', 'Babbage')
    expect(read('pages/b.md')).toBe(files['pages/b.md'])
  })

  test('is renamed as the page that it is, not as a tag', async () => {
    const { run, read } = trial(files)
    const { exit, stderr } = await run('tag', 'rename', 'babbage', 'x')
    expect([exit, stderr]).toEqual([1, expect.stringContaining('wend mv "pages/Babbage.md" "x"')])
    expect((await run('tag', 'rename', 'other', 'x')).exit).toBe(0)
    expect(read('journals/2026_05_30.md')).toContain('#x, `#Babbage`')
  })
})

test('a page without a title is called as Logseq calls it, and links by that name follow it', async () => {
  const { run, read } = trial({
    'logseq/config.edn': '{:journal/page-title-format "EEE, dd.MM.yyyy" ; "x"\n}',
    'pages/a___b.md': '- [[Tue, 05.03.2024]]\n',
    'journals/2024_03_05.md': '- [[a/b]] and [[A/b]]\n',
  })
  expect(JSON.parse((await run('list', '--sort', 'path', '--json')).stdout)).toMatchObject([
    { path: 'journals/2024_03_05.md', title: 'Tue, 05.03.2024' },
    { path: 'pages/a___b.md', title: 'a/b' },
  ])
  expect((await run('check', '--infos')).stdout).not.toMatch(/resolved-by|broken/)
  await run('mv', 'journals/2024_03_05.md', 'journals/2024_03_06.md')
  expect(read('pages/a___b.md')).toBe('- [[Wed, 06.03.2024]]\n')
  await run('mv', 'pages/a___b.md', 'pages/a___c.md')
  expect(read('journals/2024_03_06.md')).toBe('- [[a/c]] and [[A/c]]\n')
})

describe('mv takes what a page of Logseq is called', () => {
  const days =
    '- [[Mar 5th, 2024]] [[March 5th, 2024]] [[2024-03-05]] [[2024_03_05]] [[mar 5th, 2024]] #[[Mar 5th, 2024]]\n'
  const moved = days.replaceAll(/5th|05/g, (day) => (day === '5th' ? '6th' : '06'))

  test.each([
    ['{}', 'journals/2024_03_05.md', 'journals/2024_03_06.md'],
    ['{:journal/page-title-format "EEE, dd.MM.yyyy"}', 'journals/2024_03_05.md', 'journals/2024_03_06.md'],
    ['{:journals-directory "days" :journal/file-name-format "dd-MM-yyyy"}', 'days/05-03-2024.md', 'days/06-03-2024.md'],
  ])('a day is its journal, and each link says the new day as it said the old one: %s', async (edn, from, to) => {
    const { run, read } = trial({ 'logseq/config.edn': edn, [from]: '- x\n', 'pages/a.md': days })
    expect((await run('check')).exit).toBe(0)
    await run('mv', from, '2024-03-06')
    expect([read(to), read('pages/a.md')]).toEqual(['- x\n', moved])
    await run('mv', to, 'Mar 5th, 2024')
    expect([read(from), read('pages/a.md')]).toEqual(['- x\n', days])
  })

  test('a/b is a___b.md in the folder of the page, a: b is a%3A b.md; below a folder that there is lies a file', async () => {
    const links = '- [[n/s]] [[N/S]] #n/s #[[n/s]]\n'
    const { run, read } = trial({ 'logseq/config.edn': '{}', 'pages/n___s.md': '- x\n', 'pages/b.md': links })
    await run('mv', 'n/s', 'q/r s')
    expect([read('pages/q___r s.md'), read('pages/b.md')]).toEqual([
      '- x\n',
      '- [[q/r s]] [[Q/R S]] #[[q/r s]] #[[q/r s]]\n',
    ])
    await run('mv', 'q/r s', 'n: s')
    expect([read('pages/n%3A s.md'), read('pages/b.md')]).toEqual([
      '- x\n',
      '- [[n: s]] [[N: S]] #[[n: s]] #[[n: s]]\n',
    ])
    await run('mv', 'n: s', 'pages/t')
    expect(read('pages/t.md')).toBe('- x\n')
  })
})
