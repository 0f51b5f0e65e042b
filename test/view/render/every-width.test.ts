import { describe, expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { plainText } from '../../../src/core/parse/plain-text.ts'
import { displayWidth } from '../../../src/view/display-width.ts'
import { loadEngines } from '../../../src/view/render/load-engines.ts'
import { renderMarkdown } from '../../../src/view/render/render-markdown.ts'
import type { RenderOptions } from '../../../src/view/render/render-options.ts'
import { plainStyle, styleNames, tagStyle } from '../../../src/view/style.ts'

const goldens = readdirSync('test/goldens/render').filter((name) => name.endsWith('.md'))
const notes = [
  'test/fixtures/every-syntax.md',
  'test/fixtures/every-script.md',
  ...goldens.map((name) => `test/goldens/render/${name}`),
]

describe.each(notes)('%s', (path) => {
  const body = readFileSync(path, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '')

  test.each([20, 40, 60, 80, 120])(
    'at %i columns: no line is wider, no letter is lost, colours change no text',
    async (width) => {
      const engines = await loadEngines([body], { colour: true })
      const shown = (options: Partial<RenderOptions>): string =>
        renderMarkdown(body, { width, style: plainStyle, links: 'none', engines, ...options }).lines.join('\n')
      const plain = shown({})
      expect(plain.split('\n').filter((line) => displayWidth(line) > width)).toEqual([])
      expect(plain).not.toContain('\u001b')
      // Diagrams that are too wide become a list or their source.
      if (!body.includes('```mermaid')) expect(missing(shown({ width: 400 }), plain)).toEqual('')
      expect(letters(shown({ style: tagStyle }).replace(styleTags, ''))).toBe(letters(plain))
    },
  )

  test('no word of its text is lost', async () => {
    const engines = await loadEngines([body], { colour: true })
    const { lines } = renderMarkdown(body, { width: 400, style: plainStyle, links: 'none', engines })
    const page = lines.join('').normalize('NFKC').replace(/\s/g, '')
    const words =
      plainText(prose(body))
        .normalize('NFKC')
        .match(/[\p{L}\p{N}]{2,}/gu) ?? []
    expect([...new Set(words)].filter((word) => !page.includes(word))).toEqual([])
  })
})

const styleTags = new RegExp(`</?(?:${styleNames.join('|')})>`, 'g')

/** Letters and digits, without the kind of a titled callout, which only stands there without colour. */
function letters(text: string): string {
  return text.replace(/┃ (?:▾ )?[A-Z][\w-]*: /g, '').replace(/[^\p{L}\p{N}]/gu, '')
}

/** The letters that stand more often in one text than in another; a formula on one line has those of its scripts raised. */
function missing(wide: string, narrow: string): string {
  const found = counts(narrow)
  return [...counts(wide)].flatMap(([letter, count]) => ((found.get(letter) ?? 0) < count ? [letter] : [])).join('')
}

function counts(text: string): ReadonlyMap<string, number> {
  const counted = new Map<string, number>()
  for (const letter of letters(text.normalize('NFKD'))) counted.set(letter, (counted.get(letter) ?? 0) + 1)
  return counted
}

/** Markdown without formulas, tags, addresses and what names a language or kind. */
function prose(markdown: string): string {
  return markdown
    .replace(
      /^ *```(?:math|mermaid)[^]*?```|<(?:script|style)>[^]*?<\/(?:script|style)>|%%[^]*?%%|<!--[^]*?-->|\$\$[^]*?\$\$/gm,
      '',
    )
    .replace(/\\\n/g, '\n')
    .replace(/\$[^$\n]+\$|:\w+:|<[^>]*>|\]\([^)]*\)|\]\[[^\]]*\]|^\[[^\]]+\]:.*$|\s\^[\w-]+$|\{#[^}]*\}/gm, ' ')
    .replace(/^([> ]*(?:```+|~~~+)).*$|^([> ]*)\[!\S+\][+-]?/gm, '$1$2')
}
