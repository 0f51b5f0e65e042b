import { type ChangePreview, changesReport, dryRunOption } from './change-vault.ts'
import type { Command } from '../command.ts'

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
  run: async (context, _args, options) => {
    const dryRun = options.flag('dryRun')
    const { undoLastChange } = await import('../../io/changes/apply-changes.ts')
    const { changes, messages } = undoLastChange(context.vaultChoice().root, { dryRun })
    const preview: ChangePreview = { applied: !dryRun, messages }
    return changesReport(context, changes, preview)
  },
}
