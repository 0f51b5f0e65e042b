import type { Problem } from '../../core/checks/check-vault.ts'
import type { ProblemRow, Report } from '../../core/model/report.ts'
import type { ChangeSet } from '../../core/model/change.ts'
import type { PlanSource } from '../../core/plan/draft.ts'
import type { SlipProblem } from '../../core/plan/likely-slips.ts'
import { changeVault } from '../change/change-vault.ts'
import type { Vault } from '../../core/vault/vault.ts'
import type { Options } from '../arguments/options.ts'
import type { Context, Outcome } from '../command.ts'
import type { ProblemsFound } from './find-problems.ts'

/** How problems are found, told of and counted. */
export interface Checking {
  readonly vault: Vault
  readonly find: (notes: Vault) => Promise<ProblemsFound>
  readonly report: (found: ProblemsFound) => Promise<Report>
  readonly exit: (left: readonly ProblemRow[]) => 0 | 1
  readonly messages: readonly string[]
}

/** Fixes what is certain of what is found, and tells of what is left. */
export async function fixFound(
  context: Context,
  options: Options,
  { vault, find, report, exit, messages }: Checking,
): Promise<Outcome> {
  const found = await find(vault)
  const [dryRun, typos, force] = [options.flag('dryRun'), options.flag('fixTypos'), options.flag('force')]
  const { left, ...outcome } = await fixAll(context, found.problems, { dryRun, typos, force, messages })
  if (outcome.report !== undefined) return { ...outcome, exit: exit(left) }
  const now = left.length === found.problems.length ? found : await find(await context.freshVault())
  return { report: await report(now), ...outcome, exit: exit(now.problems) }
}

/** How problems are fixed: whether it is only shown, whether slips of letters are, too, and what was said before. */
interface FixRequest {
  readonly dryRun: boolean
  readonly typos: boolean
  /** Whether notes that can't be read don't matter. */
  readonly force: boolean
  readonly messages: readonly string[]
}

/** Fixes what is certain and, where asked for, slips of letters; without a report of its own the outcome is that of the problems left. */
async function fixAll(
  context: Context,
  problems: readonly Problem[],
  { dryRun, typos, force, messages }: FixRequest,
): Promise<Outcome & { readonly left: readonly Problem[] }> {
  const [{ fixProblems }, { planSource }, { asFixes, likelySlips }] = await Promise.all([
    import('../../core/plan/fix-problems.ts'),
    import('../change/plan-source.ts'),
    import('../../core/plan/likely-slips.ts'),
  ])
  const source = await planSource(context, force)
  const slips = likelySlips(source, problems)
  const accepted = !typos ? [] : dryRun ? slips : await acceptSlips(context, source, slips)
  const wanted = new Set(asFixes(accepted).map(placeOf))
  const fixable = [...problems.filter((problem) => !wanted.has(placeOf(problem))), ...asFixes(accepted)]
  const { changes, fixed } = fixProblems(source, fixable)
  const places = new Set(fixed.map(placeOf))
  const left = problems.filter((problem) => !places.has(placeOf(problem)))
  if (dryRun) return { ...(await changeVault(context, changes, { dryRun, messages })), left }
  const applied = await changeVault(context, changes, { dryRun, messages })
  const said =
    fixed.length === 0
      ? 'nothing that can be fixed for certain'
      : `${changes.title.replace('fix', 'fixed')} in ${notesOf(changes)}`
  const reasons = leftAlone(left, typos ? 0 : slips.length)
  return { messages: [said, ...(reasons === '' ? [] : [reasons]), ...(applied.messages ?? [])], left }
}

function placeOf({ code, path, line, column }: Problem): string {
  return `${code} ${path}:${line}:${column}`
}

/** The slips that a person says yes to, each shown with what it becomes; where nobody can be asked all are taken. */
async function acceptSlips(
  context: Context,
  source: PlanSource,
  slips: readonly SlipProblem[],
): Promise<readonly SlipProblem[]> {
  const { ask } = context
  if (ask === undefined) return slips
  const { fixProblems } = await import('../../core/plan/fix-problems.ts')
  const { asFixes } = await import('../../core/plan/likely-slips.ts')
  const accepted: SlipProblem[] = []
  for (const [at, slip] of slips.entries()) {
    const edit = fixProblems(source, asFixes([slip])).changes.changes.flatMap((change) =>
      change.kind === 'edit' ? change.edits : [],
    )[0]
    if (edit === undefined) continue
    const place = `${slip.path}:${slip.line}:${slip.column}`
    const answer = await askOneOf(ask, `${place}  ${edit.before} → ${edit.after}  [y]es, [n]o, [a]ll, [q]uit? `)
    if (answer === 'a') return [...accepted, ...slips.slice(at)]
    if (answer === 'q') break
    if (answer === 'y') accepted.push(slip)
  }
  return accepted
}

/** The first letter of a word that answers; asks again after one that does not. No word, as where input ends, means no. */
async function askOneOf(ask: (question: string) => Promise<string>, question: string): Promise<'y' | 'n' | 'a' | 'q'> {
  for (;;) {
    const answer = (await ask(question)).toLowerCase()
    if (/^(?:y|yes)$/.test(answer)) return 'y'
    if (/^(?:a|all)$/.test(answer)) return 'a'
    if (/^(?:q|quit)$/.test(answer)) return 'q'
    if (/^(?:n|no)?$/.test(answer)) return 'n'
  }
}

/** What was left alone and why, in one line; empty when that goes without saying. */
function leftAlone(left: readonly Problem[], slips: number): string {
  const count = (...codes: readonly string[]): number => left.filter(({ code }) => codes.includes(code)).length
  const missing = count('broken-link', 'missing-file', 'broken-anchor', 'broken-block')
  const ambiguous = count('ambiguous-link')
  const reasons = [
    ...(missing > 0 ? [`${missing} ${missing === 1 ? 'link names' : 'links name'} nothing that there is`] : []),
    ...(ambiguous > 0 ? [`${ambiguous} could mean several files`] : []),
  ]
  if (reasons.length === 0) return ''
  const hint =
    slips > 0 ? `; ${slips} ${slips === 1 ? 'is a likely slip' : 'are likely slips'}: wend check --fix-typos` : ''
  return `left alone: ${reasons.join(', ')}${hint}`
}

function notesOf({ changes }: ChangeSet): string {
  return changes.length === 1 ? '1 note' : `${changes.length} notes`
}
