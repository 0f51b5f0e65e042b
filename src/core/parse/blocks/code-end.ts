import { BACKTICK } from '../character.ts'
import { lineEnd } from '../../model/line-ends.ts'
import { closesFence, fenceLength } from './block-starts.ts'

/** What may stand before a fence in its line: the marks of quotes and items. */
const containers = /(?:^|[\r\n])[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+[ \t>]*)*$/

/** How far back the beginning of a line is looked for, and how long code within a line may be, in UTF-16 units. */
const [longestStart, longestSpan] = [64, 300]

/**
 * The offset after the code that begins with the run of backticks or tildes at a place; after that run where none begins. For search, which
 * reads texts without their blocks: it does not see that a fence in a quote or an item ends with it.
 */
export function codeEnd(text: string, at: number, to: number): number {
  const run = runLength(text, at, to)
  if (run >= 3 && containers.test(text.slice(Math.max(0, at - longestStart), at))) {
    const length = fenceLength(text, at, Math.min(to, lineEnd(text, at)))
    if (length > 0) return fencedEnd(text, at, to, { mark: text.charCodeAt(at), length })
  }
  return text.charCodeAt(at) === BACKTICK ? spanEnd(text, at, to, run) : at + run
}

/** The end of the line that closes a fence; `to` where none does. */
function fencedEnd(text: string, at: number, to: number, fence: { mark: number; length: number }): number {
  for (let line = text.indexOf('\n', at) + 1; line > 0 && line < to; line = text.indexOf('\n', line) + 1) {
    const start = line + (/^[ \t>]*/.exec(text.slice(line, line + longestStart))?.[0].length ?? 0)
    const end = Math.min(to, lineEnd(text, start))
    if (closesFence(text, start, end, fence)) return end
  }
  return to
}

/** The offset after the code that a run of backticks begins within a paragraph; after the run where no other of its length follows. */
function spanEnd(text: string, at: number, to: number, run: number): number {
  const start = at + run
  const end = Math.min(to, start + longestSpan)
  for (let i = start; i < end; i++) {
    if (text.charCodeAt(i) === BACKTICK) {
      const length = runLength(text, i, to)
      if (length === run) return i + run
      i += length - 1
    } else if (text[i] === '\n' && endsParagraph(text, i + 1, end)) return start
  }
  return start
}

/** Whether the line at a place is blank or a fence. */
function endsParagraph(text: string, at: number, to: number): boolean {
  const end = Math.min(to, lineEnd(text, at))
  const start = at + (/^[ \t>]*/.exec(text.slice(at, end))?.[0].length ?? 0)
  return start === end || ('`~'.includes(text.charAt(start)) && fenceLength(text, start, end) > 0)
}

function runLength(text: string, at: number, to: number): number {
  let end = at + 1
  while (end < to && text.charCodeAt(end) === text.charCodeAt(at)) end++
  return end - at
}
