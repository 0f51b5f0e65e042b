import type { SearchMatch } from '../../model/report.ts'
import { proseOf } from './prose.ts'
import type { ShownNote } from './note-look.ts'
import type { WordMatcher } from './word-matcher.ts'

/** Where a note answers a query: its names, its best keyword, its summary, its best heading and the best line of its body. */
export function bestMatches(matcher: WordMatcher, note: ShownNote, text: string): readonly SearchMatch[] {
  const named = (field: string, value: string): readonly SearchMatch[] => {
    const ranges = matcher.rangesIn(value)
    return ranges.length > 0 ? [{ field, text: value, ranges }] : []
  }
  return [
    ...named('title', note.title),
    ...note.aliases.flatMap((alias) => named('alias', alias)),
    ...bestKeyword(matcher, note),
    ...(note.summary === undefined ? [] : named('summary', note.summary)),
    ...note.topics.flatMap((topic) => named('topic', topic)),
    ...note.tags.flatMap((tag) => named('tag', tag)),
    ...bestHeading(matcher, note),
    ...bestLine(matcher, note, text),
  ]
}

function bestKeyword(matcher: WordMatcher, note: ShownNote): readonly SearchMatch[] {
  let best = 0
  let found: SearchMatch | undefined
  for (const text of note.keywords) {
    const share = matcher.shareOf(text)
    if (share > best) [best, found] = [share, { field: 'keyword', text, ranges: matcher.rangesIn(text) }]
  }
  return found === undefined ? [] : [found]
}

function bestHeading(matcher: WordMatcher, note: ShownNote): readonly SearchMatch[] {
  let best = 0
  let found: SearchMatch | undefined
  for (const { text, line } of note.headings) {
    const share = text === note.title ? 0 : matcher.shareOf(text)
    if (share > best) [best, found] = [share, { field: 'heading', line, text, ranges: matcher.rangesIn(text) }]
  }
  return found === undefined ? [] : [found]
}

/** Lines of a body that are looked at for the best one. */
const mostLines = 3000

function bestLine(matcher: WordMatcher, note: ShownNote, text: string): readonly SearchMatch[] {
  const first = text.slice(0, note.bodyStart).split('\n').length
  let best = 0
  let found: { line: number; raw: string } | undefined
  for (const [at, raw] of text.slice(note.bodyStart).split('\n', mostLines).entries()) {
    if (raw.length < 3 || /^\s*(?:#|```|~~~)/.test(raw)) continue
    const share = matcher.shareOf(proseOf(raw.slice(0, 2000)))
    if (share > best) [best, found] = [share, { line: first + at, raw: raw.slice(0, 2000) }]
  }
  if (found === undefined) return []
  const shown = bestSentence(matcher, readable(found.raw))
  return [{ field: 'body', line: found.line, text: shown, ranges: matcher.rangesIn(shown) }]
}

/** The sentence of a long line that answers most. */
function bestSentence(matcher: WordMatcher, line: string): string {
  let [best, found] = [-1, line]
  for (const sentence of line.split(/(?<=[.!?])\s+(?=\S)/)) {
    const share = matcher.shareOf(proseOf(sentence))
    if (share > best) [best, found] = [share, sentence]
  }
  return found
}

/** A line without the marks that only a renderer needs; links show what a reader would see. */
export function readable(line: string): string {
  return line
    .replace(/!?\[\[(?:[^\]|[]*\|)?([^\]|[]*)\]\]/g, '$1')
    .replace(/\[([^\][]*)\]\([^()\s]*\)/g, '$1')
    .replace(/^\s*(?:[-*+]|\d+[.)]|>)\s+/, '')
    .replace(/(\*\*|__|==)(?=\S)([^*_=\n]*)\1/g, '$2')
    .trim()
}
