import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Location } from 'vscode-languageserver/node'
import { LspClient } from '../../support/lsp-client.ts'
import { lspMethods } from '../../support/lsp-methods.ts'
import { makeVault } from '../../support/make-vault.ts'
import { runWend } from '../../support/run-wend.ts'

const runs = Number(process.env['WEND_LSP_RUNS'] ?? 8)

const methods = [...lspMethods, 'nothing/known']
const notifications = [
  'textDocument/didOpen',
  'textDocument/didChange',
  'textDocument/didClose',
  'textDocument/didSave',
  'workspace/didChangeConfiguration',
  'workspace/didChangeWatchedFiles',
  'workspace/didChangeWorkspaceFolders',
  'workspace/didRenameFiles',
  '$/cancelRequest',
]

describe('messages of every kind', () => {
  const root = makeVault({ 'a.md': '# A\n\n[[b]] $x$ |\n', 'b.md': '# B\n' })
  const client = new LspClient(root)
  beforeAll(async () => {
    client.connection.onRequest('workspace/applyEdit', () => ({ applied: false }))
    await client.start()
    await client.open('a.md', '# A\n\n[[b]] $x$\n')
  })
  afterAll(async () => {
    expect(await client.stop()).toBe(0)
    rmSync(root, { recursive: true, force: true })
  })

  const number = fc.oneof(fc.integer({ min: -3, max: 12 }), fc.constantFrom(1e9, 0.5))
  const position = fc.record({ line: number, character: number })
  const uri = fc.constantFrom(
    client.uri('a.md'),
    client.uri('b.md'),
    client.uri('../x.md'),
    'untitled:1',
    '',
    'file://%',
    'file:///etc/passwd',
  )
  const params = fc.record(
    {
      textDocument: fc.oneof(
        fc.record({ uri, version: number, text: fc.string(), languageId: fc.string() }),
        fc.anything(),
      ),
      position,
      range: fc.record({ start: position, end: position }),
      positions: fc.array(position, { maxLength: 3 }),
      newName: fc.string(),
      query: fc.string(),
      command: fc.constantFrom('wend.add', 'wend.search', 'wend.daily', 'constructor', '__proto__'),
      arguments: fc.array(fc.anything(), { maxLength: 2 }),
      contentChanges: fc.array(
        fc.record(
          { range: fc.record({ start: position, end: position }), text: fc.string() },
          { requiredKeys: ['text'] },
        ),
        { maxLength: 3 },
      ),
      settings: fc.anything(),
      files: fc.array(fc.record({ oldUri: uri, newUri: uri }), { maxLength: 2 }),
      context: fc.constant({ diagnostics: [], includeDeclaration: true }),
    },
    { requiredKeys: ['context'] },
  )

  test('the next honest request is answered', async () => {
    const sent = fc.record({ method: fc.constantFrom(...methods, ...notifications), params })
    await fc.assert(
      fc.asyncProperty(fc.array(sent, { maxLength: 8 }), async (messages) => {
        const asked = messages.map(async (message) => {
          const plain: unknown = JSON.parse(JSON.stringify(message.params))
          if (notifications.includes(message.method)) return client.connection.sendNotification(message.method, plain)
          await client.connection.sendRequest(message.method, plain).catch(() => undefined)
        })
        await Promise.all(asked)
        await client.connection.sendNotification('textDocument/didOpen', {
          textDocument: { uri: client.uri('a.md'), languageId: 'markdown', version: 1, text: '# A\n\n[[b]]\n' },
        })
        const found = await client.ask<Location[]>('definition', 'a.md', [2, 3])
        expect(found.map((one) => one.uri)).toEqual([client.uri('b.md')])
      }),
      { numRuns: runs },
    )
  })
})

describe('after any edits', () => {
  const lines = [
    '# A',
    '## Part',
    '[[b]]',
    '[[b#Part]]',
    '[[nope]]',
    '[x](sub/c.md)',
    '[y](none.md#x)',
    '',
    'words ^id',
    '[[a#^id]]',
    '#tag',
    '$x$',
    '| a | b |',
    '| - | - |',
    '> [[c]]',
    '[^1]',
    '[^1]: foot',
    '---',
  ]
  const edit = fc.record({
    path: fc.constantFrom('a.md', 'b.md', 'sub/c.md'),
    line: fc.nat({ max: 6 }),
    gone: fc.nat({ max: 2 }),
    text: fc.array(fc.constantFrom(...lines), { maxLength: 3 }),
  })

  test('answers are those of the command line on the saved files', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 12 }), async (edits) => {
        const texts: Record<string, string> = {
          'a.md': '# A\n\n[[b]]\n',
          'b.md': '# B\n\n## Part\n',
          'sub/c.md': '# C\n',
        }
        const root = makeVault({ ...texts, '.wend/config.yml': '' })
        const client = new LspClient(root)
        try {
          await client.start()
          let version = 1
          for (const path of Object.keys(texts)) await client.open(path, texts[path] ?? '')
          for (const { path, line, gone, text } of edits) {
            const now = (texts[path] ?? '').split('\n')
            const from = Math.min(line, now.length - 1)
            const to = Math.min(from + gone, now.length - 1)
            const put = text.map((one) => `${one}\n`).join('')
            texts[path] = [...now.slice(0, from), `${put}${now[to] ?? ''}`, ...now.slice(to + 1)].join('\n')
            await client.connection.sendNotification('textDocument/didChange', {
              textDocument: { uri: client.uri(path), version: ++version },
              contentChanges: [
                { range: { start: { line: from, character: 0 }, end: { line: to, character: 0 } }, text: put },
              ],
            })
          }
          const told = await Promise.all(
            Object.keys(texts).map(async (path) => ({ path, found: await diagnosticsOf(client, path) })),
          )
          for (const [path, text] of Object.entries(texts)) writeFileSync(join(root, path), text)
          const { stdout } = await runWend(['-C', root, 'check', '--json', '--no-cache'], { cwd: root })
          const { problems } = JSON.parse(stdout) as {
            problems: readonly { path: string; code: string; line: number; column: number }[]
          }
          for (const { path, found } of told)
            expect({ path, found }).toEqual({
              path,
              found: problems
                .filter((problem) => problem.path === path)
                .map(({ code, line, column }) => `${code} ${line}:${column}`)
                .sort(),
            })
        } finally {
          await client.stop()
          rmSync(root, { recursive: true, force: true })
        }
      }),
      { numRuns: runs },
    )
  }, 600_000)
})

/** The problems of a note as the server has them at this moment, where nothing is being typed. */
async function diagnosticsOf(client: LspClient, path: string): Promise<readonly string[]> {
  const { items } = await client.connection.sendRequest<{
    items: readonly { code: string; range: { start: { line: number; character: number } } }[]
  }>('textDocument/diagnostic', { textDocument: { uri: client.uri(path) } })
  return items.map(({ code, range: { start } }) => `${code} ${start.line + 1}:${start.character + 1}`).sort()
}
