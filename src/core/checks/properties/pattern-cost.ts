/**
 * The time of a pattern: the length of the text to the power of `repeats`, times the number of ways through alternatives and optional
 * parts.
 */
export interface PatternCost {
  readonly ways: number
  readonly power: number
  /** How many parts are repeated without a fixed number. */
  readonly repeats: number
}

/**
 * An upper bound of the cost of a pattern without repeated groups, lookarounds and references: each repeat tries each length, and a pattern
 * that is not anchored to the start of the text begins at each place.
 */
export function patternCost(pattern: string): PatternCost {
  const plain = withoutLiterals(pattern)
  const repeats = plain.match(/[*+]|\{\d*,\d*\}/g)?.length ?? 0
  const optional = plain.match(/\?/g)?.length ?? 0
  const open = [1]
  let ways = 2 ** optional
  for (const sign of plain.match(/[(|)]/g) ?? []) {
    if (sign === '(') open.push(1)
    else if (sign === '|') open.push((open.pop() ?? 0) + 1)
    else ways *= open.pop() ?? 1
  }
  const outermost = open[0] ?? 1
  const isBound = plain.startsWith('^') && outermost === 1
  return { ways: ways * outermost, power: repeats + (isBound ? 0 : 1), repeats }
}

/** A pattern with `x` for each literal character or class, and without the signs of plain groups and lazy repeats. */
function withoutLiterals(pattern: string): string {
  return pattern
    .replace(/\\./gsu, 'x')
    .replace(/\[[^\]]*\]/g, 'x')
    .replaceAll('(?:', '(')
    .replace(/([*+?}])\?/g, '$1')
}
