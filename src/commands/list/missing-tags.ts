import { tagMatcher } from '../../core/query/lists/tag-expression.ts'
import { nearestNames } from '../../core/query/names/nearest-names.ts'
import { type Expression, tagDialect } from '../../core/search/expression/expression.ts'
import { parseExpression } from '../../core/search/expression/parse-expression.ts'
import type { Vault } from '../../core/vault/vault.ts'

/** Messages about tags in expressions that no note has, with similar ones. */
export function missingTags({ notes }: Vault, expressions: readonly string[]): readonly string[] {
  const known = [...new Set(notes.flatMap(({ tags }) => tags))]
  const asked = expressions.map((expression) => parseExpression(expression, tagDialect))
  return asked.flatMap(tagsAskedFor).flatMap((tag) => {
    if (known.some(tagMatcher(tag))) return []
    const [near] = nearestNames(tag, known)
    return [`--tag: no note has the tag "${tag}"${near === undefined ? '' : `; did you mean ${near}?`}`]
  })
}

/** The tags in an expression, as written, without those that it excludes. */
function tagsAskedFor(expression: Expression | undefined): readonly string[] {
  if (expression?.kind === 'and' || expression?.kind === 'or') return expression.of.flatMap(tagsAskedFor)
  return expression?.kind === 'word' || expression?.kind === 'phrase' ? [expression.text] : []
}
