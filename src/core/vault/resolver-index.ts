import type { Attachment, Note } from '../model/note.ts'
import type { NotePath } from '../model/note-path.ts'
import type { LinkStyle } from '../model/resolution.ts'
import { FileIndex, withoutNoteExtension } from './file-index.ts'
import { NameIndex } from './name-index.ts'

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
  /** Whether a file or folder exists at a path relative to the root; also asked for skipped files and paths outside. */
  readonly exists: (path: string) => boolean
}

/** The candidates of the step that hit, best first. */
export interface FoundFiles {
  readonly found: 'files'
  readonly paths: readonly NotePath[]
  readonly styles: readonly LinkStyle[]
}

/** What a target's search found: files of the vault, or that it leaves the vault. */
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
  const byPath = once(() => new Map<NotePath, Note>(notes.map((note) => [note.path, note])))
  const stems = once(() => new FileIndex(notePaths, withoutNoteExtension))
  const files = once(() => new FileIndex([...notePaths, ...attachmentPaths]))
  const others = once(() => new FileIndex(attachmentPaths))
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
    exists,
  }
}

/** The index of a vault whose paths, titles, aliases and attachments are the same, over other notes. */
export function reuseIndex(
  index: ResolverIndex,
  note: ResolverIndex['note'],
  exists: ResolverIndex['exists'],
): ResolverIndex {
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
      return index.names
    },
    note,
    exists,
  }
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
