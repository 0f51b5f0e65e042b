import { relative, sep } from 'node:path'
import { type NotePath, toNotePath } from '../../core/model/note-path.ts'
import * as fs from '../files/file-system.ts'
import { isRefused, realVaultName, realVaultPath } from './vault-path.ts'

/** The real path of a file at a path whose folder is reached through a symbolic link of the vault; undefined for others. */
export function pathBehindLink(root: string, path: string): string | undefined {
  return otherThan(path, fromRoot(root, realVaultName(fs, root, path, 'read')))
}

/** The vault path of a file at a path, after following symbolic links of the vault; unchanged when it leads out of the vault. */
export function placeBehindLink(root: string, path: NotePath): NotePath {
  return isRefused(() => realVaultName(fs, root, path, 'read'))
    ? path
    : (toNotePath(pathBehindLink(root, path) ?? path) ?? path)
}

/** The same for a folder. */
export function folderBehindLink(root: string, folder: NotePath): string {
  if (isRefused(() => realVaultPath(fs, root, folder, 'read'))) return folder
  return otherThan(folder, fromRoot(root, realVaultPath(fs, root, folder, 'read'))) ?? folder
}

function fromRoot(root: string, real: string): string {
  return relative(fs.realpathSync(root), real).split(sep).join('/')
}

function otherThan(path: string, real: string): string | undefined {
  return real === path ? undefined : real
}
