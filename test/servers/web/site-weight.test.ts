import { expect, test } from '@jest/globals'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { siteIn } from '../../support/site-of.ts'

const build = siteIn(resolve('notes'))

/** Bytes of a file of the site as servers send it. */
async function compressed(address: string): Promise<number> {
  return gzipSync(await contentOf(address), { level: 9 }).length
}

async function contentOf(address: string): Promise<string | Uint8Array> {
  return (await build.files.get(address)?.()) ?? ''
}

/** The address of a file that ships with wend, whose name holds a hash. */
function asset(name: string): string {
  const [stem = '', ending = ''] = name.split('.')
  return (
    [...build.files.keys()].find((address) => new RegExp(`^wend/${stem}-[0-9a-f]{8}\\.${ending}$`).test(address)) ?? ''
  )
}

test('of the vault that ships the first page weighs at most 30 kB compressed, and 100 as it is', async () => {
  expect(await compressed('index.html')).toBeLessThanOrEqual(30_000)
  expect((await contentOf('index.html')).length).toBeLessThanOrEqual(100_000)
})

test('notes weigh at most 12 kB at the median, and nine of ten at most 16', async () => {
  const weights = await Promise.all(build.site.notes.map(({ address }) => compressed(address)))
  weights.sort((a, b) => a - b)
  expect(weights[Math.floor(weights.length / 2)]).toBeLessThanOrEqual(12_000)
  expect(weights[Math.floor(weights.length * 0.9)]).toBeLessThanOrEqual(16_000)
})

test('the stylesheet weighs at most 12 kB, and the scripts that every page loads 10', async () => {
  expect(await compressed(asset('style.css'))).toBeLessThanOrEqual(12_000)
  expect((await compressed(asset('theme.js'))) + (await compressed(asset('page.js')))).toBeLessThanOrEqual(10_000)
})

test('the search weighs at most 300 kB with its index', async () => {
  const [code, index] = [await compressed(asset('search.js')), await compressed('wend/search.js')]
  expect(Math.min(code, index)).toBeGreaterThan(10_000)
  expect(code + index).toBeLessThanOrEqual(300_000)
})
