import { type CheckRequest, checkVault, type Problem } from '../core/checks/check-vault.ts'
import { webAddress } from '../core/checks/broken-url.ts'
import { type ChosenRules, chooseRules, unknownRules } from '../core/checks/choose-rules.ts'
import { rules } from '../core/checks/rules.ts'
import type { Config } from '../core/model/config.ts'
import type { ChangeSet } from '../core/model/change.ts'
import { fail } from '../core/model/failure.ts'
import type { ProblemRow, Report } from '../core/model/report.ts'
import type { UrlVerdict } from '../core/model/url-verdict.ts'
import type { Vault } from '../core/vault/vault.ts'
import { alone, changeVault } from './change-vault.ts'
import { checkOptions, nearestCode, readCodes, readRuleChoice, readStatuses } from './check-options.ts'
import { readPaths } from './check-paths.ts'
import { addSources } from './check-sources.ts'
import { suggesterFor } from './check-suggester.ts'
import type { Command, Context, Outcome } from './command.ts'
import type { Options } from './options.ts'

/** `wend check`: what is wrong with links and notes. */
export const check: Command = {
  arguments: [{ name: '[paths...]', description: 'only report on these notes or folders' }],
  options: checkOptions,
  examples: [
    ['wend check', 'the whole vault; exit code 1 when there are errors or warnings'],
    ['wend check daily/ --skip missing-summary', 'only what is wrong in a folder, without one rule'],
    ['wend check --fix --dry-run', 'shows as a diff what can be fixed safely; without --dry-run it is done'],
    ['wend check --explain broken-anchor', 'what a problem means and how to end it'],
    ['wend check --format github', 'annotations for GitHub Actions; sarif and junit for other services'],
  ],
  reports: ['problems', 'changes'],
  run: async (context, args, options) => {
    const explained = options.text('explain')
    if (explained !== undefined) return explain(context, explained)
    const fixing = options.flag('fix')
    const dryRun = options.flag('dryRun')
    if (dryRun && !fixing) return fail({ kind: 'usage', message: '--dry-run shows what --fix would do; give both' })
    return fixing ? alone(context, dryRun, () => runCheck(context, args, options)) : runCheck(context, args, options)
  },
}

async function runCheck(context: Context, args: readonly string[], options: Options): Promise<Outcome> {
  const choice = readRuleChoice(options)
  const maxWarnings = options.count('maxWarnings') ?? 0
  const config = await context.config()
  const vault = await context.vault()
  const chosen = chooseRules(config, choice)
  const reports = await readReported(context, config, args, options)
  const suggester = await suggesterFor(context, reports)
  const urls = choice.external ? await askUrls(context, vault, reports, options) : undefined
  const request: CheckRequest = {
    rules: chosen,
    reports,
    suggester,
    ...(urls === undefined ? {} : { urls }),
  }
  const { checked, problems } = checkVault(vault, request)
  const { kept, ignored } = await addSources(context, vault, problems)
  const messages = unknownRules(config).map(
    (code) => `check.rules: no problem has the code "${code}"; did you mean "${nearestCode(code)}"?`,
  )
  const exit = (left: readonly ProblemRow[]): 0 | 1 => (options.flag('exitZero') || !fails(left, maxWarnings) ? 0 : 1)
  const report = (left: readonly Problem[]): Report => ({
    ...problemsReport(chosen, checked, left, ignored),
    ...(urls ? { urls: urls.size } : {}),
  })
  if (!options.flag('fix')) return { report: report(kept), messages, exit: exit(kept) }
  const [{ fixProblems }, { planSource }] = await Promise.all([
    import('../core/plan/fix-problems.ts'),
    import('./plan-source.ts'),
  ])
  const { changes, fixed } = fixProblems(await planSource(context), kept)
  const left = kept.filter((problem) => !fixed.includes(problem))
  if (options.flag('dryRun'))
    return { ...(await changeVault(context, changes, { dryRun: true, messages })), exit: exit(left) }
  const applied = await changeVault(context, changes, { dryRun: false, messages })
  const said =
    fixed.length === 0
      ? 'nothing that can be fixed safely'
      : `${changes.title.replace('fix', 'fixed')} in ${notesOf(changes)}`
  return { report: report(left), messages: [said, ...(applied.messages ?? [])], exit: exit(left) }
}

function notesOf({ changes }: ChangeSet): string {
  return changes.length === 1 ? '1 note' : `${changes.length} notes`
}

function fails(problems: readonly ProblemRow[], maxWarnings: number): boolean {
  const count = (severity: string): number => problems.filter((problem) => problem.severity === severity).length
  return count('error') > 0 || count('warning') > maxWarnings
}

async function explain(context: Context, word: string): Promise<Outcome> {
  const [code] = readCodes([word])
  if (code === undefined) return fail({ kind: 'usage', message: '--explain needs the code of a problem' })
  return { report: { kind: 'document', text: await context.readPage(`docs/problems/${code}.md`) } }
}

/** Which files to report on: those the paths name, without those that `check.ignore` leaves out, and with `--changed` only changed ones. */
async function readReported(
  context: Context,
  config: Config,
  args: readonly string[],
  options: Options,
): Promise<(path: string) => boolean> {
  const named = await readPaths(context, args)
  const changed = options.flag('changed') ? new Set(await context.changedFiles()) : undefined
  const { default: ignore } = await import('ignore')
  const left = ignore().add([...config.checkIgnore])
  return (path) => named(path) && changed?.has(path) !== false && !left.ignores(path)
}

/** Asks the web addresses of the notes to report on. */
async function askUrls(
  context: Context,
  vault: Vault,
  reports: (path: string) => boolean,
  options: Options,
): Promise<ReadonlyMap<string, UrlVerdict>> {
  const seconds = options.count('timeout', 1)
  const urls = vault.notes
    .filter(({ path }) => reports(path))
    .flatMap(({ path }) => vault.linksFrom(path).flatMap(({ resolution }) => webAddress(resolution) ?? []))
  return context.checkUrls(urls, {
    accepts: readStatuses(options.texts('accept')),
    maxAgeMs: (options.count('urlAge') ?? 24) * 3_600_000,
    ...(seconds === undefined ? {} : { timeoutMs: seconds * 1000 }),
  })
}

function problemsReport(
  chosen: ChosenRules,
  checked: { readonly notes: number; readonly links: number },
  problems: readonly Problem[],
  ignored: number,
): Extract<Report, { kind: 'problems' }> {
  return {
    kind: 'problems',
    checked,
    problems: problems.map(({ fix: _fix, ...row }) => row),
    fixable: problems.filter(({ fix }) => fix !== undefined).length,
    rules: [...chosen].map(([code, { severity }]) => ({ code, severity, summary: rules[code].summary })),
    ...(ignored === 0 ? {} : { ignored }),
  }
}
