import { type HtmlLink, withAnchor } from '../../model/link.ts'
import { LESS_THAN } from '../character.ts'
import type { Found, Mutable } from '../found.ts'
import { tagAttributes, tagName } from '../inlines/marks/html-tag.ts'
import type { InlineSource } from '../inlines/inline-source.ts'
import type { LineIndex } from '../line-index.ts'
import type { LinkDialect } from './dialect.ts'
import { splitDestination } from './unescape.ts'
import { nameTable } from '../../model/name-table.ts'

/** `<a href>`, `<img src srcset>`, `<video src>` and the like, read where tags are (`readTag`). */
export const htmlLink: LinkDialect<'html'> = {
  kind: 'html',
  readers: [],
  shown: ({ target }) => target,
  embeds: false,
  write: (place, text) => `<a href="${withAnchor(place).replaceAll('"', '&quot;')}">${text ?? place.target}</a>`,
}

/** Where a tag stands: `source` maps offsets of `text` to the note. */
export interface TagText {
  readonly text: string
  readonly lines: LineIndex
  readonly toSource: (offset: number) => number
}

/** The attributes of tags that name files. */
const linking: Readonly<Record<string, readonly string[]>> = nameTable({
  a: ['href'],
  area: ['href'],
  img: ['src', 'srcset'],
  source: ['src', 'srcset'],
  video: ['src', 'poster'],
  audio: ['src'],
  track: ['src'],
  iframe: ['src'],
  embed: ['src'],
  object: ['data'],
})

/** Finds what the tag [start, end) holds: attributes that name files are links, `id` and `<a name>` are anchors. */
export function readTag(place: TagText, start: number, end: number, found: Found): void {
  const { text } = place
  const name = tagName(text, start, end)
  const names = linking[name] ?? []
  for (const attribute of tagAttributes(text, start, end)) {
    const value = text.slice(attribute.start, attribute.end)
    if (names.includes(attribute.name))
      for (const part of attribute.name === 'srcset' ? candidatesOf(value, attribute.start) : [attribute])
        found.links.push(linkOfTag(place, [start, end], [part.start, part.end]))
    else if (attribute.name === 'id' || (attribute.name === 'name' && name === 'a')) found.anchors.push(value)
  }
}

/** The addresses of `srcset`: each ends at a blank or a comma before one, its width or density follows. */
function candidatesOf(value: string, at: number): readonly { readonly start: number; readonly end: number }[] {
  return [...value.matchAll(/(?<=^|,\s*|\s)([^\s,][^\s]*?)(?=,?(?:\s|$))[^,]*/g)].map(({ 1: address = '', index }) => ({
    start: at + index,
    end: at + index + address.length,
  }))
}

/** Finds the links, anchors and comments of the HTML block [start, end). */
export function readHtmlBlock(
  source: InlineSource,
  range: { start: number; end: number },
  place: TagText,
  found: Found,
): void {
  const { text } = source
  let at = range.start
  while (at < range.end) {
    if (text.charCodeAt(at) !== LESS_THAN) {
      at++
      continue
    }
    const end = source.htmlEnd(at)
    const comment = source.isComment(at)
    // A comment that is never closed hides the rest.
    if (end === -1 && comment) return
    if (end !== -1 && !comment) readTag(place, at, end, found)
    at = end === -1 ? at + 1 : afterRawText(text, at, end)
  }
}

/** After a script or style sheet: what it holds is no HTML. */
function afterRawText(text: string, start: number, end: number): number {
  if (!/^<(?:script|style)\b/i.test(text.slice(start, start + 8))) return end
  const close = text.indexOf('</', end)
  return close === -1 ? text.length : close
}

function linkOfTag(place: TagText, tag: readonly [number, number], value: readonly [number, number]): HtmlLink {
  const { text, toSource } = place
  const { target, anchor, pathLength } = splitDestination(text.slice(value[0], value[1]))
  const start = toSource(tag[0])
  const { line, column } = place.lines.position(start)
  const link: Mutable<HtmlLink> = {
    kind: 'html',
    target,
    span: { start, end: toSource(tag[1]) },
    targetSpan: { start: toSource(value[0]), end: toSource(value[0] + pathLength) },
    line,
    column,
  }
  if (anchor !== undefined) link.anchor = anchor
  return link
}
