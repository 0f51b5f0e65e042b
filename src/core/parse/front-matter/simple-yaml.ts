import type { MetadataValue } from '../../model/note.ts'
import {
  CARRIAGE_RETURN,
  COLON,
  DASH,
  DOT,
  HASH,
  isAlphanumeric,
  isDigit,
  isLetter,
  OPEN_BRACKET,
  SLASH,
  SPACE,
  UNDERSCORE,
} from '../character.ts'
import { mayHoldLink, metadataOf, plainValue } from './yaml-value.ts'
import type { YamlRead, YamlString } from './yaml-value.ts'

const ITEM = /^( *)- +(.*)$/
/** Characters that no plain scalar starts with, or that YAML may read in another way. */
const PLAIN_START = /^(?:[A-Za-z0-9_/.(+$\u00c0-\u02af\u0370-\u1fff\u3040-\ud7ff]|-\d)/
/** What ends a plain scalar or makes it something else. */
const PLAIN_STOP = /: | #|:$|[\u0000-\u001f\u007f-\u00a0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/
const FLOW_STOP = /[[\]{}]/
/** Characters that YAML may not hold, or reads as line endings. */
const QUOTED_STOP = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/
const MAX_KEY = 100

/** A scalar: its value, and where the string stands when it is one. */
interface Scalar {
  readonly value: MetadataValue
  readonly start: number
  readonly end: number
  readonly quoting: 'plain' | 'single' | 'double'
}

/**
 * Reads the front matter that most notes have, without the YAML library, which costs a hundred times as much: top-level keys with a plain
 * or simply quoted scalar, a list `[a, b]` of them, or a list of lines. Undefined when anything else occurs; whatever it does read, the
 * library reads in the same way. `at` is the offset of the YAML in the note.
 */
export function readSimpleYaml(yaml: string, at: number): YamlRead | undefined {
  const reader = new SimpleYaml(yaml, at)
  for (let start = 0; start < yaml.length;) {
    const feed = yaml.indexOf('\n', start)
    const end = feed === -1 ? yaml.length : feed
    const returned = end === feed && feed > start && yaml.charCodeAt(feed - 1) === CARRIAGE_RETURN
    if (!reader.take(start, returned ? end - 1 : end)) return undefined
    start = end + 1
  }
  return reader.done()
}

class SimpleYaml {
  private readonly yaml: string
  private readonly at: number
  private readonly pairs: [string, MetadataValue][] = []
  private readonly keys = new Set<string>()
  private readonly strings: YamlString[] = []
  private readonly texts: Record<string, MetadataValue> = {}
  /** The list of lines that is being read, and how far its items are indented. */
  private list: MetadataValue[] | undefined
  private indent = -1

  constructor(yaml: string, at: number) {
    this.yaml = yaml
    this.at = at
  }

  /** Takes a line; false when it is not simple. */
  take(start: number, end: number): boolean {
    const first = this.skipSpaces(start, end)
    if (first === end) return true
    const code = this.yaml.charCodeAt(start)
    if (code === HASH) return !QUOTED_STOP.test(this.yaml.slice(start, end))
    return code === SPACE || code === DASH ? this.takeItem(start, end) : this.takePair(start, end)
  }

  done(): YamlRead {
    const { strings, texts } = this
    return { metadata: metadataOf(this.pairs), strings, problems: [], texts }
  }

  private takePair(start: number, end: number): boolean {
    const colon = keyEnd(this.yaml, start, end)
    if (colon === -1 || colon - start > MAX_KEY) return false
    const key = this.yaml.slice(start, colon)
    if (this.keys.has(key)) return false
    this.keys.add(key)
    this.list = undefined
    this.indent = -1
    const written = this.skipSpaces(colon + 1, end)
    if (written === end) {
      this.pairs.push([key, null])
      this.indent = -2
      return true
    }
    const value = written === colon + 1 ? undefined : this.readValue(key, written, end)
    if (value === undefined) return false
    this.pairs.push([key, value])
    if (isBare(value)) this.texts[key] = this.yaml.slice(written, end).trimEnd()
    return true
  }

  private takeItem(start: number, end: number): boolean {
    const match = ITEM.exec(this.yaml.slice(start, end))
    const pair = this.pairs.at(-1)
    if (match === null || pair === undefined || this.indent === -1) return false
    const [, spaces = '', written = ''] = match
    if (this.list === undefined) {
      this.list = []
      this.indent = spaces.length
      pair[1] = this.list
    }
    const value = spaces.length === this.indent ? this.readScalar(pair[0], end - written.length, end) : undefined
    if (value === undefined) return false
    this.noteItem(pair[0], this.list, { value, written: written.trimEnd() })
    this.list.push(value)
    return true
  }

  /** Remembers a list as it is written, once an item of it is no string. */
  private noteItem(
    key: string,
    before: readonly MetadataValue[],
    { value, written }: { readonly value: MetadataValue; readonly written: string },
  ): void {
    const known = this.texts[key]
    if (known === undefined && !isBare(value)) return
    const texts: readonly MetadataValue[] = Array.isArray(known) ? known : before
    this.texts[key] = [...texts, isBare(value) ? written : value]
  }

  private readValue(key: string, start: number, end: number): MetadataValue | undefined {
    if (this.yaml.charCodeAt(start) === OPEN_BRACKET) return this.readFlowList(key, start, end)
    return this.readScalar(key, start, end)
  }

  private readFlowList(key: string, start: number, end: number): MetadataValue | undefined {
    const inside = /^\[(.*)\] *$/.exec(this.yaml.slice(start, end))?.[1]
    if (inside === undefined) return undefined
    if (inside.trim() === '') return []
    const values: MetadataValue[] = []
    let at = start + 1
    for (const part of inside.split(',')) {
      const written = part.trim()
      const from = at + (part.length - part.trimStart().length)
      const value = isFlowScalar(written) ? this.readScalar(key, from, from + written.length) : undefined
      if (value === undefined) return undefined
      this.noteItem(key, values, { value, written })
      values.push(value)
      at += part.length + 1
    }
    return values
  }

  /** The value of a scalar with nothing but spaces behind it; undefined when it is not simple. */
  private readScalar(key: string, start: number, end: number): MetadataValue | undefined {
    const written = this.yaml.slice(start, end)
    if (isOrdinary(written)) return plainValue(written)
    const scalar = readScalar(written, start)
    return scalar && this.keep(key, scalar)
  }

  private keep(key: string, scalar: Scalar): MetadataValue {
    const { value, start, end, quoting } = scalar
    if (typeof value === 'string' && mayHoldLink(value)) {
      this.strings.push({ key, start: this.at + start, end: this.at + end, quoting, value })
    }
    return value
  }

  private skipSpaces(start: number, end: number): number {
    let at = start
    while (at < end && this.yaml.charCodeAt(at) === SPACE) at++
    return at
  }
}

/** Where the `:` after a key stands: words of letters, digits, `_` and `-` parted by single spaces, the first no digit or dash; else -1. */
function keyEnd(yaml: string, start: number, end: number): number {
  const first = yaml.charCodeAt(start)
  if (!isLetter(first) && first !== UNDERSCORE) return -1
  for (let at = start + 1; at < end; at++) {
    const code = yaml.charCodeAt(at)
    if (code === COLON) return yaml.charCodeAt(at - 1) === SPACE ? -1 : at
    if (isKeyCharacter(code)) continue
    if (code !== SPACE || yaml.charCodeAt(at - 1) === SPACE) return -1
  }
  return -1
}

function isKeyCharacter(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === UNDERSCORE || code === DASH
}

/** Whether a text is words of ASCII letters and digits with dashes, dots and slashes: a plain scalar that holds no link. */
function isOrdinary(written: string): boolean {
  if (
    written === '' ||
    !isAlphanumeric(written.charCodeAt(0)) ||
    !isAlphanumeric(written.charCodeAt(written.length - 1))
  )
    return false
  for (let at = 1; at < written.length; at++) {
    const code = written.charCodeAt(at)
    if (!isKeyCharacter(code) && code !== SPACE && code !== DOT && code !== SLASH) return false
  }
  return true
}

/** Whether a value is no string, so that it may be written in more than one way. */
function isBare(value: MetadataValue): boolean {
  return typeof value === 'number' || typeof value === 'boolean'
}

/** A scalar that ends its line. */
function readScalar(line: string, start: number): Scalar | undefined {
  const written = line.replace(/ +$/, '')
  const quote = written.charAt(0)
  if (quote === '"' || quote === "'") return readQuoted(written, start, quote)
  if (!PLAIN_START.test(written) || PLAIN_STOP.test(written)) return undefined
  return { value: plainValue(written), start, end: start + written.length, quoting: 'plain' }
}

/** Whether an item of a list `[a, b]` holds no bracket, unless in quotes. */
function isFlowScalar(written: string): boolean {
  // A comma inside quotes has cut the string in two: its half ends without a quote, or with one too many.
  return written.startsWith('"') || written.startsWith("'") || !FLOW_STOP.test(written)
}

/** A quoted string without escapes but `''`. */
function readQuoted(written: string, start: number, quote: '"' | "'"): Scalar | undefined {
  const inside = written.slice(1, -1)
  if (written.length < 2 || !written.endsWith(quote) || QUOTED_STOP.test(inside)) return undefined
  const end = start + 1 + inside.length
  if (quote === '"')
    return /["\\]/.test(inside) ? undefined : { value: inside, start: start + 1, end, quoting: 'double' }
  if (inside.replaceAll("''", '').includes("'")) return undefined
  return { value: inside.replaceAll("''", "'"), start: start + 1, end, quoting: 'single' }
}
