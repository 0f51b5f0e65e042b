import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { registry } from '../../src/commands/registry.ts'
import { readingLines, talking, type WritingLine, writingLines } from '../support/command-lines.ts'
import { type CommandWorld, leftover, makeCommandWorld } from '../support/command-world.ts'
import { type DiskFault, FaultyDisk } from '../support/faulty-disk.ts'
import type { Run } from '../support/run-wend.ts'

const disk = new FaultyDisk()
jest.unstable_mockModule('node:fs', () => disk.fs)
const { runWend } = await import('../support/run-wend.ts')

/** `WEND_FAULTS=all` tries each fault at each call; else each call fails once, with one fault after the other. */
const all = process.env['WEND_FAULTS'] === 'all'
const errors: readonly DiskFault[] = ['EIO', 'EACCES', 'ENOSPC', 'EROFS', 'EMFILE']

let world: CommandWorld
beforeAll(() => {
  world = makeCommandWorld()
})
afterAll(() => world.remove())

function run(args: readonly string[], input?: string): Promise<Run> {
  return runWend(['--no-cache', ...args], {
    cwd: world.vault,
    env: world.env,
    ...(input === undefined ? {} : { input }),
  })
}

type Files = ReadonlyMap<string, string>

/** A line that ended as it should when nothing failed: the files before and after it, and what it looked at. */
interface Rehearsed {
  readonly line: WritingLine
  readonly before: Files
  readonly after: Files
  readonly quiet: Run
  /** What came later where a fault left these files, wend's own among them: the same comes of the same. */
  readonly later: Map<string, Promise<Later>>
}

/** What a user finds who goes on after a fault: how the files stand after a reading command, and what is wrong. */
interface Later {
  readonly end: string
  readonly problems: readonly string[]
}

async function rehearse(line: WritingLine): Promise<Rehearsed> {
  world.remove()
  world = makeCommandWorld()
  for (const first of line.first ?? [])
    expect([first, await run(first)]).toEqual([first, expect.objectContaining({ exit: 0 })])
  world.keep()
  const before = world.files()
  const quiet = await run(line.args, line.input)
  return { line, before, after: world.files(), quiet, later: new Map() }
}

/** Runs the line with a fault at a call; undefined when it makes fewer calls. */
async function attempt(
  { line }: Rehearsed,
  at: number,
  fault: DiskFault,
): Promise<{ readonly ended: Run; readonly call: string } | undefined> {
  world.reset()
  disk.arm(world.base, at, fault)
  const ended = await run(line.args, line.input).catch((error: unknown) => ({
    stdout: '',
    stderr: `thrown: ${String(error)}`,
    exit: 70,
  }))
  const call = disk.calls[at - 1]
  disk.disarm()
  if (call === undefined) return undefined
  world.age()
  return { ended, call: call.replace(world.base, '') }
}

/** Runs a reading command, and the line once more where it has not done its work. */
async function goOn(rehearsed: Rehearsed): Promise<Later> {
  const { line } = rehearsed
  const list = await run(['list'])
  const problems = list.exit === 0 ? [] : [`unusable: ${list.stderr}`]
  const end = standing(rehearsed)
  if (end !== 'old' && end !== 'each whole') return { end, problems }
  const again = await run(line.args, line.input)
  if (standing(rehearsed) !== 'new') problems.push(`again, exit ${again.exit}: ${again.stderr} ${standing(rehearsed)}`)
  return { end, problems }
}

/** What comes after a fault; where another fault left the very same, what came then. */
function laterOf(rehearsed: Rehearsed): Promise<Later> {
  const left = world.everything()
  const later = rehearsed.later.get(left) ?? goOn(rehearsed)
  rehearsed.later.set(left, later)
  return later
}

function same(a: Files, b: Files): boolean {
  return a.size === b.size && [...a].every(([name, text]) => b.get(name) === text)
}

/** Which end of the change the files stand at; what is neither is told by the files that differ. */
function standing({ line, before, after }: Rehearsed): string {
  const now = world.files()
  if (same(now, after)) return 'new'
  if (same(now, before)) return 'old'
  const strange = [...now].filter(([name, text]) => before.get(name) !== text && after.get(name) !== text)
  const missing = [...before.keys()].filter((name) => !now.has(name) && after.has(name))
  if (line.ownFiles === true && missing.length === 0 && strange.every(([name]) => leftover.test(name)))
    return 'each whole'
  const names = strange.length > 0 ? strange.map(([name, text]) => `${name}: ${text.slice(0, 200)}`) : [...now.keys()]
  return `neither: ${names.join(', ')}; missing: ${missing.join(', ')}`
}

/** What a user may rely on after a fault; the lines that say what is not so. */
async function problemsAfter(
  rehearsed: Rehearsed,
  at: number,
  fault: DiskFault,
): Promise<readonly string[] | undefined> {
  const attempted = await attempt(rehearsed, at, fault)
  if (attempted === undefined) return undefined
  const { ended, call } = attempted
  const { end, problems: later } = await laterOf(rehearsed)
  const problems = [...later]
  // What a page shows of a note that can't be read is missing there, and that is said.
  const lacks =
    rehearsed.line.ownFiles === true && ended.exit === 0 && /: skipped, |could not be|cannot be/.test(ended.stderr)
  if (!['old', 'new', 'each whole'].includes(end) && !lacks)
    problems.push(`${end}; exit ${ended.exit}: ${ended.stderr}`)
  if (fault !== 'crash') {
    if (ended.exit !== rehearsed.quiet.exit && ended.stderr.trim() === '') problems.push('fails without a word')
    if (ended.exit === 0 && end === 'old' && ended.stderr.trim() === rehearsed.quiet.stderr.trim())
      problems.push('did nothing without a word')
    if (/bug in wend|thrown|injected|use a file/.test(ended.stderr)) problems.push(ended.stderr)
  }
  return problems.map((problem) => `${fault} at ${at}, ${call}: ${problem}`)
}

async function tryFaults(
  rehearsed: Rehearsed,
  faults: readonly DiskFault[],
  every: number,
): Promise<readonly string[]> {
  const found: string[] = []
  for (const [index, fault] of faults.entries())
    for (let at = 1 + (index % every); ; at += every) {
      const problems = await problemsAfter(rehearsed, at, fault)
      if (problems === undefined) break
      found.push(...problems)
    }
  return found
}

const lines = Object.values(writingLines)
  .flat()
  .map((line) => [line.args.join(' '), line] as const)

describe('a command that writes', () => {
  test('is tried under faults, or writes nothing, or talks', () => {
    const known = [...Object.keys(writingLines), ...Object.keys(readingLines), ...talking]
    expect(known.sort()).toEqual(registry.map(({ name }) => name).sort())
  })

  test.each(lines)(
    '%s: stopped at any change, every file is wholly old or new and the vault usable',
    async (_name, line) => {
      const rehearsed = await rehearse(line)
      expect(rehearsed.quiet.stderr).not.toMatch(/bug in wend/)
      expect([rehearsed.quiet, same(rehearsed.before, rehearsed.after)]).toEqual([
        expect.objectContaining({ exit: 0 }),
        false,
      ])
      expect(await tryFaults(rehearsed, ['crash'], line.every ?? 1)).toEqual([])
    },
  )

  test.each(lines)('%s: whatever call fails, the same, and it is said', async (_name, line) => {
    expect(await tryFaults(await rehearse(line), errors, (line.every ?? 1) * (all ? 1 : errors.length))).toEqual([])
  })
})

describe('a command that only reads', () => {
  test.each(
    Object.values(readingLines)
      .flat()
      .map((args) => [args.join(' '), args] as const),
  )('%s changes nothing', async (_name, args) => {
    world.remove()
    world = makeCommandWorld()
    const before = world.files()
    await run(args)
    expect(same(world.files(), before)).toBe(true)
  })
})
