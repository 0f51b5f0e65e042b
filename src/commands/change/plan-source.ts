import { unreadFiles } from '../arguments/skipped-messages.ts'
import { fail } from '../../core/model/failure.ts'
import type { NotePath } from '../../core/model/note-path.ts'
import type { PlanSource } from '../../core/plan/draft.ts'
import type { Vault } from '../../core/vault/vault.ts'
import type { Context, OptionSpec } from '../command.ts'

/** The option to change notes even when other notes can't be read. */
export const forceUnreadableOption: OptionSpec = {
  flags: '--force',
  description: 'also when some notes cannot be read, whose links then do not follow',
}

/**
 * The basis for planning changes: the vault and the texts of its notes, each read once. Refuses, unless forced, when files can't be read.
 */
export async function planSource(context: Context, force: boolean): Promise<PlanSource> {
  const vault = await context.vault()
  requireReadable(context, vault, force)
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
    linkForm: (await context.config()).linkForm,
    formerly: (draft) => formerSpellings({ root, state: stateFolders(root, context.env)[0] ?? '' }, draft),
  }
}

/**
 * Refuses to change a vault with unreadable files: a link in one would be left broken, or its name taken. When forced, reports which files
 * were not looked at.
 */
export function requireReadable(context: Context, vault: Vault, force: boolean): void {
  const unread = unreadFiles(vault)
  const [first] = unread
  if (first === undefined) return
  const more = unread.length === 1 ? '' : ` and ${unread.length - 1} more`
  const what = `${first.path}${more} cannot be read: ${first.reason ?? ''}`
  if (force) context.notices.push(`${what}; links there were not looked at`)
  else
    fail({
      kind: 'refused',
      message: `${what}; nothing was changed`,
      hint: 'links there would not follow; make it readable, or go on without it with --force',
    })
}
