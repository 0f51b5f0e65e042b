import { afterAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import * as nodeFiles from 'node:fs'
import { join } from 'node:path'
import { readingLines } from '../support/command-lines.ts'
import { type CommandWorld, makeCommandWorld } from '../support/command-world.ts'
import { FaultyDisk } from '../support/faulty-disk.ts'
import type { Run } from '../support/run-wend.ts'

const disk = new FaultyDisk()
jest.unstable_mockModule('node:fs', () => disk.fs)
const { runWend } = await import('../support/run-wend.ts')

/** What is renamed there and back; the note that is asked for stays. */
const pairs = [
  ['sub/b.md', 'sub/away.md'],
  ['c.md', 'sub/c.md'],
  ['sub', 'bus'],
] as const

const checks: Readonly<Record<string, readonly (readonly string[])[]>> = {
  check: [['check'], ['check', '--json']],
  index: [['index']],
  export: [['export', 'a', '--format', 'md']],
}

let world: CommandWorld = makeCommandWorld()
beforeEach(() => {
  world.remove()
  world = makeCommandWorld()
  // Two commands ask git about a note.
  const settings = ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false']
  for (const args of [
    ['init', '-q'],
    ['add', '-A'],
    [...settings, 'commit', '-qm', 'one'],
  ])
    spawnSync('git', ['-C', world.vault, ...args], { stdio: 'ignore' })
})
afterAll(() => world.remove())

function run(args: readonly string[]): Promise<Run> {
  return runWend(args, { cwd: world.vault, env: world.env })
}

/** Renames something before every `pace`th look at the files, so that what was seen is never what is there. */
async function runAmidRenames(
  args: readonly string[],
  pace: number,
): Promise<{ readonly run: Run; readonly renames: number }> {
  let renames = 0
  disk.arm(world.base, -1, 'EIO')
  disk.meanwhile = (count) => {
    if (count % pace !== 0) return
    const [from, to] = pairs[renames % pairs.length] ?? pairs[0]
    renames++
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const)
      if (
        nodeFiles.existsSync(join(world.vault, one)) &&
        !nodeFiles.existsSync(join(world.vault, other)) &&
        nodeFiles.existsSync(join(world.vault, other, '..'))
      )
        return nodeFiles.renameSync(join(world.vault, one), join(world.vault, other))
  }
  try {
    return { run: await run(args), renames }
  } finally {
    disk.disarm()
  }
}

describe('while everything around a note is renamed without end', () => {
  const lines = Object.values({ ...readingLines, ...checks }).flat()

  test.each(lines.map((args) => [args.join(' '), args] as const))(
    '%s ends as it should, 12 times of 12',
    async (_name, args) => {
      const wrong: unknown[] = []
      for (let pace = 1; pace <= 12; pace++) {
        const { run: ended, renames } = await runAmidRenames(pace % 2 === 0 ? args : [...args, '--no-cache'], pace)
        const said = ended.stderr.trim().split('\n').filter(Boolean)
        // The other end of a path may be what was renamed, which is then said.
        const gone =
          args[0] === 'path' &&
          said.every((line) => /^wend: (?:cannot read \S*c\.md: no such file|\S+: skipped)/.test(line))
        const known = [0, 1].includes(ended.exit) || gone
        const once = new Set(said).size === said.length && said.length <= 12
        if (!known || !once || /bug in wend|cannot use/.test(ended.stderr))
          wrong.push({ pace, renames, exit: ended.exit, said })
      }
      expect(wrong).toEqual([])
    },
  )
})
