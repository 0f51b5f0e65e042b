import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { spawn } from 'node:child_process'
import { mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { CompletionList, Location, WorkspaceEdit } from 'vscode-languageserver/node'
import { LspClient } from '../../support/lsp-client.ts'
import { makeVault } from '../../support/make-vault.ts'

// What went wrong in other language servers for notes, one test each.

const made: string[] = []
function vault(files: Record<string, string>): string {
  const root = makeVault({ '.wend/config.yml': '', ...files })
  made.push(root)
  return root
}
afterAll(() => made.forEach((root) => rmSync(root, { recursive: true, force: true })))

const open: LspClient[] = []
async function started(root: string, capabilities?: Parameters<LspClient['start']>[0]): Promise<LspClient> {
  const client = new LspClient(root)
  open.push(client)
  await client.start(capabilities)
  return client
}
afterAll(async () => {
  for (const client of open) {
    expect(await client.stop()).toBe(0)
    expect(client.stderr).toBe('')
  }
})

const definition = (client: LspClient, uri: string, line: number, character: number): Promise<Location[]> =>
  client.connection.sendRequest('textDocument/definition', { textDocument: { uri }, position: { line, character } })

describe('one vault', () => {
  const files = {
    'a.md': '# Alpha\n\nsee [a](./Old.md#x "t") [b](<Old.md>) [[Old#x|shown]] [c](Old.md)\n',
    'Old.md': '# Old\n\n## x\n',
    'é [1].md': '# Odd: a | b & c\n\n[[a]]\n',
    'riding-horses.md': '# Riding\n\n# Horses\n',
    'horses.md': '# Horses of all kinds\n',
    'h.md': '[[horses]]\n',
  }
  let client: LspClient
  beforeAll(async () => {
    client = await started(vault(files))
    await client.open('a.md', files['a.md'])
  })

  test('2: however a client escapes an address, it is one document', async () => {
    const plain = client.uri('é [1].md')
    const other = plain.replace('%20', ' ').replaceAll('%C3%A9', '%c3%a9').replace('%5B', '[').replace('%5D', ']')
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: other, languageId: 'markdown', version: 1, text: '# Odd\n\n\n[[Old]]\n' },
    })
    expect(await definition(client, plain, 3, 3)).toHaveLength(1)
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: other } })
    expect(await definition(client, plain, 2, 3)).toHaveLength(1)
  })

  test('4: an open text beats the disk; after it is closed the disk counts', async () => {
    await client.open('h.md', '\n[[Old]]\n')
    expect(await definition(client, client.uri('h.md'), 1, 3)).toHaveLength(1)
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: client.uri('h.md') } })
    const [found] = await definition(client, client.uri('h.md'), 0, 3)
    expect(found?.uri).toBe(client.uri('horses.md'))
  })

  test('6 and 7: a rename on a link renames its target and keeps how links are written', async () => {
    const edit = await client.ask<WorkspaceEdit>('rename', 'a.md', [2, 10], { newName: 'New' })
    const after = (edit.documentChanges ?? []).flatMap((change) =>
      'edits' in change && change.textDocument.uri === client.uri('a.md')
        ? change.edits.map((one) => ('newText' in one ? one.newText : ''))
        : [],
    )
    expect(after).toEqual(['./New.md', 'New.md', 'New', 'New.md'])
  })

  test('9: names that are taken, empty or lead outside change nothing', async () => {
    for (const newName of ['a', ' ', '../../x', '.md'])
      await expect(client.ask('rename', 'a.md', [2, 10], { newName })).rejects.toThrow()
  })

  test('14 to 17: a list is filtered here, by name, title and alias, blanks included', async () => {
    await client.open('c.md', '[[Odd: a\n')
    const list = await client.ask<CompletionList>('completion', 'c.md', [0, 8])
    expect(list.items.map(({ label }) => label)).toContain('Odd: a | b & c')
    for (const { filterText = '' } of list.items) expect(filterText.startsWith('Odd: a')).toBe(true)
  })

  test('22: a name is not ambiguous with a longer one, nor a note with two titles', async () => {
    await client.open('h.md', '[[horses]] [[riding-horses]] [[nope]]\n')
    const problems = await client.problems('h.md', (told) => told.length > 0)
    expect(problems.map(({ code }) => code)).toEqual(['broken-link'])
  })

  test('21: none in code, mathematics, on addresses, on links to itself', async () => {
    await client.open('k.md', '`[[Nope]]` $[[x]]$ [w](https://e.org/x.md) [[k]] [[#nothing here')
    await client.open('l.md', '[[gone]]\n')
    await client.problems('l.md', (told) => told.length === 1)
    expect((client.diagnostics.get(client.uri('k.md')) ?? []).filter(({ severity }) => (severity ?? 1) < 3)).toEqual([])
  })

  test('24: a request that makes no sense is an error, and the next is answered', async () => {
    await expect(client.connection.sendRequest('textDocument/hover', {})).rejects.toThrow()
    expect(await definition(client, client.uri('a.md'), 2, 10)).toHaveLength(1)
  })

  test('26: any language will do', async () => {
    const uri = client.uri('m.md')
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown-inline', version: 1, text: '[[Old]]\n' },
    })
    expect(await definition(client, uri, 0, 3)).toHaveLength(1)
  })
})

test('20: problems are taken away when a note is deleted or renamed', async () => {
  const root = vault({ 'a.md': '[[b]]\n', 'b.md': '# Note\n' })
  const client = await started(root)
  await client.open('a.md', '[[b]]\n')
  await client.problems('a.md', (told) => told.length === 0)
  renameSync(join(root, 'b.md'), join(root, 'c.md'))
  await client.problems('a.md', (told) => told.length === 1)
  writeFileSync(join(root, 'b.md'), '# Note\n')
  await client.problems('a.md', (told) => told.length === 0)
})

test('18: a lone file, and no folder at all', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wend-lone-'))
  made.push(folder)
  writeFileSync(join(folder, 'alone.md'), '# Alone\n\n[[alone]]\n')
  const client = new LspClient(folder, [])
  open.push(client)
  await client.connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} })
  await client.connection.sendNotification('initialized', {})
  await client.open('alone.md', '# Alone\n\n[[alone]]\n')
  expect(await definition(client, client.uri('alone.md'), 2, 4)).toHaveLength(1)
})

test('19: two roots stay apart; a root by a symbolic link is answered as the client spells it', async () => {
  const [one, two] = [vault({ 'a.md': '[[b]]\n', 'b.md': '# One\n' }), vault({ 'a.md': '[[b]]\n' })]
  const linked = `${one}-linked`
  symlinkSync(one, linked)
  made.push(linked)
  const client = new LspClient(one, [])
  open.push(client)
  const folders = [linked, two].map((path, at) => ({ uri: pathToFileURL(path).href, name: String(at) }))
  await client.connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: folders,
    capabilities: {},
  })
  await client.connection.sendNotification('initialized', {})
  const at = (root: string): string => pathToFileURL(join(root, 'a.md')).href
  for (const root of [linked, two])
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: at(root), languageId: 'markdown', version: 1, text: '[[b]]\n' },
    })
  expect((await definition(client, at(linked), 0, 3)).map(({ uri }) => uri)).toEqual([
    pathToFileURL(join(linked, 'b.md')).href,
  ])
  expect(await definition(client, at(two), 0, 3)).toEqual([])
})

test('19: files of two roots that are renamed at once each have their links kept', async () => {
  const roots = [0, 1].map(() => vault({ 'a.md': '[n](n.md)\n', 'n.md': '# N\n' }))
  const client = new LspClient(roots[0] ?? '', [])
  open.push(client)
  const uri = (root: string, name: string): string => pathToFileURL(join(root, name)).href
  await client.connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: roots.map((root) => ({ uri: pathToFileURL(root).href, name: root })),
    capabilities: { workspace: { workspaceEdit: { documentChanges: true } } },
  })
  await client.connection.sendNotification('initialized', {})
  const edit = await client.connection.sendRequest<WorkspaceEdit>('workspace/willRenameFiles', {
    files: roots.map((root) => ({ oldUri: uri(root, 'n.md'), newUri: uri(root, 'm.md') })),
  })
  const changed = (edit.documentChanges ?? []).flatMap((one) => ('edits' in one ? [one.textDocument.uri] : []))
  expect(changed).toEqual(roots.map((root) => uri(root, 'a.md')))
})

test('23: nothing is told that the client did not offer', async () => {
  const client = await started(vault({ 'a.md': '[[b]]\n', 'b.md': '# B\n\n**Bold** words.\n' }), {
    textDocument: { hover: { contentFormat: ['plaintext'] } },
  })
  await client.open('a.md', '[[b]] [[\n')
  const hover = await client.ask<{ contents: { kind: string; value: string } }>('hover', 'a.md', [0, 3])
  expect(hover.contents.kind).toBe('plaintext')
  expect(hover.contents.value).not.toContain('**')
  const { items } = await client.ask<CompletionList>('completion', 'a.md', [0, 8])
  expect(items.filter(({ insertTextFormat }) => insertTextFormat === 2)).toEqual([])
})

describe('27: the end', () => {
  const root = vault({ 'a.md': '# A\n' })

  test('an exit without a goodbye is 1', async () => {
    const client = new LspClient(root)
    await client.start()
    await client.connection.sendNotification('exit')
    expect(await client.exited).toBe(1)
  })

  test('a client whose process is gone ends it', async () => {
    const gone = spawn('true')
    await new Promise((done) => gone.once('exit', done))
    const server = spawn('node', [resolve('bin/wend.js'), '-C', root, 'lsp'])
    const ended = new Promise((done) => server.once('exit', done))
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: gone.pid, rootUri: null, capabilities: {} },
    })
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
    expect(await ended).toBe(1)
  })
})
