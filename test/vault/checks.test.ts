import { describe, expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

type Numbers = Readonly<Record<string, readonly string[]>>

/** What the programs of `checks/` print for each note; run outside Jest, whose sandbox makes arithmetic slow. */
function printedNumbers(...options: readonly string[]): Numbers {
  const { stdout, stderr } = spawnSync(process.execPath, ['scripts/notes-numbers.js', ...options], { encoding: 'utf8' })
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout) as Numbers
}

/** A digest of the programs as they stand. */
function digestOfPrograms(): string {
  const files = readdirSync('test/vault/checks').filter((name) => name.endsWith('.ts'))
  const digest = createHash('sha256')
  for (const name of files.sort()) digest.update(`${name}\n${readFileSync(`test/vault/checks/${name}`, 'utf8')}\n`)
  return digest.digest('hex')
}

/**
 * The programs take 20 seconds and print the same each time, so what they printed is kept with their digest, and `UPDATE_NUMBERS=1
 * npm test test/vault/checks` has it printed anew. With WEND_ALL_NUMBERS set all of them run, also those that take longer.
 */
const golden = 'test/goldens/notes-numbers.json'
const programs = digestOfPrograms()
if (process.env['UPDATE_NUMBERS'] === '1')
  writeFileSync(golden, `${JSON.stringify({ programs, numbers: printedNumbers() }, null, 2)}\n`)
const kept = JSON.parse(readFileSync(golden, 'utf8')) as { readonly programs: string; readonly numbers: Numbers }
const numbers = process.env['WEND_ALL_NUMBERS'] === undefined ? kept.numbers : printedNumbers('--all')

test('the numbers that are kept are those that the programs print', () => {
  expect(kept.programs).toBe(programs)
  expect(numbers).toMatchObject(kept.numbers)
})

/** The text of a note with plain minus signs, as a program prints them. */
const noteText = (slug: string): string => readFileSync(`notes/${slug}.md`, 'utf8').replaceAll('−', '-')

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
