import { relative, resolve, sep } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import type { Context } from '../command.ts'

/**
 * A path of a command line as one from the vault's root: `./x` and `../x` are meant from where one stands, as is a whole path; anything
 * else stays as it is. A slash at the end stays. Fails where it leads out of the vault.
 */
export function typedPath({ cwd, vaultChoice }: Pick<Context, 'cwd' | 'vaultChoice'>, typed: string): string {
  if (!isFromHere(typed)) return typed
  const { root } = vaultChoice()
  const path = relative(root, resolve(cwd, typed)).split(sep).join('/')
  if (path === '..' || path.startsWith('../') || /^[A-Za-z]:|^\//.test(path))
    return fail({ kind: 'usage', message: `"${typed}" is not inside the vault ${root}` })
  return /[/\\]$|(?:^|\/)\.\.?$/.test(typed) ? `${path}/` : path
}

/** Whether a path is typed as seen from where one stands, or whole. */
export function isFromHere(typed: string): boolean {
  return /^(?:\.\.?(?:[/\\]|$)|\/|[A-Za-z]:[/\\])/.test(typed)
}

/** A folder of a command line as one from the vault's root, without slashes at the end. */
export function typedFolder(context: Pick<Context, 'cwd' | 'vaultChoice'>, typed: string): string {
  return isFromHere(typed) ? typedPath(context, typed).replace(/\/+$/, '') : typed
}
