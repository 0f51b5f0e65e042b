import { afterEach, describe, expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Diagnostic } from 'vscode-languageserver/node'
import type { ProblemRow } from '../../../src/core/model/report.ts'
import { LspClient } from '../../support/lsp-client.ts'
import { runWend } from '../../support/run-wend.ts'

// Fixture vaults of all tools: an open note or canvas has the problems that `wend check` finds in the file, with its words.

const clients: LspClient[] = []
afterEach(async () => {
  for (const client of clients.splice(0)) expect(await client.stop()).toBe(0)
})

const vaults = resolve('test/vaults')
const severities = ['', 'error', 'warning', 'info']
const row = (problem: Pick<ProblemRow, 'code' | 'severity' | 'line' | 'column' | 'message'>): string =>
  `${problem.line}:${problem.column} ${problem.severity} ${problem.code}: ${problem.message}`

describe.each(readdirSync(vaults))('%s', (name) => {
  test('has the problems of check', async () => {
    const root = join(vaults, name)
    const { stdout } = await runWend(['-C', root, 'check', '--json', '--no-cache'], { cwd: root })
    const { problems } = JSON.parse(stdout) as { readonly problems: readonly ProblemRow[] }
    const client = new LspClient(root)
    clients.push(client)
    await client.start({ textDocument: { diagnostic: {} } })
    for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
      if (!/\.(?:md|markdown|canvas)$/.test(path)) continue
      const wanted = problems.filter((one) => one.path === path)
      // An editor shows what it could decode, whatever the bytes are.
      if (wanted.some(({ code }) => code === 'bad-encoding' || code === 'binary-file')) continue
      await client.open(path, readFileSync(join(root, path), 'utf8').replace(/^\uFEFF/, ''))
      const textDocument = { uri: client.uri(path) }
      const { items } = await client.connection.sendRequest<{ items: readonly Diagnostic[] }>(
        'textDocument/diagnostic',
        { textDocument },
      )
      const told = items.map(({ range: { start }, severity = 0, code, message }) =>
        row({
          line: start.line + 1,
          column: start.character + 1,
          severity: severities[severity] as ProblemRow['severity'],
          code: String(code) as ProblemRow['code'],
          message: String(message).replace(/; did you mean ".*"\?$/, ''),
        }),
      )
      expect({ path, told }).toEqual({ path, told: wanted.map(row) })
    }
  }, 30_000)
})
