import { describe, expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

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

const numbers = printedNumbers()

/** Notes whose decimals nobody here computed, and where they come from. */
const reported: Readonly<Record<string, string>> = {
  'group-equivariant-convolutional-neural-networks': 'the error that the original paper reports',
  normalization: 'a setting in the code',
  pixelrnn: 'bits per dimension as the paper reports them',
  'policy-gradient': 'an example of a rare action',
}

test('a note that states decimals has a program that prints them, or is named as reporting them', () => {
  const claimed = readFileSync('test/vault/claims.test.ts', 'utf8').matchAll(/note\('([\w-]+)'\)/g)
  const known = new Set([...Object.keys(numbers), 'compressed-sensing', ...[...claimed].map(([, slug]) => slug)])
  const decimals = readdirSync('notes')
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
    .map((file) => file.slice(0, -3))
    .filter((slug) =>
      /(?<![\w.\\{^_/-])\d+\.\d+(?!\w)/.test(
        noteText(slug)
          .split(/\n---\n/)
          .slice(1)
          .join('\n'),
      ),
    )
  expect(decimals.filter((slug) => !known.has(slug))).toEqual(Object.keys(reported))
})

describe('computed numbers stand in their notes as printed', () => {
  test.each(Object.entries(numbers))('%s', (slug, printed) => {
    const text = noteText(slug)
    for (const expected of printed) expect(text).toContain(expected)
  })
})
