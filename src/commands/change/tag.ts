import { fail } from '../../core/model/failure.ts'
import { renameTag } from '../../core/plan/rename/rename-tag.ts'
import { addTags, removeTags } from '../../core/plan/front-matter/tag-note.ts'
import type { Options } from '../arguments/options.ts'
import { agreeOnCount, bulkNotes, bulkOptions, isBulk } from './bulk-notes.ts'
import { runPlan } from './change-command.ts'
import { dryRunOption } from './change-vault.ts'
import { forceUnreadableOption } from './plan-source.ts'
import type { Command, Context, Outcome } from '../command.ts'
import { requireExactNote } from '../arguments/require-note.ts'

/** `wend tag`: renames a tag in all notes, gives notes tags or takes them away. */
export const tag: Command = {
  arguments: [
    { name: '<action>', description: 'what to do: rename, add or remove', choices: ['rename', 'add', 'remove'] },
    {
      name: '<what>',
      description: 'the tag as it is; with add and remove the note, or with --where a tag',
      completes: 'tag',
      picked: { of: 'note', after: ['add', 'remove'] },
    },
    { name: '[tags...]', description: 'the new tag; with add and remove the tags', completes: 'tag' },
  ],
  options: [...bulkOptions, forceUnreadableOption, dryRunOption],
  examples: [
    ['wend tag rename ml machine-learning', 'in front matter and as #hashtag; ml/deep becomes machine-learning/deep'],
    ['wend tag add bm25 ranking classic', 'into the front matter of a note'],
    ['wend tag remove bm25 classic', 'out of it; hashtags in the text stay'],
    ['wend tag add --where status=done archive --expect 7', 'to all notes that fit, if they are seven'],
    ['wend tag rename ml ai --dry-run', 'shows the diff'],
  ],
  reports: ['changes'],
  run: (context, [action = '', what = '', ...tags], options) => {
    if (action === 'rename') return rename(context, [what, ...tags], options)
    if (action === 'add' || action === 'remove') return retag(context, { action, words: [what, ...tags] }, options)
    return fail({
      kind: 'usage',
      message: `"${action}" is not something to do with tags`,
      hint: 'wend tag rename OLD NEW, wend tag add NOTE TAG, or wend tag remove NOTE TAG; wend tags lists them',
    })
  },
}

function rename(context: Context, words: readonly string[], options: Options): Promise<Outcome> {
  const [from = '', to, more] = words
  if (isBulk(options))
    return fail({ kind: 'usage', message: 'a tag is renamed in all notes', hint: 'wend tag rename OLD NEW' })
  if (to === undefined || more !== undefined)
    return fail({ kind: 'usage', message: 'a tag gets one new name', hint: 'wend tag rename OLD NEW' })
  return runPlan(context, options, async (source) => renameTag(source, from, to))
}

async function retag(
  context: Context,
  { action, words }: { readonly action: 'add' | 'remove'; readonly words: readonly string[] },
  options: Options,
): Promise<Outcome> {
  const bulk = isBulk(options)
  const tags = bulk ? words : words.slice(1)
  if (tags.length === 0)
    return fail({
      kind: 'usage',
      message: `tag ${action} needs a tag after the note`,
      hint: `wend tag ${action} NOTE TAG`,
    })
  const agreed = await agreeOnCount(context, options, `${action} ${tags.join(', ')} as tags`)
  return runPlan(context, options, async (source) => {
    const notes = bulk ? await bulkNotes(context, options, agreed) : [await requireExactNote(context, words[0] ?? '')]
    return action === 'add' ? addTags(source, notes, tags) : removeTags(source, notes, tags)
  })
}
