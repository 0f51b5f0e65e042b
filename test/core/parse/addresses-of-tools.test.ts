import { expect, test } from '@jest/globals'
import { readInline } from '../../../src/core/parse/inlines/read-inline.ts'
import type { ToolSyntax, VaultDialects } from '../../../src/core/model/tool-dialect.ts'

/** The addresses in a text of a vault of these tools. */
function addressesIn(text: string, ...syntax: readonly ToolSyntax[]): readonly string[] {
  const dialects = { syntax } as unknown as VaultDialects
  return readInline(text, syntax.length === 0 ? {} : { dialects }).flatMap((token) =>
    token.type === 'address' ? [token.url] : [],
  )
}

test.each([
  'https://x.org/a((b))/c',
  'https://x.org/{{id}}/c',
  'https://x.org/a{#b}',
  'https://x.org/a{.b}c',
  'www.x.org/{:a}',
])('%s is whole where no tool says otherwise', (address) => {
  expect(addressesIn(`see ${address} there`)).toEqual([address.replace(/^www/, 'http://www')])
})

test.each([
  ['logseq', 'https://x.org/a((6652d6ab-0000-4000-8000-000000000000))', 'https://x.org/a'],
  ['logseq', 'https://x.org/a{{embed [[b]]}}', 'https://x.org/a'],
  ['hugo', 'https://x.org/a{{< ref "b" >}}', 'https://x.org/a'],
  ['mkdocs', 'https://x.org/a{ #b }', 'https://x.org/a'],
  ['mkdocs', 'https://x.org/a{.b}', 'https://x.org/a'],
  ['docusaurus', 'https://x.org/a{/* b */}', 'https://x.org/a'],
  ['hugo', 'https://x.org/a((b))', 'https://x.org/a((b))'],
  ['dendron', 'https://x.org/a((b)){#c}', 'https://x.org/a((b)){#c}'],
] as const)('in a vault of %s, %s ends at its syntax', (tool, text, expected) => {
  expect(addressesIn(text, tool)[0]).toBe(expected)
})
