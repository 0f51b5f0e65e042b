import { CARRIAGE_RETURN, SEMICOLON, SINGLE_QUOTE, SPACE, STAR, TAB, isLetter } from './character.ts'
import { type InlineToken, type InlineVisitor, visitInline } from './inlines/inline-token.ts'
import { Openings } from './inlines/openings.ts'
import type { InlineRules, PieceType } from './inlines/piece.ts'
import { readInline } from './inlines/read-inline.ts'
import { asTold } from './prose/told-text.ts'
import { subscript, superscript } from './prose/raised-text.ts'

/** Pieces that plain text gives as they are written. */
const asWritten: ReadonlySet<PieceType> = new Set(['tag', 'address', 'shortCode'])

/** All that plain text gives otherwise than it is written. */
export const markup = new Openings((type) => !asWritten.has(type))

/**
 * What a reader sees of inline markdown, on one line: emphasis, code, links and HTML reduced to their text, images and embeds to nothing
 * but alternative text, mathematics left as its source between dollars, comments and footnote marks gone.
 */
export function plainText(markdown: string, rules: InlineRules = {}): string {
  const { dialects } = rules
  if ((dialects === undefined || dialects.syntax.length === 0) && isOrdinary(markdown)) return markdown
  return oneLine(markup.mayBeIn(markdown, dialects) ? plainOf(readInline(markdown, rules)) : markdown)
}

/** The text of tokens as `plainText` gives it, but for white space. */
export function plainOf(tokens: readonly InlineToken[]): string {
  let text = ''
  for (const token of tokens) text += visitInline(token, plain)
  return text
}

/** The same as a told line (`toldParts`), such as a summary: a dollar that would be taken for one of a formula is written `\$`. */
export function toldText(markdown: string, rules: InlineRules = {}): string {
  return markdown.includes('$') ? toldLine(readInline(markdown, rules)) : plainText(markdown, rules)
}

/** Tokens as a told line. */
export function toldLine(tokens: readonly InlineToken[]): string {
  return oneLine(plainOf(asTold(tokens, plainOf)))
}

/** A told line as a sentence reads: what HTML raises or lowers is written so, `H<sub>2</sub>O` as `H₂O`, and pictures say nothing. */
export function readableText(markdown: string, rules: InlineRules = {}): string {
  if (!/[<!]/.test(markdown)) return toldText(markdown, rules)
  const tokens = readInline(markdown, rules).filter((token) => token.type !== 'link' || !token.embeds)
  return oneLine(readableOf(asTold(tokens, readableOf)))
}

/** The text of tokens as `readableText` gives it, but for white space. */
export function readableOf(tokens: readonly InlineToken[], write: WriteTokens = plainOf): string {
  let text = ''
  for (let at = 0; at < tokens.length; at++) {
    const end = raisedEnd(tokens, at)
    const token = tokens[at]
    if (end !== undefined && token?.type === 'html') {
      text += (token.name === 'sup' ? superscript : subscript)(write(tokens.slice(at + 1, end)))
      at = end
    } else text += write(tokens.slice(at, at + 1))
  }
  return text
}

/** Writes some of the tokens of a line. */
type WriteTokens = (tokens: readonly InlineToken[]) => string

/** Where the `</sup>` or `</sub>` stands that closes the tag at an index; undefined when none opens there or nothing is in it. */
function raisedEnd(tokens: readonly InlineToken[], at: number): number | undefined {
  const open = tokens[at]
  if (open?.type !== 'html' || open.closing || !/^su[bp]$/.test(open.name)) return undefined
  const end = tokens.findIndex(
    (token, index) => index > at && token.type === 'html' && token.closing && token.name === open.name,
  )
  return end > at + 1 ? end : undefined
}

const nothing = (): string => ''
const inner = ({ children }: { readonly children: readonly InlineToken[] }): string => plainOf(children)

const plain: InlineVisitor<string> = {
  text: ({ text }) => text,
  break: () => ' ',
  emphasis: inner,
  strong: inner,
  struck: inner,
  highlight: inner,
  code: ({ text }) => text,
  math: ({ raw }) => raw,
  tag: ({ tag }) => `#${tag}`,
  shortCode: ({ names }) => names.map((name) => `:${name}:`).join(''),
  address: ({ text }) => text,
  footnote: nothing,
  ownFootnote: nothing,
  comment: nothing,
  blockId: nothing,
  html: ({ name }) => (name === 'br' ? ' ' : ''),
  link: (token) => (token.embeds && token.bare ? '' : inner(token)),
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
