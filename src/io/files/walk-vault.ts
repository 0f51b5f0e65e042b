import type { NotePath } from '../../core/model/note-path.ts'
import { walkFolders, type WalkedFolder, type WalkedFolders, type WalkOptions } from './walk-folders.ts'

/** What a walk of the vault's folder found; paths relative to the root, in no particular order. */
export interface WalkedFiles {
  readonly notes: readonly NotePath[]
  readonly attachments: readonly NotePath[]
  readonly unreadable: readonly { readonly path: string; readonly reason: string }[]
  /** The folders that were read, the root as the empty path. */
  readonly folders: readonly string[]
}

/** Lists the files of a vault. */
export function walkVault(root: string, options: WalkOptions): WalkedFiles {
  return filesOf(walkFolders(root, options))
}

/** The files that a walk found. */
export function filesOf(walked: WalkedFolders): WalkedFiles {
  const notes: NotePath[] = []
  for (const found of walked.folders) addPaths(found, 'n', notes)
  return { notes, ...otherFiles(walked), folders: walked.folders.map(({ folder }) => folder) }
}

/** What a walk found besides notes. */
export function otherFiles({ folders, unreadable }: WalkedFolders): Pick<WalkedFiles, 'attachments' | 'unreadable'> {
  const attachments: NotePath[] = []
  const all = [...unreadable]
  for (const found of folders) {
    if (found.kinds.includes('a')) addPaths(found, 'a', attachments)
    if (!found.kinds.includes('u')) continue
    for (const path of addPaths(found, 'u', [])) all.push({ path, reason: 'its name cannot be written as a path' })
  }
  return { attachments, unreadable: all }
}

/** Adds the paths of the names of one kind. */
function addPaths({ folder, names, kinds }: WalkedFolder, kind: string, paths: NotePath[]): NotePath[] {
  const before = folder === '' ? '' : `${folder}/`
  for (const [at, name] of names.entries()) if (kinds[at] === kind) paths.push(`${before}${name}` as NotePath)
  return paths
}
