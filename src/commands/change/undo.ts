import { changesReport, dryRunOption } from './change-vault.ts'
import type { Command, Context, Outcome } from '../command.ts'
import type { Options } from '../arguments/options.ts'

/** `wend undo`: takes back the last change as a whole. */
export const undo: Command = {
  arguments: [],
  options: [dryRunOption],
  examples: [
    ['wend undo', 'takes back the last rename, edit or removal, in all files it changed'],
    ['wend undo --dry-run', 'shows what that would change'],
    ['wend undo && wend undo', 'the last two changes'],
  ],
  reports: ['changes'],
  run: (context, _args, options) => reverse(context, options, 1),
}

async function reverse(context: Context, options: Options, count: number): Promise<Outcome> {
  const dryRun = options.flag('dryRun')
  const { reverseChanges } = await import('../../io/changes/undo-changes.ts')
  const { keep, ...place } = await context.vaultPlace()
  const { changes, messages } = reverseChanges(place, { direction: 'undo', count, dryRun }, { keep })
  return changesReport(context, changes, { applied: !dryRun, messages })
}
