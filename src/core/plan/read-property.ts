import { isMap, isScalar, isSeq, parseDocument } from 'yaml'
import { fail } from '../model/failure.ts'
import type { Metadata, MetadataValue } from '../model/note.ts'

/** A front matter key with the value to set. */
export interface Property {
  readonly key: string
  readonly value: MetadataValue
}

/** Keys that hold lists, so that `tags=a,b` means two tags. */
const listKeys = new Set(['tags', 'aliases', 'topics', 'cssclasses', 'keywords'])

/**
 * Reads `key=value`: numbers, `true`, `false`, `null`, `[a, b]` and `{a: 1}` are what YAML makes of them, anything else is text; quotes keep
 * it text. Commas part the items of keys that hold lists.
 */
export function readProperty(argument: string, metadata: Metadata): Property {
  const mark = argument.indexOf('=')
  const key = argument.slice(0, Math.max(0, mark)).trim()
  if (mark < 0 || key === '' || /[\r\n]/.test(key))
    return fail({
      kind: 'usage',
      message: `"${argument}" is not of the form key=value`,
      hint: 'for example: wend set NOTE status=done',
    })
  const text = argument.slice(mark + 1).trim()
  const value = readValue(text)
  const isList = Array.isArray(metadata[key]) || (listKeys.has(key) && typeof metadata[key] !== 'string')
  if (!isList || Array.isArray(value) || value === null) return { key, value }
  const items = text.split(',').map((item) => item.trim())
  return { key, value: items.filter((item) => item !== '').map(readValue) }
}

/** What is no YAML, or YAML that holds itself, is taken as it is written. */
function readValue(text: string): MetadataValue {
  try {
    return readYaml(text)
  } catch {
    return text
  }
}

function readYaml(text: string): MetadataValue {
  const document = parseDocument(text, { schema: 'core', logLevel: 'silent' })
  const { contents } = document
  if (document.errors.length > 0 || text === '') return text
  if (isScalar(contents)) return toValue(contents.value, text)
  const isFlow = (isSeq(contents) || isMap(contents)) && contents.flow === true
  return isFlow ? toValue(document.toJS(), text) : text
}

function toValue(data: unknown, text: string): MetadataValue {
  return isValue(data) ? data : text
}

function isValue(data: unknown): data is MetadataValue {
  if (data === null || ['string', 'number', 'boolean'].includes(typeof data)) return true
  return typeof data === 'object' && Object.values(data ?? {}).every(isValue)
}
