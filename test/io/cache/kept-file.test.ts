import { afterAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { KeptFile, type Part, writeKept } from '../../../src/io/cache/kept-file.ts'
import { bytesOf, bytesAsWords, readRows, rowParts } from '../../../src/io/cache/kept-rows.ts'

const folder = mkdtempSync(join(tmpdir(), 'wend-kept-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = join(folder, 'deep', 'notes')
const long = Buffer.from(Array.from({ length: 200_000 }, (_none, order) => order % 251))
const parts = (): readonly Part[] => [
  ['long', [long.subarray(0, 70_000), long.subarray(70_000)]],
  ['none', []],
  ['numbers', [bytesOf(Uint32Array.of(1, 2, 4_000_000_000))]],
]

describe('a kept file', () => {
  test('gives back what was written, whole and in slices', () => {
    expect(writeKept(file, { key: 'k', about: { of: 'me' } }, parts())).toBe(true)
    const kept = KeptFile.open<{ of: string }>(file, 'k')
    expect(kept?.about).toEqual({ of: 'me' })
    expect(kept?.read('long')).toEqual(long)
    expect(kept?.read('none')).toEqual(Buffer.alloc(0))
    expect([...(bytesAsWords(kept?.read('numbers')) ?? [])]).toEqual([1, 2, 4_000_000_000])
    expect(kept?.read('other')).toBeUndefined()
    for (const [start, end] of [
      [0, 0],
      [5, 9],
      [65_530, 65_540],
      [65_536, 65_537],
      [10, 199_999],
      [199_999, 200_000],
    ] as const)
      expect(kept?.slice('long', start, end)).toEqual(long.subarray(start, end))
    expect(kept?.slice('long', 5, 200_001)).toBeUndefined()
    expect(kept?.slice('long', 9, 5)).toBeUndefined()
    kept?.close()
  })

  test('gives slices longer than what it holds in memory', () => {
    const huge = Buffer.from(Array.from({ length: 5_000_000 }, (_none, order) => order % 249))
    const of = join(folder, 'huge')
    expect(writeKept(of, { key: 'k', about: null }, [['huge', [huge]]])).toBe(true)
    const kept = KeptFile.open(of, 'k')
    for (const [start, end] of [
      [0, 5_000_000],
      [3, 4_999_990],
      [4_194_300, 4_194_310],
    ] as const)
      expect(kept?.slice('huge', start, end)?.equals(huge.subarray(start, end))).toBe(true)
    kept?.close()
  })

  test('is nobody else’s, is for its owner alone, and leaves no other file', () => {
    expect(KeptFile.open(file, 'another')).toBeUndefined()
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(folder, 'deep'))).toEqual(['notes'])
  })

  test('stays readable when another takes its place', () => {
    const kept = KeptFile.open(file, 'k')
    writeKept(file, { key: 'k', about: null }, [['long', [Buffer.from('other')]]])
    expect(kept?.read('long')).toEqual(long)
    expect(KeptFile.open(file, 'k')?.read('long')?.toString()).toBe('other')
  })

  test('of which any byte is another gives what was written or nothing', () => {
    writeKept(file, { key: 'k', about: 1 }, parts())
    const bytes = readFileSync(file)
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = Buffer.from(bytes)
        damaged[at] = (damaged[at] ?? 0) ^ change
        writeFileSync(file, damaged)
        const kept = KeptFile.open(file, 'k')
        expect([undefined, 1]).toContain(kept?.about)
        for (const found of [kept?.read('long'), kept?.slice('long', 0, long.length)])
          if (found !== undefined) expect(found.equals(long)).toBe(true)
        kept?.close()
      }),
    )
  })

  test('that is cut off, empty, a folder or says nothing of itself counts for nothing', () => {
    writeKept(file, { key: 'k', about: 1 }, parts())
    const bytes = readFileSync(file)
    for (const damaged of [bytes.subarray(0, -1), bytes.subarray(0, 100), Buffer.alloc(0), Buffer.from('wend-kpt')]) {
      writeFileSync(file, damaged)
      expect(KeptFile.open(file, 'k')).toBeUndefined()
    }
    expect(KeptFile.open(folder, 'k')).toBeUndefined()
  })

  test('that can not be written leaves the one before', () => {
    writeKept(file, { key: 'k', about: 1 }, [])
    const failing = function* (): Iterable<Uint8Array> {
      yield Buffer.from('some')
      throw new Error('no more')
    }
    expect(writeKept(file, { key: 'k', about: 2 }, [['part', failing()]])).toBe(false)
    expect(writeKept(join(file, 'below'), { key: 'k', about: 2 }, [])).toBe(false)
    expect(KeptFile.open(file, 'k')?.about).toBe(1)
    expect(readdirSync(join(folder, 'deep'))).toEqual(['notes'])
  })

  test('takes the place of a link, not of what it leads to', () => {
    const target = join(folder, 'target')
    writeFileSync(target, 'precious')
    const link = join(folder, 'link')
    symlinkSync(target, link)
    writeKept(link, { key: 'k', about: 1 }, [])
    expect(readFileSync(target, 'utf8')).toBe('precious')
    expect(KeptFile.open(link, 'k')?.about).toBe(1)
  })
})

test('rows are read one by one', () => {
  const rows = ['one', '', 'x'.repeat(300_000), 'häßlich'].map((row) => Buffer.from(row))
  writeKept(file, { key: 'k', about: 1 }, rowParts('rows', rows))
  const kept = KeptFile.open(file, 'k')
  const read = kept && readRows(kept, 'rows')
  expect(rows.map((_row, place) => read?.(place))).toEqual(rows)
  expect([read?.(rows.length), read?.(-1)]).toEqual([undefined, undefined])
})
