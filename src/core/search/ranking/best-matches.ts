import type { Note } from '../../model/note.ts'
import type { SearchMatch } from '../../model/report.ts'
import { codeEnd } from '../../parse/blocks/code-end.ts'
import { keywordsOf } from '../keywords.ts'
import type { Matcher } from './matcher.ts'

/** Where a note answers a query: its names, its best keyword, its summary, its best heading and the best line of its body. */
export function bestMatches(matcher: Matcher, note: Note, text: string): readonly SearchMatch[] {
  const named = (field: string, value: string): readonly SearchMatch[] => {
    const ranges = matcher.rangesIn(value)
    return ranges.length > 0 ? [{ field, text: value, ranges }] : []
  }
  const keyword = best(keywordsOf(note), (one) => matcher.shareOf(one))
  const heading = best(note.headings, (one) => (one.text === note.title ? 0 : matcher.shareOf(one.text)))
  return [
    ...named('title', note.title),
    ...note.aliases.flatMap((alias) => named('alias', alias)),
    ...(keyword === undefined ? [] : named('keyword', keyword)),
    ...(note.summary === undefined ? [] : named('summary', note.summary)),
    ...note.topics.flatMap((topic) => named('topic', topic)),
    ...note.tags.flatMap((tag) => named('tag', tag)),
    ...(heading === undefined
      ? []
      : [{ field: 'heading', line: heading.line, text: heading.text, ranges: matcher.rangesIn(heading.text) }]),
    ...bestLine(matcher, note, text),
  ]
}

/** The first of the things with the highest worth; undefined when none has any. */
function best<T>(things: Iterable<T>, worthOf: (thing: T) => number): T | undefined {
  let [most, found]: [number, T | undefined] = [0, undefined]
  for (const thing of things) {
    const worth = worthOf(thing)
    if (worth > most) [most, found] = [worth, thing]
  }
  return found
}

/** How many lines of a body are read at most in search of the best one. */
const mostLines = 3000

function bestLine(matcher: Matcher, note: Note, text: string): readonly SearchMatch[] {
  const first = text.slice(0, note.bodyStart).split('\n').length
  const body = text.slice(note.bodyStart)
  const lines = body.split('\n', mostLines)
  const found = best(lines.entries(), ([, raw]) =>
    raw.length < 3 || /^\s*(?:#|```|~~~|!\[[^\]]*\]\([^)]*\)\s*$|!\[\[[^\]]*\]\]\s*$)/.test(raw)
      ? 0
      : matcher.shareOf(raw.slice(0, longestLine)),
  )
  if (found === undefined) return []
  const [at, raw] = found
  const line = raw.slice(0, longestLine)
  const shown = bestSentence(
    matcher,
    isInBlock(body, lines.slice(0, at).join('\n').length) ? line.trim() : readable(line),
  )
  return [{ field: 'body', line: first + at, text: shown, ranges: matcher.rangesIn(shown) }]
}

const longestLine = 2000

/** Whether the line at a place stands in code or a formula that began above it: what looks like markup there is none. */
function isInBlock(text: string, place: number): boolean {
  for (let end = 0; ;) {
    blockMark.lastIndex = end
    const found = blockMark.exec(text)
    if (found === null || found.index >= place) return false
    const close = text.indexOf('$$', found.index + 2)
    if (found[0] !== '$$') end = codeEnd(text, found.index, text.length)
    else end = close < 0 ? text.length : close + 2
    if (end > place) return true
  }
}

const blockMark = /`{3,}|~{3,}|(?<=^[ \t>]*)\$\$/gm

/** The sentence of a long line that answers most. */
function bestSentence(matcher: Matcher, line: string): string {
  return best(line.split(/(?<=[.!?])\s+(?=\S)|(?<=[。！？])/), (sentence) => matcher.shareOf(sentence)) ?? line
}

/** A line without the marks that only a renderer needs; links show what a reader would see. */
export function readable(line: string): string {
  return line
    .replace(
      /`[^`\n]*`|!?\[\[([^\]|[]*)(?:\|([^\]|[]*))?\]\]/g,
      (whole, target?: string, words?: string) => words ?? (target === undefined ? whole : shownTarget(target)),
    )
    .replace(/!?\[([^\][]*)\]\([^()\s]*\)/g, '$1')
    .replace(/^\s*(?:[-*+]|\d+[.)]|>)\s+/, '')
    .replace(/`[^`\n]*`|(\*\*|__|==)(?=\S)([^*_=\n]*)\1/g, (whole, _mark?: string, words?: string) => words ?? whole)
    .replace(formulaOrEmphasis, (whole, _mark: string | undefined, words: string | undefined) => words ?? whole)
    .trim()
}

/** A formula or code, which stays as it is, or words between single stars or underscores. */
const formulaOrEmphasis =
  /\$\$[^$\n]*\$\$|\$[^$\n]*\$|`[^`\n]*`|(?<![\p{L}\p{N}\\*_])([*_])(?=[^\s*_{])([^*_$`\n]*[^\s*_$`])\1(?![\p{L}\p{N}*_])/gu

/** What a link without words of its own shows, as Obsidian does: `note#part` as `note > part`. */
function shownTarget(target: string): string {
  return target.replace(/^#/, '').replace(/#+/g, ' > ')
}
