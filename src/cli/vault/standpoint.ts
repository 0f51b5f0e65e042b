import { isAbsolute, join, relative, sep } from 'node:path'
import type { Context } from '../../commands/command.ts'
import { wayFromRepository } from '../../io/vault/find-repository.ts'
import { relativePath } from '../../core/model/note-path.ts'
import type { Standpoint } from '../../view/place-paths.ts'

/** The current folder relative to the vault; undefined when the command did not use a vault. */
export function standpointOf(context: Pick<Context, 'cwd' | 'vaultUsed'>): Standpoint | undefined {
  const root = context.vaultUsed()?.root
  if (root === undefined) return undefined
  const cwd = currentFolder(context)
  // If the current folder was removed, only absolute paths work.
  const pathInRepository = repositoryPaths(root)
  if (cwd === undefined) return { root, pathFrom: (path) => join(root, path), pathInRepository }
  const way = relative(cwd, root).split(sep).join('/')
  if (way === '') return { root, pathInRepository }
  const below = relative(root, cwd).split(sep).join('/')
  const isInside = below !== '..' && !below.startsWith('../') && !isAbsolute(below)
  return {
    root,
    pathInRepository,
    pathFrom: isInside
      ? (path) => relativePath(`${below}/here`, path)
      : (path) => (isAbsolute(way) ? join(root, path) : `${way}/${path}`),
  }
}

/** The repository is searched for only when a format asks for it. */
function repositoryPaths(root: string): (path: string) => string | undefined {
  let found: { readonly way: string | undefined } | undefined
  return (path) => {
    found ??= { way: wayFromRepository(root) }
    if (found.way === undefined) return undefined
    return found.way === '' ? path : `${found.way}/${path}`
  }
}

function currentFolder(context: Pick<Context, 'cwd'>): string | undefined {
  try {
    return context.cwd
  } catch {
    return undefined
  }
}
