import { relative, sep } from 'node:path'
import { type NotePath, toNotePath } from '../../core/model/note-path.ts'
import * as fs from '../files/file-system.ts'
import { isRefused, realVaultName, realVaultPath } from './vault-path.ts'

/** The path that a file really has that is put at one whose folder is reached through a symbolic link of the vault; undefined for others. */
export function pathBehindLink(root: string, path: string): string | undefined {
  return otherThan(path, fromRoot(root, realVaultName(fs, root, path, 'read')))
}

/** Where a file lies that is put at a path, symbolic links of the vault followed, as the vault then knows it; what leads out of it stays as it is. */
export function placeBehindLink(root: string, path: NotePath): NotePath {
  return isRefused(() => realVaultName(fs, root, path, 'read'))
    ? path
    : (toNotePath(pathBehindLink(root, path) ?? path) ?? path)
}

/** A folder as the vault knows it, likewise. */
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
