import { fail } from '../../core/model/failure.ts'
import type { Note } from '../../core/model/note.ts'
import type { MentionRow } from '../../core/model/report.ts'
import type { PlanSource } from '../../core/plan/draft.ts'
import { findMentions, type Mention } from '../../core/plan/find-mentions.ts'
import { linkMentions } from '../../core/plan/link-mentions.ts'
import { alone, changeVault, dryRunOption } from '../change/change-vault.ts'
import type { Options } from '../arguments/options.ts'
import type { Command, Context, Outcome } from '../command.ts'
import { forceUnreadableOption, planSource } from '../change/plan-source.ts'
import { requireExactNote, requireTarget } from '../arguments/require-note.ts'
import { lineStart } from '../../core/model/line-ends.ts'

/** `wend link suggest`: names of notes in texts that could be links. */
export const link: Command = {
  arguments: [
    { name: '<suggest>', description: 'what to do: suggest', choices: ['suggest'] },
    { name: '[note]', description: 'only mentions in this note', completes: 'note' },
  ],
  options: [
    { flags: '--write', description: 'make the mentions links' },
    { flags: '--min-score <score>', description: 'only mentions at least so sure, 1 to 100 (default 50)' },
    { flags: '--limit <count>', description: 'at most so many (default 50, with --write all)' },
    forceUnreadableOption,
    dryRunOption,
  ],
  examples: [
    ['wend link suggest', 'titles and aliases in the text that are not links yet, surest first'],
    ['wend link suggest attention', 'in one note'],
    ['wend link suggest attention --write', 'links the first mention of each'],
  ],
  reports: ['mentions', 'changes'],
  run: (context, args, options) => {
    const writes = options.flag('write')
    return alone(context, !writes || options.flag('dryRun'), () => suggest(context, args, options, writes))
  },
}

async function suggest(
  context: Context,
  [action, query]: readonly string[],
  options: Options,
  writes: boolean,
): Promise<Outcome> {
  if (action !== 'suggest')
    fail({
      kind: 'usage',
      message: `"${action ?? ''}" is not something to do with links`,
      hint: 'wend link suggest [NOTE]',
    })
  const messages: string[] = []
  const source = await planSource(context, options.flag('force') || !writes)
  const named = async (name: string): Promise<Note> =>
    writes ? requireExactNote(context, name) : (await requireTarget(context, name, messages)).note
  const notes = query === undefined ? source.vault.notes : [await named(query)]
  const least = options.count('minScore', 1) ?? 50
  const mayName = context.mayName ?? (() => true)
  const all = findMentions(source, notes).filter(({ score, target }) => score >= least && mayName(target.path))
  const mentions = all.slice(0, options.count('limit', 1) ?? (writes ? all.length : 50))
  if (writes) {
    const { changes, messages: said } = linkMentions(source, mentions)
    return changeVault(context, changes, { dryRun: options.flag('dryRun'), messages: [...messages, ...said] })
  }
  if (all.length > mentions.length)
    messages.push(`${all.length - mentions.length} more; see them with --limit ${all.length}`)
  if (all.length === 0) messages.push('no mentions that could be links')
  const rows = mentions.map((mention) => rowOf(source, mention))
  return { report: { kind: 'mentions', mentions: rows }, messages, exit: rows.length === 0 ? 1 : 0 }
}

function rowOf({ textOf }: PlanSource, { note, target, line, column, text, score, start }: Mention): MentionRow {
  const context = lineAround(textOf(note.path), start)
  return { path: note.path, line, column, text, target: target.path, title: target.title, score, context }
}

function lineAround(text: string, offset: number): string {
  const start = Math.max(lineStart(text, offset), offset - 60)
  const end = text.indexOf('\n', offset)
  const stop = Math.min(end < 0 ? text.length : end, offset + 90)
  return `${start > 0 && text[start - 1] !== '\n' ? '…' : ''}${text.slice(start, stop).trim()}${text[stop] === '\n' || stop === text.length ? '' : '…'}`
}
