import { afterAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { KeptFolder } from '../../../src/io/cache/kept-folder.ts'
import { keptPages } from '../../../src/io/cache/kept-pages.ts'

const root = mkdtempSync(join(tmpdir(), 'wend-kept-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let folders = 0
function emptyFolder(): string {
  return join(root, String(folders++))
}

describe('kept pages', () => {
  test('are read as they were kept, by the same build, under the same name', () => {
    const folder = emptyFolder()
    const pages = keptPages(new KeptFolder(folder, 'one', '/vault'))
    expect(pages.read('["a"]')).toBeUndefined()
    pages.keep('["a"]', 'ζ first\nsecond')
    expect(pages.read('["a"]')).toBe('ζ first\nsecond')
    expect(pages.read('["b"]')).toBeUndefined()
    expect(keptPages(new KeptFolder(folder, 'two', '/vault')).read('["a"]')).toBeUndefined()
    pages.keep('["a"]', 'third')
    expect(pages.read('["a"]')).toBe('third')
    const [file = ''] = readdirSync(folder)
    expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  })

  test('are bounded in number and size', () => {
    const folder = emptyFolder()
    const pages = keptPages(new KeptFolder(folder, 'one', '/vault'))
    for (let number = 0; number < 1500; number++) pages.keep(`["${number}"]`, 'text')
    expect(readdirSync(folder).length).toBeLessThanOrEqual(128)
    expect(pages.read('["1499"]')).toBe('text')
    pages.keep('["1499"]', 'x'.repeat(1_000_000))
    expect(pages.read('["1499"]')).toBe('text')
  })

  test('are never read wrong, however the file is damaged', () => {
    const folder = emptyFolder()
    const pages = keptPages(new KeptFolder(folder, 'one', '/vault'))
    pages.keep('["a"]', 'a page\nof two lines')
    const file = join(folder, readdirSync(folder)[0] ?? '')
    const bytes = readFileSync(file)
    const damage = fc.oneof(
      fc.record({ at: fc.nat(bytes.length - 1), mask: fc.integer({ min: 1, max: 255 }) }).map(({ at, mask }) => {
        const damaged = Buffer.from(bytes)
        damaged[at] = (damaged[at] ?? 0) ^ mask
        return damaged
      }),
      fc.nat(bytes.length - 1).map((length) => bytes.subarray(0, length)),
      fc.uint8Array({ maxLength: 60 }).map((other) => Buffer.from(other)),
    )
    fc.assert(
      fc.property(damage, (damaged) => {
        writeFileSync(file, damaged)
        expect(pages.read('["a"]')).toBeUndefined()
      }),
      { numRuns: 1000 },
    )
  })

  test('are done without where nothing can be written', () => {
    const folder = emptyFolder()
    writeFileSync(folder, 'a file')
    const pages = keptPages(new KeptFolder(folder, 'one', '/vault'))
    pages.keep('["a"]', 'text')
    expect(pages.read('["a"]')).toBeUndefined()
    rmSync(folder)
    pages.keep('["a"]', 'text')
    chmodSync(folder, 0o500)
    pages.keep('["a"]', 'more')
    expect(['text', 'more']).toContain(pages.read('["a"]'))
    chmodSync(folder, 0o700)
  })
})
