import { lstatSync, type Stats } from 'node:fs'
import type { Attachment, Note } from '../../core/model/note.ts'
import type { NotePath } from '../../core/model/note-path.ts'
import { updateWithNews } from '../../core/vault/update-vault.ts'
import { Vault } from '../../core/vault/vault.ts'
import { fileExists } from '../file-exists.ts'
import type { Progress } from '../progress.ts'
import { readNote } from '../read-vault.ts'
import { type WalkedFiles, type WalkOptions, walkVault } from '../walk-vault.ts'
import { bearsStamp, stampLength, stampOf } from './file-stamp.ts'
import { IndexStore } from './index-store.ts'
import { markUsed, pruneIndexes } from './prune-indexes.ts'
import { extendDelta, writeDelta } from './write-delta.ts'
import { attachmentText, writeIndex } from './write-index.ts'

/** Where the index of a vault is kept, and the build of the program that may read it. */
export interface CacheChoice {
  readonly file: string
  readonly build: string
  readonly progress?: Progress
}

/** A vault, and a name for its state where it is kept; what is derived from it may be kept under that name. */
export interface CachedVault {
  readonly vault: Vault
  readonly state?: string
  /** What was asked of the file system about links so far, with the answers. */
  readonly asked?: ReadonlyMap<string, boolean>
}

/**
 * Reads a vault through its index cache: every file is looked at, only changed ones are read. What the vault says is what
 * `readVault` would say; the cache only spares time, and whatever is wrong with it or its folder is passed over in silence.
 */
export function readCachedVault(
  root: string,
  options: WalkOptions,
  { file, build, progress }: CacheChoice,
): CachedVault {
  const key = JSON.stringify([build, root, options.ignore])
  const store = IndexStore.open(root, file, key)
  const files = lookAtFiles(root, walkVault(root, options), store, progress)
  progress?.end()
  if (store === undefined) {
    const anew = writeAnew(file, key, root, files)
    pruneIndexes(file, build, Date.now())
    return anew
  }
  markUsed(file, Date.now())
  const removed = placesLeft(files.seen).map((place) => store.pathOf(place))
  const sameAttachments = attachmentText(files.attachments) === store.attachments
  const old = vaultOf(store, files.attachments)
  if (files.read.length === 0 && removed.length === 0 && sameAttachments)
    return { vault: old, state: store.state, asked: store.asked }
  const notes = files.read
  const change = { notes, removed, ...(sameAttachments ? {} : { attachments: files.attachments }) }
  const { vault, news } = updateWithNews(old, change)
  if (news === undefined || Object.keys(store.delta.notes).length + notes.length > largestDelta(store))
    return writeAnew(file, key, root, { ...files, notes: vault.notes })
  const delta = extendDelta(store, { vault, notes, stamps: files.stamps, news })
  return writeDelta(`${file}-delta`, delta)
    ? { vault, state: `${store.id}/${delta.state}`, asked: store.asked }
    : { vault }
}

/** The places of the notes whose files are gone. */
function placesLeft(seen: Uint8Array): readonly number[] {
  const places: number[] = []
  for (let place = seen.indexOf(0); place >= 0; place = seen.indexOf(0, place + 1)) places.push(place)
  return places
}

/** How many notes a delta may hold before the base file is written anew. */
function largestDelta(store: IndexStore): number {
  return Math.max(50, store.size / 50)
}

function vaultOf(store: IndexStore, attachments: readonly Attachment[]): Vault {
  return new Vault({
    get notes() {
      return store.notes()
    },
    numberOf: (path) => store.placeOf(path),
    attachments,
    exists: (path) => store.exists(path),
    known: store,
  })
}

interface FilesSeen {
  /** All notes, when nothing was cached. */
  readonly notes: readonly Note[]
  /** The notes read anew. */
  readonly read: readonly Note[]
  readonly stamps: ReadonlyMap<NotePath, readonly number[]>
  readonly attachments: readonly Attachment[]
  /** 1 at the places of cached notes that still stand. */
  readonly seen: Uint8Array
}

/** Looks at every file and reads those that the cache does not know as they are. */
function lookAtFiles(
  root: string,
  walked: WalkedFiles,
  store: IndexStore | undefined,
  progress: Progress | undefined,
): FilesSeen {
  const read: Note[] = []
  const stamps = new Map<NotePath, readonly number[]>()
  const attachments: Attachment[] = walked.attachments.map((path) => ({ path }))
  const seen = new Uint8Array(store?.size ?? 0)
  for (const [order, path] of walked.notes.entries()) {
    progress?.step(order, walked.notes.length)
    const now = Date.now()
    const facts = lookAt(root, path)
    const place = store?.placeOf(path)
    if (store !== undefined && place !== undefined) {
      if (facts !== undefined && bearsStamp(facts, store.stamps, place * stampLength)) {
        seen[place] = 1
        continue
      }
    }
    const stamp = facts === undefined ? undefined : stampOf(facts, now)
    const file = readNote(root, path, facts)
    if (file.kind === 'skipped') {
      attachments.push(file.attachment)
      continue
    }
    if (place !== undefined) seen[place] = 1
    read.push(file.note)
    if (stamp !== undefined) stamps.set(path, stamp)
  }
  for (const { path, reason } of walked.unreadable)
    attachments.push({ path: path as NotePath, skipped: 'unreadable', reason })
  return { notes: read, read, stamps, attachments, seen }
}

function lookAt(root: string, path: NotePath): Stats | undefined {
  try {
    return lstatSync(`${root}/${path}`, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

/** Writes the base file anew and reads on from it; where it can't be written, goes on with what was read. */
function writeAnew(file: string, key: string, root: string, { notes, stamps, attachments }: FilesSeen): CachedVault {
  const content = { root, key, notes, stamps, attachments }
  const store = writeIndex(file, content) ? IndexStore.open(root, file, key) : undefined
  if (store !== undefined) return { vault: vaultOf(store, attachments), state: store.state, asked: store.asked }
  return { vault: new Vault({ notes, attachments, exists: (path) => fileExists(root, path) }) }
}
