import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { cacheFolder } from '../../../src/io/cache/cache-folder.ts'

test('XDG_CACHE_HOME decides', () =>
  expect(cacheFolder({ XDG_CACHE_HOME: '/tmp/there' }, 'linux')).toBe('/tmp/there/wend'))

test('a relative XDG_CACHE_HOME does not count, as its specification says', () =>
  expect(cacheFolder({ XDG_CACHE_HOME: 'there' }, 'linux')).toBe(join(homedir(), '.cache', 'wend')))

test('each system has its own custom', () => {
  expect(cacheFolder({}, 'darwin')).toBe(join(homedir(), 'Library', 'Caches', 'wend'))
  expect(cacheFolder({ LOCALAPPDATA: '/local' }, 'win32')).toBe(join('/local', 'wend', 'cache'))
})
