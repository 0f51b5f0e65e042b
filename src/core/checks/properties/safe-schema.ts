import { isMetadata, type Metadata, type MetadataValue } from '../../model/note.ts'
import { type PatternCost, patternCost } from './pattern-cost.ts'

/** A JSON Schema that may come from a stranger, made safe to check with, and what was left out of it, as sentences. */
export interface SafeSchema {
  readonly schema: object | boolean
  readonly problems: readonly string[]
}

/** Why a schema can't be used at all. */
export class UnsafeSchema extends Error {}

/** A schema of more parts, with those that it refers to written out, takes too long. */
const mostParts = 2000

/** Keywords that lead elsewhere or may take long: `uniqueItems` compares each item with each. */
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
/** Formats that are checked in a time that grows with the text alone. */
const formats: ReadonlySet<string> = new Set(['date', 'date-time', 'time', 'duration', 'email', 'ipv4', 'uuid'])
/** Keywords that hold values, not schemas. */
const values: ReadonlySet<string> = new Set(['enum', 'const', 'default', 'examples', 'required', 'type'])

/**
 * Makes a schema safe: what would take long or lead elsewhere is left out and told. Throws an `UnsafeSchema` for references that lead
 * outside, back to themselves or to too much.
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

/** Schemas by name: the names are no keywords. */
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

/** Names that `type` may have. */
const types: ReadonlySet<string> = new Set(['null', 'boolean', 'object', 'array', 'number', 'integer', 'string'])

/** Why a `type` is not checked: nothing is of a type that does not exist. */
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

/** A pattern with more ways through its alternatives and optional parts is not checked. */
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
 * A pattern is checked where it surely takes little time: few repeats of single characters, none of groups, few
 * alternatives, no looking around or back.
 */
function isSimple(pattern: string): boolean {
  const { ways, repeats } = patternCost(pattern)
  const plain = pattern.replace(/\\[^1-9k]/g, 'x').replace(/\[[^\]]*\]/g, 'x')
  return repeats <= 2 && ways <= mostWays && !/\)[*+{]|\\[1-9k]|\(\?[^:]|\{\d{4}/.test(plain)
}

/** How many parts a schema has with all that it refers to; one that is being counted is 'open', so that none leads back to itself. */
function sizeOf(value: MetadataValue, root: Metadata, known: Map<string, number | 'open'>): number {
  if (Array.isArray(value)) return bounded(1 + sum(value.map((item: MetadataValue) => sizeOf(item, root, known))))
  if (!isMetadata(value)) return 1
  const parts = Object.entries(value).map(([key, inner]) => {
    // What is defined counts where it is referred to; a property may have that name, too.
    if (value === root && (key === '$defs' || key === 'definitions')) return 0
    return key === '$ref' && !isMetadata(inner) ? sizeOfReference(inner, root, known) : sizeOf(inner, root, known)
  })
  return bounded(1 + sum(parts))
}

/** What each pattern of a schema that was made safe costs, those of a part that is referred to once for each reference. */
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

/** What a reference names; undefined where there is nothing. */
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
