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

/** A change that would end a problem for certain: a link's new target and anchor, decoded, or a destination to put in `<…>`. */
export type Fix =
  | { readonly kind: 'link'; readonly link: Link; readonly target: string; readonly anchor?: string }
  | { readonly kind: 'angle'; readonly span: Span }

/** A change that takes a word of a link for a typo; certain only where that word is none of the vault's. */
export interface Typo {
  readonly fix: Fix
  /** The word with the typo, folded. */
  readonly word: string
}

/** A problem as its rule words it; the code and the severity come from the table and the configuration. */
export interface Finding extends Omit<ProblemRow, 'code' | 'severity'> {
  readonly fix?: Fix
  /** A change that is likely: the link is a typo of one name. */
  readonly typo?: Typo
  /** Where this one is less serious than its rule usually is; the configuration and the command line still win. */
  readonly severity?: Severity
}

/** What rules look at. */
export interface Scope {
  readonly vault: Vault
  /** The notes to report on, sorted by path. */
  readonly notes: readonly Note[]
  /** The canvases to report on: what they link to and what the parser noticed. */
  readonly canvases: readonly Note[]
  /** Makes what says what broken links may have meant, once all of them are known. */
  readonly suggesterFor: (broken: readonly ResolvedLink[]) => Suggester
  /** What became of external URLs; empty unless they were asked. */
  readonly urls: ReadonlyMap<string, UrlVerdict>
  /** What is wrong with front matter by the schemas of the vault; empty unless it has any. */
  readonly properties: readonly PropertyFinding[]
}

/** What is wrong with a key of front matter by a schema. */
export interface PropertyFinding {
  readonly code: 'missing-property' | 'bad-property'
  readonly finding: Finding
}

/** One rule: what it looks for, and how serious that is unless the configuration says otherwise. */
export interface Rule {
  readonly severity: Severity
  /** Whether the rule only runs when `--only`, `--strict` or the configuration asks for it. */
  readonly optional?: true
  /** What the rule finds, as one line without a final dot. */
  readonly summary: string
  readonly find: Search
}

/**
 * How a rule searches. All rules that look at notes or links look at one note before the next is read, so that a vault of any size
 * is checked with little of it in memory.
 */
export type Search =
  | { readonly each: 'note'; readonly in: (note: Note, scope: Scope) => readonly Finding[] }
  /** A note or a canvas. */
  | { readonly each: 'document'; readonly in: (document: Note, scope: Scope) => readonly Finding[] }
  /** A link of a note or canvas. */
  | { readonly each: 'link'; readonly in: (resolved: ResolvedLink, scope: Scope) => Finding | undefined }
  /** A link that leads nowhere, after all notes were looked at. */
  | { readonly each: 'broken link'; readonly in: (broken: ResolvedLink, suggester: Suggester) => Finding | undefined }
  | { readonly each: 'vault'; readonly in: (scope: Scope) => readonly Finding[] }

/** A search that looks at one note at a time. */
export function perNote(find: (note: Note, scope: Scope) => readonly Finding[]): Search {
  return { each: 'note', in: find }
}

/**
 * A search that looks at one link at a time, of notes and canvases. It is not shown sound links: those that lead to one other file,
 * and to one place where they name a place in it, and are written as the strictest reader wants.
 */
export function perLink(find: (resolved: ResolvedLink, scope: Scope) => Finding | undefined): Search {
  return { each: 'link', in: find }
}

/** A search among the links that lead nowhere (`leadsNowhere`), of notes and canvases, with what says what they may have meant. */
export function perBrokenLink(find: (broken: ResolvedLink, suggester: Suggester) => Finding | undefined): Search {
  return { each: 'broken link', in: find }
}

/** A search that looks at the vault as a whole. */
export function perVault(find: (scope: Scope) => readonly Finding[]): Search {
  return { each: 'vault', in: find }
}

const none: readonly Finding[] = []

/** A search for what the parser noticed; `word` makes the message of its reason. */
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
 * A finding at a link. A markdown link in the front matter is none to Obsidian and GitHub: it follows renames, but what is wrong with
 * it is no more than information.
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

/** Where a thing with a span stands in a note. */
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
