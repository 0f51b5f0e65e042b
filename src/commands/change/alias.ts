import { fail } from '../../core/model/failure.ts'
import type { Note } from '../../core/model/note.ts'
import type { PlanSource } from '../../core/plan/draft.ts'
import { editFrontMatter } from '../../core/plan/front-matter/edit-front-matter.ts'
import { addItem, aliasList, removeItems } from '../../core/plan/front-matter/list-items.ts'
import type { Plan } from '../../core/plan/rename/rename-note.ts'
import { foldName } from '../../core/vault/fold.ts'
import type { Vault } from '../../core/vault/vault.ts'
import { runPlan } from './change-command.ts'
import { dryRunOption } from './change-vault.ts'
import { forceUnreadableOption } from './plan-source.ts'
import type { Command } from '../command.ts'
import { requireExactNote } from '../arguments/require-note.ts'

/** `wend alias`: gives a note another name that links may use, or takes one away. */
export const alias: Command = {
  arguments: [
    { name: '<action>', description: 'what to do: add or remove', choices: ['add', 'remove'] },
    { name: '<note>', description: 'path, title, alias or file name', completes: 'note' },
    { name: '<alias>', description: 'the other name' },
  ],
  options: [forceUnreadableOption, dryRunOption],
  examples: [
    ['wend alias add bm25 "Best Matching 25"', 'links may say [[Best Matching 25]] from now on'],
    ['wend alias add "KL Divergence" KLD', 'an abbreviation, which search finds too'],
    ['wend alias remove bm25 "Best Matching 25"', 'links by it say the file name then'],
    ['wend alias add bm25 Okapi --dry-run', 'shows the diff'],
  ],
  reports: ['changes'],
  run: (context, [action, query, name], options) =>
    runPlan(context, options, async (source) => {
      if (action !== 'add' && action !== 'remove')
        return fail({
          kind: 'usage',
          message: `"${action ?? ''}" is not something to do with aliases`,
          hint: 'wend alias add NOTE ALIAS, or wend alias remove NOTE ALIAS',
        })
      const note = await requireExactNote(context, query ?? '')
      const text = (name ?? '').trim()
      if (text === '') fail({ kind: 'usage', message: 'the alias is empty' })
      return action === 'add' ? planAdd(source, note, text) : planRemove(source, note, text)
    }),
}

function planAdd(source: PlanSource, note: Note, name: string): Plan {
  requireUnused(source.vault, note, name)
  const title = `add the alias "${name}" to ${note.path}`
  return editFrontMatter(source, note, title, (start) => addItem(start, aliasList, name))
}

function planRemove(source: PlanSource, note: Note, name: string): Plan {
  const exact = note.aliases.find((one) => one === name)
  const found = exact ?? note.aliases.find((one) => foldName(one) === foldName(name))
  if (found === undefined)
    return fail({
      kind: 'refused',
      message: `${note.path} has no alias "${name}"`,
      ...(note.aliases.length > 0 ? { hint: `its aliases: ${note.aliases.join(', ')}` } : {}),
    })
  const title = `remove the alias "${found}" of ${note.path}`
  return editFrontMatter(
    source,
    note,
    title,
    (start) => removeItems(start, aliasList, (item) => item === found) ?? start.text,
  )
}

/** Fails when an alias already names another note: links to it would become ambiguous. */
function requireUnused(vault: Vault, note: Note, name: string): void {
  const { names } = vault.index
  const all = [...(names.withTitle(name) ?? []), ...(names.withAlias(name) ?? [])]
  const other = all.find((path) => path !== note.path)
  if (other !== undefined) fail({ kind: 'refused', message: `"${name}" already names ${other}` })
  if (all.includes(note.path)) fail({ kind: 'refused', message: `"${name}" already names ${note.path}` })
}
