import { shellWord } from '../../core/plan/text/shell-word.ts'
import { linksToRemoved, removeNotes } from '../../core/plan/rename/remove-note.ts'
import type { ResolvedLink } from '../../core/model/resolution.ts'
import { fail } from '../../core/model/failure.ts'
import { toNotePath } from '../../core/model/note-path.ts'
import type { Vault } from '../../core/vault/vault.ts'
import { typedPath } from '../arguments/typed-path.ts'
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
      const vault = await context.vault()
      for (const query of args) {
        refuseLink(vault, typedPath(context, query))
        notes.push(await requireExactNote(context, query))
      }
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

/** Refuses a symbolic link: it is unclear whether the link or its target is meant. */
function refuseLink(vault: Vault, typed: string): void {
  const path = toNotePath(typed)
  const leadsTo = path === undefined ? undefined : vault.leadsTo(path)
  if (leadsTo !== undefined)
    fail({
      kind: 'refused',
      message: `${path} is a symbolic link to ${leadsTo}; nothing was removed`,
      hint: `for the note: wend rm ${shellWord(leadsTo)}; for the link: rm ${shellWord(path ?? '')}`,
    })
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
