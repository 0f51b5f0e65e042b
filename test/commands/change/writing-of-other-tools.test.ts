import { expect, test } from '@jest/globals'
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
