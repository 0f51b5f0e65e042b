import { isDeadEnd } from '../query/lists/stats.ts'
import { atNote, perNote, type Rule } from './rule.ts'

/** A note that links to no other note (links.md section 7). */
export const deadEnd: Rule = {
  severity: 'info',
  optional: true,
  summary: 'A note that links to no other note',
  find: perNote((note, { vault }) => (isDeadEnd(vault, note) ? [atNote(note, 'links to no other note')] : [])),
}
