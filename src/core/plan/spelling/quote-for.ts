import type { Link, PropertyLink } from '../../model/link.ts'

/**
 * Text as the string that holds a link can hold it: of front matter (YAML 1.2, sections 7.3.1 and 7.3.2) or of a canvas (JSON); other links
 * hold it as it is.
 */
export function quoteFor(text: string, link: Link): string {
  if (link.canvas !== undefined) return JSON.stringify(text).slice(1, -1)
  const quoting: PropertyLink['quoting'] = link.kind === 'property' ? link.quoting : undefined
  if (quoting === 'single') return text.replaceAll("'", "''")
  return quoting === 'double' ? text.replace(/[\\"]/g, '\\$&') : text
}
