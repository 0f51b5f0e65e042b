import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { rmSync } from 'node:fs'
import type {
  ApplyWorkspaceEditParams,
  CompletionItem,
  CompletionList,
  WorkspaceEdit,
} from 'vscode-languageserver/node'
import { toNotePath } from '../../../src/core/model/note-path.ts'
import type { VaultDialects } from '../../../src/core/model/tool-dialect.ts'
import { parseNote } from '../../../src/core/parse/parse-note.ts'
import { namelessBlocks } from '../../../src/core/plan/write/name-block.ts'
import { LspClient } from '../../support/lsp-client.ts'
import { makeVault } from '../../support/make-vault.ts'

const a = '# Alpha\n\nHere [[b#^\n\nHere [[#^\n\nMy own words.\n'
const b =
  '# Beta\n\nA named one. ^name\n\nWords of a paragraph\nin two lines.\n\n- an *item*\n  - within\n\n```\ncode\n```\n\nWords of a paragraph\nin two lines.\n'
const root = makeVault({ 'a.md': a, 'b.md': b, '.wend/config.yml': '' })
const client = new LspClient(root)
const edits: ApplyWorkspaceEditParams[] = []
beforeAll(async () => {
  client.connection.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
    edits.push(params)
    return { applied: true }
  })
  await client.start({
    workspace: {
      applyEdit: true,
      workspaceEdit: {
        documentChanges: true,
        resourceOperations: ['create', 'rename', 'delete'],
        changeAnnotationSupport: { groupsOnLabel: true },
      },
    },
  })
  await client.open('a.md', a)
})
afterAll(async () => {
  expect(await client.stop()).toBe(0)
  expect(client.stderr).toBe('')
  rmSync(root, { recursive: true, force: true })
})

const completions = async (line: number, character: number): Promise<readonly CompletionItem[]> =>
  (await client.ask<CompletionList>('completion', 'a.md', [line, character])).items

describe('blocks behind #^', () => {
  test('those that have an id, then paragraphs and items that get one', async () => {
    const items = await completions(2, 10)
    expect(items.map(({ label }) => label)).toEqual([
      '^name',
      'Words of a paragraph in two lines.',
      'an item',
      'within',
      'Words of a paragraph in two lines.',
    ])
    const ids = items.map(({ textEdit }) => textEdit?.newText)
    expect(ids).toEqual(['^name]]', ...Array.from({ length: 4 }, () => expect.stringMatching(/^\^[a-z0-9]{6}\]\]$/))])
    expect(new Set(ids).size).toBe(5)
  })

  test('in another note the client has the id written, as an annotated edit', async () => {
    const item = (await completions(2, 10))[4]
    const { command = '', arguments: args } = item?.command ?? {}
    await client.connection.sendRequest('workspace/executeCommand', { command, arguments: args })
    const { documentChanges: [change] = [], changeAnnotations } = edits.pop()?.edit ?? {}
    const at = { line: 15, character: 13 }
    expect(change).toMatchObject({
      textDocument: { uri: client.uri('b.md') },
      edits: [
        { range: { start: at, end: at }, newText: ` ${item?.textEdit?.newText.slice(0, -2)}`, annotationId: 'texts' },
      ],
    })
    expect(changeAnnotations).toHaveProperty('texts')
  })

  test('a paragraph that is there no more is told', async () => {
    const asked = { command: 'wend.nameBlock', arguments: [{ note: 'b.md', id: 'zzzzzz' }] }
    await expect(client.connection.sendRequest('workspace/executeCommand', asked)).rejects.toThrow('no longer has')
  })

  test('in the same note along with the choice; not of the line that is written', async () => {
    const items = await completions(4, 9)
    expect(items.map(({ label }) => label)).toEqual(['Here [[b#^', 'My own words.'])
    expect(items[1]?.additionalTextEdits).toEqual([
      {
        range: { start: { line: 6, character: 13 }, end: { line: 6, character: 13 } },
        newText: ` ${items[1]?.textEdit?.newText}`.slice(0, 8),
      },
    ])
  })
})

test('a rename is annotated: texts and files', async () => {
  await client.open('b.md', b)
  const edit = await client.ask<WorkspaceEdit>('rename', 'b.md', [0, 3], { newName: 'Gamma' })
  expect(Object.keys(edit.changeAnnotations ?? {})).toEqual(['texts', 'files'])
  for (const change of edit.documentChanges ?? [])
    if ('edits' in change) for (const one of change.edits) expect(one).toHaveProperty('annotationId', 'texts')
    else expect(change.annotationId).toBe('files')
})

test('a client that takes no edits unasked is offered the blocks alone that have an id', async () => {
  const shy = new LspClient(root)
  await shy.start({ workspace: { applyEdit: false } })
  await shy.open('a.md', a)
  const { items } = await shy.ask<CompletionList>('completion', 'a.md', [2, 10])
  expect(items.map(({ label }) => label)).toEqual(['^name'])
  expect(await shy.stop()).toBe(0)
})

test('a block of Logseq has an id already', () => {
  const text = '- a block\n  id:: 6567aaaa-1111-2222-3333-444455556666\n- another one\n'
  const none = { admonitions: false, sites: [], assets: [], rootMarks: [], pages: true }
  const dialects: VaultDialects = { ...none, tools: ['logseq'], syntax: ['logseq'] }
  const path = toNotePath('pages/log.md')
  if (path === undefined) throw new Error('no path')
  const note = parseNote({ path, text, facts: { size: text.length, modifiedMs: 0, createdMs: 0 }, dialects })
  expect(namelessBlocks(note, text).map((block) => block.text)).toEqual(['another one'])
})
