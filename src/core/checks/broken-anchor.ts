import type { Link } from '../model/link.ts'
import type { Note } from '../model/note.ts'
import { clearAnchor, typoAnchor, suggestAnchors } from '../query/names/suggest-anchors.ts'
import { missingAnchorIn } from './missing-anchor.ts'
import { atLink, type Finding, perLink, type Rule } from './rule.ts'

/** A link whose note exists but has no such heading. */
export const brokenAnchor: Rule = {
  severity: 'error',
  summary: 'A link to a heading that does not exist',
  find: perLink((resolved, { vault }) => {
    const target = missingAnchorIn(resolved, vault, 'heading')
    if (target === undefined) return undefined
    const { from, link } = resolved
    const anchor = link.anchor ?? ''
    const finding = atLink(from, link, `no heading "${anchor}" in ${target.path}`, suggestAnchors(target, anchor, link))
    if (resolved.resolution.status === 'ambiguous') return finding
    return { ...finding, ...fixesOf(target, link) }
  }),
}

function fixesOf(target: Note, link: Link): Pick<Finding, 'fix' | 'typo'> {
  const fixTo = (anchor: string) => ({ kind: 'link', link, target: link.target, anchor }) as const
  const clear = clearAnchor(target, link.anchor ?? '', link)
  if (clear !== undefined) return { fix: fixTo(clear) }
  const typo = typoAnchor(target, link.anchor ?? '', link)
  return typo === undefined ? {} : { typo: { fix: fixTo(typo.anchor), word: typo.word } }
}
