import type { ChangeSet } from '../../core/model/change.ts'
import { fail } from '../../core/model/failure.ts'
import type { NotePath } from '../../core/model/note-path.ts'
import { nameProblem } from '../../core/model/portable-name.ts'
import { foldName } from '../../core/vault/fold.ts'
import type { Context, OptionSpec } from '../command.ts'

/** The option of commands that set the path of a note. */
export const forceIgnoredOption: OptionSpec = {
  flags: '--force',
  description: 'also where ignore files or the config leave notes out of the vault, or some cannot be read',
}

/**
 * Refuses a change after which an ignore file or the configuration would exclude a file from the vault, unless forced (`undefined` when
 * that is not possible); warns of names that some systems don't allow.
 */
export async function requireSeen(context: Context, { changes }: ChangeSet, force: boolean | undefined): Promise<void> {
  const placed: readonly { readonly path: NotePath; readonly from?: string }[] = changes.flatMap((change) =>
    change.kind === 'move' ? { from: change.path, path: change.to } : change.kind === 'create' ? change : [],
  )
  const config = await context.config()
  const [{ ignoringFile }, { nameTwins }, { pathBehindLink }] = await Promise.all([
    import('../../io/vault/ignoring-file.ts'),
    import('../../io/vault/name-twins.ts'),
    import('../../io/vault/place-behind-link.ts'),
  ])
  const { root } = context.vaultChoice()
  const ignoredBy = ignoringFile(root, config.ignore)
  for (const { path, from } of placed) {
    const by = ignoredBy(path)
    // Files that were already excluded (`.DS_Store` of a moved folder) don't matter.
    if (by === undefined || (from !== undefined && ignoredBy(from) !== undefined)) continue
    if (force !== true)
      fail({
        kind: 'refused',
        message: `${path} would be left out of the vault by ${by}; nothing was changed`,
        hint: force === undefined ? 'choose another folder: wend config list' : 'choose another folder, or use --force',
      })
    context.notices.push(`${path} is left out of the vault by ${by}; links to it lead to a file that is no note`)
  }
  for (const { path, from } of placed) {
    const real = from === undefined ? undefined : pathBehindLink(root, path)
    if (real !== undefined)
      fail({
        kind: 'refused',
        message: `${path} is behind a symbolic link, where its links would lead elsewhere; nothing was changed`,
        hint: `name the folder that the link leads to: ${real}`,
      })
  }
  const twinOf = nameTwins(root)
  const problem = placed.flatMap(({ path, from }) => nameProblem(path) ?? twinProblem(path, from, twinOf) ?? [])[0]
  if (problem !== undefined) context.notices.push(problem)
}

/** The problem with a path that is the same as another on macOS and Windows, unless it is the moved file's own. */
function twinProblem(
  path: string,
  from: string | undefined,
  twinOf: (path: string) => string | undefined,
): string | undefined {
  if (from !== undefined && foldName(from) === foldName(path)) return undefined
  const twin = twinOf(path)
  return twin && `${path}: macOS and Windows take the name for that of ${twin}`
}
