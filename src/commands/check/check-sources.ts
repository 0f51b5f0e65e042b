import type { Problem } from '../../core/checks/check-vault.ts'
import { ignoredLines, isSwitchedOff } from '../../core/checks/ignore-comments.ts'
import { withSource } from '../../core/checks/source-of-problem.ts'
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
    const note = vault.note(path)
    if (note === undefined) {
      kept.push(...group)
      continue
    }
    const text = await context.readIfThere(path)
    const lines = text.split('\n')
    const ignored = ignoredLines(text, note)
    for (const problem of group) {
      if (isSwitchedOff(ignored, problem)) {
        ignoredAt.set(path, (ignoredAt.get(path) ?? 0) + 1)
        continue
      }
      kept.push(withSource(problem, lines))
    }
  }
  return { problems: kept, ignoredAt }
}
