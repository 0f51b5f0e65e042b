import { describe, expect, test } from '@jest/globals'
import { toNotePath } from '../../../src/core/model/note-path.ts'
import { repeatsPrivate, saysPrivate, startsPrivate } from '../../../src/core/parse/front-matter/says-private.ts'
import { parseNote } from '../../../src/core/parse/parse-note.ts'

describe('private notes', () => {
  test.each([
    [{ private: true }, true],
    [{ Private: 'Yes' }, true],
    [{ PRIVATE: ' on ' }, true],
    [{ private: 1 }, true],
    [{ private: '1' }, true],
    [{ private: 'y' }, true],
    [{ private: ['no', [true]] }, true],
    [{ private: false }, false],
    [{ private: 'no' }, false],
    [{ private: 'yes, it is' }, false],
    [{ private: 0 }, false],
    [{ private: null }, false],
    [{ private: [] }, false],
    [{ privates: true }, false],
  ])('%j', (metadata, expected) => {
    expect(saysPrivate(metadata)).toBe(expected)
  })

  test.each([
    ['---\nprivate: true\n...\n', true],
    ['--- \r\nPrivate : no\r\n', true],
    ['---\na: b\n"private": yes', true],
    ["---\n'private' : yes", true],
    ['---\na: b\n\nprivate: true', false],
    ['---\na: b\r\n \r\nprivate: true', false],
    ['---\n private: true', false],
    ['---\nprivate', false],
    ['----\nprivate: true', false],
    ['private: true', false],
  ])('%j, never closed', (text, expected) => {
    expect(startsPrivate(text)).toBe(expected)
  })

  test.each([
    ['---\nprivate: true\nprivate: false\n---\n', true],
    ['---\nprivate: true\n"Private": false\n---\n', true],
    ['---\nprivate: true\n---\n', false],
    ['---\na: private: b\nprivate: c', false],
  ])('%j, twice', (text, expected) => {
    expect(repeatsPrivate(text)).toBe(expected)
  })

  test('what may be is', () => {
    const path = toNotePath('a.md')
    if (path === undefined) throw new Error('no path')
    const isPrivate = (text: string): boolean | undefined =>
      parseNote({ path, text, facts: { size: 0, modifiedMs: 0, createdMs: 0 } }).isPrivate
    expect(isPrivate('---\nprivate: [\n---\n')).toBe(true)
    expect(isPrivate('---\na: [\n---\nprivate')).toBe(true)
    expect(isPrivate('---\na: [\n---\n')).toBeUndefined()
    expect(isPrivate('---\nprivate: yes\nprivate: no\n---\n')).toBe(true)
    expect(isPrivate('---\nprivate: no\na: 1\na: 2\n---\n')).toBeUndefined()
    expect(isPrivate('---\nprivate: yes\n')).toBe(true)
    expect(isPrivate('private: yes\n')).toBeUndefined()
  })
})
