import type { Problem } from '../../core/checks/check-vault.ts'
import type { ProblemRow, Report } from '../../core/model/report.ts'
import type { ChangeSet } from '../../core/model/change.ts'
import type { PlanSource } from '../../core/plan/draft.ts'
import type { TypoProblem } from '../../core/plan/likely-typos.ts'
import { changeVault } from '../change/change-vault.ts'
import type { Vault } from '../../core/vault/vault.ts'
import type { Options } from '../arguments/options.ts'
import type { Context, Outcome } from '../command.ts'
import type { ProblemsFound } from './find-problems.ts'

/** How problems are found, reported and counted. */
export interface Checking {
  readonly vault: Vault
  readonly find: (notes: Vault) => Promise<ProblemsFound>
  readonly report: (found: ProblemsFound) => Promise<Report>
  readonly exit: (left: readonly ProblemRow[]) => 0 | 1
  readonly messages: readonly string[]
}

/** Fixes problems with a certain fix, and reports the rest. */
export async function fixFound(
  context: Context,
  options: Options,
  { vault, find, report, exit, messages }: Checking,
): Promise<Outcome> {
  const found = await find(vault)
  const [dryRun, withTypos, force] = [options.flag('dryRun'), options.flag('fixTypos'), options.flag('force')]
  const { left, ...outcome } = await fixAll(context, found.problems, { dryRun, withTypos, force, messages })
  if (outcome.report !== undefined) return { ...outcome, exit: exit(left) }
  const now = left.length === found.problems.length ? found : await find(await context.freshVault())
  return { report: await report(now), ...outcome, exit: exit(now.problems) }
}

/** How problems are fixed: whether as a dry run, whether typos are fixed too, and earlier messages. */
interface FixRequest {
  readonly dryRun: boolean
  readonly withTypos: boolean
  /** Whether to go on when notes can't be read. */
  readonly force: boolean
  readonly messages: readonly string[]
}

/**
 * Fixes problems with a certain fix and, if asked for, typos. The outcome is that of the remaining problems, unless the change has a report
 * of its own.
 */
async function fixAll(
  context: Context,
  problems: readonly Problem[],
  { dryRun, withTypos, force, messages }: FixRequest,
): Promise<Outcome & { readonly left: readonly Problem[] }> {
  const [{ fixProblems }, { planSource }, { asFixes, likelyTypos }] = await Promise.all([
    import('../../core/plan/fix-problems.ts'),
    import('../change/plan-source.ts'),
    import('../../core/plan/likely-typos.ts'),
  ])
  const source = await planSource(context, force)
  const typos = likelyTypos(source, problems)
  const accepted = !withTypos ? [] : dryRun ? typos : await acceptTypos(context, source, typos)
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
  const reasons = leftAlone(left, withTypos ? 0 : typos.length)
  return { messages: [said, ...(reasons === '' ? [] : [reasons]), ...(applied.messages ?? [])], left }
}

function placeOf({ code, path, line, column }: Problem): string {
  return `${code} ${path}:${line}:${column}`
}

/** The typos that a person accepts, each shown with its correction; all of them when nobody can be asked. */
async function acceptTypos(
  context: Context,
  source: PlanSource,
  typos: readonly TypoProblem[],
): Promise<readonly TypoProblem[]> {
  const { ask } = context
  if (ask === undefined) return typos
  const { fixProblems } = await import('../../core/plan/fix-problems.ts')
  const { asFixes } = await import('../../core/plan/likely-typos.ts')
  const accepted: TypoProblem[] = []
  for (const [at, typo] of typos.entries()) {
    const edit = fixProblems(source, asFixes([typo])).changes.changes.flatMap((change) =>
      change.kind === 'edit' ? change.edits : [],
    )[0]
    if (edit === undefined) continue
    const place = `${typo.path}:${typo.line}:${typo.column}`
    const answer = await askOneOf(ask, `${place}  ${edit.before} → ${edit.after}  [y]es, [n]o, [a]ll, [q]uit? `)
    if (answer === 'a') return [...accepted, ...typos.slice(at)]
    if (answer === 'q') break
    if (answer === 'y') accepted.push(typo)
  }
  return accepted
}

/** The first letter of a valid answer; asks again after an invalid one. An empty answer, as at the end of input, means no. */
async function askOneOf(ask: (question: string) => Promise<string>, question: string): Promise<'y' | 'n' | 'a' | 'q'> {
  for (;;) {
    const answer = (await ask(question)).toLowerCase()
    if (/^(?:y|yes)$/.test(answer)) return 'y'
    if (/^(?:a|all)$/.test(answer)) return 'a'
    if (/^(?:q|quit)$/.test(answer)) return 'q'
    if (/^(?:n|no)?$/.test(answer)) return 'n'
  }
}

/** A line about problems that were not fixed and why; empty when that is obvious. */
function leftAlone(left: readonly Problem[], typos: number): string {
  const count = (...codes: readonly string[]): number => left.filter(({ code }) => codes.includes(code)).length
  const missing = count('broken-link', 'missing-file', 'broken-anchor', 'broken-block')
  const ambiguous = count('ambiguous-link')
  const reasons = [
    ...(missing > 0 ? [`${missing} ${missing === 1 ? 'link names' : 'links name'} nothing that there is`] : []),
    ...(ambiguous > 0 ? [`${ambiguous} could mean several files`] : []),
  ]
  if (reasons.length === 0) return ''
  const hint =
    typos > 0 ? `; ${typos} ${typos === 1 ? 'is a likely typo' : 'are likely typos'}: wend check --fix-typos` : ''
  return `left alone: ${reasons.join(', ')}${hint}`
}

function notesOf({ changes }: ChangeSet): string {
  return changes.length === 1 ? '1 note' : `${changes.length} notes`
}
