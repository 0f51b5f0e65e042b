import { describe, expect, test } from '@jest/globals'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { registry } from '../src/commands/registry.ts'
import { type Run, type RunOptions, runWend, spawnWend } from './support/run-wend.ts'
import { playTranscript } from './support/transcript.ts'

const folder = 'test/transcripts'
const pages = readdirSync(folder).filter((name) => name.endsWith('.md'))

/** `UPDATE_TRANSCRIPTS=1 npm test` rewrites the pages; read the difference before committing it. */
const update = process.env['UPDATE_TRANSCRIPTS'] === '1'

const tried = new Set<string>()

/**
 * Runs a line through the built program where none before it had its command and its options, else in process: what the
 * build may spoil shows the first time. Another executable is tried with each line.
 */
function runBuilt(args: readonly string[], options: RunOptions): Run | Promise<Run> {
  const words = [...Object.keys(options.env ?? {}), args.find((arg) => !arg.startsWith('-'))]
  const kind = [...words, ...args.filter((arg) => arg.startsWith('-')).map((arg) => arg.replace(/=.*/s, ''))].join(' ')
  if (tried.has(kind) && process.env['WEND_EXECUTABLE'] === undefined) return runWend(args, options)
  tried.add(kind)
  return spawnWend(args, options)
}

describe('transcripts', () => {
  test.each(pages)('%s, in process', async (name) => {
    const page = readFileSync(join(folder, name), 'utf8')
    const played = await playTranscript(page, runWend)
    if (update) writeFileSync(join(folder, name), played)
    else expect(played).toBe(page)
  })

  test.each(pages)('%s, through the built program', async (name) => {
    if (update) return
    const page = readFileSync(join(folder, name), 'utf8')
    expect(await playTranscript(page, runBuilt)).toBe(page)
  })

  test.each(registry.map(({ name }) => name))('%s has a transcript', (name) => {
    expect(
      pages.some((page) => new RegExp(`^\\$ .*wend ${name}\\b`, 'm').test(readFileSync(join(folder, page), 'utf8'))),
    ).toBe(true)
  })
})
