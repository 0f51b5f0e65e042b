import { expect, test } from '@jest/globals'
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
  expect(await textAt(site, 'a.html')).toMatch(/<h1[^>]*>The integral <span class="katex">/)
  const { notes } = JSON.parse(await textAt(site, 'index.json')) as { notes: readonly { title: string }[] }
  expect(notes.map(({ title }) => title)).toEqual(['B', 'The integral $\\int_0^1 x^2 dx$ of f'])
  expect(await textAt(site, 'llms.txt')).toContain('[The integral $\\int_0^1 x^2 dx$ of f](')
})
