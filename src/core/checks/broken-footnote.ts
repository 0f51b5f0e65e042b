import { nearestNames } from '../query/names/nearest-names.ts'
import { atSpan, perNote, type Rule } from './rule.ts'

/** A footnote mark without a footnote. */
export const brokenFootnote: Rule = {
  severity: 'warning',
  summary: 'A footnote mark `[^id]` without its footnote',
  find: perNote((note) => {
    const defined = note.footnotes.filter(({ role }) => role === 'definition').map(({ id }) => id)
    const known = new Set(defined.map((id) => id.toLowerCase()))
    return note.footnotes
      .filter(({ role, id }) => role === 'mark' && !known.has(id.toLowerCase()))
      .map((mark) => ({
        ...atSpan(note, mark),
        target: `^${mark.id}`,
        message: `no footnote [^${mark.id}]`,
        suggestions: nearestNames(mark.id, defined).map((id) => `[^${id}]`),
      }))
  }),
}
