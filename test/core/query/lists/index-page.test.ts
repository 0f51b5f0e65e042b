import { expect, test } from '@jest/globals'
import { defaultIndexTemplate, fillIndexPage } from '../../../../src/core/query/lists/index-page.ts'
import { vaultOf } from '../../../support/vault-of.ts'

test.each([undefined, 'markdown'] as const)(
  'titles and summaries stand in an index as they are shown, formulas as their source (%s)',
  (linkForm) => {
    const title = 'The $\\ell_1$ norm of **x * $y_1$**, `a_b` & [[b|B]] at $5'
    const vault = vaultOf({
      'a.md': `---\ntitle: '${title}'\nsummary: 'With $\\alpha$ ~~gone~~ [b](b.md)%%no%%.'\n---\n`,
    })
    const [link, summary] = fillIndexPage(vault, '{{notes}}', { folder: '', linkForm }).slice(2).split(': ')
    expect(link).toBe('[The $\\ell_1$ norm of x \\* $y_1$, a\\_b & B at \\$5](a.md)')
    expect(summary).toBe('With $\\alpha$ gone b.')
  },
)

test.each([
  [{ 'a.md': '---\ntopics: [t]\n---\n' }, '1 note in 1 topic, joined by 0 links. ', true, false],
  [{ 'a.md': '', 'b.md': '[[a]]' }, '2 notes, joined by 1 link. ', false, true],
])(
  'the usual page of a vault speaks of topics and links where there are any: %j',
  (texts, counts, hasTopics, hasLinks) => {
    const vault = vaultOf(texts as Readonly<Record<string, string>>)
    const page = fillIndexPage(vault, defaultIndexTemplate(vault), { folder: '' })
    expect(page).toContain(counts)
    expect(page.includes('## Topics')).toBe(hasTopics)
    expect(page.includes('## Linked')).toBe(hasLinks)
  },
)
