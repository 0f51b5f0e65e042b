import type { Span } from '../model/span.ts'
import type { VaultDialects } from '../model/tool-dialect.ts'
import { BlockScanner } from './blocks/block-scanner.ts'
import { calloutMark } from './blocks/callout.ts'
import type { Leaf } from './blocks/leaf.ts'
import { headingId } from './blocks/heading-id.ts'
import { splitFrontMatter } from './front-matter/split.ts'
import type { InlineToken } from './inlines/inline-token.ts'
import type { InlineRules } from './inlines/piece.ts'
import { readInline } from './inlines/read-inline.ts'
import { taskBox } from './inlines/task-box.ts'
import { oneLine, plainOf, readableOf, toldLine } from './plain-text.ts'
import { Region } from './region.ts'
import { winning } from './scan-markdown.ts'
import { END, sentenceBetween, START } from './prose/sentence-between.ts'
import { cutWords } from './prose/summarize.ts'
import { asTold } from './prose/told-text.ts'
import { lineStart } from '../model/line-ends.ts'

/** Characters of context that are shown. */
const MAX_LENGTH = 240
/** Characters of a block that are read before and after the link. */
const REACH = 2000
/** Characters before and after the link, as a reader sees them, in which its sentence is looked for: more than are shown. */
const NEAR = 500

/** What a reader is shown of tokens. */
type AsShown = (tokens: readonly InlineToken[]) => readonly InlineToken[]

/** The sentences of one note. Its blocks are read once, and so are the pieces of a long one, however many sentences are asked for. */
export class Sentences {
  private readonly text: string
  private readonly bodyStart: number
  private readonly dialects: VaultDialects | undefined
  private readonly shown: AsShown | undefined
  private read: { readonly leaves: readonly Leaf[]; readonly rules: InlineRules } | undefined
  private line: Span = { start: 0, end: 0 }
  private piece: { readonly span: Span; readonly tokens: readonly InlineToken[] } | undefined
  private readonly cells = new Map<Leaf, string>()

  /** `dialects` are those of the vault of the note; `shown` puts what the vault knows in the place of tokens. */
  constructor(text: string, dialects?: VaultDialects, shown?: AsShown) {
    this.text = text
    this.dialects = dialects
    this.shown = shown
    this.bodyStart = splitFrontMatter(text, dialects)?.bodyStart ?? 0
  }

  /**
   * The sentence around a span, usually a link: or the list item, table row or heading line that holds it. On one line, with markup reduced
   * to what a reader sees, at most 240 characters cut at words with `…`. Looks at a bounded piece of the text.
   */
  around({ start, end }: Span): string {
    const span = { start, end: Math.min(end, start + REACH) }
    const marked = start < this.bodyStart ? this.propertyLine(span) : this.block(span)
    const shown = marked === undefined ? '' : cutAround(marked).trim()
    return shown === '' ? cutWords(this.text.slice(start, span.end).trim(), MAX_LENGTH) : shown
  }

  /** A line of front matter without the dash of an item and the quotes of a key and a string. */
  private propertyLine(span: Span): string {
    const { text } = this
    if (span.start < this.line.start || span.start >= this.line.end) {
      const feed = text.indexOf('\n', span.end)
      this.line = { start: lineStart(text, span.start), end: feed === -1 ? text.length : feed }
    }
    const written = unescaped(text, this.line)
    const tokens = this.tokensNear(this.line, span, (piece) =>
      readInline(Region.of(written, piece), { dialects: this.dialects }),
    )
    const line = oneLine(marked(tokens, span)).replaceAll(FILL, '').replace(/^- /, '')
    return line.replace(/^(["'])([^"']+)\1(?=: )/, '$2').replace(/^((?:[^"']+?: )?)(["'])(.*)\2$/, '$1$3')
  }

  /** The sentence of the block that holds the span. */
  private block(span: Span): string | undefined {
    const { leaves } = this.blocks
    const at = this.leafAt(span.start)
    const leaf = leaves[at]
    if (leaf === undefined || span.start >= leaf.outerEnd) return undefined
    if (leaf.kind === 'cell') return this.row(at, span)
    if (leaf.kind === 'heading') return withoutId(sentenceBetween(oneLine(this.plain(leaf, span))))
    return leaf.kind === 'paragraph' ? sentenceBetween(oneLine(this.plain(leaf, span))) : undefined
  }

  /** The cells of a row that are near the one at `at`, which holds the span. */
  private row(at: number, span: Span): string {
    const { leaves } = this.blocks
    const own = leaves[at]
    let row = own === undefined ? '' : oneLine(this.plain(own, span))
    const most = row.length + NEAR
    for (let first = at; row.length < most && this.inOneRow(leaves[first - 1], leaves[first]); first--)
      row = `${this.cell(leaves[first - 1])} | ${row}`
    for (let last = at; row.length < most + NEAR && this.inOneRow(leaves[last], leaves[last + 1]); last++)
      row += ` | ${this.cell(leaves[last + 1])}`
    return row
  }

  /** What a reader sees of a cell, which is near to many a link. */
  private cell(leaf: Leaf | undefined): string {
    if (leaf === undefined) return ''
    const known = this.cells.get(leaf)
    if (known !== undefined) return known
    const region = Region.of(this.text, leaf)
    const text = toldLine(this.readInline(region, { ...this.blocks.rules, cell: true }))
    this.cells.set(leaf, text)
    return text
  }

  private inOneRow(one: Leaf | undefined, next: Leaf | undefined): boolean {
    return one?.kind === 'cell' && next?.kind === 'cell' && !/[\r\n]/.test(this.text.slice(one.end, next.start))
  }

  /** What a reader sees of a leaf near the span, which is marked. */
  private plain(leaf: Leaf, span: Span): string {
    const { rules } = this.blocks
    const read = (range: Span): readonly InlineToken[] => {
      const isWhole = range === leaf
      const region = Region.of(this.text, isWhole ? leaf : range)
      const from = region.start + (isWhole ? markerLength(region, leaf) : 0)
      return asTold(this.readInline(region, { ...rules, from, cell: leaf.kind === 'cell' }), readableOf)
    }
    return marked(this.besideTitle(leaf, span, this.tokensNear(leaf, span, read)), span)
  }

  private readInline(region: Region, rules: Parameters<typeof readInline>[1]): readonly InlineToken[] {
    const tokens = readInline(region, rules)
    return this.shown?.(tokens) ?? tokens
  }

  /** Of the tokens of a callout those of its title, or those behind it: a sentence does not run over from the one into the other. */
  private besideTitle({ start, inQuote }: Leaf, span: Span, tokens: readonly InlineToken[]): readonly InlineToken[] {
    if (!inQuote || calloutMark(this.text.slice(start, start + 200)) === undefined) return tokens
    const end = start + (/[\r\n]/.exec(this.text.slice(start))?.index ?? 0)
    return tokens.filter((token) => token.span.start < end === span.start < end)
  }

  /**
   * The tokens of a range, or of a piece of a long one around the span. Pieces begin at multiples of their reach, so that links which
   * stand close to each other are found in one that was read already.
   */
  private tokensNear(range: Span, span: Span, read: (piece: Span) => readonly InlineToken[]): readonly InlineToken[] {
    const piece = pieceOf(range, span)
    if (this.piece?.span.start !== piece.start || this.piece.span.end !== piece.end)
      this.piece = { span: piece, tokens: read(piece) }
    return this.piece.tokens
  }

  private get blocks(): { readonly leaves: readonly Leaf[]; readonly rules: InlineRules } {
    if (this.read !== undefined) return this.read
    const { text, dialects } = this
    const { leaves, definitions } = new BlockScanner(text, undefined, dialects).scan(this.bodyStart)
    return (this.read = { leaves, rules: { definitions: winning(definitions), dialects } })
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

/** A heading without the attributes in braces at its end. */
function withoutId(heading: string): string {
  const id = headingId(heading)
  return id === undefined ? heading : heading.slice(0, id.textEnd)
}

/** Stands for the backslash of an escape, so that what follows keeps its place: a character that never occurs in text. */
const FILL = '\ufdd2'

/** A note with the escapes of one line of its front matter said, as in a string in double quotes (YAML 1.2, 5.7): `"$\\ell$"` is `$\ell$`. */
function unescaped(text: string, { start, end }: Span): string {
  const line = text.slice(start, end)
  const isQuoted = line.includes('\\') && /^\s*(?:- +)?(?:[^"':]+:\s+)?"/.test(line)
  return isQuoted ? text.slice(0, start) + line.replace(/\\([\\"/])/g, `${FILL}$1`) + text.slice(end) : text
}

/** The length of a task box or of the mark of a callout, with the blanks behind it. */
function markerLength({ text, start, end }: Region, { first, inQuote }: Leaf): number {
  if (first && taskBox(text, start, end) !== undefined) return 4
  return (inQuote ? calloutMark(text.slice(start, Math.min(end, start + 200)))?.length : undefined) ?? 0
}

/** The range itself, or a piece of a long one that reaches far enough beyond the span. */
function pieceOf(range: Span, { start }: Span): Span {
  if (range.end - range.start <= 2 * REACH) return range
  const from = range.start + REACH * (Math.floor((start - range.start) / REACH) - 1)
  return { start: Math.max(range.start, from), end: Math.min(range.end, from + 5 * REACH) }
}

/** The plain text of tokens near the span, with START and END around those of the span. */
function marked(tokens: readonly InlineToken[], span: Span): string {
  const first = firstWhere(tokens, (token) => token.span.end > span.start)
  const end = firstWhere(tokens, (token) => token.span.start >= span.end)
  let text = ''
  for (const token of tokens.slice(first, end)) text += markedToken(token, span)
  if (!text.includes(START)) text = `${START}${text}${END}`
  let [from, to] = [first, end]
  for (let length = 0; from > 0 && length < NEAR; from--) length += plainOf(tokens.slice(from - 1, from)).length
  for (let length = 0; to < tokens.length && length < NEAR; to++) length += plainOf(tokens.slice(to, to + 1)).length
  return readableOf(tokens.slice(from, first)) + text + readableOf(tokens.slice(end, to))
}

/** The index of the first token that something holds for, as it then does for all behind it. */
function firstWhere(tokens: readonly InlineToken[], holds: (token: InlineToken) => boolean): number {
  let [low, high] = [0, tokens.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const token = tokens[middle]
    if (token !== undefined && holds(token)) high = middle
    else low = middle + 1
  }
  return low
}

function markedToken(token: InlineToken, { start, end }: Span): string {
  if (start <= token.span.start && token.span.end <= end) {
    const open = token.span.start === start ? START : ''
    const close = token.span.end === end ? END : ''
    // The embed that is asked for is named, which else says nothing.
    const words = token.type === 'link' && token.embeds ? plainOf(token.children) : plainOf([token])
    return open + words + close
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
