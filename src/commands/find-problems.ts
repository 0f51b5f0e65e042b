import { type CheckRequest, type CheckResult, checkVault, type Problem } from '../core/checks/check-vault.ts'
import type { Vault } from '../core/vault/vault.ts'
import { addSources } from './check-sources.ts'
import { suggesterFor } from './check-suggester.ts'
import type { Context } from './command.ts'

/** What a check found, without what comments in notes switch off, of which only the count is left. */
export interface ProblemsFound extends CheckResult {
  readonly problems: readonly Problem[]
  readonly ignored: number
}

/** Checks a vault as it is on disk, with suggestions for broken links and the lines that problems stand on. */
export async function findProblems(
  context: Context,
  vault: Vault,
  request: Omit<CheckRequest, 'suggester'>,
): Promise<ProblemsFound> {
  const suggester = await suggesterFor(context, vault, request.reports)
  const { checked, problems } = checkVault(vault, { ...request, suggester })
  const { kept, ignored } = await addSources(context, vault, problems)
  return { checked, problems: kept, ignored }
}
