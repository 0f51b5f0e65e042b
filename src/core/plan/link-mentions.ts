import type { Edit } from '../model/change.ts'
import type { NotePath } from '../model/note-path.ts'
import { usualForm, writeLink } from '../query/links/write-link.ts'
import { isInCell } from '../parse/cells-of.ts'
import { editAt, type PlanSource } from './draft.ts'
import type { Mention } from './find-mentions.ts'
import { keepLinks } from './spelling/keep-links.ts'
import type { Plan } from './rename/rename-note.ts'

/**
 * Plans to turn mentions into links, in the form of the configuration or the syntax that the vault uses most; the shown text does not
 * change.
 */
export function linkMentions(source: PlanSource, mentions: readonly Mention[]): Plan {
  const form = source.linkForm ?? usualForm(source.vault)
  const edits = new Map<NotePath, Edit[]>()
  for (const mention of mentions) {
    const { note, start, text } = mention
    const whole = source.textOf(note.path)
    const link = { from: note.path, target: mention.target, text, inCell: isInCell(note, whole, start) }
    const written = writeLink(source.vault, link, form)
    const edit = editAt(whole, start, start + text.length, written)
    const known = edits.get(note.path)
    if (known === undefined) edits.set(note.path, [edit])
    else known.push(edit)
  }
  const { changes, messages } = keepLinks(source, { moves: new Map(), edits })
  const count = mentions.length === 1 ? '1 mention' : `${mentions.length} mentions`
  return { changes: { title: `link ${count}`, changes }, messages }
}
