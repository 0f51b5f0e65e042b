import { fail } from '../../core/model/failure.ts'
import { localMinute } from '../../core/parse/local-time.ts'
import type { HistoryEntry } from '../../io/changes/history.ts'
import type { Options } from '../arguments/options.ts'
import type { Command, Context, Outcome } from '../command.ts'
import { changesReport, dryRunOption } from './change-vault.ts'

const countArgument = { name: '[count]', description: 'how many changes, the latest first (default: 1)' }

/** `wend undo`: takes back the last changes, each as a whole. */
export const undo: Command = {
  arguments: [countArgument],
  options: [
    { flags: '--list', description: 'list the changes that can be undone, and those that can be done again' },
    { flags: '-n, --limit <count>', description: 'with --list: at most so many changes' },
    { flags: '--from <folder>', description: 'take over the history of a vault that stood there before it was moved' },
    dryRunOption,
  ],
  examples: [
    ['wend undo', 'takes back the last change of notes, in all files it touched'],
    ['wend undo 3 --dry-run', 'shows what taking back three would change'],
    ['wend undo --list', 'the changes that can be undone'],
    ['wend undo --from ~/old/notes', 'after the vault was moved from there'],
  ],
  reports: ['changes', 'document'],
  run: async (context, args, options) => {
    const from = options.text('from')
    if (from !== undefined) await takeOver(context, from)
    const limit = options.count('limit', 1)
    if (options.flag('list')) return listHistory(context, limit)
    if (limit === undefined) return reverse(context, 'undo', { count: args[0], options })
    return fail({ kind: 'usage', message: '-n belongs to --list', hint: `wend undo ${limit} takes back so many` })
  },
}

/** `wend redo`: does again what was undone. */
export const redo: Command = {
  arguments: [{ ...countArgument, description: 'how many changes (default: 1)' }],
  options: [dryRunOption],
  examples: [
    ['wend redo', 'does again what the last undo took back'],
    ['wend redo 2', 'the last two'],
    ['wend redo --dry-run', 'shows what that would change'],
  ],
  reports: ['changes'],
  run: (context, args, options) => reverse(context, 'redo', { count: args[0], options }),
}

async function reverse(
  context: Context,
  direction: 'undo' | 'redo',
  { count, options }: { readonly count: string | undefined; readonly options: Options },
): Promise<Outcome> {
  const dryRun = options.flag('dryRun')
  const number = readCount(count)
  const { reverseChanges } = await import('../../io/changes/undo-changes.ts')
  const { keep, ...place } = await context.vaultPlace()
  const { changes, messages } = reverseChanges(
    place,
    { direction, count: number, dryRun, ...(context.mayChange && { mayChange: context.mayChange }) },
    { keep, now: context.now() },
  )
  const back = direction === 'undo' ? 'do it again with: wend redo' : 'take it back with: wend undo'
  return changesReport(context, changes, { applied: !dryRun, messages: dryRun ? messages : [...messages, back] })
}

function readCount(count: string | undefined): number {
  if (count === undefined) return 1
  if (/^[1-9]\d{0,8}$/.test(count)) return Number(count)
  return fail({
    kind: 'usage',
    message: `"${count}" is not a number of changes`,
    hint: 'wend undo --list shows the changes; wend undo 2 takes back the last two',
  })
}

async function takeOver(context: Context, former: string): Promise<void> {
  const { resolve } = await import('node:path')
  const { takeOverHistory } = await import('../../io/changes/take-over-history.ts')
  takeOverHistory(context.vaultChoice().root, resolve(context.cwd, former), context.env)
}

/** The history; the change that is undone or redone next comes first. */
async function listHistory(context: Context, limit?: number): Promise<Outcome> {
  const [{ readHistory }, fs] = await Promise.all([
    import('../../io/changes/history.ts'),
    import('../../io/files/file-system.ts'),
  ])
  const entries = readHistory({ fs, ...(await context.vaultPlace()) })
  const done = entries.filter(({ undone }) => !undone).toReversed()
  const rows = [
    ...numbered(done, 'undo'),
    ...numbered(
      entries.filter(({ undone }) => undone),
      'redo',
    ),
  ].slice(0, limit)
  const text = rows.map(
    ({ command, count, at, title, files }) =>
      `wend ${command} ${String(count).padEnd(4)} ${localMinute(at)}  ${title}, ${files} ${files === 1 ? 'file' : 'files'}\n`,
  )
  const messages = rows.length === 0 ? ['nothing to undo'] : []
  return { report: { kind: 'document', text: text.join(''), data: rows }, messages, exit: rows.length === 0 ? 1 : 0 }
}

/** A change as `--list` shows it: `wend COMMAND COUNT` reaches it. */
interface HistoryRow {
  readonly command: 'undo' | 'redo'
  readonly count: number
  /** When it was last made, undone or redone, ISO 8601. */
  readonly at: string
  readonly title: string
  readonly files: number
}

function numbered(entries: readonly HistoryEntry[], command: 'undo' | 'redo'): readonly HistoryRow[] {
  return entries.map(({ at, title, steps }, order) => {
    const paths = steps.flatMap(({ kind, path }) => (kind === 'write' || kind === 'move' ? [path] : []))
    return { command, count: order + 1, at, title, files: new Set(paths).size }
  })
}
