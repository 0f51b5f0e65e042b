import { readdirSync } from './file-system.ts'
import { join } from 'node:path'
import { fail } from '../../core/model/failure.ts'
import { type NotePath, toNotePath } from '../../core/model/note-path.ts'
import { errorReason } from './error-code.ts'

/** All files and folders below a folder of the vault, hidden and ignored ones too; symbolic links are files. */
export function listFolder(
  root: string,
  folder: NotePath,
): { readonly files: readonly NotePath[]; readonly folders: readonly NotePath[] } {
  const files: NotePath[] = []
  const folders: NotePath[] = []
  const pending = [folder]
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    for (const entry of entriesOf(root, at)) {
      const path = toNotePath(`${at}/${entry.name}`)
      if (path === undefined || path !== `${at}/${entry.name}`)
        return fail({ kind: 'refused', message: `${at} holds a file whose name cannot be written as a path` })
      if (!entry.isDirectory()) files.push(path)
      else folders.push(path)
      if (entry.isDirectory()) pending.push(path)
    }
  }
  return { files: files.sort(), folders }
}

function entriesOf(root: string, folder: string): ReturnType<typeof readFolder> {
  try {
    return readFolder(join(root, folder))
  } catch (error) {
    return fail({ kind: 'io', action: 'read', path: folder, reason: errorReason(error) })
  }
}

function readFolder(folder: string): { readonly name: string; readonly isDirectory: () => boolean }[] {
  return readdirSync(folder, { withFileTypes: true })
}
