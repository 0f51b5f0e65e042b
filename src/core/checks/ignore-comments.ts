import type { ProblemRow } from '../model/report.ts'
import { type BodyRules, readDocument } from '../parse/read-document.ts'
import { walkTokens } from '../parse/walk-tokens.ts'

/** The codes that comments in a note switch off, by line (1-based); `'all'` where the comment names none. */
export type IgnoredLines = ReadonlyMap<number, ReadonlySet<string> | 'all'>

const comment = /<!--\s*wend-ignore((?:[\s,]+[a-z-]+)*?)\s*-->/g

/**
 * Reads `<!-- wend-ignore broken-link, orphan -->` comments: each switches the named problems off on its own line, and on the next line
 * with text when it stands alone. Comments in code are ignored.
 */
export function ignoredLines(text: string, body: BodyRules): IgnoredLines {
  const ignored = new Map<number, Set<string> | 'all'>()
  if (!text.includes('wend-ignore')) return ignored
  const lines = withoutCode(text, body).split('\n')
  lines.forEach((line, index) => {
    if (!line.includes('wend-ignore')) return
    for (const match of line.matchAll(comment)) {
      const codes = (match[1] ?? '').split(/[\s,]+/).filter((code) => code !== '')
      add(ignored, index + 1, codes)
      if (line.replace(comment, '').trim() === '') add(ignored, nextWithText(lines, index) + 1, codes)
    }
  })
  return ignored
}

/**
 * Whether a problem is switched off. One about a note as a whole (without `endColumn`) is by a comment with its code anywhere in the note.
 */
export function isSwitchedOff(
  ignored: IgnoredLines,
  problem: Pick<ProblemRow, 'line' | 'code' | 'endColumn'>,
): boolean {
  if (ignored.size === 0) return false
  const codes = ignored.get(problem.line)
  if (codes === 'all' || codes?.has(problem.code) === true) return true
  return problem.endColumn === undefined && [...ignored.values()].some((set) => set !== 'all' && set.has(problem.code))
}

/** The text with code blanked out; all offsets stay the same. */
function withoutCode(text: string, body: BodyRules): string {
  let shown = ''
  let from = 0
  for (const { type, span } of walkTokens(readDocument(text, body))) {
    if (type !== 'code' || span.start < from) continue
    shown += text.slice(from, span.start) + text.slice(span.start, span.end).replace(/[^\n]/g, 'x')
    from = span.end
  }
  return shown + text.slice(from)
}

function nextWithText(lines: readonly string[], index: number): number {
  let next = index + 1
  while (next < lines.length && (lines[next] ?? '').trim() === '') next++
  return next
}

function add(ignored: Map<number, Set<string> | 'all'>, line: number, codes: readonly string[]): void {
  const known = ignored.get(line)
  if (known === 'all') return
  ignored.set(line, codes.length === 0 ? 'all' : new Set([...(known ?? []), ...codes]))
}
