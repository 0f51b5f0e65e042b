import { fail } from '../../core/model/failure.ts'
import { sectionsToSplit, splitNote } from '../../core/plan/regroup/extract-section.ts'
import { requireExactNote } from '../arguments/require-note.ts'
import { runPlan } from '../change/change-command.ts'
import { dryRunOption } from '../change/change-vault.ts'
import { forceIgnoredOption, requireSeen } from '../change/require-seen.ts'
import type { Command } from '../command.ts'
import { cutNotes, dirOption } from './cut-notes.ts'

/** `wend split`: moves the sections of a note into notes, leaving a list of links. */
export const split: Command = {
  arguments: [{ name: '<note>', description: 'path, title, alias or file name', completes: 'note' }],
  options: [
    { flags: '--level <level>', description: 'at headings of this level, 1 to 6 (default 2)' },
    { ...dirOption, description: 'the folder of the new notes; that of the old one unless said' },
    forceIgnoredOption,
    dryRunOption,
  ],
  examples: [
    ['wend split "Reading list"', 'each section of level 2 becomes a note; links to them stand in their place'],
    ['wend split journal --level 1 --dir days', 'one file of many days into a note a day'],
    ['wend split "Reading list" --dry-run', 'shows the diff'],
  ],
  reports: ['changes'],
  run: (context, [query = ''], options) =>
    runPlan(context, options, async (source) => {
      const level = options.count('level', 1) ?? 2
      if (level > 6) fail({ kind: 'usage', message: `headings have levels 1 to 6, not ${level}` })
      const note = await requireExactNote(context, query)
      const sections = sectionsToSplit(source, note, level)
      const parts = sections.map((part) => ({ part, title: part.title }))
      const cuts = await cutNotes(context, source, note, { parts, dir: options.text('dir') })
      const plan = splitNote(source, note, cuts)
      await requireSeen(context, plan.changes, options.flag('force'))
      return plan
    }),
}
