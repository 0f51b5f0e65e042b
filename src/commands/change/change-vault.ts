import type { ChangeSet } from '../../core/model/change.ts'
import { isNoteFile } from '../../core/model/note-path.ts'
import type { Context, OptionSpec, Outcome } from '../command.ts'

/** The option of every command that changes notes. */
export const dryRunOption: OptionSpec = { flags: '--dry-run', description: 'print the change as a diff, write nothing' }

/** Applies a planned change, or with `dryRun` shows it as a diff; both give a report of kind `changes`. */
export async function changeVault(
  context: Context,
  planned: ChangeSet,
  how: { readonly dryRun: boolean; readonly messages?: readonly string[] },
): Promise<Outcome> {
  const changes = await withUpdated(context, planned)
  const messages = [...(how.messages ?? []), ...(await namedInMenus(context, changes))]
  context.mayChange?.(changes.changes)
  if (how.dryRun || changes.changes.length === 0) return changesReport(context, changes, { applied: false, messages })
  const said = await applyPlanned(context, changes)
  const all = [...said, ...messages, 'take it back with: wend undo']
  return changesReport(context, changes, { applied: true, messages: all })
}

/** The lines in menus of the vault's site generator that name a page which is moved or removed. */
async function namedInMenus(context: Context, { changes }: ChangeSet): Promise<readonly string[]> {
  const gone = changes.flatMap(({ kind, path }) =>
    (kind === 'move' || kind === 'trash') && isNoteFile(path) ? [path] : [],
  )
  if (gone.length === 0) return []
  const { menuLines } = await import('../../io/vault/menus.ts')
  const lines = menuLines(context.vaultChoice().root, gone)
  const shown = lines
    .slice(0, 5)
    .map(({ file, line, path }) => `${file}:${line} names ${path} in a menu, which wend does not change`)
  return lines.length > 5 ? [...shown, `and ${lines.length - 5} more lines of menus`] : shown
}

/** The change with `updated` set in edited notes, if the configuration wants it. */
async function withUpdated(context: Context, planned: ChangeSet): Promise<ChangeSet> {
  if ((await context.config()).keepUpdated !== true) return planned
  const [{ keepUpdated }, { formatDate }] = await Promise.all([
    import('../../core/plan/front-matter/keep-updated.ts'),
    import('../../core/plan/write/format-date.ts'),
  ])
  const [day = '', time = '', offset = ''] = formatDate(context.now(), 'YYYY-MM-DD HH:mm:ss Z', 'monday').split(' ')
  return keepUpdated(planned, { day, time, offset })
}

/** Applies a planned change; resolves to messages about an earlier one that was rolled back first. */
export async function applyPlanned(context: Context, changes: ChangeSet): Promise<readonly string[]> {
  const { applyChanges } = await import('../../io/changes/apply-changes.ts')
  const { keep, ...place } = await context.vaultPlace()
  return applyChanges(place, changes, { keep, now: context.now() }).messages
}

/** Whether a change was applied or only shown, and messages about it. */
export interface ChangePreview {
  readonly applied: boolean
  readonly messages: readonly string[]
}

/** The report of a change: what it did to each file, and its diff when it was not applied. */
export async function changesReport(
  context: Context,
  changes: ChangeSet,
  { applied, messages }: ChangePreview,
): Promise<Outcome> {
  const { changeRows } = await import('../../core/plan/text/change-rows.ts')
  const report = { kind: 'changes', title: changes.title, applied, changes: changeRows(changes) } as const
  if (applied) return { report, messages }
  const { unifiedDiff } = await import('../../core/plan/text/unified-diff.ts')
  const { readVaultText } = await import('../../io/vault/vault-file.ts')
  const { root } = context.vaultChoice()
  const diff = unifiedDiff(changes, (path) => (isText(path) ? readVaultText(root, path) : undefined))
  return { report: { ...report, diff }, messages }
}

/** Runs a command that changes notes under the lock of the vault, so that what it reads is what it changes. A dry run does not wait. */
export async function alone(context: Context, dryRun: boolean, work: () => Promise<Outcome>): Promise<Outcome> {
  if (dryRun) return work()
  const { lockVault } = await import('../../io/changes/vault-lock.ts')
  const release = lockVault(context.vaultChoice().root)
  try {
    return await work()
  } finally {
    release()
  }
}

function isText(path: string): boolean {
  return /\.(?:md|markdown|txt)$/i.test(path)
}
