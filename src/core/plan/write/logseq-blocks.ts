import type { Note } from '../../model/note.ts'
import { headingNamed, resolveAnchor } from '../../vault/resolve-anchor.ts'
import { lineStart } from '../../model/line-ends.ts'

/** Whether a note is a page of Logseq. */
export function isLogseq({ dialects }: Note): boolean {
  return dialects?.syntax.includes('logseq') === true
}

/** A text as Logseq blocks: each line that is no list item becomes one. */
export function asBlocks(text: string): string {
  const [first = '', ...more] = text.split('\n')
  return /^\s*[-*]\s/.test(first)
    ? text
    : [`- ${first}`, ...more.map((line) => (line.trim() === '' ? line : `  ${line}`))].join('\n')
}

/**
 * Where a heading that is a Logseq block, `- ## Words`, has its child blocks: from the end of its own lines to the end of the last child,
 * with their indentation. Undefined for other headings.
 */
export function blocksBelow(
  note: Note,
  text: string,
  section: string | undefined,
): { readonly start: number; readonly end: number; readonly indent: string } | undefined {
  const match = section === undefined ? undefined : resolveAnchor(note, section)
  const heading = headingNamed(match)
  if (heading === undefined) return undefined
  const from = lineStart(text, heading.span.start)
  const own = /^([ \t]*)[-*][ \t][^\n]*/.exec(text.slice(from))
  if (own === null) return undefined
  const [head, outer = ''] = own
  let start = from + head.replace(/\r$/, '').length
  let end = start
  let indent: string | undefined
  const rest = from + head.length
  for (const { 0: line, 1: before = '', 2: mark, index } of text
    .slice(rest)
    .matchAll(/\n([ \t]*)([-*][ \t])?[^\r\n]*/g)) {
    if (line.trim() === '') continue
    if (before.length <= outer.length) break
    end = rest + index + line.length
    if (mark !== undefined) indent ??= before
    else if (indent === undefined) start = end
  }
  return { start, end, indent: indent ?? `${outer}\t` }
}
