import type { Span } from '../model/span.ts'
import { splitFrontMatter } from './front-matter/split.ts'
import { plainText } from './plain-text.ts'
import { cutWords } from './summarize.ts'

/** Characters of context that are shown. */
const MAX_LENGTH = 240
/** Characters of text that are looked at before and after the link. */
const REACH = 2000
/** Marks for the start and end of the link while markup is removed: characters that never occur in text. */
const START = '\ufdd0'
const END = '\ufdd1'

const MARKER =
  /^[ \t]*(?:>[ \t]?)*[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[.\][ \t]+)?|#{1,6}[ \t]+|\[\^[^\]\s]+\]:[ \t]*)?/
const BLOCK_START =
  /^[ \t]*(?:>[ \t]?)*[ \t]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|\||```|~~~|\$\$|\[\^[^\]\s]+\]:)/
const BLANK = /^[ \t>]*\r?$/
/** A sentence ends with its mark, closing quotes or brackets, and a space before what starts another. */
const SENTENCE_END = /[.!?…]["'”’)\]]*\s+|[。！？]["'”’)]*/g
const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|cf|vs|etc|approx|resp|Dr|Mr|Mrs|Ms|Prof|St|Fig|Eq|Sec|No|p|pp|[A-Z])\.\s*$/
/** The same for letters beyond ASCII: such classes take 2 ms to compile. */
const INITIAL = /(?:^|[\s(])\p{Lu}\.\s*$/u
const SENTENCE_START = /^["'“‘([]?[\p{Lu}\p{N}\p{Lo}\ufdd0]/u

/**
 * The sentence around a span, usually a link: or the list item, table row or heading line that holds it. On one line, with markup reduced
 * to what a reader sees, at most 240 characters cut at words with `…`. Looks at a bounded piece of the text.
 */
export function sentenceAround(text: string, span: Span): string {
  const front = span.start < (splitFrontMatter(text)?.bodyStart ?? 0)
  const marked = front ? markedLine(text, span) : markedBlock(text, span)
  // `[label]` has lost its definition with the rest of the note, but it is known to be a link.
  const label = /^!?\[([^\]]*)\]/.exec(text.slice(span.start, span.end))?.[1]
  const plain = plainText(marked, (other) => other === label)
  const sentence = front ? propertyText(plain) : sentenceOf(plain)
  const shown = cutAround(sentence).trim()
  return shown === '' ? cutWords(text.slice(span.start, span.end).trim(), MAX_LENGTH) : shown
}

function markedLine(text: string, span: Span): string {
  const before = lastPart(text.slice(Math.max(0, span.start - REACH), span.start))
  const after = text.slice(span.end, span.end + REACH).split('\n', 1)[0] ?? ''
  return `${before.trimStart()}${START}${text.slice(span.start, span.end)}${END}${after}`
}

/** The lines of the block that holds the span, without the markers of containers, as one text. */
function markedBlock(text: string, span: Span): string {
  const before = text.slice(Math.max(0, span.start - REACH), span.start).split('\n')
  const after = text.slice(span.end, span.end + REACH).split('\n')
  const own = `${before.pop() ?? ''}${START}${text.slice(span.start, span.end)}${END}${after.shift() ?? ''}`
  if (isTableRow(own)) return rowText(own)
  const lines = [...linesAbove(own, before), own, ...linesBelow(own, after)]
  return lines.map((line) => line.replace(MARKER, '').replace(/^\[![^\]]*\][-+]?[ \t]*/, '')).join('\n')
}

function linesAbove(own: string, before: readonly string[]): readonly string[] {
  let first = before.length
  let start = BLOCK_START.test(own)
  while (!start && first > 0) {
    const above = before[first - 1] ?? ''
    if (BLANK.test(above) || /^[ \t>]*(?:#{1,6}[ \t]|```|~~~|\|)/.test(above)) break
    start = BLOCK_START.test(above)
    first--
  }
  return before.slice(first)
}

function linesBelow(own: string, after: readonly string[]): readonly string[] {
  if (/^[ \t>]*#{1,6}[ \t]/.test(own)) return []
  const end = after.findIndex(
    (line) => BLANK.test(line) || BLOCK_START.test(line) || /^[ \t>]*(?:=+|-+)[ \t]*\r?$/.test(line),
  )
  return end === -1 ? after : after.slice(0, end)
}

/** A line of front matter without the dash of an item and the quotes of a string. */
function propertyText(line: string): string {
  return line.replace(/^- /, '').replace(/^((?:[^"':]+: )?)(["'])(.*)\2$/, '$1$3')
}

function isTableRow(line: string): boolean {
  return /^[ \t>]*\|/.test(line)
}

function rowText(line: string): string {
  const cells = line.replace(/^[ \t>]*\||\|[ \t]*\r?$/g, '').split(/(?<!\\)\|(?![^[]*\]\])/)
  return cells.map((cell) => cell.trim()).join(' | ')
}

/** The sentence of a plain text that holds the marks. */
function sentenceOf(plain: string): string {
  const start = plain.indexOf(START)
  const end = plain.indexOf(END)
  let from = 0
  for (const match of plain.matchAll(SENTENCE_END)) {
    const after = match.index + match[0].length
    if (!endsSentence(plain, match) || isAbbreviation(plain.slice(Math.max(from, match.index - 10), match.index + 1)))
      continue
    if (after <= start) from = after
    else if (match.index >= end) return plain.slice(from, after)
  }
  return plain.slice(from)
}

function endsSentence(plain: string, match: RegExpExecArray): boolean {
  const after = match.index + match[0].length
  const next = plain.slice(after, after + 3)
  return (
    /^[。！？]/.test(match[0]) ||
    /^["'([]?[A-Z\d\ufdd0]/.test(next) ||
    (beyondAscii.test(next) && SENTENCE_START.test(next))
  )
}

function isAbbreviation(end: string): boolean {
  return ABBREVIATION.test(end) || (beyondAscii.test(end) && INITIAL.test(end))
}

const beyondAscii = /[^\0-\x7f]/

/** At most 240 characters around the marks, which are removed; words stay whole. */
function cutAround(sentence: string): string {
  const start = sentence.indexOf(START)
  const bare = sentence.replace(/[\ufdd0\ufdd1]/g, '').replace(/[ \t]*\^[A-Za-z\d-]+$/, '')
  if (bare.length <= MAX_LENGTH || start <= MAX_LENGTH / 2) return cutWords(bare, MAX_LENGTH)
  const length = sentence.indexOf(END) - start - 1
  const latest = Math.min(start - MAX_LENGTH / 3, bare.length - MAX_LENGTH + 1)
  const wanted = length > MAX_LENGTH / 2 ? start : Math.floor(latest)
  const space = bare.indexOf(' ', wanted)
  const from = space === -1 || space >= start ? wanted : space + 1
  return `…${cutWords(bare.slice(from), MAX_LENGTH - 1)}`
}

function lastPart(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1)
}
