import type { Link, PropertyLink } from '../../model/link.ts'

/** Text as the string of front matter that holds a link can hold it (YAML 1.2, sections 7.3.1 and 7.3.2); other links hold it as it is. */
export function quoteYaml(text: string, link: Link): string {
  const quoting: PropertyLink['quoting'] = link.kind === 'property' ? link.quoting : undefined
  if (quoting === 'single') return text.replaceAll("'", "''")
  return quoting === 'double' ? text.replace(/[\\"]/g, '\\$&') : text
}
