import type { LinkForm } from '../../model/config.ts'
import { followsWikiRules } from '../../model/link.ts'
import type { Note } from '../../model/note.ts'
import { fileStem, type NotePath, relativePath } from '../../model/note-path.ts'
import { dialects } from '../../parse/links/dialects.ts'
import { toldParts } from '../../parse/prose/told-text.ts'
import { withoutNoteExtension } from '../../vault/file-index.ts'
import type { Vault } from '../../vault/vault.ts'
import { encodeDestination } from './encode-destination.ts'
import { shortestSpelling } from './spell-target.ts'

/** A link that is to be written. */
export interface NewLink {
  /** The path of the note or page in which it will stand. */
  readonly from: string
  readonly target: Note
  /** A heading or block of the note. */
  readonly anchor?: string | undefined
  /** The text that a reader sees, as markdown; absent: what the form shows by itself. */
  readonly text?: string | undefined
  /** Whether it will stand in the cell of a table, where a `|` would end the cell. */
  readonly inCell?: boolean
}

/**
 * The form for a vault whose configuration names none: markdown where most links are; otherwise a wikilink by any name that finds the note.
 */
export type UsualForm = 'markdown' | 'wiki'

/**
 * Writes a link to a note in the form that the configuration wants (`links.style`): the one place where new links come from. Without a form
 * of its own a vault has its usual one.
 */
export function writeLink(vault: Vault, link: NewLink, form: LinkForm | UsualForm): string {
  const written = form === 'markdown' ? markdownLink(link) : wikilink(link, wikiName(vault, link, form))
  return link.inCell === true ? written.replaceAll('|', '\\|') : written
}

/** The form of most links to notes; a vault without links has wikilinks. */
export function usualForm(vault: Pick<Vault, 'notes'>): UsualForm {
  let balance = 0
  for (const note of vault.notes)
    for (const link of note.links)
      if (followsWikiRules(link)) balance++
      else if (link.kind === 'markdown' && /\.(?:md|markdown)$/i.test(link.target)) balance--
  return balance >= 0 ? 'wiki' : 'markdown'
}

/** The target of a wikilink to a note; its shortest path where the wanted name does not find it. */
function wikiName(vault: Vault, { target, text }: NewLink, form: Exclude<LinkForm, 'markdown'> | 'wiki'): string {
  if (form === 'name') return ownName(vault, target.path)
  if (form === 'title' && findsAlone(vault, target, target.title)) return target.title
  if (form === 'wiki' && text !== undefined && findsAlone(vault, target, text)) return text
  return shortestSpelling(vault, target.path)
}

/** The name of the file, with the path from the root where other files have it too. */
function ownName(vault: Vault, path: NotePath): string {
  const stem = fileStem(path)
  return vault.index.notesByStem.endingWith(stem)?.paths.length === 1 ? stem : withoutNoteExtension(path)
}

/** Whether a title or alias, written as it is, finds just this note. */
function findsAlone(vault: Vault, { path, title, aliases }: Note, name: string): boolean {
  if (!/^[^[\]|#^\\\r\n]+$/.test(name) || (name !== title && !aliases.includes(name))) return false
  const isOther = (paths: readonly NotePath[] = []): boolean => paths.some((one) => one !== path)
  const { names, notesByStem } = vault.index
  if (isOther(notesByStem.endingWith(name)?.paths) || isOther(names.withTitle(name))) return false
  return name === title || !isOther(names.withAlias(name))
}

function wikilink({ text, anchor }: NewLink, target: string): string {
  const isShown = text === undefined || (anchor === undefined && text.normalize('NFC') === target.normalize('NFC'))
  return dialects.wiki.write({ target: isShown ? (text ?? target) : target, anchor }, isShown ? undefined : text)
}

function markdownLink({ from, target, text, anchor }: NewLink): string {
  const destination = encodeDestination(relativePath(from, target.path), { raw: '', angle: false, html: false })
  const heading = target.headings.find((one) => one.text === anchor || one.slug === anchor)
  const fragment = anchor === undefined ? undefined : (heading?.slug ?? encodeURIComponent(anchor))
  return dialects.markdown.write({ target: destination, anchor: fragment }, text ?? escapeMarkdown(target.title))
}

/** A line of plain text, such as a summary, as markdown that shows the same. */
export function toldAsMarkdown(line: string): string {
  return toldParts(line)
    .map((part) => ('math' in part ? part.math : escapeMarkdown(part.text)))
    .join('')
}

/** Text escaped so that markdown shows it as it is. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>$]/g, '\\$&')
}
