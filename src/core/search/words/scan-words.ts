import { BACKTICK, TILDE } from '../../parse/character.ts'
import { codeEnd } from '../../parse/blocks/code-end.ts'
import { between, classAt, inWord } from './character-class.ts'

/** Receives what stands in a text, in order; places are UTF-16 offsets. */
export interface WordSink {
  /** A word between blanks or signs: letters and digits as written, without `'s`; `hash` is computed from its units. */
  readonly word: (text: string, start: number, end: number, hash: number) => void
  /** A run of a script that puts no blanks between words. */
  readonly run: (text: string, start: number, end: number) => void
  /** A name with its signs, such as `C++`; it comes after its word. */
  readonly signed: (text: string, start: number, end: number) => void
}

/** What the text is: a name, of which each sign counts, or markdown, whose addresses, tags and comments outside code are skipped. */
export type TextKind = 'name' | 'markdown'

/** Reports the words of a text between two places to a sink. */
export function scanWords(
  text: string,
  { from, to, kind }: { readonly from: number; readonly to: number; readonly kind: TextKind },
  sink: WordSink,
): void {
  new WordScanner(text, to, kind, sink).scan(from)
}

/** 1 for the letters and digits of ASCII, which most text is made of. */
const plain = Uint8Array.from({ length: 128 }, (_, unit) => (/[A-Za-z0-9]/.test(String.fromCharCode(unit)) ? 1 : 0))

class WordScanner {
  readonly #text: string
  readonly #to: number
  readonly #kind: TextKind
  readonly #sink: WordSink
  /** Where the latest code ends: no markup begins inside it. */
  #codeEnd = 0
  #hash = 0

  constructor(text: string, to: number, kind: TextKind, sink: WordSink) {
    this.#text = text
    this.#to = to
    this.#kind = kind
    this.#sink = sink
  }

  scan(from: number): void {
    const [text, to] = [this.#text, this.#to]
    let at = from
    while (at < to) {
      const unit = text.charCodeAt(at)
      const found = unit < 128 ? (plain[unit] ?? 0) : classAt(text, at)
      if (found === inWord) at = this.#word(at)
      else if (found !== between) at = this.#run(at, found)
      else at = this.#kind === 'name' || unit > 127 || isQuiet[unit] === 1 ? at + 1 : this.#sign(at)
    }
  }

  /** Where to read on after a sign that may begin markup. */
  #sign(at: number): number {
    const [text, to] = [this.#text, this.#to]
    if (at < this.#codeEnd) return at + 1
    const unit = text.charCodeAt(at)
    if (unit !== BACKTICK && unit !== TILDE) return skipSign(text, at, to)
    this.#codeEnd = codeEnd(text, at, to)
    return at + 1
  }

  #run(start: number, found: number): number {
    const [text, to] = [this.#text, this.#to]
    let end = start
    while (end < to && classAt(text, end) === found) end += isHigh(text.charCodeAt(end)) ? 2 : 1
    this.#sink.run(text, start, end)
    return end
  }

  #word(start: number): number {
    const text = this.#text
    const at = this.#letters(start)
    const unit = at < this.#to ? text.charCodeAt(at) : 0
    if (unit === 58 && this.#kind === 'markdown' && text.startsWith('://', at)) return addressEnd(text, at, this.#to)
    this.#sink.word(text, start, at, this.#hash)
    if (unit === 39 || unit === 0x2019) return afterApostrophe(text, at, this.#to)
    return this.#signed(start, at)
  }

  /** Where the word that begins at a place ends; leaves its hash in a field. */
  #letters(start: number): number {
    const [text, to] = [this.#text, this.#to]
    let at = start
    let hash = 0
    for (; at < to; at++) {
      const unit = text.charCodeAt(at)
      if (unit < 128) {
        if (plain[unit] !== 1 && !(unit === 46 && this.#dotOfVersion(start, at))) break
      } else if (classAt(text, at) !== inWord) break
      hash = (Math.imul(hash, 31) + unit) | 0
      if (isHigh(unit)) hash = (Math.imul(hash, 31) + text.charCodeAt(++at)) | 0
    }
    this.#hash = hash
    return at
  }

  /** Reports the name with its signs that a word is part of, if any; gives where it ends. */
  #signed(start: number, at: number): number {
    const [text, unit] = [this.#text, this.#text.charCodeAt(at)]
    const end = unit === 43 || unit === 35 || unit === 42 ? signsEnd(text, { start, end: at, kind: this.#kind }) : at
    if (end > at) this.#sink.signed(text, start, end)
    else if (text.charCodeAt(start - 1) === 46 && isDotted(text, start)) this.#sink.signed(text, start - 1, at)
    return Math.min(end, Math.max(at, this.#to))
  }

  /** Whether the dot at a place belongs to a version that began at `start`. */
  #dotOfVersion(start: number, at: number): boolean {
    return at + 1 < this.#to && isDigit(this.#text.charCodeAt(at + 1)) && isVersion(this.#text, start, at)
  }
}

/** 1 for the signs of ASCII that no markup begins with. */
const isQuiet = Uint8Array.from({ length: 128 }, (_, unit) => (/[\]<%^\\`~]/.test(String.fromCharCode(unit)) ? 0 : 1))

/** `18.2.1`, `v18.2`: digits and dots, maybe behind a v. */
function isVersion(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start) | 32
  for (let at = first === 118 ? start + 1 : start; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (unit !== 46 && !isDigit(unit)) return false
  }
  return end > start + (first === 118 ? 1 : 0)
}

/** `.NET`, not the end of a sentence or of a file's name: a capital behind a dot that stands alone. */
function isDotted(text: string, start: number): boolean {
  const before = start < 2 ? 32 : text.charCodeAt(start - 2)
  const unit = text.charCodeAt(start)
  return unit >= 65 && unit <= 90 && (before === 32 || before === 10 || before === 40)
}

/** Where the signs end that belong to a name: `C++`, `C#`; in names also `A*`. */
function signsEnd(
  text: string,
  { start, end, kind }: { readonly start: number; readonly end: number; readonly kind: TextKind },
): number {
  const unit = text.charCodeAt(end)
  if (unit === 43 && text.charCodeAt(end + 1) === 43 && !isPlainWord(text.charCodeAt(end + 2))) return end + 2
  const short = end - start <= 2
  if (unit === 35 && short && !isPlainWord(text.charCodeAt(end + 1))) return end + 1
  if (unit === 42 && short && kind === 'name' && text.charCodeAt(start) < 97) return end + 1
  return end
}

/** Behind the `s` of `it's`, `t` of `don't` and the like; else at the apostrophe, which parts words. */
function afterApostrophe(text: string, at: number, to: number): number {
  const tail = text.slice(at + 1, Math.min(to, at + 4)).toLowerCase()
  const ending = /^(?:s|t|d|m|re|ve|ll)(?![\p{L}\p{N}])/u.exec(tail)?.[0]
  return ending === undefined ? at : at + 1 + ending.length
}

/** Where markdown goes on behind a sign: behind the address of a link, an address, a tag, a comment or a block id. */
function skipSign(text: string, at: number, to: number): number {
  switch (text.charCodeAt(at)) {
    case 93: // ]
      return text.charCodeAt(at + 1) === 40 ? linkEnd(text, at, to) : at + 1
    case 60: // <
      return tagEnd(text, at, to)
    case 37: // %
      return text.charCodeAt(at + 1) === 37 ? behind(text, { at, to, open: 2, close: '%%' }) : at + 1
    case 94: // ^
      return match(/\^[A-Za-z0-9-]+(?=\r?\n|$)/y, text, at)
    case 92: // \
      return text.charCodeAt(at + 1) === BACKTICK ? at + 2 : match(layout, text, at)
    default:
      return at + 1
  }
}

/** TeX that says how a formula looks, not what it is about. */
const layout =
  /\\(?:left|right|[bB]igg?[lr]?|d?frac|text(?:bf|it|rm)?|math(?:bb|bf|cal|rm|it|sf)|begin|end|quad|qquad|displaystyle|label|cdot|[lc]?dots|,|;|!)/y

/** A text without the TeX that only sets the layout of formulas; the text itself when it has none. */
export function withoutLayout(text: string): string {
  if (!text.includes('\\')) return text
  const plain = text.replace(new RegExp(layout.source, 'g'), ' ')
  return /[\p{L}\p{N}]/u.test(plain) ? plain : text
}

const tag =
  /<(?:!--[^]*?-->|\/?(?:a|abbr|b|blockquote|br|center|code|dd|details|div|dl|dt|em|figure|figcaption|font|h[1-6]|hr|i|iframe|img|input|kbd|li|link|mark|ol|p|pre|script|section|small|source|span|strong|style|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul|video|svg|path)(?=[\s/>])[^<>\n]*>)/iy

function tagEnd(text: string, at: number, to: number): number {
  const next = text.charCodeAt(at + 1) | 32
  if (next !== 0x2f && next !== 33 && (next < 97 || next > 122)) return at + 1
  return Math.min(to, match(tag, text, at))
}

function match(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at + 1
}

/** The place behind `](address "title")`; when it is no such link, reading goes on at the bracket. */
function linkEnd(text: string, at: number, to: number): number {
  return Math.min(to, match(/\]\((?:<[^<>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+"[^"\n]*")?\)/y, text, at))
}

function addressEnd(text: string, at: number, to: number): number {
  let end = at
  while (end < to && !/[\s<>)\]"]/.test(text.charAt(end))) end++
  return end
}

/** The place behind a closing mark; just behind the opening one when there is none. */
function behind(
  text: string,
  { at, to, open, close }: { readonly at: number; readonly to: number; readonly open: number; readonly close: string },
): number {
  const end = text.indexOf(close, at + open)
  return end < 0 || end > to ? at + open : end + close.length
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57
}

function isPlainWord(unit: number): boolean {
  return isDigit(unit) || ((unit | 32) >= 97 && (unit | 32) <= 122)
}
