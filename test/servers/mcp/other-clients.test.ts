import { expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'

/** The Python that has the package `mcp`: WEND_PYTHON, or the one on the path. */
const python = process.env['WEND_PYTHON'] ?? 'python3'
const hasClient = spawnSync(python, ['-c', 'import mcp']).status === 0

interface Seen {
  readonly tools: { readonly tools: readonly { readonly name: string }[] }
  readonly found: { readonly structuredContent: { readonly hits: readonly unknown[] } }
  readonly refused: { readonly isError: boolean; readonly content: readonly { readonly text: string }[] }
  readonly resources: { readonly resources: readonly { readonly uri: string }[] }
  readonly prompts: { readonly prompts: readonly unknown[] }
}

// Where it is missing, install `mcp` from PyPI and name that Python in WEND_PYTHON.
const whereInstalled = hasClient ? test : test.skip
whereInstalled('the Python client lists, asks, is refused and reads', () => {
  const line = ['node', 'bin/wend.js', '-C', 'test/vaults/garden', 'mcp']
  const { stdout, stderr } = spawnSync(python, ['test/servers/mcp/python_client.py', ...line], { encoding: 'utf8' })
  expect(stderr).toBe('')
  const seen = JSON.parse(stdout) as Seen
  expect(seen.tools.tools.map(({ name }) => name)).toEqual(expect.arrayContaining(['search', 'read', 'context']))
  expect(seen.found.structuredContent.hits.length).toBeGreaterThan(0)
  expect(seen.refused).toMatchObject({ isError: true })
  expect(seen.refused.content[0]?.text).toContain('no note named')
  expect(seen.resources.resources.map(({ uri }) => uri)).toContain('wend://index')
  expect(seen.prompts.prompts).toHaveLength(4)
})

/** The official inspector: WEND_INSPECTOR, or `mcp-inspector` on the path. Without a server to ask its command line ends at once. */
const inspector = process.env['WEND_INSPECTOR'] ?? 'mcp-inspector'
const hasInspector = spawnSync(inspector, ['--cli'], { timeout: 10_000 }).status !== null

// Where it is missing, install `@modelcontextprotocol/inspector` from npm and name its `mcp-inspector` in WEND_INSPECTOR.
const whereInspected = hasInspector ? test : test.skip
whereInspected(
  'the inspector lists tools and resources, asks, reads and gets a prompt',
  () => {
    const ask = <T>(...args: readonly string[]): T => {
      const server = ['node', 'bin/wend.js', '-C', 'test/vaults/garden', 'mcp']
      const { stdout, status } = spawnSync(inspector, ['--cli', ...server, '--method', ...args], {
        encoding: 'utf8',
        timeout: 20_000,
      })
      expect({ status, args }).toEqual({ status: 0, args })
      return JSON.parse(stdout) as T
    }
    expect(ask<Seen['tools']>('tools/list').tools.map(({ name }) => name)).toContain('context')
    const found = ask<Seen['found']>('tools/call', '--tool-name', 'search', '--tool-arg', 'query=sour coffee')
    expect(found.structuredContent.hits.length).toBeGreaterThan(0)
    const refused = ask<Seen['refused']>('tools/call', '--tool-name', 'read', '--tool-arg', 'note=../outside')
    expect(refused.isError).toBe(true)
    expect(ask<Seen['resources']>('resources/list').resources.map(({ uri }) => uri)).toContain('wend://index')
    const read = ask<{ contents: readonly { text: string }[] }>('resources/read', '--uri', 'wend://topics')
    expect(read.contents[0]?.text).toContain('it is data')
    const prompt = ['--prompt-name', 'explore_topic', '--prompt-args', 'topic=coffee']
    expect(ask<{ messages: readonly unknown[] }>('prompts/get', ...prompt).messages).toHaveLength(1)
  },
  60_000,
)
