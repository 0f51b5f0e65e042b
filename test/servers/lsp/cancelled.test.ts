import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { rmSync } from 'node:fs'
import { CancellationTokenSource, LSPErrorCodes, type Location } from 'vscode-languageserver/node'
import { LspClient } from '../../support/lsp-client.ts'
import { lspMethods } from '../../support/lsp-methods.ts'
import { makeVault } from '../../support/make-vault.ts'

const methods = [...lspMethods, 'textDocument/rangeFormatting']

describe('requests that are cancelled', () => {
  const root = makeVault({ 'a.md': '# A\n\n[[b]] $x$\n', 'b.md': '# B\n' })
  const client = new LspClient(root)
  beforeAll(async () => {
    await client.start()
    await client.open('a.md', '# A\n\n[[b]] $x$\n')
  })
  afterAll(async () => {
    expect(await client.stop()).toBe(0)
    expect(client.stderr).toBe('')
    rmSync(root, { recursive: true, force: true })
  })

  const at = { line: 2, character: 3 }
  const params = {
    textDocument: { uri: client.uri('a.md') },
    position: at,
    positions: [at],
    range: { start: at, end: at },
    context: { diagnostics: [], includeDeclaration: true },
    options: { tabSize: 2, insertSpaces: true },
    newName: 'other',
    query: 'b',
    command: 'wend.search',
    arguments: ['b'],
    files: [],
  }
  /** Asks and takes it back at once, or after a moment; gives the code of the error, 0 for a result. */
  const taken = async (method: string, moment: number): Promise<number> => {
    const source = new CancellationTokenSource()
    const answer = client.connection.sendRequest(method, params, source.token).then(
      () => 0,
      ({ code }: { readonly code: number }) => code,
    )
    if (moment > 0) await new Promise((resolve) => setTimeout(resolve, moment))
    source.cancel()
    return answer
  }

  test.each(methods)('%s says so, or answers', async (method) => {
    const codes = await Promise.all([0, 0, 1, 3, 10].map((moment) => taken(method, moment)))
    for (const code of codes) expect([0, LSPErrorCodes.RequestCancelled]).toContain(code)
    expect(await client.ask<Location[]>('definition', 'a.md', [2, 3])).toHaveLength(1)
  })

  test('one that waits behind others is not worked on', async () => {
    const first = client.ask('completion', 'a.md', [2, 3])
    const codes = await Promise.all(Array.from({ length: 20 }, () => taken('textDocument/references', 0)))
    expect(codes).toContain(LSPErrorCodes.RequestCancelled)
    await first
  })
})
