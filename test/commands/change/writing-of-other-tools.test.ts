import { describe, expect, test } from '@jest/globals'
import { trial } from '../../support/trial.ts'

// Today is 2026-06-01, a Monday.
test.each([
  ['daily', '["journal/daily"]', "{{format-date now '%Y-%m'}}-day", 'journal/daily/2026-06-day.md'],
  ['daily', '["log"]', '{{format-date now}}', 'log/2026-06-01.md'],
  ['journal', '["journal/weekly", "journal/daily"]', '{{format-date now}}', 'journal/daily/2026-06-01.md'],
  ['journal', '["j/weekly", "j/monthly"]', '{{format-date now}}', 'journal/2026-06-01.md'],
])('days of zk are named as its group says: %s %s %s', async (group, paths, filename, path) => {
  const { run } = trial({
    '.zk/config.toml': `[group.${group}]\npaths = ${paths}\n[group.${group}.note]\nfilename = "${filename}"\n`,
    'a.md': '# A\n',
  })
  expect((await run('daily', '--path')).stdout).toBe(`${path}\n`)
  expect((await run('daily', '--path')).stdout).toBe(`${path}\n`)
})

test('dates by the names that zk has for their forms', async () => {
  const { run, read } = trial({
    '.zk/config.toml': '[note]\ntemplate = "t.md"\n',
    '.zk/templates/t.md':
      "{{format-date now \"long\"}}|{{format-date now}}|{{format-date now 'timestamp'}}|{{date now '%d.%m.'}}\n",
  })
  await run('new', 'A')
  expect(read('a.md')).toBe('June 1, 2026|2026-06-01|202606010000|01.06.\n')
})

test('what only the editor of foam fills in is left out of its templates', async () => {
  const { run, read } = trial({
    '.foam/templates/new-note.md':
      '---\nfoam_template:\n  name: T\n  filepath: "$FOAM_SLUG.md"\n---\n# $FOAM_TITLE\n\n${1:begin} $2 ${FOAM_DATE_YEAR}\n',
  })
  await run('new', 'An idea')
  expect(read('an-idea.md')).toBe('# An idea\n\nbegin  2026\n')
})

test('notes of Dendron lie side by side, dots are its folders, and its times are milliseconds', async () => {
  const { run } = trial({ 'dendron.yml': '', 'root.md': '---\ntitle: Root\ncreated: 1604539200000\n---\n' })
  expect((await run('new', 'lang.Rust 2')).stdout).toBe('lang.rust-2.md\n')
  expect((await run('daily', '--path')).stdout).toBe('daily.journal.2026.06.01.md\n')
  expect((await run('list', '--path', 'root.md', '--format', '{{created}}')).stdout).toBe('2020-11-05T01:20:00.000Z\n')
})

describe('a template of foam says where its notes go', () => {
  const template = (filepath: string, rest = ''): string =>
    `---\nfoam_template: # its own\n  name: T\n  filepath: ${filepath}\n  description: "d"\n---\n${rest}`

  test.each([
    ["'journal/$FOAM_TITLE.md'", 'journal/An Idea x.md'],
    ['"/$FOAM_DATE_YEAR/${FOAM_DATE_MONTH}/$FOAM_SLUG.md" # why', '2026/06/an-idea-x.md'],
    ['`$FOAM_TITLE_SAFE`', 'An Idea x.md'],
    ['$FOAM_CURRENT_DIR/$FOAM_SLUG.md', 'an-idea-x.md'],
    ['./in/$FOAM_SLUG.md', 'in/an-idea-x.md'],
  ])('%s', async (filepath, path) => {
    const files = { '.foam/templates/idea.md': template(filepath, '\n---\ntype: idea\n---\n# $FOAM_TITLE\n') }
    const { run, read } = trial(files)
    expect((await run('new', 'An', 'Idea/x', '--template', 'idea')).exit).toBe(0)
    expect(read(path)).toContain('---\ntype: idea')
    expect(read(path).startsWith('---\n')).toBe(true)
    expect(read(path)).toContain('# An Idea/x\n')
    expect(read(path)).not.toContain('foam_template')
  })

  test('unless a folder is named; never outside the vault', async () => {
    const { run, has } = trial({
      '.foam/templates/idea.md': template('"in/$FOAM_SLUG.md"', '# $FOAM_TITLE\n'),
      '.foam/templates/out.md': template('"../../$FOAM_SLUG.md"', '# $FOAM_TITLE\n'),
    })
    await run('new', 'Idea', '--template', 'idea', '--dir', 'sub')
    expect([has('sub/idea.md'), has('in/idea.md')]).toEqual([true, false])
    const { exit, stderr } = await run('new', 'Two', '--template', 'out')
    expect([exit, stderr]).toEqual([2, expect.stringContaining('is not a path inside the vault')])
  })

  test('of a day, before the older settings', async () => {
    const { run, read } = trial({
      '.vscode/settings.json': '{"foam.openDailyNote.directory": "old", "foam.openDailyNote.filenameFormat": "yyyy"}',
      '.foam/templates/daily-note.md': template(
        "'/journal/$FOAM_DATE_YEAR/$FOAM_DATE_MONTH-$FOAM_DATE_MONTH_NAME_SHORT/$FOAM_DATE_YEAR-$FOAM_DATE_MONTH-$FOAM_DATE_DATE-daily-note.md'",
        '# $FOAM_DATE_YEAR-$FOAM_DATE_MONTH-$FOAM_DATE_DATE\n',
      ),
    })
    const path = 'journal/2026/06-Jun/2026-06-01-daily-note.md'
    expect((await run('daily', '--path')).stdout).toBe(`${path}\n`)
    expect(read(path)).toBe('# 2026-06-01\n')
    expect((await run('daily', 'tomorrow', '--path')).stdout).toBe('journal/2026/06-Jun/2026-06-02-daily-note.md\n')
  })
})

test("the values of zk's [extra] fill its templates and names; those of a group and --set go first", async () => {
  const { run, read } = trial({
    '.zk/config.toml':
      '[note]\nfilename = "{{extra.prefix}}-{{slug title}}"\ntemplate = "t.md"\n[extra]\nauthor = "Ann"\nprefix = "n"\nyear = 2026\n' +
      '[group.log]\npaths = ["log"]\n[group.log.extra]\nauthor = "Bea"\n',
    '.zk/templates/t.md': '{{title}} {{extra.author}} {{extra.year}} {{extra.more}}\n',
  })
  await run('new', 'One')
  expect(read('n-one.md')).toBe('One Ann 2026 {{extra.more}}\n')
  await run('new', 'Two', '--set', 'author=Cleo', '--set', 'more=x')
  expect(read('n-two.md')).toBe('Two Cleo 2026 x\n')
  await run('new', 'Three', '--group', 'log')
  expect(read('log/n-three.md')).toContain('Three Bea 2026')
})
