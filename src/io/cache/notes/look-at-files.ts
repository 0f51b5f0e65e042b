import { lstatSync, type Stats } from '../../files/file-system.ts'
import type { Attachment, Note } from '../../../core/model/note.ts'
import type { NotePath } from '../../../core/model/note-path.ts'
import type { Progress } from '../../terminal/progress.ts'
import { attachmentsOf } from '../../files/attachments-of.ts'
import { readNote } from '../../files/read-vault.ts'
import { type WalkedFolder, walkFolders, type WalkOptions } from '../../files/walk-folders.ts'
import { otherFiles } from '../../files/walk-vault.ts'
import { bearsStamp, stampLength, stampOf } from '../file-stamp.ts'
import type { IndexStore } from './index-store.ts'

/** What a look at every file of a vault found. */
export interface FilesSeen {
  /** The notes read anew. */
  readonly read: readonly Note[]
  readonly stamps: ReadonlyMap<NotePath, readonly number[]>
  readonly attachments: readonly Attachment[]
  /** 1 at the places of cached notes that still stand. */
  readonly seen: Uint8Array
  readonly folders: readonly WalkedFolder[]
}

/** What an index knows of the files of notes. */
export type KnownFiles = Pick<IndexStore, 'size' | 'stamps' | 'placeOf' | 'listings'>

/** Looks at every file and reads those that the cache does not know as they are. */
export function lookAtFiles(
  root: string,
  options: WalkOptions,
  store: KnownFiles,
  progress: Progress | undefined,
): FilesSeen {
  const look = (): Look => new Look(root, options, store, progress)
  return look().all(store.listings()) ?? look().all() ?? nothing
}

const nothing: FilesSeen = { read: [], stamps: new Map(), attachments: [], seen: new Uint8Array(), folders: [] }

/** One look at all files. */
class Look {
  readonly #root: string
  readonly #options: WalkOptions
  readonly #store: KnownFiles
  readonly #progress: Progress | undefined
  readonly #read: Note[] = []
  readonly #stamps = new Map<NotePath, readonly number[]>()
  readonly #skipped: Attachment[] = []
  readonly #seen: Uint8Array
  #folders: readonly WalkedFolder[] = []
  #looked = 0
  #count: number | undefined

  constructor(root: string, options: WalkOptions, store: KnownFiles, progress: Progress | undefined) {
    this.#root = root
    this.#options = options
    this.#store = store
    this.#progress = progress
    this.#seen = new Uint8Array(store.size)
  }

  /** Undefined when a folder does not hold what it was known to hold, although its names are the same. */
  all(listings: ReturnType<KnownFiles['listings']> = new Map()): FilesSeen | undefined {
    const walked = walkFolders(this.#root, this.#options, listings)
    this.#folders = walked.folders
    for (const found of walked.folders) {
      const places = found.known && listings.get(found.folder)?.places
      if (!this.#lookAtNotes(found, places)) return undefined
    }
    return {
      read: this.#read,
      stamps: this.#stamps,
      attachments: attachmentsOf(otherFiles(walked), this.#skipped),
      seen: this.#seen,
      folders: walked.folders,
    }
  }

  /** Looks at the notes of a folder, whose places are known when its names are; false when one of those is no file any more. */
  #lookAtNotes({ folder, names, kinds }: WalkedFolder, places: Uint32Array | undefined): boolean {
    const stamps = this.#store.stamps
    const before = folder === '' ? '' : `${folder}/`
    const now = Date.now()
    let order = 0
    for (let at = 0; at < names.length; at++) {
      if (kinds.charCodeAt(at) !== note) continue
      const path = (before + (names[at] ?? '')) as NotePath
      const facts = lookAt(`${this.#root}/${path}`)
      const place = places === undefined ? this.#store.placeOf(path) : places[order]
      if (place !== undefined && facts !== undefined && bearsStamp(facts, stamps, place * stampLength)) {
        this.#seen[place] = 1
        this.#looked++
      } else if (places === undefined || facts?.isFile() === true) this.#readFile(path, { facts, now })
      else return false
      order++
    }
    return true
  }

  #readFile(path: NotePath, { facts, now }: { readonly facts: Stats | undefined; readonly now: number }): void {
    this.#progress?.step(this.#looked, (this.#count ??= countNotes(this.#folders)))
    this.#looked++
    const stamp = facts === undefined ? undefined : stampOf(facts, now)
    const file = readNote(this.#root, path, facts)
    if (file.kind === 'skipped') {
      this.#skipped.push(file.attachment)
      return
    }
    // By its path: a place out of the listings is believed only where the stamp of the file is the one at that place.
    const place = this.#store.placeOf(path)
    if (place !== undefined) this.#seen[place] = 1
    this.#read.push(file.note)
    if (stamp !== undefined) this.#stamps.set(path, stamp)
  }
}

const note = 'n'.charCodeAt(0)

function countNotes(folders: readonly WalkedFolder[]): number {
  return folders.reduce((sum, { kinds }) => sum + kinds.split('n').length - 1, 0)
}

/** What the system says of a file, symbolic links not followed; undefined where it is missing or can't be looked at. */
function lookAt(file: string): Stats | undefined {
  try {
    return lstatSync(file, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}
