import { relative, resolve, sep } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import type { Context } from '../command.ts'

/**
 * A typed path relative to the vault's root: `./x`, `../x` and absolute paths are converted from the current folder, anything else stays as
 * it is. A slash at the end stays. Fails when it leads out of the vault.
 */
export function typedPath({ cwd, vaultChoice }: Pick<Context, 'cwd' | 'vaultChoice'>, typed: string): string {
  if (!isFromHere(typed)) return typed
  const { root } = vaultChoice()
  const path = relative(root, resolve(cwd, typed)).split(sep).join('/')
  if (path === '..' || path.startsWith('../') || /^[A-Za-z]:|^\//.test(path))
    return fail({ kind: 'usage', message: `"${typed}" is not inside the vault ${root}` })
  return /[/\\]$|(?:^|\/)\.\.?$/.test(typed) ? `${path}/` : path
}

/** Whether a path is relative to the current folder, or absolute. */
export function isFromHere(typed: string): boolean {
  return /^(?:\.\.?(?:[/\\]|$)|\/|[A-Za-z]:[/\\])/.test(typed)
}

/** A folder of a command line as one from the vault's root, without slashes at the end. */
export function typedFolder(context: Pick<Context, 'cwd' | 'vaultChoice'>, typed: string): string {
  return isFromHere(typed) ? typedPath(context, typed).replace(/\/+$/, '') : typed
}
