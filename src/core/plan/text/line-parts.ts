import { diffLines } from 'diff'

/** Consecutive lines that both texts have, or only the earlier (`-`) or the later (`+`). */
export interface LinePart {
  readonly sign: ' ' | '-' | '+'
  /** With their line ends. */
  readonly lines: readonly string[]
}

/** With more differing lines the search for the smallest difference stops, since its time grows with their square. */
const mostDiffering = 2000

/**
 * The common and differing lines of two texts: the smallest difference when at most 2,000 lines differ. With more, and equally many lines
 * between the common start and end, they are compared pair by pair; otherwise all of them are replaced at once.
 */
export function lineParts(before: string, after: string): readonly LinePart[] {
  const found = diffLines(before, after, { maxEditLength: mostDiffering })
  if (found === undefined) return coarseParts(linesOf(before), linesOf(after))
  return found.map(({ value, added, removed }) => ({ sign: added ? '+' : removed ? '-' : ' ', lines: linesOf(value) }))
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

function coarseParts(before: readonly string[], after: readonly string[]): readonly LinePart[] {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  let end = 0
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++
  const [old, made] = [before.slice(start, before.length - end), after.slice(start, after.length - end)]
  const between = old.length === made.length ? pairedParts(old, made) : replaced(old, made)
  const shared = (lines: readonly string[]): LinePart => ({ sign: ' ', lines })
  return [shared(before.slice(0, start)), ...between, shared(before.slice(before.length - end))]
}

/** Pairs each line with the line of the same number. */
function pairedParts(old: readonly string[], made: readonly string[]): readonly LinePart[] {
  const parts: LinePart[] = []
  for (let at = 0; at < old.length;) {
    const isSame = old[at] === made[at]
    const from = at
    while (at < old.length && (old[at] === made[at]) === isSame) at++
    const lines = old.slice(from, at)
    parts.push(...(isSame ? [{ sign: ' ' as const, lines }] : replaced(lines, made.slice(from, at))))
  }
  return parts
}

function replaced(old: readonly string[], made: readonly string[]): readonly LinePart[] {
  return [
    { sign: '-', lines: old },
    { sign: '+', lines: made },
  ]
}
