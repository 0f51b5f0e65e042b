import { fail } from '../model/failure.ts'
import type { Note } from '../model/note.ts'
import type { SearchHit, SearchMatch } from '../model/report.ts'
import { longestExpression } from './expression/parse-expression.ts'
import { type PatternFinder, tooSlow } from './ranking/conditions.ts'
import { asWritten } from './written-patterns.ts'

/** Where the full text is searched. */
export interface ExactSource {
  readonly notes: readonly Note[]
  readonly readText: (path: string) => Promise<string>
  readonly findPattern: PatternFinder
}

/** Lines shown around each matching line, and how many notes at most. */
export interface ExactOptions {
  readonly context: number
  readonly limit: number
}

/** How many notes are read at once. */
const batchSize = 200

/**
 * Every line of every file, front matter included, that holds the query as written (letter case is ignored unless the
 * query has capitals, as ripgrep's smart case does), or that `/regex/` matches; notes in the order of their paths.
 */
export async function exactMatches(
  source: ExactSource,
  query: string,
  options: ExactOptions,
): Promise<readonly SearchHit[]> {
  const pattern = patternOf(query)
  const hits: SearchHit[] = []
  for (let from = 0; from < source.notes.length && hits.length < options.limit; from += batchSize) {
    const batch = source.notes.slice(from, from + batchSize)
    const texts = await Promise.all(batch.map(({ path }) => source.readText(path)))
    const ranges = await source.findPattern(pattern, texts)
    if (ranges === undefined) return fail(tooSlow(pattern.source))
    for (const [at, note] of batch.entries()) {
      const matches = linesOf(texts[at] ?? '', ranges[at] ?? [], options.context)
      if (matches.length > 0 && hits.length < options.limit) hits.push(toHit(note, matches))
    }
  }
  return hits
}

function patternOf(query: string): { readonly source: string; readonly flags: string } {
  if (query.length > longestExpression)
    return fail({ kind: 'usage', message: `what is looked for has more than ${longestExpression} characters` })
  const [, source, flags = ''] = /^\/(.+)\/([isu]*)$/s.exec(query) ?? []
  if (source === undefined)
    return {
      source: asWritten(query).replace(/\s+/g, '\\s+'),
      flags: /\p{Lu}/u.test(query) ? '' : 'i',
    }
  try {
    new RegExp(source, flags)
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^.*: /, '').toLowerCase() : ''
    return fail({ kind: 'usage', message: `the pattern can't be read: ${reason}` })
  }
  return { source, flags }
}

function toHit(note: Note, matches: readonly SearchMatch[]): SearchHit {
  return {
    path: note.path,
    title: note.title,
    ...(note.summary === undefined ? {} : { summary: note.summary }),
    topics: note.topics,
    score: 100,
    matches,
  }
}

/** The lines of some ranges, each once with all its ranges, and the lines around them. */
function linesOf(
  text: string,
  ranges: readonly (readonly [number, number])[],
  context: number,
): readonly SearchMatch[] {
  if (ranges.length === 0) return []
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/)
  const starts = lineStarts(text)
  const found = new Map<number, [number, number][]>()
  for (const [start, end] of ranges) {
    const line = lineAt(starts, start)
    const offset = starts[line] ?? 0
    const range: [number, number] = [start - offset, Math.min(end - offset, lines[line]?.length ?? 0)]
    const ofLine = found.get(line)
    if (ofLine === undefined) found.set(line, [range])
    else ofLine.push(range)
  }
  const shown = new Set<number>()
  for (const line of found.keys())
    for (let at = Math.max(0, line - context); at <= Math.min(lines.length - 1, line + context); at++) shown.add(at)
  return [...shown]
    .sort((a, b) => a - b)
    .map((line) => {
      const marked = found.get(line)
      const base = { field: marked === undefined ? 'context' : 'line', line: line + 1, text: lines[line] ?? '' }
      return marked === undefined ? base : { ...base, ranges: marked }
    })
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
