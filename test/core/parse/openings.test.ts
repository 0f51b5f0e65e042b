import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ToolSyntax } from '../../../src/core/model/tool-dialect.ts'
import { Openings } from '../../../src/core/parse/inlines/openings.ts'
import type { InlineToken, InlineType } from '../../../src/core/parse/inlines/inline-token.ts'
import { readInline } from '../../../src/core/parse/inlines/read-inline.ts'
import { walkTokens } from '../../../src/core/parse/walk-tokens.ts'
import { toolGrammars } from '../../../src/core/parse/dialects/tool-grammars.ts'
import { logseq } from '../../support/vault-of.ts'

const tools = Object.keys(toolGrammars) as ToolSyntax[]
const pieces = [
  'a',
  ' ',
  '\n',
  '[[b]]',
  '[c](d)',
  '`e`',
  '$f$',
  '%%g%%',
  '<!--h-->',
  '{/* i */}',
  '[[toc]]',
  '#j',
  ':k:',
].concat([
  '{ #l }',
  '^[m]',
  'id:: 65f0c3a4-1111-4222-8333-444455556666',
  '@n',
  '*o*',
  '&amp;',
  '\\*',
  '[^p]',
  '![q](r)',
])
const types: readonly InlineType[] = ['comment', 'link', 'math', 'code', 'ownFootnote', 'footnote', 'html', 'tag']

test('what a text holds it may hold, in the vaults of every tool', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...pieces), { maxLength: 6 }),
      fc.option(fc.constantFrom(...tools)),
      (parts, tool) => {
        const text = parts.join('')
        const dialects = { ...logseq, tools: [], syntax: tool === null ? [] : [tool] }
        const found = new Set(
          [...walkTokens(readInline(text, { dialects }))].map(({ type }) => type as InlineToken['type']),
        )
        for (const type of types)
          if (found.has(type))
            expect([type, text, new Openings((one) => one === type).mayBeIn(text, dialects)]).toEqual([
              type,
              text,
              true,
            ])
      },
    ),
    { numRuns: 2000 },
  )
})

test('ordinary text holds nothing', () => {
  expect(new Openings(() => true).mayBeIn('Plain words, in a line', undefined)).toBe(false)
  expect(new Openings((type) => type === 'comment').mayBeIn('[[a]] and *b* {c}', undefined)).toBe(false)
})
