import type { Link } from '../model/link.ts'
import type { Note } from '../model/note.ts'
import { fileStem, type NotePath } from '../model/note-path.ts'
import { updateVault } from './update-vault.ts'
import type { Vault } from './vault.ts'

/**
 * The vault as it is without some notes: they are in no list, count, search or suggestion, and the links that lead to them
 * are text. The vault itself when none is hidden.
 */
export function visibleVault(vault: Vault, isHidden: (note: Note) => boolean): Vault {
  const removed = vault.notes.filter(isHidden).map(({ path }) => path)
  if (removed.length === 0) return vault
  const hidden = new Set(removed)
  const dead = new Map<NotePath, Set<Link>>()
  for (const { from, link } of removed.flatMap((path) => vault.allLinksTo(path))) {
    if (hidden.has(from.path)) continue
    const links = dead.get(from.path)
    if (links === undefined) dead.set(from.path, new Set([link]))
    else links.add(link)
  }
  const notes = [...dead].flatMap(([path, links]) => {
    const note = vault.note(path)
    if (note === undefined) return []
    const made = plain(note)
    const summary = note.summarySource === 'front-matter' ? made.summary : withoutFolders(made.summary, links)
    return [
      { ...made, ...(summary !== undefined && { summary }), links: note.links.filter((link) => !links.has(link)) },
    ]
  })
  return updateVault(vault, { notes, removed })
}

/** A summary that shows where hidden notes lie, with their names alone: so are links to them shown as text. */
function withoutFolders(summary: string | undefined, links: ReadonlySet<Link>): string | undefined {
  let open = summary
  for (const { target, text } of links)
    if (text === undefined && target.includes('/')) open = open?.replaceAll(target, fileStem(target))
  return open
}

/** Whether a note says of itself that nobody but its owner may see it, or may have said so: its front matter names the word and can't be read. */
export function isPrivate(note: Pick<Note, 'isPrivate'>): boolean {
  return note.isPrivate === true
}

/** The fields of a note that may compute them when asked. */
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
