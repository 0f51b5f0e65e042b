import type { Attachment, Note } from '../model/note.ts'
import { isNoteFile, type NotePath } from '../model/note-path.ts'
import type { LinkStyle } from '../model/resolution.ts'
import { FileIndex, withoutNoteExtension } from './file-index.ts'
import { NameIndex } from './name-index.ts'
import { siteAddresses } from './site-addresses.ts'

/** What the resolver knows of the vault's files and names. */
export interface ResolverIndex {
  /** Notes by path without the note extension. */
  readonly notesByStem: FileIndex
  /** Notes and attachments by full path. */
  readonly files: FileIndex
  readonly attachments: FileIndex
  readonly folders: FileIndex
  readonly names: NameIndex
  readonly note: (path: NotePath) => Note | undefined
  /** The notes that hold a block by its id (Logseq), or that have a `uid` (DocFX) or an address of a site. */
  readonly homes: Homes
  /** Whether a file or folder exists at a path relative to the root, which may be skipped or outside the vault. */
  readonly exists: (path: string) => boolean
}

/** The notes that hold things with ids unique in the vault. */
export interface Homes {
  readonly ofBlock: (id: string) => readonly NotePath[]
  readonly ofUid: (uid: string) => readonly NotePath[]
  /** By an address of a site, as `tidy` writes it. */
  readonly ofAddress: (address: string) => readonly NotePath[]
}

/** The candidates of the step that found any, best first. */
export interface FoundFiles {
  readonly found: 'files'
  readonly paths: readonly NotePath[]
  readonly styles: readonly LinkStyle[]
}

/** The result of a target's search: files of the vault, or a path outside it. */
export type TargetMatch = FoundFiles | { readonly found: 'outside'; readonly path: string }

/** What `resolveLink` needs of a vault; each part is built on first use. */
export function indexForResolving(
  notes: readonly Note[],
  attachments: readonly Attachment[],
  exists: (path: string) => boolean,
): ResolverIndex {
  const notePaths = notes.map((note) => note.path)
  const attachmentPaths = attachments
    .filter((attachment) => attachment.skipped !== 'ignored')
    .map((attachment) => attachment.path)
  const links = new Map(attachments.flatMap(({ path, leadsTo }) => (leadsTo === undefined ? [] : [[path, leadsTo]])))
  const noteLinks = [...links].flatMap(([path, leadsTo]) => (isNoteFile(path) && isNoteFile(leadsTo) ? [path] : []))
  const byPath = once(() => new Map<NotePath, Note>(notes.map((note) => [note.path, note])))
  const stems = once(() => new FileIndex([...notePaths, ...noteLinks], withoutNoteExtension, links))
  const files = once(() => new FileIndex([...notePaths, ...attachmentPaths], undefined, links))
  const others = once(() => new FileIndex(attachmentPaths, undefined, links))
  const folders = once(() => new FileIndex(foldersOf([...notePaths, ...attachmentPaths])))
  const names = once(() => new NameIndex(notes))
  return {
    get notesByStem() {
      return stems()
    },
    get files() {
      return files()
    },
    get attachments() {
      return others()
    },
    get folders() {
      return folders()
    },
    get names() {
      return names()
    },
    note: (path) => byPath().get(path),
    homes: homesOf(() => notes),
    exists,
  }
}

/** The index of another vault, over these notes. Its paths and attachments must be the same, and unless `namesMoved` its titles and aliases. */
export function reuseIndex(
  index: ResolverIndex,
  { note, notes, exists }: Pick<ResolverIndex, 'note' | 'exists'> & { readonly notes: () => readonly Note[] },
  namesMoved = false,
): ResolverIndex {
  const names = once(() => (namesMoved ? new NameIndex(notes()) : index.names))
  return {
    get notesByStem() {
      return index.notesByStem
    },
    get files() {
      return index.files
    },
    get attachments() {
      return index.attachments
    },
    get folders() {
      return index.folders
    },
    get names() {
      return names()
    },
    note,
    homes: homesOf(notes),
    exists,
  }
}

function homesOf(notes: () => readonly Note[]): Homes {
  const blocks = once(() => placesOf(notes(), (note) => note.blocks.map(({ id }) => id)))
  const uids = once(() =>
    placesOf(notes(), ({ metadata }) => (typeof metadata['uid'] === 'string' ? [metadata['uid']] : [])),
  )
  const addresses = once(() => placesOf(notes(), siteAddresses))
  return {
    ofBlock: (id) => blocks().get(id) ?? [],
    ofUid: (uid) => uids().get(uid) ?? [],
    ofAddress: (address) => addresses().get(address) ?? [],
  }
}

function placesOf(
  notes: readonly Note[],
  idsOf: (note: Note) => readonly string[],
): ReadonlyMap<string, readonly NotePath[]> {
  const places = new Map<string, NotePath[]>()
  for (const note of notes)
    for (const id of new Set(idsOf(note))) {
      const known = places.get(id)
      if (known === undefined) places.set(id, [note.path])
      else known.push(note.path)
    }
  return places
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

function foldersOf(paths: readonly NotePath[]): readonly NotePath[] {
  const folders = new Set<string>()
  for (const path of paths) addFolders(folders, path)
  return [...folders] as NotePath[]
}

function addFolders(folders: Set<string>, path: string): void {
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
    const folder = path.slice(0, slash)
    if (folders.has(folder)) return
    folders.add(folder)
  }
}
