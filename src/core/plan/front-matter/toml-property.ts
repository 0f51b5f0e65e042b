import { parse, stringify } from 'smol-toml'
import type { MetadataValue } from '../../model/note.ts'
import { tomlStrings } from '../../parse/front-matter/toml.ts'
import { cannotEdit } from './front-matter-text.ts'
import { heldKey } from './held-key.ts'
import { isInMap } from './nested-key.ts'
import type { NoteText } from './note-text.ts'

/** Whether the front matter of a text is TOML. */
export function holdsToml({ text, bodyStart }: NoteText): boolean {
  return bodyStart > 0 && text.startsWith('+++')
}

/**
 * The text with a top-level TOML key set. Replaces or adds values on one line; fails, naming the note, when the old value spans several.
 */
export function setTomlProperty(note: NoteText, asked: string, value: MetadataValue): string {
  const { toml, start, end, eol } = tomlOf(note)
  const key = heldKey(Object.keys(dataOf(note, toml)), asked)
  const line = `${keyText(key)} = ${valueText(note, value)}`
  const old = lineOf(note, toml, key)
  const changed =
    old === undefined ? addLine(toml, line, eol) : toml.slice(0, old.start) + line + old.comment + toml.slice(old.end)
  requireSaid(note, { before: toml, after: changed }, (data) => ({ ...data, [key]: value }))
  return note.text.slice(0, start) + changed + note.text.slice(end)
}

/** The text without a top-level TOML key; undefined when it has no such key. */
export function unsetTomlProperty(note: NoteText, asked: string): string | undefined {
  const { toml, start, end } = tomlOf(note)
  const key = heldKey(Object.keys(dataOf(note, toml)), asked)
  const old = lineOf(note, toml, key)
  if (old === undefined) return undefined
  const next = toml.indexOf('\n', old.end)
  const changed = toml.slice(0, old.start) + (next < 0 ? '' : toml.slice(next + 1))
  requireSaid(note, { before: toml, after: changed }, ({ [key]: _removed, ...rest }) => rest)
  return note.text.slice(0, start) + changed + note.text.slice(end)
}

/**
 * The text with each string in the value of a top-level key edited in place, so that the key then has `value`; fails when it would not.
 */
export function editTomlStrings(
  note: NoteText,
  { key, value }: { readonly key: string; readonly value: MetadataValue },
  edit: (text: string) => string,
): string {
  const { toml, start, end } = tomlOf(note)
  const changed = tomlStrings(toml)
    .filter((string) => string.key === key)
    .reduceRight(
      (text, { start: from, end: to }) => text.slice(0, from) + edit(text.slice(from, to)) + text.slice(to),
      toml,
    )
  requireSaid(note, { before: toml, after: changed }, (data) => ({ ...data, [key]: value }))
  return note.text.slice(0, start) + changed + note.text.slice(end)
}

interface Toml {
  readonly toml: string
  readonly start: number
  readonly end: number
  readonly eol: string
}

function tomlOf({ text, bodyStart }: NoteText): Toml {
  const start = text.indexOf('\n') + 1
  const end = text.slice(0, bodyStart).replace(/\+{3}[ \t]*\r?\n?$/, '').length
  return { toml: text.slice(start, end), start, end, eol: text.includes('\r\n') ? '\r\n' : '\n' }
}

/** The line of a key before the first table, with the rest of that line after its value. */
function lineOf(
  note: NoteText,
  toml: string,
  key: string,
): { readonly start: number; readonly end: number; readonly comment: string } | undefined {
  const data = dataOf(note, toml)
  if (!(key in data)) return isInMap(data, key) ? refuse(note, key) : undefined
  const spelled = [key, JSON.stringify(key), `'${key}'`].map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const pattern = new RegExp(`^[ \\t]*(?:${spelled.join('|')})[ \\t]*=[ \\t]*([^\\r\\n]*)`, 'm')
  const match = pattern.exec(toml.slice(0, firstTable(toml)))
  const written = match?.[1]
  if (match === null || written === undefined) return refuse(note, key)
  // The value is the longest prefix of the line that parses: what follows can only be a comment.
  for (let length = written.length; length > 0; length--) {
    if (length < written.length && !/^\s*#/.test(written.slice(length))) continue
    if (says(written.slice(0, length), data[key]))
      return {
        start: match.index,
        end: match.index + match[0].length,
        comment: written.slice(length).replace(/^(?=#)/, ' '),
      }
  }
  return refuse(note, key)
}

function says(written: string, value: unknown): boolean {
  try {
    return (
      JSON.stringify(parse(`v = ${written}\n`)['v']) === JSON.stringify(value) &&
      !/#/.test(written.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, ''))
    )
  } catch {
    return false
  }
}

function refuse({ path }: NoteText, key: string): never {
  return cannotEdit(path, `in TOML only values on one line are changed, and "${key}" has another form`)
}

function firstTable(toml: string): number {
  const at = toml.search(/^[ \t]*\[/m)
  return at < 0 ? toml.length : at
}

function addLine(toml: string, line: string, eol: string): string {
  const at = firstTable(toml)
  const before = toml.slice(0, at)
  return `${before === '' || before.endsWith('\n') ? before : before + eol}${line}${eol}${toml.slice(at)}`
}

function keyText(key: string): string {
  return /^[\w-]+$/.test(key) ? key : JSON.stringify(key)
}

function valueText(note: NoteText, value: MetadataValue): string {
  if (value === null) return cannotEdit(note.path, 'TOML has no empty values')
  const nested = Array.isArray(value) ? value.some((item) => typeof item === 'object') : typeof value === 'object'
  if (nested) return cannotEdit(note.path, 'only texts, numbers, true, false and lists of them are written in TOML')
  if (Array.isArray(value)) return `[${value.map((item: MetadataValue) => valueText(note, item)).join(', ')}]`
  return stringify({ v: value }).replace(/^v = /, '').trimEnd()
}

function dataOf(note: NoteText, toml: string): Readonly<Record<string, unknown>> {
  try {
    return parse(toml)
  } catch (error) {
    return cannotEdit(note.path, error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'it is not TOML')
  }
}

/** Refuses when the TOML does not parse to the expected data: that is safer than handling every feature of TOML. */
function requireSaid(
  note: NoteText,
  { before, after }: { readonly before: string; readonly after: string },
  change: (data: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>,
): void {
  const sorted = (data: Readonly<Record<string, unknown>>): string =>
    JSON.stringify(Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1)))
  if (sorted(dataOf(note, after)) !== sorted(change(dataOf(note, before))))
    cannotEdit(note.path, 'its TOML is written in a way that wend does not edit')
}
