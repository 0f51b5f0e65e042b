import { lstatSync, type Stats } from '../files/file-system.ts'
import type { Attachment, Note } from '../../core/model/note.ts'
import type { NotePath } from '../../core/model/note-path.ts'
import { updateVault } from '../../core/vault/update/update-vault.ts'
import type { VaultChange } from '../../core/vault/update/vault-change.ts'
import type { Vault } from '../../core/vault/vault.ts'
import { canvasesIn, canvasState } from '../vault/canvas-state.ts'
import { attachmentsOf } from '../vault/attachments-of.ts'
import { CachedNote } from '../cache/notes/cached-note.ts'
import { bearsStamp, stampLength, stampOf } from '../cache/file-stamp.ts'
import { attachmentText } from '../cache/notes/write-index.ts'
import { readNote } from '../vault/read-vault.ts'
import { type WalkOptions, walkVault } from '../vault/walk-vault.ts'
import { type ChangedPaths, isOfSettings, watchFolders } from './watch-folders.ts'

/** A vault in memory that can be updated from its folder, at the cost of what changed. */
export class LiveVault {
  readonly #root: string
  readonly #options: WalkOptions
  readonly #stamps = new Map<string, Float64Array>()
  #vault: Vault
  #folders: readonly string[] = []
  #canvases: string

  /** `vault` must have been read with the same options. */
  constructor(root: string, options: WalkOptions, vault: Vault) {
    this.#root = root
    this.#options = options
    this.#vault = vault
    this.#canvases = canvasState(root, canvasesIn(vault.attachments))
  }

  get vault(): Vault {
    return this.#vault
  }

  /** The folders of the vault, as of the last walk. */
  get folders(): readonly string[] {
    return this.#folders
  }

  /** Reads what changed; true when the vault is a new one. If only known notes may have changed, only they are looked at. */
  refresh(changed: ChangedPaths): boolean {
    const notes = changed && this.#readKnown(changed)
    if (notes === undefined) return this.#refreshAll()
    if (notes.length > 0) this.#follow({ notes, removed: [] })
    return notes.length > 0
  }

  /** The present notes at some paths; undefined when one of them is no note, or no longer one. */
  #readKnown(paths: ReadonlySet<string>): readonly Note[] | undefined {
    const notes: Note[] = []
    const stamps: Stamps = new Map()
    for (const path of paths) {
      const known = this.#vault.note(path)
      const now = Date.now()
      const facts = known && lookAt(this.#root, path)
      if (known === undefined || facts?.isFile() !== true) return undefined
      if (this.#stands(known, facts)) continue
      const note = this.#read(known.path, facts, { now, stamps })
      // Drops what was read so far, including the stamps.
      if (!('title' in note)) return undefined
      notes.push(note)
    }
    this.#keep(stamps)
    return notes
  }

  #refreshAll(): boolean {
    const walked = walkVault(this.#root, this.#options)
    this.#folders = walked.folders
    const skipped: Attachment[] = []
    const notes: Note[] = []
    const seen = new Set<string>()
    const stamps: Stamps = new Map()
    for (const path of walked.notes) {
      const known = this.#vault.note(path)
      const now = Date.now()
      const facts = lookAt(this.#root, path)
      const stands = known !== undefined && facts !== undefined && this.#stands(known, facts)
      const read = stands ? known : this.#read(path, facts, { now, stamps })
      if ('title' in read) seen.add(path)
      else skipped.push(read)
      if (!stands && 'title' in read) notes.push(read)
    }
    this.#keep(stamps)
    return this.#take(notes, seen, attachmentsOf(walked, skipped))
  }

  #take(notes: readonly Note[], seen: ReadonlySet<string>, attachments: readonly Attachment[]): boolean {
    const removed = this.#vault.notes.flatMap(({ path }) => (seen.has(path) ? [] : [path]))
    const canvases = canvasState(this.#root, canvasesIn(attachments))
    const same = attachmentText(attachments) === attachmentText(this.#vault.attachments) && canvases === this.#canvases
    this.#canvases = canvases
    if (notes.length === 0 && removed.length === 0 && same) return false
    for (const path of removed) this.#stamps.delete(path)
    this.#follow({ notes, removed, ...(same ? {} : { attachments }) })
    return true
  }

  #follow(change: VaultChange): void {
    const before = this.#vault
    this.#vault = updateVault(before, change)
    before.forgetLinks()
  }

  #stands(note: Note, facts: Stats): boolean {
    const own = this.#stamps.get(note.path)
    if (own !== undefined) return bearsStamp(facts, own, 0)
    if (note instanceof CachedNote) return bearsStamp(facts, note.store.stamps, note.place * stampLength)
    const { size, modifiedMs } = note.file
    const isOld = Math.max(facts.mtimeMs, facts.ctimeMs) < performance.timeOrigin - readSoon
    return isOld && facts.size === size && facts.mtimeMs === modifiedMs
  }

  #keep(stamps: Stamps): void {
    for (const [path, stamp] of stamps) this.#stamps.set(path, stamp)
  }

  /** Reads a note; the stamp of its file, by which an unchanged note is recognised, goes into `stamps`. */
  #read(path: NotePath, facts: Stats | undefined, { now, stamps }: Reading): Note | Attachment {
    const stamp = facts && stampOf(facts, now)
    const read = readNote(this.#root, path)
    if (read.kind === 'skipped') return read.attachment
    if (stamp !== undefined) stamps.set(path, Float64Array.from(stamp))
    return read.note
  }
}

/** Stamps of files, by path. */
type Stamps = Map<string, Float64Array>

/** The time of reading, and where stamps go. */
interface Reading {
  readonly now: number
  readonly stamps: Stamps
}

/** A file last written this long, in milliseconds, before the process started has the content that was read. */
const readSoon = 2500

function lookAt(root: string, path: string): Stats | undefined {
  try {
    return lstatSync(`${root}/${path}`, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

/** A watch over a vault. */
export interface VaultWatch {
  /** Reads everything that has changed by now; `tell` has been called when it resolves. */
  readonly flush: () => Promise<void>
  readonly close: () => void
}

/** Who is told about changes of a vault. */
export interface VaultListener {
  /** Called with each new state. */
  readonly tell: (vault: Vault) => void
  /** Called when other files may have changed: the configuration, schemas, attachments. */
  readonly tellOfOthers?: (() => void) | undefined
}

/** Reports each new state of a vault from now on, including changes since it was read; several changes at once give one state. */
export function watchVault(root: string, options: WalkOptions, vault: Vault, listener: VaultListener): VaultWatch {
  const { tell, tellOfOthers } = listener
  const live = new LiveVault(root, options, vault)
  const refresh = (changed: ChangedPaths): void => {
    const ofNotes = changed && new Set([...changed].filter((path) => !isOfSettings(path)))
    let moved = ofNotes?.size !== 0 && live.refresh(ofNotes)
    // A new folder may have been filled before it was watched, so it is read again.
    while (watch.keep(live.folders)) moved = live.refresh(undefined) || moved
    if (moved) tell(live.vault)
    if (changed === undefined || [...changed].some((path) => live.vault.note(path) === undefined)) tellOfOthers?.()
  }
  const watch = watchFolders(root, refresh)
  refresh(undefined)
  return {
    flush: async () => {
      // Events of the system arrive with the next turns of the event loop.
      for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve))
      watch.flush()
    },
    close: () => watch.close(),
  }
}
