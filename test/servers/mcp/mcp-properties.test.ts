import { afterEach, beforeEach, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeVault } from '../../support/make-vault.ts'
import { McpClient } from '../../support/mcp-client.ts'
import { runWend } from '../../support/run-wend.ts'

let root: string
let client: McpClient
const outside = (): readonly string[] =>
  readdirSync(`${root}-x`).map((name) => `${name}: ${readFileSync(join(`${root}-x`, name), 'utf8')}`)

beforeEach(async () => {
  root = makeVault({
    'a.md': '# A\n\nSee [[b]] and [[Nowhere]].\n',
    'b.md': '---\nstatus: draft\ntags: [x]\ntopics: [t]\n---\n# B\n\nBack to [[a]]. A C d.\n',
    'deep/c d.md': '# C d\n\nA [link](../a.md).\n',
    'secret.md': '---\nprivate: true\n---\n# Hidden thing\n\nhush [[a]]\n',
  })
  mkdirSync(`${root}-x`)
  writeFileSync(`${root}-x/out.md`, '# Outside\n\nhush\n')
  symlinkSync(`${root}-x`, join(root, 'out'))
  client = new McpClient(['-C', root, 'mcp', '--write'], { XDG_STATE_HOME: `${root}-state` })
  await client.start()
})
afterEach(async () => {
  expect(await client.close()).toBe(0)
  expect([client.strayLines, client.stderr]).toEqual([[], ''])
  for (const end of ['', '-x', '-state']) rmSync(`${root}${end}`, { recursive: true, force: true })
})

const name = fc.constantFrom(
  'a',
  'B',
  'deep/c d.md',
  'C d',
  'nothing',
  '',
  '../a',
  '../x',
  'out/out.md',
  '/etc/passwd',
  'a\0',
)
const words = fc.oneof(
  name,
  fc.constantFrom('link', '"', '(', 'NOT', '[[b]]', '/x(/', '--help', '-n', '\u202e', '😀'),
  fc.string(),
)
const small = fc.integer({ min: -2, max: 5 })
const value = fc.oneof(name, words, small, fc.boolean(), fc.constant(null), fc.array(words, { maxLength: 3 }))
const fields = [
  ...['note', 'query', 'from', 'to', 'notes', 'paths', 'only', 'section', 'lines', 'links', 'depth', 'limit', 'cursor'],
  ...['tag', 'topic', 'path', 'where', 'match', 'columns', 'sort', 'reverse', 'orphan', 'created', 'tokens', 'max'],
  ...['title', 'body', 'folder', 'text', 'day', 'period', 'values', 'hash', 'dryRun'],
]
const tools = [
  ...['search', 'read', 'daily', 'list', 'links', 'backlinks', 'related', 'path', 'learn', 'context', 'check', 'stats'],
  ...['tags', 'topics', 'create', 'append', 'set', 'rename', 'link', 'fix', 'undo', 'nope'],
]
/** Any tool with anything, more often than not what it knows. */
const call = fc.record({
  tool: fc.constantFrom(...tools),
  input: fc.oneof(
    fc.record({ note: name }, { requiredKeys: [] }),
    fc.record({ title: words, folder: name, body: words }, { requiredKeys: ['title'] }),
    fc.record({ query: words, limit: small }, { requiredKeys: ['query'] }),
    fc.dictionary(fc.constantFrom(...fields), value, { maxKeys: 4 }),
  ),
  expecting: fc.option(small),
})

test('any calls in any order are answered, stay in the vault and show nothing hidden', async () => {
  const before = outside()
  await fc.assert(
    fc.asyncProperty(fc.array(call, { minLength: 5, maxLength: 25 }), async (calls) => {
      for (const { tool, input, expecting } of calls) {
        const { hash } = tool === 'set' || tool === 'rename' || tool === 'link' ? await hashOf(input) : {}
        const { result, error } = await client.call(tool, {
          ...(hash === undefined ? {} : { hash }),
          ...input,
          ...(expecting === null ? {} : { expect: { notes: expecting } }),
        })
        if (error !== undefined) expect([tool, error.code]).toEqual([expect.any(String), -32602])
        else if (result?.isError === true) expect(result.structuredContent).toBeUndefined()
        else expect(typeof result?.structuredContent).toBe('object')
        expect(JSON.stringify(result ?? {})).not.toMatch(/Hidden thing|root:x:0/)
      }
      expect((await client.ask('ping')).result).toEqual({})
      expect(outside()).toEqual(before)
    }),
    { numRuns: 12 },
  )
}, 120_000)

async function hashOf(input: object): Promise<{ readonly hash?: unknown }> {
  const { result } = await client.call('read', { note: 'note' in input ? input.note : 'a' })
  return { hash: result?.structuredContent?.['hash'] }
}

/** What the command line is asked for the same; the vault is the visible one only without hidden notes. */
const asked = fc.oneof(
  fc
    .constantFrom('links', 'backlinks', 'related')
    .chain((tool) => fc.constantFrom('a', 'B', 'C d').map((note) => ({ tool, input: { note }, line: [tool, note] }))),
  fc.constantFrom('draft', 'link', 'back to', 'c').map((query) => ({
    tool: 'search',
    input: { query },
    line: ['search', query, '-n', '10'],
  })),
  fc.constantFrom('title', 'path', 'words', 'backlinks').map((sort) => ({
    tool: 'list',
    input: { sort },
    line: ['list', '--sort', sort],
  })),
)

test('answers are those of the command line', async () => {
  rmSync(join(root, 'secret.md'))
  await fc.assert(
    fc.asyncProperty(asked, async ({ tool, input, line }) => {
      const { result } = await client.call(tool, input)
      const { stdout } = await runWend([...line, '--json'], { cwd: root })
      const printed = JSON.parse(stdout, (_key, one: unknown) => withoutPlace(one)) as unknown
      const [rows] = Object.values(result?.structuredContent ?? {})
      expect(rows).toEqual(printed)
    }),
    { numRuns: 25 },
  )
}, 60_000)

/** Where files lie on this machine is not told to agents. */
function withoutPlace(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'absPath'))
}
