import type { ChangeSet } from '../../core/model/change.ts'
import { fail } from '../../core/model/failure.ts'
import { nameProblem } from '../../core/model/portable-name.ts'
import type { Context, OptionSpec } from '../command.ts'

/** The option of commands that give notes a path. */
export const forceIgnoredOption: OptionSpec = {
  flags: '--force',
  description: 'also where ignore files or the config leave notes out of the vault, or some cannot be read',
}

/**
 * Refuses a change after which a file would be left out of the vault by an ignore file or the config, unless forced, which `undefined` says
 * cannot be; tells of a name that some systems cannot have.
 */
export async function requireSeen(context: Context, { changes }: ChangeSet, force: boolean | undefined): Promise<void> {
  const paths = changes.flatMap((change) =>
    change.kind === 'move' ? [change.to] : change.kind === 'create' ? [change.path] : [],
  )
  const config = await context.config()
  const { ignoringFile } = await import('../../io/vault/ignoring-file.ts')
  const ignoredBy = ignoringFile(context.vaultChoice().root, config.ignore)
  for (const path of paths) {
    const by = ignoredBy(path)
    if (by === undefined) continue
    if (force !== true)
      fail({
        kind: 'refused',
        message: `${path} would be left out of the vault by ${by}; nothing was changed`,
        hint: force === undefined ? 'choose another folder: wend config list' : 'choose another folder, or use --force',
      })
    context.notices.push(`${path} is left out of the vault by ${by}; links to it lead to a file that is no note`)
  }
  const problem = paths.flatMap((path) => nameProblem(path) ?? [])[0]
  if (problem !== undefined) context.notices.push(problem)
}
