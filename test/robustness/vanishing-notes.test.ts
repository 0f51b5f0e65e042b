import { describe, expect, test } from '@jest/globals'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { makeContext } from '../../src/cli/context.ts'
import type { Process } from '../../src/cli/process.ts'
import { Options } from '../../src/commands/arguments/options.ts'
import { findCommand } from '../../src/commands/registry.ts'
import { terminalFacts } from '../../src/io/terminal/terminal.ts'
import { makeVault } from '../support/make-vault.ts'
import { testEnvironment } from '../support/run-wend.ts'

const notes = {
  'a.md': '# Alpha\n\nSee [[b]], Gamma and ![[b]]. Also [[none]].\n',
  'b.md': '# Beta\n\nGamma is near [[a]]. And [[nothing]].\n',
  'c.md': '# Gamma\n\n[[a]] [[b]]\n',
}

/** Runs a command on a vault that was read just before `vanish` takes a note away. */
async function runMeanwhile(
  [name = '', ...args]: readonly string[],
  options: Readonly<Record<string, unknown>>,
  vanish: (file: string) => void,
): Promise<{ readonly notices: readonly string[]; readonly exit: number; readonly said: string }> {
  const cwd = makeVault(notes)
  const fake = { argv: [], env: testEnvironment(), cwd: () => cwd, stdin: Readable.from([]), stdout: {}, stderr: {} }
  const process = fake as unknown as Process
  const global = { follow: false, quiet: false, pager: false, cache: false, verbose: false }
  const context = makeContext(process, global, terminalFacts(process, 'never', 80))
  await context.vault()
  vanish(join(cwd, 'b.md'))
  const command = await findCommand(name)?.load()
  const outcome = await command?.run(context, args, new Options(options))
  return { notices: context.notices, exit: outcome?.exit ?? 0, said: JSON.stringify(outcome?.report) }
}

describe('a note that vanishes while a command runs is one warning', () => {
  test.each([
    ['check', [], {}, 1],
    ['search', ['near'], { exact: true }, 1],
    ['search', ['gamma'], {}, 0],
    ['show', ['a'], {}, 0],
    ['backlinks', ['a'], {}, 0],
    ['mentions', ['c'], {}, 0],
    ['links', ['c'], {}, 0],
  ] as const)('%s %j %j', async (name, args, options, exit) => {
    for (const vanish of [(file: string) => rmSync(file), (file: string) => (rmSync(file), mkdirSync(file))]) {
      const run = await runMeanwhile([name, ...args], options, vanish)
      expect(run.exit).toBe(exit)
      expect(run.notices.length).toBeLessThan(2)
      if (name === 'check' || name === 'backlinks') expect(run.notices[0]).toMatch(/^b\.md could not be looked at: /)
      expect(run.said).toMatch(name === 'search' && exit === 1 ? /^/ : /a\.md|Alpha|Gamma/)
    }
  })
})
