// What happens beside the usual call: messages without end, folders that go and come, two programs at one note.
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { shortLines } from '../../../src/servers/mcp/short-lines.ts'
import { makeVault } from '../../support/make-vault.ts'
import { McpClient } from '../../support/mcp-client.ts'

let root: string
const start = async (): Promise<McpClient> => {
  const client = new McpClient(['-C', root, 'mcp', '--write'], { XDG_STATE_HOME: `${root}-state` })
  await client.start()
  return client
}

beforeEach(() => {
  root = makeVault({ 'a.md': '# A\n\n[[b]]\n', 'b.md': '# B\n' })
})
afterEach(() => {
  for (const end of ['', '-moved', '-state']) rmSync(`${root}${end}`, { recursive: true, force: true })
})

test('a message that is too long is left out, the next is answered, and the end of input ends it', async () => {
  const client = await start()
  client.send(`{"jsonrpc":"2.0","id":"long","method":"ping","params":{"x":"${'y'.repeat(12_000_000)}"}}`)
  expect((await client.ask('ping')).result).toEqual({})
  expect(await client.close()).toBe(0)
  expect(client.stderr).toContain('a message of more than 8 MB was left out')
})

test.each([1, 2, 3, 7, 100])('lines pass in pieces of %d bytes, but for those that are too long', async (size) => {
  const all = Buffer.from('ab\n\nabcde\nabcdef\nü\nabcdefg\nend')
  const pieces = Array.from({ length: Math.ceil(all.length / size) }, (_, order) =>
    all.subarray(order * size, (order + 1) * size),
  )
  let told = 0
  expect(await text(Readable.from(pieces).pipe(shortLines(6, () => told++)))).toBe('ab\n\nabcde\nü\nend')
  expect(told).toBe(2)
})

test('a vault that is moved away is empty, and another at its place is read', async () => {
  const client = await start()
  expect(await client.data('stats')).toMatchObject({ notes: 2 })
  renameSync(root, `${root}-moved`)
  expect(await client.data('list')).toMatchObject({ notes: [] })
  expect(await client.refusal('append', { note: 'b', text: 'x', expect: { notes: 1 } })).toContain('no note named')
  mkdirSync(root)
  writeFileSync(join(root, 'new.md'), '# New\n')
  expect(await client.data('list', { columns: ['path'] })).toMatchObject({ rows: [{ path: 'new.md' }] })
  writeFileSync(join(root, 'newer.md'), '# Newer\n')
  expect(await client.data('stats')).toMatchObject({ notes: 2 })
  expect(readFileSync(`${root}-moved/b.md`, 'utf8')).toBe('# B\n')
  expect(await client.close()).toBe(0)
})

test('of two programs that change a note by the same hash, one is refused', async () => {
  const [one, other] = [await start(), await start()]
  for (let turn = 0; turn < 6; turn++) {
    const [{ hash }] = [await one.data('read', { note: 'b' })]
    expect(await other.data('read', { note: 'b' })).toMatchObject({ hash })
    const replies = await Promise.all([
      one.call('append', { note: 'b', text: `one ${turn}`, hash, expect: { notes: 1 } }),
      other.call('set', { note: 'b', values: { turn }, hash, expect: { notes: 1 } }),
    ])
    expect(replies.filter(({ result }) => result?.isError !== true)).toHaveLength(1)
  }
  expect([await one.close(), await other.close()]).toEqual([0, 0])
})
