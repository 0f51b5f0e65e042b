import { expect, test } from '@jest/globals'
import { rmSync } from 'node:fs'
import type { CompletionList } from 'vscode-languageserver/node'
import { LspClient } from '../../support/lsp-client.ts'
import { makeVault } from '../../support/make-vault.ts'

const text = '# A\n\n[[Bet\n[[Bet]] after\n'

test.each([
  ['title', 'Beta Note]]', 2],
  ['name', 'b]]', 2],
  ['markdown', '[Beta Note](sub/b.md)', 0],
])('completion writes links in the form of links.style: %s', async (form, written, start) => {
  const root = makeVault({
    '.wend/config.yml': `links:\n  style: ${form}\n`,
    'a.md': text,
    'sub/b.md': '# Beta Note\n',
  })
  const client = new LspClient(root)
  await client.start()
  await client.open('a.md', text)
  for (const [line, end] of [
    [2, 5],
    [3, 7],
  ] as const) {
    const { items } = await client.ask<CompletionList>('completion', 'a.md', [line, 5])
    expect(items[0]?.textEdit).toEqual({
      newText: written,
      range: { start: { line, character: start }, end: { line, character: end } },
    })
    expect(items[0]?.filterText?.startsWith(text.split('\n')[line]?.slice(start, 5) ?? '')).toBe(true)
  }
  expect(await client.stop()).toBe(0)
  rmSync(root, { recursive: true, force: true })
})
