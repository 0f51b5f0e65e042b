import type { Span } from '../model/span.ts'
import { BlockScanner } from './blocks/block-scanner.ts'
import type { Leaf } from './blocks/leaf.ts'
import { splitFrontMatter } from './front-matter/split.ts'
import type { InlineToken } from './inlines/inline-token.ts'
import type { Definitions } from './inlines/piece.ts'
import { readInline } from './inlines/read-inline.ts'
import { taskBox } from './inlines/task-box.ts'
import { oneLine, plainOf } from './plain-text.ts'
import { Region } from './region.ts'
import { winning } from './scan-markdown.ts'
import { END, sentenceBetween, START } from './sentence-between.ts'
import { cutWords } from './summarize.ts'

/** Characters of context that are shown. */
const MAX_LENGTH = 240
/** Characters of a block that are looked at before and after the link. */
const REACH = 2000

/** The sentences of one note. Its blocks are read once, however many sentences are asked for. */
export class Sentences {
  private readonly text: string
  private readonly bodyStart: number
  private read: { readonly leaves: readonly Leaf[]; readonly definitions: Definitions } | undefined

  constructor(text: string) {
    this.text = text
    this.bodyStart = splitFrontMatter(text)?.bodyStart ?? 0
  }

  /**
   * The sentence around a span, usually a link: or the list item, table row or heading line that holds it. On one line, with markup reduced
   * to what a reader sees, at most 240 characters cut at words with `…`. Looks at a bounded piece of the text.
   */
  around(span: Span): string {
    const marked = span.start < this.bodyStart ? this.propertyLine(span) : this.block(span)
    const shown = marked === undefined ? '' : cutAround(marked).trim()
    return shown === '' ? cutWords(this.text.slice(span.start, span.end).trim(), MAX_LENGTH) : shown
  }

  /** A line of front matter without the dash of an item and the quotes of a string. */
  private propertyLine({ start, end }: Span): string {
    const { text } = this
    const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - REACH)
    const feed = text.indexOf('\n', end)
    const region = Region.of(text, { start: from, end: Math.min(feed === -1 ? text.length : feed, end + REACH) })
    const line = oneLine(marked(readInline(region), { start, end }))
    return line.replace(/^- /, '').replace(/^((?:[^"':]+: )?)(["'])(.*)\2$/, '$1$3')
  }

  /** The sentence of the block that holds the span. */
  private block(span: Span): string | undefined {
    const { leaves } = this.blocks
    const at = this.leafAt(span.start)
    const leaf = leaves[at]
    if (leaf === undefined || span.start >= leaf.outerEnd) return undefined
    if (leaf.kind === 'cell') return this.row(at, span)
    return leaf.kind === 'paragraph' || leaf.kind === 'heading'
      ? sentenceBetween(oneLine(this.plain(leaf, span)))
      : undefined
  }

  /** The cells of a row, of which the one at `at` holds the span. */
  private row(at: number, span: Span): string {
    const { leaves } = this.blocks
    let first = at
    let last = at
    while (this.inOneRow(leaves[first - 1], leaves[first])) first--
    while (this.inOneRow(leaves[last], leaves[last + 1])) last++
    return leaves
      .slice(first, last + 1)
      .map((cell) => oneLine(this.plain(cell, span)))
      .join(' | ')
  }

  private inOneRow(one: Leaf | undefined, next: Leaf | undefined): boolean {
    return one?.kind === 'cell' && next?.kind === 'cell' && !/[\r\n]/.test(this.text.slice(one.end, next.start))
  }

  /** What a reader sees of a leaf near the span, which is marked. */
  private plain(leaf: Leaf, span: Span): string {
    const { text } = this
    const { definitions } = this.blocks
    const far = leaf.end - leaf.start > 2 * REACH
    const range = far
      ? { start: Math.max(leaf.start, span.start - REACH), end: Math.min(leaf.end, span.end + REACH) }
      : leaf
    const region = Region.of(text, range)
    const from = region.start + (far ? 0 : markerLength(region, leaf))
    return marked(readInline(region, { definitions, from, cell: leaf.kind === 'cell' }), span)
  }

  private get blocks(): { readonly leaves: readonly Leaf[]; readonly definitions: Definitions } {
    if (this.read !== undefined) return this.read
    const { leaves, definitions } = new BlockScanner(this.text).scan(this.bodyStart)
    return (this.read = { leaves, definitions: winning(definitions) })
  }

  /** The index of the last leaf that starts at or before an offset. */
  private leafAt(offset: number): number {
    const { leaves } = this.blocks
    let low = 0
    let high = leaves.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((leaves[middle]?.outerStart ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
}

/** The length of a task box or of the mark of a callout, with the blanks behind it. */
function markerLength({ text, start, end }: Region, { first, inQuote }: Leaf): number {
  if (first && taskBox(text, start, end) !== undefined) return 4
  const callout = inQuote ? /^\[![^\]\n]*\][-+]?[ \t]*/.exec(text.slice(start, Math.min(end, start + 200))) : null
  return callout?.[0].length ?? 0
}

/** The plain text of tokens with START and END around those of the span. */
function marked(tokens: readonly InlineToken[], span: Span): string {
  let text = ''
  for (const token of tokens) text += markedToken(token, span)
  return text.includes(START) ? text : `${START}${text}${END}`
}

function markedToken(token: InlineToken, { start, end }: Span): string {
  if (token.span.end <= start || token.span.start >= end) return plainOf([token])
  if (start <= token.span.start && token.span.end <= end) {
    const open = token.span.start === start ? START : ''
    const close = token.span.end === end ? END : ''
    return open + plainOf([token]) + close
  }
  if (token.type === 'text') {
    const [from, to] = [Math.max(0, start - token.span.start), end - token.span.start]
    const { text } = token
    return text.slice(0, from) + START + text.slice(from, to) + END + text.slice(to)
  }
  if ('children' in token && token.children.length > 0) return marked(token.children, { start, end })
  return START + plainOf([token]) + END
}

/** At most 240 characters around the marks, which are removed; words stay whole. */
function cutAround(sentence: string): string {
  const start = sentence.indexOf(START)
  const bare = sentence.replaceAll(START, '').replaceAll(END, '')
  if (bare.length <= MAX_LENGTH || start <= MAX_LENGTH / 2) return cutWords(bare, MAX_LENGTH)
  const length = sentence.indexOf(END) - start - 1
  const latest = Math.min(start - MAX_LENGTH / 3, bare.length - MAX_LENGTH + 1)
  const wanted = length > MAX_LENGTH / 2 ? start : Math.floor(latest)
  const space = bare.indexOf(' ', wanted)
  const from = space === -1 || space >= start ? wanted : space + 1
  return `…${cutWords(bare.slice(from), MAX_LENGTH - 1)}`
}
