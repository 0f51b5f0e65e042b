import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CodeAction, Diagnostic, Location, WorkspaceEdit } from 'vscode-languageserver/node'
import { LspClient } from '../../support/lsp-client.ts'
import { makeVault } from '../../support/make-vault.ts'
import { runWend } from '../../support/run-wend.ts'

const board = [
  '{ "nodes": [',
  '{"id":"1","type":"file","file":"notes/alpha-bta.md"},',
  '{"id":"2","type":"file","file":"notes/alpha-beta.md","subpath":"#Prt"},',
  '{"id":"3","type":"text","text":"[[alpha-beta#^b1]] $x$ \\"q\\" [x](notes/alpha-beta.md#part)\\n\\n# No heading, #notag, | no | table |"}',
  '] }',
].join('\n')
const files = {
  '.wend/config.yml': '',
  'board.canvas': board,
  'notes/alpha-beta.md': '# Alpha beta\n\n## Part\n\nText. ^b1\n',
}

let root: string
let client: LspClient
beforeAll(async () => {
  root = makeVault(files)
  client = new LspClient(root)
  await client.start()
  await client.open('board.canvas', board)
})
afterAll(async () => {
  expect(await client.stop()).toBe(0)
  expect(client.stderr).toBe('')
  rmSync(root, { recursive: true, force: true })
})

const span = ({ range: { start, end } }: Pick<Diagnostic, 'range'>): string =>
  board.split('\n')[start.line]?.slice(start.character, end.character) ?? ''

/** The texts of all documents after an edit, by path. */
function after(edit: WorkspaceEdit, texts: Readonly<Record<string, string>> = files): Readonly<Record<string, string>> {
  const now: Record<string, string> = {}
  for (const change of edit.documentChanges ?? []) {
    if (!('edits' in change)) continue
    const path = change.textDocument.uri.slice(client.uri('x').length - 1)
    const lines = (texts[path] ?? '').split('\n')
    for (const one of [...change.edits].reverse()) {
      if (!('newText' in one)) continue
      const { start, end } = one.range
      const line = lines[start.line] ?? ''
      lines[start.line] = line.slice(0, start.character) + one.newText + line.slice(end.character)
    }
    now[path] = lines.join('\n')
  }
  return now
}

test('a canvas has the problems that check finds, with its codes and words, each at its place', async () => {
  const told = await client.problems('board.canvas', (problems) => problems.length > 0)
  const { stdout } = await runWend(['check', '--json'], { cwd: root })
  const { problems } = JSON.parse(stdout) as {
    problems: { code: string; line: number; column: number; message: string }[]
  }
  expect(
    told.map(({ code, range, message }) => [code, range.start.line + 1, range.start.character + 1, message]),
  ).toEqual(problems.map(({ code, line, column, message }) => [code, line, column, expect.stringContaining(message)]))
  expect(told.map(span)).toEqual(['notes/alpha-bta.md', 'notes/alpha-beta.md'])
})

test('what was meant is put in as the JSON has it', async () => {
  const at = { line: 1, character: 35 }
  const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: client.uri('board.canvas') },
    range: { start: at, end: at },
    context: { diagnostics: [] },
  })
  const change = actions.find(({ title }) => title === 'Change to notes/alpha-beta.md')
  expect(after(change?.edit ?? {})['board.canvas']).toBe(board.replace('alpha-bta', 'alpha-beta'))
})

test('a renamed note, heading or block is renamed on canvases, as mv does it', async () => {
  const note = await client.ask<WorkspaceEdit>('rename', 'board.canvas', [2, 40], { newName: 'Gamma "delta"' })
  const renamed = board.replaceAll('alpha-beta', 'gamma-delta')
  expect(after(note)['board.canvas']).toBe(renamed)
  const copy = makeVault(files)
  expect((await runWend(['mv', 'notes/alpha-beta.md', 'Gamma "delta"'], { cwd: copy })).exit).toBe(0)
  expect(readFileSync(join(copy, 'board.canvas'), 'utf8')).toBe(renamed)
  rmSync(copy, { recursive: true, force: true })

  await client.open('notes/alpha-beta.md', files['notes/alpha-beta.md'])
  const heading = await client.ask<WorkspaceEdit>('rename', 'notes/alpha-beta.md', [2, 4], { newName: 'New part' })
  expect(after(heading)['board.canvas']).toBe(board.replace('md#part', 'md#new-part'))
  const block = await client.ask<WorkspaceEdit>('rename', 'notes/alpha-beta.md', [4, 8], { newName: 'b2' })
  expect(after(block)['board.canvas']).toBe(board.replace('^b1', '^b2'))
})

test('links of canvases lead on and are found', async () => {
  const [found] = await client.ask<Location[]>('definition', 'board.canvas', [3, 36])
  expect(found).toMatchObject({ uri: client.uri('notes/alpha-beta.md'), range: { start: { line: 4 } } })
  const to = await client.ask<Location[]>('references', 'notes/alpha-beta.md', [0, 3], {
    context: { includeDeclaration: false },
  })
  expect(to.map(({ uri, range }) => [uri, span({ range })])).toEqual([
    [client.uri('board.canvas'), 'notes/alpha-beta.md'],
    [client.uri('board.canvas'), '[[alpha-beta#^b1]]'],
    [client.uri('board.canvas'), '[x](notes/alpha-beta.md#part)'],
  ])
})

test('nothing is said of a canvas that is true of markdown alone', async () => {
  const textDocument = { uri: client.uri('board.canvas') }
  const ask = (method: string): Promise<unknown> =>
    client.connection.sendRequest(`textDocument/${method}`, {
      textDocument,
      options: {},
      range: all,
      positions: [all.start],
    })
  const all = { start: { line: 0, character: 0 }, end: { line: 4, character: 3 } }
  for (const method of ['documentSymbol', 'foldingRange', 'formatting', 'rangeFormatting', 'codeLens', 'inlayHint'])
    expect([method, await ask(method)]).toEqual([method, null])
  expect(await ask('semanticTokens/full')).toEqual({ data: [] })
  expect(await client.ask('hover', 'board.canvas', [3, 53])).toBeNull()
  expect(await client.ask('completion', 'board.canvas', [3, 45])).toBeNull()
  expect(await client.ask('prepareRename', 'board.canvas', [3, 110])).toBeNull()
})

test('unsaved text of a canvas counts, and after it is closed the disk', async () => {
  const at = board.split('\n')[1]?.indexOf('bta') ?? 0
  await client.type('board.canvas', 2, [1, at + 1], 'e')
  expect((await client.problems('board.canvas', (told) => told.length === 1)).map(({ code }) => code)).toEqual([
    'broken-anchor',
  ])
  await client.type('board.canvas', 3, [0, 0], '{')
  await client.problems('board.canvas', ([first]) => first?.code === 'bad-canvas')
  writeFileSync(join(root, 'board.canvas'), board.replace('alpha-bta', 'alpha-beta').replace('"#Prt"', '"#Part"'))
  await client.connection.sendNotification('textDocument/didClose', {
    textDocument: { uri: client.uri('board.canvas') },
  })
  const pull = async (): Promise<unknown> => {
    const asked = { textDocument: { uri: client.uri('board.canvas') } }
    return (await client.connection.sendRequest<{ items: unknown[] }>('textDocument/diagnostic', asked)).items
  }
  expect(await pull()).toEqual([])
  const heading = await client.ask<WorkspaceEdit>('rename', 'notes/alpha-beta.md', [2, 4], { newName: 'Other' })
  expect(Object.keys(after(heading))).toContain('board.canvas')
})
