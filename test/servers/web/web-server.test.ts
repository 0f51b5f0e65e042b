import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { symlinkSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { readVault } from '../../../src/io/vault/read-vault.ts'
import { readAttachment } from '../../../src/io/publish/read-attachment.ts'
import { askedRange, requestedAddress } from '../../../src/servers/web/web-server.ts'
import { type RunningSite, serveSite } from '../../../src/servers/web/serve-site.ts'
import type { Vault } from '../../../src/core/vault/vault.ts'
import { readFileSync } from 'node:fs'
import { makeVault } from '../../support/make-vault.ts'

const root = makeVault({
  'a.md': '# A\n\n[[b]] ![[p.svg]] ![[out.png]]',
  'b.md': '# B\n\n%% hidden %%',
  'secret.md': '---\nprivate: true\n---\n# Secret',
  'p.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  '.hidden.md': 'x',
})
writeFileSync(join(root, '..', 'outside.png'), 'outside')
symlinkSync('../outside.png', join(root, 'out.png'))
let site: RunningSite
let tell: (vault: Vault) => void = () => undefined
const read = (): Vault => readVault(root, { ignore: [], follow: false })

beforeAll(async () => {
  site = await serveSite({
    inputs: {
      vault: read(),
      isExcluded: () => false,
      readText: (path) => readFileSync(join(root, path), 'utf8'),
      readBytes: (path) => readAttachment(root, path),
      history: { dates: new Map(), formerNames: new Map() },
      macros: new Map(),
      synonyms: [],
      settings: { title: 'T', language: 'en', colors: {} },
      formerTopics: [],
    },
    place: { host: '127.0.0.1', port: 0, tries: 0 },
    watch: async (later) => {
      tell = later
      return { close: () => undefined }
    },
  })
})
afterAll(() => site.close())

/** What the server answers to bytes. */
function raw(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(site.url).port), '127.0.0.1', () => socket.end(request))
    let answer = ''
    socket.on('data', (data) => (answer += data.toString()))
    socket.on('close', () => resolve(answer))
    socket.on('error', reject)
  })
}

const ask = async (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<string> => {
  const lines = Object.entries({ host: new URL(site.url).host, ...headers }).map(([name, value]) => `${name}: ${value}`)
  return raw(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\nconnection: close\r\n\r\n`)
}
const status = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1])

describe('a server of notes', () => {
  test('listens on this machine alone', () => expect(site.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/))

  test.each([
    ['/', 200],
    ['/index.html', 200],
    ['/a.html', 200],
    ['/a.html?beside=b.html', 200],
    ['/%61.html', 200],
    ['/wend/notes.js', 200],
    ['/p.svg', 200],
    ['/secret.html', 404],
    ['/secret.md', 404],
    ['/.hidden.md', 404],
    ['/.wend/config.yml', 404],
    ['/out.png', 404],
    ['/../../etc/passwd', 404],
    ['/%2e%2e/%2e%2e/etc/passwd', 404],
    ['/..%2f..%2fetc%2fpasswd', 404],
    ['/....//etc/passwd', 404],
    ['//etc/passwd', 404],
    ['/a.html/../../b.html', 404],
    ['/%ff', 400],
    ['/%', 400],
    ['/a.html%00.png', 400],
    ['/..\\..\\etc\\passwd', 400],
    ['/%5c..%5cetc', 400],
    ['/__proto__', 404],
    ['/constructor', 404],
    ['http://e.org/a.html', 400],
    ['*', 400],
  ])('%s is answered with %d', async (path, code) => {
    const answer = await ask(path)
    expect(status(answer)).toBe(code)
    expect(answer).not.toMatch(/root:|outside$/)
  })

  test.each([
    [{ host: 'e.org' }, 403],
    [{ host: '' }, 403],
    [{ host: '127.0.0.1' }, 403],
    [{ host: 'localhost:1' }, 403],
    [{ origin: 'https://e.org' }, 403],
    [{ origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' }, 403],
    [{ 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }, 403],
    [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }, 403],
    [{ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }, 200],
    [{ 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }, 200],
  ] as const)('a request with %j is answered with %d', async (headers, code) => {
    expect(status(await ask('/wend/notes.js', headers))).toBe(code)
  })

  test('its own origin and the name localhost are fine', async () => {
    const { host, port } = new URL(site.url)
    expect(status(await ask('/', { origin: `http://${host}` }))).toBe(200)
    expect(status(await ask('/', { host: `localhost:${port}` }))).toBe(200)
  })

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s changes nothing', async (method) => {
    const answer = await ask('/a.html', {}, method)
    expect(status(answer)).toBe(405)
    expect(answer).toMatch(/^allow: GET, HEAD\r$/m)
  })

  test('of two hosts none is taken', async () => {
    const { host } = new URL(site.url)
    expect(status(await raw(`GET / HTTP/1.1\r\nHost: ${host}\r\nhost: e.org\r\nconnection: close\r\n\r\n`))).toBe(400)
  })

  test('what a page listens to has a head, too', async () => {
    expect(status(await ask('/wend/events', {}, 'HEAD'))).toBe(200)
  })

  test('nothing that is sent may be framed, sniffed or run', async () => {
    const page = await ask('/a.html')
    expect(page).toMatch(/content-security-policy: .*script-src 'self'.*frame-ancestors 'none'/)
    expect(page).not.toMatch(/script-src[^;]*unsafe/)
    expect(page).toContain('x-content-type-options: nosniff')
    expect(page).toContain('cross-origin-resource-policy: same-origin')
    expect(await ask('/p.svg')).toMatch(/content-security-policy: default-src 'none'.*sandbox/)
  })

  test('of a file a part is given, as players ask for', async () => {
    const whole = (await ask('/p.svg')).split('\r\n\r\n')[1] ?? ''
    const part = await ask('/p.svg', { range: 'bytes=1-4' })
    expect(part).toMatch(/^HTTP\/1.1 206 /)
    expect(part).toContain(`content-range: bytes 1-4/${whole.length}`)
    expect(part.split('\r\n\r\n')[1]).toBe(whole.slice(1, 5))
    expect(await ask('/p.svg', { range: 'bytes=100000-' })).toMatch(/^HTTP\/1.1 416 /)
    expect(await ask('/p.svg', { range: 'bytes=1-4' }, 'HEAD')).toMatch(/^HTTP\/1.1 200 /)
  })

  test('what is named by what it holds may be kept, all else is asked for each time', async () => {
    const page = await ask('/a.html')
    expect(page).toContain('cache-control: no-store')
    const style = /wend\/style-\w+\.css/.exec(page)?.[0] ?? ''
    expect(await ask(`/${style}`)).toContain('cache-control: max-age=31536000, immutable')
    for (const path of ['/wend/notes.js', '/b-12345678.js', '/wend/gone-12345678.js'])
      expect([path, /cache-control: .*/.exec(await ask(path))?.[0].trim()]).toEqual([path, 'cache-control: no-store'])
  })

  test('a page says which state of its notes it shows, and is told of the next', async () => {
    const versionOf = async (path: string): Promise<string> => /data-version="(\d+)"/.exec(await ask(path))?.[1] ?? ''
    const first = await versionOf('/b.html')
    const events: string[] = []
    const socket = connect(Number(new URL(site.url).port), '127.0.0.1', () =>
      socket.write(`GET /wend/events HTTP/1.1\r\nhost: ${new URL(site.url).host}\r\n\r\n`),
    )
    socket.on('data', (data) => events.push(data.toString()))
    await until(() => events.join('').includes(`data: ${first}\n`))
    writeFileSync(join(root, 'b.md'), '# B anew\n\n[[c]]')
    writeFileSync(join(root, 'c.md'), '# C')
    tell(read())
    const second = await versionOf('/b.html')
    expect(second).not.toBe(first)
    await until(() => events.join('').includes(`data: ${second}\n`))
    expect(await ask('/b.html')).toContain('B anew')
    expect(await ask('/c.html')).toContain('1 note leans')
    socket.destroy()
  })
})

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !holds(); tries++) await new Promise((resolve) => setTimeout(resolve, 10))
  expect(holds()).toBe(true)
}

test.each([
  ['bytes=0-10', { first: 0, last: 10 }],
  ['bytes=90-', { first: 90, last: 99 }],
  ['bytes=90-1000', { first: 90, last: 99 }],
  ['bytes=-5', { first: 95, last: 99 }],
  ['bytes=-500', { first: 0, last: 99 }],
  ['bytes=100-', 'none'],
  ['bytes=-0', 'none'],
  ['bytes=5-2', undefined],
  ['bytes=-', undefined],
  ['bytes=0-1,3-4', undefined],
  ['lines=0-1', undefined],
  ['bytes=99999999999999999999-', undefined],
  [undefined, undefined],
])('of 100 bytes %j are %j', (asked, part) => expect(askedRange(asked, 100)).toEqual(part))

test('no part of an empty file can be given', () => {
  expect(askedRange('bytes=-5', 0)).toBe('none')
  expect(askedRange('bytes=0-', 0)).toBe('none')
})

test.each([
  ['/a%20b.html', 'a b.html'],
  ['/folder/', 'folder/index.html'],
  ['/x?y#z', 'x'],
  ['x', undefined],
])('the address of %s is %s', (url, address) => expect(requestedAddress(url)).toBe(address))
