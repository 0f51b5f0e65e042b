import type { Link } from '../model/link.ts'
import type { Attachment, Note } from '../model/note.ts'
import { fileStem, type NotePath } from '../model/note-path.ts'
import { targetPath } from '../model/resolution.ts'
import { updateVault } from './update/update-vault.ts'
import { notesAfter } from './update/vault-change.ts'
import { Vault } from './vault.ts'
import { visibleLinks } from './visible-links.ts'

/**
 * The vault without some notes and other files: they are in no list, count, search or suggestion, and links to them become text, in
 * canvases too. The vault itself when nothing is hidden.
 */
export function visibleVault(
  vault: Vault,
  isHidden: (note: Note) => boolean,
  isHiddenFile: (path: string) => boolean = () => false,
): Vault {
  const removed = vault.notes.filter(isHidden).map(({ path }) => path)
  const files = vault.attachments.filter(({ path }) => isHiddenFile(path)).map(({ path }) => path)
  if (removed.length === 0 && files.length === 0) return vault
  const hidden: ReadonlySet<string> = new Set([...removed, ...files])
  const notes = sourcesOf(vault, removed, files).flatMap((path) => {
    const note = hidden.has(path) ? undefined : vault.note(path)
    return note === undefined ? [] : [withoutLinks(note, linksInto(vault, note, hidden))]
  })
  const attachments = vault.attachments.filter(({ path }) => !hidden.has(path))
  const canvases = (all: readonly Attachment[]): readonly Note[] => canvasesAmong(vault, all, hidden)
  if (files.length > 0) return updateVault(vault, { notes, removed, canvases, attachments })
  const known = visibleLinks(vault, removed)
  const { exists } = vault
  const content = { notes: notesAfter(vault, { notes, removed }), attachments: vault.attachments, exists, canvases }
  return new Vault({ ...content, ...(known && { known }) })
}

/** The notes that link to some notes and files. */
function sourcesOf(vault: Vault, notes: readonly NotePath[], files: readonly string[]): readonly NotePath[] {
  const wanted = new Set(files)
  const linksToFiles = (note: Note): boolean =>
    vault.resolutionsOf(note).some((resolution) => wanted.has(targetPath(resolution) ?? ''))
  const ofFiles = files.length === 0 ? [] : vault.notes.filter(linksToFiles).map(({ path }) => path)
  return [...new Set([...notes.flatMap((path) => vault.sourcesOf(path)), ...ofFiles])]
}

function linksInto(vault: Vault, note: Note, hidden: ReadonlySet<string>): ReadonlySet<Link> {
  const leading = vault.linksFrom(note.path).filter(({ resolution }) => hidden.has(targetPath(resolution) ?? ''))
  return new Set(leading.map(({ link }) => link))
}

function withoutLinks(note: Note, dead: ReadonlySet<Link>): Note {
  const made = plain(note)
  const summary = note.summarySource === 'front-matter' ? made.summary : withoutFolders(made.summary, dead)
  return { ...made, ...(summary !== undefined && { summary }), links: note.links.filter((link) => !dead.has(link)) }
}

/** The canvases among some files, without their links to what is hidden. */
function canvasesAmong(vault: Vault, files: readonly Attachment[], hidden: ReadonlySet<string>): readonly Note[] {
  const paths = new Set(files.map(({ path }) => path))
  return vault.canvases
    .filter(({ path }) => paths.has(path))
    .map((canvas) => withoutLinks(canvas, linksInto(vault, canvas, hidden)))
}

/** A summary in which links to hidden notes show only the names, not the folders, since they are shown as text. */
function withoutFolders(summary: string | undefined, links: ReadonlySet<Link>): string | undefined {
  let open = summary
  for (const { target, text } of links)
    if (text === undefined && target.includes('/')) open = open?.replaceAll(target, fileStem(target))
  return open
}

/** Whether a note declares itself private, or may have: its front matter contains the word and can't be read. */
export function isPrivate(note: Pick<Note, 'isPrivate'>): boolean {
  return note.isPrivate === true
}

/** A copy of the fields of a note, which may compute them on demand. */
function plain(note: Note): Note {
  const { path, title, titleSource, summary, summarySource, aliases, topics, tags, created, modified } = note
  const { words, metadata, bodyStart, headings, blocks, inlineTags, anchors, links } = note
  const { definitions, footnotes, problems, file, isIndex, isPrivate: hidden, dialects } = note
  return {
    ...{ path, title, titleSource, summary, summarySource, aliases, topics, tags, created, modified },
    ...{ words, metadata, bodyStart, headings, blocks, inlineTags, anchors, links },
    ...{ definitions, footnotes, problems, file, isIndex, isPrivate: hidden, dialects },
  }
}
