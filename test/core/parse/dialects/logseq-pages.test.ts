import { describe, expect, test } from '@jest/globals'
import { logseqMarker, logseqTaskText, mayHoldMarkers } from '../../../../src/core/parse/dialects/logseq-task.ts'
import { pagePropertiesEnd, readPageProperties } from '../../../../src/core/parse/dialects/logseq.ts'
import { readInline } from '../../../../src/core/parse/inlines/read-inline.ts'
import { scanMarkdown } from '../../../../src/core/parse/scan-markdown.ts'
import { dialectsOf } from './dialects-of.ts'

describe('the properties with which a page begins', () => {
  test.each([
    ['a:: b', { a: 'b' }],
    ['a:: b\nC-d_e:: 1\n\nf:: g', { a: 'b', 'c-d_e': 1, f: 'g' }],
    ['- a:: b\n  c:: d\ntext\ne:: f', { a: 'b', c: 'd' }],
    ['* a:: b', { a: 'b' }],
    ['a::', { a: '' }],
    ['a::b  ', { a: 'b' }],
    ['a:: b:: c\r\nd:: e\r\n', { a: 'b:: c', d: 'e' }],
    ['a:: true\nb:: false\nc:: True', { a: true, b: false, c: 'True' }],
    ['a:: 1.5\nb:: 1.50\nc:: 007\nd:: 1e3\ne:: -2', { a: 1.5, b: '1.50', c: '007', d: '1e3', e: -2 }],
    ['a:: b\nA:: c', { a: 'b' }],
    ['\n\na:: b', { a: 'b' }],
    ['text\na:: b', {}],
    ['# a\n', {}],
    ['a: b', {}],
    ['', {}],
  ])('of %j', (text, expected) => {
    expect(readPageProperties(text, 0)).toEqual(expected)
  })

  test.each([
    ['a:: b\n\nc:: d\n\ntext', 'text'],
    ['a:: b', ''],
    ['\n\ntext', '\n\ntext'],
    ['text a:: b', 'text a:: b'],
    ['- a:: b\n- text', '- text'],
  ])('%j goes on with %j', (text, rest) => {
    expect(text.slice(pagePropertiesEnd(text, 0))).toBe(rest)
    expect(`---\n${text}`.slice(pagePropertiesEnd(`---\n${text}`, 4))).toBe(rest)
  })

  test('tags and names are placed where they stand', () => {
    const text = '---\n---\nalias:: [[me]]\ntags:: a,  b-c/d , $x'
    const { inlineTags, links } = scanMarkdown(text, 8, dialectsOf('logseq'))
    expect(
      inlineTags.map(({ tag, span, line, column }) => [tag, text.slice(span.start, span.end), line, column]),
    ).toEqual([
      ['a', 'a', 4, 8],
      ['b-c/d', 'b-c/d', 4, 12],
    ])
    expect(links.map(({ target }) => target)).toEqual(['a', 'b-c/d'])
  })
})

const id = '6652D6ab-0000-4000-8000-00000000000f'

describe('what Logseq keeps for itself is not shown', () => {
  test.each([
    [`a\nid:: ${id}`, 'a '],
    [`id:: ${id}`, ''],
    [`a\n  id::  ${id} `, 'a '],
    ['a\ncollapsed:: true', 'a '],
    ['a\ncollapsed::false', 'a '],
    ['a\ncollapsed:: maybe', 'a collapsed:: maybe'],
    ['a\nid:: x', 'a id:: x'],
    [`a\nuid:: ${id}`, `a uid:: ${id}`],
    [`a id:: ${id}`, `a id:: ${id}`],
    [`a\nid: ${id}`, `a id: ${id}`],
    [`a\nid:: ${id} b`, `a id:: ${id} b`],
    [`a\nid:: ${id}\nb`, 'a  b'],
  ])('%j', (text, shown) => {
    const tokens = readInline(text, { dialects: dialectsOf('logseq') })
    const said = tokens.map((token) => (token.type === 'break' ? ' ' : 'text' in token ? token.text : '')).join('')
    expect(said.trimEnd()).toBe(shown.trimEnd())
  })

  test('the id names the block, where it stands', () => {
    const text = `- a\n  id:: ${id}\n- b`
    const { blocks } = scanMarkdown(text, 0, dialectsOf('logseq'))
    expect(blocks.map((block) => [block.id, text.slice(block.span.start, block.span.end)])).toEqual([
      [id.toLowerCase(), id],
    ])
  })
})

describe('tasks', () => {
  test.each([
    ['TODO a', 'TODO', 0],
    ['## DOING a', 'DOING', 3],
    ['IN-PROGRESS\tb', 'IN-PROGRESS', 0],
    ['WAITING', 'WAITING', 0],
    ['WAIT\nx', 'WAIT', 0],
    ...['CANCELED', 'CANCELLED', 'DONE', 'LATER', 'NOW', 'STARTED'].map((word) => [`${word} a`, word, 0] as const),
  ])('%j is one', (text, mark, start) => {
    for (const before of ['', '- '])
      expect(logseqMarker(before + text, before.length)).toEqual({
        mark,
        span: { start: before.length + start, end: before.length + start + mark.length },
      })
    expect(mayHoldMarkers(text)).toBe(true)
  })

  test.each(['TODOs', 'todo a', 'a TODO', '#TODO a', '####### TODO a', 'DONE.'])('%j is none', (text) => {
    expect(logseqMarker(text, 0)).toBeUndefined()
  })

  test.each([
    ['a', { text: 'a' }],
    ['a\nDEADLINE: <2024-05-01 Wed>\nSCHEDULED: <2024-04-30 Tue>', { text: 'a', due: '2024-05-01' }],
    ['a\n  SCHEDULED: <2024-04-30 Tue .+1d>\r\nb', { text: 'a\nb', due: '2024-04-30' }],
    ['a\nid:: x\nb-c:: d\ne:: f', { text: 'a' }],
    ['a b:: c', { text: 'a b:: c' }],
    ['a\n:LOGBOOK:\nCLOCK: [2024-05-01]\n:END:\nb', { text: 'a\n\nb' }],
    ['a\n:LOGBOOK:\nCLOCK: [2024-05-01]', { text: 'a\n' }],
    ['a\nDEADLINE: soon', { text: 'a\nDEADLINE: soon' }],
  ])('the text of %j', (written, expected) => {
    expect(logseqTaskText(written)).toEqual(expected)
  })
})
