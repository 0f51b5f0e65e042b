import { followsWikiRules, type Link } from '../../model/link.ts'
import { isNoteFile, type NotePath, relativePath } from '../../model/note-path.ts'
import type { Note } from '../../model/note.ts'
import { withoutNoteExtension } from '../../vault/file-index.ts'
import type { Vault } from '../../vault/vault.ts'
import { encodeDestination } from './encode-destination.ts'

/** The target a link would be written with if it pointed at a file, in the link's own syntax, ready to paste. */
export function spellTarget(vault: Vault, from: Note, link: Link, path: NotePath): string {
  if (link.canvas === 'file') return path
  if (followsWikiRules(link)) return shortestSpelling(vault, path)
  const relative = relativePath(from.path, path)
  const angle = 'angle' in link && link.angle === true
  return encodeDestination(relative, { raw: link.target, angle, html: link.kind === 'html' })
}

/** The shortest path suffix that names just this file in a wikilink: without extension for notes. */
export function shortestSpelling(vault: Vault, path: NotePath): string {
  const note = isNoteFile(path)
  const spelling = note ? withoutNoteExtension(path) : path
  const files = note ? vault.index.notesByStem : vault.index.files
  const segments = spelling.split('/')
  for (let count = 1; count < segments.length; count++) {
    const suffix = segments.slice(-count).join('/')
    if (files.endingWith(suffix)?.paths.length === 1) return suffix
  }
  return spelling
}
