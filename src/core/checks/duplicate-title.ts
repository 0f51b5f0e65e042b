import { atNote, perNote, type Rule } from './rule.ts'

/** Notes with the same title: search results and links by title cannot tell them apart. Titles that are just file names do not count. */
export const duplicateTitle: Rule = {
  severity: 'warning',
  summary: 'Two notes with the same title',
  find: perNote((note, { vault }) => {
    if (note.titleSource === 'file') return []
    const others = (vault.index.names.withTitle(note.title) ?? []).filter(
      (path) => path !== note.path && vault.note(path)?.titleSource !== 'file',
    )
    if (others.length === 0) return []
    const more = others.length > 3 ? ` and ${others.length - 3} more` : ''
    return [atNote(note, `"${note.title}" is also the title of ${others.slice(0, 3).join(', ')}${more}`)]
  }),
}
