import { isCollection, isScalar, isSeq } from 'yaml'
import type { Metadata, MetadataValue } from '../../model/note.ts'
import { holdsPageProperties, setPageProperty, unsetPageProperty } from './page-property.ts'
import { heldKey } from './held-key.ts'
import { asScalar, type ScalarQuotes, yamlList, yamlScalar } from './yaml-scalar.ts'
import { holdsToml, setTomlProperty, unsetTomlProperty } from './toml-property.ts'
import {
  cannotEdit,
  dataOf,
  type FrontMatterEntry,
  type FrontMatterText,
  rangeOfNode,
  readFrontMatterText,
} from './front-matter-text.ts'
import { type NestedKey, nestedKey, withNested } from './nested-key.ts'
import type { NoteText } from './note-text.ts'
import { lineStart } from '../../model/line-ends.ts'

/**
 * The text with a front matter key set, in the note's spelling of it; everything else stays byte for byte. Front matter is added when there
 * is none.
 */
export function setProperty(note: NoteText, asked: string, value: MetadataValue): string {
  const { path, text, bodyStart } = note
  if (holdsToml(note)) return setTomlProperty(note, asked, value)
  if (holdsPageProperties(note)) return setPageProperty(note, asked, value)
  const front = readFrontMatterText(path, text, bodyStart)
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  if (front === undefined) return `---${eol}${newEntry(asked, value, [], eol)}---${eol}${text}`
  const key = heldKey(keysOf(front), asked)
  const entry = front.entries.find((one) => one.key === key)
  const nested = entry === undefined ? nestedKey(path, front, asked) : undefined
  if (nested !== undefined) return setNested(note, front, nested, { value, eol })
  const yaml =
    entry === undefined
      ? front.yaml + newEntry(key, value, front.entries, eol)
      : replaceValue(front.yaml, entry, value, eol)
  return withYaml(note, front, yaml, { ...dataOf(front), [key]: value })
}

/** The text without a front matter key; front matter that becomes empty is removed too. Undefined when it has no such key. */
export function unsetProperty(note: NoteText, asked: string): string | undefined {
  if (holdsToml(note)) return unsetTomlProperty(note, asked)
  if (holdsPageProperties(note)) return unsetPageProperty(note, asked)
  const front = readFrontMatterText(note.path, note.text, note.bodyStart)
  if (front === undefined) return undefined
  const key = heldKey(keysOf(front), asked)
  const own = front.entries.find((one) => one.key === key)
  const { entry, path } = own === undefined ? (nestedKey(note.path, front, asked) ?? {}) : { entry: own, path: [key] }
  if (entry === undefined || path === undefined) return undefined
  const lineEnd = front.yaml.indexOf('\n', entry.end)
  const yaml =
    front.yaml.slice(0, lineStart(front.yaml, entry.start)) + (lineEnd < 0 ? '' : front.yaml.slice(lineEnd + 1))
  if (yaml.trim() === '') return note.text.slice(note.bodyStart)
  return withYaml(note, front, yaml, withNested(dataOf(front), path, undefined))
}

/** Sets a key in a nested map: in place, or on a line below the last entry of the map. */
function setNested(
  note: NoteText,
  front: FrontMatterText,
  { path, entry, siblings }: NestedKey,
  { value, eol }: { readonly value: MetadataValue; readonly eol: string },
): string {
  const expected = withNested(dataOf(front), path, value)
  if (entry !== undefined) return withYaml(note, front, replaceValue(front.yaml, entry, value, eol), expected)
  const last = siblings.at(-1)
  if (last === undefined) return cannotEdit(note.path, `"${path.slice(0, -1).join('.')}" is an empty map`)
  const lineEnd = front.yaml.indexOf('\n', last.end) + 1
  const at = lineEnd === 0 ? front.yaml.length : lineEnd
  const indent = front.yaml.slice(lineStart(front.yaml, last.start), last.start)
  const line = indent + newEntry(path.at(-1) ?? '', value, [], eol)
  return withYaml(note, front, front.yaml.slice(0, at) + line + front.yaml.slice(at), expected)
}

/** Puts edited YAML back. Refuses when it does not parse to the expected data: that is safer than handling every feature of YAML. */
export function withYaml(note: NoteText, front: FrontMatterText, yaml: string, expected: Metadata): string {
  const text = note.text.slice(0, front.start) + yaml + note.text.slice(front.end)
  const bodyStart = note.bodyStart + yaml.length - front.yaml.length
  const read = readFrontMatterText(note.path, text, bodyStart)
  const data = read === undefined ? {} : dataOf(read)
  if (read === undefined || JSON.stringify(data) !== JSON.stringify(expected))
    cannotEdit(
      note.path,
      twice(front) ?? repeated(front, data, expected) ?? 'its YAML is written in a way that wend does not edit',
    )
  return text
}

function keysOf({ entries }: FrontMatterText): readonly string[] {
  return entries.map(({ key }) => key)
}

function twice(front: FrontMatterText): string | undefined {
  const keys = keysOf(front)
  const key = keys.find((one, at) => keys.indexOf(one) !== at)
  return key === undefined ? undefined : `the key "${key}" is given twice`
}

/** The key that shares the value to be changed through a YAML alias (`*`), if any. */
function repeated(front: FrontMatterText, data: Metadata, expected: Metadata): string | undefined {
  const before = dataOf(front)
  const says = (one: Metadata, other: Metadata, key: string): boolean =>
    JSON.stringify(one[key]) === JSON.stringify(other[key])
  const key = Object.keys(expected).find((one) => says(before, expected, one) && !says(data, expected, one))
  if (key === undefined || !/[\s[,]\*[^\s,\]]/.test(front.yaml)) return undefined
  return `"${key}" repeats by an alias (*) what would be changed, and would change, too`
}

function replaceValue(yaml: string, { pair, end, start }: FrontMatterEntry, value: MetadataValue, eol: string): string {
  const colon = yaml.indexOf(':', rangeOfNode(pair.key)?.[1] ?? start) + 1
  const old = pair.value
  const range = rangeOfNode(old)
  const isLine = isScalar(old) && old.type !== 'BLOCK_FOLDED' && old.type !== 'BLOCK_LITERAL'
  const type = isScalar(old) ? old.type : undefined
  const quotes = type === 'QUOTE_SINGLE' ? 'single' : type === 'QUOTE_DOUBLE' ? 'double' : 'none'
  const written = valueText(value, {
    quotes,
    eol,
    block: isSeq(old) && old.flow !== true,
    indent: itemIndent(yaml, old),
  })
  const isMissing = range === undefined || range[0] === range[1]
  if (isLine && !isMissing && !written.startsWith(eol)) return yaml.slice(0, range[0]) + written + yaml.slice(range[1])
  const space = written.startsWith(eol) ? '' : ' '
  return yaml.slice(0, colon) + space + written + yaml.slice(Math.max(end, colon))
}

function newEntry(key: string, value: MetadataValue, entries: readonly FrontMatterEntry[], eol: string): string {
  const lists = entries.map(({ pair }) => pair.value).filter(isSeq)
  const block = lists.some((list) => list.flow !== true)
  return `${plain(key)}:${spaced(valueText(value, { quotes: 'none', eol, block, indent: '  ' }), eol)}${eol}`
}

function spaced(written: string, eol: string): string {
  return written.startsWith(eol) ? written : ` ${written}`
}

/** A value as written after `key:`; a value of several lines starts with a line ending. */
function valueText(
  value: MetadataValue,
  how: {
    readonly quotes: ScalarQuotes
    readonly eol: string
    readonly block: boolean
    readonly indent: string
  },
): string {
  if (Array.isArray(value)) {
    const items: readonly MetadataValue[] = value
    if (items.length === 0 || !how.block || items.some(isNested)) return yamlList(items)
    return items.map((item) => `${how.eol}${how.indent}- ${plain(item)}`).join('')
  }
  return yamlScalar(asScalar(value), { quotes: how.quotes })
}

/** A scalar on one line, quoted when necessary. */
export function plain(value: MetadataValue): string {
  return yamlScalar(asScalar(value))
}

function isNested(value: MetadataValue): boolean {
  return typeof value === 'object' && value !== null
}

/** The indentation of the dashes of a block list. */
export function itemIndent(yaml: string, list: unknown): string {
  const start = isCollection(list) ? rangeOfNode(list)?.[0] : undefined
  if (start === undefined) return '  '
  const indent = yaml.slice(lineStart(yaml, start), start)
  return /^\s*$/.test(indent) ? indent : '  '
}
