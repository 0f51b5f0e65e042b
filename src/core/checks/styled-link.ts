import type { Severity } from '../model/config.ts'
import type { Link } from '../model/link.ts'
import type { NotePath } from '../model/note-path.ts'
import type { LinkStyle, ResolvedLink } from '../model/resolution.ts'
import { atLink, type Finding, type Fix, perLink, type Scope, type Search } from './rule.ts'

/** A resolved link whose target was found, with the target's path. */
interface FoundLink extends ResolvedLink {
  readonly path: NotePath
}

/** A search for links that were found only by a lenient reading; `better` is the spelling a strict reader would find. */
export function perStyle(
  style: LinkStyle,
  word: (found: FoundLink) => string,
  better: (found: FoundLink, scope: Scope) => string | undefined,
  {
    milder = () => undefined,
    isCertain = () => true,
  }: {
    readonly milder?: (found: FoundLink) => Severity | undefined
    /** Whether `better` is certainly what was meant, so that it may be written without asking. */
    readonly isCertain?: (found: FoundLink, scope: Scope) => boolean
  } = {},
): Search {
  return perLink((resolved, scope): Finding | undefined => {
    const { from, link, resolution } = resolved
    if (!('styles' in resolution) || !resolution.styles.includes(style)) return undefined
    const found = { ...resolved, path: resolution.path }
    const target = better(found, scope)
    const severity = milder(found)
    const finding = {
      ...atLink(from, link, word(found), target === undefined ? [] : [target]),
      ...(severity === undefined ? {} : { severity }),
    }
    const certain =
      target !== undefined && target !== link.target && resolution.status !== 'ambiguous' && isCertain(found, scope)
    return !certain ? finding : { ...finding, fix: fixOf(link, target) }
  })
}

function fixOf(link: Link, target: string): Fix {
  return { kind: 'link', link, target, ...(link.anchor === undefined ? {} : { anchor: link.anchor }) }
}
