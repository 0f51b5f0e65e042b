import { afterEach, describe, expect, test } from '@jest/globals'
import { readPage } from '../../../src/io/files/read-page.ts'

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'WEND_PAGES')
})

describe('pages that ship with the program', () => {
  test('are read from the package', () => {
    expect(readPage('docs/problems/orphan.md')).toMatch(/^# orphan\n/)
    expect(() => readPage('docs/problems/no-such-page.md')).toThrow()
  })

  test('are part of the standalone executable, which has no files beside it', () => {
    Reflect.set(globalThis, 'WEND_PAGES', { 'docs/problems/no-such-page.md': '# Inside\n' })
    expect(readPage('docs/problems/no-such-page.md')).toBe('# Inside\n')
  })
})
