import { describe, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Location, WorkspaceEdit } from 'vscode-languageserver/node'
import { fileOf } from '../../../src/servers/lsp/file-uri.ts'
import { LspClient } from '../../support/lsp-client.ts'
import { lspVaults } from '../../support/lsp-vaults.ts'

// Details of what went wrong between other language servers and their clients, one test each.

const { made, open, vault } = lspVaults()

function clientOf(root: string, env: Readonly<Record<string, string>> = {}): LspClient {
  const client = new LspClient(root, env['HOME'] === undefined ? ['-C', root] : [], env)
  open.push(client)
  return client
}

function textsOf(edit: WorkspaceEdit, uri: string): readonly string[] {
  return (edit.documentChanges ?? []).flatMap((change) =>
    'edits' in change && change.textDocument.uri === uri
      ? change.edits.map((one) => ('newText' in one ? one.newText : ''))
      : [],
  )
}

describe('2: one file has one document, however it is spelled', () => {
  test.each([
    ['file:///c%3A/Notes/%C3%A9%20%5Ba%5D.md', 'C:/Notes/é [a].md'],
    ['file:///C:/Notes/%c3%a9%20[a].md', 'C:/Notes/é [a].md'],
    ['file:///c:/Notes/é [a].md', 'C:/Notes/é [a].md'],
    ['file://server/share/a.md', '//server/share/a.md'],
    ['untitled:Untitled-1', undefined],
  ])('on Windows %s is %s', (uri, file) => {
    expect(fileOf(uri, true)).toBe(file)
  })

  test('elsewhere a folder may be called c:, escaped or not', async () => {
    const files = { 'c:/.wend/config.yml': '', 'c:/a.md': '# A\n\n[[b]]\n', 'c:/b.md': '# B\n' }
    const client = clientOf(join(vault(files), 'c:'))
    await client.start()
    const plain = client.uri('a.md')
    const escaped = plain.replace('/c:/', '/c%3A/')
    expect(escaped).not.toBe(plain)
    const definition = (uri: string): Promise<Location[]> =>
      client.connection.sendRequest('textDocument/definition', {
        textDocument: { uri },
        position: { line: 0, character: 3 },
      })
    const textDocument = { uri: escaped, languageId: 'markdown', version: 1, text: '[[b]]\n' }
    await client.connection.sendNotification('textDocument/didOpen', { textDocument })
    expect(await definition(plain)).toHaveLength(1)
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: plain, version: 2 },
      contentChanges: [{ text: '[[a]]\n' }],
    })
    expect((await definition(plain)).map(({ uri }) => uri)).toEqual([escaped])
  })

  test('a file that is reached through a link to its folder', async () => {
    const root = vault({ 'real/a.md': '[[b]]\n', 'real/b.md': '# B\n' })
    symlinkSync(join(root, 'real'), join(root, 'linked'))
    const client = clientOf(root)
    await client.start()
    await client.open('linked/a.md', 'x [[b]]\n')
    expect(await client.ask('definition', 'real/a.md', [0, 5])).toHaveLength(1)
  })
})

test('7: a rename keeps %20, <…>, ./, headings, blocks and labels as they are written', async () => {
  const text = [
    '[x](My%20Note.md#^b1) [[My Note#^b1|shown]] ![[My Note#^b1]]',
    '[y](<My Note.md#^b1> "t") [z](./My%20Note.md#part%20one) [[my note]] [w][r]',
    '',
    '[r]: my%20note.md#^b1',
  ].join('\n')
  const client = clientOf(vault({ 'a.md': text, 'My Note.md': '# My Note\n\n## Part one\n\nText. ^b1\n' }))
  await client.start()
  await client.open('a.md', text)
  const edit = await client.ask<WorkspaceEdit>('rename', 'a.md', [0, 6], { newName: 'New Name' })
  expect(textsOf(edit, client.uri('a.md'))).toEqual([
    'New%20Name.md',
    'New Name',
    'New Name',
    'New Name.md',
    './New%20Name.md',
    'new name',
    'new%20name.md',
  ])
  const block = await client.ask<WorkspaceEdit>('rename', 'a.md', [0, 19], { newName: 'c-2' })
  expect(textsOf(block, client.uri('a.md'))).toEqual(['c-2', 'c-2', 'c-2', 'c-2', 'c-2'])
  expect(textsOf(block, client.uri('My Note.md'))).toEqual(['c-2'])
})

test('a label with a bracket in it is renamed where it is defined and used', async () => {
  const text = '[t][a\\]: b] [a\\]: b] [a\\]: b][]\n\n[a\\]: b]: x.md\n'
  const client = clientOf(vault({ 'a.md': text, 'x.md': 'x' }))
  await client.start()
  await client.open('a.md', text)
  const edit = await client.ask<WorkspaceEdit>('rename', 'a.md', [2, 3], { newName: 'c' })
  expect(textsOf(edit, client.uri('a.md'))).toEqual(['c', '[c]', 'c', 'c'])
})

test.each([
  ['offers nothing', {}],
  ['offers to watch', { workspace: { didChangeWatchedFiles: { dynamicRegistration: true }, workspaceFolders: true } }],
])('11: nothing is registered with a client that %s, and files made elsewhere are seen', async (_how, capabilities) => {
  const root = vault({ 'a.md': '[[b]]\n' })
  const client = clientOf(root)
  const asked: string[] = []
  client.connection.onRequest((method) => void asked.push(method))
  await client.start(capabilities)
  await client.open('a.md', '[[b]]\n')
  await client.problems('a.md', (told) => told.length === 1)
  writeFileSync(join(root, 'b.md'), '# B\n')
  expect(await client.ask('definition', 'a.md', [0, 3])).toHaveLength(1)
  await client.problems('a.md', (told) => told.length === 0)
  expect(asked).toEqual([])
})

test('12: a client that reaches its folder by a link is given edits for what it moves', async () => {
  const root = vault({ 'a.md': '[n](n.md)\n', 'n.md': '# N\n' })
  const linked = `${root}-linked`
  symlinkSync(root, linked)
  made.push(linked)
  const client = clientOf(linked)
  await client.start()
  const edit = await client.connection.sendRequest<WorkspaceEdit>('workspace/willRenameFiles', {
    files: [{ oldUri: client.uri('n.md'), newUri: client.uri('m.md') }],
  })
  expect(textsOf(edit, client.uri('a.md'))).toEqual(['m.md'])
})

test('18: with the home folder as root a lone file is answered at once, and what is not read is not called missing', async () => {
  const home = mkdtempSync(join(tmpdir(), 'wend-home-root-'))
  made.push(home)
  mkdirSync(join(home, 'deep'))
  const text = '# Alone\n\n[[other]] [[#Alone]]\n'
  for (const path of ['alone.md', 'deep/other.md']) writeFileSync(join(home, path), text)
  const client = clientOf(home, { HOME: home })
  expect((await client.start()).serverInfo?.name).toBe('wend')
  await client.open('alone.md', text)
  expect(await client.ask('definition', 'alone.md', [2, 15])).toHaveLength(1)
  expect(await client.ask('definition', 'alone.md', [2, 4])).toEqual([])
  expect(await client.problems('alone.md', () => true)).toEqual([])
  // A folder in it is read when a note of it is opened.
  await client.open('deep/other.md', '[[other]]\n')
  expect(await client.ask('definition', 'deep/other.md', [0, 3])).toEqual([
    expect.objectContaining({ uri: pathToFileURL(join(home, 'deep', 'other.md')).href }),
  ])
})

describe('23: clients are told what they can show', () => {
  const long = `# Long\n\n${'😀'.repeat(400_000)}\n\n\`\`\`\n${'code\n'.repeat(400)}`
  const text = `[[long]] [^1]\n\n[^1]: ${'word '.repeat(40_000)}\n`

  test('a place is a Location where links between places were not offered, and where they were', async () => {
    for (const definition of [{}, { linkSupport: true }]) {
      const client = clientOf(vault({ 'a.md': text, 'long.md': long }))
      await client.start({ textDocument: { definition } })
      await client.open('a.md', text)
      const [found] = await client.ask<Location[]>('definition', 'a.md', [0, 3])
      expect(Object.keys(found ?? {}).sort()).toEqual(['range', 'uri'])
    }
  })

  test('hovers are cut short: few lines, few letters, whole letters, closed blocks of code', async () => {
    const client = clientOf(vault({ 'a.md': text, 'long.md': long, 'code.md': long.replace(/😀+/u, '') }))
    await client.start()
    await client.open('a.md', `${text}\n[[code]]\n`)
    const shown = async (at: readonly [number, number]): Promise<string> =>
      (await client.ask<{ contents: { value: string } }>('hover', 'a.md', at)).contents.value
    for (const at of [
      [0, 3],
      [0, 11],
      [4, 3],
    ] as const) {
      const value = await shown(at)
      expect(value.length).toBeLessThan(2500)
      expect(value).toContain('…')
      expect(value).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/)
      expect((value.match(/```/g) ?? []).length % 2).toBe(0)
    }
  })
})
