import { fail } from '../../core/model/failure.ts'
import { findMentions } from '../../core/plan/find-mentions.ts'
import { linkMentions } from '../../core/plan/link-mentions.ts'
import { alone, changeVault, dryRunOption } from '../change/change-vault.ts'
import type { Command } from '../command.ts'
import { forceUnreadableOption, planSource } from '../change/plan-source.ts'
import { requireExactNote, requireTarget } from '../arguments/require-note.ts'

/** `wend link suggest`: names of notes in the text that could be links. */
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
  run: (context, [action, query], options) =>
    alone(context, !options.flag('write') || options.flag('dryRun'), async () => {
      if (action !== 'suggest')
        fail({
          kind: 'usage',
          message: `"${action ?? ''}" is not something to do with links`,
          hint: 'wend link suggest [NOTE]',
        })
      const messages: string[] = []
      const source = await planSource(context, options.flag('force') || !options.flag('write'))
      const notes =
        query === undefined
          ? source.vault.notes
          : [
              options.flag('write')
                ? await requireExactNote(context, query)
                : (await requireTarget(context, query, messages)).note,
            ]
      const least = options.count('minScore', 1) ?? 50
      const all = findMentions(source, notes).filter(({ score }) => score >= least)
      const limit = options.count('limit', 1) ?? (options.flag('write') ? all.length : 50)
      const mentions = all.slice(0, limit)
      if (options.flag('write')) {
        const plan = linkMentions(source, mentions)
        return changeVault(context, plan.changes, {
          dryRun: options.flag('dryRun'),
          messages: [...messages, ...plan.messages],
        })
      }
      if (all.length > mentions.length)
        messages.push(`${all.length - mentions.length} more; see them with --limit ${all.length}`)
      if (all.length === 0) messages.push('no mentions that could be links')
      const rows = mentions.map(({ note, target, line, column, text, score, start }) => ({
        path: note.path,
        line,
        column,
        text,
        target: target.path,
        title: target.title,
        score,
        context: lineAround(source.textOf(note.path), start),
      }))
      return { report: { kind: 'mentions', mentions: rows }, messages, exit: rows.length === 0 ? 1 : 0 }
    }),
}

function lineAround(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - 60)
  const end = text.indexOf('\n', offset)
  const stop = Math.min(end < 0 ? text.length : end, offset + 90)
  return `${start > 0 && text[start - 1] !== '\n' ? '…' : ''}${text.slice(start, stop).trim()}${text[stop] === '\n' || stop === text.length ? '' : '…'}`
}
