import { shellWord } from '../../core/plan/text/shell-word.ts'
import { join } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import type { NotePath } from '../../core/model/note-path.ts'
import { createNotes } from '../../core/plan/write/create-note.ts'
import { fileFacts } from '../../io/files/file-facts.ts'
import { alone, changeVault } from '../change/change-vault.ts'
import type { Context } from '../command.ts'

/**
 * Writes new notes as one undoable change; resolves to messages about it. A guessed folder is marked as a vault by that. Fails when a file
 * exists, and when a guessed folder does not look like a vault.
 */
export async function writeNotes(
  context: Context,
  drafts: readonly { readonly path: NotePath; readonly text: string }[],
): Promise<readonly string[]> {
  const { root, by } = context.vaultChoice()
  requireNewFiles(context, drafts)
  const made = by === 'guess' ? await markVault(root) : []
  const { changes } = createNotes({ note: () => undefined }, drafts)
  const outcome = await alone(context, false, () => changeVault(context, changes, { dryRun: false }))
  return [...drafts.map(({ path }) => `created ${join(root, path)}`), ...(outcome.messages ?? []), ...made]
}

/** Fails when the file of a new note exists already. */
export function requireNewFiles(context: Context, drafts: readonly { readonly path: NotePath }[]): void {
  const { root } = context.vaultChoice()
  for (const { path } of drafts)
    if (fileFacts(join(root, path)) !== undefined)
      fail({
        kind: 'refused',
        message: `${context.pathHere(path)} exists already`,
        hint: `open it with: wend open ${shellWord(context.pathHere(path))}`,
      })
}

/**
 * Marks a guessed folder as a vault, so that later commands find it from anywhere inside it. Fails when it holds more files than a folder
 * of notes would.
 */
async function markVault(root: string): Promise<readonly string[]> {
  const [{ writeConfig }, { configText }, { mostUnmarkedFiles, walkVault }] = await Promise.all([
    import('../vault/init.ts'),
    import('../../io/config/config-text.ts'),
    import('../../io/vault/walk-vault.ts'),
  ])
  walkVault(root, { ignore: [], follow: false, most: mostUnmarkedFiles })
  await writeConfig(root, configText(new Map()))
  return [`${root} is a vault now: .wend/config.yml marks it`]
}
