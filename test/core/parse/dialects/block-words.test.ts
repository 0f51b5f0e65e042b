import { describe, expect, test } from '@jest/globals'
import { shownOfBlock, withBlockWords } from '../../../../src/core/parse/dialects/block-words.ts'
import type { InlineToken } from '../../../../src/core/parse/inlines/inline-token.ts'
import { readInline } from '../../../../src/core/parse/inlines/read-inline.ts'
import { plainOf } from '../../../../src/core/parse/plain-text.ts'
import { dialectsOf } from './dialects-of.ts'

const id = '6652d6ab-0000-4000-8000-00000000000f'
const wordsOf = (asked: string): string | undefined => (asked === id ? 'what $x$ and $$y$$ say \\$5' : undefined)
const read = (text: string): readonly InlineToken[] => readInline(text, { dialects: dialectsOf('logseq') })

describe('a link to a block of Logseq shows what the block says', () => {
  test.each([
    [`See ((${id})).`, 'See what $x$ and $$y$$ say $5.'],
    [`*See ((${id}))*`, 'See what $x$ and $$y$$ say $5'],
    [`[own](((${id})))`, 'own'],
    [`((${id.replace('f', 'e')}))`, id.replace('f', 'e')],
    ['[[page]]', 'page'],
    ['text', 'text'],
  ])('%j', (text, shown) => {
    expect(plainOf(withBlockWords(read(text), wordsOf)).replace(/^\^?/, '')).toContain(shown)
  })

  test('with formulas for formulas, all at the place of the link', () => {
    const [token] = read(`((${id}))`)
    if (token?.type !== 'link') throw new Error('no link')
    expect(shownOfBlock(token, wordsOf)).toEqual([
      { type: 'text', span: token.span, text: 'what ' },
      { type: 'math', span: token.span, raw: '$x$', tex: 'x', display: false },
      { type: 'text', span: token.span, text: ' and ' },
      { type: 'math', span: token.span, raw: '$$y$$', tex: 'y', display: true },
      { type: 'text', span: token.span, text: ' say $5' },
    ])
    expect(shownOfBlock(token, undefined)).toBeUndefined()
    expect(shownOfBlock({ ...token, bare: false }, wordsOf)).toBeUndefined()
    const [page] = read('[[page]]')
    if (page?.type !== 'link') throw new Error('no link')
    expect(shownOfBlock(page, () => 'words')).toBeUndefined()
  })
})
