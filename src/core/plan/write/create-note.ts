import { fail } from '../../model/failure.ts'
import type { NotePath } from '../../model/note-path.ts'
import type { Vault } from '../../vault/vault.ts'
import type { Plan } from '../rename/rename-note.ts'
import { shellWord } from '../text/shell-word.ts'

/** Plans new notes. Fails when the vault has a file at one of the paths. */
export function createNotes(
  vault: Pick<Vault, 'note'>,
  drafts: readonly { readonly path: NotePath; readonly text: string }[],
  messages: readonly string[] = [],
): Plan {
  for (const { path } of drafts)
    if (vault.note(path) !== undefined)
      fail({ kind: 'refused', message: `${path} exists already`, hint: `open it with: wend open ${shellWord(path)}` })
  const title = drafts.length === 1 ? `create ${drafts[0]?.path ?? ''}` : `create ${drafts.length} notes`
  return {
    changes: { title, changes: drafts.map(({ path, text }) => ({ kind: 'create', path, text })) },
    messages,
  }
}
