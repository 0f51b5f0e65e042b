import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type ChildProcess, spawn } from 'node:child_process'
import { connect } from 'node:net'
import { makeVault } from '../../support/make-vault.ts'
import { testEnvironment } from '../../support/run-wend.ts'

const token = 'a-token-of-the-test'
const root = makeVault({ 'a.md': '# Alpha\n\nSecret words.\n' })
let server: ChildProcess
let port = 0

beforeAll(async () => {
  server = spawn(process.execPath, ['bin/wend.js', '-C', root, 'mcp', '--http', '0', '--token', token], {
    env: testEnvironment(),
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (data: Buffer) => (said += data.toString()))
  for (let tries = 0; port === 0 && tries < 600; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    port = Number(/http:\/\/127\.0\.0\.1:(\d+)\/mcp/.exec(said)?.[1] ?? 0)
  }
  expect(port).toBeGreaterThan(0)
})
afterAll(() => void server.kill())

/** What the server answers to bytes, until its last chunk, until it closes, or until a while has gone by. */
function raw(request: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(request))
    const end = (): void => (socket.destroy(), resolve(answer))
    socket.on('data', (data) => {
      answer += data.toString()
      if (answer.endsWith('\r\n0\r\n\r\n')) end()
    })
    socket.on('close', end)
    socket.on('error', end)
    socket.setTimeout(4000, end)
  })
}

const list = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'list', arguments: {} } })

function ask(headers: Readonly<Record<string, string>>, path = '/mcp', body = list, method = 'POST'): Promise<string> {
  const all = {
    host: `127.0.0.1:${port}`,
    authorization: `Bearer ${token}`,
    accept: 'application/json, text/event-stream',
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
    ...headers,
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return raw(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
}

const status = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1])

describe('a server for agents over HTTP', () => {
  test('answers who knows the token', async () => {
    const answer = await ask({})
    expect(status(answer)).toBe(200)
    expect(answer).toContain('a.md')
  })

  test.each([
    [{ host: 'e.org' }, 403],
    [{ host: 'e.org@127.0.0.1' }, 403],
    [{ host: '127.0.0.1.e.org' }, 403],
    [{ host: '' }, 403],
    [{ origin: 'https://e.org' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: 'http://localhost.e.org' }, 403],
    [{ authorization: '' }, 401],
    [{ authorization: `Bearer ${token}x` }, 401],
    [{ authorization: `Basic ${token}` }, 401],
    [{ authorization: token }, 401],
  ] as const)('a request with %j is answered with %d', async (headers, code) => {
    const answer = await ask(headers)
    expect(status(answer)).toBe(code)
    expect(answer).not.toContain('a.md')
    expect(answer).not.toContain(token)
  })

  test.each(['/', '/mcp/', '/mcp/../a.md', '/..%2fetc%2fpasswd', '/%00', '//mcp', '/MCP', 'http://e.org/mcp'])(
    'there is nothing at %s',
    async (path) => expect(status(await ask({}, path))).toBe(404),
  )

  test.each([
    ['no JSON', '{'],
    ['deep JSON', '['.repeat(100_000)],
    ['an unknown method', '{"jsonrpc":"2.0","id":1,"method":"constructor"}'],
    ['a path that leads out', list.replace('"list","arguments":{}', '"read","arguments":{"note":"../../etc/passwd"}')],
    ['a large body', `"${'a'.repeat(20_000_000)}"`],
  ])('%s is refused, and the next is answered', async (_what, body) => {
    expect(await ask({}, '/mcp', body)).not.toMatch(/root:x:|^HTTP\/1\.1 5/)
    expect(status(await ask({}))).toBe(200)
  })

  test.each([
    'GET / HTTP/1.1\r\n\r\n',
    'nonsense\r\n\r\n',
    '\0\0\0\0\r\n\r\n',
    `GET /${'a'.repeat(100_000)} HTTP/1.1\r\n\r\n`,
  ])('bytes that are no request are no harm', async (bytes) => {
    expect(status(await raw(bytes))).toBeGreaterThanOrEqual(400)
    expect(status(await ask({}))).toBe(200)
  })

  test('a request that never ends keeps nobody waiting', async () => {
    const waiting = Array.from({ length: 50 }, () => connect(port, '127.0.0.1').on('error', () => undefined))
    for (const socket of waiting) socket.write(`POST /mcp HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-length: 9\r\n`)
    expect(status(await ask({}))).toBe(200)
    for (const socket of waiting) socket.destroy()
  })
})
