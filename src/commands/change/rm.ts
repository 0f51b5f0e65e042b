import { linksToRemoved, removeNotes } from '../../core/plan/rename/remove-note.ts'
import type { ResolvedLink } from '../../core/model/resolution.ts'
import { toLinkRow } from '../../core/query/links/link-row.ts'
import { alone, changeVault, dryRunOption } from './change-vault.ts'
import { requireReadable } from './plan-source.ts'
import type { Command, Context, Outcome } from '../command.ts'
import { requireExactNote } from '../arguments/require-note.ts'

/** `wend rm`: puts notes in the vault's trash. */
export const rm: Command = {
  arguments: [{ name: '<notes...>', description: 'path, title, alias or file name', completes: 'note' }],
  options: [
    { flags: '--force', description: 'also when other notes link to it, or some cannot be read' },
    dryRunOption,
  ],
  examples: [
    ['wend rm "Old idea"', 'to .wend/trash; refused, with the links, when other notes link to it'],
    ['wend rm "Old idea" --force', 'leaves those links broken'],
    ['wend undo', 'takes it out of the trash again'],
  ],
  reports: ['changes', 'links'],
  run: (context, args, options) =>
    alone(context, options.flag('dryRun'), async () => {
      const notes = []
      for (const query of args) notes.push(await requireExactNote(context, query))
      const vault = await context.vault()
      requireReadable(context, vault, options.flag('force'))
      const links = linksToRemoved(vault, notes)
      const paths = notes.map(({ path }) => path).join(', ')
      if (links.length > 0 && !options.flag('force')) return refuse(context, links, paths)
      const plan = removeNotes(vault, [...new Set(notes)])
      return changeVault(context, plan.changes, {
        dryRun: options.flag('dryRun'),
        messages: plan.messages,
      })
    }),
}

async function refuse(context: Context, links: readonly ResolvedLink[], paths: string): Promise<Outcome> {
  const vault = await context.vault()
  const sentences = await context.contexts(links)
  const rows = links.map((link, order) => ({ ...toLinkRow(vault, link, 'source', 1), context: sentences[order] ?? '' }))
  const count = links.length === 1 ? 'a link leads' : `${links.length} links lead`
  return {
    report: { kind: 'links', direction: 'in', of: paths, links: rows },
    messages: [`not removed: ${count} to ${paths}; change them first, or use --force`],
    exit: 1,
  }
}
