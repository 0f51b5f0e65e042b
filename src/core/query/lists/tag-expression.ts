import { type Expression, tagDialect } from '../../search/expression/expression.ts'
import { parseExpression } from '../../search/expression/parse-expression.ts'

/** Whether a set of tags satisfies an expression. */
export type TagPredicate = (tags: readonly string[]) => boolean

/**
 * Reads `a OR b, NOT c` (also `a AND b`, `-c`, `!c`, parentheses): `,` and AND bind weaker than OR, as in zk.
 * `*` stands for any characters; a tag also covers the tags nested under it (`ml` covers `ml/rl`). Undefined when there is no
 * tag in it; fails with a usage message that points at the column when it can't be read.
 */
export function parseTagExpression(expression: string): TagPredicate | undefined {
  const parsed = parseExpression(expression, tagDialect)
  return parsed && predicateOf(parsed)
}

function predicateOf(expression: Expression): TagPredicate {
  switch (expression.kind) {
    case 'and': {
      const parts = expression.of.map(predicateOf)
      return (tags) => parts.every((part) => part(tags))
    }
    case 'or': {
      const parts = expression.of.map(predicateOf)
      return (tags) => parts.some((part) => part(tags))
    }
    case 'not': {
      const part = predicateOf(expression.of)
      return (tags) => !part(tags)
    }
    case 'word':
    case 'phrase': {
      const matches = tagMatcher(expression.text)
      return (tags) => tags.some(matches)
    }
    case 'field':
    case 'pattern':
      return () => false
  }
}

/** Whether a tag matches a pattern, in which `*` stands for any characters, or is nested under a tag that does. */
export function tagMatcher(pattern: string): (tag: string) => boolean {
  const wanted = comparableTag(pattern)
  if (!wanted.includes('*'))
    return (tag) => comparableTag(tag) === wanted || comparableTag(tag).startsWith(`${wanted}/`)
  const parts = wanted.split('*')
  return (tag) => holdsInOrder(comparableTag(tag), parts)
}

/** Whether a text begins with the first part, ends with the last, and has the others between them in order. */
function holdsInOrder(text: string, parts: readonly string[]): boolean {
  const [first = '', last = ''] = [parts[0], parts.at(-1)]
  let at = first.length
  if (!text.startsWith(first)) return false
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return text.length - last.length >= at && text.endsWith(last)
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
