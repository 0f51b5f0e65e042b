import { type ParseError, parse } from 'jsonc-parser'
import type { MetadataValue } from '../../model/note.ts'
import type { Span } from '../../model/span.ts'
import { jsonProblem } from '../json-problem.ts'
import { placeValue } from './value-places.ts'
import { mayHoldLink, metadataOf, refused, type YamlRead, type YamlString } from './yaml-value.ts'

/** The length from which front matter is refused. */
const MAX_LENGTH = 1_048_576
const MAX_DEPTH = 50

/** An object of JSON with which a note begins, as Hugo reads it; undefined where none ends, or text stands behind it in its line. */
export function splitJson(
  text: string,
): (Span & { readonly language: 'json'; readonly bodyStart: number }) | undefined {
  if (!/^\{\s*["}]/.test(text)) return undefined
  let depth = 0
  for (const { index, 0: sign } of text.slice(0, MAX_LENGTH).matchAll(token)) {
    if (sign === '{') depth++
    if (sign !== '}' || --depth > 0) continue
    const rest = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(index + 1, index + 1000))
    return rest === null
      ? undefined
      : { language: 'json', start: 0, end: index + 1, bodyStart: index + 1 + rest[0].length }
  }
  return undefined
}

/** Strings, and the braces between them. */
const token = /"(?:[^"\\]|\\.)*"|[{}]/g

/** Reads JSON front matter, which begins where the note does. Never throws: what is wrong is a problem, and there is no data then. */
export function readJson(json: string): YamlRead {
  try {
    const data: unknown = JSON.parse(json)
    return { metadata: metadataOf(pairsOf(data, 0)), texts: {}, strings: linkStrings(json), problems: [] }
  } catch {
    const { reason, at } = problemOf(json) ?? { reason: 'front matter cannot be read', at: 0 }
    return refused(reason, at)
  }
}

/** What is wrong in JSON and where, which the messages of engines say in many ways or not at all; undefined where it is nested too deeply. */
function problemOf(json: string): ReturnType<typeof jsonProblem> {
  const errors: ParseError[] = []
  try {
    parse(json, errors, { disallowComments: true })
  } catch {
    return undefined
  }
  return jsonProblem(errors)
}

function pairsOf(data: unknown, depth: number): readonly (readonly [string, MetadataValue])[] {
  if (typeof data !== 'object' || data === null) return []
  return Object.entries(data).map(([key, value]) => [key, valueOf(value, depth + 1)] as const)
}

function valueOf(value: unknown, depth: number): MetadataValue {
  if (depth > MAX_DEPTH) return null
  if (Array.isArray(value)) return value.map((one) => valueOf(one, depth + 1))
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return value
  return value === null || value === undefined ? null : metadataOf(pairsOf(value, depth))
}

/** The strings that may hold links, each with the top-level key that holds it; the document is known to be valid. */
function linkStrings(json: string): readonly YamlString[] {
  const strings: YamlString[] = []
  let [depth, key] = [0, '']
  for (const { index, 0: whole } of json.matchAll(token)) {
    if (whole === '{') depth++
    else if (whole === '}') depth--
    else {
      const value = String(JSON.parse(whole))
      const isKey = /^\s*:/.test(json.slice(index + whole.length, index + whole.length + 100))
      if (isKey && depth === 1) key = value
      const written = whole.slice(1, -1)
      if (isKey || !mayHoldLink(value) || placeValue(written, value, 'escaped') === undefined) continue
      strings.push({ key, start: index + 1, end: index + whole.length - 1, quoting: 'double', value })
    }
  }
  return strings
}
