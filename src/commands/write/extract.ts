import { fail } from '../../core/model/failure.ts'
import type { NotePath } from '../../core/model/note-path.ts'
import type { PlanSource } from '../../core/plan/draft.ts'
import { sameHeadings } from '../../core/query/note/same-headings.ts'
import { extractPart, partToExtract } from '../../core/plan/regroup/extract-section.ts'
import type { Plan } from '../../core/plan/rename/rename-note.ts'
import { requireExactTarget } from '../arguments/require-note.ts'
import { runPlan } from '../change/change-command.ts'
import { dryRunOption } from '../change/change-vault.ts'
import { forceIgnoredOption, requireSeen } from '../change/require-seen.ts'
import type { Command, Context } from '../command.ts'
import { cutNotes, dirOption } from './cut-notes.ts'

/** `wend extract`: moves a section or block into a note of its own. */
export const extract: Command = {
  arguments: [
    { name: '<note>', description: 'NOTE#Heading, or NOTE#^block', completes: 'note' },
    { name: '[title...]', description: 'the title of the new note; the heading unless said' },
  ],
  options: [dirOption, forceIgnoredOption, dryRunOption],
  examples: [
    ['wend extract "bm25#The idea"', 'the section becomes a note, a link stands in its place'],
    ['wend extract "bm25#The idea" "Term saturation"', 'under another title'],
    ['wend extract bm25#^formula Formula', 'a block'],
    ['wend extract "bm25#The idea" --dry-run', 'shows the diff; links to the section follow'],
  ],
  reports: ['changes'],
  run: (context, [query = '', ...words], options) =>
    runPlan(context, options, async (source) => {
      const title = words.join(' ')
      const plan = await planExtract(context, source, { query, title, dir: options.text('dir') })
      await requireSeen(context, plan.changes, options.flag('force'))
      return plan
    }),
}

/** Plans to move a section or block into a note; `query` is NOTE#Heading or NOTE#^block, and an empty title means that of the heading. */
export async function planExtract(
  context: Context,
  source: PlanSource,
  { query, title: said, dir }: { readonly query: string; readonly title: string; readonly dir: string | undefined },
): Promise<Plan & { readonly path: NotePath }> {
  const { note, anchor } = await requireExactTarget(context, query)
  if (anchor === undefined)
    return fail({
      kind: 'usage',
      message: `"${query}" is a whole note, and this takes a section of one`,
      hint: `wend extract "${note.path}#HEADING"; wend show "${note.path}" --toc lists its headings`,
    })
  const part = partToExtract(source, note, anchor)
  const title = said.trim().replace(/\s+/g, ' ') || part.title
  if (title === '')
    fail({
      kind: 'usage',
      message: 'there are no words to make a title of',
      hint: `wend extract "${query}" "A title"`,
    })
  const [cut] = await cutNotes(context, source, note, { parts: [{ part, title }], dir })
  if (cut === undefined) throw new RangeError('a part was not named')
  const plan = extractPart(source, note, cut)
  return { path: cut.path, ...plan, messages: [...sameHeadings(note, anchor), ...plan.messages] }
}
