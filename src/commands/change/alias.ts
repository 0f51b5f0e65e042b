import { fail } from '../../core/model/failure.ts'
import type { Note } from '../../core/model/note.ts'
import { addAlias } from '../../core/plan/add-alias.ts'
import { editFrontMatter } from '../../core/plan/edit-front-matter.ts'
import type { Vault } from '../../core/vault/vault.ts'
import { runPlan } from './change-command.ts'
import { dryRunOption } from './change-vault.ts'
import { forceUnreadableOption } from './plan-source.ts'
import type { Command } from '../command.ts'
import { requireExactNote } from '../arguments/require-note.ts'

/** `wend alias`: gives a note another name that links may use. */
export const alias: Command = {
  arguments: [
    { name: '<add>', description: 'what to do: add' },
    { name: '<note>', description: 'path, title, alias or file name', completes: 'note' },
    { name: '<alias>', description: 'the other name' },
  ],
  options: [forceUnreadableOption, dryRunOption],
  examples: [
    ['wend alias add bm25 "Best Matching 25"', 'links may say [[Best Matching 25]] from now on'],
    ['wend alias add "KL Divergence" KLD', 'an abbreviation, which search finds too'],
    ['wend alias add bm25 Okapi --dry-run', 'shows the diff'],
  ],
  reports: ['changes'],
  run: (context, [action, query, name], options) =>
    runPlan(context, options, async (source) => {
      if (action !== 'add')
        fail({
          kind: 'usage',
          message: `"${action ?? ''}" is not something to do with aliases`,
          hint: 'wend alias add NOTE ALIAS',
        })
      const note = await requireExactNote(context, query ?? '')
      const text = (name ?? '').trim()
      if (text === '') fail({ kind: 'usage', message: 'the alias is empty' })
      requireUnused(source.vault, note, text)
      return editFrontMatter(source, note, `add the alias "${text}" to ${note.path}`, (start) => addAlias(start, text))
    }),
}

/** An alias that names another note already would make links to it ambiguous. */
function requireUnused(vault: Vault, note: Note, name: string): void {
  const { names } = vault.index
  const all = [...(names.withTitle(name) ?? []), ...(names.withAlias(name) ?? [])]
  const other = all.find((path) => path !== note.path)
  if (other !== undefined) fail({ kind: 'refused', message: `"${name}" already names ${other}` })
  if (all.includes(note.path)) fail({ kind: 'refused', message: `"${name}" already names ${note.path}` })
}
