import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkUrls, type UrlRequest } from '../../../src/io/network/check-urls.ts'
import { readStatuses } from '../../../src/commands/check/check-options.ts'

/** What the server does for a path; the count says the how-manieth request for it this is. */
type Handler = (response: ServerResponse, request: IncomingMessage, count: number) => void

const pages: Readonly<Record<string, Handler>> = {
  '/ok': (response) => response.end('fine'),
  '/no-head': (response, { method }) => response.writeHead(method === 'HEAD' ? 405 : 200).end(),
  '/missing': (response) => response.writeHead(404).end(),
  '/moved': (response) => response.writeHead(302, { location: '/ok' }).end(),
  '/loop': (response) => response.writeHead(302, { location: '/loop' }).end(),
  '/moody': (response, _request, count) => response.writeHead(count < 3 ? 503 : 200).end(),
  '/busy': (response, _request, count) => response.writeHead(count < 3 ? 429 : 200, { 'retry-after': '0' }).end(),
  '/hang': () => undefined,
  '/down': (response) => response.writeHead(503).end(),
  '/cut': (response) => response.destroy(),
  '/forbidden': (response) => response.writeHead(403).end(),
}

let server: Server
let base = ''
let requests: string[] = []
let running = 0
let mostRunning = 0

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? ''
    requests.push(`${request.method ?? ''} ${path}`)
    running++
    mostRunning = Math.max(mostRunning, running)
    response.on('close', () => running--)
    const count = requests.filter((line) => line.endsWith(` ${path}`)).length
    const handler = pages[path.replace(/\?.*/, '')]
    if (path.startsWith('/slow')) setTimeout(() => response.end(), 30)
    else if (handler === undefined) response.writeHead(404).end()
    else handler(response, request, count)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

beforeEach(() => {
  requests = []
  mostRunning = 0
})

const quick: UrlRequest = {
  accepts: readStatuses([]),
  patience: { timeoutMs: 300, retries: 2, pauseMs: 1, privately: true },
  shares: { total: 8, perHost: 8 },
  now: 1_000_000,
}

async function verdict(path: string, request: Partial<UrlRequest> = {}): Promise<unknown> {
  return (await checkUrls([base + path], { ...quick, ...request })).get(base + path)
}

describe('a web address', () => {
  test.each([
    ['/ok', { ok: true, status: 200 }, ['HEAD /ok']],
    ['/no-head', { ok: true, status: 200 }, ['HEAD /no-head', 'GET /no-head']],
    ['/missing', { ok: false, status: 404, reason: 'answers 404 (not found)' }, ['HEAD /missing', 'GET /missing']],
    ['/moved', { ok: true, status: 200 }, ['HEAD /moved', 'HEAD /ok']],
  ])('%s', async (path, expected, asked) => {
    expect(await verdict(path)).toEqual(expected)
    expect(requests).toEqual(asked)
  })

  test('is asked again when it may be better in a moment', async () => {
    expect(await verdict('/moody')).toEqual({ ok: true, status: 200 })
    expect(await verdict('/busy')).toEqual({ ok: true, status: 200 })
  })

  test('that does not answer says why', async () => {
    expect(await verdict('/hang', { patience: { ...quick.patience, timeoutMs: 50, retries: 0 } })).toEqual({
      ok: false,
      reason: 'no answer within 0.05 seconds',
    })
    expect(await verdict('/cut')).toMatchObject({ ok: false, reason: 'the host breaks off the connection' })
    expect(await verdict('/loop')).toMatchObject({ ok: false, reason: expect.stringMatching(/redirect/) })
    const closed = createServer()
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(closed.address() as AddressInfo).port}/`
    await new Promise((resolve) => closed.close(resolve))
    const verdicts = await checkUrls([url, 'http://%'], quick)
    expect(verdicts.get(url)).toEqual({ ok: false, reason: 'the host refuses the connection' })
    expect(verdicts.get('http://%')).toMatchObject({ ok: false })
  })

  test('is asked again as often as was said, and no more', async () => {
    expect(await verdict('/down')).toMatchObject({ ok: false, status: 503 })
    expect(requests).toEqual(Array(3).fill(['HEAD /down', 'GET /down']).flat())
  })

  test('may answer with any status that is accepted', async () => {
    expect(await verdict('/forbidden', { accepts: readStatuses(['200-299,403']) })).toEqual({ ok: true, status: 403 })
  })
})

describe('many web addresses', () => {
  test('are each asked once, no more at a time than one host is owed', async () => {
    const urls = Array.from({ length: 20 }, (_, index) => `${base}/slow?${index % 10}`)
    const progress: string[] = []
    const verdicts = await checkUrls(urls, {
      ...quick,
      shares: { total: 8, perHost: 2 },
      onProgress: (done, total) => progress.push(`${done}/${total}`),
    })
    expect(verdicts.size).toBe(10)
    expect(requests).toHaveLength(10)
    expect(mostRunning).toBe(2)
    expect(progress.at(0)).toBe('0/10')
    expect(progress.at(-1)).toBe('10/10')
  })
})

describe('answers', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'wend-urls-')), 'deep', 'urls')
  const cache = { file, maxAgeMs: 1000 }

  test('are believed for a while, and judged anew', async () => {
    await verdict('/forbidden', { cache })
    requests = []
    expect(await verdict('/forbidden', { cache, now: quick.now + 1000 })).toMatchObject({ ok: false, status: 403 })
    expect(await verdict('/forbidden', { cache, accepts: () => true })).toMatchObject({ ok: true })
    expect(requests).toEqual([])
    await verdict('/forbidden', { cache, now: quick.now + 1001 })
    await verdict('/forbidden', { cache, now: quick.now - 1 })
    expect(requests.length).toBeGreaterThan(1)
  })

  test.each([
    ['empty', () => ''],
    ['of a version before', () => '{"version":1,"answers":{}}'],
    ['cut', (whole: string) => whole.slice(0, -1)],
    ['with another status', (whole: string) => whole.replace('"status":200', '"status":404')],
  ])('of a cache that is damaged (%s) count for nothing', async (_how, damage) => {
    await verdict('/ok', { cache, now: quick.now + 5000 })
    writeFileSync(file, damage(readFileSync(file, 'latin1')), 'latin1')
    requests = []
    expect(await verdict('/ok', { cache })).toEqual({ ok: true, status: 200 })
    expect(await verdict('/ok', { cache })).toEqual({ ok: true, status: 200 })
    expect(requests).toEqual(['HEAD /ok'])
  })

  test('need no cache folder', async () => {
    expect(await verdict('/ok', { cache: { file: '/dev/null/urls', maxAgeMs: 1 } })).toMatchObject({ ok: true })
  })
})

describe('--accept', () => {
  test.each([
    [[], [200, 299], [199, 300, 404]],
    [['200,403'], [200, 403], [201, 404]],
    [['200-204', '500..=599'], [204, 500, 599], [205]],
  ])('%j', (lists, fine, bad) => {
    const accepts = readStatuses(lists)
    expect(fine.every(accepts)).toBe(true)
    expect(bad.some(accepts)).toBe(false)
  })

  test.each(['2xx', '999', 'ok', '200-'])('refuses %s', (word) => {
    expect(() => readStatuses([word])).toThrow()
  })
})
