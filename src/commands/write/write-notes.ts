import { shellWord } from '../../core/plan/text/shell-word.ts'
import { join } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import type { NotePath } from '../../core/model/note-path.ts'
import { createNotes } from '../../core/plan/write/create-note.ts'
import { fileFacts } from '../../io/files/file-facts.ts'
import { alone, changeVault } from '../change/change-vault.ts'
import type { Context } from '../command.ts'

/**
 * Writes new notes as one change, which undo takes back; resolves to what is said of it. A folder that was only guessed becomes a vault by
 * that. Fails where one exists, and where a guessed folder looks like no vault.
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

/** Fails where a file is already that a new note would be. */
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
 * Makes a folder that was only guessed a vault, so that the next command finds the same one from wherever it stands. Fails where it
 * holds more files than a folder of notes does.
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
