import type { Problem } from './check-vault.ts'

/** A problem with the text of its line, and with where it ends. Rules know only its length, in which line feeds count. */
export function withSource(problem: Problem, lines: readonly string[]): Problem {
  const line = lines[problem.line - 1]
  if (line === undefined || problem.endColumn === undefined) return problem
  return { ...problem, ...endOf(lines, problem), ...partOf(line.replace(/\r$/, ''), problem) }
}

/** The end of a problem that spans several lines. */
function endOf(
  lines: readonly string[],
  { line, endColumn = 1 }: Problem,
): { readonly endLine?: number; readonly endColumn?: number } {
  let [endLine, end] = [line, endColumn - 1]
  const lengthOf = (number: number): number => lines[number - 1]?.length ?? 0
  while (end > lengthOf(endLine) + 1 && endLine < lines.length) end -= lengthOf(endLine++) + 1
  return { ...(endLine === line ? {} : { endLine }), endColumn: Math.min(end, lengthOf(endLine)) + 1 }
}

/** How many UTF-16 units of a long line are kept on each side of where a problem starts. */
const reach = 1000

/** A line; of a long one only the part around the problem, since a line of a megabyte may have thousands of problems. */
function partOf(line: string, { column }: Problem): { readonly source: string; readonly sourceStart?: number } {
  if (line.length <= 2 * reach) return { source: line }
  const sourceStart = Math.max(0, column - 1 - reach)
  return { source: line.slice(sourceStart, sourceStart + 2 * reach), sourceStart }
}
