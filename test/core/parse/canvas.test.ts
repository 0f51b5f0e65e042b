import { describe, expect, test } from '@jest/globals'
import { toNotePath } from '../../../src/core/model/note-path.ts'
import type { Note } from '../../../src/core/model/note.ts'
import { parseNote } from '../../../src/core/parse/parse-note.ts'
import { dialectsOf } from './dialects/dialects-of.ts'

function canvas(text: string, more: { readonly dialects?: ReturnType<typeof dialectsOf> } = {}): Note {
  const path = toNotePath('boards/Plan.canvas')
  if (path === undefined) throw new Error('no path')
  return parseNote({ path, text, facts: { size: 1, modifiedMs: 1714559400000, createdMs: 0 }, ...more })
}

/** The links of a canvas as `kind target#anchor |text «at» line:column`, in the order in which they stand. */
function shown(text: string, more?: Parameters<typeof canvas>[1]): readonly string[] {
  return canvas(text, more).links.map((link) => {
    const { kind, target, anchor, span, targetSpan, line, column } = link
    const words = 'text' in link && link.text !== undefined ? ` |${link.text}` : ''
    const places = [span, targetSpan].map(({ start, end }) => `«${text.slice(start, end)}»`).join(' ')
    return `${kind} ${target}${anchor === undefined ? '' : `#${anchor}`}${words} ${places} ${String(line)}:${String(column)}`
  })
}

describe('a canvas of Obsidian (JSON Canvas 1.0)', () => {
  test('has no words of its own', () => {
    expect(canvas('')).toEqual({
      path: 'boards/Plan.canvas',
      ...{ title: 'Plan.canvas', titleSource: 'file', aliases: [], topics: [], tags: [], words: 0, metadata: {} },
      ...{ created: '', modified: '2024-05-01T10:30:00.000Z', bodyStart: 0, headings: [], blocks: [], inlineTags: [] },
      ...{ anchors: [], definitions: [], footnotes: [], links: [], problems: [] },
      file: { size: 1, modifiedMs: 1714559400000, createdMs: 0 },
    })
    const path = toNotePath('a.canvas')
    const dates = { from: 'git', created: '2024', edited: '2025' } as const
    if (path === undefined) throw new Error('no path')
    expect(parseNote({ path, text: '', facts: { size: 0, modifiedMs: 0, createdMs: 0 }, dates })).toMatchObject({
      created: '2024',
      modified: '2025',
    })
  })

  test.each([
    ['{"type": "file", "file": "a/b.md"}', ['embed a/b.md «a/b.md» «a/b.md» 2:27']],
    ['{"file": "a.md", "subpath": "#H", "type": "file"}', ['embed a.md#H «a.md» «a.md» 2:11']],
    ['{"type": "file", "file": "a.md", "subpath": "H"}', ['embed a.md «a.md» «a.md» 2:27']],
    ['{"type": "file", "file": "a.md", "subpath": 1}', ['embed a.md «a.md» «a.md» 2:27']],
    ['{"type": "file", "file": ""}', []],
    ['{"type": "file", "file": 1}', []],
    ['{"type": "file"}', []],
    ['{"type": "group", "background": "p.png", "label": "[[x]]"}', ['embed p.png «p.png» «p.png» 2:34']],
    ['{"type": "group"}', []],
    [
      '{"type": "link", "url": "https://e.org/a#b"}',
      ['markdown https://e.org/a#b «https://e.org/a#b» «https://e.org/a#b» 2:26'],
    ],
    ['{"type": "link", "url": "https://e.org"}', ['markdown https://e.org «https://e.org» «https://e.org» 2:26']],
    ['{"type": "link", "url": ""}', []],
    ['{"type": "link"}', []],
    [
      '{"type": "text", "text": "see [[a#b|c]]\\n![x](d.png)"}',
      ['wiki a#b |c «[[a#b|c]]» «a» 2:31', 'image d.png |x «![x](d.png)» «d.png» 2:42'],
    ],
    [
      '{"type": "text", "text": "\\"q\\" [[caf\\u00e9]] [[#h]]"}',
      ['wiki café «[[caf\\u00e9]]» «caf\\u00e9» 2:33', 'wiki #h «[[#h]]» «» 2:47'],
    ],
    ['{"type": "text", "text": "`[[a]]`"}', []],
    ['{"type": "text", "text": 1}', []],
    ['{"type": "text"}', []],
    ['{"type": "other", "file": "a.md", "text": "[[b]]"}', []],
    ['{"file": "a.md"}', []],
    ['"file"', []],
    ['null', []],
    ['["type", "file"]', []],
  ] as readonly (readonly [string, readonly string[]])[])('the card %s', (card, expected) => {
    const text = `{"nodes": [\n${card}\n], "edges": []}`
    expect(canvas(text).problems).toEqual([])
    expect(shown(text)).toEqual(expected)
  })

  test('links of cards stand in order, and their anchors have places', () => {
    const text = '{"nodes":[{"type":"file","subpath":"#h","file":"a.md"},{"type":"text","text":"[[b]]"}]}'
    const { links } = canvas(text)
    expect(links.map(({ target }) => target)).toEqual(['a.md', 'b'])
    expect(links.map((link) => ('canvas' in link ? link.canvas : undefined))).toEqual(['file', 'text'])
    const [first] = links
    const span = first !== undefined && 'anchorSpan' in first ? first.anchorSpan : undefined
    expect(span && [text.slice(span.start, span.end), text.charAt(span.start - 1)]).toEqual(['h', '#'])
    const escaped = text.replace('"#h"', '"\\u0023h"')
    const [other] = canvas(escaped).links
    const place = other !== undefined && 'anchorSpan' in other ? other.anchorSpan : undefined
    expect(place && escaped.slice(place.start, place.end)).toBe('\\u0023h')
  })

  test('cards are read as the tools of the vault read them', () => {
    const text = '{"nodes":[{"type":"text","text":"[[t|a]]"}]}'
    const dialects = dialectsOf('dendron')
    expect(shown(text, { dialects })).toEqual(['wiki a |t «[[t|a]]» «a» 1:34'])
    expect(canvas(text, { dialects }).dialects).toBe(dialects)
  })

  test.each([
    [' \n', []],
    ['{}', []],
    ['{"nodes": []}', []],
    ['[]', ['it is no object 1:1']],
    ['"x"', ['it is no object 1:1']],
    ['{\n"nodes": {}}', ['"nodes" is no list 2:10']],
    ['{"nodes": [\n}', ['value expected 2:1']],
    ['{"nodes": [],\n}', ['property name expected 2:1']],
    ['{"a" 1}', ['colon expected 1:6']],
    ['{} {}', ['end of file expected 1:4']],
    ['{// no\n}', ['invalid comment token 1:2']],
    ['['.repeat(100_000), ['it is nested too deeply 1:1']],
  ])('what is wrong with %.20j is said', (text, expected) => {
    const { problems, links } = canvas(text)
    expect(links).toEqual([])
    expect(
      problems.map(({ code, reason, line, column, span }) => {
        expect([code, span.end]).toEqual(['bad-canvas', span.start])
        return `${reason} ${String(line)}:${String(column)}`
      }),
    ).toEqual(expected)
  })

  test('one of more than 16 MB is not read', () => {
    const { problems } = canvas(`{}${' '.repeat(16_777_215)}`)
    expect(problems).toMatchObject([{ reason: 'it is longer than 16 MB', line: 1, column: 1 }])
  })
})
