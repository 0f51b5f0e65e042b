import type { ChangeSet, Edit } from '../../model/change.ts'
import { fail } from '../../model/failure.ts'
import type { Note } from '../../model/note.ts'
import {
  fileName,
  fileStem,
  folderOf,
  isNoteFile,
  noPathMessage,
  type NotePath,
  toNotePath,
} from '../../model/note-path.ts'
import { journalPath, logseqFileName } from '../../vault/logseq-names.ts'
import { nameSlug } from '../../vault/name-index.ts'
import { editAt, type PlanSource } from '../draft.ts'
import { frontMatterEdits } from '../front-matter/front-matter-edits.ts'
import { keepLinks } from '../spelling/keep-links.ts'
import { setProperty } from '../front-matter/set-property.ts'

/** A planned change, and messages for the user about it. */
export interface Plan {
  readonly changes: ChangeSet
  readonly messages: readonly string[]
}

/** The new file, the new title, or both. */
export interface NewName {
  readonly path?: NotePath
  readonly title?: string
}

/**
 * What a NEW argument asks for: a path (with `/`, from the root) or a file name (with an extension, or all lower case without spaces; in
 * the note's folder) names the file; anything else is a title, from which the file's name is made in the form that the old name had. In a vault
 * of Logseq a name is that of a page (`a/b`, `Mar 5th, 2024`).
 * `only` narrows it to one of the two.
 */
export function readNewName(note: Note, wanted: string, how: NameReading): NewName {
  const text = wanted.trim().replace(/\s+/g, ' ')
  if (text === '') fail({ kind: 'usage', message: 'the new name is empty' })
  if (how.only === 'title') return { title: text }
  const page = how.isPlace === true ? undefined : pageFile(note, text, how.isFolder)
  const place = placeNamed(note, { text, page }, how)
  if (place !== undefined) return { path: placeInside(place, wanted) }
  const isFile =
    how.only === 'file' || isNoteFile(text) || (/^[^\s\p{Lu}]+$/u.test(text) && note.titleSource !== 'file')
  const stem = page ?? (isFile || note.titleSource === 'file' ? text : fileStemFor(note, text))
  const path = placeInside(`${folderOf(note.path)}/${withExtension(stem, note.path)}`.replace(/^\//, ''), wanted)
  return isFile || note.titleSource === 'file' ? { path } : { path, title: text }
}

/** How a NEW argument is read. */
interface NameReading {
  readonly only: 'file' | 'title' | undefined
  readonly isFolder: (path: string) => boolean
  /** Whether it was typed as a path (`./x.md`), so that a bare file name means one in the root. */
  readonly isPlace?: boolean
}

/** The path from the root that a NEW argument gives; undefined for a name in the note's folder. */
function placeNamed(
  note: Note,
  { text, page }: { readonly text: string; readonly page: string | undefined },
  { isFolder, isPlace }: NameReading,
): string | undefined {
  if (text.endsWith('/') || isFolder(text)) return `${text}/${fileName(note.path)}`
  const path = page ?? text
  return isPlace === true || path.includes('/') ? withExtension(path, note.path) : undefined
}

/** The file of a Logseq page by its name: `a___b` for `a/b` when there is no folder `a`; for a day, the path of its journal. */
function pageFile({ dialects }: Note, text: string, isFolder: (path: string) => boolean): string | undefined {
  if (dialects?.pages !== true || isNoteFile(text) || text.startsWith('/')) return undefined
  if (text.includes('/') && isFolder(text.slice(0, text.indexOf('/')))) return undefined
  return journalPath(text, dialects.journals) ?? logseqFileName(text)
}

/** Plans a new file name, a new title or both, with every link kept. */
export function renameNote(source: PlanSource, note: Note, { path, title }: NewName): Plan {
  const moves = new Map<string, NotePath>()
  if (path !== undefined && path !== note.path) moves.set(note.path, requireFree(source, note.path, path))
  const edits = title === undefined || title === note.title ? [] : titleEdits(source, note, title)
  if (moves.size === 0 && edits.length === 0)
    return { changes: { title: `${note.path} has that name already`, changes: [] }, messages: [] }
  const { changes, messages } = keepLinks(source, { moves, edits: new Map([[note.path, edits]]) })
  const what = [
    ...(moves.size > 0 && path !== undefined ? [`move ${note.path} to ${path}`] : []),
    ...(edits.length > 0 && title !== undefined ? [`title ${moves.size > 0 ? 'it' : note.path} "${title}"`] : []),
  ]
  return { changes: { title: what.join(' and '), changes }, messages }
}

/** The path, when no file of the vault has it; a change of case alone is fine. */
export function requireFree({ vault }: PlanSource, from: string, to: NotePath): NotePath {
  const isSameFile = from.normalize('NFC').toLowerCase() === to.normalize('NFC').toLowerCase()
  const taken = vault.index.files.at(to)?.paths.find((path) => path !== from)
  if (!isSameFile && (taken !== undefined || vault.index.exists(to)))
    fail({ kind: 'refused', message: `${taken ?? to} exists already; nothing was changed` })
  return to
}

/** The title where it stands: in front matter, in the heading, or in both when they agree. */
function titleEdits({ textOf }: PlanSource, note: Note, title: string): readonly Edit[] {
  const text = textOf(note.path)
  const heading = note.headings.find(({ level, text: words }) => level === 1 && words !== '')
  const inHeading = heading !== undefined && (note.titleSource === 'heading' || heading.text === note.title)
  const edits = inHeading ? [editAt(text, heading.textSpan.start, heading.textSpan.end, title)] : []
  if (note.titleSource === 'heading') return edits
  return [...frontMatterEdits(note, text, (front) => setProperty(front, 'title', title)), ...edits]
}

/** The file name for a title, related to it as the old file name to the old title: a slug or the title itself. */
function fileStemFor(note: Note, title: string): string {
  const old = fileStem(note.path)
  const cleaned = title
    .replace(/[\\/:*?"<>|#^[\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const stem = old === nameSlug(old) ? nameSlug(title) : cleaned
  return stem === '' ? old : stem
}

function withExtension(path: string, like: string): string {
  return isNoteFile(path) ? path : path + fileName(like).slice(fileStem(like).length)
}

/** The path within the vault; fails when it is outside, or where wend does not look for notes. */
export function placeInside(path: string, wanted: string): NotePath {
  const made = toNotePath(path.replace(/^\/+/, ''))
  if (made !== undefined && !made.split('/').some((segment) => segment.startsWith('.'))) return made
  return fail(
    made === undefined
      ? { kind: 'usage', message: noPathMessage(wanted) }
      : {
          kind: 'refused',
          message: `"${wanted}" starts a name with a dot, and such files are left out of the vault; nothing was changed`,
        },
  )
}
