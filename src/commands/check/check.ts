import { webAddress } from '../../core/checks/broken-url.ts'
import { type ChosenRules, chooseRules, unknownRules } from '../../core/checks/choose-rules.ts'
import { rules } from '../../core/checks/rules.ts'
import type { Config } from '../../core/model/config.ts'
import { fail } from '../../core/model/failure.ts'
import { toolDialects } from '../../core/model/tool-dialect.ts'
import type { ProblemRow, Report } from '../../core/model/report.ts'
import type { UrlVerdict } from '../../core/model/url-verdict.ts'
import { withoutPassword } from '../../core/model/without-password.ts'
import type { Vault } from '../../core/vault/vault.ts'
import { alone } from '../change/change-vault.ts'
import { checkOptions, didYouMean, readCodes, readRuleChoice, readStatuses } from './check-options.ts'
import type { Baseline } from './baseline.ts'
import { readPaths } from './check-paths.ts'
import type { Command, Context, Outcome } from '../command.ts'
import { readSchemas } from './read-schemas.ts'
import type { ProblemsFound, RowsFound } from './find-problems.ts'
import type { Options } from '../arguments/options.ts'

/** `wend check`: problems of links and notes. */
export const check: Command = {
  arguments: [{ name: '[paths...]', description: 'only report on these notes or folders', completes: 'file' }],
  options: checkOptions,
  examples: [
    ['wend check', 'the whole vault; exit code 1 when there are errors or warnings'],
    ['wend check daily/ --skip missing-summary', 'only what is wrong in a folder, without one rule'],
    ['wend check --fix --dry-run', 'shows as a diff what can be fixed safely; without --dry-run it is done'],
    ['wend check --explain broken-anchor', 'what a problem means and how to end it'],
    ['wend check --format github', 'annotations for GitHub Actions; sarif and junit for other services'],
  ],
  saysVault: true,
  reports: ['problems', 'changes'],
  run: async (context, args, options) => {
    const explained = options.text('explain')
    if (explained !== undefined) return explain(context, explained)
    const fixing = options.flag('fix') || options.flag('fixTypos')
    const dryRun = options.flag('dryRun')
    if (dryRun && !fixing) return fail({ kind: 'usage', message: '--dry-run shows what --fix would do; give both' })
    return fixing ? alone(context, dryRun, () => runCheck(context, args, options)) : runCheck(context, args, options)
  },
}

async function runCheck(asked: Context, args: readonly string[], options: Options): Promise<Outcome> {
  const choice = readRuleChoice(options)
  const maxWarnings = options.count('maxWarnings') ?? 0
  const config = await asked.config()
  const { context, vault } = await checkedState(asked, options)
  const chosen = chooseRules(config, choice)
  const reports = await readReported(context, config, args, options)
  const urls = choice.external ? await askUrls(context, vault, reports, options) : undefined
  const messages: string[] = unknownRules(config).map(
    (code) => `check.rules: no problem has the code "${code}"${didYouMean(code)}`,
  )
  const schemas = await readSchemas(context)
  messages.push(...schemas.problems)
  const request = { rules: chosen, reports, ...(urls && { urls }) }
  const base = options.text('baseline')
  const newIn: Baseline =
    base === undefined ? (problems) => problems : await (await import('./baseline.ts')).readBaseline(context, base)
  const find = async (notes: Vault): Promise<ProblemsFound> => {
    const properties = await schemas.findings(notes, reports)
    const all = await (await import('./find-problems.ts')).findProblems(context, notes, { ...request, properties })
    return { ...all, problems: newIn(all.problems, notes.exists) }
  }
  messages.push(...unaskedMessages(urls), ...toolMessages(vault))
  const exit = (left: readonly ProblemRow[]): 0 | 1 => (options.flag('exitZero') || !fails(left, maxWarnings) ? 0 : 1)
  const report = (found: RowsFound): Report => ({
    ...problemsReport(chosen, found),
    ...(urls ? { urls: urls.size - unaskedIn(urls) } : {}),
    ...(options.flag('infos') || choice.only.length > 0 ? {} : { briefInfos: true }),
  })
  if (options.flag('fix') || options.flag('fixTypos')) {
    const reportOf = async (left: ProblemsFound): Promise<Report> => report(await rowsOf(left))
    return (await import('./fix-all.ts')).fixFound(context, options, { vault, find, report: reportOf, exit, messages })
  }
  const whole = isWhole(args, options) && urls === undefined
  const make = async (): Promise<RowsFound> => rowsOf(await find(vault))
  const found = whole
    ? await context.answer({ question: questionOf(chosen, config, schemas.text), place: 'check', make })
    : await make()
  return { report: report(found), messages, exit: exit(found.rows) }
}

/** Messages about which tool's link syntax is read besides the usual one, if the vault belongs to such a tool. */
function toolMessages(vault: Vault): readonly string[] {
  const { dialects } = vault.notes[0] ?? {}
  if (dialects === undefined) return []
  return [`links are read as ${dialects.tools.map((tool) => toolDialects[tool].title).join(' and ')} does, too`]
}

/** The state that is checked: the files, or with `--staged` the next commit; `--fix` changes files only. */
async function checkedState(
  context: Context,
  options: Options,
): Promise<{ readonly context: Context; readonly vault: Vault }> {
  if (options.flag('staged') && !options.flag('fix') && !options.flag('fixTypos'))
    return (await import('./staged-vault.ts')).asStaged(context)
  return { context, vault: await context.vault() }
}

/** Hides passwords in web addresses, which must not get into logs. */
function unreadablePassword(row: ProblemRow): ProblemRow {
  const text = JSON.stringify(row)
  const safe = withoutPassword(text)
  return safe === text ? row : (JSON.parse(safe) as ProblemRow)
}

/** Whether a command line checks all notes, so that the result depends on the vault only. */
function isWhole(args: readonly string[], options: Options): boolean {
  return (
    args.length === 0 && !options.flag('changed') && !options.flag('staged') && options.text('baseline') === undefined
  )
}

async function rowsOf(found: ProblemsFound): Promise<RowsFound> {
  return (await import('./find-problems.ts')).problemRows(found)
}

/** The cache key of a check of the whole vault: everything but the vault that its result depends on. */
function questionOf(chosen: ChosenRules, { checkIgnore }: Config, schemas: string): string {
  return JSON.stringify(['check', [...chosen], checkIgnore, schemas])
}

function fails(problems: readonly ProblemRow[], maxWarnings: number): boolean {
  const count = (severity: string): number => problems.filter((problem) => problem.severity === severity).length
  return count('error') > 0 || count('warning') > maxWarnings
}

async function explain(context: Context, word: string): Promise<Outcome> {
  const [code] = readCodes([word])
  if (code === undefined) return fail({ kind: 'usage', message: '--explain needs the code of a problem' })
  const text = await context.readPage(`docs/problems/${code}.md`)
  const { renderMarkdown } = await import('../../view/render/render-markdown.ts')
  const width = Math.min(context.terminal.width, 100)
  const { lines } = renderMarkdown(text, { width, style: await context.style(), links: 'none' })
  return { report: { kind: 'document', text, rendered: `${lines.join('\n')}\n` } }
}

/**
 * The files to report on: those under the given paths, without those that `check.ignore` excludes; with `--changed` or `--staged` only such
 * files.
 */
async function readReported(
  context: Context,
  config: Config,
  args: readonly string[],
  options: Options,
): Promise<(path: string) => boolean> {
  const named = await readPaths(context, args)
  const changed = options.flag('changed') ? new Set(await context.changedFiles()) : undefined
  const staged = options.flag('staged') ? new Set(await context.stagedFiles()) : undefined
  const { IgnoreRules } = await import('../../core/vault/ignore-rules.ts')
  const left = new IgnoreRules(config.checkIgnore.join('\n'))
  return (path) => named(path) && changed?.has(path) !== false && staged?.has(path) !== false && !left.ignores(path)
}

/** The longest time limit for a web address, in seconds. */
const longestTimeout = 3600

/** Asks the web addresses of the notes to report on. */
async function askUrls(
  context: Context,
  vault: Vault,
  reports: (path: string) => boolean,
  options: Options,
): Promise<ReadonlyMap<string, UrlVerdict>> {
  const seconds = options.count('timeout', 1)
  if (seconds !== undefined && seconds > longestTimeout)
    fail({ kind: 'usage', message: `--timeout is at most ${longestTimeout} seconds` })
  const urls = vault.notes
    .filter(({ path }) => reports(path))
    .flatMap(({ path }) => vault.linksFrom(path).flatMap(({ resolution }) => webAddress(resolution) ?? []))
  return context.checkUrls(urls, {
    accepts: readStatuses(options.texts('accept')),
    privately: options.flag('private'),
    maxAgeMs: (options.count('urlAge') ?? 24) * 3_600_000,
    ...(seconds === undefined ? {} : { timeoutMs: seconds * 1000 }),
  })
}

function unaskedIn(urls: ReadonlyMap<string, UrlVerdict>): number {
  return [...urls.values()].filter((verdict) => 'unasked' in verdict).length
}

/** Messages about addresses that were not asked. */
function unaskedMessages(urls: ReadonlyMap<string, UrlVerdict> | undefined): readonly string[] {
  const count = unaskedIn(urls ?? new Map())
  if (count === 0) return []
  const [them, are] = count === 1 ? ['address', 'is'] : ['addresses', 'are']
  return [`${count} ${them} of this machine or its network ${are} not asked; --private asks them, too`]
}

function problemsReport(
  chosen: ChosenRules,
  { checked, rows, fixable, ignored }: RowsFound,
): Extract<Report, { kind: 'problems' }> {
  return {
    kind: 'problems',
    checked,
    problems: rows.map(unreadablePassword),
    fixable,
    rules: [...chosen].map(([code, { severity }]) => ({ code, severity, summary: rules[code].summary })),
    ...(ignored === 0 ? {} : { ignored }),
  }
}
