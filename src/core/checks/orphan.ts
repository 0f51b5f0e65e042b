import { isOrphan } from '../query/lists/stats.ts'
import { atNote, perNote, type Rule } from './rule.ts'

/** A note that no other note links to (links.md section 7). */
export const orphan: Rule = {
  severity: 'info',
  optional: true,
  summary: 'A note that no other note links to',
  find: perNote((note, { vault }) => (isOrphan(vault, note) ? [atNote(note, 'no other note links here')] : [])),
}
