import type { Edit } from '../../model/change.ts'
import { followsWikiRules, type Link } from '../../model/link.ts'
import type { Note } from '../../model/note.ts'
import { foldName } from '../../vault/fold.ts'
import { editAt } from '../draft.ts'
import type { Spelling } from './spelling.ts'

/**
 * The edits of definitions whose label is a wikilink's target, as foam writes them for other programs, so that the label follows the link.
 */
export function labelEdits(text: string, note: Note, link: Link, { target }: Spelling): readonly Edit[] {
  if (target === undefined || !followsWikiRules(link) || link.target === '') return []
  return note.definitions
    .filter(({ uses, label, target: to }) => uses === 0 && isLabelOf(label, link.target) && !isExternal(to))
    .map(({ span }) => {
      const start = text.indexOf('[', span.start) + 1
      return editAt(text, start, start + link.target.length, target)
    })
    .filter(({ before }) => foldName(before) === foldName(link.target))
}

function isLabelOf(label: string, target: string): boolean {
  const folded = foldName(target)
  return foldName(label) === folded || [`${folded}#`, `${folded}|`].some((start) => foldName(label).startsWith(start))
}

function isExternal(target: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]+:|\/\/)/i.test(target)
}
