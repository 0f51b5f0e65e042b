import { describe, expect, test } from '@jest/globals'
import { mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readState, writeState } from '../../../src/io/cache/vault-state.ts'
import { saveFile } from '../../../src/io/files/save-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'wend-state-'))

describe('the state of a vault', () => {
  test('is what was written, readable by its owner alone', async () => {
    const deep = join(folder, 'deep', 'er')
    expect(await writeState(deep, 'x', { a: [1] })).toBeUndefined()
    expect(readState([join(folder, 'none'), deep], 'x')).toEqual({ a: [1] })
    expect(statSync(join(deep, 'x.json')).mode & 0o077).toBe(0)
  })
  test('that is missing or damaged is nothing', () => {
    writeFileSync(join(folder, 'bad.json'), '{"a":')
    expect(readState([folder], 'bad')).toBeUndefined()
    expect(readState([folder], 'none')).toBeUndefined()
  })
  test('that cannot be written says so and throws nothing', async () => {
    writeFileSync(join(folder, 'file'), '')
    expect(await writeState(join(folder, 'file'), 'x', 1)).toMatch(/x\.json: .*\((?:ENOTDIR|EEXIST)\)$/)
  })
})

describe('saving a file', () => {
  test('never replaces one without force', async () => {
    const file = join(folder, 'walk.md')
    expect(await saveFile(file, 'one', false)).toBe(true)
    expect(await saveFile(file, 'two', false)).toBe(false)
    expect(await saveFile(file, 'three', true)).toBe(true)
  })
})
