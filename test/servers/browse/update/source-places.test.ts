import { describe, expect, test } from '@jest/globals'
import type { NotePath } from '../../../../src/core/model/note-path.ts'
import type { RenderedNote } from '../../../../src/servers/browse/model.ts'
import { lineOfSource, sameLine, sourceOfLine } from '../../../../src/servers/browse/update/source-places.ts'
import { loadEngines } from '../../../../src/view/render/load-engines.ts'
import { renderMarkdown } from '../../../../src/view/render/render-markdown.ts'
import { plainStyle } from '../../../../src/view/style.ts'

const source = [
  ...['# Title', '', 'Some words about water.', 'More words[^1].', ''],
  ...['- one', '- two', '  with more', '', '> quote of water', '', '```js', 'let a = 1', 'let b = 2', '```', ''],
  ...['$$', '\\frac{a}{b}', '$$', '', '| a | b |', '|---|---|', '| water | 2 |', ''],
  ...[
    '<details><summary>s</summary>',
    '',
    'Hidden words.',
    '',
    '</details>',
    '',
    '[^1]: A footnote.',
    '',
    'Last water.',
  ],
]

async function laidOut(width: number): Promise<RenderedNote> {
  const markdown = source.join('\n')
  const engines = await loadEngines([markdown], { colour: false })
  const rendered = renderMarkdown(markdown, { width, style: plainStyle, links: 'none', engines })
  return { path: 'a.md' as NotePath, width, ...rendered, links: [] }
}

describe('where the lines of a file are on the page', () => {
  test.each([
    ['# Title', 'Title'],
    ['More words[^1].', 'More words'],
    ['- two', 'two'],
    ['  with more', 'with more'],
    ['> quote of water', 'quote of water'],
    ['let b = 2', 'let b = 2'],
    ['\\frac{a}{b}', 'a'],
    ['| water | 2 |', 'water │ 2'],
    ['Hidden words.', 'Hidden words.'],
    ['[^1]: A footnote.', '¹ A footnote.'],
    ['Last water.', 'Last water.'],
  ])('%j', async (line, shown) => {
    const note = await laidOut(40)
    const at = lineOfSource(note, source.indexOf(line), line) ?? -1
    expect(note.lines[at]?.trim()).toContain(shown)
    expect(sourceOfLine(note, at)?.first).toBeLessThanOrEqual(source.indexOf(line))
    expect(sourceOfLine(note, at)?.last).toBeGreaterThan(source.indexOf(line))
  })

  test('but for what stands before all blocks; a page without blocks is looked through', async () => {
    const note = await laidOut(40)
    expect(lineOfSource(note, -1, 'water')).toBeUndefined()
    expect(note.lines[lineOfSource({ ...note, sources: [] }, 3, 'last water') ?? -1]).toContain('Last water.')
  })

  test('and the same on a page of another width', async () => {
    const [wide, narrow] = await Promise.all([laidOut(80), laidOut(20)])
    for (const text of ['Hidden words', 'Last water', 'quote of']) {
      const at = (note: RenderedNote): number => note.lines.findIndex((line) => line.includes(text))
      expect([text, sameLine(wide, narrow, at(wide))]).toEqual([text, at(narrow)])
      expect([text, sameLine(narrow, wide, at(narrow))]).toEqual([text, at(wide)])
    }
  })
})
