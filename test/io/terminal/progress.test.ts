import { expect, test } from '@jest/globals'
import { progressLine, showProgress } from '../../../src/io/terminal/progress.ts'

test('says how many of how many, and how long it will take once it takes long', () => {
  expect(progressLine(400, 100, 1000, 'reading notes')).toBe('⠼ reading notes: 100 of 1000')
  expect(progressLine(4000, 100, 1000, 'resolving links')).toBe('⠋ resolving links: 100 of 1000, 36 s left')
})

test('leaves interrupts as they were where nothing is a terminal', () => {
  const before = process.listeners('SIGINT')
  const progress = showProgress(() => false)
  progress.step(1, 2)
  progress.end()
  expect(process.listeners('SIGINT')).toEqual(before)
})
