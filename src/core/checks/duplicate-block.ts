import { atSpan, perNote, type Rule } from './rule.ts'

/** A block id that stands twice in a note: links go to the first. */
export const duplicateBlock: Rule = {
  severity: 'warning',
  summary: 'A block id (`^id`) that a note has twice',
  find: perNote((note) => {
    const lines = new Map<string, number>()
    return note.blocks.flatMap((block) => {
      const first = lines.get(block.id.toLowerCase())
      if (first === undefined) {
        lines.set(block.id.toLowerCase(), block.line)
        return []
      }
      const message = `^${block.id} stands on line ${first} already; links go there`
      return [{ ...atSpan(note, block), target: `^${block.id}`, message, suggestions: [] }]
    })
  }),
}
