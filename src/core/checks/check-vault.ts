import { isCanvasFile } from '../model/note-path.ts'
import type { Note } from '../model/note.ts'
import { problemCodes } from '../model/problem-code.ts'
import type { ProblemRow } from '../model/report.ts'
import type { UrlVerdict } from '../model/url-verdict.ts'
import { Suggester } from '../query/names/suggester.ts'
import type { Vault } from '../vault/vault.ts'
import { applyRules } from './apply-rules.ts'
import type { ChosenRules } from './choose-rules.ts'
import type { Fix, PropertyFinding, Scope, Typo } from './rule.ts'

/** A problem, with the change that ends it when one is certain. */
export interface Problem extends ProblemRow {
  readonly fix?: Fix
  /** The change that would end it if the link is a typo. */
  readonly typo?: Typo
}

/** The problems that a check found, and how many notes and links it looked at. */
export interface CheckResult {
  readonly checked: { readonly notes: number; readonly links: number }
  /** Sorted by path, line and column. */
  readonly problems: readonly Problem[]
}

/** What to check, and by which rules. */
export interface CheckRequest {
  readonly rules: ChosenRules
  /** Whether problems of a file are wanted; links are resolved in the whole vault all the same. */
  readonly reports: (path: string) => boolean
  /** The notes and canvases to check, sorted by path; problems of other files are then left out. By default all that `reports` wants. */
  readonly notes?: readonly Note[]
  /** Makes the suggester of targets for the broken links; the default one knows the names of the vault only. */
  readonly suggesterFor?: Scope['suggesterFor']
  readonly urls?: ReadonlyMap<string, UrlVerdict>
  readonly properties?: readonly PropertyFinding[]
}

/** Applies the chosen rules. */
export function checkVault(vault: Vault, request: CheckRequest): CheckResult {
  const { notes: asked = vault.notes.filter(({ path }) => request.reports(path)) } = request
  const isWanted = request.notes === undefined ? request.reports : isOneOf(request.notes)
  const scope: Scope = {
    vault,
    notes: asked.filter(({ path }) => !isCanvasFile(path)),
    canvases:
      request.notes?.filter(({ path }) => isCanvasFile(path)) ??
      vault.canvases.filter(({ path }) => request.reports(path)),
    suggesterFor: request.suggesterFor ?? (() => new Suggester(vault)),
    urls: request.urls ?? new Map(),
    properties: request.properties ?? [],
  }
  const problems: Problem[] = []
  const links = applyRules(request.rules.keys(), scope, (code, finding) => {
    const chosen = request.rules.get(code)
    if (chosen === undefined || !isWanted(finding.path)) return
    const { severity, byUser } = chosen
    problems.push({ code, severity, ...finding, ...(byUser ? { severity } : {}) })
  })
  problems.sort(byPlace)
  return { checked: { notes: scope.notes.length, links }, problems }
}

function isOneOf(notes: readonly Note[]): (path: string) => boolean {
  const paths = new Set<string>(notes.map(({ path }) => path))
  return (path) => paths.has(path)
}

const order = new Map<string, number>(problemCodes.map((code, index) => [code, index]))

type Placed = Pick<ProblemRow, 'path' | 'line' | 'column' | 'code'>

/** Compares problems by path, line, column and code. */
function byPlace(a: Placed, b: Placed): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1
  return a.line - b.line || a.column - b.column || (order.get(a.code) ?? 0) - (order.get(b.code) ?? 0)
}
