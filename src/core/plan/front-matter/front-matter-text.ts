import { shellWord } from '../text/shell-word.ts'
import { type Document, isMap, isScalar, type Pair, parseDocument, type Scalar, type YAMLMap } from 'yaml'
import { fail } from '../../model/failure.ts'
import { isMetadata, type Metadata } from '../../model/note.ts'

/** The parsed front matter of a text. Edits use offsets, so that everything else stays byte for byte. */
export interface FrontMatterText {
  /** Offset of the YAML in the text, and of the closing `---`. */
  readonly start: number
  readonly end: number
  readonly yaml: string
  readonly data: Metadata
  readonly entries: readonly FrontMatterEntry[]
}

/** An entry of a map; offsets into the YAML. */
export interface FrontMatterEntry {
  readonly key: string
  readonly pair: Pair<Scalar, unknown>
  /** Where the key starts, and where the value ends; blanks and comments after it on its line are not part of it. */
  readonly start: number
  readonly end: number
}

/** Parses the front matter of a text; undefined when it has none. Fails, naming `path`, when it is not a plain map. */
export function readFrontMatterText(path: string, text: string, bodyStart: number): FrontMatterText | undefined {
  if (bodyStart === 0) return undefined
  if (text.startsWith('+++')) return cannotEdit(path, 'it is TOML, in which this is not changed')
  if (text.startsWith('{')) return cannotEdit(path, 'it is JSON, which is read and not changed')
  const start = text.indexOf('\n') + 1
  const end = text.slice(0, bodyStart).replace(/(?:---|\.\.\.)[ \t]*\r?\n?$/, '').length
  const yaml = text.slice(start, end)
  // Of a key that occurs twice the last is read. An edit of that key would have no effect, which is noticed, and refused.
  const document = parseDocument(yaml, { schema: 'core', prettyErrors: false, logLevel: 'silent', uniqueKeys: false })
  const error = document.errors[0]
  if (error !== undefined) return cannotEdit(path, error.message)
  const map = document.contents
  if (map === null || (isScalar(map) && map.value === null)) return { start, end, yaml, data: {}, entries: [] }
  if (!isMap(map) || map.flow === true) return cannotEdit(path, 'it is not a list of `key: value` lines')
  const entries = entriesOf(map, yaml)
  if (entries.length !== map.items.length) return cannotEdit(path, 'it has keys that are not plain text')
  return { start, end, yaml, data: dataIn(path, document), entries }
}

/** The front matter as data. */
export function dataOf({ data }: FrontMatterText): Metadata {
  return data
}

/** YAML allows aliases that are circular or expand without end. */
function dataIn(path: string, document: Document): Metadata {
  let data: unknown
  try {
    data = document.toJS()
    JSON.stringify(data)
  } catch (error) {
    const isOpen = error instanceof ReferenceError && error.message.startsWith('Unresolved alias')
    if (isOpen) return cannotEdit(path, 'an alias (*) in its YAML would repeat what is not there')
    return cannotEdit(path, 'its YAML repeats itself by aliases (&, *) too often')
  }
  return isMetadata(data) ? data : {}
}

/** Fails because the front matter of a note can't be edited safely. */
export function cannotEdit(path: string, reason: string): never {
  return fail({
    kind: 'refused',
    message: `the front matter of ${path} cannot be edited: ${reason}; nothing was changed`,
    hint: `edit it by hand with: wend open ${shellWord(path)}`,
  })
}

/** The entries of a YAML map whose keys are plain text. */
export function entriesOf(map: YAMLMap, yaml: string): readonly FrontMatterEntry[] {
  return map.items.flatMap((pair) => entryOf(pair as Pair, yaml))
}

function entryOf(pair: Pair, yaml: string): readonly FrontMatterEntry[] {
  const { key, value } = pair
  if (!isScalar(key) || !key.range) return []
  const range = rangeOfNode(value)
  const end = range === undefined ? yaml.indexOf(':', key.range[1]) + 1 : range[1]
  const trimmed = yaml.slice(0, Math.max(end, key.range[1])).trimEnd().length
  const colon = yaml.indexOf(':', key.range[1]) + 1
  return [
    { key: String(key.value), pair: pair as Pair<Scalar, unknown>, start: key.range[0], end: Math.max(trimmed, colon) },
  ]
}

/** The range of a YAML node: its start, the end of its value, and its end. */
export function rangeOfNode(node: unknown): readonly [number, number, number] | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return undefined
  const [start, valueEnd, end]: unknown[] = node.range
  return typeof start === 'number' && typeof valueEnd === 'number' && typeof end === 'number'
    ? [start, valueEnd, end]
    : undefined
}
