import { isMetadata, type Metadata, type MetadataValue } from '../../model/note.ts'
import { type PatternCost, patternCost } from './pattern-cost.ts'

/** A JSON Schema from a possibly malicious vault, made safe to run, with what was left out of it, as sentences. */
export interface SafeSchema {
  readonly schema: object | boolean
  readonly problems: readonly string[]
}

/** Why a schema can't be used at all. */
export class UnsafeSchema extends Error {}

/** A schema of more parts, counting referenced ones at each reference, takes too long. */
const mostParts = 2000

/** Keywords that are left out, since they refer elsewhere or may take long: `uniqueItems` compares each item with each. */
const refused: ReadonlySet<string> = new Set([
  '$id',
  'id',
  '$anchor',
  '$dynamicRef',
  '$dynamicAnchor',
  '$recursiveRef',
  '$recursiveAnchor',
  '$vocabulary',
  'uniqueItems',
])
/** Formats whose check takes time linear in the text. */
const formats: ReadonlySet<string> = new Set(['date', 'date-time', 'time', 'duration', 'email', 'ipv4', 'uuid'])
/** Keywords that hold values, not schemas. */
const values: ReadonlySet<string> = new Set(['enum', 'const', 'default', 'examples', 'required', 'type'])

/**
 * Makes a schema safe: what would take long or refers elsewhere is left out and reported. Throws an `UnsafeSchema` for references that lead
 * outside, back to themselves or to too many parts.
 */
export function safeSchema(value: MetadataValue): SafeSchema {
  if (typeof value === 'boolean') return { schema: value, problems: [] }
  if (!isMetadata(value)) throw new UnsafeSchema('a schema must be an object')
  const problems = new Set<string>()
  const schema = cleaned(value, problems) as object
  sizeOf(schema as Metadata, schema as Metadata, new Map())
  return { schema, problems: [...problems] }
}

function cleaned(value: MetadataValue, problems: Set<string>): MetadataValue {
  if (Array.isArray(value)) return value.map((item: MetadataValue) => cleaned(item, problems))
  if (!isMetadata(value)) return value
  const kept = Object.entries(value).flatMap(([key, inner]): readonly (readonly [string, MetadataValue])[] => {
    const reason = key === 'type' ? unknownType(inner) : values.has(key) ? undefined : leftOut(key, inner)
    if (reason !== undefined) {
      problems.add(reason)
      return []
    }
    if (values.has(key)) return [[key, inner]]
    if (key === 'properties' || key === 'patternProperties' || key === '$defs' || key === 'definitions')
      return [[key, named(key, inner, problems)]]
    return [[key, cleaned(inner, problems)]]
  })
  return Object.fromEntries(kept)
}

/** The schemas under names such as those in `properties`: names are not keywords. */
function named(keyword: string, value: MetadataValue, problems: Set<string>): MetadataValue {
  if (!isMetadata(value)) return {}
  const kept = Object.entries(value).flatMap(([name, inner]): readonly (readonly [string, MetadataValue])[] => {
    const reason =
      typeof inner !== 'boolean' && !isMetadata(inner)
        ? `the schema of "${name}" must be an object, such as { type: ${typeof inner === 'string' && types.has(inner) ? inner : 'string'} }`
        : keyword === 'patternProperties'
          ? unboundedPattern(name)
          : undefined
    if (reason === undefined) return [[name, cleaned(inner, problems)]]
    problems.add(reason)
    return []
  })
  return Object.fromEntries(kept)
}

/** The values of `type`. */
const types: ReadonlySet<string> = new Set(['null', 'boolean', 'object', 'array', 'number', 'integer', 'string'])

/** Why a `type` is not checked: it names a type that does not exist, so that no value could be of it. */
function unknownType(value: MetadataValue): string | undefined {
  const unknown = [value].flat().find((name) => typeof name !== 'string' || !types.has(name))
  if (unknown === undefined) return undefined
  const instead = unknown === 'date' ? '; a date is { type: string, format: date }' : ''
  return `there is no type ${String(unknown)}: types are ${[...types].join(', ')}${instead}`
}

function leftOut(key: string, value: MetadataValue): string | undefined {
  if (refused.has(key) && (typeof value === 'string' || typeof value === 'boolean')) return `${key} is not checked`
  if (key === 'format' && typeof value === 'string' && !formats.has(value)) return `the format ${value} is not checked`
  return key === 'pattern' && typeof value === 'string' ? unboundedPattern(value) : undefined
}

/** From this many ways through its alternatives and optional parts on, a pattern is not checked. */
const mostWays = 10_000

function unboundedPattern(pattern: string): string | undefined {
  if (pattern.length > 500 || !isSimple(pattern)) return `the pattern ${pattern} may take too long and is not checked`
  try {
    new RegExp(pattern, 'u')
    return undefined
  } catch {
    return `the pattern ${pattern} can't be read`
  }
}

/**
 * Whether a pattern surely takes little time: few repeats of single characters, no repeated groups, few alternatives, no lookarounds or
 * references.
 */
function isSimple(pattern: string): boolean {
  const { ways, repeats } = patternCost(pattern)
  const plain = pattern.replace(/\\[^1-9k]/g, 'x').replace(/\[[^\]]*\]/g, 'x')
  return repeats <= 2 && ways <= mostWays && !/\)[*+{]|\\[1-9k]|\(\?[^:]|\{\d{4}/.test(plain)
}

/** The number of parts of a schema with all it refers to. One that is still being counted is 'open', which shows a reference to itself. */
function sizeOf(value: MetadataValue, root: Metadata, known: Map<string, number | 'open'>): number {
  if (Array.isArray(value)) return bounded(1 + sum(value.map((item: MetadataValue) => sizeOf(item, root, known))))
  if (!isMetadata(value)) return 1
  const parts = Object.entries(value).map(([key, inner]) => {
    // Definitions are counted where they are referred to; only those at the root, since a property may have the same name.
    if (value === root && (key === '$defs' || key === 'definitions')) return 0
    return key === '$ref' && !isMetadata(inner) ? sizeOfReference(inner, root, known) : sizeOf(inner, root, known)
  })
  return bounded(1 + sum(parts))
}

/** The cost of each pattern of a schema made safe; those of a referenced part once for each reference. */
export function patternCosts(schema: object | boolean): readonly PatternCost[] {
  return patternsIn(schema as MetadataValue, schema as Metadata).map(patternCost)
}

function patternsIn(value: MetadataValue, root: Metadata): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item: MetadataValue) => patternsIn(item, root))
  if (!isMetadata(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    if (value === root && (key === '$defs' || key === 'definitions')) return []
    if (typeof inner === 'string')
      return key === 'pattern' ? [inner] : key === '$ref' ? patternsIn(targetOf(inner, root) ?? null, root) : []
    return [...(key === 'patternProperties' && isMetadata(inner) ? Object.keys(inner) : []), ...patternsIn(inner, root)]
  })
}

function sizeOfReference(value: MetadataValue, root: Metadata, known: Map<string, number | 'open'>): number {
  if (typeof value !== 'string' || !reference.test(value))
    throw new UnsafeSchema(`$ref may name #/$defs/NAME of the same schema, not ${String(value)}`)
  const size = known.get(value)
  if (size === 'open') throw new UnsafeSchema(`${value} leads back to itself`)
  if (size !== undefined) return size
  const target = targetOf(value, root)
  if (target === undefined) throw new UnsafeSchema(`${value} is not there`)
  known.set(value, 'open')
  const counted = sizeOf(target, root, known)
  known.set(value, counted)
  return counted
}

const reference = /^#\/(\$defs|definitions)\/([^/~%]+)$/

/** The target of a reference within the schema; undefined when there is none. */
function targetOf(value: string, root: Metadata): MetadataValue | undefined {
  const [, group = '', name = ''] = reference.exec(value) ?? []
  const named = root[group]
  return isMetadata(named) ? named[name] : undefined
}

function bounded(size: number): number {
  if (size > mostParts) throw new UnsafeSchema(`it has more than ${mostParts} parts`)
  return size
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0)
}
