import {
  AMPERSAND,
  BACKSLASH,
  BACKTICK,
  BANG,
  CARET,
  CARRIAGE_RETURN,
  CLOSE_BRACKET,
  DOLLAR,
  LESS_THAN,
  OPEN_BRACKET,
  OPEN_PAREN,
  PERCENT,
  SEMICOLON,
  SINGLE_QUOTE,
  SPACE,
  STAR,
  TAB,
  isAsciiPunctuation,
  isLetter,
  isLineEnd,
} from './character.ts'
import { decodeEntity } from './entities.ts'
import { readAutolink } from './inlines/autolink.ts'
import { delimiterRun, pairDelimiters } from './inlines/emphasis.ts'
import type { DelimiterRun } from './inlines/emphasis.ts'
import { InlineSource } from './inlines/inline-source.ts'
import { readInlineTail } from './links/destination.ts'
import { labelEnd } from './links/reference.ts'
import { readWikiParts, wikilinkEnd } from './links/wiki.ts'
import type { WikiParts } from './links/wiki.ts'

const MARKUP = /[\\`$<&[\]!%*_~=]/g
const ENTITY = /&(#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/y

/**
 * What a reader sees of inline markdown, on one line: emphasis, code, links and HTML reduced to their text, images and embeds to nothing
 * but alternative text, mathematics left as its source between dollars, comments and footnote marks gone. `isDefined` says which labels
 * have a definition, so that `[label]` is a link; without it, it is text, and `[text][label]` is a link.
 */
export function plainText(markdown: string, isDefined?: (label: string) => boolean): string {
  if (isOrdinary(markdown)) return markdown
  MARKUP.lastIndex = 0
  const text = MARKUP.test(markdown) ? new PlainText(markdown, isDefined).read(Infinity) : markdown
  return oneLine(text)
}

/**
 * The first `enough` characters of `plainText`, or a few more, without reading all of a long text for them. Emphasis that is opened in
 * them and closed much later keeps its marks.
 */
export function plainStart(markdown: string, enough: number): string {
  return oneLine(new PlainText(markdown).read(enough))
}

/** Whether a text is ASCII letters, digits and the commonest marks, parted by single spaces: then nothing is to be done, as mostly. */
function isOrdinary(text: string): boolean {
  let last = SPACE
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === SPACE ? last === SPACE : !isLetter(code) && !isOrdinaryMark(code)) return false
    last = code
  }
  return last !== SPACE
}

/** Digits and `'()*+,-./` and `:;` but the star. */
function isOrdinaryMark(code: number): boolean {
  return code >= SINGLE_QUOTE && code <= SEMICOLON && code !== STAR
}

/** The text with every run of white space made one space, trimmed. */
export function oneLine(text: string): string {
  return isOneLine(text) ? text.trim() : text.replace(/\s+/g, ' ').trim()
}

/** Whether a text holds no two spaces in a row, no tab and no line ending. */
function isOneLine(text: string): boolean {
  let last = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code <= SPACE && (code === SPACE ? last === SPACE : code >= TAB && code <= CARRIAGE_RETURN)) return false
    last = code
  }
  return true
}

class PlainText {
  private readonly text: string
  private readonly source: InlineSource
  private readonly isDefined: ((label: string) => boolean) | undefined
  private readonly parts: string[] = []
  private readonly brackets: { part: number; at: number; nested: boolean }[] = []
  private readonly runs: { run: DelimiterRun; part: number }[] = []

  constructor(text: string, isDefined?: (label: string) => boolean) {
    this.text = text
    this.isDefined = isDefined
    this.source = new InlineSource(text)
    this.source.setEnd(text.length)
  }

  /** Reads until about `enough` characters are there and no bracket is open, or all of the text. */
  read(enough: number): string {
    const { text, parts } = this
    let at = 0
    let length = 0
    while (at < text.length && (length < enough || this.brackets.length > 0)) {
      MARKUP.lastIndex = at
      const found = MARKUP.exec(text)?.index ?? text.length
      const shown = Math.min(found, at + enough)
      if (shown > at) parts.push(text.slice(at, shown))
      length += shown - at
      at = shown === found && found < text.length ? this.readMarkup(found) : shown
    }
    pairDelimiters(this.runs.map(({ run }) => run))
    for (const { run, part } of this.runs) parts[part] = String.fromCharCode(run.mark).repeat(run.left)
    return parts.join('')
  }

  private readMarkup(at: number): number {
    switch (this.text.charCodeAt(at)) {
      case BACKSLASH:
        return this.readEscape(at)
      case BACKTICK:
        return this.readCode(at)
      case DOLLAR:
        return this.readWhole(at, this.source.mathEnd(at))
      case LESS_THAN:
        return this.readHtml(at)
      case AMPERSAND:
        return this.readEntity(at)
      case BANG:
        return this.text.charCodeAt(at + 1) === OPEN_BRACKET ? this.readBracket(at) : this.add('!', at + 1)
      case OPEN_BRACKET:
        return this.readBracket(at)
      case CLOSE_BRACKET:
        return this.closeBracket(at)
      case PERCENT:
        return this.readHidden(at)
      default:
        return this.readRun(at)
    }
  }

  private add(part: string, next: number): number {
    this.parts.push(part)
    return next
  }

  private readEscape(at: number): number {
    const next = this.text.charCodeAt(at + 1)
    if (isAsciiPunctuation(next)) return this.add(this.text.charAt(at + 1), at + 2)
    // Before a line ending it is a hard line break.
    return this.add(isLineEnd(next) ? ' ' : '\\', at + 1)
  }

  private readCode(at: number): number {
    const length = this.source.runLength(at)
    const end = this.source.codeSpanEnd(at)
    if (end === -1) return this.add('`'.repeat(length), at + length)
    const code = this.text.slice(at + length, end - length).replace(/\r?\n|\r/g, ' ')
    const padded = code.startsWith(' ') && code.endsWith(' ') && code.trim() !== ''
    return this.add(padded ? code.slice(1, -1) : code, end)
  }

  private readWhole(at: number, end: number): number {
    return end === -1 ? this.add(this.text.charAt(at), at + 1) : this.add(this.text.slice(at, end), end)
  }

  private readHtml(at: number): number {
    const link = readAutolink(this.text, at, this.text.length)
    if (link !== undefined) return this.add(this.text.slice(at + 1, link.after - 1), link.after)
    const end = this.source.htmlEnd(at)
    if (end === -1) return this.add('<', at + 1)
    return this.add(/^<br\b/i.test(this.text.slice(at, at + 4)) ? ' ' : '', end)
  }

  private readEntity(at: number): number {
    ENTITY.lastIndex = at
    const name = ENTITY.exec(this.text)?.[1]
    const decoded = name === undefined ? undefined : decodeEntity(name)
    return decoded === undefined ? this.add('&', at + 1) : this.add(decoded, ENTITY.lastIndex)
  }

  private readHidden(at: number): number {
    const end = this.source.hiddenEnd(at)
    return end === -1 ? this.add('%', at + 1) : end
  }

  private readBracket(at: number): number {
    const { text, source } = this
    const image = text.charCodeAt(at) === BANG
    const inside = image ? at + 2 : at + 1
    if (text.charCodeAt(inside) === OPEN_BRACKET) {
      const end = wikilinkEnd(source, inside - 1)
      const parts = end === -1 ? undefined : readWikiParts(text, inside + 1, end - 2)
      if (parts !== undefined) return this.add(image ? '' : shownWikilink(parts), end)
    }
    const footnote = text.charCodeAt(inside) === CARET ? labelEnd(text, inside - 1, text.length) : -1
    if (footnote > inside + 2 && text.charCodeAt(footnote) !== OPEN_PAREN) return this.add(image ? '!' : '', footnote)
    const outer = this.brackets.at(-1)
    if (outer !== undefined) outer.nested = true
    this.brackets.push({ part: this.parts.length, at: inside, nested: false })
    return this.add(text.slice(at, inside), inside)
  }

  private closeBracket(at: number): number {
    const { text } = this
    const opener = this.brackets.pop()
    if (opener === undefined) return this.add(']', at + 1)
    const after = text.charCodeAt(at + 1) === OPEN_PAREN ? readInlineTail(text, at + 1, text.length)?.after : undefined
    const end = after ?? this.referenceEnd(opener, at)
    if (end === -1) return this.add(']', at + 1)
    this.parts[opener.part] = ''
    return end
  }

  private referenceEnd(opener: { at: number; nested: boolean }, at: number): number {
    const { text } = this
    const end = labelEnd(text, at + 1, text.length)
    if (end > at + 3 && text.charCodeAt(at + 2) !== CARET) {
      return (this.isDefined?.(text.slice(at + 2, end - 1)) ?? true) ? end : -1
    }
    const defined = !opener.nested && this.isDefined?.(text.slice(opener.at, at)) === true
    return defined ? Math.max(end, at + 1) : -1
  }

  private readRun(at: number): number {
    const { text } = this
    const mark = text.charCodeAt(at)
    let end = at
    while (text.charCodeAt(end) === mark) end++
    this.runs.push({ run: delimiterRun(text, at, end), part: this.parts.length })
    return this.add('', end)
  }
}

function shownWikilink(parts: WikiParts): string {
  if (parts.text !== undefined) return parts.text
  const headings = (parts.anchor ?? '').split('#').filter((part) => part !== '' && !part.startsWith('^'))
  return [parts.target, ...headings].filter((part) => part !== '').join(' > ')
}
