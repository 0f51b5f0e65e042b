import { pathToFileURL } from 'node:url'
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver/node'
import { addSources } from '../../commands/check/check-sources.ts'
import { suggesterFor } from '../../commands/check/check-suggester.ts'
import { readSchemas } from '../../commands/check/read-schemas.ts'
import type { Context } from '../../commands/command.ts'
import { checkVault, type Problem } from '../../core/checks/check-vault.ts'
import { chooseRules } from '../../core/checks/choose-rules.ts'
import type { PropertyFinding } from '../../core/checks/rule.ts'
import { FailureError } from '../../core/model/failure.ts'
import type { Span } from '../../core/model/span.ts'
import { IgnoreRules } from '../../core/vault/ignore-rules.ts'
import type { Vault } from '../../core/vault/vault.ts'
import { pageFile } from '../../io/files/read-page.ts'
import { neutralise } from '../../view/neutralise.ts'
import type { Positions } from './positions.ts'
import type { Subject } from './workspace.ts'
import { lineStart } from '../../core/model/line-ends.ts'

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const

/**
 * The problems of a note or canvas, as `check` finds them, except a link that is being typed at `cursor`; none when the vault can't be
 * read.
 */
export async function problemsOf(subject: Subject, cursor?: number): Promise<readonly Problem[]> {
  const { home, vault, note, text, positions } = subject
  const config = await home.config()
  if (!home.isRead || new IgnoreRules(config.checkIgnore.join('\n')).ignores(note.path)) return []
  const reports = (path: string): boolean => path === note.path
  const context = { ...home.context, readIfThere: () => Promise.resolve(text) }
  const { problems } = checkVault(vault, {
    rules: chooseRules(config, { only: [], skip: [], strict: false, external: false }),
    reports,
    notes: [note],
    suggesterFor: (broken) => suggesterFor(vault, broken),
    properties: await propertiesOf(context, vault, reports),
  })
  const { problems: kept } = await addSources(context, vault, problems)
  if (cursor === undefined) return kept
  return kept.filter((problem) => {
    const { start, end } = problemSpan(positions, problem)
    return cursor < start || cursor > end || !isOpenAt(text, cursor)
  })
}

/** The violations of the vault's schemas; none when these can't be read, which `check` reports. */
async function propertiesOf(
  context: Context,
  vault: Vault,
  reports: (path: string) => boolean,
): Promise<readonly PropertyFinding[]> {
  try {
    return await (await readSchemas(context)).findings(vault, reports)
  } catch (error) {
    if (error instanceof FailureError) return []
    throw error
  }
}

/** The problems of a note as the protocol has them. */
export async function diagnosticsOf(subject: Subject, cursor?: number): Promise<Diagnostic[]> {
  const problems = await problemsOf(subject, cursor)
  return problems.map((problem) => diagnosticOf(subject, problem))
}

/** The span of a problem in its note; empty for one about the note as a whole. */
export function problemSpan(positions: Positions, problem: Problem): Span {
  const { line, column, endLine = line, endColumn = column } = problem
  return {
    start: positions.lineStart(line - 1) + column - 1,
    end: positions.lineStart(endLine - 1) + endColumn - 1,
  }
}

export function diagnosticOf({ positions }: Subject, problem: Problem): Diagnostic {
  const { code, severity, line, endColumn, message, suggestions } = problem
  const { start, end: lastEnd } = problemSpan(positions, problem)
  const end = endColumn === undefined ? positions.lineStart(line - 1) + positions.line(line - 1).length : lastEnd
  const page = pageFile(`docs/problems/${code}.md`)
  const meant = suggestions.length === 0 ? '' : `; did you mean ${suggestions.map((name) => `"${name}"`).join(' or ')}?`
  return {
    range: positions.range({ start, end: Math.max(start, end) }),
    severity: severities[severity],
    code,
    ...(page === undefined ? {} : { codeDescription: { href: pathToFileURL(page).href } }),
    source: 'wend',
    message: neutralise(`${message}${meant}`),
  }
}

/** Whether the cursor is in unclosed brackets: `[[`, `[[no`, `](no`. */
function isOpenAt(text: string, cursor: number): boolean {
  const before = text.slice(lineStart(text, cursor), cursor)
  return /\[\[[^\]]*$|\]\([^)]*$/.test(before)
}
