import { fail } from '../../core/model/failure.ts'
import { renameTag } from '../../core/plan/rename-tag.ts'
import { runPlan } from './change-command.ts'
import { dryRunOption } from './change-vault.ts'
import { forceUnreadableOption } from './plan-source.ts'
import type { Command } from '../command.ts'

/** `wend tag`: renames a tag in all notes. */
export const tag: Command = {
  arguments: [
    { name: '<rename>', description: 'what to do: rename' },
    { name: '<old>', description: 'the tag as it is' },
    { name: '<new>', description: 'the tag as it shall be' },
  ],
  options: [forceUnreadableOption, dryRunOption],
  examples: [
    ['wend tag rename ml machine-learning', 'in front matter and as #hashtag; ml/deep becomes machine-learning/deep'],
    ['wend tag rename todo project/todo', 'a tag into another'],
    ['wend tag rename ml ai --dry-run', 'shows the diff'],
  ],
  reports: ['changes'],
  run: (context, [action, from, to], options) =>
    runPlan(context, options, async (source) => {
      if (action !== 'rename')
        fail({
          kind: 'usage',
          message: `"${action ?? ''}" is not something to do with tags`,
          hint: 'wend tag rename OLD NEW',
        })
      return renameTag(source, from ?? '', to ?? '')
    }),
}
