import { describe, expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** What the programs of `checks/` print for each note; run outside Jest, whose sandbox makes arithmetic slow. With WEND_ALL_NUMBERS set, also those that take longer. */
function printedNumbers(): Record<string, string[]> {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/notes-numbers.js', ...(process.env['WEND_ALL_NUMBERS'] === undefined ? [] : ['--all'])],
    { encoding: 'utf8' },
  )
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout) as Record<string, string[]>
}

/** The text of a note with plain minus signs, as a program prints them. */
const noteText = (slug: string): string => readFileSync(`notes/${slug}.md`, 'utf8').replaceAll('−', '-')

describe('computed numbers stand in their notes as printed', () => {
  test.each(Object.entries(printedNumbers()))('%s', (slug, printed) => {
    const text = noteText(slug)
    for (const expected of printed) expect(text).toContain(expected)
  })
})
