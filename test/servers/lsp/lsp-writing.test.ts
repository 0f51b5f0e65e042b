import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { rmSync } from 'node:fs'
import type { ApplyWorkspaceEditParams, CodeLens, TextEdit } from 'vscode-languageserver/node'
import { LspClient } from '../../support/lsp-client.ts'
import { makeVault } from '../../support/make-vault.ts'

const root = makeVault({
  'a.md':
    '# Alpha\n\n- [Old](#old)\n\n## New\n\n|a|b|\n|-|-|\n|long|x|\n\nsee [z] [[b]] [[Missing one]]\n\n[z]: b.md\n[c]: b.md\n',
  'b.md': '# Beta\n\nNote[^1].\n\n[^1]: foot\n',
  '.wend/config.yml': 'daily:\n  dir: days\nnew:\n  template: usual\n',
  '.wend/templates/usual.md': '# {{title}}\n\nmade by template\n',
})
const client = new LspClient(root)
const edits: ApplyWorkspaceEditParams[] = []
const read = async (path: string, text: string): Promise<void> => client.open(path, text)
beforeAll(async () => {
  client.connection.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
    edits.push(params)
    return { applied: true }
  })
  await client.start()
  await read(
    'a.md',
    '# Alpha\n\n- [Old](#old)\n\n## New\n\n|a|b|\n|-|-|\n|long|x|\n\nsee [z] [[b]] [[Missing one]]\n\n[z]: b.md\n[c]: b.md\n',
  )
  await read('b.md', '# Beta\n\nNote[^1].\n\n[^1]: foot\n')
})
afterAll(async () => {
  expect(await client.stop()).toBe(0)
  expect(client.stderr).toBe('')
  rmSync(root, { recursive: true, force: true })
})

const run = <T>(command: string, ...args: readonly unknown[]): Promise<T> =>
  client.connection.sendRequest<T>('workspace/executeCommand', { command, arguments: args })
/** What the editor was last asked to do: files created with their text, and texts put into others. */
const lastEdit = (): readonly string[] =>
  (edits.pop()?.edit.documentChanges ?? []).flatMap((change) =>
    'edits' in change
      ? change.edits.map(
          (one) =>
            `${change.textDocument.uri.slice(client.uri('').length + 1)}: ${'newText' in one ? one.newText : ''}`,
        )
      : [`${change.kind} ${'uri' in change ? change.uri.slice(client.uri('').length + 1) : ''}`],
  )

describe('commands', () => {
  test('the note of a day is created in the editor, not by the server', async () => {
    const { uri } = await run<{ uri: string }>('wend.daily', '2026-03-01')
    expect(uri).toBe(client.uri('days/2026-03-01.md'))
    expect(lastEdit()).toEqual(['create days/2026-03-01.md', 'days/2026-03-01.md: # 2026-03-01\n'])
  })

  test('a new note by its template', async () => {
    await run('wend.new', { title: 'Some idea' })
    expect(lastEdit()).toEqual(['create some-idea.md', expect.stringContaining('# Some idea\n\nmade by template\n')])
  })

  test('a thought joins an open note as it is', async () => {
    await run('wend.add', { text: 'a thought', to: 'b' })
    expect(lastEdit()).toEqual([expect.stringMatching(/^b\.md: .*a thought\n$/s)])
  })

  test('what asks is answered as JSON has it', async () => {
    const found = await run<readonly { title: string }[]>('wend.search', 'beta')
    expect(found[0]?.title).toBe('Beta')
    const { nodes } = await run<{ nodes: readonly { path: string }[] }>('wend.graph', 'a')
    expect(nodes.map(({ path }) => path)).toEqual(['a.md', 'b.md'])
  })

  test('a section becomes a note and a note a section', async () => {
    await run('wend.extract', { note: 'a#New', title: 'Newer' })
    expect(lastEdit()).toEqual([
      expect.stringContaining('a.md: '),
      'create newer.md',
      expect.stringMatching(/^newer\.md: # Newer\n/),
    ])
    await run('wend.inline', 'b')
    expect(lastEdit().at(-1)).toBe('delete b.md')
    await expect(run('wend.extract', 'a')).rejects.toThrow('whole note')
  })

  test('wrong ones are told, and the next one works', async () => {
    await expect(run('wend.nothing')).rejects.toThrow('no command is named wend.nothing')
    await expect(run('wend.new')).rejects.toThrow('title is missing')
    await expect(run('wend.daily', 'no day at all')).rejects.toThrow('is no day')
    expect(await run<unknown[]>('wend.search', { query: 'alpha', limit: 1 })).toHaveLength(1)
  })
})

test('formatting aligns tables and sorts link definitions', async () => {
  const format = (method: string, more: object): Promise<readonly TextEdit[]> =>
    client.connection.sendRequest(`textDocument/${method}`, {
      textDocument: { uri: client.uri('a.md') },
      options: { tabSize: 2, insertSpaces: true },
      ...more,
    })
  expect((await format('formatting', {})).map(({ newText }) => newText)).toEqual([
    '| a    | b   |',
    '| ---- | --- |',
    '| long | x   |',
    '[c]: b.md',
    '[z]: b.md',
  ])
  const range = { start: { line: 6, character: 0 }, end: { line: 8, character: 8 } }
  expect(await format('rangeFormatting', { range })).toHaveLength(3)
})

test('actions of the whole note, and a note that is missing', async () => {
  const at = { line: 10, character: 18 }
  const actions = await client.ask<{ title: string }[]>('codeAction', 'a.md', [10, 18], {
    range: { start: at, end: at },
    context: { diagnostics: [] },
  })
  expect(actions.map(({ title }) => title)).toEqual([
    'Create missing-one.md',
    'Update the table of contents',
    'Sort the link definitions',
  ])
})

test('an empty line can take a table of contents', async () => {
  await client.open('c.md', '# C\n\n## One\n\n## Two\n')
  const at = { line: 1, character: 0 }
  const actions = await client.ask<{ title: string }[]>('codeAction', 'c.md', [1, 0], {
    range: { start: at, end: at },
    context: { diagnostics: [] },
  })
  expect(actions.map(({ title }) => title)).toEqual(['Put a table of contents here'])
})

test('a footnote and its mark are typed together', async () => {
  const linked = await client.ask<{ ranges: { start: object }[] }>('linkedEditingRange', 'b.md', [2, 6])
  expect(linked.ranges.map(({ start }) => start)).toEqual([
    { line: 2, character: 6 },
    { line: 4, character: 2 },
  ])
  expect(await client.ask('linkedEditingRange', 'b.md', [0, 3])).toBeNull()
})

test('lenses, hints and problems can be switched off, again and again', async () => {
  const lenses = (): Promise<CodeLens[]> =>
    client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri: client.uri('b.md') } })
  expect(await lenses()).toHaveLength(1)
  await client.connection.sendNotification('workspace/didChangeConfiguration', {
    settings: { wend: { codeLens: false, diagnostics: { enable: false } } },
  })
  expect(await lenses()).toHaveLength(0)
  await client.problems('a.md', (problems) => problems.length === 0)
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { wend: {} } })
  expect(await lenses()).toHaveLength(1)
  await client.problems('a.md', (problems) => problems.length > 0)
})
