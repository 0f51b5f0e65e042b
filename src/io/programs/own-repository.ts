import { dirname, join, resolve, sep } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import { type Dirent, lstatSync, plainTextOf, readdirSync, realpathSync } from '../files/file-system.ts'

/** Fails where git would answer from a repository that is not the folder's own: a vault may come from a stranger, and name one of yours. */
export function requireOwnRepository(folder: string): void {
  const place = foreignRepository(folder)
  if (place !== undefined)
    fail({
      kind: 'refused',
      message: `git is not asked: ${place} leads to a repository that does not know of it`,
      hint: 'a worktree or a submodule that was moved is mended with: git worktree repair, git submodule absorbgitdirs',
    })
}

/**
 * The `.git` by which git would find a repository that is not the folder's own: a link, or a file with `gitdir:`, that leads out and is
 * not led back to, as worktrees (`gitdir`, gitrepository-layout(5)) and submodules (`core.worktree`) are; or one whose `commondir` is
 * elsewhere, or whose own parts are links that lead out. Undefined where git may be asked.
 */
export function foreignRepository(folder: string): string | undefined {
  const found = nearestGit(folder)
  if (found === undefined) return undefined
  const real = realOf(found.target)
  if (real === undefined || (isOwn(found, real) && isCommon(real) && isWhole(real))) return undefined
  return found.place
}

interface Found {
  /** The path of `.git`. */
  readonly place: string
  /** The folder of the repository that it is, or leads to. */
  readonly target: string
}

function nearestGit(folder: string): Found | undefined {
  for (let at = realOf(folder) ?? folder; ; at = dirname(at)) {
    const place = join(at, '.git')
    const facts = factsOf(place)
    if (facts?.isFile() === true) {
      const named = /^gitdir:\s*(.+?)\s*$/m.exec(plainTextOf(place))?.[1]
      if (named !== undefined) return { place, target: resolve(at, named) }
    } else if (facts !== undefined) return { place, target: place }
    if (at === dirname(at)) return undefined
  }
}

function isOwn({ place }: Found, real: string): boolean {
  const at = dirname(place)
  if (real.startsWith(`${at}${sep}`)) return true
  if (realOf(plainTextOf(join(real, 'gitdir')).trim()) === realOf(place)) return true
  const worktree = /^\s*worktree\s*=\s*"?(.+?)"?\s*$/m.exec(plainTextOf(join(real, 'config')))?.[1]
  return worktree !== undefined && realOf(resolve(real, worktree)) === realOf(at)
}

/** Whether what a repository shares with others is its own, or that of the repository around it. */
function isCommon(real: string): boolean {
  const common = plainTextOf(join(real, 'commondir')).trim()
  const shared = common === '' ? real : realOf(resolve(real, common))
  return shared === undefined || shared === real || real.startsWith(`${shared}${sep}`)
}

/** Whether what git reads of a repository is in it, and no link of it leads out. */
function isWhole(real: string): boolean {
  return ['', 'objects', 'refs'].every((folder) =>
    entriesOf(join(real, folder)).every(
      (entry) => !entry.isSymbolicLink() || isIn(real, join(real, folder, entry.name)),
    ),
  )
}

function isIn(folder: string, path: string): boolean {
  return realOf(path)?.startsWith(`${folder}${sep}`) !== false
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

function realOf(path: string): string | undefined {
  try {
    return path === '' ? undefined : realpathSync(path)
  } catch {
    return undefined
  }
}

function factsOf(path: string): ReturnType<typeof lstatSync> | undefined {
  try {
    return lstatSync(path)
  } catch {
    return undefined
  }
}
