import { expect, test } from '@jest/globals'
import { patternRunner } from '../../../src/io/files/run-pattern.ts'

const word = { source: 'b+', flags: 'g' }

test('patterns match, replace and split', () => {
  const runner = patternRunner(() => undefined)
  expect(runner.matches(word, 'abbc')).toBe(true)
  expect(runner.matches(word, 'ac')).toBe(false)
  expect(runner.replace(word, 'abbcb', '-')).toBe('a-c-')
  expect(runner.split(word, 'abbcb')).toEqual(['a', 'c', ''])
})

test('a pattern without end is stopped, which is told once, and no other is run', () => {
  let told = 0
  const runner = patternRunner(() => told++, 30)
  expect(runner.matches({ source: '(a+)+$', flags: '' }, `${'a'.repeat(60)}b`)).toBeUndefined()
  expect(runner.matches(word, 'b')).toBeUndefined()
  expect(runner.replace(word, 'b', '')).toBeUndefined()
  expect(told).toBe(1)
})

test('a pattern that is not begun because those before it used the time is told of, too', () => {
  let told = 0
  const runner = patternRunner(() => told++, 5)
  for (let run = 0; runner.matches(word, 'b') !== undefined && run < 1e6; run++) expect(told).toBe(0)
  expect(told).toBe(1)
  expect(runner.split(word, 'b')).toBeUndefined()
  expect(told).toBe(1)
})

test('a pattern that is none is stopped like one that takes too long', () => {
  let told = 0
  const runner = patternRunner(() => told++)
  expect(runner.matches({ source: '(', flags: '' }, 'b')).toBeUndefined()
  expect(told).toBe(1)
})
