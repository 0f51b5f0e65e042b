import type { Problem } from '../../core/checks/check-vault.ts'
import { ignoredLines, isIgnored } from '../../core/checks/ignore-comments.ts'
import { groupByPath } from '../../core/model/group-by-path.ts'
import type { Vault } from '../../core/vault/vault.ts'
import type { Context } from '../command.ts'

/** Adds the line of its note to each problem, and drops those that a comment in the note switches off; each note is read once. */
export async function addSources(
  context: Context,
  vault: Vault,
  problems: readonly Problem[],
): Promise<{ readonly problems: readonly Problem[]; readonly ignoredAt: ReadonlyMap<string, number> }> {
  const kept: Problem[] = []
  const ignoredAt = new Map<string, number>()
  for (const [path, group] of groupByPath(problems)) {
    if (vault.note(path) === undefined) {
      kept.push(...group)
      continue
    }
    const lines = (await context.readIfThere(path)).split('\n')
    const ignored = ignoredLines(lines)
    for (const problem of group) {
      if (isIgnored(ignored, problem)) {
        ignoredAt.set(path, (ignoredAt.get(path) ?? 0) + 1)
        continue
      }
      const line = lines[problem.line - 1]
      kept.push(
        line === undefined || problem.endColumn === undefined
          ? problem
          : { ...problem, ...endOf(lines, problem), ...partOf(line.replace(/\r$/, ''), problem) },
      )
    }
  }
  return { problems: kept, ignoredAt }
}

/** Where a problem ends that reaches over several lines; rules know only how long it is, line feeds counted. */
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
