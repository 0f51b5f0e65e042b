import { readdirSync } from 'node:fs'
import { expect, test } from '@jest/globals'

/** The most files that a newcomer is asked to look through in one folder. */
const most = 25

/** Rules of `check`, one a file: who looks for one knows its name. */
const exceptions = ['src/core/checks']

test('no folder of src has more files than one looks through', () => {
  const counts = new Map<string, number>()
  for (const entry of readdirSync('src', { recursive: true, withFileTypes: true })) {
    const folder = entry.parentPath.replaceAll('\\', '/')
    if (entry.isFile()) counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  const crowded = [...counts].filter(([folder, files]) => files > most && !exceptions.includes(folder))
  expect(crowded.map(([folder, files]) => `${folder} has ${files} files`)).toEqual([])
})

test('decisions are numbered, each once', () => {
  const numbers = readdirSync('docs/decisions').map((page) => Number(page.slice(0, 4)))
  expect(numbers).toEqual(numbers.map((_, at) => at + 1))
})
