import { followsWikiRules } from '../model/link.ts'
import type { Note } from '../model/note.ts'
import { foldName } from '../vault/fold.ts'
import { atSpan, type Finding, perNote, type Rule } from './rule.ts'

/** A reference definition or footnote that nothing in the note uses. */
export const unusedDefinition: Rule = {
  severity: 'warning',
  summary: 'A reference definition or footnote that nothing uses',
  find: perNote((note) => [...unusedReferences(note), ...unusedFootnotes(note)]),
}

/**
 * The unused definitions of a note. `[//]: # (text)` is a comment and counts as used; so does a definition that foam wrote for a wikilink,
 * labelled by its target or text, so that other programs can follow the link.
 */
function unusedReferences(note: Note): readonly Finding[] {
  const unused = note.definitions.filter(({ uses, duplicate, label }) => uses === 0 && !duplicate && !isComment(label))
  if (unused.length === 0) return []
  const wikilinks = new Set(
    note.links.filter(followsWikiRules).flatMap(({ target, anchor, text }) => {
      const whole = anchor === undefined ? target : `${target}#${anchor}`
      return [target, whole, text ?? target, `${whole}|${text ?? ''}`].map(foldName)
    }),
  )
  return unused
    .filter(({ label }) => !wikilinks.has(foldName(label)))
    .map((definition) => ({
      ...atSpan(note, definition),
      target: definition.target,
      message: `nothing uses the definition [${definition.label}]`,
      suggestions: [],
    }))
}

function isComment(label: string): boolean {
  return /^(?:\/\/.*|comment|#|_)$/i.test(label)
}

function unusedFootnotes(note: Note): readonly Finding[] {
  if (note.footnotes.length === 0) return []
  const marked = new Set(note.footnotes.filter(({ role }) => role === 'mark').map(({ id }) => id.toLowerCase()))
  return note.footnotes
    .filter(({ role, id }) => role === 'definition' && !marked.has(id.toLowerCase()))
    .map((footnote) => ({
      ...atSpan(note, footnote),
      message: `nothing refers to the footnote [^${footnote.id}]`,
      suggestions: [],
    }))
}
