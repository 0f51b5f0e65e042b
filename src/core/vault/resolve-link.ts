import { followsWikiRules, type Link } from '../model/link.ts'
import type { Attachment, Note } from '../model/note.ts'
import type { NotePath } from '../model/note-path.ts'
import type { LinkStyle, Resolution } from '../model/resolution.ts'
import { FileIndex, withoutNoteExtension } from './file-index.ts'
import { findMarkdownTarget } from './find-markdown-target.ts'
import { findWikiTarget } from './find-wiki-target.ts'
import { NameIndex } from './name-index.ts'
import { percentDecode } from './percent-decode.ts'
import { isBlockAnchor, resolveAnchor } from './resolve-anchor.ts'

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

/** Decides what a link of a note points at: the only place that does (links.md sections 2-4). */
export function resolveLink(index: ResolverIndex, from: Note, link: Link): Resolution {
  const wiki = followsWikiRules(link)
  const target = link.target.trim()
  if (isExternal(target, wiki))
    return { status: 'external', url: link.anchor === undefined ? target : `${target}#${link.anchor}` }
  if (target === '') return withAnchor(from, link, { paths: [from.path], styles: [] }, index)
  const match = wiki ? findWikiTarget(index, from.path, target) : findMarkdownTarget(index, from.path, target)
  if (match === undefined)
    return wiki && opaqueUrl.test(target) ? { status: 'external', url: target } : { status: 'broken' }
  if (match.found === 'outside') {
    const { path } = match
    return { status: 'outside', exists: index.exists(path) || index.exists(`${path}.md`) }
  }
  const first = match.paths[0]
  const note = first === undefined ? undefined : index.note(first)
  return withAnchor(note, link, match, index)
}

function withAnchor(
  note: Note | undefined,
  link: Link,
  match: { paths: readonly NotePath[]; styles: readonly LinkStyle[] },
  index: ResolverIndex,
): Resolution {
  const path = match.paths[0]
  if (path === undefined) return { status: 'broken' }
  const isNote = index.note(path) !== undefined
  const anchor = note === undefined ? undefined : findAnchor(note, link)
  const named = anchor?.id === undefined ? {} : { anchor: anchor.id }
  if (match.paths.length > 1) {
    return {
      status: 'ambiguous',
      path,
      isNote,
      candidates: match.paths,
      styles: match.styles,
      ...named,
      ...(anchor?.missing ? { anchorMissing: true } : {}),
    }
  }
  if (anchor?.missing)
    return {
      status: 'broken-anchor',
      path,
      isNote: true,
      anchor: link.anchor ?? '',
      block: isBlockAnchor((link.anchor ?? '').replace(/^#+/, '')),
      styles: match.styles,
    }
  return { status: 'ok', path, isNote, styles: match.styles, ...named }
}

function findAnchor(note: Note, link: Link): { readonly missing: boolean; readonly id?: string } | undefined {
  if (link.anchor === undefined) return undefined
  const decoded = percentDecode(link.anchor)
  const spellings = followsWikiRules(link) ? [link.anchor, decoded] : [decoded, link.anchor]
  for (const spelling of new Set(spellings)) {
    const match = resolveAnchor(note, spelling)
    if (match === undefined) continue
    if (match.kind === 'top') return { missing: false }
    return {
      missing: false,
      id: match.kind === 'heading' ? match.heading.slug : match.kind === 'block' ? `^${match.id}` : match.id,
    }
  }
  return { missing: true }
}

/** URLs without `//`, among wikilinks told by name: `[[Project: plan]]` and `[[ns:note]]` are notes. */
const opaqueUrl = /^(?:mailto|tel|sms|data|doi|urn|news|xmpp|magnet|geo|file|javascript|about):\S/i

/** Whether a target is a URL that leaves the vault: `scheme:` or `//host` in markdown links, `scheme://` or `mailto:` in wikilinks. */
function isExternal(target: string, wiki: boolean): boolean {
  if (wiki) return /^(?:[a-z][a-z0-9+.-]*:\/\/|mailto:)/i.test(target)
  return /^(?:[a-z][a-z0-9+.-]{1,31}:|\/\/)/i.test(target)
}
