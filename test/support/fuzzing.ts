import { expect } from '@jest/globals'
import fc from 'fast-check'
import { rmSync } from 'node:fs'
import { makeVault } from './make-vault.ts'
import type { Run } from './run-wend.ts'

/** `npm run fuzz` gives an hour; a property that fails prints its seed. */
export const seconds = Number(process.env['WEND_FUZZ_SECONDS'] ?? 12)

/** The part of the time that one of several properties may take. */
export function share(of: number): fc.Parameters<unknown> & { readonly patience: number } {
  return {
    interruptAfterTimeLimit: (seconds * 1000) / of,
    markInterruptAsFailure: false,
    numRuns: 1_000_000,
    patience: seconds * 1000 + 60_000,
  }
}

const made: string[] = []

/** A vault that `removeVaults` takes away. */
export function fuzzVault(files: Readonly<Record<string, string | Buffer>>): string {
  const cwd = makeVault(files)
  made.push(cwd)
  return cwd
}

/** Remembers a folder that goes with the vaults. */
export function toRemove(folder: string): string {
  made.push(folder)
  return folder
}

export function removeVaults(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
}

/** A command says what it did or why not; it never breaks, and sends nothing that steers a terminal. */
export function expectSound(args: readonly string[], { stdout, stderr, exit }: Run): void {
  expect([0, 1, 2]).toContain(exit)
  expect([args, stderr]).toEqual([args, expect.not.stringMatching(/bug in wend|\n\s+at /)])
  expect(stdout + stderr).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
}

export const bytes = fc.uint8Array({ maxLength: 400 }).map((array) => Buffer.from(array))

const mark = fc.constantFrom(
  ...['[[', ']]', '![', '](', '#', '---', '```', '$', '|', '>', '- ', '\n', '\n\n', '\\', '`', '*', '%%', '<'],
  '\u001b]0;x\u0007',
)

/** Markdown from its marks. */
export const markdown = fc
  .array(fc.oneof(mark, fc.constantFrom('a', 'b.md', 'word', ' ', '^id', ': ', 'é', '中')), { maxLength: 60 })
  .map((parts) => parts.join(''))

/** What a file may hold. */
export const content = fc.oneof(
  bytes,
  markdown.map((text) => Buffer.from(text)),
)
