import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { displayWidth } from '../../../src/view/display-width.ts'
import { renderMarkdown } from '../../../src/view/render/render-markdown.ts'
import { plainStyle } from '../../../src/view/style.ts'

function shown(markdown: string, width = 40): readonly string[] {
  return renderMarkdown(markdown, { width, style: plainStyle, links: 'none' }).lines
}

describe('blocks of HTML', () => {
  test.each([
    ['preformatted text', '<pre>\na\n  b &lt;c&gt;\n\td\n</pre>', ['    a', '      b <c>', '        d']],
    ['code in it', '<pre><code>x\ny</code></pre>', ['    x', '    y']],
    ['numbers', '<ol start="9"><li>a<li>b</ol>', [' 9. a', '10. b']],
    ['values', '<ol><li value="4">a</li><li>b</li></ol>', ['4. a', '5. b']],
    ['lists in lists', '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>', ['• a', '  • b', '• c']],
    ['a table', '<table><tr><th>a<th>b<tr><td>1<td>2</table>', ['a │ b', '──┼──', '1 │ 2']],
    ['a table without a head', '<table><tr><td>1<br>2</td><td>3</td></tr></table>', ['1 │ 3', '2 │']],
    [
      'cells over several rows and columns',
      '<table><tr><th>t<th colspan="2">s<tr><td rowspan="2">1<td>a<td>b<tr><td>c<td>d<tr><td>2<td>e</table>',
      ['t │ s │', '──┼───┼──', '1 │ a │ b', '  │ c │ d', '2 │ e │'],
    ],
    [
      'spans that nobody meant',
      '<table><tr><td rowspan="0">1<td colspan="-3">a<tr><td rowspan="x">b</table>',
      ['1 │ a', '  │ b'],
    ],
    ['rows alone', '<tr><td>1</td><td>2</td></tr>\n', ['1 │ 2']],
    [
      'the alignment of cells',
      '<table><tr><th>a</th><th align="right">long</th></tr><tr><td>b</td><td style="text-align: right">1</td></tr></table>',
      ['a │ long', '──┼─────', 'b │    1'],
    ],
    [
      'films and pages by their address',
      '<video><source src="a.mp4">no</video> <iframe src="b"></iframe> c',
      ['▣ a.mp4 ▣ b c'],
    ],
    ['quotes', '<div><q>a</q></div>', ['“a”']],
    ['drawings by a label', '<div>a <svg><text>b</text></svg> c</div>', ['a ▣ SVG c']],
    ['definitions', '<dl><dt>t<dd>d</dl>', ['t', '    d']],
    ['details', '<details><summary>s</summary>b</details>', ['▾ s', '  b']],
    ['details without a summary', '<details>b</details>', ['▾ Details', '  b']],
    ['details with an empty one', '<details><summary></summary>b</details>', ['▾ Details', '  b']],
    ['details with one that stands apart', '<details>\n\n<summary>s</summary>\n\nb\n\n</details>', ['▾ s', '  b']],
    [
      'markdown in details',
      '<details><summary>s</summary>\n\n- *a*\n\n## b\n\nc</details>',
      ['▾ s', '  • a', '', '  b', '  ─', '  c'],
    ],
    [
      'details in details, and one after the other',
      '<details><summary>a</summary>\n\nb\n\n<details><summary>c</summary>\n\nd\n\n</details>\n</details>\n<details><summary>e</summary>\n\nf\n\n</details>\n\ng',
      ['▾ a', '  b', '', '  ▾ c', '    d', '▾ e', '  f', '', 'g'],
    ],
    [
      'details that are never closed',
      '<details><summary>a</summary>\n\nb\n\n<details><summary>c</summary>\n\nd\n\n</details>\n\ne',
      ['▾ a', '', 'b', '', '▾ c', '  d', '', 'e'],
    ],
    [
      'tables open in details',
      '<details><table><tr><td>a\n\nb\n\n</td></tr></table></details>',
      ['▾ Details', '  a', '', '  b'],
    ],
    ['details in a cell', '<table><tr><td><details>\n\nb **c**\n\n</details></td></tr></table>', ['b c']],
    ['details in a list', '- a\n  <details><summary>b</summary>\n\n  c\n\n  </details>', ['• a', '', '  ▾ b', '    c']],
    ['paragraphs', '<p>a<p>b<div>c</div>', ['a', '', 'b', 'c']],
    ['a ruby', '<p><ruby>漢<rt>かん</rt></ruby></p>', ['漢(かん)']],
    ['boxes', '<div><input type="checkbox" checked> a</div>', ['☑ a']],
    ['what is hidden', '<style>a{}</style>\n<script>b()</script>\n<!-- c -->\n<div>d</div>', ['d']],
    ['what is never closed', '<ul><li>a<table><td>b', ['• a', '  b']],
  ])('show %s', (_name, html, lines) => {
    expect(shown(html)).toEqual(lines)
  })

  test('can be folded, as callouts can', () => {
    const markdown = [
      '<details><summary>a</summary>b</details>',
      '> [!tip]- t\n> c\n>\n> > [!note]+\n> > d',
      '<details open><summary>e</summary>\n\nf\n\n</details>',
      '> [!tip]- no more',
      '> [!tip] g\n> h',
    ].join('\n\n')
    const { lines, folds } = renderMarkdown(markdown, { width: 30, style: plainStyle, links: 'none' })
    expect(folds.map(({ line, column, isClosed }) => [lines[line]?.slice(column), isClosed])).toEqual([
      ['▾ a', true],
      ['▾ Tip: t', true],
      ['▾ Note', false],
      ['▾ e', false],
    ])
    expect(folds.map(({ start, end }) => lines.slice(start, end))).toEqual([
      ['  b'],
      ['┃ c', '┃', '┃ ┃ ▾ Note', '┃ ┃ d'],
      ['┃ ┃ d'],
      ['  f'],
    ])
  })

  test('never throw, end, and keep to the width', () => {
    const piece = fc.constantFrom(
      ...'<table> </table> <tr> <td> </td> <th> <ul> <ol> <li> </ul> <dl> <dt> <dd> <pre> </pre> <details> <summary> <p> <br> <b> </b> word'.split(
        ' ',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) =>
        shown(`<div>${pieces.join('')}`, 20).every((line) => displayWidth(line) <= 20),
      ),
    )
    expect(shown('<div>'.repeat(3000) + 'x')).toEqual(['x'])
  })
})

test('numbers stand at the link that they belong to', () => {
  const html = '<div><a href="https://a.org">a</a> and <a name="x"></a>b</div>'
  const { lines } = renderMarkdown(html, { width: 40, style: plainStyle, links: 'numbered' })
  expect(lines).toEqual(['a[1] and b'])
})

describe('text', () => {
  test.each([
    ['tab stops', '```\na\tb\nabcd\te\n```', ['    a   b', '    abcd    e']],
    ['soft hyphens that are not used', 'extra\u00adordinary', ['extraordinary']],
    [
      'zero-width spaces of a script without blanks, but no others',
      'สวัส\u200bดี a\u200bb ก\u200b\u200bข',
      ['สวัสดี a<U+200B>b ก<U+200B><U+200B>ข'],
    ],
    [
      'a rule below the title of a callout',
      '> [!note] T\n> ---\n> x',
      ['┃ Note: T', '┃ ' + '─'.repeat(38), '┃', '┃ x'],
    ],
    ['a line break in Chinese', '中文\n中文', ['中文中文']],
    ['a line break beside Latin', '中文\nword\n한국\n말', ['中文 word 한국 말']],
    ['tasks of Obsidian', '- [-] a\n- [>] b\n- [/] c\n- [k] d\n- [x] e', ['☒ a', '▷ b', '◧ c', '[k] d', '☑ e']],
    ['what is no task', '- [a](b) c\n- [ab] d', ['• a c', '• [ab] d']],
    ['struck text without colour', 'a ~~b~~', ['a ~~b~~']],
    ['the kind of a callout without colour', '> [!warning] T\n> x', ['┃ Warning: T', '┃ x']],
    ['a callout with words for a theme', '> [!quote|wide left]+ T\n> x', ['┃ ▾ Quote: T', '┃ x']],
    ['a callout that folds', '> [!note]- T\n> x', ['┃ ▾ Note: T', '┃ x']],
    [
      'HTML within a paragraph',
      'a <ruby>漢<rp>(</rp><rt>b</rt><rp>)</rp></ruby> <input type=checkbox> <q>c</q>',
      ['a 漢(b) ☐ “c”'],
    ],
    ['definitions over several lines', 'T\nU\n: one\n  more\nyet\n: two', ['T', 'U', '    one more yet', '    two']],
    ['display mathematics in a cell', '| a |\n|---|\n| $$x$$ |', ['a', '─', 'x']],
  ])('shows %s', (_name, markdown, lines) => {
    expect(shown(markdown).map((line) => line.trimEnd())).toEqual(lines)
  })

  test('breaks at soft hyphens with a hyphen, and addresses after a slash', () => {
    expect(shown('an extra\u00adordinary word', 10)).toEqual(['an extra-', 'ordinary', 'word'])
    expect(shown('กข\u200bคง\u200bจฉ', 5)).toEqual(['กขคง', 'จฉ'])
    expect(shown('https://example.org/some/path/on', 24)).toEqual(['https://example.org/', 'some/path/on'])
  })
})
