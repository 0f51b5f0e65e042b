import matter from 'gray-matter'
import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { Scalar, YAMLMap, YAMLSeq } from 'yaml'
import type { MetadataValue } from '../../model/note.ts'
import { SPACE, isDigit, isLetter } from '../character.ts'
import { mayHoldLink, metadataOf, plainValue, refused } from './yaml-value.ts'
import type { YamlProblem, YamlRead, YamlString } from './yaml-value.ts'
import { nestsTooDeep } from './yaml-depth.ts'
import { nameTable } from '../../model/name-table.ts'

/** The length from which front matter is refused. */
const MAX_LENGTH = 1_048_576
/**
 * More marks and lines than these are refused. They are what the library takes its time for, on the worst input a second for this many;
 * words cost next to nothing. Ordinary front matter holds so many in some 150 KB.
 */
const MAX_MARKS = 32_768
/** More values than this, aliases expanded, are refused; without aliases there are no more than marks. */
const MAX_VALUES = 40_000

/** What the messages of the library leave the writer to guess. */
const REASONS: Readonly<Record<string, string>> = nameTable({
  BLOCK_AS_IMPLICIT_KEY: 'a value that holds ": " must be in quotes',
  TAB_AS_INDENT: 'a tab cannot indent; use spaces',
})

/**
 * Reads any YAML with the library, in bounded time and memory. Dates stay strings. With errors other than doubled keys, of which the last
 * wins, there is no data. `at` is the offset of the YAML in the note, `whole` the note up to its body.
 */
export function readFullYaml(yaml: string, at: number, whole: string): YamlRead {
  if (yaml.length > MAX_LENGTH) return refused('front matter is longer than 1 MB', at)
  if (yaml.length > MAX_MARKS && holdsMoreMarks(yaml)) return refused('front matter has too many parts to be read', at)
  if (nestsTooDeep(yaml)) return refused('front matter is nested more than 50 levels deep', at)
  let read: YamlRead = { metadata: {}, strings: [], texts: {}, problems: [] }
  const engine = {
    parse: () => {
      read = readDocument(yaml, at)
      return {}
    },
  }
  // No engine but ours may run: gray-matter's own would execute JavaScript. Options keep it from caching by text.
  matter(withoutBlankLines(whole), {
    language: 'yaml',
    engines: { yaml: engine, javascript: refuse, coffee: refuse, json: refuse },
  })
  return read
}

function holdsMoreMarks(yaml: string): boolean {
  let marks = 0
  for (let i = 0; i < yaml.length; i++) if (isMark(yaml.charCodeAt(i))) marks++
  return marks > MAX_MARKS
}

/** Anything in ASCII but letters, digits and spaces. */
function isMark(code: number): boolean {
  return code < 128 && !isLetter(code) && !isDigit(code) && code !== SPACE
}

/** gray-matter looks for comments in a time that is the square of the number of blank lines, which mean nothing to it. */
function withoutBlankLines(text: string): string {
  return text
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '')
    .join('\n')
}

function refuse(): never {
  throw new Error('front matter is not YAML')
}

function readDocument(yaml: string, at: number): YamlRead {
  try {
    return new FullYaml(yaml, at).read()
  } catch (error) {
    return refused(error instanceof TooManyValues ? error.message : 'front matter cannot be read', at)
  }
}

class TooManyValues extends Error {}

class FullYaml {
  private readonly yaml: string
  private readonly at: number
  private readonly strings: YamlString[] = []
  private readonly problems: YamlProblem[] = []
  private readonly written = new Map<Scalar, string>()
  private readonly texts: Record<string, MetadataValue> = {}
  /** The value of each anchor, and of how many values it consists. */
  private readonly anchors = new Map<string, { value: MetadataValue; size: number }>()
  private values = 0
  private key = ''

  constructor(yaml: string, at: number) {
    this.yaml = yaml
    this.at = at
  }

  read(): YamlRead {
    const { yaml } = this
    const document = parseDocument(yaml, { schema: 'core', prettyErrors: false, logLevel: 'silent', uniqueKeys: false })
    const error = document.errors[0]
    if (error !== undefined) {
      // What is never closed is missed at the very end: the last line that says something is nearer to it.
      const last = yaml.trimEnd().length
      return this.failed(reasonOf(error), [Math.min(error.pos[0], last), Math.min(error.pos[1], last)])
    }
    const { contents } = document
    if (contents === null || (isScalar(contents) && contents.source === '')) return this.result([])
    if (!isMap(contents)) return this.failed('front matter must be lines of "key: value"', [0, firstLineEnd(yaml)])
    return this.result(this.pairsOf(contents, true))
  }

  private result(pairs: readonly (readonly [string, MetadataValue])[]): YamlRead {
    const { strings, problems, texts } = this
    return { metadata: metadataOf(pairs), strings, problems, texts }
  }

  private failed(reason: string, [start, end]: readonly [number, number]): YamlRead {
    return refused(reason, this.at + start, this.at + end)
  }

  private pairsOf(map: YAMLMap, top: boolean): (readonly [string, MetadataValue])[] {
    const seen = new Set<string>()
    return map.items.map((pair) => {
      const key = this.keyOf(pair.key)
      if (top) this.key = key
      if (seen.has(key)) this.reportTwice(pair.key, key)
      seen.add(key)
      const value = this.valueOf(pair.value)
      const text = top ? this.textOf(pair.value, value) : undefined
      if (text !== undefined && key !== '__proto__') this.texts[key] = text
      return [key, value] as const
    })
  }

  private reportTwice(node: unknown, key: string): void {
    const [start, end] = rangeOf(node)
    const reason = `the key "${key}" is given twice; the last one counts`
    this.problems.push({ reason, start: this.at + start, end: this.at + end })
  }

  private keyOf(node: unknown): string {
    if (isScalar(node)) return node.source ?? String(node.value)
    const [start, end] = rangeOf(node)
    return this.yaml.slice(start, end).trim()
  }

  private valueOf(node: unknown): MetadataValue {
    this.count(1)
    if (isAlias(node)) return this.aliasOf(node.source, rangeOf(node))
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return null
    const before = this.values
    const value = this.contentOf(node)
    // Only now: an alias inside what it stands for would never end.
    if (node.anchor !== undefined) this.anchors.set(node.anchor, { value, size: this.values - before })
    return value
  }

  private contentOf(node: Scalar | YAMLMap | YAMLSeq): MetadataValue {
    if (isScalar(node)) return this.scalarOf(node)
    return isMap(node) ? metadataOf(this.pairsOf(node, false)) : this.listOf(node)
  }

  private aliasOf(name: string, [start, end]: readonly [number, number]): MetadataValue {
    const anchor = this.anchors.get(name)
    if (anchor !== undefined) {
      this.count(anchor.size)
      return anchor.value
    }
    const reason = `nothing is called &${name}; a value that starts with * must be in quotes`
    this.problems.push({ reason, start: this.at + start, end: this.at + end })
    return this.yaml.slice(start, end)
  }

  private count(values: number): void {
    this.values += values
    if (this.values > MAX_VALUES) throw new TooManyValues('aliases make front matter too large')
  }

  private listOf(seq: YAMLSeq): MetadataValue {
    const [start, end] = rangeOf(seq)
    const written = this.yaml.slice(start, end).trimEnd()
    const bare = written.startsWith('[[') && written.indexOf(']]') === written.length - 2
    if (bare) this.keep([start, start + written.length], 'flow')
    const quiet = this.strings.length
    const values = seq.items.map((item) => this.valueOf(item))
    // What stands inside the brackets of a bare link is part of it.
    if (bare) this.strings.length = quiet
    return values
  }

  private scalarOf(scalar: Scalar): MetadataValue {
    const written = scalar.source ?? ''
    const { value } = scalar
    if (scalar.type === 'PLAIN' && scalar.tag === undefined) {
      const plain = plainValue(written)
      if (typeof plain !== 'string' || typeof value !== 'string') return this.noted(scalar, plain, written)
    }
    if (typeof value !== 'string') return isJsonScalar(value) ? value : written
    if (mayHoldLink(value)) this.keepString(scalar, value)
    return value
  }

  /** Remembers how a value that is no string is written. */
  private noted(scalar: Scalar, value: MetadataValue, written: string): MetadataValue {
    if (typeof value === 'number' || typeof value === 'boolean') this.written.set(scalar, written)
    return value
  }

  /** The values of the top, and of lists there, as they are written; undefined where all of them are strings anyway. */
  private textOf(node: unknown, value: MetadataValue): MetadataValue | undefined {
    if (isScalar(node)) return this.written.get(node)
    if (!isSeq(node) || !Array.isArray(value) || !node.items.some((item) => isScalar(item) && this.written.has(item)))
      return undefined
    const items: readonly MetadataValue[] = value
    return node.items.map((item, at) => (isScalar(item) ? this.written.get(item) : undefined) ?? items[at] ?? null)
  }

  private keepString(scalar: Scalar, value: string): void {
    const [start, end] = rangeOf(scalar)
    if (scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE') {
      this.keep([start + 1, end - 1], scalar.type === 'QUOTE_DOUBLE' ? 'double' : 'single', value)
    } else if (scalar.type === 'PLAIN') this.keep([start, end], 'plain', value)
    // The line that says how a block is folded is none of its text.
    else this.keep([this.yaml.indexOf('\n', start) + 1, end], 'block', value)
  }

  private keep([start, end]: readonly [number, number], quoting: YamlString['quoting'], value?: string): void {
    const place = { key: this.key, start: this.at + start, end: this.at + end, quoting }
    this.strings.push(value === undefined ? place : { ...place, value })
  }
}

function isJsonScalar(value: unknown): value is boolean | number | null {
  return value === null || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
}

function rangeOf(node: unknown): readonly [number, number] {
  const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : undefined
  return range ? [range[0], range[1]] : [0, 0]
}

function reasonOf(error: { readonly code: string; readonly message: string }): string {
  const message = REASONS[error.code] ?? error.message.split('\n')[0] ?? ''
  return message.replace(/[.:\s]+$/, '')
}

function firstLineEnd(yaml: string): number {
  const end = yaml.search(/\r?\n/)
  return end === -1 ? yaml.length : end
}
