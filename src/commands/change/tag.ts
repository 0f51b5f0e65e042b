import { fail } from '../../core/model/failure.ts'
import { renameTag } from '../../core/plan/rename-tag.ts'
import { addTags, removeTags } from '../../core/plan/tag-note.ts'
import { runPlan } from './change-command.ts'
import { dryRunOption } from './change-vault.ts'
import { forceUnreadableOption } from './plan-source.ts'
import type { Command } from '../command.ts'
import { requireExactNote } from '../arguments/require-note.ts'

/** `wend tag`: renames a tag in all notes, gives a note tags or takes them away. */
export const tag: Command = {
  arguments: [
    { name: '<action>', description: 'what to do: rename, add or remove', choices: ['rename', 'add', 'remove'] },
    { name: '<what>', description: 'the tag as it is; with add and remove the note', completes: 'tag' },
    { name: '<tags...>', description: 'the tag as it shall be; with add and remove the tags', completes: 'tag' },
  ],
  options: [forceUnreadableOption, dryRunOption],
  examples: [
    ['wend tag rename ml machine-learning', 'in front matter and as #hashtag; ml/deep becomes machine-learning/deep'],
    ['wend tag add bm25 ranking classic', 'into the front matter of a note'],
    ['wend tag remove bm25 classic', 'out of it; hashtags in the text stay'],
    ['wend tag rename ml ai --dry-run', 'shows the diff'],
  ],
  reports: ['changes'],
  run: (context, [action, what = '', ...tags], options) =>
    runPlan(context, options, async (source) => {
      switch (action) {
        case 'rename': {
          const [to = '', more] = tags
          if (more === undefined) return renameTag(source, what, to)
          return fail({ kind: 'usage', message: 'a tag gets one new name', hint: 'wend tag rename OLD NEW' })
        }
        case 'add':
          return addTags(source, await requireExactNote(context, what), tags)
        case 'remove':
          return removeTags(source, await requireExactNote(context, what), tags)
        default:
          return fail({
            kind: 'usage',
            message: `"${action ?? ''}" is not something to do with tags`,
            hint: 'wend tag rename OLD NEW, wend tag add NOTE TAG, or wend tag remove NOTE TAG',
          })
      }
    }),
}
