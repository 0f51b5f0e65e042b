import {
  BANG,
  CARET,
  LESS_THAN,
  OPEN_BRACKET,
  OPEN_PAREN,
  QUESTION,
  SPACE,
  isAsciiPunctuation,
  isSpace,
} from '../character.ts'
import type { Excluded } from '../found.ts'
import { Region } from '../region.ts'
import { readInlineTail } from '../links/destination.ts'
import { readTag } from '../links/html.ts'
import { labelEnd, normalizeLabel } from '../links/reference.ts'
import { readWikiParts, wikilinkEnd } from '../links/wiki.ts'
import { readAutolink } from './autolink.ts'
import { Brackets } from './brackets.ts'
import { hashtagEnd } from './hashtag.ts'
import type { InlineContext } from './inline-context.ts'
import { reportUnbalancedMath, reportUnencodedSpace } from './inline-problems.ts'
import { InlineSource } from './inline-source.ts'
import { LinkWriter } from './link-writer.ts'
import type { LinkText } from './link-writer.ts'
import {
  ANGLE,
  CLOSE,
  CODE,
  ESCAPE,
  HIDDEN,
  IDEOGRAPH,
  JOINING,
  MATH,
  OPEN,
  TAG,
  WORD,
  WORD_CLASSES,
  countWords,
} from './word-class.ts'

/**
 * The second pass: the links, hashtags, code, mathematics, comments and HTML inside paragraphs, headings and cells (CommonMark 6,
 * without emphasis, which changes no link). One pass, no recursion.
 */
export class InlineScanner {
  private readonly context: InlineContext
  private readonly whole: InlineSource
  private readonly brackets = new Brackets()
  private readonly links: LinkWriter
  private source: InlineSource
  private region: Region
  /** The end of what was last read as something other than text: a `!` before it is spoken for. */
  private plainFrom = 0

  constructor(context: InlineContext) {
    this.context = context
    this.whole = new InlineSource(context.text)
    this.source = this.whole
    this.region = Region.of(context.text, { start: 0, end: 0 })
    this.links = new LinkWriter(context, this.region)
  }

  /** Reads one block; `taskBox` says whether a `[x]` at its start is a task box. */
  scan(region: Region, taskBox: boolean): void {
    this.start(region)
    const { text, end } = region
    let at = taskBox && isTaskBox(text, region.start) ? region.start + 3 : region.start
    let words = 0
    let inWord = 0
    while (at < end) {
      const kind = WORD_CLASSES[text.charCodeAt(at)] ?? JOINING
      if (kind <= WORD) {
        words += kind & (inWord ^ 1)
        inWord = kind
        at++
      } else if (kind > IDEOGRAPH) at = this.readSpecial(kind, at)
      else {
        if (kind === IDEOGRAPH) words++
        at++
      }
    }
    this.context.found.words += words
  }

  private start(region: Region): void {
    this.region = region
    this.source = region.text === this.context.text ? this.whole : new InlineSource(region.text)
    this.source.setEnd(region.end)
    this.links.setRegion(region)
    this.brackets.clear()
    this.plainFrom = region.start
  }

  private readSpecial(kind: number, at: number): number {
    switch (kind) {
      case ESCAPE:
        return this.readEscape(at)
      case CODE:
        return this.exclude('code', at, this.source.codeSpanEnd(at)) ?? at + this.source.runLength(at)
      case MATH:
        return this.readMath(at)
      case ANGLE:
        return this.readAngle(at)
      case OPEN:
        return this.openBracket(at)
      case CLOSE:
        return this.closeBracket(at)
      case HIDDEN:
        return this.exclude('comment', at, this.source.hiddenEnd(at)) ?? at + 1
      case TAG:
        return this.readHashtag(at)
      default:
        return at + 1
    }
  }

  private readEscape(at: number): number {
    if (at + 1 >= this.region.end || !isAsciiPunctuation(this.region.text.charCodeAt(at + 1))) return at + 1
    return this.resume(at + 2)
  }

  private readMath(at: number): number {
    const end = this.exclude('math', at, this.source.mathEnd(at))
    if (end !== undefined) return end
    const dollars = this.source.runLength(at)
    if (dollars <= 2) reportUnbalancedMath(this.context, this.region, at)
    return at + dollars
  }

  private readAngle(at: number): number {
    const { text, end } = this.region
    const next = text.charCodeAt(at + 1)
    if (next <= SPACE || next === LESS_THAN) return at + 1
    const autolink = next === BANG || next === QUESTION ? undefined : readAutolink(text, at, end)
    if (autolink !== undefined) {
      this.links.addAutolink(at, autolink.after, autolink.url)
      return this.resume(autolink.after)
    }
    const stop = this.source.htmlEnd(at)
    if (stop === -1) return at + 1
    if (this.source.isComment(at)) this.exclude('comment', at, stop)
    else this.readInlineTag(at, stop)
    return this.resume(stop)
  }

  private readInlineTag(at: number, end: number): void {
    const { region, context } = this
    const place = { text: region.text, lines: context.lines, toSource: (offset: number) => region.toSource(offset) }
    readTag(place, at, end, context.found)
  }

  private openBracket(at: number): number {
    const { text } = this.region
    const next = text.charCodeAt(at + 1)
    const image = at > this.plainFrom && text.charCodeAt(at - 1) === BANG
    // Of more than two brackets the last two may be a wikilink's.
    const linking = next === OPEN_BRACKET && text.charCodeAt(at + 2) !== OPEN_BRACKET
    if (linking || next === CARET) {
      const end = next === CARET ? this.readFootnoteMark(at) : this.readWikilink(at, image)
      if (end !== -1) return this.resume(end)
    }
    this.brackets.push(image ? at - 1 : at, image, this.context.found.inlineTags.length)
    return this.resume(at + 1)
  }

  private readWikilink(at: number, embed: boolean): number {
    const { text } = this.region
    const end = wikilinkEnd(this.source, at)
    const parts = end === -1 ? undefined : readWikiParts(text, at + 2, end - 2)
    if (parts === undefined) return -1
    this.brackets.markNested()
    this.links.addWikilink(embed ? 'embed' : 'wiki', embed ? at - 1 : at, end, parts)
    if (!embed) this.context.found.words += countWords(parts.text ?? parts.target)
    return end
  }

  private readFootnoteMark(at: number): number {
    const { text, end } = this.region
    const after = labelEnd(text, at, end)
    const id = text.slice(at + 2, after - 1)
    if (after <= at + 3 || text.charCodeAt(after) === OPEN_PAREN || /\s/.test(id)) return -1
    const span = { start: this.region.toSource(at), end: this.region.toSource(after) }
    this.context.found.footnotes.push({ id, role: 'mark', span, ...this.context.lines.position(span.start) })
    this.brackets.markNested()
    return after
  }

  private closeBracket(at: number): number {
    const { brackets, region } = this
    if (!brackets.pop() || !brackets.active) return at + 1
    const { text, end } = region
    if (text.charCodeAt(at + 1) === OPEN_PAREN && at + 1 < end) {
      const destination = readInlineTail(text, at + 1, end)
      if (destination !== undefined) {
        this.links.addInline(this.linkText(at), destination)
        return this.closeLink(destination.after)
      }
      reportUnencodedSpace(this.context, region, at)
    }
    return this.context.definitions.size === 0 ? at + 1 : this.closeReference(at)
  }

  private closeReference(at: number): number {
    const { text, end } = this.region
    const linkText = this.linkText(at)
    const labelStop = text.charCodeAt(at + 2) === CARET ? -1 : labelEnd(text, at + 1, end)
    const own = labelStop > at + 3
    if (!own && this.brackets.nested) return at + 1
    const label = normalizeLabel(own ? text.slice(at + 2, labelStop - 1) : text.slice(linkText.textStart, at))
    const use = label === '' ? undefined : this.context.definitions.get(label)
    if (use === undefined) return at + 1
    use.uses++
    const after = labelStop === -1 ? at + 1 : labelStop
    this.links.addReference(linkText, after, use.definition)
    return this.closeLink(after)
  }

  private linkText(at: number): LinkText {
    const { start, image } = this.brackets
    return { image, start, textStart: start + (image ? 2 : 1), textEnd: at }
  }

  /** Hashtags in the text of a link are none, and no link may hold another. */
  private closeLink(after: number): number {
    const { brackets } = this
    const { inlineTags } = this.context.found
    if (inlineTags.length > brackets.note) inlineTags.length = brackets.note
    if (!brackets.image) brackets.spend()
    return this.resume(after)
  }

  private readHashtag(at: number): number {
    const { text, start, end } = this.region
    if (at > start && !isSpace(text.charCodeAt(at - 1))) return at + 1
    const stop = hashtagEnd(text, at, end)
    if (stop === -1) return at + 1
    const span = { start: this.region.toSource(at), end: this.region.toSource(stop) }
    const { line, column } = this.context.lines.position(span.start)
    this.context.found.inlineTags.push({ tag: text.slice(at + 1, stop), span, line, column })
    this.context.found.words++
    return stop
  }

  private exclude(kind: Excluded['kind'], at: number, end: number): number | undefined {
    if (end === -1) return undefined
    this.context.found.excluded.push({ kind, start: this.region.toSource(at), end: this.region.toSource(end) })
    return this.resume(end)
  }

  private resume(at: number): number {
    this.plainFrom = at
    return at
  }
}

function isTaskBox(text: string, at: number): boolean {
  return text.charCodeAt(at) === OPEN_BRACKET && /^\[[ xX]\]\s/.test(text.slice(at, at + 4))
}
