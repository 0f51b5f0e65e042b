import { BACKSLASH, BACKTICK, CLOSE_BRACKET, OPEN_BRACKET, isLineEnd } from '../character.ts'
import type { LinkPiece } from '../inlines/piece.ts'
import type { InlineSource } from '../inlines/inline-source.ts'
import type { LinkDialect, WrittenTarget } from './dialect.ts'
import { withAnchor } from '../../model/link.ts'

/** `[[target#anchor|text]]` */
export const wikilink: LinkDialect<'wiki'> = {
  kind: 'wiki',
  readers: [{ start: '[[', read: (source, at) => readWikilink('wiki', source, at) }],
  shown: wikiText,
  embeds: false,
  write: (place, text) => `[[${withText(place, text)}]]`,
}

/** `![[target#anchor|size or text]]` */
export const embed: LinkDialect<'embed'> = {
  kind: 'embed',
  readers: [{ start: '![[', read: (source, at) => readWikilink('embed', source, at) }],
  shown: wikiText,
  embeds: true,
  write: (place, text) => `![[${withText(place, text)}]]`,
}

function withText(place: WrittenTarget, text: string | undefined): string {
  return text === undefined ? withAnchor(place) : `${withAnchor(place)}|${text}`
}

/** The target and the headings of its anchor, outermost first; a block id only where nothing else is named. */
function wikiText({ target, anchor }: WrittenTarget): string {
  const headings = (anchor ?? '').split('#').filter((part) => part !== '' && !part.startsWith('^'))
  return [target, ...headings].filter((part) => part !== '').join(' > ') || (anchor ?? '')
}

function readWikilink(kind: 'wiki' | 'embed', source: InlineSource, at: number): LinkPiece | undefined {
  const open = kind === 'embed' ? at + 1 : at
  // Of more than two brackets the last two may be a wikilink's.
  if (source.text.charCodeAt(open + 2) === OPEN_BRACKET) return undefined
  const end = wikilinkEnd(source, open)
  const parts = end === -1 ? undefined : readWikiParts(source.text, open + 2, end - 2)
  if (parts === undefined) return undefined
  const sized = kind === 'embed' && parts.text !== undefined && SIZE.test(parts.text)
  return { type: 'link', kind, start: at, end, ...parts, size: sized ? parts.text : undefined }
}

const SIZE = /^\d+(?:x\d+)?$/

/** A name that may be written in the brackets of a wikilink, without them. */
export function withoutBrackets(name: string): string {
  return name.replace(/^\[\[|\]\]$/g, '')
}

/** The parts of a wikilink; offsets are those of the text that was read. */
export interface WikiParts {
  readonly target: string
  readonly targetStart: number
  readonly targetEnd: number
  readonly anchor: string | undefined
  readonly text: string | undefined
}

/**
 * The offset after the wikilink whose `[[` stands at `at`; -1 when there is none. It stands on one line, ends at the first `]]`, and an
 * inner `[[` takes its place. Code wins: a span that starts inside must end inside. A `$` inside opens nothing that would close outside.
 */
function wikilinkEnd(source: InlineSource, at: number): number {
  const { text, end } = source
  let i = at + 2
  while (i + 1 < end) {
    const code = text.charCodeAt(i)
    if (code === CLOSE_BRACKET && text.charCodeAt(i + 1) === CLOSE_BRACKET) return i + 2
    if (code === OPEN_BRACKET && text.charCodeAt(i + 1) === OPEN_BRACKET) return -1
    if (code === BACKTICK) i = afterCode(source, i)
    else i = isLineEnd(code) ? -1 : i + 1
    if (i === -1) return -1
  }
  return -1
}

/** After the code span at `at`, or after backticks that start none; -1 when it goes on in another line. */
function afterCode(source: InlineSource, at: number): number {
  const close = source.codeSpanEnd(at)
  if (close === -1) return at + source.runLength(at)
  return hasLineEnd(source.text, at, close) ? -1 : close
}

/** The parts of the wikilink whose inside is [start, end); undefined when it names neither target nor anchor. */
export function readWikiParts(text: string, start: number, end: number): WikiParts | undefined {
  const inside = text.slice(start, end)
  const pipe = inside.indexOf('|')
  const written = pipe === -1 ? inside : inside.slice(0, inside.charCodeAt(pipe - 1) === BACKSLASH ? pipe - 1 : pipe)
  const mark = written.indexOf('#')
  const raw = mark === -1 ? written : written.slice(0, mark)
  const target = raw.trim()
  if (target === '' && mark === -1) return undefined
  const targetStart = start + leadingSpace(raw)
  const shown = pipe === -1 ? '' : readShown(inside.slice(pipe + 1))
  return {
    target,
    targetStart: target === '' ? start : targetStart,
    targetEnd: target === '' ? start : targetStart + target.length,
    anchor: mark === -1 ? undefined : written.slice(mark + 1).trim(),
    text: shown === '' ? undefined : shown,
  }
}

function readShown(written: string): string {
  return written.replaceAll('\\|', '|').trim()
}

function leadingSpace(raw: string): number {
  return raw.length - raw.trimStart().length
}

function hasLineEnd(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (isLineEnd(text.charCodeAt(i))) return true
  return false
}
