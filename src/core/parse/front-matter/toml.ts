import { parse, TomlDate, TomlError } from 'smol-toml'
import type { MetadataValue } from '../../model/note.ts'
import { placeValue } from './value-places.ts'
import { mayHoldLink, metadataOf, refused, type YamlRead, type YamlString } from './yaml-value.ts'

/** The length from which front matter is refused. */
const MAX_LENGTH = 1_048_576

/**
 * Reads TOML front matter, as Hugo writes it between lines of `+++`. Dates are texts as they are written. `at` is the offset of the TOML in
 * the note. Never throws: what is wrong is a problem, and there is no data then.
 */
export function readToml(toml: string, at: number): YamlRead {
  if (toml.length > MAX_LENGTH) return refused('front matter is longer than 1 MB', at)
  try {
    const data = parse(toml, { maxDepth: 50, integersAsBigInt: 'asNeeded' })
    const pairs = Object.entries(data).map(([key, value]) => [key, valueOf(value)] as const)
    return { metadata: metadataOf(pairs), texts: {}, strings: linkStrings(toml, at), problems: [] }
  } catch (error) {
    if (!(error instanceof TomlError)) return refused('front matter cannot be read', at)
    const reason = (error.message.split('\n')[0] ?? '').replace(/^Invalid TOML document: /, '')
    return refused(reason, at + offsetOf(toml, error))
  }
}

function offsetOf(toml: string, { line, column }: TomlError): number {
  const lines = toml.split('\n').slice(0, line - 1)
  return Math.min(toml.length, lines.reduce((sum, { length }) => sum + length + 1, 0) + column - 1)
}

/** A value as JSON holds it; what JSON cannot hold is text. */
function valueOf(value: unknown): MetadataValue {
  if (value instanceof TomlDate) return dateText(value)
  if (Array.isArray(value)) return value.map(valueOf)
  if (typeof value === 'object' && value !== null)
    return metadataOf(Object.entries(value).map(([key, one]) => [key, valueOf(one)] as const))
  if (typeof value === 'string' || typeof value === 'boolean') return value
  return typeof value === 'number' && Number.isFinite(value) ? value : String(value)
}

/** A date as people write it: without a time of day where it has none. */
function dateText(date: TomlDate): string {
  return date.toISOString().replace(/\.000(?=Z|[+-]|$)/, '')
}

/** A string of TOML where it stands as a value: `start` and `end` are those of its inside. */
export interface TomlString {
  readonly key: string
  readonly start: number
  readonly end: number
  readonly basic: boolean
}

function linkStrings(toml: string, at: number): readonly YamlString[] {
  return tomlStrings(toml).flatMap(({ key, start, end, basic }): readonly YamlString[] => {
    const written = toml.slice(start, end)
    if (!mayHoldLink(written) && !written.includes('\\')) return []
    const value = basic ? unescapeToml(written) : written
    if (
      value === undefined ||
      !mayHoldLink(value) ||
      placeValue(written, value, basic ? 'escaped' : 'plain') === undefined
    )
      return []
    return [{ key, start: at + start, end: at + end, quoting: basic ? 'double' : 'block', value }]
  })
}

/** Comments, strings of the four kinds, heads of tables, and the keys at the start of lines. */
const token =
  /#[^\n]*|"""([\s\S]*?)(?<!\\)"{3,5}|'''([\s\S]*?)'{3,5}|"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'|^[ \t]*\[+[ \t]*([\w-]+)[^\n=,]*\]|^[ \t]*([\w-]+)(?=[ \t]*[.=])/gm

/** The strings in the place of values, each with the top-level key or table that holds it; the document is known to be valid. */
export function tomlStrings(toml: string): readonly TomlString[] {
  const found: TomlString[] = []
  let [table, key] = ['', '']
  for (const match of toml.matchAll(token)) {
    const [whole, multiBasic, multiLiteral, basic, literal, head, name] = match
    table = head ?? table
    key = name ?? key
    const inside = multiBasic ?? multiLiteral ?? basic ?? literal
    const isKey = /^[ \t]*[=.]/.test(toml.slice(match.index + whole.length, match.index + whole.length + 20))
    if (inside === undefined || isKey) continue
    const start = match.index + (multiBasic === undefined && multiLiteral === undefined ? 1 : 3)
    found.push({ key: table === '' ? key : table, start, end: start + inside.length, basic: whole.startsWith('"') })
  }
  return found
}

function unescapeToml(written: string): string | undefined {
  try {
    const value = parse(`v = """\n${written}"""`)['v']
    return typeof value === 'string' ? value : undefined
  } catch {
    return undefined
  }
}
