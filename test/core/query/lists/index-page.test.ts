import { expect, test } from '@jest/globals'
import { indexPage } from '../../../../src/core/query/lists/index-page.ts'
import { vaultOf } from '../../../support/vault-of.ts'

test.each([undefined, 'markdown'] as const)(
  'titles and summaries stand in an index as they are shown, formulas as their source (%s)',
  (linkForm) => {
    const title = 'The $\\ell_1$ norm of **x * $y_1$**, `a_b` & [[b|B]] at $5'
    const vault = vaultOf({
      'a.md': `---\ntitle: '${title}'\nsummary: 'With $\\alpha$ ~~gone~~ [b](b.md)%%no%%.'\n---\n`,
    })
    const [link, summary] = indexPage(vault, '{{notes}}', { folder: '', linkForm }).slice(2).split(': ')
    expect(link).toBe('[The $\\ell_1$ norm of x \\* $y_1$, a\\_b & B at \\$5](a.md)')
    expect(summary).toBe('With $\\alpha$ gone b.')
  },
)
