import type { Span } from '../../model/span.ts'

/** The word with which a block of Logseq begins that is a task. */
export interface LogseqMarker {
  readonly mark: string
  readonly span: Span
}

const words = 'CANCELED|CANCELLED|DOING|DONE|IN-PROGRESS|LATER|NOW|STARTED|TODO|WAITING|WAIT'
const anyWord = new RegExp(`(?:${words})(?:\\s|$)`)
const wordAtStart = new RegExp(`^((?:#{1,6}[ \\t]+)?)(${words})(?:[ \\t\\r\\n]|$)`)

/** Whether a text may hold such words at all. */
export function mayHoldMarkers(text: string): boolean {
  return anyWord.test(text)
}

/** The word of a block whose text, or heading, begins at `at`; undefined where it is no task. */
export function logseqMarker(text: string, at: number): LogseqMarker | undefined {
  const found = wordAtStart.exec(text.slice(at, at + 32))
  if (found === null) return undefined
  const [, hashes = '', mark = ''] = found
  const start = at + hashes.length
  return { mark, span: { start, end: start + mark.length } }
}

/**
 * The markdown of what a block says, of what stands behind its word: without properties, days and the log of its clock; and the day of its
 * deadline, else that it is planned for.
 */
export function logseqTaskText(written: string): { readonly text: string; readonly due?: string } {
  const lines = written
    .replace(/^[ \t]*:LOGBOOK:[ \t]*\r?$[\s\S]*?(?:^[ \t]*:END:[ \t]*\r?$|$(?![\s\S]))/gm, '')
    .split(/\r?\n/)
  const day = (word: string): string | undefined =>
    lines.flatMap((line) => new RegExp(`^\\s*${word}:\\s*<(\\d{4}-\\d{2}-\\d{2})`).exec(line)?.[1] ?? [])[0]
  const due = day('DEADLINE') ?? day('SCHEDULED')
  const text = lines.filter((line) => !/^\s*(?:(?:DEADLINE|SCHEDULED):\s*<|[\w-]+::(?:\s|$))/.test(line)).join('\n')
  return { text, ...(due === undefined ? {} : { due }) }
}
