import { describe, expect, test } from '@jest/globals'
import { siteOf, textAt } from '../../support/site-of.ts'

const written = 'The *integral* $\\int_0^1 x^2 dx$ of `f`'
const shown = 'The integral ∫₀¹ x²dx of f'
const site = siteOf(
  {
    'a.md': `---\ntopics: [maths]\ncreated: 2024-01-01\n---\n\n# ${written}\n\nWhy? It is an area.\n\n[[b]]\n`,
    'b.md': '# B\n\nSee [[a]].\n\n![[a]]\n',
  },
  { base: 'https://e.org/' },
)

test.each(['index.html', 'a.html', 'b.html', 'feed.xml', 'wend/notes.js'])(
  '%s shows a title as text, formulas in Unicode',
  async (address) => {
    const text = await textAt(site, address)
    expect(text).toContain(shown)
    if (address !== 'wend/notes.js') expect(text).not.toContain('*integral*')
  },
)

test('the heading of its page is typeset, and programs are told the title as it is written', async () => {
  expect(await textAt(site, 'a.html')).toMatch(
    /<h1[^>]*>The <em>integral<\/em> <span class="katex">.* of <code>f<\/code><\/h1>/,
  )
  const { notes } = JSON.parse(await textAt(site, 'index.json')) as { notes: readonly { title: string }[] }
  expect(notes.map(({ title }) => title)).toEqual(['B', 'The integral $\\int_0^1 x^2 dx$ of f'])
  expect(await textAt(site, 'llms.txt')).toContain('[The integral $\\int_0^1 x^2 dx$ of f](')
})

describe('what looks like markup in a title', () => {
  test.each([
    ['stood in code', '# The `List<T>` of `__init__(*args)`', 'The List<T> of __init__(*args)'],
    ['was escaped', '# \\*a\\* and \\<b\\> cost \\$5 to \\$6', '*a* and <b> cost $5 to $6'],
    ['is HTML in front matter', "---\ntitle: '</script><b>'\n---\n", '</script><b>'],
    ['is HTML amid markup of front matter', "---\ntitle: 'Use `a<b>` or *<i>*'\n---\n", 'Use a<b> or <i>'],
    ['is what the file is called', '\n', 'n_o_te'],
  ])('%s and is text in lists', async (_, text, shown) => {
    const { site: made } = siteOf({ 'n_o_te.md': text })
    expect(made.notes.map(({ title }) => title)).toEqual([shown])
  })

  test('is what the text begins with, on its page', async () => {
    const build = siteOf({
      'a.md': '# The `List<T>` of [[b]] and <i>it</i> <img src=x onerror=x()>\n\nx',
      'b.md': "---\ntitle: 'Use `a<b>` of $x^2$'\n---\n\ny",
      'c.md': '---\nprivate: true\n---\n# C',
      'd.md': '# Of [[c]][^1]\n\n[^1]: a note\n',
    })
    const titleOf = async (address: string): Promise<string> =>
      /<h1.*?<\/h1>/.exec(await textAt(build, address))?.[0] ?? ''
    expect(await titleOf('a.html')).toMatch(
      /^<h1 id="[^"]*">The <code>List&lt;T&gt;<\/code> of <a href="b.html">b<\/a> and <i>it<\/i> <span class="broken" title="[a-z ]+">x<\/span><\/h1>$/,
    )
    expect(await titleOf('b.html')).toMatch(/^<h1>Use a&lt;b&gt; of <span class="katex">/)
    expect(await titleOf('d.html')).toMatch(/^<h1 id="of-c">Of c<sup class="fn"><a href="#fn-1"/)
    expect(await textAt(build, 'd.html')).toMatch(/<aside class="fn" id="fn-1".*a note/)
  })
})

test('scripts of the pages are told a summary as text, and the search as it is written, too', async () => {
  const build = siteOf({ 'a.md': '# A\n\nOf $x^2$.', 'b.md': '# B\n\nPlain.', 'c.md': '# C' })
  expect(await textAt(build, 'wend/about-0.js')).toContain('[["Of x².","Of $x^2$."],"Plain.",""]')
})
