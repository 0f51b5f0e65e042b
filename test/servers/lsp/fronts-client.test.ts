import { expect, test } from '@jest/globals'
import { spawn } from 'node:child_process'
import { renameSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { CompletionList, Diagnostic, InitializeResult, WorkspaceEdit } from 'vscode-languageserver/node'
import { LspClient } from '../../support/lsp-client.ts'
import { lspVaults } from '../../support/lsp-vaults.ts'

// What went wrong between other language servers for notes and their clients, one test each.

const { open, vault } = lspVaults()

async function started(
  root: string,
  capabilities?: Parameters<LspClient['start']>[0],
): Promise<{ readonly client: LspClient; readonly told: InitializeResult }> {
  const client = new LspClient(root)
  open.push(client)
  return { client, told: await client.start(capabilities) }
}

const pull = async (client: LspClient, path: string): Promise<readonly Diagnostic[]> => {
  const params = { textDocument: { uri: client.uri(path) } }
  return (await client.connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', params)).items
}

/** The messages that bytes hold one behind the other; fails where anything else stands between them. */
function messagesIn(bytes: Buffer): readonly unknown[] {
  const messages: unknown[] = []
  for (let at = 0; at < bytes.length;) {
    const [header, size] = /^Content-Length: (\d+)\r\n\r\n/.exec(bytes.toString('latin1', at)) ?? []
    if (header === undefined) throw new Error(`no message: ${bytes.toString('utf8', at)}`)
    const start = at + header.length
    at = start + Number(size)
    messages.push(JSON.parse(bytes.toString('utf8', start, at)))
  }
  return messages
}

test('1: standard output carries the protocol only, whatever a library prints', async () => {
  const stray = `data:text/javascript,process.on('SIGUSR2',()=>{console.log('stray');process.stderr.write('printed')})`
  const root = vault({ 'a.md': '# A\n' })
  const server = spawn('node', ['--import', stray, resolve('bin/wend.js'), '-C', root, 'lsp'])
  const out: Buffer[] = []
  server.stdout.on('data', (chunk: Buffer) => out.push(chunk))
  const send = (message: object): void => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message })
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }
  send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } })
  await new Promise((done) => server.stdout.once('data', done))
  const printed = new Promise<void>((done) => {
    server.stderr.on('data', (chunk: Buffer) => String(chunk).endsWith('printed') && done())
  })
  server.kill('SIGUSR2')
  await printed
  const ended = new Promise((done) => server.once('close', done))
  // As the protocol has it, a client waits for this answer before it asks the server to go.
  const answered = new Promise((done) => server.stdout.once('data', done))
  send({ id: 2, method: 'shutdown' })
  await answered
  send({ method: 'exit' })
  expect(await ended).toBe(0)
  expect(messagesIn(Buffer.concat(out))).toEqual([
    expect.objectContaining({ id: 1, result: expect.anything() }),
    { jsonrpc: '2.0', id: 2, result: null },
  ])
}, 15_000)

test('3: columns are UTF-16, right after an emoji and Chinese, where lines end with CRLF', async () => {
  const { client } = await started(vault({ 'b.md': '# B\n' }))
  await client.open('a.md', '# A\r\n\r\n数学😀[[b]] x\r\n[[b]]\r\n')
  const rangeAt = (line: number, character: number): Promise<unknown> =>
    client.ask('prepareRename', 'a.md', [line, character])
  const name = (line: number, start: number): object => ({
    range: { start: { line, character: start }, end: { line, character: start + 1 } },
    placeholder: 'B',
  })
  // Nothing but a range and a placeholder (8).
  expect(await rangeAt(2, 6)).toEqual(name(2, 6))
  expect(await rangeAt(3, 2)).toEqual(name(3, 2))
  expect(await rangeAt(2, 2)).toBeNull()
  await client.type('a.md', 2, [2, 4], '学 ')
  expect(await rangeAt(2, 8)).toEqual(name(2, 8))
})

test('5: a client that says it can rename files, and not that it takes document changes, gets them', async () => {
  const { client } = await started(vault({ 'a.md': '[[b]]\n', 'c.md': '[[b]]\n', 'b.md': '# B\n' }), {
    workspace: { workspaceEdit: { resourceOperations: ['rename'] } },
  })
  await client.open('a.md', '[[b]]\n')
  const edit = await client.ask<WorkspaceEdit>('rename', 'a.md', [0, 2], { newName: 'New' })
  const shown = (edit.documentChanges ?? []).map((change) =>
    'edits' in change ? [change.textDocument.uri, change.textDocument.version] : change.kind,
  )
  expect(edit.changes).toBeUndefined()
  expect(shown).toEqual(
    expect.arrayContaining([
      [client.uri('a.md'), 1],
      [client.uri('c.md'), null],
    ]),
  )
  expect(shown.indexOf('rename')).toBe(shown.length - 1)
})

test('10: a note moved on the disk of which the client says nothing leaves no broken links', async () => {
  const root = vault({ 'a.md': '[[b]]\n', 'b.md': '# Note\n' })
  const { client } = await started(root, { textDocument: { diagnostic: {} } })
  await client.open('a.md', '[[b]]\n')
  await client.open('b.md', '# Note\n')
  expect(await pull(client, 'a.md')).toEqual([])
  renameSync(join(root, 'b.md'), join(root, 'moved.md'))
  await client.type('a.md', 2, [0, 2], 'moved|')
  expect(await pull(client, 'a.md')).toEqual([])
})

test('12: an image or a note that the client moves: edits only, the links of the note itself too', async () => {
  const files = { 'a.md': '![i](img/p.png) [n](n.md)\n', 'n.md': '[i](img/p.png)\n', 'img/p.png': 'x' }
  const { client } = await started(vault(files))
  const moved = async (from: string, to: string): Promise<readonly string[]> => {
    const edit = await client.connection.sendRequest<WorkspaceEdit>('workspace/willRenameFiles', {
      files: [{ oldUri: client.uri(from), newUri: client.uri(to) }],
    })
    return (edit.documentChanges ?? []).flatMap((change) =>
      'edits' in change ? change.edits.map((one) => ('newText' in one ? one.newText : '')) : [change.kind],
    )
  }
  expect(await moved('img/p.png', 'pics/q.png')).toEqual(['pics/q.png', 'pics/q.png'])
  expect(await moved('n.md', 'deep/n.md')).toEqual(['deep/n.md', '../img/p.png'])
})

test('16: a capped list says that it is not complete, and holds what was typed of many', async () => {
  const many = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`n${at}.md`, `# Word ${at}\n`]))
  const { client } = await started(vault(many))
  await client.open('a.md', '[[Word\n[[Word 399\n')
  const ask = (at: readonly [number, number]): Promise<CompletionList> => client.ask('completion', 'a.md', at)
  const capped = await ask([0, 6])
  expect(capped.isIncomplete).toBe(true)
  expect(capped.items.length).toBeLessThan(400)
  expect((await ask([1, 10])).items[0]?.label).toBe('Word 399')
})

test('20: problems are pushed or pulled, never both', async () => {
  const root = vault({ 'a.md': '[[gone]]\n' })
  const [pulling, pushed] = [await started(root, { textDocument: { diagnostic: {} } }), await started(root)]
  expect(pulling.told.capabilities.diagnosticProvider).toBeDefined()
  expect(pushed.told.capabilities.diagnosticProvider).toBeUndefined()
  for (const { client } of [pulling, pushed]) await client.open('a.md', '[[gone]]\n')
  await pushed.client.problems('a.md', (told) => told.length === 1)
  expect((await pull(pulling.client, 'a.md')).map(({ code }) => code)).toEqual(['broken-link'])
  expect(pulling.client.diagnostics.size).toBe(0)
})
