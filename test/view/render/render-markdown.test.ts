import { describe, expect, test } from '@jest/globals'
import { displayWidth } from '../../../src/view/display-width.ts'
import { displayMath } from '../../../src/view/math/display-math.ts'
import { inlineMath } from '../../../src/view/math/inline-math.ts'
import { plainStyle, tagStyle } from '../../../src/view/style.ts'
import type { RenderOptions } from '../../../src/view/render/render-options.ts'
import { renderMarkdown } from '../../../src/view/render/render-markdown.ts'

const options: RenderOptions = { width: 40, style: plainStyle, links: 'numbered' }

function lines(markdown: string, more: Partial<RenderOptions> = {}): readonly string[] {
  return renderMarkdown(markdown, { ...options, ...more }).lines
}

describe('what cannot be laid out', () => {
  test('is shown as its source with a warning: a text too long', () => {
    const long = `# A\tb\u001b\n\n${'word '.repeat(800_000)}`
    const { lines: rows, warnings } = renderMarkdown(long, options)
    expect(rows.slice(0, 2)).toEqual(['# A b^[', ''])
    expect(rows[2]).toBe('word '.repeat(8).trimEnd())
    expect(warnings).toEqual(['the note is too long to be laid out; this is its source'])
  })

  test('is cut where quotes and lists leave its text no room', () => {
    for (const markdown of ['> '.repeat(9) + 'text', '- '.repeat(9) + 'text', '> - > - > 日本語 text'])
      for (const width of [1, 2, 3, 7, 11]) {
        const rows = lines(markdown, { width })
        expect(rows.every((row) => displayWidth(row) <= Math.max(2, width))).toBe(true)
        expect(rows.join('').replace(/[^a-z]/g, '')).toBe('text')
      }
  })

  test('a quote within HTML has its rule before each line', () => {
    expect(lines('<blockquote>one two<br>three</blockquote>', { width: 20 })).toEqual(['│ one two', '│ three'])
  })
})

describe('renderMarkdown', () => {
  test('says where links stand, so that a reader can move between them', () => {
    const { links, places, lines: page } = renderMarkdown('A [[Cross-Entropy|loss]] and [site](https://a.b).', options)
    expect(page).toEqual(['A loss[1] and site[2].'])
    expect(links.map(({ target, text, number }) => ({ target, text, number }))).toEqual([
      { target: 'Cross-Entropy', text: 'loss', number: 1 },
      { target: 'https://a.b', text: 'site', number: 2 },
    ])
    expect(places).toEqual([
      { link: 0, line: 0, start: 2, end: 6 },
      { link: 1, line: 0, start: 14, end: 18 },
    ])
  })

  test('marks broken links', () => {
    expect(lines('See [[gone]].', { resolve: () => ({ status: 'broken' }), style: tagStyle })).toEqual([
      'See <broken>gone✗</broken><dim>[1]</dim>.',
    ])
  })

  test('formats inside tight lists', () => {
    expect(lines('3. **a** `b`\n4. [x] c\n   - d')).toEqual(['3. a b', '4. ☑ c', '     ◦ d'])
  })

  test('hides comments, also those that a line opens and a later paragraph closes', () => {
    expect(lines('a %%b%% c')).toEqual(['a c'])
    expect(lines('a %% b\n\n# c\n\n```\nd\n\n%% e')).toEqual(['a', '', 'e'])
    expect(lines('%%\n```\n%%\nb')).toEqual(['b'])
    expect(lines('100%% a\n\nb %%c%%\n\nd %% e')).toEqual(['100%% a', '', 'b', '', 'd %% e'])
  })

  test('a command means what the formula before it made it, in a line or on lines of its own', () => {
    const engines = { inlineMath, displayMath }
    const of = (markdown: string): string => lines(markdown, { engines }).join('\n').replace(/\s+/g, ' ').trim()
    expect(of('$\\phi$ $$\\phi$$\n$\\renewcommand{\\phi}{\\varphi}$ $\\phi$ $$\\phi + 1$$')).toBe('ϕ ϕ φ φ + 1')
    expect(of('$$\\renewcommand{\\vec}[1]{\\mathbf{#1}}$$ $\\vec{u}$')).toBe('𝐮')
    expect(of('| $$\\newcommand{\\Q}{\\mathbb Q}\\Q$$ | $\\Q$ |\n|-|-|\n\n```math\n\\Q\n```')).toBe('ℚ │ ℚ ──┼── ℚ')
  })

  test('shows mathematics as its source without an engine', () => {
    expect(lines('a $x^2$ and $5 and $6')).toEqual(['a x^2 and $5 and $6'])
  })

  test('a formula in text is broken outside its brackets while they fit a line', () => {
    const engines = { inlineMath, displayMath }
    expect(lines('For every $g$ it says $f(x + 1) = h(a, b, c + d)$ here.', { width: 24, engines })).toEqual([
      'For every g it says',
      'f(x + 1) =',
      'h(a, b, c + d) here.',
    ])
    expect(lines('$(a + b + c + d + e)$', { width: 9, engines })).toEqual(['(a + b +', 'c + d +', 'e)'])
  })

  test('no line of Japanese begins with what closes or ends with what opens', () => {
    expect(lines('あああああ「いい」ううーえ', { width: 12 })).toEqual(['あああああ', '「いい」う', 'うーえ'])
  })

  test('writes a formula that is too wide for two dimensions as text, and one that is none as its source', () => {
    const engines = { inlineMath, displayMath }
    const tex = 'f(x) = \\begin{cases} \\text{a long first case of it} & x > 0 \\\\ 0 & \\text{else} \\end{cases}'
    expect(lines(`$$\n${tex}\n$$`, { width: 24, engines })).toEqual([
      'f(x) = {a long first',
      'case of it, x > 0; 0,',
      'else',
    ])
    expect(lines('$$\n\\left( a\n+ b\n$$', { width: 24, engines })).toEqual(['\\left( a', '+ b'])
  })
})

test('the parts of a hyperlink that is broken over lines have one id', () => {
  const style = { ...plainStyle, hyperlink: (text: string, _url: string, id?: string) => `<${id ?? ''}|${text}>` }
  const options = { width: 24, style, links: 'hyperlink' as const, urlOf: () => 'https://example.org' }
  const { lines } = renderMarkdown('See [a link of several words in text](x) and [one](y).', options)
  expect(lines.join('\n').match(/<[^|]*\|/g)).toEqual(['<l0|', '<l0|', '<|'])
})
