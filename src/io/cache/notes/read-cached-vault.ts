import type { Attachment, Note } from '../../../core/model/note.ts'
import { keepsNames, notesAfter } from '../../../core/vault/update/vault-change.ts'
import { Vault } from '../../../core/vault/vault.ts'
import { attachmentsOf } from '../../vault/attachments-of.ts'
import { readCanvases, readNoteFile, readVault } from '../../vault/read-vault.ts'
import { type WalkOptions, walkVault } from '../../vault/walk-vault.ts'
import { datesKey } from '../../vault/vault-dates.ts'
import { vaultDialects } from '../../vault/vault-dialects.ts'
import type { Progress } from '../../terminal/progress.ts'
import { stampLength, stampOf } from '../file-stamp.ts'
import { randomId } from '../kept-file.ts'
import { type KeptFolder, markUsed, pruneCaches } from '../kept-folder.ts'
import { CachedNote } from './cached-note.ts'
import { changedNote, writeChanges } from './changed-notes.ts'
import { LinkTargets } from './link-targets.ts'
import { type FilesSeen, lookAtFiles } from './look-at-files.ts'
import { NoteIndex } from './note-index.ts'
import { VaultCache } from './vault-cache.ts'
import { attachmentText, type NoteToKeep, writeIndex } from './write-index.ts'

/** A vault with its cache, which is absent where nothing can be written. */
export interface CachedVault {
  readonly vault: Vault
  readonly cache?: VaultCache
}

/**
 * Reads a vault through its index: every file is checked, only changed ones are read. The vault is the same as from `readVault`; the cache
 * only saves time, and problems with it or its folder are ignored.
 */
export function readCachedVault(
  root: string,
  options: WalkOptions,
  files: KeptFolder,
  progress?: Progress,
): CachedVault {
  const place: IndexPlace = { root, options, files, walk: JSON.stringify([options.ignore, options.outer ?? [], vaultDialects(root) ?? null, datesKey(root)]), progress }
  const index = NoteIndex.open(root, files, place.walk)
  if (index === undefined) {
    const anew = indexAnew(place)
    pruneCaches(files, Date.now())
    return anew
  }
  const found = lookAtFiles(root, options, index, progress)
  markUsed(files, Date.now())
  const removed = placesLeft(found.seen).map((at) => index.pathOf(at))
  const sameAttachments = attachmentText(found.attachments) === index.attachments
  const old = vaultOf(place, index, found.attachments)
  if (found.read.length === 0 && removed.length === 0 && sameAttachments) return old
  const change = { notes: found.read, removed, ...(sameAttachments ? {} : { attachments: found.attachments }) }
  const isSmall = index.changes.notes.size + found.read.length <= mostChanged(index)
  return isSmall && keepsNames(old.vault, change)
    ? addChanges(place, index, found)
    : writeAnew(place, found, notesAfter(old.vault, change))
}

/** Where an index is, what it is built from, and who gets reports of progress. */
interface IndexPlace {
  readonly root: string
  readonly options: WalkOptions
  readonly files: KeptFolder
  readonly walk: string
  readonly progress: Progress | undefined
}

/** How many changed notes may be stored next to the index before it is written anew. */
function mostChanged(index: NoteIndex): number {
  return Math.max(50, index.size / 50)
}

/** The places of the notes whose files no longer exist. */
function placesLeft(seen: Uint8Array): readonly number[] {
  const places: number[] = []
  for (let place = seen.indexOf(0); place >= 0; place = seen.indexOf(0, place + 1)) places.push(place)
  return places
}

/** Stores changed notes whose names did not change next to the index. */
function addChanges(place: IndexPlace, index: NoteIndex, { read, stamps, attachments }: FilesSeen): CachedVault {
  const notes = new Map(index.changes.notes)
  for (const note of read) notes.set(index.numberOf(note.path) ?? -1, changedNote(note, stamps.get(note.path)))
  const changes = { state: randomId(), notes }
  const isKept = writeChanges(place.files, index.id, changes)
  const now = vaultOf(place, index.withChanges(changes), attachments)
  return isKept ? now : { vault: now.vault }
}

/** The vault that an index holds, with its cache. */
function vaultOf(
  { files, progress }: IndexPlace,
  index: NoteIndex,
  attachments: readonly Attachment[],
): CachedVault & { readonly cache: VaultCache } {
  const cache = new VaultCache(index, files)
  const vault: Vault = new Vault({
    get notes() {
      return index.notes()
    },
    kept: index,
    attachments,
    exists: (path) => cache.exists(path),
    canvases: (files) => readCanvases(index.root, files),
    known: new LinkTargets(cache, () => vault, progress),
  })
  return { vault, cache }
}

/** Reads all files into a new index, one note at a time, so that no more than one is in memory. */
function indexAnew(place: IndexPlace): CachedVault {
  const { root, options, progress } = place
  const { notes, ...others } = walkVault(root, options)
  const skipped: Attachment[] = []
  function* readAll(): Iterable<NoteToKeep> {
    for (const [order, path] of [...notes].sort().entries()) {
      progress?.step(order, notes.length)
      const now = Date.now()
      const file = readNoteFile(root, path)
      if (file.kind === 'skipped') skipped.push(file.attachment)
      else yield { note: file.note, stamp: stampOf(file.facts, now) }
    }
    progress?.end()
  }
  return keepIndex(place, readAll(), () => attachmentsOf(others, skipped))
}

/** Writes the index anew, from notes of the old index and changed ones. */
function writeAnew(place: IndexPlace, { stamps, attachments }: FilesSeen, notes: readonly Note[]): CachedVault {
  const stampOfNote = (note: Note): NoteToKeep['stamp'] =>
    note instanceof CachedNote
      ? note.store.stamps.subarray(note.place * stampLength, (note.place + 1) * stampLength)
      : stamps.get(note.path)
  const sorted = [...notes].sort((a, b) => (a.path < b.path ? -1 : 1))
  return keepIndex(
    place,
    sorted.map((note) => ({ note, stamp: stampOfNote(note) })),
    () => attachments,
  )
}

/** Writes an index and opens it; when it can't be written, the vault is read without one. */
function keepIndex(
  place: IndexPlace,
  notes: Iterable<NoteToKeep>,
  attachments: () => readonly Attachment[],
): CachedVault {
  const { root, options, files, walk, progress } = place
  const index = writeIndex(files, { walk, notes, attachments }) ? NoteIndex.open(root, files, walk) : undefined
  return index === undefined ? { vault: readVault(root, options, progress) } : vaultOf(place, index, attachments())
}
