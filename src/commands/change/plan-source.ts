import type { NotePath } from '../../core/model/note-path.ts'
import type { PlanSource } from '../../core/plan/draft.ts'
import type { Context } from '../command.ts'

/** What changes are planned on: the vault and the text of its notes, each read once. */
export async function planSource(context: Context): Promise<PlanSource> {
  const vault = await context.vault()
  const [{ readNoteText }, { formerSpellings }, { stateFolders }] = await Promise.all([
    import('../../io/files/read-text.ts'),
    import('../../io/changes/former-spellings.ts'),
    import('../../io/changes/user-state.ts'),
  ])
  const { root } = context.vaultChoice()
  const texts = new Map<NotePath, string>()
  const textOf = (path: NotePath): string => {
    const text = texts.get(path) ?? readNoteText(root, path, { follow: false })
    texts.set(path, text)
    return text
  }
  return {
    vault,
    textOf,
    formerly: (draft) => formerSpellings({ root, state: stateFolders(root, context.env)[0] ?? '' }, draft),
  }
}
