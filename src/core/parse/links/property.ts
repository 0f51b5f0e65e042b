import type { PropertyLink } from '../../model/link.ts'
import type { Draft } from '../found.ts'
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
  const links = [...wikilinks(written, string), ...inlineLinks(written, string)]
  return links
    .sort((a, b) => a.span.start - b.span.start)
    .map((link) => ({ ...link, ...lines.position(link.span.start) }))
}

type Unplaced = Omit<Draft<PropertyLink>, 'line' | 'column'>

function* wikilinks(written: string, string: YamlString): Generator<Unplaced> {
  for (const match of written.matchAll(WIKILINK)) {
    const inside = match.index + match[0].length - 2 - (match[1] ?? '').length
    const parts = readWikiParts(written, inside, match.index + match[0].length - 2)
    if (parts === undefined) continue
    const link = start(string, 'wiki', [match.index, match.index + match[0].length])
    link.target = unquote(parts.target, string.quoting)
    link.targetSpan = { start: string.start + parts.targetStart, end: string.start + parts.targetEnd }
    if (parts.anchor !== undefined) link.anchor = unquote(parts.anchor, string.quoting)
    if (parts.text !== undefined) link.text = unquote(parts.text, string.quoting)
    yield link
  }
}

function* inlineLinks(written: string, string: YamlString): Generator<Unplaced> {
  for (const match of written.matchAll(INLINE)) {
    const paren = match.index + match[0].length - 1
    const tail = readInlineTail(written, paren, written.length)
    if (tail === undefined) continue
    const { target, anchor, pathLength } = splitDestination(written.slice(tail.start, tail.end))
    const link = start(string, 'markdown', [match.index, tail.after])
    link.target = unquote(target, string.quoting)
    link.targetSpan = { start: string.start + tail.start, end: string.start + tail.start + pathLength }
    if (anchor !== undefined) link.anchor = unquote(anchor, string.quoting)
    if (match[1] !== undefined && match[1] !== '') link.text = unquote(match[1], string.quoting)
    yield link
  }
}

function start(string: YamlString, syntax: PropertyLink['syntax'], [from, to]: readonly [number, number]): Unplaced {
  return {
    kind: 'property',
    key: string.key,
    syntax,
    quoting: string.quoting,
    target: '',
    span: { start: string.start + from, end: string.start + to },
    targetSpan: { start: string.start + from, end: string.start + from },
  }
}

/** Undoes the escapes of quoted YAML that occur in names. */
function unquote(written: string, quoting: YamlString['quoting']): string {
  if (quoting === 'single') return written.replaceAll("''", "'")
  return quoting === 'double' ? written.replace(/\\(["\\/])/g, '$1') : written
}
