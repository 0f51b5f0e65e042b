import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CompletionList, Hover, Location, WorkspaceEdit } from 'vscode-languageserver/node'
import { LspClient } from '../../support/lsp-client.ts'
import { makeVault } from '../../support/make-vault.ts'

const files = {
  'a.md': '# Alpha\n\n',
  'b.md':
    '---\naliases: [Bee]\nsummary: About B.\ntags: [idea]\n---\n# Beta Note\n\n## Part one\n\n## Part two\n\ntext [[a]]\n\npara ^blk\n',
  'sub/c.md': '# Cee\n\n[b](../b.md#part-two) [[b#^blk]] #idea\n',
  'riding-horses.md': '# Riding\n',
  'img/p.png': 'x',
}
/** Line 2 holds an emoji of two UTF-16 units before its links. */
const alpha = [
  '# Alpha',
  '',
  'see 😀 [[b#Part two]] and [x](sub/c.md "t") [[Nope]] #idea',
  '',
  '[[Bet',
  '`[[Nope]]` $x^2$ and [[b#]] ![[]] [^',
  '',
  '[^note]: words',
  '> [!',
  '',
].join('\n')

const root = makeVault(files)
const client = new LspClient(root)
beforeAll(async () => {
  await client.start()
  await client.open('a.md', alpha)
  await client.open('b.md', files['b.md'])
})
afterAll(async () => {
  expect(await client.stop()).toBe(0)
  expect(client.stderr).toBe('')
  rmSync(root, { recursive: true, force: true })
})

const where = (locations: readonly Location[] | null): readonly string[] =>
  (locations ?? []).map(
    ({ uri, range }) => `${uri.slice(client.uri('').length + 1)}:${range.start.line}:${range.start.character}`,
  )
const labels = async (path: string, at: readonly [number, number]): Promise<readonly string[]> =>
  ((await client.ask<CompletionList | null>('completion', path, at))?.items ?? []).map(({ label }) => label)
/** The new text of each edit by file, and the files that get another name. */
const shownEdit = (edit: WorkspaceEdit): readonly string[] =>
  (edit.documentChanges ?? []).map((change) =>
    'edits' in change
      ? `${change.textDocument.uri.slice(client.uri('').length + 1)}@${change.textDocument.version}: ${change.edits.map((one) => ('newText' in one ? one.newText : '')).join(', ')}`
      : change.kind === 'rename'
        ? `${change.oldUri.slice(client.uri('').length + 1)} -> ${change.newUri.slice(client.uri('').length + 1)}`
        : change.kind,
  )

describe('going places', () => {
  test('a link leads to the heading that it names, behind an emoji', async () => {
    expect(where(await client.ask('definition', 'a.md', [2, 9]))).toEqual(['b.md:9:0'])
  })

  test('references of a note and of one heading, unsaved links included', async () => {
    const context = { includeDeclaration: false }
    expect(where(await client.ask('references', 'b.md', [5, 4], { context }))).toEqual(
      expect.arrayContaining(['a.md:2:7', 'sub/c.md:2:0', 'sub/c.md:2:22']),
    )
    expect(where(await client.ask('references', 'b.md', [9, 5], { context }))).toEqual(['a.md:2:7', 'sub/c.md:2:0'])
  })

  test('a tag has its places in all notes', async () => {
    const context = { includeDeclaration: false }
    expect(where(await client.ask('references', 'a.md', [2, 56], { context }))).toEqual(['a.md:2:53', 'sub/c.md:2:33'])
  })

  test('headings as symbols, nested', async () => {
    const symbols = await client.connection.sendRequest<{ name: string; children: { name: string }[] }[]>(
      'textDocument/documentSymbol',
      { textDocument: { uri: client.uri('b.md') } },
    )
    expect(symbols.map(({ name }) => name)).toEqual(['Beta Note'])
    expect(symbols[0]?.children.map(({ name }) => name)).toEqual(['Part one', 'Part two'])
  })
})

describe('hover', () => {
  const hover = async (at: readonly [number, number]): Promise<string> => {
    const found = await client.ask<Hover | null>('hover', 'a.md', at)
    return found === null ? '' : (found.contents as { value: string }).value
  }
  test('the section that a link names, with counts', async () => {
    expect(await hover([2, 9])).toMatch(/^\*\*Beta Note\*\*[\s\S]*## Part two[\s\S]*1 link, \d backlinks_$/)
  })
  test('the note that a link names, its title once', async () => {
    expect(await hover([5, 23])).toMatch(/^\*\*Beta Note\*\*\n\nAbout B\.\n\n## Part one\n\n/)
  })
  test('what a broken link may mean, a tag, a formula, nothing', async () => {
    expect(await hover([2, 46])).toContain('No note named `Nope`')
    expect(await hover([2, 56])).toContain('#idea: 3 notes')
    expect(await hover([5, 12])).toContain('x²')
    expect(await hover([1, 0])).toBe('')
  })
})

describe('completion', () => {
  test('a note by the letters typed; brackets are closed once', async () => {
    const { items } = await client.ask<CompletionList>('completion', 'a.md', [4, 5])
    expect(items[0]).toMatchObject({
      label: 'Beta Note',
      textEdit: { newText: 'Beta Note]]', range: { start: { line: 4, character: 2 }, end: { line: 4, character: 5 } } },
    })
    expect(items[0]?.filterText?.startsWith('Bet')).toBe(true)
  })

  test('headings behind a hash; a bracket that is there is kept', async () => {
    const { items } = await client.ask<CompletionList>('completion', 'a.md', [5, 25])
    expect(items.map(({ label }) => label)).toEqual(['Beta Note', 'Part one', 'Part two'])
    expect(items[1]?.textEdit).toMatchObject({ newText: 'Part one]]', range: { end: { character: 27 } } })
  })

  test('files for embeds, footnotes, callouts, nothing in code', async () => {
    expect(await labels('a.md', [5, 31])).toContain('img/p.png')
    expect(await labels('a.md', [5, 36])).toEqual(['[^note]'])
    expect(await labels('a.md', [8, 4])).toContain('warning')
    expect(await labels('a.md', [5, 5])).toEqual([])
  })

  test('an alias and a file name find their note; blanks are part of what was typed', async () => {
    await client.open('d.md', '[[bee\n[[riding ho\n')
    expect(await labels('d.md', [0, 5])).toEqual(['Bee'])
    expect(await labels('d.md', [1, 11])).toEqual(['Riding'])
    await client.type('d.md', 2, [1, 11], 'zz')
    expect(await labels('d.md', [1, 13])).toEqual([])
  })

  test('keys and values of front matter', async () => {
    await client.open('e.md', '---\nta\ntags: [id\n---\n# E\n')
    expect(await labels('e.md', [1, 2])).toEqual(['tags'])
    expect(await labels('e.md', [2, 9])).toEqual(['idea'])
  })
})

describe('problems', () => {
  test('those of check, none in code or where one types', async () => {
    const told = await client.problems('a.md', (problems) => problems.length > 0)
    expect(told.map(({ code, range }) => `${String(code)} ${range.start.line}:${range.start.character}`)).toEqual(
      expect.arrayContaining(['broken-link 2:44']),
    )
    expect(told.filter(({ range }) => range.start.line === 5 && range.start.character < 10)).toEqual([])
  })

  test('a note made elsewhere ends the problem', async () => {
    writeFileSync(join(root, 'Nope.md'), '# Nope\n')
    await client.problems('a.md', (problems) => !problems.some(({ message }) => String(message).includes('Nope')))
    rmSync(join(root, 'Nope.md'))
    await client.problems('a.md', (problems) => problems.some(({ message }) => String(message).includes('Nope')))
  })
})

describe('problems by a schema', () => {
  test('those of check, at the key as it is in the unsaved text, without those that the note switches off', async () => {
    const schemas = 'notes: {required: [title, owner], properties: {status: {enum: [draft, done]}}}\n'
    const vault = makeVault({ '.wend/schema.yml': schemas, 'n.md': '---\ntitle: N\n---\n' })
    const client = new LspClient(vault)
    await client.start()
    await client.open('n.md', '---\ntitle: N\ntopics: [x]\nstatus: open\n---\n# N\n')
    const told = await client.problems('n.md', (problems) => problems.some(({ code }) => code === 'bad-property'))
    const places = told.map(({ code, range, message }) => `${String(code)} ${range.start.line}: ${String(message)}`)
    expect(places).toEqual(
      expect.arrayContaining([
        'missing-property 0: the front matter has no key "owner"',
        'bad-property 3: "status" must be one of draft, done',
      ]),
    )
    await client.open('o.md', '---\ntitle: O\n---\n# O\n\n[[Nope]] <!-- wend-ignore broken-link -->\n')
    const other = await client.problems('o.md', (problems) => problems.length > 0)
    expect(other.map(({ code }) => code)).toContain('missing-property')
    expect(other.map(({ code }) => code)).not.toContain('broken-link')
    expect(await client.stop()).toBe(0)
    rmSync(vault, { recursive: true, force: true })
  })
})

describe('changes are edits for the client', () => {
  test('a heading, with the links to it', async () => {
    const edit = await client.ask<WorkspaceEdit>('rename', 'a.md', [2, 12], { newName: 'Part 2: new' })
    expect(shownEdit(edit)).toEqual(['a.md@1: Part 2: new', 'b.md@1: Part 2: new', 'sub/c.md@null: part-2-new'])
  })

  test('a note: texts first, then the file', async () => {
    const edit = await client.ask<WorkspaceEdit>('rename', 'sub/c.md', [2, 5], { newName: 'Better' })
    const shown = shownEdit(edit)
    expect(shown.at(-1)).toBe('b.md -> better.md')
    expect(shown).toContain('sub/c.md@null: ../better.md, better')
  })

  test('what can be renamed, and what cannot', async () => {
    expect(await client.ask('prepareRename', 'a.md', [2, 9])).toMatchObject({ placeholder: 'Beta Note' })
    expect(await client.ask('prepareRename', 'a.md', [3, 0])).toBeNull()
    await expect(client.ask('rename', 'a.md', [2, 9], { newName: 'a' })).rejects.toThrow('a.md exists already')
    await expect(client.ask('rename', 'a.md', [2, 9], { newName: ' ' })).rejects.toThrow('empty')
  })

  test('a folder that the client moves keeps its links', async () => {
    const edit = await client.connection.sendRequest<WorkspaceEdit>('workspace/willRenameFiles', {
      files: [{ oldUri: client.uri('sub'), newUri: client.uri('deep/er') }],
    })
    expect(shownEdit(edit)).toEqual(['a.md@1: deep/er/c.md', 'sub/c.md@null: ../../b.md'])
  })

  test('actions: the note that is missing, a link in the other syntax', async () => {
    const titles = async (character: number): Promise<readonly string[]> => {
      const at = { line: 2, character }
      const actions = await client.ask<{ title: string }[]>('codeAction', 'a.md', [2, character], {
        range: { start: at, end: at },
        context: { diagnostics: [] },
      })
      return actions.map(({ title }) => title)
    }
    expect(await titles(46)).toContain('Create nope.md')
    expect(await titles(9)).toEqual(['Make it a markdown link'])
    expect(await titles(29)).toContain('Make it a wikilink')
  })
})

test('a client that cannot rename files is told so; one that goes away ends the server', async () => {
  const other = new LspClient(root)
  await other.start({})
  await expect(other.ask('rename', 'a.md', [0, 3], { newName: 'Omega' })).rejects.toThrow('rename a file')
  expect(await other.die()).toBe(1)
})

test.each(['utf-8', 'utf-32'] as const)('positions in %s', async (encoding) => {
  const other = new LspClient(root)
  const { capabilities } = await other.start({ general: { positionEncodings: [encoding] } })
  expect(capabilities.positionEncoding).toBe(encoding)
  await other.open('a.md', 'see 😀 ä [[b]]\n')
  const character = encoding === 'utf-8' ? 14 : 10
  expect(await other.ask<Location[]>('definition', 'a.md', [0, character])).toHaveLength(1)
  expect(await other.ask<Location[]>('definition', 'a.md', [0, character - 6])).toHaveLength(0)
  // What is typed behind the emoji lands behind it.
  await other.type('a.md', 2, [0, character - 3], 'x ')
  expect(await other.ask<Location[]>('definition', 'a.md', [0, character + 2])).toHaveLength(1)
  expect(await other.ask('prepareRename', 'a.md', [0, character + 2])).toMatchObject({
    range: { start: { line: 0, character: character + 2 }, end: { line: 0, character: character + 3 } },
  })
  await other.stop()
})
