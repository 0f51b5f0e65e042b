import { shellWord } from '../../core/plan/text/shell-word.ts'
import { basename, dirname, resolve } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import type { Note } from '../../core/model/note.ts'
import type { TrailStep } from '../../core/model/report.ts'
import { seededRandom } from '../../core/query/graph/seeded-random.ts'
import { wanderAlone } from '../../core/query/graph/wander.ts'
import type { Command, Context, Outcome } from '../command.ts'
import type { Options } from '../arguments/options.ts'
import { isoDay } from '../arguments/read-date.ts'
import { requireTarget } from '../arguments/require-note.ts'
import { choicesAt, toTrail } from './trail.ts'
import { trailMarkdown } from './trail-markdown.ts'

/** `wend wander`: a guided walk along the links. */
export const wander: Command = {
  arguments: [{ name: '[note]', description: 'where to start; any note without it', completes: 'note' }],
  options: [
    { flags: '--auto <steps>', description: 'walk so many steps without asking' },
    { flags: '--seed <number>', description: 'the same walk for the same number' },
    { flags: '--save <file>', description: 'keep the trail as markdown with links' },
    { flags: '--force', description: 'let --save replace a file' },
  ],
  examples: [
    ['wend wander attention', 'choose where to go by number; in a pipe: print the choices'],
    ['wend wander --auto 5 --seed 7', 'five steps by itself, the same ones every time'],
    ['wend wander lstm --auto 8 --save walk.md', 'keep the trail as markdown with links'],
  ],
  reports: ['trail'],
  run: runWander,
}

async function runWander(context: Context, args: readonly string[], options: Options): Promise<Outcome> {
  const messages: string[] = []
  await refuseToReplace(context, options)
  const seed = options.count('seed') ?? Math.floor(context.random() * 1_000_000)
  const random = seededRandom(seed)
  const start =
    args[0] === undefined ? await anyNote(context, random) : (await requireTarget(context, args[0], messages)).note
  const steps = options.count('auto', 1)
  const finish = (trail: readonly TrailStep[]): Promise<Outcome> => finished(context, trail, options, messages)
  if (steps !== undefined) {
    if (options.text('seed') === undefined) messages.push(`walk the same way again with --seed ${seed}`)
    const chain = wanderAlone(await context.vault(), start.path, steps, random)
    if (chain.length < steps) messages.push(`every note that can be reached from ${start.title} was visited`)
    return finish(await toTrail(context, start, chain))
  }
  const { stdinIsTerminal, stdoutIsTerminal } = context.terminal
  if (stdinIsTerminal && stdoutIsTerminal && !options.asksForData()) {
    const { walkWithPerson } = await import('../../servers/wander/walk.ts')
    return { serve: async (terminal) => finish(await walkWithPerson({ context, terminal, start, random })) }
  }
  return choicesOnly(context, start, options, messages)
}

async function choicesOnly(
  context: Context,
  start: Note,
  options: Options,
  messages: readonly string[],
): Promise<Outcome> {
  const choices = await choicesAt(context, start.path, new Set())
  const trail = await toTrail(context, start, [])
  const saved = await finished(context, trail, options, [...messages])
  const next = choices[0]
  const hint = next === undefined ? `${start.title} has no links` : `go on with: wend wander ${shellWord(next.path)}`
  return { report: { kind: 'trail', trail, choices }, messages: [...(saved.messages ?? []), hint] }
}

async function anyNote(context: Context, random: () => number): Promise<Note> {
  const { notes } = await context.vault()
  const note = notes[Math.floor(random() * notes.length)]
  return note ?? fail({ kind: 'refused', message: `no notes in ${context.vaultChoice().root}` })
}

/** Fails before the walk when the trail's file exists: the walk would be lost. */
async function refuseToReplace(context: Context, options: Options): Promise<void> {
  const name = options.text('save')
  if (name === undefined || options.flag('force')) return
  const { fileExists } = await import('../../io/files/file-exists.ts')
  if (!fileExists(dirname(resolve(context.cwd, name)), basename(name))) return
  fail({
    kind: 'refused',
    message: `${name} exists already`,
    hint: 'replace it with --force, or save under another name',
  })
}

/** The trail as the report; also saved to a file if asked for. */
async function finished(
  context: Context,
  trail: readonly TrailStep[],
  options: Options,
  messages: readonly string[],
): Promise<Outcome> {
  const name = options.text('save')
  if (name === undefined) return { report: { kind: 'trail', trail }, messages }
  const file = resolve(context.cwd, name)
  const { saveFile } = await import('../../io/files/save-file.ts')
  const text = trailMarkdown(trail, { file, root: context.vaultChoice().root, day: isoDay(context.now()) })
  if (!(await saveFile(file, text, options.flag('force'))))
    return {
      report: { kind: 'trail', trail },
      messages: [...messages, `${name} exists already and was left as it is; --force replaces it`],
      exit: 1,
    }
  return { report: { kind: 'trail', trail }, messages: [...messages, `saved the trail in ${name}`] }
}
