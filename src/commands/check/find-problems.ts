import { type CheckRequest, type CheckResult, checkVault, type Problem } from '../../core/checks/check-vault.ts'
import type { ProblemRow } from '../../core/model/report.ts'
import type { Vault } from '../../core/vault/vault.ts'
import { addSources } from './check-sources.ts'
import { suggesterFor } from './check-suggester.ts'
import type { Context } from '../command.ts'

/** The problems of a check, without those that comments in notes switch off; these are only counted. */
export interface ProblemsFound extends CheckResult {
  readonly problems: readonly Problem[]
  /** How many were switched off in each note, by path. */
  readonly ignoredAt: ReadonlyMap<string, number>
}

/** The result of a check without the data that only `--fix` needs. */
export interface RowsFound extends Pick<ProblemsFound, 'checked'> {
  readonly ignored: number
  readonly rows: readonly ProblemRow[]
  readonly fixable: number
}

/** The result of a check as rows of its report. */
export function problemRows({ checked, problems, ignoredAt }: ProblemsFound): RowsFound {
  const rows = problems.map(({ fix: _fix, typo: _typo, ...row }) => row)
  const ignored = [...ignoredAt.values()].reduce((sum, count) => sum + count, 0)
  return { checked, rows, ignored, fixable: problems.filter(isFixable).length }
}

/** Whether a change is known that certainly ends a problem. */
export function isFixable({ fix }: Problem): boolean {
  return fix !== undefined
}

/** Checks a vault as it is on disk, with suggestions for broken links and the lines that problems stand on. */
export async function findProblems(
  context: Context,
  vault: Vault,
  request: Omit<CheckRequest, 'suggesterFor'>,
): Promise<ProblemsFound> {
  const { checked, problems } = checkVault(vault, {
    ...request,
    suggesterFor: (broken) => suggesterFor(vault, broken),
  })
  return { checked, ...(await addSources(context, vault, problems)) }
}
