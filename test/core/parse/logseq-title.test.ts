import { expect, test } from '@jest/globals'
import { toNotePath } from '../../../src/core/model/note-path.ts'
import type { JournalNames } from '../../../src/core/model/tool-dialect.ts'
import { logseqTitle } from '../../../src/core/parse/dialects/logseq-title.ts'

const usual: JournalNames = { folder: 'journals', file: 'yyyy_MM_dd', title: 'MMM do, yyyy' }

test.each<readonly [string, Partial<JournalNames>, string]>([
  ['pages/a___b___c.md', {}, 'a/b/c'],
  ['pages/Reading%3A list.md', {}, 'Reading: list'],
  ['pages/caf%C3%A9 100%.md', {}, 'café 100%'],
  ['pages/%FF.md', {}, '%FF'],
  ['journals/2024_03_05.md', {}, 'Mar 5th, 2024'],
  ['journals/2024_12_11.md', {}, 'Dec 11th, 2024'],
  ['journals/2024_01_22.md', {}, 'Jan 22nd, 2024'],
  ['journals/2024_02_30.md', {}, '2024_02_30'],
  ['journals/2024_03_05 draft.md', {}, '2024_03_05 draft'],
  ['pages/2024_03_05.md', {}, '2024_03_05'],
  ['journals/2024_03_05.md', { title: 'EEEE, dd-MM-yyyy' }, 'Tuesday, 05-03-2024'],
  ['journals/2024_03_05.md', { title: "EEE d MMMM 'of' yy" }, 'Tue 5 March of 24'],
  ['days/05.03.2024.md', { folder: 'days', file: 'dd.MM.yyyy' }, 'Mar 5th, 2024'],
  ['journals/20240305.md', { file: 'yyyyMMdd', title: 'yyyy-MM-dd' }, '2024-03-05'],
  ['journals/Mar 5.md', { file: 'MMM d' }, 'Mar 5'],
])('the page of %s is called as Logseq calls it (%j): %s', (path, given, title) => {
  const note = toNotePath(path)
  expect(note && logseqTitle(note, { ...usual, ...given })).toBe(title)
})
