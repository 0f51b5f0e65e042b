import type { Note } from '../../model/note.ts'
import type { LinkRow, NoteDetail } from '../../model/report.ts'
import { Sentences } from '../../parse/sentences.ts'
import { Vault } from '../../vault/vault.ts'
import { toLinkRow } from '../links/link-row.ts'

/**
 * A note that belongs to no vault, from its own text only. Of its links only those within the page can be checked; all others count as
 * external. It has a summary only when front matter gives one.
 */
export function loneDetail(note: Note, text: string): NoteDetail {
  const { path, title, summary, topics, tags, aliases, created, modified, words, metadata, headings } = note
  const sentences = new Sentences(text, note.dialects)
  const vault = new Vault({ notes: [note], attachments: [] })
  return {
    path,
    title,
    ...(summary === undefined || note.summarySource !== 'front-matter' ? {} : { summary }),
    ...{ topics, tags, aliases, created, modified, words, metadata },
    headings: headings.map(({ level, text: heading, slug, line }) => ({ level, text: heading, slug, line })),
    links: note.links.length,
    backlinks: 0,
    linksOut: vault.linksFrom(path).map((resolved): LinkRow => {
      const row = toLinkRow(vault, resolved, 'target', 1)
      const status = row.status === 'broken' ? 'external' : row.status
      return { ...row, status, context: sentences.around(resolved.link.span) }
    }),
    linksIn: [],
    body: text.slice(note.bodyStart),
  }
}
