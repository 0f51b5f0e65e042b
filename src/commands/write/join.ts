import type { NotePath } from '../../core/model/note-path.ts'
import type { PlanSource } from '../../core/plan/draft.ts'
import { inlineNote, mergeNotes, onlyLinkingNote } from '../../core/plan/regroup/join-notes.ts'
import type { Plan } from '../../core/plan/rename/rename-note.ts'
import { requireExactNote } from '../arguments/require-note.ts'
import { runPlan } from '../change/change-command.ts'
import { dryRunOption } from '../change/change-vault.ts'
import { forceUnreadableOption } from '../change/plan-source.ts'
import type { Command, Context } from '../command.ts'

/** `wend inline`: makes a note a section of the note that links to it. */
export const inline: Command = {
  arguments: [{ name: '<note>', description: 'path, title, alias or file name', completes: 'note' }],
  options: [
    {
      flags: '--into <note>',
      description: 'the note that it goes into; the one that links to it unless said',
      completes: 'note',
    },
    forceUnreadableOption,
    dryRunOption,
  ],
  examples: [
    ['wend inline "Term saturation"', 'takes the place of the link to it, where only one note has one'],
    ['wend inline "Term saturation" --into bm25', 'at the link, or at the end; links to it follow to the heading'],
    ['wend inline "Term saturation" --dry-run', 'shows the diff; the note itself goes to the trash'],
  ],
  reports: ['changes'],
  run: (context, [query = ''], options) =>
    runPlan(context, options, (source) => planInline(context, source, { query, into: options.text('into') })),
}

/** Plans to make a note a section of another: of the one named, else of the one that links to it. */
export async function planInline(
  context: Context,
  source: PlanSource,
  { query, into }: { readonly query: string; readonly into: string | undefined },
): Promise<Plan & { readonly path: NotePath }> {
  const note = await requireExactNote(context, query)
  const target = into === undefined ? onlyLinkingNote(source.vault, note) : await requireExactNote(context, into)
  return { path: target.path, ...inlineNote(source, note, target) }
}

/** `wend merge`: appends a note to another, which gets its names as aliases. */
export const merge: Command = {
  arguments: [
    { name: '<note>', description: 'the note that goes', completes: 'note' },
    { name: '<into>', description: 'the note that it goes to the end of', completes: 'note' },
  ],
  options: [forceUnreadableOption, dryRunOption],
  examples: [
    ['wend merge "Okapi BM25" bm25', 'its text goes to the end of bm25, its names become aliases, links follow'],
    ['wend merge "Okapi BM25" bm25 --dry-run', 'shows the diff'],
    ['wend undo', 'takes it back, the note out of the trash again'],
  ],
  reports: ['changes'],
  run: (context, [query = '', other = ''], options) =>
    runPlan(context, options, async (source) => {
      const note = await requireExactNote(context, query)
      return mergeNotes(source, note, await requireExactNote(context, other))
    }),
}
