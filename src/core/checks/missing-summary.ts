import { atNote, perNote, type Rule } from './rule.ts'

/** Notes with fewer words are read at a glance and need no summary. */
const fewest = 20

/** A note for which lists have no text to show: neither a summary in front matter nor a paragraph of prose. */
export const missingSummary: Rule = {
  severity: 'info',
  summary: 'A note without a summary: no front matter field and no paragraph',
  find: perNote((note) =>
    note.summary !== undefined || note.words < fewest
      ? []
      : [atNote(note, 'no summary: neither `summary` in front matter nor a first paragraph')],
  ),
}
