import type { Note } from '../../model/note.ts'
import type { NoteDetail } from '../../model/report.ts'
import type { ResolvedLink } from '../../model/resolution.ts'
import type { Vault } from '../../vault/vault.ts'
import { toLinkRow } from '../links/link-row.ts'
import { toNoteRow } from '../lists/note-row.ts'
import { relatedNotes } from '../graph/related-notes.ts'

/** How many related notes a note is shown with. */
const RELATED = 4

/** One note with what surrounds it; `text` is that of its file, `contexts` gives the sentence around each link. */
export async function noteDetail(
  vault: Vault,
  note: Note,
  text: string,
  contexts: (links: readonly ResolvedLink[]) => Promise<readonly string[]>,
): Promise<NoteDetail> {
  const out = vault.linksFrom(note.path)
  const back = [...vault.linksTo(note.path), ...vault.canvasLinksTo(note.path)]
  const sentences = await contexts([...out, ...back])
  return {
    ...toNoteRow(vault, note),
    headings: note.headings.map(({ level, text: heading, slug, line }) => ({ level, text: heading, slug, line })),
    linksOut: out.map((resolved, index) => ({
      ...toLinkRow(vault, resolved, 'target', 1),
      context: sentences[index] ?? '',
    })),
    linksIn: back.map((resolved, index) => ({
      ...toLinkRow(vault, resolved, 'source', 1),
      context: sentences[out.length + index] ?? '',
    })),
    related: relatedNotes(vault, note, RELATED).map((near) => toNoteRow(vault, near)),
    body: text.slice(note.bodyStart),
  }
}
