import type { PropertyLink } from '../../model/link.ts'
import type { Mutable } from '../found.ts'
import type { Span } from '../../model/span.ts'
import { type Escapes, placeValue } from '../front-matter/value-places.ts'
import type { YamlString } from '../front-matter/yaml-value.ts'
import type { LineIndex } from '../line-index.ts'
import { readInlineTail } from './destination.ts'
import type { LinkDialect } from './dialect.ts'
import { splitDestination } from './unescape.ts'
import { readWikiParts, wikilink } from './wiki.ts'

/** A link in a string of front matter (`readPropertyLinks`), written as a wikilink. */
export const property: LinkDialect<'property'> = { ...wikilink, kind: 'property', readers: [] }

const WIKILINK = /!?\[\[((?:(?!\[\[|\]\])[^\r\n])+)\]\]/g
const INLINE = /!?\[([^[\]\r\n]*)\]\(/g

/** The links in a string of front matter, in order; wikilinks and `[text](destination)` count, bare URLs do not. */
export function readPropertyLinks(text: string, string: YamlString, lines: LineIndex): PropertyLink[] {
  const written = text.slice(string.start, string.end)
  const value = string.value ?? written
  const places = placeValue(written, value, escapesOf[string.quoting])
  if (places === undefined) return []
  const at = (start: number, end: number): Span => {
    const span = places.spanOf(start, end)
    return { start: string.start + (start === end ? span.end : span.start), end: string.start + span.end }
  }
  const base = { kind: 'property', key: string.key, quoting: string.quoting } as const
  return [...wikilinks(value, base, at), ...inlineLinks(value, base, at)]
    .sort((a, b) => a.span.start - b.span.start)
    .map((link) => ({ ...link, ...lines.position(link.span.start) }))
}

const escapesOf: Readonly<Record<YamlString['quoting'], Escapes>> = {
  single: 'quoted',
  double: 'escaped',
  plain: 'plain',
  block: 'plain',
  flow: 'plain',
}

type Unplaced = Omit<Mutable<PropertyLink>, 'line' | 'column'>
type Base = Pick<PropertyLink, 'kind' | 'key' | 'quoting'>
type SpanAt = (start: number, end: number) => Span

function* wikilinks(value: string, base: Base, at: SpanAt): Generator<Unplaced> {
  for (const match of value.matchAll(WIKILINK)) {
    const end = match.index + match[0].length
    const parts = readWikiParts(value, end - 2 - (match[1] ?? '').length, end - 2)
    if (parts === undefined) continue
    const link: Unplaced = {
      ...base,
      syntax: 'wiki',
      target: parts.target,
      span: at(match.index, end),
      targetSpan: at(parts.targetStart, parts.targetEnd),
    }
    if (parts.anchor !== undefined) link.anchor = parts.anchor
    if (parts.text !== undefined) link.text = parts.text
    yield link
  }
}

function* inlineLinks(value: string, base: Base, at: SpanAt): Generator<Unplaced> {
  for (const match of value.matchAll(INLINE)) {
    const paren = match.index + match[0].length - 1
    const tail = readInlineTail(value, paren, value.length)
    if (tail === undefined) continue
    const { target, anchor, pathLength } = splitDestination(value.slice(tail.start, tail.end))
    const link: Unplaced = {
      ...base,
      syntax: 'markdown',
      target,
      span: at(match.index, tail.after),
      targetSpan: at(tail.start, tail.start + pathLength),
    }
    if (anchor !== undefined) link.anchor = anchor
    if (match[1] !== undefined && match[1] !== '') link.text = match[1]
    yield link
  }
}
