import { describe, expect, test } from '@jest/globals'
import { toNotePath } from '../../../src/core/model/note-path.ts'
import type { Note } from '../../../src/core/model/note.ts'
import { opensWith, saysTitle } from '../../../src/core/parse/opens-with.ts'
import { parseNote } from '../../../src/core/parse/parse-note.ts'
import { givenSummary } from '../../../src/core/parse/prose/given-summary.ts'
import { dialectsOf } from './dialects/dialects-of.ts'

type File = Parameters<typeof parseNote>[0]

function parse(text: string, more: Partial<File> = {}): Note {
  const path = toNotePath('folder/A note.md')
  if (path === undefined) throw new Error('no path')
  return parseNote({ path, text, facts: { size: 0, modifiedMs: 1714559400000, createdMs: 0 }, ...more })
}

const changed = '2024-05-01T10:30:00.000Z'

describe('dates (links.md section 8)', () => {
  const said = '---\ncreated: 2020\nmodified: 2021\n---\n'
  const git = { created: '2010', edited: '2011' }
  test.each<readonly [string, File['dates'], string, string]>([
    [said, undefined, '2020', '2021'],
    ['', undefined, '', changed],
    [said, { from: 'front-matter' }, '2020', '2021'],
    [said, { from: 'file' }, '2020', changed],
    ['', { from: 'file', ...git }, '2010', changed],
    [said, { from: 'git', ...git }, '2020', '2011'],
    ['', { from: 'git', ...git }, '2010', '2011'],
    [said, { from: 'git' }, '2020', changed],
    ['', { from: 'front-matter', ...git }, '2010', changed],
    ['---\ndate: 2019\nupdated: 2022\nmodified: 2021\n---\n', undefined, '2019', '2022'],
    ['---\ncreated: soon\nupdated: late\nmodified: 2021\n---\n', undefined, '', changed],
    ['---\nDate: 2019\nMODIFIED: 2021-05-01 10:00\n---\n', undefined, '2019', '2021-05-01T10:00'],
  ])('of %j with %j', (text, dates, created, modified) => {
    const note = parse(text, dates === undefined ? {} : { dates })
    expect([note.created, note.modified]).toEqual([created, modified])
  })
})

describe('names and tags', () => {
  test('are those of front matter and of the text, each once', () => {
    const note = parse('---\naliases: [a, b, a]\ntopics: x, y\ntags: [t, u]\n---\n#u #v #v\n')
    expect([note.aliases, note.topics, note.tags]).toEqual([
      ['a', 'b'],
      ['x', 'y'],
      ['t', 'u', 'v'],
    ])
    const other = parse('---\nalias: a\ntopic: x\ntag: t\n---\n')
    expect([other.aliases, other.topics, other.tags]).toEqual([['a'], ['x'], ['t']])
    const both = parse('---\naliases: []\nalias: a\n---\n')
    expect(both.aliases).toEqual([])
    expect(parse('---\naliases: 1.10\ntags: 2.0\n---\n')).toMatchObject({ aliases: ['1.10'], tags: ['2.0'] })
    expect(parse('---\ntitle: 1.10\nsummary: 1.10\n---\n')).toMatchObject({ title: '1.10', summary: '1.1' })
  })

  test('of a page of Logseq are its properties, which front matter goes before', () => {
    const text = 'title:: T\nalias:: a, b\ntags:: x\ncreated:: 2020\n\n- text #y\n'
    const note = parse(text, { dialects: dialectsOf('logseq') })
    expect(note).toMatchObject({ title: 'T', aliases: ['a', 'b'], tags: ['x', 'y'], created: '2020' })
    expect(note.metadata).toEqual({ title: 'T', alias: 'a, b', tags: 'x', created: 2020 })
    const both = parse(`---\ntitle: F\n---\n${text}`, { dialects: dialectsOf('logseq') })
    expect(both).toMatchObject({ title: 'F', aliases: ['a', 'b'] })
    expect(parse(text).title).toBe('A note')
    expect(parse(text, { dialects: dialectsOf('hugo') }).metadata).toEqual({})
  })
})

describe('problems', () => {
  test('stand in the order in which they are found', () => {
    const merge = '<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n'
    const note = parse(`---\na: 1\na: 2\n---\n[x](a b.md)\n\n${merge}`, { encodingProblem: 'it is no UTF-8' })
    expect(note.problems.map(({ code, line, column }) => [code, line, column])).toEqual([
      ...[
        ['bad-encoding', 1, 1],
        ['bad-frontmatter', 3, 1],
        ['unencoded-space', 5, 5],
        ['conflict-marks', 7, 1],
      ],
    ])
    expect(note.problems[0]).toMatchObject({ reason: 'it is no UTF-8', span: { start: 0, end: 0 } })
    expect(parse('').problems).toEqual([])
    expect(parse(`\`\`\`\n${merge}\`\`\`\n`).problems).toEqual([])
  })

  test('front matter that cannot be read leaves the heading out of the title', () => {
    expect(parse('---\na: [\n---\n# H\n')).toMatchObject({ title: 'A note', titleSource: 'file' })
    expect(parse('---\na: 1\na: 2\n---\n# H\n')).toMatchObject({ title: 'H', titleSource: 'heading' })
  })
})

describe('summaries', () => {
  test.each([
    ['---\nsummary: " "\n---\nText.', 'Text.', 'paragraph'],
    ['---\nsummary: a\ndescription: b\n---\nText.', 'a', 'front-matter'],
    ['---\nsummary: 1984\n---\n', '1984', 'front-matter'],
    ['---\ntitle: T\n---\nBefore.\n\n# H\n\nAfter.', 'Before.', 'paragraph'],
    ['> [!note] T\n\nText.', 'Text.', 'paragraph'],
    ['> [!note] T\n> Inside.\n\nText.', 'Inside.', 'paragraph'],
    ['- item\n\n  more\n\nText.', 'Text.', 'paragraph'],
    ['#tag #other\n\n— …\n\nText.', 'Text.', 'paragraph'],
    ['… — !\n\n#a b', '#a b', 'paragraph'],
  ])('of %j', (text, summary, summarySource) => {
    const note = parse(text)
    expect([note.summary, note.summarySource]).toEqual([summary, summarySource])
  })

  test('are looked for in fifty paragraphs', () => {
    expect(parse(`${'#a\n\n'.repeat(49)}Text.`).summary).toBe('Text.')
    expect(parse(`${'#a\n\n'.repeat(50)}Text.`).summary).toBeUndefined()
  })

  test.each([
    ['plain', 'plain'],
    ['  two\n lines ', 'two lines'],
    ['a *b* [c](d)', 'a b c'],
    ['List<T> <b>x</b><br>y <custom-tag>', 'List<T> x y <custom-tag>'],
    ['H<sub>2</sub>O', 'H₂O'],
    ['# no heading', '# no heading'],
    [`${'word '.repeat(100)}`, `${'word '.repeat(59)}word…`],
    [`**${'word '.repeat(100)}end**`, `${'word '.repeat(59)}word…`],
  ])('given as %.20j', (written, told) => {
    expect(givenSummary(written, {})).toBe(told)
  })
})

describe('what a note begins with', () => {
  test.each([
    ['# T\n\nIt says so. More.', 'It says so.', true],
    ['It *says* so.', 'It says so.', true],
    ['# T\n\n## H\n\nIt says so.', 'It says so.', true],
    ['%%c%%\n\nIt says so.', 'It says so.', true],
    ['Other.\n\nIt says so.', 'It says so.', false],
    ['It says', 'It says so.', false],
    ['It says so.', '', false],
    ['', 'It', false],
    ['# T', 'T', false],
  ])('whether %j says %j first is %s', (body, summary, expected) => {
    expect(opensWith(body, summary)).toBe(expected)
  })

  test('a heading says a title that holds markup', () => {
    expect([saysTitle('a b', 'a *b*'), saysTitle('a *b*', 'a *b*'), saysTitle('a', 'b')]).toEqual([true, true, false])
  })
})
