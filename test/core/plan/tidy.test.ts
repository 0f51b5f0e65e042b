import { describe, expect, test } from '@jest/globals'
import { editText } from '../../../src/core/model/change.ts'
import { toNotePath } from '../../../src/core/model/note-path.ts'
import type { Note } from '../../../src/core/model/note.ts'
import { parseNote } from '../../../src/core/parse/parse-note.ts'
import { alignTables } from '../../../src/core/plan/tidy/align-tables.ts'
import { sortDefinitions } from '../../../src/core/plan/tidy/sort-definitions.ts'
import { findTableOfContents, tableOfContents } from '../../../src/core/plan/tidy/table-of-contents.ts'
import { displayWidth } from '../../../src/view/display-width.ts'
import { withCrlf } from '../../support/planned.ts'

function noteOf(text: string): Note {
  const path = toNotePath('a.md')
  if (path === undefined) throw new Error('no path')
  return parseNote({ path, text, facts: { size: text.length, modifiedMs: 0, createdMs: 0 } })
}

describe('tables', () => {
  const align = (text: string): string => editText(text, alignTables(noteOf(text), text, displayWidth))

  test.each([
    ['a|b\n-|-\nlong cell|x\n', '| a         | b   |\n| --------- | --- |\n| long cell | x   |\n'],
    ['| a | b | c |\n|:--|--:|:-:|\n|1|22|x|\n', '| a   |   b |  c  |\n| :-- | --: | :-: |\n| 1   |  22 |  x  |\n'],
    ['|数学|b|\n|-|-|\n|é|c|\n', '| 数学 | b   |\n| ---- | --- |\n| é    | c   |\n'],
    ['> |a|b|\n> |-|-|\n> |c\n', '> | a   | b   |\n> | --- | --- |\n> | c   |     |\n'],
    [
      '- |a|b|\n  |-|-|\n  |[[x|y]]|`p\\|q`|\n',
      '- | a       | b      |\n  | ------- | ------ |\n  | [[x|y]] | `p\\|q` |\n',
    ],
    ['|a|\r\n|-|\r\n|b|\r\n', '| a   |\r\n| --- |\r\n| b   |\r\n'],
  ])('%j', (text, wanted) => {
    expect(align(text)).toBe(wanted)
    expect(alignTables(noteOf(wanted), wanted, displayWidth)).toEqual([])
    expect(align(withCrlf(text))).toBe(withCrlf(wanted))
  })

  test.each(['|a|b|\n|-|-|\n|c|d|too many|\n', '```\na|b\n-|-\n```\n', 'a | b, no table\n'])('%j stays', (text) => {
    expect(align(text)).toBe(text)
  })

  test('a table whose blanks would make a long text stays', () => {
    const table = (rows: number): string => `|a|\n|-|\n${'|b|\n'.repeat(rows)}|${'c'.repeat(990)}|\n`
    expect(align(table(100))).toHaveLength(103 * 995)
    expect(align(table(300))).toBe(table(300))
  })
})

describe('link definitions', () => {
  const sort = (text: string): string => editText(text, sortDefinitions(noteOf(text), text))

  test('each run is sorted, numbers by value, the first of two stays first', () => {
    expect(sort('[10]: x\n[2]: y "t"\n[a]: <1>\n\ntext\n\n[b]: 1\n[A]: 2\n[b]: 3\n')).toBe(
      '[2]: y "t"\n[10]: x\n[a]: <1>\n\ntext\n\n[A]: 2\n[b]: 1\n[b]: 3\n',
    )
  })

  test('sorted ones stay', () => {
    const text = '[a]: 1\n[b]: 2\n'
    expect(sortDefinitions(noteOf(text), text)).toEqual([])
  })
})

describe('table of contents', () => {
  const update = (text: string): string => {
    const edit = findTableOfContents(noteOf(text), text).update
    return edit === undefined ? text : editText(text, [edit])
  }

  test.each([
    [
      '# T\n\n- [Old](#old)\n\n## One\n\n### In *it*\n\n## Two [x]\n',
      '# T\n\n- [One](#one)\n  - [In it](#in-it)\n- [Two \\[x\\]](#two-x)\n\n## One\n\n### In *it*\n\n## Two [x]\n',
    ],
    ['10) [A](#a)\n\n# A\n\n## B\n\n# C\n', '1) [A](#a)\n   - [B](#b)\n2) [C](#c)\n\n# A\n\n## B\n\n# C\n'],
    [
      '+ [[#Gone]]\n  + [[#x]]\n\n# A|b\n\n### C # d\n\n## E\n',
      '+ [A|b](#ab)\n  + [C # d](#c--d)\n  + [[#E]]\n\n# A|b\n\n### C # d\n\n## E\n',
    ],
    [
      'text\n\n- [A](#a)\n\n# A\n\n[x](#a)\n\n- [B](#b)\n\n# B\n',
      'text\n\n- [A](#a)\n- [B](#b)\n\n# A\n\n[x](#a)\n\n- [B](#b)\n\n# B\n',
    ],
    ['1. [[#A]]\n\n# A\n\n# B\n\n## C\n', '1. [[#A]]\n2. [[#B]]\n   - [[#C]]\n\n# A\n\n# B\n\n## C\n'],
  ])('%j', (text, wanted) => {
    expect(update(text)).toBe(wanted)
    expect(update(wanted)).toBe(wanted)
    expect(update(withCrlf(text))).toBe(withCrlf(wanted))
  })

  test('from the tenth item on what is below it stands one further, so that it is below it', () => {
    const headings = Array.from({ length: 11 }, (_, at) => `# T${at + 1}\n\n## U${at + 1}\n\n### V${at + 1}\n`).join(
      '\n',
    )
    const items = Array.from({ length: 11 }, (_, at) => {
      const below = ' '.repeat(at < 9 ? 3 : 4)
      return `${at + 1}. [[#T${at + 1}]]\n${below}- [[#U${at + 1}]]\n${below.repeat(2)}- [[#V${at + 1}]]\n`
    })
    const wanted = `${items.join('')}\n${headings}`
    expect(update(`1. [[#T1]]\n\n${headings}`)).toBe(wanted)
    expect(update(wanted)).toBe(wanted)
  })

  test('a new one holds the headings below it', () => {
    const text = '# T\n\n\n\n## One\n\n### Two\n'
    expect(findTableOfContents(noteOf(text), text).isThere).toBe(false)
    expect(tableOfContents(noteOf(text), 5, 'wiki')).toBe('- [[#One]]\n  - [[#Two]]')
    expect(tableOfContents(noteOf(text), text.length, 'wiki')).toBe('')
  })

  test.each(['- [x](#a) and more\n\n# A\n\n# B\n', '- [x](b.md#a)\n\n# A\n\n# B\n', 'no list\n\n# A\n'])(
    '%j has none',
    (text) => {
      expect(update(text)).toBe(text)
    },
  )
})
