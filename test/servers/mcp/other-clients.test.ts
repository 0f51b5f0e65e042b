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
