/** Whether a set of tags satisfies an expression. */
export type TagPredicate = (tags: readonly string[]) => boolean

/**
 * Reads `a OR b, NOT c` (also `a AND b`, `-c`, `!c`): `,` and AND bind weaker than OR, as in zk.
 * `*` stands for any characters; a tag also covers the tags nested under it (`ml` covers `ml/rl`). Undefined when a tag is
 * missing, or for parentheses, which it does not know.
 */
export function parseTagExpression(expression: string): TagPredicate | undefined {
  const terms = expression
    .split(/\s*,\s*|\s+AND\s+/)
    .filter((clause) => clause.trim() !== '')
    .map((clause) => clause.split(/\s+OR\s+|\s*\|\s*/))
  if (terms.length === 0 || terms.flat().some(isBroken)) return undefined
  const clauses = terms.map((alternatives) => alternatives.map(parseTerm))
  return (tags) => clauses.every((terms) => terms.some((term) => term(tags)))
}

function isBroken(term: string): boolean {
  return (
    /^\s*(?:[-!]|(?:NOT|AND|OR)(?=\s|$).*)?\s*$/.test(term.replace(/^\s*NOT\s+(?=\S)/, '')) ||
    /[()]|\s(?:OR|AND|NOT)\s*$/.test(term)
  )
}

function parseTerm(term: string): TagPredicate {
  const negated = /^(?:NOT\s+|[-!])(.+)$/.exec(term.trim())
  const matches = tagMatcher(negated?.[1] ?? term)
  return negated ? (tags) => !tags.some(matches) : (tags) => tags.some(matches)
}

function tagMatcher(pattern: string): (tag: string) => boolean {
  const wanted = comparableTag(pattern)
  if (!wanted.includes('*'))
    return (tag) => comparableTag(tag) === wanted || comparableTag(tag).startsWith(`${wanted}/`)
  const parts = wanted.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  const glob = new RegExp(`^${parts.join('.*')}$`)
  return (tag) => glob.test(comparableTag(tag))
}

/** The form in which topics and tags are compared: case-folded, without `#`, spaces and `_` as `-`. */
export function comparableTag(tag: string): string {
  return tag
    .normalize('NFC')
    .trim()
    .replace(/^#/, '')
    .toLowerCase()
    .replace(/[\s_-]+/g, '-')
}
