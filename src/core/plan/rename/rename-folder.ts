import { fail } from '../../model/failure.ts'
import type { Change } from '../../model/change.ts'
import { type NotePath, toNotePath } from '../../model/note-path.ts'
import type { PlanSource } from '../draft.ts'
import { keepLinks } from '../spelling/keep-links.ts'
import type { Plan } from './rename-note.ts'

/** What is in a folder: all files and folders below it, hidden and ignored ones too. */
export interface FolderContent {
  readonly files: readonly NotePath[]
  readonly folders: readonly NotePath[]
}

/** Plans to move a folder with everything in it, with every link kept. */
export function renameFolder(source: PlanSource, from: NotePath, to: NotePath, content: FolderContent): Plan {
  if (to === from || to.startsWith(`${from}/`)) fail({ kind: 'usage', message: `${from} cannot be moved into itself` })
  if (source.vault.index.exists(to)) fail({ kind: 'refused', message: `${to} exists already; nothing was changed` })
  const folders = [from, ...content.folders]
  const moves = renamed(content.files, from, to)
  const { changes, messages } = keepLinks(source, { moves, folders: renamed(folders, from, to), edits: new Map() })
  const emptied = [...folders]
    .sort((a, b) => b.length - a.length)
    .map((path): Change => ({ kind: 'remove-folder', path }))
  return { changes: { title: `move ${from}/ to ${to}/`, changes: [...changes, ...emptied] }, messages }
}

function renamed(paths: readonly NotePath[], from: string, to: string): ReadonlyMap<string, NotePath> {
  return new Map(
    paths.flatMap((path) => {
      const moved = toNotePath(to + path.slice(from.length))
      return moved === undefined ? [] : [[path, moved] as const]
    }),
  )
}
