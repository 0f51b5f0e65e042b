import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic } from 'vscode-languageserver/node'
import { LspClient } from '../../support/lsp-client.ts'
import { makeVault } from '../../support/make-vault.ts'

// The settings of a vault that change while notes are open: nobody types, nobody asks.

const text = '---\ntitle: A\nstatus: odd\n---\n\n# A\n\n[[gone]] ((5f0c7a3e-1111-4222-8333-444455556666))\n'
let root: string
let client: LspClient
const said: string[] = []
beforeAll(async () => {
  root = makeVault({ '.git/HEAD': '', 'a.md': text })
  client = new LspClient(root)
  client.connection.onNotification('window/showMessage', ({ message }: { message: string }) => void said.push(message))
  await client.start()
  await client.open('a.md', text)
  await told(['broken-link 1'])
})
afterAll(async () => {
  expect(await client.stop()).toBe(0)
  expect(client.stderr).toBe('')
  rmSync(root, { recursive: true, force: true })
})

function set(file: string, content: string): void {
  mkdirSync(join(root, '.wend'), { recursive: true })
  writeFileSync(join(root, file), content)
}

async function told(wanted: readonly string[]): Promise<void> {
  const shown = (problems: readonly Diagnostic[]): string =>
    problems.map(({ code, severity }) => `${String(code)} ${severity ?? 0}`).join()
  await client.problems('a.md', (problems) => shown(problems) === wanted.join())
}

test('a schema that is made, changed, named elsewhere and removed', async () => {
  set('.wend/schema.yml', 'notes: { properties: { status: { enum: [draft] } } }')
  await told(['bad-property 2', 'broken-link 1'])
  set('.wend/schema.yml', 'notes: { properties: { status: { enum: [odd] } } }')
  await told(['broken-link 1'])
  set('.wend/schema.yml', 'notes: note.json')
  set('note.json', '{ "required": ["author"] }')
  await told(['missing-property 2', 'broken-link 1'])
  set('note.json', '{ "required": ["title"] }')
  await told(['broken-link 1'])
  set('note.json', '{ "required": ["author"] }')
  await told(['missing-property 2', 'broken-link 1'])
  rmSync(join(root, '.wend', 'schema.yml'))
  await told(['broken-link 1'])
})

test('rules, what check leaves out, and what is a note', async () => {
  set('.wend/config.yml', 'check: { rules: { broken-link: warning } }')
  await told(['broken-link 2'])
  set('.wend/config.yml', 'check: { ignore: [a.md] }')
  await told([])
  set('.wend/config.yml', '')
  await told(['broken-link 1'])
  mkdirSync(join(root, 'sub'))
  set('sub/gone.md', '# Gone\n')
  await told([])
  set('.wend/config.yml', 'ignore: [sub/]')
  await told(['broken-link 1'])
  rmSync(join(root, 'sub'), { recursive: true })
})

test('a configuration that is wrong is told of, and what was before stands', async () => {
  set('.wend/config.yml', 'check: { rules: { broken-link: info } }')
  await told(['broken-link 3'])
  set('.wend/config.yml', 'check: [')
  for (let wait = 0; wait < 200 && said.length === 0; wait++) await new Promise((turn) => setTimeout(turn, 50))
  expect(said).toEqual([expect.stringContaining('config.yml:1:')])
  await client.type('a.md', 2, [7, 0], '[[nope]] ')
  await told(['broken-link 3', 'broken-link 3'])
  set('.wend/config.yml', '')
  await told(['broken-link 1', 'broken-link 1'])
})
