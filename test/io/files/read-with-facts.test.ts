import { afterAll, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readWithFacts } from '../../../src/io/files/read-with-facts.ts'

const folder = mkdtempSync(join(tmpdir(), 'wend-read-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a file of any length is read whole, with its facts', () => {
  const file = join(folder, 'a.md')
  for (const length of [0, 1, 1000, (1 << 17) - 1, 1 << 17, (1 << 17) + 1, 3_000_000, 5]) {
    const bytes = Buffer.alloc(length, 'wend')
    writeFileSync(file, bytes)
    const read = readWithFacts(file)
    expect(read.bytes.equals(bytes)).toBe(true)
    expect(read.facts.mtimeMs).toBe(statSync(file).mtimeMs)
    expect(read.facts.size).toBe(length)
  }
})

test('what is no file, or missing, is an error of the system', () => {
  mkdirSync(join(folder, 'b.md'))
  expect(() => readWithFacts(join(folder, 'b.md'))).toThrow(expect.objectContaining({ code: 'EISDIR' }))
  expect(() => readWithFacts(join(folder, 'c.md'))).toThrow(expect.objectContaining({ code: 'ENOENT' }))
})
