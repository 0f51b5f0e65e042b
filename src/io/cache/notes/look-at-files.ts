import { lstatSync, type Stats } from '../../files/file-system.ts'
import type { Attachment, Note } from '../../../core/model/note.ts'
import type { NotePath } from '../../../core/model/note-path.ts'
import type { Progress } from '../../terminal/progress.ts'
import { attachmentsOf } from '../../vault/attachments-of.ts'
import { readNote } from '../../vault/read-vault.ts'
import { type WalkOptions, walkVault } from '../../vault/walk-vault.ts'
import { bearsStamp, stampLength, stampOf } from '../file-stamp.ts'
import type { NoteIndex } from './note-index.ts'

/** The result of comparing every file of a vault with the index. */
export interface FilesSeen {
  /** The notes that were read anew. */
  readonly read: readonly Note[]
  readonly stamps: ReadonlyMap<NotePath, readonly number[]>
  readonly attachments: readonly Attachment[]
  /** For each note of the index, 1 when its file exists. */
  readonly seen: Uint8Array
}

/** Compares the stamp of every file with the index, and reads files that are new or changed. */
export function lookAtFiles(
  root: string,
  options: WalkOptions,
  index: Pick<NoteIndex, 'size' | 'stamps' | 'placeOf'>,
  progress: Progress | undefined,
): FilesSeen {
  const walked = walkVault(root, options)
  const read: Note[] = []
  const stamps = new Map<NotePath, readonly number[]>()
  const skipped: Attachment[] = []
  const seen = new Uint8Array(index.size)
  let place: number | undefined
  for (const [order, path] of walked.notes.entries()) {
    const now = Date.now()
    const facts = lookAt(`${root}/${path}`)
    // The walk lists the files of a folder in the order of the index, so the next place is a good guess.
    place = index.placeOf(path, (place ?? -1) + 1)
    if (place !== undefined && facts !== undefined && bearsStamp(facts, index.stamps, place * stampLength)) {
      seen[place] = 1
      continue
    }
    progress?.step(order, walked.notes.length)
    const file = readNote(root, path, facts)
    if (file.kind === 'skipped') {
      skipped.push(file.attachment)
      continue
    }
    if (place !== undefined) seen[place] = 1
    read.push(file.note)
    if (facts !== undefined) stamps.set(path, stampOf(facts, now))
  }
  progress?.end()
  return { read, stamps, attachments: attachmentsOf(walked, skipped), seen }
}

/** The stat of a file, without following symbolic links; undefined when it is missing or can't be read. */
function lookAt(file: string): Stats | undefined {
  try {
    return lstatSync(file, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}
