import { expect, test } from '@jest/globals'
import { prose } from '../../../src/view/html/prose.ts'

test.each([
  ['See Secret and words, c.', 'c', 'See Secret and words, <u>c</u>.'],
  ['Attention and self-attention', 'attention', '<u>Attention</u> and self-attention'],
  ['only inside: subnets', 'net', 'only inside: sub<u>net</u>s'],
  ['中文里的注意力机制', '注意力', '中文里的<u>注意力</u>机制'],
  ['nothing', 'x < y', 'nothing'],
])('what a link says is underlined in its sentence, not within a word: %s', (text, words, markup) => {
  expect(prose(text, () => undefined, words).markup).toBe(markup)
})

test('formulas are laid out, of two dollars too, and prices are not', () => {
  const shown = prose('Then $x^2$, $$y$$ & $$z$$; for $5 and $6', (tex) => `<i>${tex}</i>`).markup
  expect(shown).toBe('Then <i>x^2</i>, <i>y</i> &amp; <i>z</i>; for $5 and $6')
})
