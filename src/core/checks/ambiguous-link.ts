import { spellTarget } from '../query/links/spell-target.ts'
import { atLink, perLink, type Rule } from './rule.ts'

/** A link that leads equally well to several files. */
export const ambiguousLink: Rule = {
  severity: 'warning',
  summary: 'A link that several files answer equally well',
  find: perLink(({ from, link, resolution }, { vault }) => {
    if (resolution.status !== 'ambiguous') return undefined
    const { candidates, path } = resolution
    const more = candidates.length > 5 ? ` or ${candidates.length - 5} more` : ''
    return atLink(
      from,
      link,
      `"${link.target}" could be ${candidates.slice(0, 5).join(' or ')}${more}; read as ${path}`,
      candidates.slice(0, 3).map((candidate) => spellTarget(vault, from, link, candidate)),
    )
  }),
}
