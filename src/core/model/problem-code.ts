import type { Severity } from './config.ts'

/** The codes of all problems that `check` knows: stable words of the JSON contract, each with a page docs/problems/<code>.md. */
export const problemCodes = [
  'broken-link',
  'broken-anchor',
  'broken-block',
  'broken-footnote',
  'missing-file',
  'broken-url',
  'ambiguous-link',
  'case-mismatch',
  'outside-vault',
  'encoded-wikilink',
  'unencoded-space',
  'non-portable-link',
  'resolved-by-title',
  'resolved-by-alias',
  'resolved-by-slug',
  'unused-definition',
  'duplicate-definition',
  'duplicate-title',
  'duplicate-alias',
  'shadowed-alias',
  'duplicate-heading',
  'duplicate-block',
  'bad-frontmatter',
  'bad-canvas',
  'missing-property',
  'bad-property',
  'bad-encoding',
  'binary-file',
  'unreadable-file',
  'conflict-marks',
  'sync-conflict',
  'unused-attachment',
  'empty-note',
  'missing-summary',
  'long-summary',
  'no-title',
  'unbalanced-math',
  'self-link',
  'orphan',
  'dead-end',
  'one-way-link',
] as const

/** One word for one kind of problem. */
export type ProblemCode = (typeof problemCodes)[number]

const known: ReadonlySet<string> = new Set(problemCodes)

/** Whether a word is the code of a problem. */
export function isProblemCode(word: string): word is ProblemCode {
  return known.has(word)
}

/** A rule of `check`: `summary` says in one line what it finds. */
export interface RuleRow {
  readonly code: ProblemCode
  readonly severity: Severity
  readonly summary: string
}
