import { BANG, CARET, CLOSE_BRACKET, OPEN_BRACKET } from '../character.ts'
import type { ClosedBracket } from '../links/dialect.ts'
import { normalizeLabel } from '../links/reference.ts'
import { Region } from '../region.ts'
import { Brackets } from './brackets.ts'
import { type Grammar, inlineGrammar } from './grammar.ts'
import { InlineSource } from './inline-source.ts'
import type { InlineProblem } from './marks/mark.ts'
import { type Definitions, type InlineRules, type LinkPiece, noDefinitions, type Piece, type PieceOf } from './piece.ts'
import { unencodedSpaceAt } from './unencoded-space.ts'
import { IDEOGRAPH, JOINING, WORD } from './word-class.ts'

/** What a block holds beside plain text. */
export interface InlineRead {
  /** In the order in which they end; those inside a link come before it. */
  readonly pieces: readonly Piece[]
  readonly problems: readonly InlineProblem[]
  /** Words outside of the pieces, and hashtags. */
  readonly words: number
}

/**
 * Reads inline markdown by the tables of links and marks (CommonMark 6). Everything that asks what stands in a text asks here: the index,
 * plain text, renderers. One pass, no recursion: time grows with the length alone.
 */
export class InlineReader {
  private readonly grammar: Grammar
  private readonly rules: InlineRules
  private readonly detail: boolean
  private readonly definitions: Definitions
  private readonly whole: InlineSource
  private readonly brackets = new Brackets()
  private source: InlineSource
  private pieces: Piece[] = []
  private problems: InlineProblem[] = []
  /** The end of the last piece, or after the last bracket: no later piece begins before it. */
  private free = 0
  /** Hashtags are words, each one. */
  private tags = 0

  /** `text` is what most regions are ranges of; `detail` asks for what renderers show beside what is indexed. */
  constructor(text: string, rules: InlineRules, detail: boolean) {
    this.rules = rules
    this.detail = detail
    this.grammar = inlineGrammar(detail, rules.dialects?.syntax)
    this.definitions = rules.definitions ?? noDefinitions
    this.whole = new InlineSource(text, this.grammar.afterAddress)
    this.source = this.whole
  }

  /** Reads the region from `from` on, which is its start unless a task box stands there. */
  read(region: Region, from: number = region.start): InlineRead {
    const { text, start, end } = region
    this.source = text === this.whole.text ? this.whole : new InlineSource(text, this.grammar.afterAddress)
    this.source.setRange(start, end)
    this.brackets.clear()
    if (this.pieces.length > 0) this.pieces = []
    if (this.problems.length > 0) this.problems = []
    this.free = start
    this.tags = 0
    const words = this.walk(from)
    return { pieces: this.pieces, problems: this.problems, words: words + this.tags }
  }

  /** Goes over the text and gives the number of its words. */
  private walk(from: number): number {
    const { text, end } = this.source
    const { classes } = this.grammar
    let at = from
    let words = 0
    let inWord = 0
    while (at < end) {
      const kind = classes[text.charCodeAt(at)] ?? JOINING
      if (kind <= WORD) {
        words += kind & (inWord ^ 1)
        inWord = kind
        at++
      } else if (kind > IDEOGRAPH) at = this.readBeginning(kind - IDEOGRAPH - 1, at)
      else {
        if (kind === IDEOGRAPH) words++
        at++
      }
    }
    return words
  }

  private readBeginning(index: number, at: number): number {
    const { source } = this
    let next = at + 1
    for (const { read, skip, problem } of this.grammar.beginnings[index] ?? []) {
      const found = read(source, at)
      if (found?.type === 'address') this.takeBackRuns(found.start)
      const piece = found !== undefined && this.counts(found) ? this.adapted(found) : undefined
      const wrong = problem?.(source, at, piece)
      if (wrong !== undefined) this.problems.push(wrong)
      if (piece !== undefined) return this.addWithInside(piece)
      next = skip?.(source, at) ?? next
    }
    return next === at + 1 ? this.followBracket(at) : next
  }

  /** Takes back runs inside a word, which mark nothing, behind where an address starts: `first_last@host.org`. */
  private takeBackRuns(start: number): void {
    for (let last = this.pieces.at(-1); last?.type === 'run' && last.start >= start; last = this.pieces.at(-1)) {
      if (last.run.canOpen || last.run.canClose) return
      this.pieces.pop()
      this.free = Math.max(start, this.pieces.at(-1)?.end ?? 0)
    }
  }

  /** Whether a piece is not cut by the one before it, nor a formula by the end of the link that it begins in. */
  private counts(piece: Piece): boolean {
    if (piece.start < this.free || piece.end <= piece.start) return false
    if (piece.type === 'link') return piece.kind !== 'wiki' || !this.isReference(piece)
    if (piece.type !== 'math') return true
    return !endsInLink(this.source, piece) && !(this.brackets.isOpen && this.closesLink(piece))
  }

  /** Whether what looks like a wikilink is `[name][label]` in brackets, with a definition of the label, as CommonMark reads it. */
  private isReference({ start, end }: LinkPiece): boolean {
    if (this.definitions.size === 0) return false
    const [, name, label = ''] = /^([^[\]]+)\]\[([^[\]]+)$/.exec(this.source.text.slice(start + 2, end - 2)) ?? []
    return name !== undefined && this.definitions.get(normalizeLabel(label)) !== undefined
  }

  /** Adds what was read from its start on, and the inline markdown that a link shows. */
  private addWithInside(piece: Piece): number {
    if (piece.type === 'link') this.readInside(piece)
    return this.add(piece)
  }

  private readInside({ picture, inside }: LinkPiece): void {
    if (picture !== undefined) {
      this.readInside(picture)
      this.pieces.push(picture)
    } else if (inside !== undefined) {
      const { text } = this.source
      const { pieces } = new InlineReader(text, this.rules, this.detail).read(Region.of(text, inside))
      this.pieces.push(...pieces)
    }
  }

  private add(piece: Piece): number {
    this.pieces.push(piece)
    if (piece.type === 'tag') this.tags++
    const first = this.source.text.charCodeAt(piece.start)
    if (first === OPEN_BRACKET || first === BANG) this.brackets.markNested()
    this.free = piece.end
    return piece.end
  }

  private followBracket(at: number): number {
    const { text } = this.source
    switch (text.charCodeAt(at)) {
      case OPEN_BRACKET:
        return this.open('text', at, at + 1)
      case BANG:
        return this.opensImage(at) ? this.open('image', at, at + 2) : at + 1
      case CARET:
        return text.charCodeAt(at + 1) === OPEN_BRACKET ? this.open('footnote', at, at + 2) : at + 1
      case CLOSE_BRACKET:
        return this.close(at)
      default:
        return at + 1
    }
  }

  /** `![`, unless the bracket is a footnote's mark. */
  private opensImage(at: number): boolean {
    const { source } = this
    if (source.text.charCodeAt(at + 1) !== OPEN_BRACKET || at + 1 >= source.end) return false
    return !/^\[\^[^\]\s]+\](?!\()/.test(source.text.slice(at + 1, at + 1000))
  }

  private open(kind: 'text' | 'image' | 'footnote', at: number, after: number): number {
    this.brackets.push(at, kind, this.pieces.length)
    this.free = after
    return after
  }

  private close(at: number): number {
    const { brackets } = this
    if (!brackets.pop() || !brackets.active) return at + 1
    if (brackets.kind === 'footnote') return this.closeFootnote(at)
    const piece = this.linkBehind(this.closedAt(at))
    if (piece !== undefined) return this.closeLink(this.adapted(piece))
    const wrong = unencodedSpaceAt(this.source, at)
    if (wrong !== undefined) this.problems.push(wrong)
    return at + 1
  }

  private closedAt(textEnd: number): ClosedBracket {
    const { start, kind, nested } = this.brackets
    return { image: kind === 'image', start, textStart: start + (kind === 'text' ? 1 : 2), textEnd, nested }
  }

  private linkBehind(bracket: ClosedBracket): LinkPiece | undefined {
    for (const { read } of bracket.image ? this.grammar.imageBrackets : this.grammar.textBrackets) {
      const piece = read(this.source, bracket, this.definitions)
      if (piece !== undefined) return piece
    }
    return undefined
  }

  /** What the tools of the vault make of a link. */
  private adapted(piece: Piece): Piece {
    let made = piece
    for (const adapt of this.grammar.adapt) if (made.type === 'link') made = adapt(made, this.source)
    return made
  }

  /** Hashtags, bare addresses and mentions in the text of a link are text, and no link may hold another. */
  private closeLink(piece: Piece): number {
    const { pieces, brackets } = this
    const inside = pieces.splice(brackets.note)
    for (const one of inside) if (!isTextInLink(one)) pieces.push(one)
    if (brackets.kind !== 'image') brackets.spend()
    return this.add(piece)
  }

  private closeFootnote(at: number): number {
    const { start } = this.brackets
    if (at === start + 2) return at + 1
    const piece: PieceOf<'ownFootnote'> = {
      type: 'ownFootnote',
      start,
      end: at + 1,
      inside: { start: start + 2, end: at },
    }
    return this.add(piece)
  }

  /**
   * Whether a `]` within the formula closes a link that was opened before it: then its dollars belong to the link and to what follows
   * (links.md section 1).
   */
  private closesLink({ start, end, display }: PieceOf<'math'>): boolean {
    const { source } = this
    let depth = 0
    let outer = 0
    for (let i = start + (display ? 2 : 1); i < end; i = source.afterMathCharacter(i)) {
      const code = source.text.charCodeAt(i)
      if (code === OPEN_BRACKET) depth++
      else if (code === CLOSE_BRACKET && --depth < 0) {
        depth = 0
        if (this.brackets.peek(outer++) && this.linkBehind(this.closedAt(i)) !== undefined) return true
        if (outer >= LOOKED_BACK) return false
      }
    }
    return false
  }
}

function isTextInLink(piece: Piece): boolean {
  return piece.type === 'tag' || piece.type === 'address' || (piece.type === 'link' && piece.isBare === true)
}

/**
 * Whether a formula would end amid a link that begins in it, as between a price and `[[$AAPL]]` or `[x]($AAPL.md)`: the dollar is part of
 * the link (links.md section 1).
 */
function endsInLink({ text, end: stop }: InlineSource, { start, end, display }: PieceOf<'math'>): boolean {
  if (display) return false
  const inside = text.slice(start + 1, end - 1)
  const rest = text.slice(end, Math.min(stop, end + LONGEST_REST))
  if (inside.lastIndexOf('[[') > inside.lastIndexOf(']]')) return /^[^\r\n[\]]*\]\]/.test(rest)
  return (
    inside.lastIndexOf('](') > inside.lastIndexOf(')') &&
    /\]\([^\s)]*$/.test(inside.slice(-LONGEST_REST)) &&
    /^[^\s()]*\)/.test(rest)
  )
}

/** How far the end of such a link is looked for. */
const LONGEST_REST = 500

/** So many open brackets are tried against the `]` inside a formula. */
const LOOKED_BACK = 8
