import type { Link } from '../../model/link.ts'
import type { InlineTag, Metadata, MetadataValue } from '../../model/note.ts'
import type { ToolText } from './tool-text.ts'

/** `#page`, and a name in `tags::`: a link to the page of this name, where there is one. */
export function logseqTagLinks(tags: readonly InlineTag[]): readonly Link[] {
  return tags.map(({ tag, span, bare, line, column }) => {
    const targetSpan = { start: span.start + (bare === true ? 0 : 1), end: span.end }
    return { kind: 'wiki', tool: 'tag', target: tag, span, targetSpan, line, column }
  })
}

/** `tags:: a, b` at the top of a page. */
export function logseqTags({ text, from, lines }: ToolText): readonly InlineTag[] {
  return pageValues(text, from, 'tags').flatMap(({ value, at }) => {
    if (!/^[\p{L}\p{M}\p{N}_/-]+$/u.test(value)) return []
    return [{ tag: value, bare: true, span: { start: at, end: at + value.length }, ...lines.position(at) }]
  })
}

/** The lines `key:: value` with which a page begins, by key: numbers and yes or no where they are written in their shortest form, else text. */
export function readPageProperties(text: string, from: number): Metadata {
  const properties: Record<string, MetadataValue> = {}
  const lines = text.slice(from, pagePropertiesEnd(text, from))
  for (const [, key = '', value = ''] of lines.matchAll(
    /^[ \t]*(?:[-*][ \t]+)?([\w-]+)::[ \t]*([^\r\n]*?)[ \t]*\r?$/gm,
  ))
    properties[key.toLowerCase()] ??= scalarOf(value)
  return properties
}

/** Where the lines `key:: value` with which a page begins end, and the blank lines after them. */
export function pagePropertiesEnd(text: string, from: number): number {
  const lines = /^(?:[ \t]*(?:[-*][ \t]+)?[\w-]+::[^\n]*(?:\n|$)|[ \t]*\r?\n)*/.exec(text.slice(from))?.[0] ?? ''
  return from + (lines.includes('::') ? lines.length : 0)
}

function scalarOf(value: string): MetadataValue {
  if (value === 'true' || value === 'false') return value === 'true'
  return value !== '' && String(Number(value)) === value ? Number(value) : value
}

/** Where the names that `alias::` gives stand: a `[[name]]` there is no link of the page to itself. */
export function logseqAliasStarts(text: string, from: number): ReadonlySet<number> {
  return new Set(pageValues(text, from, 'alias').map(({ at }) => at))
}

/** The items of a property of the page: of the lines `key:: value` with which it begins. */
function pageValues(
  text: string,
  from: number,
  wanted: string,
): readonly { readonly value: string; readonly at: number }[] {
  const lines = text.slice(from, pagePropertiesEnd(text, from))
  const found = new RegExp(`^([ \\t]*(?:[-*][ \\t]+)?${wanted}::)([^\\r\\n]*)`, 'im').exec(lines)
  if (found === null) return []
  const [, key = '', values = ''] = found
  return findAll(values, 0, /[^,]+/g).flatMap(({ index, 0: part }) => {
    const value = part.trim()
    const at = from + found.index + key.length + index + part.indexOf(value)
    return value === '' ? [] : [{ value, at }]
  })
}

function findAll(text: string, from: number, pattern: RegExp): readonly RegExpExecArray[] {
  return [...text.matchAll(pattern)].filter(({ index }) => index >= from)
}
