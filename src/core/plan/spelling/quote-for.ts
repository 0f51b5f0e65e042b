import type { Link, PropertyLink } from '../../model/link.ts'

/**
 * Text escaped for the string that holds a link: in front matter (YAML 1.2, sections 7.3.1 and 7.3.2) or in a canvas (JSON); in other
 * places unchanged.
 */
export function quoteFor(text: string, link: Link): string {
  if (link.canvas !== undefined) return JSON.stringify(text).slice(1, -1)
  const quoting: PropertyLink['quoting'] = link.kind === 'property' ? link.quoting : undefined
  if (quoting === 'single') return text.replaceAll("'", "''")
  return quoting === 'double' ? text.replace(/[\\"]/g, '\\$&') : text
}
