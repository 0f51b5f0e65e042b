import { dirname, join, resolve, sep } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import { fileFacts, realPathOf } from '../files/file-facts.ts'
import { type Dirent, lstatSync, plainTextOf, readdirSync, type Stats } from '../files/file-system.ts'

/** Fails where git would answer from a repository that is not the folder's own: a vault may come from a stranger, and name one of yours. */
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
 * Which `.git` makes git find a repository that is not the folder's own, and how: a link, or a file with `gitdir:`, that leads out and is
 * not led back to, as worktrees (`gitdir`, gitrepository-layout(5)) and submodules (`core.worktree`) are; or one whose `commondir` is
 * elsewhere, or whose own parts are links that lead out, or pipes and devices. Undefined where git may be asked.
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
 * What git is told of the repository of a folder, so that it finds the one that was looked at: its files are those around its `.git`,
 * whatever `core.worktree` says, and none further up is looked for. A user's own variables stand, but those of a hook, which name this
 * very repository and not its files.
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
  /** The folder of the repository that it is, or leads to. */
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

/** What a file of one path holds, as git reads it: all but the line ends after it (setup.c), so that both mean the same path. */
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

/** Whether what a repository shares with others is its own, or that of the repository around it. */
function isCommon(real: string): boolean {
  const common = lineOf(join(real, 'commondir'))
  const shared = common === '' ? real : realPathOf(resolve(real, common))
  return shared === undefined || shared === real || real.startsWith(`${shared}${sep}`)
}

/** What in the parts of a repository that git reads speaks against asking: a link that leads out, or what git would wait for. */
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

/** Whether git would wait for what it reads there. A socket is refused at once: git's own monitor has one. */
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
