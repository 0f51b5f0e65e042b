import type { Attachment, Note } from '../../../core/model/note.ts'
import { keepsNames, mergeNotes, updateWithNews } from '../../../core/vault/update-vault.ts'
import { Vault } from '../../../core/vault/vault.ts'
import type { Progress } from '../../terminal/progress.ts'
import { attachmentsOf } from '../../files/attachments-of.ts'
import { readNoteFile } from '../../files/read-vault.ts'
import { type WalkedFolders, walkFolders, type WalkOptions } from '../../files/walk-folders.ts'
import { filesOf } from '../../files/walk-vault.ts'
import { CachedLinks, type LinksPlace } from './cached-links.ts'
import { CachedNote } from './cached-note.ts'
import { stampLength, stampOf } from '../file-stamp.ts'
import { attachmentText, IndexBuilder } from './index-builder.ts'
import { IndexStore } from './index-store.ts'
import type { Delta } from './read-delta.ts'
import { type FilesSeen, lookAtFiles } from './look-at-files.ts'
import { markUsed, pruneIndexes } from '../prune-indexes.ts'
import { type ChangesSince, changesSince } from './state-history.ts'
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
  /** What changed since an earlier state; undefined when that is not known, or when names changed. */
  readonly since?: (state: string) => ChangesSince | undefined
  /** The index, unless this run made it. */
  readonly store?: IndexStore
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
  const key = JSON.stringify([build, root, options.ignore, options.outer ?? []])
  const place: IndexPlace = { root, file, key, progress }
  const store = IndexStore.open(root, file, key)
  if (store === undefined) {
    const anew = indexAnew(place, walkFolders(root, options))
    pruneIndexes(file, build, Date.now())
    return anew
  }
  const files = lookAtFiles(root, options, store, progress)
  progress?.end()
  markUsed(file, Date.now())
  const removed = placesLeft(files.seen).map((at) => store.pathOf(at))
  const sameAttachments = attachmentText(files.attachments) === store.attachments
  const old = vaultOf(store, files.attachments, place)
  if (files.read.length === 0 && removed.length === 0 && sameAttachments) return old
  const change = { notes: files.read, removed, ...(sameAttachments ? {} : { attachments: files.attachments }) }
  if (
    !keepsNames(old.vault, change) ||
    Object.keys(store.delta.notes).length + change.notes.length > largestDelta(store)
  )
    return writeAnew(place, store, files, mergeNotes(old.vault, change))
  return update(place, old, files)
}

/** Where an index is, whom it serves, and who is told how far work on it is. */
interface IndexPlace {
  readonly root: string
  readonly file: string
  readonly key: string
  readonly progress: Progress | undefined
}

/** Puts notes that changed, but not their names, beside the base file; what their links became only if links were resolved before. */
function update(
  { file, progress }: IndexPlace,
  old: OpenedVault,
  { read: notes, stamps, attachments }: FilesSeen,
): CachedVault {
  const { store, links } = old
  const base = links.kept
  const news = base && updateWithNews(old.vault, { notes, removed: [] })
  if (base === undefined || news?.news === undefined) {
    const delta = extendDelta(store, { notes, stamps })
    const isKept = writeDelta(`${file}-delta`, delta)
    const now = vaultOf(store.withChanges(delta), attachments, { file: isKept ? file : undefined, progress })
    return isKept ? now : { vault: now.vault }
  }
  const delta = extendDelta(store, { notes, stamps, links: { vault: news.vault, news: news.news, base } })
  return writeDelta(`${file}-delta`, delta)
    ? { vault: news.vault, ...stateOf(store, delta), store: store.withChanges(delta) }
    : { vault: news.vault }
}

/** The state of a vault with the changes of a delta. */
function stateOf(store: IndexStore, delta: Delta): Omit<CachedVault, 'vault'> {
  return {
    state: `${delta.id}/${delta.state}`,
    asked: store.asked,
    since: (state) => changesSince(state, delta, (place) => store.pathOf(place)),
  }
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
function vaultOf(store: IndexStore, attachments: readonly Attachment[], { file, progress }: LinksPlace): OpenedVault {
  const links: CachedLinks = new CachedLinks(store, () => vault, { file: file && `${file}-links`, progress })
  const vault: Vault = new Vault({
    get notes() {
      return store.notes()
    },
    kept: store,
    attachments,
    exists: (path) => store.exists(path),
    known: links,
  })
  return { vault, store, links, ...stateOf(store, store.delta) }
}

/** Reads all files into a new index, a note at a time, so that none is held. */
function indexAnew(place: IndexPlace, walked: WalkedFolders): CachedVault {
  const { root, progress } = place
  const builder = new IndexBuilder()
  const { notes, ...others } = filesOf(walked)
  const skipped: Attachment[] = []
  for (const [order, path] of [...notes].sort().entries()) {
    progress?.step(order, notes.length)
    const now = Date.now()
    const file = readNoteFile(root, path)
    if (file.kind === 'skipped') skipped.push(file.attachment)
    else builder.add(file.note, stampOf(file.facts, now))
  }
  progress?.end()
  return keepIndex(place, builder, { attachments: attachmentsOf(others, skipped), folders: walked.folders })
}

/** Writes the base file anew, of notes that it held and others; both are packed already or read just now. */
function writeAnew(
  place: IndexPlace,
  store: IndexStore,
  { stamps, ...found }: FilesSeen,
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
  return keepIndex(place, builder, found)
}

function byPath(a: Note, b: Note): number {
  return a.path < b.path ? -1 : 1
}

/** Puts an index in its file and reads on from there; where it can't be written, from memory. */
function keepIndex(
  { root, file, key, progress }: IndexPlace,
  builder: IndexBuilder,
  { attachments, folders }: Pick<FilesSeen, 'attachments' | 'folders'>,
): CachedVault {
  const built = builder.finish(key, attachments, folders)
  const kept = built.sections.writeTo(file, built.about) ? IndexStore.open(root, file, key) : undefined
  if (kept === undefined)
    return { vault: vaultOf(IndexStore.inMemory(root, built), attachments, { file: undefined, progress }).vault }
  const { store: _store, ...opened } = vaultOf(kept, attachments, { file, progress })
  return opened
}
