import { describe, expect, test } from '@jest/globals'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { realPath } from '../../src/servers/lsp/file-uri.ts'
import { contentsOf, type HostileVault, putHostileVault, secret } from '../support/hostile-vault.ts'
import { LspClient } from '../support/lsp-client.ts'
import { lspMethods } from '../support/lsp-methods.ts'
import { McpClient } from '../support/mcp-client.ts'
import { testEnvironment } from '../support/run-wend.ts'

/** The names by which a stranger's vault, or an editor that opened it, may lead out. */
const ways = ['a.md', 'sub/d.md', 'secret.md', 'out/secret.md', '../outside/secret.md', 'README.md', 'zero.md']
ways.push(
  'pipe.md',
  'x.canvas',
  'secret.base',
  'Template.md',
  '.wend/index.md',
  'assets/config',
  'around/a.md',
  'new.md',
)

/** A vault, and the environment in which a server writes down what it opens and starts. */
function watched(): {
  readonly vault: HostileVault
  readonly env: Record<string, string>
  readonly check: (said: string) => void
} {
  const vault = putHostileVault()
  const home = mkdtempSync(join(tmpdir(), 'wend-watched-'))
  const record = join(home, 'record')
  writeFileSync(record, '')
  const own = { WEND_TEST_RECORD: record, XDG_STATE_HOME: join(home, 'state'), XDG_CACHE_HOME: join(home, 'cache') }
  const env = testEnvironment({ ...own, NODE_OPTIONS: `--import ${resolve('test/support/record-files.js')}` })
  const stateOf = (): string => contentsOf(vault.outside) + contentsOf(join(vault.cwd, '.git'))
  const before = stateOf()
  const check = (said: string): void => {
    const lines = readFileSync(record, 'utf8').split('\n')
    expect(lines.length).toBeGreaterThan(10)
    expect(lines.filter((line) => line.includes(vault.outside))).toEqual([])
    expect(lines.filter((line) => / \/(?:etc\/passwd|dev\/zero)$/.test(line))).toEqual([])
    expect(lines.filter((line) => /^start (?!git$)/.test(line))).toEqual([])
    expect(said).not.toContain(secret)
    expect(said).not.toContain('root:x:')
    expect(existsSync(vault.marker)).toBe(false)
    expect(stateOf()).toBe(before)
  }
  return { vault, env, check }
}

/** Requests of all kinds about each way out: places of every line, names that lead out or steer a terminal. */
function requestsOfAnEditor({ cwd, outside }: HostileVault): readonly (readonly [string, object])[] {
  const files = [...ways.map((path) => join(cwd, path)), '/etc/passwd', '/dev/zero']
  const uris = files.map((file) => pathToFileURL(file).href)
  const asked = uris.flatMap((uri) =>
    [0, 4, 8, 9, 10, 11, 12, 13].flatMap((line) =>
      lspMethods.map((method) => {
        const position = { line, character: 4 + 7 * (line % 9) }
        const range = { start: { line: 0, character: 0 }, end: { line: line + 3, character: 0 } }
        const context = { diagnostics: [], includeDeclaration: true, triggerKind: 1 }
        const newName = line % 8 === 0 ? '../../outside/x' : 'a\u001b]0;x\u0007'
        const more = { position, range, positions: [position], context, newName, query: '' }
        return [method, { textDocument: { uri }, ...more }] as const
      }),
    ),
  )
  const commands = ['daily', 'new', 'add', 'extract', 'inline', 'nameBlock', 'search', 'graph'].flatMap((name) =>
    ways.map((path) => {
      const names = { note: path, title: path, into: path, to: path, template: path, day: path }
      const said = { ...names, uri: uris[0], folder: 'out', group: '../g', id: 'x', text: 'x', query: 'staple' }
      return ['workspace/executeCommand', { command: `wend.${name}`, arguments: [said] }] as const
    }),
  )
  const newUri = pathToFileURL(join(outside, 'moved.md')).href
  const moves = uris.map((oldUri) => ['workspace/willRenameFiles', { files: [{ oldUri, newUri }] }] as const)
  return [...asked, ...commands, ...moves]
}

describe("in a stranger's vault", () => {
  test('the language server tells nothing of what is outside, whatever it is asked', async () => {
    const { vault, env, check } = watched()
    const client = new LspClient(vault.cwd, ['-C', vault.cwd], env)
    const edits: unknown[] = []
    client.connection.onRequest('workspace/applyEdit', (edit) => (edits.push(edit), { applied: false }))
    await client.start()
    const answers: unknown[] = []
    const changing: unknown[] = []
    const ask = async (method: string, params: object): Promise<void> => {
      const answer = await client.connection.sendRequest(method, params).catch(String)
      ;(/rename|codeAction/i.test(method) ? changing : answers).push(answer)
    }
    const requests = requestsOfAnEditor(vault)
    for (const [method, params] of requests) await ask(method, params)
    const typed =
      '[x](../outside/secret.md) ![[../outside/secret]]\n[[out/\n![](out/\n[y](/etc/pas\n[[out/new]] [z](assets/new.md)\n'
    for (const path of ways) {
      await client.open(path, typed)
      for (const [line, character] of [
        [0, 8],
        [0, 40],
        [1, 6],
        [2, 8],
        [3, 11],
        [4, 4],
        [4, 20],
      ])
        for (const method of ['completion', 'hover', 'definition', 'documentLink', 'codeAction'])
          await ask(`textDocument/${method}`, {
            textDocument: { uri: client.uri(path) },
            position: { line, character },
            range: { start: { line: 0, character: 0 }, end: { line, character } },
            context: { diagnostics: [], triggerKind: 1 },
          })
    }
    expect(await client.stop()).toBe(0)
    const said = JSON.stringify([answers, changing, edits, [...client.diagnostics]]) + client.stderr
    check(said)
    // An editor follows links: what it is told to write must lie in the vault when it does.
    const written = JSON.stringify([edits, changing]).match(/file:(?![^"]*docs\/problems)[^"]*/g) ?? []
    expect(written.length).toBeGreaterThan(20)
    expect(written.filter((uri) => !realPath(fileURLToPath(uri)).startsWith(`${vault.cwd}/`))).toEqual([])
  })

  test.each([[['mcp']], [['mcp', '--write']]])(
    'wend %j tells and changes nothing of what is outside',
    async (words) => {
      const { vault, env, check } = watched()
      const client = new McpClient(['-C', vault.cwd, ...words], env)
      await client.start()
      const { result } = await client.ask('tools/list')
      const tools = result?.['tools'] as unknown as readonly { name: string; inputSchema: { properties: object } }[]
      const names = [...ways, join(vault.outside, 'secret.md'), '/etc/passwd', 'file:///dev/zero', '-', 'Secret']
      const replies: unknown[] = []
      for (const name of names) {
        for (const tool of tools) {
          const { properties } = tool.inputSchema
          replies.push(await client.call(tool.name, filledWith(name, properties)))
        }
        for (const path of [name, encodeURIComponent(name)])
          replies.push(await client.ask('resources/read', { uri: `wend://note/${path}` }))
      }
      expect(await client.close()).toBe(0)
      check(JSON.stringify(replies) + client.stderr)
      expect(tools.length).toBeGreaterThan(words.length === 1 ? 10 : 16)
      expect(client.strayLines).toEqual([])
    },
  )
})

/** An input of a tool in which every text is a name. */
function filledWith(name: string, properties: object): Record<string, unknown> {
  const shapes = Object.entries(properties) as readonly [
    string,
    { type?: string; enum?: readonly string[]; items?: object },
  ][]
  return Object.fromEntries(
    shapes.flatMap(([key, { type, enum: choices }]): readonly (readonly [string, unknown])[] => {
      if (choices !== undefined) return [[key, choices[0]]]
      if (type === 'string') return key === 'hash' || key === 'cursor' ? [] : [[key, name]]
      if (type === 'array') return [[key, [name]]]
      return type === 'object' ? [[key, { [name]: name }]] : []
    }),
  )
}
