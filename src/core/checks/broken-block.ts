import { suggestAnchors } from '../query/names/suggest-anchors.ts'
import { missingAnchorIn } from './missing-anchor.ts'
import { atLink, perLink, type Rule } from './rule.ts'

/** A link whose note exists but has no block of that id. */
export const brokenBlock: Rule = {
  severity: 'error',
  summary: 'A link to a block (`^id`) that does not exist',
  find: perLink((resolved, { vault }) => {
    const target = missingAnchorIn(resolved, vault, 'block')
    if (target === undefined) return undefined
    const { from, link } = resolved
    const anchor = link.anchor ?? ''
    return atLink(from, link, `no block "${anchor}" in ${target.path}`, suggestAnchors(target, anchor, link))
  }),
}
