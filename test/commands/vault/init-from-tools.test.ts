import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { trial } from '../../support/trial.ts'

const json = JSON.stringify

test('init --obsidian takes over days, templates, names, links and what is ignored', async () => {
  const { run, read } = trial({
    '.obsidian/app.json': json({
      newFileLocation: 'folder',
      newFileFolderPath: 'Inbox',
      useMarkdownLinks: true,
      userIgnoreFilters: ['Archive/', '/^tmp/'],
      vimMode: true,
    }),
    '.obsidian/daily-notes.json': json({
      folder: 'Journal',
      format: 'YYYY/MM-DD',
      template: 'Templates/Day',
      autorun: true,
    }),
    '.obsidian/plugins/periodic-notes/data.json': json({
      weekly: { enabled: true, folder: 'Weeks', format: 'gggg-[W]ww' },
    }),
    '.obsidian/plugins/calendar/data.json': json({ weekStart: 'sunday', wordsPerDot: 250 }),
    '.obsidian/templates.json': json({ folder: 'Templates' }),
    'Templates/Day.md': '# {{date}}\n',
    'Archive/old.md': '# Old\n',
    'a.md': '# A\n',
  })
  const { exit, stderr } = await run('init', '--obsidian')
  expect(exit).toBe(0)
  expect(parse(read('.wend/config.yml'))).toEqual({
    ignore: ['/Archive/'],
    links: { style: 'markdown' },
    daily: { dir: 'Journal', name: 'YYYY/MM-DD', template: 'Templates/Day' },
    weekly: { dir: 'Weeks', name: 'gggg-[W]ww' },
    new: { dir: 'Inbox', name: 'title', templates: 'Templates' },
    week: { start: 'sunday' },
  })
  expect(stderr).toContain('read of Obsidian: daily.dir: Journal')
  expect(stderr).toMatch(/not read.*app\.json: userIgnoreFilters \/\^tmp\/, vimMode/)
  expect(stderr).toMatch(/not read.*daily-notes\.json: autorun/)
  expect((await run('list', '--format', 'paths')).stdout).not.toContain('old.md')
  expect((await run('daily', '--path', '--dry-run')).exit).toBe(0)
})

test('init --zk takes over names, groups, links and what is excluded, and no program', async () => {
  const {
    run,
    read,
    json: asJson,
  } = trial({
    '.zk/config.toml':
      '[note]\nfilename = "{{id}}"\nexclude = ["drafts/*"]\nextension = "md"\n[group.log]\npaths = ["log"]\n[group.log.note]\nfilename = "{{format-date now \'%Y-%m-%d\'}}"\n[format.markdown]\nlink-format = "wiki"\nhashtags = true\n[tool]\neditor = "rm -rf x"\n[alias]\nls = "rm -rf x"\n',
    '.zk/templates/default.md': '# {{title}}\n',
    'a.md': '# A\n',
  })
  const { notRead } = await asJson<{ notRead: { key: string }[] }>('init', '--zk')
  expect(notRead.map(({ key }) => key)).toEqual([
    'note.extension',
    'format.markdown.hashtags',
    'tool.editor',
    'alias.ls',
  ])
  const config = parse(read('.wend/config.yml')) as Record<string, unknown>
  expect(config).toMatchObject({
    ignore: ['drafts/*'],
    links: { style: 'name' },
    new: { name: '{{id}}', templates: '.zk/templates' },
    groups: { log: { dir: 'log' } },
  })
  expect(JSON.stringify(config)).not.toContain('rm -rf')
  expect((await run('list')).exit).toBe(0)
})

test('init --zk makes views of filters, and names those that list cannot answer', async () => {
  const { run, read, json } = trial({
    '.zk/config.toml':
      '[filter]\nnewest = "--sort created- -n 1"\nlonely = "--orphan"\nmine = "--tag sky --interactive"\n"a.b" = "sub"\n[alias]\nx = "zk list --sort created"\n',
    'a.md': '---\ncreated: 2026-01-01\n---\n# A\n\n[[b]]\n',
    'sub/b.md': '---\ncreated: 2026-02-01\n---\n# B\n',
  })
  const { notRead } = await json<{ notRead: { key: string }[] }>('init', '--zk')
  expect(notRead.map(({ key }) => key)).toEqual(['filter.mine (--interactive)', 'alias.x'])
  expect(parse(read('.wend/config.yml'))).toMatchObject({
    views: { newest: '--sort created --limit 1', lonely: '--orphan', 'a.b': '--path sub' },
  })
  for (const [view, path] of [
    ['@newest', 'sub/b.md'],
    ['@lonely', 'a.md'],
    ['@a.b', 'sub/b.md'],
  ] as const)
    expect((await run('list', view, '-f', '{{path}}')).stdout).toBe(`${path}\n`)
})

test('init --foam takes over days, and what is ignored', async () => {
  const { run, read } = trial({
    '.vscode/settings.json':
      '{ // settings\n "editor.fontSize": 12, "foam.openDailyNote.directory": "journal", "foam.openDailyNote.filenameFormat": "yyyy-mm-dd", "foam.files.ignore": ["**/_site/**"], "foam.graph.style": {"background": "#000"}, }',
    'a.md': '# A\n',
  })
  const { stderr } = await run('init', '--foam')
  expect(parse(read('.wend/config.yml'))).toEqual({
    ignore: ['**/_site/**'],
    links: { style: 'name' },
    daily: { dir: 'journal', name: 'YYYY-MM-DD' },
  })
  expect(stderr).toMatch(/not read.*settings\.json: foam\.graph\.style\.background$/m)
  expect(stderr).not.toContain('fontSize')
})

test('a value that wend could not read back is not written', async () => {
  const { run } = trial({
    '.obsidian/plugins/calendar/data.json': json({ weekStart: 'someday' }),
    '.obsidian/daily-notes.json': '{"folder": ["x"], "format": 3',
    'a.md': '# A\n',
  })
  expect((await run('init', '--obsidian')).stderr).toContain('not read')
  expect((await run('list')).exit).toBe(0)
})

test('without the tool nothing is written', async () => {
  const { run, has } = trial({ 'a.md': '# A\n' })
  const { exit, stderr } = await run('init', '--obsidian')
  expect([exit, stderr]).toEqual([1, expect.stringContaining('Obsidian has set nothing')])
  expect(has('.wend/config.yml')).toBe(false)
})
