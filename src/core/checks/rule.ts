import type { Severity } from '../model/config.ts'
import type { Link } from '../model/link.ts'
import type { Note, ParseProblem } from '../model/note.ts'
import type { ProblemRow } from '../model/report.ts'
import type { ResolvedLink } from '../model/resolution.ts'
import type { Span } from '../model/span.ts'
import { titleHeading } from '../model/title-heading.ts'
import type { UrlVerdict } from '../model/url-verdict.ts'
import type { Suggester } from '../query/names/suggester.ts'
import type { Vault } from '../vault/vault.ts'

/** A change that certainly ends a problem: a new target and anchor for a link, decoded, or a destination to put in `<…>`. */
export type Fix =
  | { readonly kind: 'link'; readonly link: Link; readonly target: string; readonly anchor?: string }
  | { readonly kind: 'angle'; readonly span: Span }

/** A change that assumes that a word of a link is a typo; certain only when the vault has no such word. */
export interface Typo {
  readonly fix: Fix
  /** The word with the typo, folded. */
  readonly word: string
}

/** A problem as its rule words it; its code and default severity come from the table of rules. */
export interface Finding extends Omit<ProblemRow, 'code' | 'severity'> {
  readonly fix?: Fix
  /** A likely change, when the link is a typo of just one name. */
  readonly typo?: Typo
  /** The severity of this finding, when lower than that of its rule; the configuration and the command line override it. */
  readonly severity?: Severity
}

/** What rules may look at. */
export interface Scope {
  readonly vault: Vault
  /** The notes to report on, sorted by path. */
  readonly notes: readonly Note[]
  /** The canvases to report on, with their links and parse problems. */
  readonly canvases: readonly Note[]
  /** Makes the suggester of targets, once all broken links are known. */
  readonly suggesterFor: (broken: readonly ResolvedLink[]) => Suggester
  /** The answers of external URLs; empty unless they were requested. */
  readonly urls: ReadonlyMap<string, UrlVerdict>
  /** The violations of the vault's schemas in front matter; empty without schemas. */
  readonly properties: readonly PropertyFinding[]
}

/** A violation of a schema at a key of front matter. */
export interface PropertyFinding {
  readonly code: 'missing-property' | 'bad-property'
  readonly finding: Finding
}

/** One rule: what it looks for, and its severity unless the configuration sets another. */
export interface Rule {
  readonly severity: Severity
  /** Whether the rule only runs when `--only`, `--strict` or the configuration asks for it. */
  readonly optional?: true
  /** What the rule finds, as one line without a final dot. */
  readonly summary: string
  readonly find: Search
}

/**
 * How a rule searches. Rules that look at notes or links get one note after the other, so that a vault of any size is checked with only a
 * part of it in memory.
 */
export type Search =
  | { readonly each: 'note'; readonly in: (note: Note, scope: Scope) => readonly Finding[] }
  /** A note or a canvas. */
  | { readonly each: 'document'; readonly in: (document: Note, scope: Scope) => readonly Finding[] }
  /** A link of a note or canvas. */
  | { readonly each: 'link'; readonly in: (resolved: ResolvedLink, scope: Scope) => Finding | undefined }
  /** A link that leads nowhere; these come after all notes. */
  | { readonly each: 'broken link'; readonly in: (broken: ResolvedLink, suggester: Suggester) => Finding | undefined }
  | { readonly each: 'vault'; readonly in: (scope: Scope) => readonly Finding[] }

/** A search that looks at one note at a time. */
export function perNote(find: (note: Note, scope: Scope) => readonly Finding[]): Search {
  return { each: 'note', in: find }
}

/**
 * A search that looks at one link at a time, of notes and canvases. It never sees sound links: those that lead to just one other file (and
 * one place in it) and are written as the strictest reader requires.
 */
export function perLink(find: (resolved: ResolvedLink, scope: Scope) => Finding | undefined): Search {
  return { each: 'link', in: find }
}

/** A search that looks at one broken link (`leadsNowhere`) at a time, of notes and canvases, with the suggester of targets. */
export function perBrokenLink(find: (broken: ResolvedLink, suggester: Suggester) => Finding | undefined): Search {
  return { each: 'broken link', in: find }
}

/** A search that looks at the vault as a whole. */
export function perVault(find: (scope: Scope) => readonly Finding[]): Search {
  return { each: 'vault', in: find }
}

const none: readonly Finding[] = []

/** A search for problems that the parser noticed; `word` makes the message from the reason. */
export function perParseProblem(code: ParseProblem['code'], word: (reason: string) => string): Search {
  return {
    each: 'document',
    in: (document) =>
      document.problems.length === 0
        ? none
        : document.problems
            .filter((problem) => problem.code === code)
            .map((problem) => ({ ...atSpan(document, problem), message: word(problem.reason), suggestions: [] })),
  }
}

/**
 * A finding at a link. Obsidian and GitHub don't read markdown links in front matter: wend keeps them right in renames, but reports their
 * problems only as information.
 */
export function atLink(from: Note, link: Link, message: string, suggestions: readonly string[] = []): Finding {
  const lenient = link.kind === 'property' && link.syntax === 'markdown' ? ({ severity: 'info' } as const) : {}
  return { ...atSpan(from, link), target: writtenTarget(link), message, suggestions, ...lenient }
}

/** A finding about a note as a whole. */
export function atNote(note: Note, message: string, suggestions: readonly string[] = []): Finding {
  const heading = note.titleSource === 'heading' ? titleHeading(note) : undefined
  return { path: note.path, line: heading?.line ?? 1, column: heading?.column ?? 1, message, suggestions }
}

/** The position of something with a span in a note. */
export function atSpan(
  note: Note,
  place: { readonly line: number; readonly column: number; readonly span: Span },
): Pick<Finding, 'path' | 'line' | 'column' | 'endColumn'> {
  const { line, column, span } = place
  return { path: note.path, line, column, endColumn: column + Math.max(1, span.end - span.start) }
}

/** The target of a link with its anchor, as messages quote it. */
export function writtenTarget(link: Link): string {
  return link.anchor === undefined ? link.target : `${link.target}#${link.anchor}`
}
