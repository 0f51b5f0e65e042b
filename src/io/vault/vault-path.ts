import { basename, dirname, join, relative, sep } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import { errorCode } from '../files/error-code.ts'

/** The calls of `node:fs` needed to check a path. */
export interface PathFiles {
  readonly realpathSync: (path: string) => string
  readonly lstatSync: (path: string) => unknown
}

/** What a path of a vault is used for: reading, changing, or wend's own files in `.wend`. */
export type PathUse = 'read' | 'change' | 'keep'

/**
 * The real path of a name in a vault, following symbolic links; a name that does not exist yet is taken in its real folder. Refuses paths
 * outside the vault's real folder and, for changes, in a `.git` (git runs what it finds there) or in `.wend` except the trash. System
 * errors other than a missing file are passed on.
 */
export function realVaultPath(fs: PathFiles, root: string, path: string, use: PathUse): string {
  return checked(fs, root, path, { real: realPath(fs, join(root, path)), use })
}

/** The same for the name itself: a symbolic link of that name is not followed. */
export function realVaultName(fs: PathFiles, root: string, path: string, use: PathUse): string {
  const name = join(root, path)
  return checked(fs, root, path, { real: join(realPath(fs, dirname(name)), basename(name)), use })
}

function realPath(fs: PathFiles, file: string): string {
  try {
    return fs.realpathSync(file)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' || dirname(file) === file) throw error
    if (isThere(fs, file))
      return fail({ kind: 'refused', message: `${basename(file)} is a symbolic link that leads nowhere` })
    return join(realPath(fs, dirname(file)), basename(file))
  }
}

function isThere(fs: PathFiles, file: string): boolean {
  try {
    fs.lstatSync(file)
    return true
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false
    throw error
  }
}

function checked(
  fs: PathFiles,
  root: string,
  path: string,
  { real, use }: { readonly real: string; readonly use: PathUse },
): string {
  const inside = relative(fs.realpathSync(root), real)
  const segments = inside.split(sep)
  if (segments[0] === '..' || join(fs.realpathSync(root), inside) !== real)
    return fail({ kind: 'refused', message: `${path} lies outside the vault, behind a symbolic link` })
  if (use === 'read') return real
  const folded = segments.map((segment) => segment.toLowerCase())
  if (folded.includes('.git')) return fail({ kind: 'refused', message: `${path} lies in git's own folder` })
  if (use === 'keep' || !folded.includes('.wend') || (folded[0] === '.wend' && folded[1] === 'trash')) return real
  return fail({ kind: 'refused', message: `${path} lies in wend's own folder` })
}

/** Whether `realVaultPath` refuses a path; missing folders are not refused. */
export function isRefused(work: () => unknown): boolean {
  try {
    work()
    return false
  } catch (error) {
    return errorCode(error) === undefined
  }
}
