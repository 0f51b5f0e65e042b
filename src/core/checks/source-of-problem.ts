import type { Problem } from './check-vault.ts'

/** A problem with the line of its note that it stands in, and with where it ends; rules know only how long it is, line feeds counted. */
export function withSource(problem: Problem, lines: readonly string[]): Problem {
  const line = lines[problem.line - 1]
  if (line === undefined || problem.endColumn === undefined) return problem
  return { ...problem, ...endOf(lines, problem), ...partOf(line.replace(/\r$/, ''), problem) }
}

/** Where a problem ends that reaches over several lines. */
function endOf(
  lines: readonly string[],
  { line, endColumn = 1 }: Problem,
): { readonly endLine?: number; readonly endColumn?: number } {
  let [endLine, end] = [line, endColumn - 1]
  const lengthOf = (number: number): number => lines[number - 1]?.length ?? 0
  while (end > lengthOf(endLine) + 1 && endLine < lines.length) end -= lengthOf(endLine++) + 1
  return { ...(endLine === line ? {} : { endLine }), endColumn: Math.min(end, lengthOf(endLine)) + 1 }
}

/** Units of a long line that are kept on each side of where a problem starts. */
const reach = 1000

/** A line, or of a long one what can be seen around the problem: a line of a megabyte may have thousands of them. */
function partOf(line: string, { column }: Problem): { readonly source: string; readonly sourceStart?: number } {
  if (line.length <= 2 * reach) return { source: line }
  const sourceStart = Math.max(0, column - 1 - reach)
  return { source: line.slice(sourceStart, sourceStart + 2 * reach), sourceStart }
}
