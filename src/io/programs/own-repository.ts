import { dirname, join, resolve, sep } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import { fileFacts, realPathOf } from '../files/file-facts.ts'
import { type Dirent, lstatSync, plainTextOf, readdirSync, type Stats } from '../files/file-system.ts'

/** Fails when git would use a repository that is not the folder's own: a vault may come from a stranger, and refer to one of yours. */
export function requireOwnRepository(folder: string): void {
  const reason = foreignRepository(folder)
  if (reason !== undefined)
    fail({
      kind: 'refused',
      message: `git is not asked: ${reason}`,
      ...(reason.endsWith(unknown) ? { hint: moved } : {}),
    })
}

const unknown = 'leads to a repository that does not know of it'
const moved =
  'a worktree or a submodule that was moved is mended with: git worktree repair, git submodule absorbgitdirs'

/**
 * Which `.git` would make git use a repository that is not the folder's own, and how: a link, or a file with `gitdir:`, to a place outside
 * that does not point back as worktrees (`gitdir`, gitrepository-layout(5)) and submodules (`core.worktree`) do; or a repository whose
 * `commondir` is elsewhere, or that contains links out of it, pipes or devices. Undefined when git may be asked.
 */
export function foreignRepository(folder: string): string | undefined {
  const found = nearestGit(folder)
  if (found === undefined) return undefined
  const real = realPathOf(found.target)
  if (real === undefined) return undefined
  const reason = isOwn(found, real) && isCommon(real) ? reasonAgainst(real) : unknown
  return reason && `${found.place} ${reason}`
}

/**
 * Environment variables that make git use the checked repository: its work tree is the folder of its `.git`, whatever `core.worktree` says,
 * and no parent folder is searched. The user's own variables stay, but not those set for a hook, which name this repository and not its
 * work tree.
 */
export function repositoryVariables(folder: string, env: NodeJS.ProcessEnv): Readonly<Record<string, string>> {
  const found = nearestGit(folder)
  const [own, work] = [env['GIT_DIR'], env['GIT_WORK_TREE']]
  if (found === undefined || work !== undefined) return {}
  if (own !== undefined && realPathOf(resolve(folder, own)) !== realPathOf(found.target)) return {}
  const at = dirname(found.place)
  return { GIT_WORK_TREE: at, GIT_CEILING_DIRECTORIES: dirname(at) }
}

interface Found {
  /** The path of `.git`. */
  readonly place: string
  /** The folder of the repository that it is, or points at. */
  readonly target: string
}

function nearestGit(folder: string): Found | undefined {
  for (let at = realPathOf(folder) ?? folder; ; at = dirname(at)) {
    const place = join(at, '.git')
    const facts = factsOf(place)
    if (facts?.isFile() === true) {
      const named = /^gitdir: ([^\0]+)/.exec(lineOf(place))?.[1]
      if (named !== undefined) return { place, target: resolve(at, named) }
    } else if (facts !== undefined) return { place, target: place }
    if (at === dirname(at)) return undefined
  }
}

/** The path in a file of one path, as git reads it: everything but the line ends after it (setup.c), so that both mean the same path. */
function lineOf(file: string): string {
  return plainTextOf(file).replace(/[\r\n]+$/, '')
}

function isOwn({ place }: Found, real: string): boolean {
  const at = dirname(place)
  if (real.startsWith(`${at}${sep}`)) return true
  if (realPathOf(lineOf(join(real, 'gitdir'))) === realPathOf(place)) return true
  const worktree = /^\s*worktree\s*=\s*"?(.+?)"?\s*$/m.exec(plainTextOf(join(real, 'config')))?.[1]
  return worktree !== undefined && realPathOf(resolve(real, worktree)) === realPathOf(at)
}

/** Whether the common directory of a repository is itself or a repository around it. */
function isCommon(real: string): boolean {
  const common = lineOf(join(real, 'commondir'))
  const shared = common === '' ? real : realPathOf(resolve(real, common))
  return shared === undefined || shared === real || real.startsWith(`${shared}${sep}`)
}

/** Why git may not be asked, from the files of a repository that it reads: a link out of it, or something that would block. */
function reasonAgainst(real: string): string | undefined {
  for (const folder of ['', 'info', 'objects', 'objects/info', 'objects/pack', ...foldersBelow(real, 'refs')])
    for (const entry of entriesOf(join(real, folder))) {
      const name = join(folder, entry.name)
      const path = join(real, name)
      if (entry.isSymbolicLink() && !isIn(real, path)) return unknown
      if (waits(entry.isSymbolicLink() ? fileFacts(path) : entry)) return `holds ${name}, a pipe or device`
    }
  return undefined
}

/** Whether reading it would block. A socket fails at once: git's own monitor has one. */
function waits(facts: Dirent | Stats | undefined): boolean {
  return facts !== undefined && (facts.isFIFO() || facts.isCharacterDevice() || facts.isBlockDevice())
}

/** A folder with all below it; links are not followed. */
function foldersBelow(real: string, folder: string): readonly string[] {
  const folders = [folder]
  for (const one of folders)
    for (const entry of entriesOf(join(real, one))) if (entry.isDirectory()) folders.push(join(one, entry.name))
  return folders
}

function isIn(folder: string, path: string): boolean {
  return realPathOf(path)?.startsWith(`${folder}${sep}`) !== false
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

function factsOf(path: string): ReturnType<typeof lstatSync> | undefined {
  try {
    return lstatSync(path)
  } catch {
    return undefined
  }
}
