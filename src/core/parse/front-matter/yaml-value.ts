import { isLetter } from '../character.ts'
import type { Metadata, MetadataValue } from '../../model/note.ts'
import type { PropertyLink } from '../../model/link.ts'

/** A string of front matter as it stands in the note, without its quotes. */
export interface YamlString {
  /** The top-level key that holds it. */
  readonly key: string
  readonly start: number
  readonly end: number
  readonly quoting: NonNullable<PropertyLink['quoting']>
  /** What it says, where that differs from how it is written. */
  readonly value?: string
}

/** What is wrong with YAML, and where; `reason` is a sentence without its final dot. */
export interface YamlProblem {
  readonly reason: string
  readonly start: number
  readonly end: number
}

/** YAML that has been read. */
export interface YamlRead {
  readonly metadata: Metadata
  /** The strings that may hold links, in order. */
  readonly strings: readonly YamlString[]
  readonly problems: readonly YamlProblem[]
  /** The numbers and words such as `true` at the top or in lists at the top, as they are written, by key: `1.10` as a title is "1.10". */
  readonly texts: Metadata
}

/** Front matter that is not read, and why. */
export function refused(reason: string, start: number, end: number = start): YamlRead {
  return { metadata: {}, texts: {}, strings: [], problems: [{ reason, start, end }] }
}

/** Whether a string may hold a link that counts. */
export function mayHoldLink(value: string): boolean {
  return value.includes('[[') || value.includes('](')
}

/** Data of pairs, whatever their names: `__proto__` is a key like any other. */
export function metadataOf(pairs: readonly (readonly [string, MetadataValue])[]): Metadata {
  const data: Record<string, MetadataValue> = {}
  for (const [key, value] of pairs) {
    // Assigned, it would be the prototype.
    if (key === '__proto__') return Object.fromEntries(pairs)
    data[key] = value
  }
  return data
}

/**
 * The value of a plain scalar in YAML's core schema. What JSON cannot hold, and integers that a number would change (`007`, more digits
 * than a number has), stay as written.
 */
export function plainValue(written: string): MetadataValue {
  const first = written.charCodeAt(0)
  if (isLetter(first)) return wordValue(written, first | 32)
  if (written === '' || written === '~') return null
  if (/^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(written)) return numberValue(written)
  if (/^0(?:o[0-7]+|x[\da-fA-F]+)$/.test(written)) return safeNumber(Number(written), written)
  return written
}

/** Letters other than those of `null`, `true` and `false` start no value but a string. */
function wordValue(written: string, lowerFirst: number): MetadataValue {
  if (lowerFirst === 110 && /^(?:null|Null|NULL)$/.test(written)) return null
  if (lowerFirst === 116 && /^(?:true|True|TRUE)$/.test(written)) return true
  if (lowerFirst === 102 && /^(?:false|False|FALSE)$/.test(written)) return false
  return written
}

function numberValue(written: string): MetadataValue {
  if (/^[-+]?0\d/.test(written) && !written.includes('.')) return written
  return safeNumber(Number(written), written)
}

function safeNumber(value: number, written: string): MetadataValue {
  const whole = Number.isInteger(value)
  if (!Number.isFinite(value) || (whole && !Number.isSafeInteger(value))) return written
  return value === 0 ? 0 : value
}
