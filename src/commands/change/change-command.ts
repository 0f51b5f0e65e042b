import type { PlanSource } from '../../core/plan/draft.ts'
import type { Plan } from '../../core/plan/rename/rename-note.ts'
import { alone, changeVault } from './change-vault.ts'
import type { Context, Outcome } from '../command.ts'
import type { Options } from '../arguments/options.ts'
import { planSource } from './plan-source.ts'

/**
 * Runs a command that only plans a change: plans while no other process changes the vault, then applies it or, with `--dry-run`, shows it.
 */
export function runPlan(
  context: Context,
  options: Options,
  plan: (source: PlanSource) => Promise<Plan>,
): Promise<Outcome> {
  const dryRun = options.flag('dryRun')
  return alone(context, dryRun, async () => {
    const { changes, messages } = await plan(await planSource(context, options.flag('force')))
    return changeVault(context, changes, { dryRun, messages })
  })
}
