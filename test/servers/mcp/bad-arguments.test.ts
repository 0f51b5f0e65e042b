// Arguments that no tool can do anything with: each is answered with what to do next, and by no more than an answer may hold.
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { wordsForAgents } from '../../../src/servers/mcp/agent-words.ts'
import { makeVault } from '../../support/make-vault.ts'
import { McpClient, type Reply } from '../../support/mcp-client.ts'

const text = '---\nstatus: draft\n---\n# A\n\n[[b]]\n'
const root = makeVault({ 'a.md': text, 'b.md': '# B\n' })
const client = new McpClient(['-C', root, 'mcp', '--write'], { XDG_STATE_HOME: `${root}-state` })
interface ToolSeen {
  readonly name: string
  readonly inputSchema: { readonly properties: object; readonly required?: readonly string[] }
}
let tools: readonly ToolSeen[]
let hash: unknown

beforeAll(async () => {
  await client.start()
  tools = (await client.ask('tools/list')).result?.['tools'] as readonly ToolSeen[]
  hash = (await client.data('read', { note: 'a' }))['hash']
})
afterAll(async () => {
  expect(await client.close()).toBe(0)
  expect([client.strayLines, client.stderr]).toEqual([[], ''])
  for (const end of ['', '-state']) rmSync(`${root}${end}`, { recursive: true, force: true })
})

const usual = (): Readonly<Record<string, unknown>> => ({
  ...{ note: 'a', query: 'b', from: 'a', to: 'b', notes: ['a'], title: 'T', text: 't', values: { a: 1 }, hash },
})
const inputOf = ({ inputSchema: { properties, required = [] } }: ToolSeen): Record<string, unknown> => ({
  ...Object.fromEntries(required.map((name) => [name, usual()[name]])),
  ...('dryRun' in properties ? { dryRun: true } : {}),
})
/** What a refusal says, without the lines that it stands between. */
const saidIn = ({ result, error }: Reply): string =>
  error?.message ?? (result?.isError === true ? (result.content?.[0]?.text ?? '') : '')

const bad: readonly unknown[] = [
  ...[null, '', ' ', 0, -1, 1.5, 1e308, -1e308, true, 'NaN', '__proto__', 'constructor', '\0', '\ud800'],
  ...[[], [''], [null], [[]], {}, { notes: 'x' }, [5, 1], [0, 0], 'x'.repeat(300_000), Array(5000).fill('a')],
]

test('of every tool: wrong, huge, empty and strange values are answered, briefly, and nothing is written', async () => {
  for (const tool of tools)
    for (const field of Object.keys(tool.inputSchema.properties).filter((name) => name !== 'dryRun'))
      for (const value of bad) {
        const reply = await client.call(tool.name, { ...inputOf(tool), [field]: value })
        const said = saidIn(reply)
        const size = JSON.stringify(reply).length
        expect([tool.name, field, size < 200_000]).toEqual([tool.name, field, true])
        expect(said).not.toMatch(/\bNaN to|undefined|\[object|TypeError|--[a-z]|wend (?:search|list|new|mv|undo)\b/)
        expect(said.replaceAll('a-state', '')).not.toContain(root)
        expect(reply.error === undefined || [-32602].includes(reply.error.code)).toBe(true)
      }
  expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe(text)
  expect(await client.data('stats')).toMatchObject({ notes: 2 })
}, 240_000)

test.each(['constructor', 'toString', 'hasOwnProperty', 'x'])('a field %s is unknown to every tool', async (field) => {
  for (const tool of tools)
    expect(await client.refusal(tool.name, { ...inputOf(tool), [field]: 1 })).toContain(
      `unknown field ${field}; the fields`,
    )
})

test('__proto__ changes nothing: it is dropped before any tool sees it', async () => {
  const list = (input: string): void =>
    client.send(`{"jsonrpc":"2.0","id":"p","method":"tools/call","params":{"name":"set","arguments":${input}}}`)
  list(
    `{"note":"a","hash":"${String(hash)}","expect":{"notes":1},"__proto__":{"dryRun":false},"values":{"__proto__":{"x":1}}}`,
  )
  expect(await client.data('list', { where: ['x=1'] })).toMatchObject({ notes: [] })
  expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe(text)
  expect(({} as Record<string, unknown>)['x']).toBeUndefined()
})

test('keys that plain objects have are keys like any other', async () => {
  for (const key of ['constructor', 'toString'])
    expect(await client.data('set', { note: 'a', hash, values: { [key]: 1 }, dryRun: true })).toMatchObject({
      diff: expect.stringContaining(`+${key}: 1`),
    })
  for (const where of ['constructor=1', 'toString', '__proto__=1'])
    expect(await client.data('list', { where: [where] })).toMatchObject({ notes: [] })
})

test('what is wrong is said with what to do next, in words of the tools', async () => {
  expect(await client.refusal('read', { note: 'nowhere' })).toContain('the tool search')
  expect(await client.refusal('read', { note: 'a', lines: [] })).toContain('lines must NOT have fewer than 2 items')
  expect(await client.refusal('read', { note: 'a', lines: [9, 12] })).toContain('which has 1 to 7')
  expect(await client.refusal('list', { createdAfter: 'x' })).toContain('createdAfter does not understand the date "x"')
  expect(await client.refusal('search', { query: 1 })).toContain('query must be string')
  expect(await client.refusal('check', { paths: ['nowhere'] })).toContain(
    'relative to the current folder or to the vault',
  )
  expect(await client.refusal('create', { title: 'T', folder: '.hidden', dryRun: true })).toMatch(
    /choose another folder$/m,
  )
})

test('words for agents leave what stands in quotes, and are cut', () => {
  const words = { fields: ['createdAfter'], tools: ['search', 'create'], root: '/home/me/notes' }
  const told = (...messages: string[]): readonly string[] => wordsForAgents(messages, words)
  expect(told('no note named "wend search --created-after"', 'wend new "A"', 'wend doctor')).toEqual([
    'no note named "wend search --created-after"',
    'the tool create "A"',
    'wend doctor',
  ])
  expect(told('created /home/me/notes/a.md', 'not inside the vault /home/me/notes', 'twice', 'twice')).toEqual([
    'created a.md',
    'not inside the vault',
    'twice',
  ])
  expect(told('x'.repeat(9000))[0]).toHaveLength(508)
  expect(told(...Array.from({ length: 100 }, (_, order) => `m${order}`)).at(-1)).toBe('and 60 more')
})
