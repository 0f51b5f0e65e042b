import type { Note } from '../../model/note.ts'
import { foldName } from '../../vault/fold.ts'
import { resolveAnchor } from '../../vault/resolve-anchor.ts'

/** A message when several headings have the name that was asked for, since the first is taken; `One-1` or `A#One` mean a later one. */
export function sameHeadings(note: Note, section: string): readonly string[] {
  const match = resolveAnchor(note, section)
  if (match?.kind !== 'heading') return []
  const name = foldName(match.heading.text)
  const lines = note.headings.filter(({ text }) => foldName(text) === name).map(({ line }) => line)
  if (lines.length < 2 || match.heading.line !== lines[0]) return []
  return [
    `${note.path} has ${lines.length} headings "${match.heading.text}", in lines ${lines.join(', ')}; that in line ${match.heading.line} was taken`,
  ]
}
