import { join } from 'node:path'
import type { NotePath } from '../../core/model/note-path.ts'
import { toNotePath } from '../../core/model/note-path.ts'
import { fail } from '../../core/model/failure.ts'
import { errorReason } from '../files/error-code.ts'
import * as fs from '../files/file-system.ts'
import { listFolder } from '../files/list-folder.ts'
import { realVaultPath } from '../vault/vault-path.ts'
import type { VaultFolders } from './apply-changes.ts'
import { historyFolder, journalEntries, readJournal } from './journal.ts'

/** A file in the trash of a vault. */
export interface TrashedFile {
  /** Where it is, relative to the vault. */
  readonly trashed: NotePath
  /** Its former path, from the history; when the history does not know it, its path in the trash. */
  readonly path: NotePath
  readonly bytes: number
  /** When it was put there, ISO 8601; absent when the history does not know it. */
  readonly at?: string
}

const trashFolder = '.wend/trash' as NotePath

/** The files in the trash of a vault, by the paths they had. Refuses a trash that leads out of the vault. */
export function listTrash({ root, state }: VaultFolders): readonly TrashedFile[] {
  const real = realVaultPath(fs, root, trashFolder, 'change')
  if (!fs.existsSync(real)) return []
  const origins = originsOf(state)
  return listFolder(root, trashFolder)
    .files.map((trashed) => ({
      trashed,
      path: trashed.slice(trashFolder.length + 1) as NotePath,
      ...origins.get(trashed),
      bytes: fs.lstatSync(join(root, trashed)).size,
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Removes everything in the trash of a vault for good; fails with the reason when it can't. */
export function emptyTrash({ root }: Pick<VaultFolders, 'root'>): void {
  const real = realVaultPath(fs, root, trashFolder, 'change')
  try {
    fs.rmSync(real, { recursive: true, force: true })
  } catch (error) {
    fail({ kind: 'io', action: 'empty', path: trashFolder, reason: errorReason(error) })
  }
}

/** For each path in the trash, where the file was before and when it was put there; the latest entry of the history counts. */
function originsOf(state: string): ReadonlyMap<string, Pick<TrashedFile, 'path' | 'at'>> {
  const origins = new Map<string, Pick<TrashedFile, 'path' | 'at'>>()
  for (const name of journalEntries(fs, state)) {
    const journal = readJournal(fs, join(historyFolder(state), name))
    if (journal === undefined || journal === 'damaged') continue
    for (const step of journal.steps) {
      const from = step.kind === 'move' ? toNotePath(step.path) : undefined
      if (step.kind === 'move' && from !== undefined && step.to.startsWith(`${trashFolder}/`))
        origins.set(step.to, { path: from, at: journal.at })
    }
  }
  return origins
}
