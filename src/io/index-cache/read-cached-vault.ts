import { lstatSync, type Stats } from 'node:fs'
import type { Attachment, Note } from '../../core/model/note.ts'
import type { NotePath } from '../../core/model/note-path.ts'
import { keepsNames, mergeNotes, updateWithNews } from '../../core/vault/update-vault.ts'
import { Vault } from '../../core/vault/vault.ts'
import type { Progress } from '../progress.ts'
import { readNote } from '../read-vault.ts'
import { type WalkedFiles, type WalkOptions, walkVault } from '../walk-vault.ts'
import { CachedLinks } from './cached-links.ts'
import { CachedNote } from './cached-note.ts'
import { bearsStamp, stampLength, stampOf } from './file-stamp.ts'
import { attachmentText, IndexBuilder } from './index-builder.ts'
import { IndexStore } from './index-store.ts'
import { markUsed, pruneIndexes } from './prune-indexes.ts'
import { extendDelta, writeDelta } from './write-delta.ts'

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
  const place: IndexPlace = { root, file, key }
  const store = IndexStore.open(root, file, key)
  const walked = walkVault(root, options)
  if (store === undefined) {
    const anew = indexAnew(place, walked, progress)
    pruneIndexes(file, build, Date.now())
    return anew
  }
  const files = lookAtFiles(root, walked, store, progress)
  progress?.end()
  markUsed(file, Date.now())
  const removed = placesLeft(files.seen).map((at) => store.pathOf(at))
  const sameAttachments = attachmentText(files.attachments) === store.attachments
  const old = vaultOf(store, files.attachments, file)
  if (files.read.length === 0 && removed.length === 0 && sameAttachments) return old
  const change = { notes: files.read, removed, ...(sameAttachments ? {} : { attachments: files.attachments }) }
  if (
    !keepsNames(old.vault, change) ||
    Object.keys(store.delta.notes).length + change.notes.length > largestDelta(store)
  )
    return writeAnew(place, store, files, mergeNotes(old.vault, change))
  return update(place, old, files)
}

/** Where an index is, and whom it serves. */
interface IndexPlace {
  readonly root: string
  readonly file: string
  readonly key: string
}

/** Puts notes that changed, but not their names, beside the base file; what their links became only if links were resolved before. */
function update({ file }: IndexPlace, old: OpenedVault, { read: notes, stamps, attachments }: FilesSeen): CachedVault {
  const { store, links } = old
  const base = links.kept
  const news = base && updateWithNews(old.vault, { notes, removed: [] })
  if (base === undefined || news?.news === undefined) {
    const delta = extendDelta(store, { notes, stamps })
    const isKept = writeDelta(`${file}-delta`, delta)
    const now = vaultOf(store.withChanges(delta), attachments, isKept ? file : undefined)
    return isKept ? now : { vault: now.vault }
  }
  const delta = extendDelta(store, { notes, stamps, links: { vault: news.vault, news: news.news, base } })
  return writeDelta(`${file}-delta`, delta)
    ? { vault: news.vault, state: `${store.id}/${delta.state}`, asked: store.asked }
    : { vault: news.vault }
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

interface OpenedVault extends CachedVault {
  readonly store: IndexStore
  readonly links: CachedLinks
}

/** The vault that an index holds; `file` is where the index is kept, if anywhere. */
function vaultOf(store: IndexStore, attachments: readonly Attachment[], file: string | undefined): OpenedVault {
  const links = new CachedLinks(store, attachments, file && `${file}-links`)
  const vault = new Vault({
    get notes() {
      return store.notes()
    },
    numberOf: (path) => store.placeOf(path),
    attachments,
    exists: (path) => store.exists(path),
    known: links,
  })
  return { vault, store, links, state: store.state, asked: store.asked }
}

interface FilesSeen {
  /** The notes read anew. */
  readonly read: readonly Note[]
  readonly stamps: ReadonlyMap<NotePath, readonly number[]>
  readonly attachments: readonly Attachment[]
  /** 1 at the places of cached notes that still stand. */
  readonly seen: Uint8Array
}

/** Looks at every file and reads those that the cache does not know as they are. */
function lookAtFiles(root: string, walked: WalkedFiles, store: IndexStore, progress: Progress | undefined): FilesSeen {
  const read: Note[] = []
  const stamps = new Map<NotePath, readonly number[]>()
  const attachments = otherFiles(walked)
  const seen = new Uint8Array(store.size)
  for (const [order, path] of walked.notes.entries()) {
    progress?.step(order, walked.notes.length)
    const now = Date.now()
    const facts = lookAt(root, path)
    const place = store.placeOf(path)
    if (place !== undefined && facts !== undefined && bearsStamp(facts, store.stamps, place * stampLength)) {
      seen[place] = 1
      continue
    }
    const file = readNote(root, path, facts)
    if (file.kind === 'skipped') {
      attachments.push(file.attachment)
      continue
    }
    if (place !== undefined) seen[place] = 1
    read.push(file.note)
    if (facts !== undefined) stamps.set(path, stampOf(facts, now))
  }
  return { read, stamps, attachments: [...attachments, ...unreadable(walked)], seen }
}

function otherFiles({ attachments }: WalkedFiles): Attachment[] {
  return attachments.map((path) => ({ path }))
}

function unreadable(walked: WalkedFiles): readonly Attachment[] {
  return walked.unreadable.map(({ path, reason }) => ({ path: path as NotePath, skipped: 'unreadable', reason }))
}

/** Reads all files into a new index, a note at a time, so that none is held. */
function indexAnew(place: IndexPlace, walked: WalkedFiles, progress: Progress | undefined): CachedVault {
  const { root } = place
  const builder = new IndexBuilder()
  const attachments = otherFiles(walked)
  for (const [order, path] of [...walked.notes].sort().entries()) {
    progress?.step(order, walked.notes.length)
    const now = Date.now()
    const facts = lookAt(root, path)
    const file = readNote(root, path, facts)
    if (file.kind === 'skipped') attachments.push(file.attachment)
    else builder.add(file.note, facts && stampOf(facts, now))
  }
  progress?.end()
  return keepIndex(place, builder, [...attachments, ...unreadable(walked)])
}

/** Writes the base file anew, of notes that it held and others; both are packed already or read just now. */
function writeAnew(
  place: IndexPlace,
  store: IndexStore,
  { stamps, attachments }: FilesSeen,
  notes: readonly Note[],
): CachedVault {
  const builder = new IndexBuilder(store.shapes)
  for (const note of [...notes].sort(byPath))
    builder.add(
      note,
      note instanceof CachedNote
        ? store.stamps.subarray(note.place * stampLength, (note.place + 1) * stampLength)
        : stamps.get(note.path),
    )
  return keepIndex(place, builder, attachments)
}

function byPath(a: Note, b: Note): number {
  return a.path < b.path ? -1 : 1
}

/** Puts an index in its file and reads on from there; where it can't be written, from memory. */
function keepIndex(
  { root, file, key }: IndexPlace,
  builder: IndexBuilder,
  attachments: readonly Attachment[],
): CachedVault {
  const built = builder.finish(key, attachments)
  const kept = built.sections.writeTo(file, built.about) ? IndexStore.open(root, file, key) : undefined
  if (kept !== undefined) return vaultOf(kept, attachments, file)
  return { vault: vaultOf(IndexStore.inMemory(root, built), attachments, undefined).vault }
}

function lookAt(root: string, path: NotePath): Stats | undefined {
  try {
    return lstatSync(`${root}/${path}`, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}
