import { describe, expect, test } from '@jest/globals'
import type { NotePath } from '../../../src/core/model/note-path.ts'
import type { NoteDetail } from '../../../src/core/model/report.ts'
import { parseNote } from '../../../src/core/parse/parse-note.ts'
import { renderNote } from '../../../src/view/render/render-note.ts'
import { plainStyle } from '../../../src/view/style.ts'

const evil = 'x\u001b[31m\u009b1m\u202ey\ufdd0z'
const row = { path: `b${evil}.md`, title: evil, summary: evil, topics: [], tags: [], aliases: [] }
const detail: NoteDetail = {
  ...{ path: `a${evil}.md`, title: evil, summary: evil, topics: [evil], tags: [evil], aliases: [evil] },
  ...{ created: evil, modified: '2024', words: 1, links: 1, backlinks: 1, headings: [] },
  metadata: { references: [evil], status: evil },
  linksOut: [],
  linksIn: [
    {
      ...{ path: `c${evil}.md`, line: 1, column: 1, kind: 'wiki', target: evil, status: 'ok', title: evil },
      ...{ context: evil, depth: 1 },
    },
  ],
  related: [{ ...row, created: evil, modified: evil, words: 1, metadata: {}, links: 0, backlinks: 0 }],
  body: `See [[${evil}]] and ![[${evil}]].\n\n![[e]]\n`,
}

test('nothing of a note, its links or its neighbours reaches the terminal as an escape', () => {
  const { lines } = renderNote(detail, {
    ...{ width: 60, style: plainStyle, links: 'numbered' },
    embed: () => ({ title: evil, path: evil, markdown: evil }),
  })
  expect(lines.join('\n')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
  expect(lines[0]).toBe('x^[[31m<U+009B>1m<U+202E>y\ufffdz')
})

test('titles, topics and sentences around a note are shown as its text is, soft hyphens only where a line ends', () => {
  const title = 'The $x$ **norm**'
  const { lines } = renderNote(
    {
      ...detail,
      ...{
        title: 'extra\u00adordinary',
        summary: 'a\u00adb',
        topics: ['*k*-means'],
        tags: [],
        created: '',
        metadata: {},
      },
      related: [
        {
          ...row,
          title,
          summary: '',
          ...{ created: '', modified: '', words: 1, metadata: {}, links: 0, backlinks: 0 },
        },
      ],
      ...{ body: 'so\u00adft `so\u00adft` [[b]]' },
      linksIn: [1, 1, 2].map((line) => ({
        ...{ path: 'c.md', line, column: 1, kind: 'wiki', target: 'a', status: 'ok', title, depth: 1 },
        context: `Sentence ${line}.`,
      })),
    },
    { width: 60, style: plainStyle, links: 'none', engines: { inlineMath: (tex) => tex.toUpperCase() } },
  )
  expect(lines.map((line) => line.trimEnd())).toEqual([
    ...['extraordinary', '━━━━━━━━━━━━━', 'k-means · updated 2024', '', 'ab', '', '  soft so<U+00AD>ft b', ''],
    ...['Links', '─────', '  → b', '', 'Backlinks', '─────────'],
    ...['  ← The X **norm**', '    Sentence 1.', '    Sentence 2.', ''],
    ...['Related', '───────', '  ~ The X **norm**'],
  ])
})

describe('the heading that the header repeats', () => {
  const shown = (body: string): string => {
    const note = parseNote({ path: 'a.md' as NotePath, text: body, facts: { size: 0, modifiedMs: 0, createdMs: 0 } })
    const { title, headings } = note
    const options = { width: 60, style: plainStyle, links: 'none' } as const
    const bare = { topics: [], tags: [], aliases: [], metadata: {}, linksIn: [], related: [] }
    return renderNote({ ...detail, ...bare, title, summary: '', headings, body, path: 'a.md' }, options).lines.join(
      '\n',
    )
  }

  test.each([
    ['# Tides\n\nText.'],
    ['\n\n   # Tides #\nText.'],
    ['#\tTides\n\nText.'],
    ['Tides\n=====\n\nText.'],
    ['  Tides\n =\nText.'],
    ['<!-- draft -->\n\n# Tides\n\nText.'],
    ['# Tides {#tides}\n\nText.'],
  ])('is left out of the text: %j', (body) => {
    expect(shown(body).match(/Tides/g)).toHaveLength(1)
    expect(shown(body)).toContain('Text.')
  })

  test.each([
    ['Before.\n\n# Tides\n\nText.', 2],
    ['> # Tides\n\nText.', 2],
    ['    # Tides\n\n# Tides\n\nText.', 3],
  ])('stays where text stands before it: %j', (body, times) => {
    expect(shown(body).match(/Tides/g)).toHaveLength(times)
  })
})

test('a title with markup in front matter and as a heading is not said twice', () => {
  const text = '---\ntitle: "The *odds* of $x$"\n---\n\n# The *odds* of $x$\n\nText.\n'
  const { title, headings } = parseNote({
    path: 'a.md' as NotePath,
    text,
    facts: { size: 0, modifiedMs: 0, createdMs: 0 },
  })
  const { lines } = renderNote(
    { ...detail, title, summary: '', headings, body: text.slice(text.indexOf('#')), linksIn: [], related: [] },
    { width: 60, style: plainStyle, links: 'none' },
  )
  expect(lines.filter((line) => line.includes('odds'))).toHaveLength(1)
})

test.each(['%% for me %%', '<!-- for me -->', '%% one %%\n%% two %%', '%%\nlong\n%%'])(
  'a title behind %j is not said twice',
  (comment) => {
    const body = `${comment}\n\n# Once\n\nText.\n`
    const { title, headings } = parseNote({
      path: 'a.md' as NotePath,
      text: body,
      facts: { size: 0, modifiedMs: 0, createdMs: 0 },
    })
    const { lines } = renderNote(
      { ...detail, title, summary: '', headings, body, linksIn: [], related: [] },
      { width: 60, style: plainStyle, links: 'none' },
    )
    expect(lines.filter((line) => line.includes('Once'))).toHaveLength(1)
  },
)
